import Foundation
import Synchronization

/// Maps on all cores, chunk by chunk; results in the order of the elements.
func concurrently<Element: Sendable, Result: Sendable>(
  _ elements: [Element], chunk: Int, _ transform: @Sendable (ArraySlice<Element>) -> [Result]
) -> [Result] {
  concurrently(elements, chunk: chunk, start: {}) { elements, _ in transform(elements) }
}

/// The same, with a state for each core that is kept from chunk to chunk. Results must not depend on
/// it: which core takes which chunk is chance.
func concurrently<Element: Sendable, State, Result: Sendable>(
  _ elements: [Element], chunk: Int, start: @Sendable () -> State,
  _ transform: @Sendable (ArraySlice<Element>, inout State) -> [Result]
) -> [Result] {
  let chunks = (elements.count + chunk - 1) / chunk
  let cores = min(chunks, ProcessInfo.processInfo.activeProcessorCount)
  let next = Atomic(0)
  let parts = Mutex([[Result]](repeating: [], count: chunks))
  DispatchQueue.concurrentPerform(iterations: cores) { _ in
    var state = start()
    while true {
      let number = next.add(1, ordering: .relaxed).oldValue
      guard number < chunks else { return }
      let range = number * chunk..<min(elements.count, (number + 1) * chunk)
      let part = transform(elements[range], &state)
      parts.withLock { $0[number] = part }
    }
  }
  return parts.withLock { Array($0.joined()) }
}

/// Works out two values at the same time.
func concurrently<First: Sendable, Second: Sendable>(
  _ first: @Sendable () -> First, _ second: @Sendable () -> Second
) -> (First, Second) {
  let found = Mutex<(first: First?, second: Second?)>((nil, nil))
  DispatchQueue.concurrentPerform(iterations: 2) { number in
    if number == 0 {
      let value = first()
      found.withLock { $0.first = value }
    } else {
      let value = second()
      found.withLock { $0.second = value }
    }
  }
  // Both are there.
  return found.withLock { ($0.first ?? first(), $0.second ?? second()) }
}
