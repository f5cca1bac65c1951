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

  let all: [Entry]
  private let byFolder: [[String]: [Entry]]

  /// - Complexity: O(*n* log *n*) in the number of articles.
  init(_ articles: [Article], in language: Language) {
    let collation = Collation(language: language.code)
    let keyed = articles.map { article in (article, collation.key(of: article.title)) }
    let sorted = keyed.sorted { left, right in
      left.1 == right.1 ? left.0.id < right.0.id : left.1 < right.1
    }
    all = sorted.map { Entry(article: $0.0, letter: collation.heading(of: $0.1)) }
    byFolder = Dictionary(grouping: all, by: \.article.categoryPath)
  }

  /// The articles right inside a folder.
  func entries(in folder: [String]) -> [Entry] { byFolder[folder] ?? [] }
}
