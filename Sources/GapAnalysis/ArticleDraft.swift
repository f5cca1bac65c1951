import KnowledgeBase
import TextAnalysis

/// The skeleton of an article that a topic lacks: title, customers' wordings as questions, and what
/// an editor has to fill in. It is a draft, so that it isn't published before it is written.
package struct ArticleDraft: Sendable {
  private static let longestSlug = 6

  /// Below the content folder: `pl/fuel/no-fuel-card.md`.
  package let path: String
  package let text: String

  /// One draft for each language that asks, with the wordings of all its topics.
  ///
  /// - Parameters:
  ///   - topics: those that ask for the same; the first of a language gives the title, and who is to
  ///     write one is to write all.
  ///   - category: the folders below the language's.
  ///   - slug: the file's name, shared by the translations.
  package static func drafts(
    of topics: [GapReport.Topic], category: [String], slug: String
  ) -> [ArticleDraft] {
    let owner = topics.lazy.compactMap(\.decision?.owner).first
    return Dictionary(grouping: topics, by: \.language).sorted { $0.key < $1.key }.compactMap {
      _, topics in
      topics.first.map {
        ArticleDraft(
          $0, and: topics.dropFirst(), category: category, slug: slug, owner: owner)
      }
    }
  }

  private init(
    _ topic: GapReport.Topic, and others: ArraySlice<GapReport.Topic>, category: [String],
    slug: String, owner: String?
  ) {
    path = ([topic.language] + category + ["\(slug).md"]).joined(separator: "/")
    let words = DraftWords.of(topic.language)
    let title = CustomerWording.sentence(topic.name)
    let questions = CustomerWording.distinct(
      topic.quotes + others.flatMap { [$0.name] + $0.quotes }, besides: [title])
    let listed = questions.map { "  - \(CustomerWording.yaml($0))" }
    let owner = owner.map { ["owner: \(CustomerWording.yaml($0))"] } ?? []
    let matter =
      ["title: \(CustomerWording.yaml(title))", "kind: how-to", "status: draft"] + owner
      + (listed.isEmpty ? [] : ["questions:"] + listed)
    text = """
      ---
      \(matter.joined(separator: "\n"))
      ---
      \(words.answer)

      1. \(words.step)

      ## \(words.otherwise)

      - \(words.case)

      """
  }

  /// A file name of a title: `No fuel card in the car` is `no-fuel-card-in-the-car`.
  package static func slug(of title: String) -> String {
    let forms = Tokenizer.tokens(in: title).map { Transliteration.latin($0.form) }
    let ascii = forms.map { $0.filter { $0.isASCII && ($0.isLetter || $0.isNumber) } }
    return ascii.filter { !$0.isEmpty }.prefix(longestSlug).joined(separator: "-")
  }
}

/// Turns what customers typed into what may stand in an article.
enum CustomerWording {
  /// Without stops and spaces around, with a capital at the start: `Where is my refund?`.
  static func sentence(_ text: String) -> String {
    var words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    while let last = words.last, ".!… ,".contains(last) { words.removeLast() }
    while words.hasSuffix("??") { words.removeLast() }
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  /// Sentences that differ in more than case and diacritics and hold no redacted data.
  static func distinct(_ texts: [String], besides known: [String]) -> [String] {
    var seen = Set(known.map(folded))
    return texts.map(sentence).filter { text in
      !text.contains("[") && seen.insert(folded(text)).inserted
    }
  }

  /// As a value in YAML, quoted where it must be.
  static func yaml(_ text: String) -> String {
    let special = text.unicodeScalars.contains {
      ":#[]{}&*!|>'\"%@`\\,\n\r\t".unicodeScalars.contains($0) || $0.isRefusedByYAML
    }
    let isWord = ["true", "false", "yes", "no", "null", "~", ""].contains(text.lowercased())
    let first = text.first.map { "-? ".contains($0) || $0.isNumber } ?? true
    guard special || isWord || first else { return text }
    return text.quotedForYAML
  }

  private static func folded(_ text: String) -> String {
    Tokenizer.tokens(in: text).map(\.form).joined(separator: " ")
  }
}
