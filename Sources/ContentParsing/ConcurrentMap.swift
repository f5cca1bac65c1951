import Foundation

/// Maps on all cores, results in the order of the elements.
func concurrentMap<Element: Sendable, Result: Sendable>(
  _ elements: [Element], _ transform: @Sendable (Element) -> Result
) -> [Result] {
  let lanes = ProcessInfo.processInfo.activeProcessorCount
  guard elements.count > 16, lanes > 1 else { return elements.map(transform) }
  let chunk = max(1, (elements.count + lanes * 8 - 1) / (lanes * 8))
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
