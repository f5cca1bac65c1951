import ContentParsing
import Diagnostics
import FileStamps
import Foundation
import KnowledgeBase
import Testing

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

  func loader(cache: URL? = nil, seen: FolderState? = nil) -> ContentLoader {
    ContentLoader(root: root, shownAs: "content", cache: cache, seen: seen)
  }

  /// Overwrites a file with a text of the same length, and sets its time back.
  func disguise(_ path: String, _ change: (String) -> String) throws {
    let url = root.appending(path: path)
    var status = stat()
    try #require(stat(url.path, &status) == 0)
    let text = change(try String(contentsOf: url, encoding: .utf8))
    let file = try FileHandle(forWritingTo: url)
    try file.write(contentsOf: Data(text.utf8))
    try file.close()
    try #require(text.utf8.count == Int(status.st_size))
    let times = [status.st_atim, status.st_mtim]
    try #require(utimensat(AT_FDCWD, url.path, times, 0) == 0)
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
