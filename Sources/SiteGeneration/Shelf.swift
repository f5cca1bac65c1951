import KnowledgeBase

/// The articles and categories of one language, found by folder without a search.
struct Shelf {
  /// Notes what is taken from the shelf.
  var shown: ShownArticles?
  private let all: [Article]
  /// Where the language's articles stand among the library's.
  private let numbers: Range<Int>
  /// Where a folder's do, which stand one after another.
  private let articlesByFolder: [[String]: Range<Int>]
  private let places: [Permalink: Int]
  private let categoriesByPath: [[String]: KnowledgeBase.Category]
  private let categoriesByFolder: [[String]: [KnowledgeBase.Category]]

  init(_ library: Library, language: Language) {
    all = library.articles
    numbers = library.numbers(in: language)
    let categories = library.categories(in: language)
    var folders: [[String]: Range<Int>] = [:]
    var places: [Permalink: Int] = [:]
    places.reserveCapacity(numbers.count)
    var start = numbers.lowerBound
    for number in numbers {
      let folder = library.articles[number].categoryPath
      places[library.articles[number].permalink] = number
      if folder != library.articles[start].categoryPath { start = number }
      if number + 1 == numbers.upperBound || library.articles[number + 1].categoryPath != folder {
        folders[folder] = start..<number + 1
      }
    }
    articlesByFolder = folders
    self.places = places
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
  var articles: ArraySlice<Article> {
    shown?.note(numbers)
    return all[numbers]
  }

  /// The articles right inside a folder, in their order.
  func articles(in folder: [String]) -> [Article] {
    let range = range(of: folder)
    shown?.note(range)
    return Array(all[range])
  }

  /// The articles of an article's folder that stand next to it, itself among them.
  ///
  /// - Parameter limit: how many at most; more before or after it are left out.
  func articles(around article: Article, limit: Int) -> ArraySlice<Article> {
    let range = range(of: article.categoryPath)
    let place = places[article.permalink] ?? range.lowerBound
    let start = max(range.lowerBound, min(place - limit / 2, range.upperBound - limit))
    let around = start..<min(range.upperBound, start + limit)
    shown?.note(around)
    return all[around]
  }

  /// Notes that articles are shown which come from elsewhere.
  func note(_ articles: some Sequence<Article>) {
    guard let shown else { return }
    for article in articles {
      if let place = places[article.permalink] { shown.note(place) }
    }
  }

  /// The articles of a folder and of those in it.
  func articles(below folder: [String]) -> [Article] {
    articles(in: folder) + categories(in: folder).flatMap { articles(below: $0.path) }
  }

  private func range(of folder: [String]) -> Range<Int> {
    articlesByFolder[folder] ?? 0..<0
  }
}
