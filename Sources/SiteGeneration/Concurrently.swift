import Foundation
import Synchronization

/// Does the same to every element, on all cores.
///
/// - Throws: the first error that came up; what had begun by then is finished, no more.
func concurrently<Element: Sendable>(
  _ elements: [Element], _ body: @Sendable (Element) throws -> Void
) throws {
  // Small enough that no core waits long for the last, large enough to be worth a hand-over.
  let chunk = 32
  let failure = Mutex<(any Error)?>(nil)
  DispatchQueue.concurrentPerform(iterations: (elements.count + chunk - 1) / chunk) { number in
    do {
      for element in elements[number * chunk..<min(elements.count, (number + 1) * chunk)] {
        guard failure.withLock({ $0 == nil }) else { return }
        try body(element)
      }
    } catch {
      failure.withLock { if $0 == nil { $0 = error } }
    }
  }
  if let error = failure.withLock({ $0 }) { throw error }
}
