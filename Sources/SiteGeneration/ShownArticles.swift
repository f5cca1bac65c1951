import KnowledgeBase
import Synchronization

/// Notes which other articles a page was made from, so that the page is made anew when one of them
/// has changed, and only then.
final class ShownArticles: Sendable {
  private let permalinks = Mutex<Set<Permalink>>([])

  func note(_ article: Article) { permalinks.withLock { _ = $0.insert(article.permalink) } }

  func note(_ articles: some Sequence<Article>) {
    permalinks.withLock { known in for article in articles { known.insert(article.permalink) } }
  }

  var all: Set<Permalink> { permalinks.withLock { $0 } }
}

/// The library as pages see it: what they take from it is noted.
struct ShownLibrary {
  let library: Library
  let shown: ShownArticles?

  var languages: [Language] { library.languages }
  var notices: [Notice] { library.notices }
  var retired: [RetiredArticle] { library.retired }

  func article(_ id: ArticleID, in language: Language) -> Article? {
    noted(library.article(id, in: language))
  }

  func source(of id: ArticleID) -> Article? { noted(library.source(of: id)) }

  func isOutdated(_ article: Article) -> Bool {
    _ = source(of: article.id)
    return library.isOutdated(article)
  }

  private func noted(_ article: Article?) -> Article? {
    if let article { shown?.note(article) }
    return article
  }
}
