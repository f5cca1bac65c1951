import KnowledgeBase
import SearchIndex
import Synchronization

/// What the search index of one language takes from the texts of articles: taken while their pages
/// are made, so that texts needn't be kept until then; and kept until the next publication, so that
/// only changed articles are read again.
final class SearchTerms: Sendable {
  /// Takes the terms of articles, one article at a time.
  private final class Lane: Sendable {
    let number: Int
    let vectors: Mutex<TermVectors>

    init(_ vectors: TermVectors, number: Int) {
      self.number = number
      self.vectors = Mutex(vectors)
    }

    func add(_ documents: [SearchDocument]) -> Range<Int> {
      vectors.withLock { vectors in
        let start = vectors.count
        for document in documents { vectors.add(document) }
        return start..<vectors.count
      }
    }
  }

  private struct Lanes {
    var all: [Lane] = []
    /// Those that no thread uses.
    var free: [Lane] = []
  }

  private let language: Language
  private let categories: [[String]: String]
  private let pinned: Set<ArticleID>
  private let kept: KeptTerms
  /// One for each thread that takes terms at the same time. Those of recent articles go on.
  private let lanes: Mutex<Lanes>
  private let added = Mutex<[UInt64: KeptTerms.Entry]>([:])
  /// Whether the terms of all articles are among those that were taken.
  private let isWhole = Mutex(false)

  init(_ language: Language, of library: Library, kept: KeptTerms) {
    self.language = language
    self.kept = kept
    pinned = Set(library.site.pinned)
    categories = library.categoryTitles(in: language)
    let recent = kept.recent.vectors.enumerated().map { Lane($1, number: $0) }
    lanes = Mutex(Lanes(all: recent, free: recent))
  }

  /// Takes what the index needs from an article's text, unless it is known. May be called from many
  /// threads at once.
  func take(from article: Article) {
    let key = Self.key(of: article)
    guard !kept.holds(key), added.withLock({ $0[key] == nil }) else { return }
    add(article, key)
  }

  @discardableResult
  private func add(_ article: Article, _ key: UInt64) -> KeptTerms.Entry {
    let documents = SearchDocument.documents(
      of: article, category: category(of: article), isPinned: pinned.contains(article.id))
    let lane = lanes.withLock { lanes in
      if let free = lanes.free.popLast() { return free }
      let lane = Lane(TermVectors(language: language), number: lanes.all.count)
      lanes.all.append(lane)
      return lane
    }
    let range = lane.add(documents)
    lanes.withLock { $0.free.append(lane) }
    let questions = documents.dropFirst().map {
      SearchDocument.Question(title: $0.title, anchor: $0.section, summary: $0.summary)
    }
    let entry = KeptTerms.Entry(vectors: lane.number, documents: range, questions: questions)
    added.withLock { $0[key] = entry }
    return entry
  }

  /// The index of all articles, whose terms were taken.
  ///
  /// - Parameter isKept: whether its postings are left to the next publication, where these are new.
  func index(of articles: [Article], synonyms: Synonyms, isKept: Bool) -> SearchIndex {
    if let index = mendedIndex(of: articles, synonyms: synonyms) { return index }
    let known = gathered(articles)
    if isKept, articles.allSatisfy({ $0.digest != nil }) { kept.keep(known) }
    let questions = known.questions
    // Given up, so that the index changes them in place.
    return index(
      of: articles, synonyms: synonyms, questions: questions, postings: (consume known).postings)
  }

  /// The index of all articles, made of the kept one's postings; nil where more has changed than that
  /// some articles say something else.
  func mendedIndex(of articles: [Article], synonyms: Synonyms) -> SearchIndex? {
    guard let (questions, postings) = exchanged(articles) else { return nil }
    return index(of: articles, synonyms: synonyms, questions: questions, postings: postings)
  }

  /// How many articles say something else than in the kept index; nil when there is none.
  func changes(in articles: [Article]) -> Int? {
    guard let old = kept.postings, old.keys.count == articles.count else { return nil }
    return zip(articles, old.keys).count { Self.key(of: $0) != $1 }
  }

