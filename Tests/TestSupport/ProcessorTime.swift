import Foundation

/// What this thread computed meanwhile, in seconds, so that neighbours on the machine don't count.
///
///     let short = processorSeconds { _ = redactor.redact(text) }
package func processorSeconds(_ work: () throws -> Void) rethrows -> Double {
  func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
  let start = now()
  try work()
  return now() - start
}
