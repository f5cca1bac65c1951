import Foundation
import KnowledgeBase
import TextAnalysis

/// What an export became: files below a content folder, and what could not be carried.
package struct ImportedContent {
  package struct File {
    package let path: String
    package let data: Data
  }

  package struct Note: Hashable {
    /// The article, file or object in the export.
    package let source: String
    package let text: String
  }

  package private(set) var files: [File] = []
  package private(set) var notes: [Note] = []
  package private(set) var languages: Set<Language> = []
  package private(set) var articles = 0
  package private(set) var redirects = 0
  private var title: String?
  private var address: String?
  private var firstLanguages: [Language] = []
  private var pinned: [String] = []
  private var allowed: Set<String> = []
  private var categories: Set<String> = []

  package init() {}

  mutating func add(_ article: ImportedArticle) {
    let path = "\(article.language.code)/\(article.id).md"
    add(File(path: path, data: Data(article.markdown.utf8)))
    languages.insert(article.language)
    articles += 1
    redirects += article.aliases.count
  }

  mutating func add(_ file: File) { files.append(file) }

  /// A folder's `_category.yml`; the first of a folder counts.
  mutating func addCategory(
    _ folder: [String], title: String?, description: String?, order: Int?
  ) {
    let path = (folder + ["_category.yml"]).joined(separator: "/")
    guard categories.insert(path).inserted else { return }
    var lines = ["title: \(YAMLText.quoted(title ?? folder.last ?? ""))"]
    if let description, !description.isEmpty {
      lines.append("description: \(YAMLText.quoted(description))")
    }
    if let order { lines.append("order: \(order)") }
    add(File(path: path, data: Data((lines.joined(separator: "\n") + "\n").utf8)))
  }

  /// What the site is called, where it is, and its languages, the default first.
  mutating func describe(title: String?, address: String?, languages: [Language]) {
    self.title = title
    self.address = address
    firstLanguages = languages
  }

  /// Has the home page name an article first.
  mutating func pin(_ id: String) {
    if !pinned.contains(id) { pinned.append(id) }
  }

  /// Has the site allow harmless elements of HTML that articles have.
  mutating func allow(_ elements: Set<String>) { allowed.formUnion(elements) }

  /// A configuration to start from: title, address, languages with the default first.
  package var configuration: File {
    let first = firstLanguages.filter(languages.contains)
    let codes = (first + languages.sorted().filter { !first.contains($0) }).map(\.code)
    var lines = [
      "title: \(YAMLText.quoted(title ?? "Help"))",
      "base-url: \(YAMLText.quoted(address ?? "https://help.example.com"))",
      "languages: [\(codes.joined(separator: ", "))]",
    ]
    if !allowed.isEmpty {
      lines.append("allowed-html: [\(allowed.sorted().joined(separator: ", "))]")
    }
    if !pinned.isEmpty { lines += ["pinned:"] + pinned.map { "  - \(YAMLText.quoted($0))" } }
    return File(path: "signpost.yml", data: Data((lines.joined(separator: "\n") + "\n").utf8))
  }

  /// An article that was added as a file.
  mutating func count(_ language: Language, redirects: Int) {
    languages.insert(language)
    articles += 1
    self.redirects += redirects
  }

  mutating func note(_ source: String, _ text: String) {
    let note = Note(source: source, text: text)
    if !notes.contains(note) { notes.append(note) }
  }
}

/// An article on its way into a file.
struct ImportedArticle {
  let language: Language
  /// The path below the language folder, without extension.
  let id: String
  let title: String
  var description: String?
  var kind: ArticleKind = .page
  var tags: [String] = []
  var updated: String?
  var isDraft = false
  var isArchived = false
  var order: Int?
  /// Former addresses, which lead here.
  var aliases: [String] = []
  let body: String

  var markdown: String {
    var lines = ["---", "title: \(YAMLText.quoted(title))"]
    if let description, !description.isEmpty {
      lines.append("description: \(YAMLText.quoted(description))")
    }
    if kind != .page { lines.append("kind: \(kind.rawValue)") }
    if !tags.isEmpty {
      lines.append("tags: [\(tags.map(YAMLText.quoted).joined(separator: ", "))]")
    }
    if let updated { lines.append("updated: \(updated)") }
    if isDraft { lines.append("status: draft") }
    if isArchived { lines.append("status: archived") }
    if let order { lines.append("order: \(order)") }
    if !aliases.isEmpty {
      lines.append("aliases:")
      lines += aliases.map { "  - \(YAMLText.quoted($0))" }
    }
    return lines.joined(separator: "\n") + "\n---\n" + body
  }

  /// A question is a FAQ article, numbered steps are a how-to.
  static func kind(ofTitle title: String, body: String) -> ArticleKind {
    if title.hasSuffix("?") { return .faq }
    let steps = body.split(separator: "\n").count { $0.hasPrefix("1. ") || $0.hasPrefix("2. ") }
    return steps >= 2 ? .howTo : .page
  }
}

/// Texts as YAML writes them.
enum YAMLText {
  /// Bare where that is safe, else in double quotes.
  static func quoted(_ text: String) -> String {
    let flat = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let isPlain =
      flat.first?.isLetter == true && !flat.contains(": ") && !flat.hasSuffix(":")
      && !flat.contains(" #") && flat.allSatisfy { !"[]{},\"'\\`&*!|>%@".contains($0) }
      && !["true", "false", "yes", "no", "on", "off", "null", "y", "n"].contains(flat.lowercased())
    if isPlain { return flat }
    let escaped = flat.unicodeScalars.map { scalar in
      switch scalar {
      case "\\": "\\\\"
      case "\"": "\\\""
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: ""
      default: String(scalar)
      }
    }.joined()
    return "\"\(escaped)\""
  }
}

/// Makes paths of titles, each once.
struct PathNames {
  private static let maximumWords = 8

  private var used: Set<String> = []

  /// `How do I get a refund?` becomes `how-do-i-get-a-refund`.
  mutating func path(below folder: [String], for title: String) -> String {
    let words = Tokenizer.tokens(in: title).map(\.form).prefix(Self.maximumWords)
    let name = words.isEmpty ? "article" : words.joined(separator: "-")
    let base = (folder + [name]).joined(separator: "/")
    var path = base
    var number = 2
    while !used.insert(path).inserted {
      path = "\(base)-\(number)"
      number += 1
    }
    return path
  }
}
