import Foundation
import Synchronization

/// Maps on all cores, results in the order of the elements.
func concurrentMap<Element: Sendable, Result: Sendable>(
  _ elements: [Element], _ transform: @Sendable (Element) -> Result
) -> [Result] {
  let lanes = ProcessInfo.processInfo.activeProcessorCount
  guard elements.count > 16, lanes > 1 else { return elements.map(transform) }
  let chunk = max(1, (elements.count + lanes * 8 - 1) / (lanes * 8))
  let starts = Array(stride(from: 0, to: elements.count, by: chunk))
  let parts = Mutex<[Int: [Result]]>([:])
  DispatchQueue.concurrentPerform(iterations: starts.count) { index in
    let start = starts[index]
    let mapped = elements[start..<min(elements.count, start + chunk)].map(transform)
    parts.withLock { $0[start] = mapped }
  }
  return parts.withLock { all in starts.flatMap { all[$0] ?? [] } }
}
