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
  /// BM25's saturation at full weight, in 1/1024.
  private static let fullWeight = Double(1024 + Impact.saturation)

  private let index: SearchIndex
  private let articles: [ArticleID]
  /// The article of each document of the index.
  private let articleOfDocument: [Int]
  private let characters: CharacterIndex
  private let passages: [Passages]

  package init(_ library: Library, index: SearchIndex) {
    self.index = index
    let published = library.articles(in: index.language)
    articles = published.map(\.id)
    let numbers = Dictionary(
      articles.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    articleOfDocument = index.documents.map { numbers[$0.article] ?? 0 }
    let characters = CharacterIndex(published.map(Self.text))
    self.characters = characters
    passages = published.map { Passages($0, characters: characters) }
  }

  /// - Complexity: O(*p*), *p* postings of the contact's words and runs.
  package func match(_ text: String) -> ContactMatch {
    guard !articles.isEmpty else { return ContactMatch(candidates: []) }
    let runs = CharacterRuns.of(text)
    var scores = wordScores(of: text)
    var runScores = [Double](repeating: 0, count: articles.count)
    let ideal = characters.score(runs, into: &runScores) + Self.unknownRuns * characters.rarest
    if ideal > 0 {
      for article in scores.indices {
        scores[article] += Self.characterWeight * runScores[article] / ideal
      }
    }
    return ContactMatch(candidates: rescored(Self.best(scores), runs: runs))
  }

  private static func text(of article: Article) -> String {
    let matter = article.frontMatter
    let sections = article.sections.flatMap { [$0.title, $0.text] }
    return ([article.title, matter.description ?? ""] + matter.questions + sections)
      .joined(separator: "\n")
  }

  /// The score of each article by words, 0…1.
  private func wordScores(of text: String) -> [Double] {
    let unknown = Rarity.of(0, in: index.documents.count)
    var scores = [Double](repeating: 0, count: articles.count)
    var ideal = Self.unknownWords * unknown
    var known: Set<String> = []
    for term in index.terms(of: text) where !term.form.contains(" ") {
      known.insert(term.form)
      let isGuess = !term.expansions.contains { $0.weight == 256 }
      ideal +=
        isGuess
        ? unknown : Rarity.of(index.documentFrequency(of: term), in: index.documents.count)
      var best: [Int: Double] = [:]
      for (document, score) in index.score(term) {
        let article = articleOfDocument[document]
        best[article] = max(best[article] ?? 0, Double(score) / Self.fullWeight)
      }
      for (article, score) in best { scores[article] += score }
    }
    let unknownForms = Set(Tokenizer.tokens(in: text).map(\.form)).subtracting(known)
    ideal += unknown * Double(unknownForms.count)
    return ideal > 0 ? scores.map { $0 / ideal } : scores
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
    _ found: [(article: Int, score: Double)], runs: [UInt64]
  ) -> [ContactMatch.Candidate] {
    var rarities: [UInt64: Double] = [:]
    var square = 0.0
    for run in Set(runs).sorted() {
      let rarity = characters.rarity(of: run)
      rarities[run] = rarity * rarity
      square += rarity * rarity
    }
    let norm = square.squareRoot()
    let most = 1 + Self.characterWeight + Self.passageWeight
    return found.map { article, score in
      let likeness = passages[article].likeness(to: rarities, norm: norm)
      return ContactMatch.Candidate(
        article: articles[article],
        score: min(1, (score + Self.passageWeight * likeness) / most))
    }.sorted { $0.score != $1.score ? $0.score > $1.score : $0.article < $1.article }
  }
}
