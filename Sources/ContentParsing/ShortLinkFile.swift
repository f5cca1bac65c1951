import Diagnostics
import Foundation
import KnowledgeBase

/// Reads and extends `shortlinks.yml`: a line `code: article` for each short address.
///
/// Lines are added and never changed, since stickers outlive articles.
package struct ShortLinkFile: Sendable {
  package static let name = "shortlinks.yml"

  package let links: ShortLinks
  package let diagnostics: [Diagnostic]
  private let shownPath: String
  /// The file's text; nil when there is no file yet.
  private let source: String?

  /// - Parameter shownAs: how the content folder is written in diagnostics.
  package init(in folder: URL, shownAs shownFolder: String) {
    let url = folder.appending(path: Self.name)
    shownPath = "\(shownFolder)/\(Self.name)"
    var links = ShortLinks()
    guard FileManager.default.fileExists(atPath: url.path) else {
      self.links = links
      diagnostics = []
      source = nil
      return
    }
    switch SourceFile.read(url, shownAs: shownPath) {
    case .failure(let refusal):
      diagnostics = [refusal.diagnostic]
      source = nil
    case .success(let file):
      source = file.text
      var reader = YAMLReader(file.text, in: file)
      for code in reader.keys {
        guard let article = reader.string(code) else { continue }
        if !ShortLinks.isCode(code) {
          reader.report(
            .error, rule: "short-link", at: reader.node(code), "'\(code)' can't be a short address",
            cures: ["use small letters, digits and hyphens"])
        } else {
          _ = links.add(code, to: ArticleID(article))
        }
      }
      diagnostics = reader.diagnostics
    }
    self.links = links
  }

  /// What is wrong with the file, and what leads to an article that isn't there: its stickers end at
  /// the home page.
  package func findings(in library: Library) -> [Diagnostic] {
    guard !links.all.isEmpty else { return diagnostics }
    let known = Set(library.articles.map(\.id))
    let ids = known.map(\.rawValue).sorted()
    let dangling = links.all.filter { !known.contains($0.article) }.map { link in
      let meant = didYouMean(link.article.rawValue, among: ids).map { "did you mean '\($0)'?" }
      return Diagnostic(
        .warning, rule: "short-link", at: SourceLocation(file: shownPath),
        "short address '\(link.code)' leads to '\(link.article)', which doesn't exist",
        cures: [meant ?? "write the id of the article that answers instead; keep the code"])
    }
    return diagnostics + dangling
  }

  /// The file with a line more for each code, all others as they are.
  package func text(adding new: [(code: String, article: ArticleID)]) -> String {
    var text = source ?? "# Short addresses, printed on stickers: never remove or rename a code.\n"
    if !text.hasSuffix("\n") { text += "\n" }
    for link in new {
      text += "\"\(link.code)\": \(link.article.rawValue.quotedForYAML)\n"
    }
    return text
  }
}
