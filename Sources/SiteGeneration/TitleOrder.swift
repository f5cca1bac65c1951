import KnowledgeBase
import TextAnalysis

/// The articles of a language from A to Z, with the letter that each stands under: that of the first
/// word which says what it is about, since half of a help centre's titles begin with the same one or
/// two (`Jak …`, `Kā …`, `Как …`).
///
/// Titles are sorted once for all lists; those of a folder keep the order of all.
struct TitleOrder: Sendable {
  struct Entry: Sendable {
    let article: Article
    let letter: String
  }

  /// The articles of a list, which may go over many pages, each of which names all letters.
  struct List: Sendable {
    let entries: [Entry]
    /// Where those under each letter stand.
    let letters: [Range<Int>]

    init(_ entries: [Entry]) {
      self.entries = entries
      let starts = entries.indices.filter {
        $0 == 0 || entries[$0].letter != entries[$0 - 1].letter
      }
      letters = zip(starts, starts.dropFirst() + [entries.count]).map { $0..<$1 }
    }
  }

  let all: List
  private let suffixes: SuffixTable?
  private let byFolder: [[String]: List]

  /// - Complexity: O(*n* log *n*) in the number of articles.
  init(_ articles: [Article], in language: Language) {
    let collation = Collation(language: language.code)
    let suffixes = SuffixTable.table(for: language.code)
    let keyed = articles.map { article in
      let title = article.title
      let topic = suffixes.map { String(title[$0.topicStart(of: title)...]) } ?? title
      return (article, collation.key(of: topic))
    }
    let sorted = keyed.sorted { left, right in
      left.1 == right.1 ? left.0.id < right.0.id : left.1 < right.1
    }
    let entries = sorted.map { Entry(article: $0.0, letter: collation.heading(of: $0.1)) }
    all = List(entries)
    self.suffixes = suffixes
    byFolder = Dictionary(grouping: entries, by: \.article.categoryPath).mapValues { List($0) }
  }

  /// The words of a title before the one that it stands by, and the rest with what parts it from them.
  ///
  ///     order.parts(of: "How long does a refund take?")  // ("How long does a", " refund take?")
  func parts(of title: String) -> (opening: Substring, rest: Substring) {
    let topic = suffixes?.topicStart(of: title) ?? title.startIndex
    let last = title[..<topic].lastIndex { $0.isLetter || $0.isNumber }
    let end = last.map(title.index(after:)) ?? title.startIndex
    return (title[..<end], title[end...])
  }

  /// The articles right inside a folder.
  func list(in folder: [String]) -> List { byFolder[folder] ?? List([]) }
}
