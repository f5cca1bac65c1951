import KnowledgeBase
import SearchIndex
import TextAnalysis

/// How well the articles of one language cover what a customer asked.
///
/// It is one reference, so that copies of a million, on all cores at once, count references to a
/// million values and not to one.
package struct ContactMatch: Sendable, Hashable {
  /// An article that comes near, and how near.
  package struct Candidate: Sendable, Hashable {
    package let article: ArticleID
    package let score: Double
  }

  /// As many articles are kept: all that words find (`ComparedTexts`).
  static let most = 8

  private final class Nearest: Sendable {
    /// The articles that `numbers` mean: those of a language, shared by all its matches.
    let articles: [ArticleID]
    let numbers: InlineArray<8, UInt32>
    let scores: InlineArray<8, Double>
    let count: Int

    init(_ nearest: [(article: UInt32, score: Double)], in articles: [ArticleID]) {
      count = min(nearest.count, ContactMatch.most)
      self.articles = count == 0 ? [] : articles
      numbers = InlineArray { $0 < nearest.count ? nearest[$0].article : 0 }
      scores = InlineArray { $0 < nearest.count ? nearest[$0].score : 0 }
    }
  }

  private let nearest: Nearest

  package init(candidates: [Candidate]) {
    self.init(
      nearest: candidates.enumerated().map { (UInt32($0.offset), $0.element.score) },
      in: candidates.map(\.article))
  }

  /// - Parameter nearest: numbers of articles and their scores, best first.
  init(nearest: [(article: UInt32, score: Double)], in articles: [ArticleID]) {
    self.nearest = Nearest(nearest, in: articles)
  }

  /// The nearest articles, best first, at most eight.
  package var candidates: [Candidate] {
    (0..<nearest.count).map {
      Candidate(article: nearest.articles[Int(nearest.numbers[$0])], score: nearest.scores[$0])
    }
  }

  /// The scores of the candidates.
  var scores: some RandomAccessCollection<Double> {
    (0..<nearest.count).lazy.map { [nearest] in nearest.scores[$0] }
  }

  package var article: ArticleID? {
    nearest.count > 0 ? nearest.articles[Int(nearest.numbers[0])] : nil
  }
  /// 0: no word of the contact stands in an article; 1: all stand prominently in one.
  package var coverage: Double { nearest.scores[0] }

  package static func == (left: Self, right: Self) -> Bool { left.candidates == right.candidates }

  package func hash(into hasher: inout Hasher) { hasher.combine(candidates) }
}

/// Matches contacts against articles: the score of the best article, divided by the score of an
/// article that held every word prominently. Words that no article knows count as the rarest, which
/// tells a question outside of the articles from one inside.
///
/// Words and their inflections come from the search index and find the articles that may be meant;
/// of these, runs of four characters add what typing mistakes and compounds hide from words, and the
/// closest passage what is asked in the article's own words.
package struct ContactMatcher: Sendable {
  let index: SearchIndex
  let articles: [ArticleID]
  /// The article of each document of the index.
  let articleOfDocument: [UInt32]
  let runs: [ArticleRuns]
  /// How much a run in no article counts.
  let rarestRun: Float
  /// All words of the index, to know two that are written as one.
  let known: FormTable
  private let rarities: [UInt32: Float]
  /// Stems that begin a phrase which synonyms are known for.
  private let phraseBeginnings: Set<String>

  package init(_ library: Library, index: SearchIndex) {
    self.index = index
    let published = library.articles(in: index.language)
    articles = published.map(\.id)
    let numbers = Dictionary(
      articles.enumerated().map { ($1, UInt32($0)) }, uniquingKeysWith: { first, _ in first })
    articleOfDocument = index.documents.map { numbers[$0.article] ?? 0 }
    let runs = concurrently(published, chunk: 32) { articles in articles.map(ArticleRuns.init) }
    var frequencies: [UInt32: Int] = [:]
    for article in runs { for key in article.keys { frequencies[key, default: 0] += 1 } }
    let rarities = frequencies.mapValues { Float(Rarity.of($0, in: published.count)) }
    let average = Double(runs.reduce(0) { $0 + $1.runCount }) / Double(max(1, runs.count))
    self.runs = concurrently(runs, chunk: 32) { articles in
      var articles = Array(articles)
      for number in articles.indices {
        articles[number].weigh(averageLength: average) { rarities[$0] ?? 0 }
      }
      return articles
    }
    self.rarities = rarities
    rarestRun = Float(Rarity.of(0, in: published.count))
    known = FormTable((0..<index.formCount).lazy.map(index.form).filter { !$0.contains(" ") })
    phraseBeginnings = Set(
      index.synonyms.expansions.compactMap { phrase, _ in
        let forms = Tokenizer.tokens(in: phrase).map(\.form)
        return forms.count > 1 ? index.stem(forms[0]) : nil
      })
  }

  package func match(_ text: String) -> ContactMatch {
    matches([text]).first ?? ContactMatch(candidates: [])
  }

  /// The matches of many texts, in their order, on all cores.
  ///
  /// - Complexity: O(*t* · (*w* + *d*)), *t* texts, *w* their words, *d* documents with a small factor.
  package func matches(_ texts: [String]) -> [ContactMatch] {
    var matching = matching()
    return matching.matches(texts)
  }

  /// For texts that come in batches: what is known of their words is kept from one to the next.
  package func matching() -> ContactMatching { ContactMatching(self) }

  var scorer: WordScorer {
    WordScorer(index, phraseBeginnings: phraseBeginnings) { rarities[$0] }
  }
}
