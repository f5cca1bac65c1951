import Synchronization

/// A value that is made when it is asked for first, and only then.
package final class Deferred<Value: Sendable>: Sendable {
  private let state: Mutex<Value?>
  private let make: @Sendable () -> Value

  package init(_ make: @escaping @Sendable () -> Value) {
    state = Mutex(nil)
    self.make = make
  }

  /// A value that is there already.
  package init(_ value: Value) {
    state = Mutex(value)
    make = { value }
  }

  /// Others that ask meanwhile wait.
  package var value: Value {
    state.withLock { known in
      if let known { return known }
      let made = make()
      known = made
      return made
    }
  }
}
