import KnowledgeBase

/// The articles and categories of one language, found by folder without a search.
struct Shelf {
  /// Notes what is taken from the shelf.
  var shown: ShownArticles?
  private let allArticles: ArraySlice<Article>
  /// Where a folder's articles stand among the library's, which has them one after another.
  private let articlesByFolder: [[String]: Range<Int>]
  private let places: [Permalink: Int]
  private let categoriesByPath: [[String]: KnowledgeBase.Category]
  private let categoriesByFolder: [[String]: [KnowledgeBase.Category]]

  init(_ library: Library, language: Language) {
    let numbers = library.numbers(in: language)
    allArticles = library.articles[numbers]
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
    shown?.note(allArticles.indices)
    return allArticles
  }

  /// The articles right inside a folder, in their order.
  func articles(in folder: [String]) -> ArraySlice<Article> {
    let numbers = numbers(in: folder)
    shown?.note(numbers)
    return allArticles[numbers]
  }

  /// The articles of an article's folder that stand next to it, itself among them.
  ///
  /// - Parameter limit: how many at most; more before or after it are left out.
  func articles(around article: Article, limit: Int) -> ArraySlice<Article> {
    let all = numbers(in: article.categoryPath)
    let place = places[article.permalink] ?? all.lowerBound
    let start = max(all.lowerBound, min(place - limit / 2, all.upperBound - limit))
    let around = start..<min(all.upperBound, start + limit)
    shown?.note(around)
    return allArticles[around]
  }

  /// The articles of a folder and of those in it.
  func articles(below folder: [String]) -> [Article] {
    articles(in: folder) + categories(in: folder).flatMap { articles(below: $0.path) }
  }

  private func numbers(in folder: [String]) -> Range<Int> {
    articlesByFolder[folder] ?? allArticles.startIndex..<allArticles.startIndex
  }
}
