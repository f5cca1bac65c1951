import KnowledgeBase

/// The articles and categories of one language, found by folder without a search.
struct Shelf {
  /// What stands where; shared by the copies, one of which each page has.
  private final class Order: Sendable {
    let plan: SitePlan
    /// Where the language's articles stand among the library's.
    let numbers: Range<Int>
    /// Where a folder's do, which stand one after another.
    let articlesByFolder: [[String]: Range<Int>]
    let categoriesByPath: [[String]: KnowledgeBase.Category]
    let categoriesByFolder: [[String]: [KnowledgeBase.Category]]

    init(_ plan: SitePlan, language: Language) {
      self.plan = plan
      let articles = plan.library.articles
      numbers = plan.library.numbers(in: language)
      let categories = plan.library.categories(in: language)
      var folders: [[String]: Range<Int>] = [:]
      var start = numbers.lowerBound
      for number in numbers {
        let next = number + 1
        let folder = articles[start].categoryPath
        if next == numbers.upperBound || articles[next].categoryPath != folder {
          folders[folder] = start..<next
          start = next
        }
      }
      articlesByFolder = folders
      categoriesByPath = Dictionary(
        categories.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
      categoriesByFolder = Dictionary(grouping: categories) { Array($0.path.dropLast()) }
    }
  }

  /// Notes what is taken from the shelf.
  var shown: ShownArticles?
  private let order: Order

  init(_ plan: SitePlan, language: Language) { order = Order(plan, language: language) }

  private var library: Library { order.plan.library }
  private var all: [Article] { order.plan.library.articles }
  private var numbers: Range<Int> { order.numbers }

  func category(_ path: [String]) -> KnowledgeBase.Category? { order.categoriesByPath[path] }

  /// The categories right inside a folder, in their order; `[]` is the language's own.
  func categories(in folder: [String]) -> [KnowledgeBase.Category] {
    order.categoriesByFolder[folder] ?? []
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
    let place = place(of: article) ?? range.lowerBound
    let start = max(range.lowerBound, min(place - limit / 2, range.upperBound - limit))
    let around = start..<min(range.upperBound, start + limit)
    shown?.note(around)
    return all[around]
  }

  /// Notes that articles are shown which come from elsewhere.
  func note(_ articles: some Sequence<Article>) {
    guard let shown else { return }
    for article in articles {
      if let place = place(of: article) { shown.note(place) }
    }
  }

  /// The articles of a folder and of those in it.
  func articles(below folder: [String]) -> [Article] {
    articles(in: folder) + categories(in: folder).flatMap { articles(below: $0.path) }
  }

  private func place(of article: Article) -> Int? {
    let place = library.number(of: article.id, in: article.language)
    // Two may have one name.
    if let place, all[place].permalink != article.permalink {
      return all.firstIndex { $0.permalink == article.permalink }
    }
    return place.flatMap { numbers.contains($0) ? $0 : nil }
  }

  private func range(of folder: [String]) -> Range<Int> {
    order.articlesByFolder[folder] ?? 0..<0
  }
}
