import Dispatch

/// Maps on all cores, results in the order of the elements.
///
///     concurrentMap(["a", "b"]) { $0.uppercased() }  // ["A", "B"]
package func concurrentMap<Element: Sendable, Result: Sendable>(
  _ elements: [Element], _ transform: @Sendable (Element) -> Result
) -> [Result] {
  // Small enough that no core waits long for the last, large enough to be worth a hand-over.
  let chunk = max(8, elements.count / 32)
  guard elements.count > 2 * chunk else { return elements.map(transform) }
  let chunks = (elements.count + chunk - 1) / chunk
  return [Result](unsafeUninitializedCapacity: elements.count) { results, count in
    // Each place is in one chunk, and written once.
    nonisolated(unsafe) let results = results
    DispatchQueue.concurrentPerform(iterations: chunks) { number in
      for place in number * chunk..<min(elements.count, (number + 1) * chunk) {
        results.initializeElement(at: place, to: transform(elements[place]))
      }
    }
    count = elements.count
  }
}
