import KnowledgeBase
import SearchIndex
import TextAnalysis

/// How well the articles of one language cover what a customer asked.
package struct ContactMatch: Sendable, Hashable {
  /// An article that comes near, and how near.
  package struct Candidate: Sendable, Hashable {
    package let article: ArticleID
    package let score: Double
  }

  /// The nearest articles, best first, at most five.
  package let candidates: [Candidate]

  package var article: ArticleID? { candidates.first?.article }
  /// 0: no word of the contact stands in an article; 1: all stand prominently in one.
  package var coverage: Double { candidates.first?.score ?? 0 }
}

/// Matches contacts against articles: the score of the best article, divided by the score of an
/// article that held every word prominently. Words that no article knows count as the rarest, which
/// tells a question outside of the articles from one inside.
///
/// Words and their inflections come from the search index; runs of four characters add what typing
/// mistakes and compounds hide from words; the closest passage of an article, what is asked in the
/// article's own words.
package struct ContactMatcher: Sendable {
  /// How much runs of characters and the closest passage count beside words.
  private static let characterWeight = 0.35
  private static let passageWeight = 0.25
  /// Each contact counts as if it had one more word that no article knows, so that a single common
  /// word isn't taken for a question that is answered.
  private static let unknownWords = 1.0
  /// As many runs as such a word has.
  private static let unknownRuns = 3.0
  private static let candidates = 5
  /// Articles that the search finds by words; what lies behind them is found by runs at most.
  private static let foundByWords = 64
  /// BM25's term weight of a word that stands everywhere in an article.
  private static let fullWeight = Double(1024 + Impact.saturation) / 1024

  private let index: SearchIndex
  private let articles: [ArticleID]
  /// The article of each document of the index.
  private let articleOfDocument: [Int]
  private let characters: CharacterIndex
  private let passages: [Passages]

  /// What is kept from one contact to the next, since words come again and again.
  package struct Memo {
    fileprivate var rarities: [String: Double] = [:]
    /// By run, 0 but while a contact is matched.
    fileprivate var weights: [Double] = []

    package init() {}
  }

  package init(_ library: Library, index: SearchIndex) {
    self.index = index
    let published = library.articles(in: index.language)
    articles = published.map(\.id)
    let numbers = Dictionary(
      articles.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    articleOfDocument = index.documents.map { numbers[$0.article] ?? 0 }
    let characters = CharacterIndex(published.map(\.wholeText))
    self.characters = characters
    passages = published.map { Passages($0, characters: characters) }
  }

  package func match(_ text: String) -> ContactMatch {
    var memo = Memo()
    return match(text, memo: &memo)
  }

  /// - Complexity: O(*p* + *a*), *p* postings of the contact's words and runs, *a* articles.
  package func match(_ text: String, memo: inout Memo) -> ContactMatch {
    guard !articles.isEmpty else { return ContactMatch(candidates: []) }
    let query = characters.query(CharacterRuns.of(text))
    var scores = [Double](repeating: 0, count: articles.count)
    let ideal = characters.score(query, into: &scores) + Self.unknownRuns * characters.rarest
    if ideal > 0 {
      for article in scores.indices { scores[article] *= Self.characterWeight / ideal }
    }
    addWordScores(of: text, to: &scores, memo: &memo)
    return ContactMatch(candidates: rescored(Self.best(scores), query: query, memo: &memo))
  }

  /// Adds the score of each article by words, 0…1.
  private func addWordScores(of text: String, to scores: inout [Double], memo: inout Memo) {
    let unknown = Rarity.of(0, in: index.documents.count)
    var ideal = Self.unknownWords * unknown
    // Pairs of words are left out: an article that has both words is as good.
    let terms = index.terms(of: text, hasRelated: false).filter { !$0.form.contains(" ") }
    for term in terms { ideal += rarity(of: term, memo: &memo) * Double(term.weight) / 256 }
    let known = Set(terms.map(\.form))
    let unknownForms = Set(Tokenizer.tokens(in: text).map(\.form)).subtracting(known)
    ideal += unknown * Double(unknownForms.count)
    guard ideal > 0 else { return }
    for hit in index.search(terms, limit: Self.foundByWords) {
      scores[articleOfDocument[hit.number]] += hit.score / (Self.fullWeight * ideal)
    }
  }

  /// A word that is only guessed at counts as one that no article knows.
  private func rarity(of term: QueryTerm, memo: inout Memo) -> Double {
    if let known = memo.rarities[term.form] { return known }
    let isGuess = !term.expansions.contains { $0.weight == 256 }
    let frequency = isGuess ? 0 : index.documentFrequency(of: term)
    let rarity = Rarity.of(frequency, in: index.documents.count)
    memo.rarities[term.form] = rarity
    return rarity
  }

  /// The articles with the best scores, best first; of equals the earlier.
  private static func best(_ scores: [Double]) -> [(article: Int, score: Double)] {
    var best: [(article: Int, score: Double)] = []
    for (article, score) in scores.enumerated() where score > 0 {
      if best.count == candidates, let last = best.last, last.score >= score { continue }
      let place = best.firstIndex { $0.score < score } ?? best.count
      best.insert((article, score), at: place)
      if best.count > candidates { best.removeLast() }
    }
    return best
  }

  /// Adds how near the closest passage comes, and brings the scores to 0…1.
  private func rescored(
    _ found: [(article: Int, score: Double)], query: CharacterIndex.Query, memo: inout Memo
  ) -> [ContactMatch.Candidate] {
    if memo.weights.count != characters.count {
      memo.weights = [Double](repeating: 0, count: characters.count)
    }
    var square = Double(query.unknown) * characters.rarest * characters.rarest
    for run in query.known {
      let rarity = characters.rarity(of: run)
      memo.weights[Int(run)] = rarity * rarity
      square += rarity * rarity
    }
    let norm = square.squareRoot()
    let most = 1 + Self.characterWeight + Self.passageWeight
    let candidates = found.map { article, score in
      let likeness = passages[article].likeness(to: memo.weights, norm: norm)
      return ContactMatch.Candidate(
        article: articles[article],
        score: min(1, (score + Self.passageWeight * likeness) / most))
    }
    for run in query.known { memo.weights[Int(run)] = 0 }
    return candidates.sorted {
      $0.score != $1.score ? $0.score > $1.score : $0.article < $1.article
    }
  }
}
