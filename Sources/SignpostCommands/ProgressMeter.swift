import Foundation
import Synchronization

/// A line about how far a job is, on a terminal only and only when it takes longer than a second.
/// May be used from many threads at once.
final class ProgressMeter: Sendable {
  private static let patience: Duration = .seconds(1)
  /// As often as eyes can follow.
  private static let pause: Duration = .milliseconds(100)
  private static let width = 30

  private struct State {
    var text = ""
    var drawn: ContinuousClock.Instant?
    var isOver = false
  }

  private let isTerminal: Bool
  private let start = ContinuousClock.now
  private let state = Mutex(State())

  init(isTerminal: Bool = isatty(STDERR_FILENO) == 1) {
    self.isTerminal = isTerminal
    guard isTerminal else { return }
    // What was said last is shown though nothing more is said for long.
    DispatchQueue.global().asyncAfter(deadline: .now() + 1) { [weak self] in self?.draw() }
  }

  func show(_ text: String) {
    guard isTerminal else { return }
    state.withLock { $0.text = text }
    draw()
  }

  /// `[##########          ] 5,000 of 10,045 pages`
  func show(_ done: Int, of all: Int, _ what: String) {
    show(Self.bar(done, of: all, what))
  }

  static func bar(_ done: Int, of all: Int, _ what: String) -> String {
    let filled = all > 0 ? min(width, done * width / all) : width
    return "[" + String(repeating: "#", count: filled)
      + String(repeating: " ", count: width - filled) + "] \(done) of \(all) \(what)"
  }

  /// Removes the line; nothing is shown any more.
  func clear() {
    state.withLock { state in
      if state.drawn != nil { Self.write("") }
      state.isOver = true
    }
  }

  private func draw() {
    state.withLock { state in
      let now = ContinuousClock.now
      guard !state.isOver, !state.text.isEmpty, start.duration(to: now) >= Self.patience,
        state.drawn.map({ $0.duration(to: now) >= Self.pause }) ?? true
      else { return }
      state.drawn = now
      Self.write(state.text)
    }
  }

  /// In the place of the line before.
  private static func write(_ text: String) {
    FileHandle.standardError.write(Data("\r\u{1B}[K\(text)".utf8))
  }
}
