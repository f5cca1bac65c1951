import Dispatch
import Synchronization

/// A value that is made when it is asked for first, and again only when it was forgotten meanwhile.
package final class Deferred<Value: Sendable>: Sendable {
  private enum State: Sendable {
    case absent
    /// By a thread that others wait for.
    case inMaking(DispatchGroup)
    case made(Value)
  }

  private let state: Mutex<State>
  private let make: @Sendable () -> Value

  package init(_ make: @escaping @Sendable () -> Value) {
    state = Mutex(.absent)
    self.make = make
  }

  /// A value that is there already.
  ///
  /// - Parameter make: makes it again once it was forgotten.
  package init(_ value: Value, again make: @escaping @Sendable () -> Value) {
    state = Mutex(.made(value))
    self.make = make
  }

  /// Others that ask meanwhile sleep until it is made: a thread that waits for a lock keeps its core,
  /// as long as the one that holds it runs.
  package var value: Value {
    let seen = state.withLock { state in
      if case .absent = state {
        let waiting = DispatchGroup()
        waiting.enter()
        state = .inMaking(waiting)
        return State.absent
      }
      return state
    }
    switch seen {
    case .made(let value): return value
    case .inMaking(let waiting):
      waiting.wait()
      return self.value
    case .absent:
      let made = make()
      let before = state.withLock { state in
        defer { state = .made(made) }
        return state
      }
      if case .inMaking(let waiting) = before { waiting.leave() }
      return made
    }
  }

  /// Frees the memory of a value that isn't likely to be asked for again.
  package func forget() {
    state.withLock { state in
      if case .made = state { state = .absent }
    }
  }
}
