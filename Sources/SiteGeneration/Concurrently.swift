import Foundation
import Synchronization

/// Does the same to every element, on all cores.
///
/// - Returns: what came of each, in the order of the elements.
/// - Throws: the first error that came up; what had begun by then is finished, no more.
@discardableResult
func concurrently<Element: Sendable, Result: Sendable>(
  _ elements: [Element], _ body: @Sendable (Element) throws -> Result
) throws -> [Result] {
  // Small enough that no core waits long for the last, large enough to be worth a hand-over.
  let chunk = 32
  let count = (elements.count + chunk - 1) / chunk
  let failure = Mutex<(any Error)?>(nil)
  let results = Mutex([[Result]](repeating: [], count: count))
  DispatchQueue.concurrentPerform(iterations: count) { number in
    do {
      let own = try elements[number * chunk..<min(elements.count, (number + 1) * chunk)]
        .compactMap { element in
          try failure.withLock { $0 == nil } ? body(element) : nil
        }
      results.withLock { $0[number] = own }
    } catch {
      failure.withLock { if $0 == nil { $0 = error } }
    }
  }
  if let error = failure.withLock({ $0 }) { throw error }
  return results.withLock { Array($0.joined()) }
}

/// Whether something holds for all elements, which is looked at on all cores.
func allSatisfy<Element: Sendable>(
  _ elements: [Element], _ condition: @Sendable (Element) -> Bool
) -> Bool {
  do {
    try concurrently(elements) { if !condition($0) { throw Exception() } }
    return true
  } catch {
    return false
  }
}

/// Does two things at the same time.
///
/// - Throws: the error of either, when both have ended.
func concurrently(
  _ first: @escaping @Sendable () throws -> Void, _ second: () throws -> Void
) throws {
  let failure = Mutex<(any Error)?>(nil)
  let work = DispatchWorkItem {
    do { try first() } catch { failure.withLock { $0 = error } }
  }
  DispatchQueue.global().async(execute: work)
  do {
    try second()
  } catch {
    work.wait()
    throw error
  }
  work.wait()
  if let error = failure.withLock({ $0 }) { throw error }
}

/// What ends a search for elements of which something doesn't hold.
private struct Exception: Error {}
