/// What building the site once gave.
package struct PreviewBuild: Sendable, Equatable {
  /// The site's folder on its host: `/`, or `/help/`.
  package let root: String
  /// What is wrong, each as it would be printed; shown over the page.
  package let findings: [String]
  /// False when nothing could be built, so that the page shows the last state that could.
  package let isComplete: Bool

  package init(root: String, findings: [String], isComplete: Bool) {
    self.root = root
    self.findings = findings
    self.isComplete = isComplete
  }
}

/// The newest build and who waits for the next one.
actor PreviewState {
  private(set) var number = 1
  private(set) var build: PreviewBuild
  private var waiting: [CheckedContinuation<Void, Never>] = []

  init(_ build: PreviewBuild) {
    self.build = build
  }

  func replace(with build: PreviewBuild) {
    self.build = build
    number += 1
    release()
  }

  /// Returns as soon as there is a build newer than `seen`, or at the next `release`.
  func change(after seen: Int) async {
    guard number <= seen else { return }
    await withCheckedContinuation { waiting.append($0) }
  }

  /// Lets everybody who waits ask again, so that no connection stays open for ever.
  func release() {
    let released = waiting
    waiting = []
    for continuation in released { continuation.resume() }
  }
}
