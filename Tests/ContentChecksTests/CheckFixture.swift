import ContentParsing
import Diagnostics
import Foundation

@testable import ContentChecks

/// A content folder of its own for one test, checked by one rule or by all.
final class CheckFixture {
  let root: URL

  init(_ files: [String: String]) throws {
    root = FileManager.default.temporaryDirectory
      .appending(path: "signpost-checks-\(UUID().uuidString)")
    for (path, text) in files {
      let url = root.appending(path: path)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    }
  }

  deinit { try? FileManager.default.removeItem(at: root) }

  func translations(
    past: [String: PastSource] = [:], today: String = "2026-10-05"
  ) -> TranslationReport {
    let loaded = ContentLoader(root: root, shownAs: "content", today: today).load()
    return TranslationReport(
      CheckedContent(loaded, root: "content", today: today, pastSources: past))
  }

  /// All that is said, as it is printed.
  func printed(today: String = "2026-10-05") -> String {
    let loaded = ContentLoader(root: root, shownAs: "content", today: today).load()
    return DiagnosticFormatter().report(
      ContentChecker().check(loaded, root: "content", today: today))
  }

  /// What a rule says, a line for each finding: `en/a.md:4 warning: summary; cure`.
  func findings(_ rule: String? = nil, today: String = "2026-10-05") -> [String] {
    let loaded = ContentLoader(root: root, shownAs: "content", today: today).load()
    return ContentChecker().check(loaded, root: "content", today: today)
      .filter { rule == nil || $0.rule == rule }
      .map { finding in
        let place = "\(finding.location)".dropFirst("content/".count)
        let name = rule == nil ? " [\(finding.rule)]" : ""
        return "\(place) \(finding.severity.rawValue): \(finding.summary)\(name)"
          + finding.cures.map { "; " + $0 }.joined()
      }
  }
}
