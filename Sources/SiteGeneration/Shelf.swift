import KnowledgeBase

/// The articles and categories of one language, found by folder without a search.
struct Shelf {
  let articles: [Article]
  private let articlesByFolder: [[String]: [Article]]
  private let categoriesByPath: [[String]: KnowledgeBase.Category]
  private let categoriesByFolder: [[String]: [KnowledgeBase.Category]]

  init(_ library: Library, language: Language) {
    articles = library.articles(in: language)
    let categories = library.categories(in: language)
    articlesByFolder = Dictionary(grouping: articles, by: \.categoryPath)
    categoriesByPath = Dictionary(
      categories.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    categoriesByFolder = Dictionary(grouping: categories) { Array($0.path.dropLast()) }
  }

  func category(_ path: [String]) -> KnowledgeBase.Category? { categoriesByPath[path] }

  /// The categories right inside a folder, in their order; `[]` is the language's own.
  func categories(in folder: [String]) -> [KnowledgeBase.Category] {
    categoriesByFolder[folder] ?? []
  }

  /// The articles right inside a folder, in their order.
  func articles(in folder: [String]) -> [Article] { articlesByFolder[folder] ?? [] }

  /// The articles of a folder and of those in it.
  func articles(below folder: [String]) -> [Article] {
    articles(in: folder) + categories(in: folder).flatMap { articles(below: $0.path) }
  }
}
