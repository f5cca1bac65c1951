import Synchronization

/// A value that is made when it is asked for first, and again only when it was forgotten meanwhile.
package final class Deferred<Value: Sendable>: Sendable {
  private let state: Mutex<Value?>
  private let make: @Sendable () -> Value

  package init(_ make: @escaping @Sendable () -> Value) {
    state = Mutex(nil)
    self.make = make
  }

  /// A value that is there already.
  ///
  /// - Parameter make: makes it again once it was forgotten.
  package init(_ value: Value, again make: @escaping @Sendable () -> Value) {
    state = Mutex(value)
    self.make = make
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

  /// Frees the memory of a value that isn't likely to be asked for again.
  package func forget() {
    state.withLock { $0 = nil }
  }
}
