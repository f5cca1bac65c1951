import KnowledgeBase
import TextAnalysis

/// The articles of a language from A to Z, with the letter that each stands under.
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
  private let byFolder: [[String]: List]

  /// - Complexity: O(*n* log *n*) in the number of articles.
  init(_ articles: [Article], in language: Language) {
    let collation = Collation(language: language.code)
    let keyed = articles.map { article in (article, collation.key(of: article.title)) }
    let sorted = keyed.sorted { left, right in
      left.1 == right.1 ? left.0.id < right.0.id : left.1 < right.1
    }
    let entries = sorted.map { Entry(article: $0.0, letter: collation.heading(of: $0.1)) }
    all = List(entries)
    byFolder = Dictionary(grouping: entries, by: \.article.categoryPath).mapValues { List($0) }
  }

  /// The articles right inside a folder.
  func list(in folder: [String]) -> List { byFolder[folder] ?? List([]) }
}