  private func index(
    of articles: [Article], synonyms: Synonyms, questions: [[SearchDocument.Question]],
    postings: consuming IndexPostings
  ) -> SearchIndex {
    let documents = zip(articles, questions).flatMap { article, questions in
      SearchDocument.shown(
        of: article, category: category(of: article), isPinned: pinned.contains(article.id),
        questions: questions)
    }
    return SearchIndex(
      documents, language: language, synonyms: synonyms, postings: consume postings)
  }

  /// The kept postings with those of changed articles exchanged; nil where more has changed.
  private func exchanged(
    _ articles: [Article]
  ) -> (questions: [[SearchDocument.Question]], postings: IndexPostings)? {
    guard let old = kept.postings, old.keys.count == articles.count else { return nil }
    var questions = old.questions
    var numbers: [Int] = []
    var runs: [(vectors: Int, documents: Range<Int>)] = []
    var number = 0
    for (place, article) in articles.enumerated() {
      let count = 1 + old.questions[place].count
      defer { number += count }
      let key = Self.key(of: article)
      if old.keys[place] == key { continue }
      let known = added.withLock { $0[key] } ?? kept.recent.entries[key]
      let entry = known ?? add(article, key)
      guard entry.documents.count == count else { return nil }
      numbers += number..<number + count
      runs.append((entry.vectors, entry.documents))
      questions[place] = entry.questions
    }
    let recent = lanes.withLock { $0.all.map { $0.vectors.withLock { $0 } } }
    return old.postings.exchanging(numbers, for: recent, runs: runs).map { (questions, $0) }
  }

  /// The postings of all terms.
  private func gathered(_ articles: [Article]) -> KeptPostings {
    let base = kept.recentStart
    var keys: [UInt64] = []
    var questions: [[SearchDocument.Question]] = []
    var runs: [(vectors: Int, documents: Range<Int>)] = []
    keys.reserveCapacity(articles.count)
    questions.reserveCapacity(articles.count)
    runs.reserveCapacity(articles.count)
    for article in articles {
      let key = Self.key(of: article)
      let known = kept[key]
      // Of what only the postings knew there may be no terms.
      let entry = known ?? added.withLock { $0[key] } ?? add(article, key)
      let vectors = entry.vectors + (known == nil ? base : 0)
      keys.append(key)
      questions.append(entry.questions)
      if let last = runs.last, last.vectors == vectors,
        last.documents.upperBound == entry.documents.lowerBound
      {
        let start = last.documents.lowerBound
        runs[runs.count - 1].documents = start..<entry.documents.upperBound
      } else {
        runs.append((vectors, entry.documents))
      }
    }
    let recent = lanes.withLock { $0.all.map { $0.vectors.withLock { $0 } } }
    let postings = IndexPostings(Array(kept.vectors.prefix(base)) + recent, runs: runs)
    isWhole.withLock { $0 = base == 0 }
    return KeptPostings(keys: keys, questions: questions, postings: postings)
  }

  /// Leaves the terms to the next publication.
  ///
  /// - Parameter articles: those that it may ask for again.
  func keep(_ articles: [Article]) {
    let added = added.withLock { $0 }
    guard !added.isEmpty else { return }
    var recent = KeptTerms.Generation()
    recent.vectors = lanes.withLock { $0.all.map { $0.vectors.withLock { $0 } } }
    for article in articles where article.digest != nil {
      let key = Self.key(of: article)
      recent.entries[key] = added[key] ?? kept.recent.entries[key]
    }
    kept.keep(recent, isFirst: isWhole.withLock { $0 })
  }

  private func category(of article: Article) -> String { categories[article.categoryPath] ?? "" }

  /// What wasn't read from a file is known by its address, and isn't kept.
  private static func key(of article: Article) -> UInt64 {
    if let digest = article.digest { return digest.whole }
    var digest = ContentDigest()
    digest.add(article.permalink.path)
    return digest.value
  }
}
