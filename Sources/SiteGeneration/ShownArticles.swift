import KnowledgeBase
import Synchronization

/// Notes which other articles a page was made from, so that the page is made anew when one of them
/// has changed, and only then. Articles are noted by their places among the library's.
final class ShownArticles: Sendable {
  private let noted = Mutex<[Range<Int>]>([])

  func note(_ number: Int) { note(number..<number + 1) }

  func note(_ numbers: Range<Int>) {
    guard !numbers.isEmpty else { return }
    noted.withLock { noted in
      // What is shown again and again mostly is what was shown last.
      if noted.last != numbers { noted.append(numbers) }
    }
  }

  /// Each once, sorted.
  var numbers: [UInt32] {
    let ranges = noted.withLock { $0 }.sorted { $0.lowerBound < $1.lowerBound }
    var numbers: [UInt32] = []
    var end = 0
    for range in ranges where range.upperBound > end {
      numbers += (max(end, range.lowerBound)..<range.upperBound).lazy.map(UInt32.init)
      end = range.upperBound
    }
    return numbers
  }
}

/// The library as pages see it: what they take from it is noted.
struct ShownLibrary {
  let plan: SitePlan
  let shown: ShownArticles?

  private var library: Library { plan.library }
  var languages: [Language] { library.languages }
  var notices: [Notice] { library.notices }
  var retired: [RetiredArticle] { library.retired }

  func article(_ id: ArticleID, in language: Language) -> Article? {
    guard let number = library.number(of: id, in: language) else { return nil }
    shown?.note(number)
    return library.articles[number]
  }

  func source(of id: ArticleID) -> Article? {
    languages.lazy.compactMap { article(id, in: $0) }.first
  }

  func isOutdated(_ article: Article) -> Bool {
    _ = source(of: article.id)
    return library.isOutdated(article)
  }
}
