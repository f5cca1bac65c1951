import KnowledgeBase

/// The articles and categories of one language, found by folder without a search.
struct Shelf {
  /// Notes what is taken from the shelf.
  var shown: ShownArticles?
  private let allArticles: [Article]
  private let articlesByFolder: [[String]: [Article]]
  /// Where an article stands among those of its folder.
  private let positions: [ArticleID: Int]
  private let categoriesByPath: [[String]: KnowledgeBase.Category]
  private let categoriesByFolder: [[String]: [KnowledgeBase.Category]]

  init(_ library: Library, language: Language) {
    let articles = library.articles(in: language)
    allArticles = articles
    let categories = library.categories(in: language)
    articlesByFolder = Dictionary(grouping: articles, by: \.categoryPath)
    positions = articlesByFolder.values.reduce(into: [:]) { positions, articles in
      for (position, article) in articles.enumerated() { positions[article.id] = position }
    }
    categoriesByPath = Dictionary(
      categories.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    categoriesByFolder = Dictionary(grouping: categories) { Array($0.path.dropLast()) }
  }

  func category(_ path: [String]) -> KnowledgeBase.Category? { categoriesByPath[path] }

  /// The categories right inside a folder, in their order; `[]` is the language's own.
  func categories(in folder: [String]) -> [KnowledgeBase.Category] {
    categoriesByFolder[folder] ?? []
  }

  /// All articles, in their order.
  var articles: [Article] {
    shown?.note(allArticles)
    return allArticles
  }

  /// The articles right inside a folder, in their order.
  func articles(in folder: [String]) -> [Article] {
    let articles = articlesByFolder[folder] ?? []
    shown?.note(articles)
    return articles
  }

  /// The articles of an article's folder that stand next to it, itself among them.
  ///
  /// - Parameter limit: how many at most; more before or after it are left out.
  func articles(around article: Article, limit: Int) -> ArraySlice<Article> {
    let all = articlesByFolder[article.categoryPath] ?? []
    let position = positions[article.id] ?? 0
    let start = max(0, min(position - limit / 2, all.count - limit))
    let around = all[start..<min(all.count, start + limit)]
    shown?.note(around)
    return around
  }

  /// The articles of a folder and of those in it.
  func articles(below folder: [String]) -> [Article] {
    articles(in: folder) + categories(in: folder).flatMap { articles(below: $0.path) }
  }
}
