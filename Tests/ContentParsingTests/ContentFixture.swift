import ContentParsing
import Diagnostics
import Foundation
import KnowledgeBase

/// A content folder of its own for one test, removed with it.
final class ContentFixture {
  let root: URL

  init(_ files: [String: String] = [:]) throws {
    root = FileManager.default.temporaryDirectory
      .appending(path: "signpost-content-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    for (path, text) in files.sorted(by: { $0.key < $1.key }) { try write(text, to: path) }
  }

  deinit { try? FileManager.default.removeItem(at: root) }

  func write(_ text: String, to path: String) throws { try write(Data(text.utf8), to: path) }

  func write(_ bytes: Data, to path: String) throws {
    let url = root.appending(path: path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try bytes.write(to: url)
  }

  func load(today: String? = nil, includesDrafts: Bool = false) -> LoadedContent {
    ContentLoader(root: root, shownAs: "content", today: today)
      .load(includesDrafts: includesDrafts)
  }

  /// All that is reported, as it is printed.
  func report() -> String { DiagnosticFormatter().report(load().diagnostics) }

  /// The article of a file with this front matter and body, in English.
  static func article(_ frontMatter: String, body: String = "Text.") throws -> Article? {
    try ContentFixture(["en/a.md": "---\n\(frontMatter)\n---\n\(body)\n"]).load()
      .library.articles.first
  }

  /// The HTML of a body.
  static func html(_ body: String, kind: String = "page") throws -> String {
    let text = "---\ntitle: T\nkind: \(kind)\n---\n\(body)"
    return try ContentFixture(["en/a.md": text]).load().library.articles.first?.html ?? ""
  }

  /// What is reported about a body, one line for each finding, without the file's name.
  static func findings(_ text: String) throws -> [String] {
    try ContentFixture(["en/a.md": text]).load().diagnostics.map(\.line)
  }
}

extension Diagnostic {
  /// `4:8 warning: unknown key 'titel' [unknown-key]; did you mean 'title'?`
  var line: String {
    let place = [location.line, location.column].compactMap { $0.map(String.init) }
      .joined(separator: ":")
    let cure = cures.map { "; " + $0 }.joined()
    return "\(place.isEmpty ? "" : place + " ")\(severity.rawValue): \(summary) [\(rule)]\(cure)"
  }
}
