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
/// Words and their inflections come from the search index and find the articles that may be meant;
/// of these, runs of four characters add what typing mistakes and compounds hide from words, and the
/// closest passage what is asked in the article's own words.
package struct ContactMatcher: Sendable {
  /// How much runs of characters and the closest passage count beside words.
  private static let characterWeight = 0.35
  private static let passageWeight = 0.25
  /// Each contact counts as if it had one more word that no article knows, so that a single common
  /// word isn't taken for a question that is answered.
  private static let unknownWords = 1.0
  /// As many runs as such a word has.
  private static let unknownRuns: Float = 3
  private static let candidates = 5
  /// Articles that words find and runs are compared with.
  private static let foundByWords = 8
  /// BM25's term weight of a word that stands everywhere in an article.
  private static let fullWeight = Double(1024 + Impact.saturation) / 1024
  /// From this many documents on, words that say little are left out, as in the search.
  private static let largeIndex = 300
  /// Texts that a core takes at a time.
  private static let chunk = 1024

  private let index: SearchIndex
  private let articles: [ArticleID]
  /// The article of each document of the index.
  private let articleOfDocument: [Int]
  private let runs: [ArticleRuns]
  private let rarities: [UInt32: Float]
  /// How much a run in no article counts.
  private let rarestRun: Float
  /// All words of the index, to know two that are written as one.
  private let known: FormTable
  /// Stems that begin a phrase which synonyms are known for.
  private let phraseBeginnings: Set<String>

  package init(_ library: Library, index: SearchIndex) {
    self.index = index
    let published = library.articles(in: index.language)
    articles = published.map(\.id)
    let numbers = Dictionary(
      articles.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    articleOfDocument = index.documents.map { numbers[$0.article] ?? 0 }
    var runs = concurrently(published, chunk: 32) { articles in articles.map(ArticleRuns.init) }
    var frequencies: [UInt32: Int] = [:]
    for article in runs { for key in article.keys { frequencies[key, default: 0] += 1 } }
    let rarities = frequencies.mapValues { Float(Rarity.of($0, in: published.count)) }
    let average = Double(runs.reduce(0) { $0 + $1.runCount }) / Double(max(1, runs.count))
    for number in runs.indices {
      runs[number].weigh(averageLength: average) { rarities[$0] ?? 0 }
    }
    self.runs = runs
    self.rarities = rarities
    rarestRun = Float(Rarity.of(0, in: published.count))
    known = FormTable((0..<index.formCount).lazy.map(index.form).filter { !$0.contains(" ") })
    phraseBeginnings = Set(
      index.synonyms.expansions.compactMap { phrase, _ in
        let forms = Tokenizer.tokens(in: phrase).map(\.form)
        return forms.count > 1 ? index.stem(forms[0]) : nil
      })
  }

  /// What is kept from one contact to the next.
  private struct Memo {
    var words: MatchedWords
    var scores: DocumentScores
    var products = ArticleRuns.roomForProducts
    var numbers: [Int] = []
    /// A word and the one before it, written as one.
    var joined: [UInt8] = []
  }

  private var memo: Memo {
    Memo(
      words: MatchedWords(index, phraseBeginnings: phraseBeginnings) { rarities[$0] },
      scores: DocumentScores(documents: index.documents.count))
  }

  package func match(_ text: String) -> ContactMatch {
    var memo = memo
    return match(text, memo: &memo)
  }

  /// The matches of many texts, in their order, on all cores.
  ///
  /// - Complexity: O(*t* · (*w* + *d*)), *t* texts, *w* their words, *d* documents with a small factor.
  package func matches(_ texts: [String]) -> [ContactMatch] {
    concurrently(texts, chunk: Self.chunk, start: { memo }) { texts, memo in
      texts.map { match($0, memo: &memo) }
    }
  }

  private func match(_ text: String, memo: inout Memo) -> ContactMatch {
    guard !articles.isEmpty else { return ContactMatch(candidates: []) }
    memo.words.makeRoom()
    var words = words(of: text, memo: &memo)
    if words.isTakenAsWhole {
      let phrases = index.terms(of: text, hasRelated: false).filter { !$0.form.contains(" ") }
      words.scored = phrases.map { memo.words.word($0, form: nil) }
    }
    let ideal =
      words.scored.reduce(Self.unknownWords * Rarity.of(0, in: index.documents.count)) {
        $0 + $1.ideal
      } * Self.fullWeight
    let hasStrong = words.scored.contains { !$0.isWeak }
    for word in words.scored where !hasStrong || !word.isWeak {
      memo.words.add(word, to: &memo.scores, mayFind: true)
    }
    if hasStrong, index.documents.count <= Self.largeIndex {
      for word in words.scored where word.isWeak {
        memo.words.add(word, to: &memo.scores, mayFind: false)
      }
    }
    var found = memo.scores.takeBest(Self.foundByWords, articles: articleOfDocument)
    if found.isEmpty { found = articles.indices.map { ($0, 0) } }
    return ContactMatch(
      candidates: best(found, ideal: ideal, words: words, products: &memo.products))
  }

  /// The words of a text.
  private struct Words {
    /// What is added to the scores of documents.
    var scored: [MatchedWords.Word] = []
    /// Rising, each once.
    var runs: [ArticleRuns.Run] = []
    var unknownRuns = 0
    /// Whether words together may stand for others: phrases with synonyms, two words for one,
    /// another keyboard layout.
    var isTakenAsWhole = false
  }

  private func words(of text: String, memo: inout Memo) -> Words {
    var scanner = TokenScanner(Array(text.utf8))
    var words = Words()
    memo.numbers.removeAll(keepingCapacity: true)
    memo.joined.removeAll(keepingCapacity: true)
    var knownCount = 0
    var count = 0
    while scanner.next() != nil {
      let number = memo.words.number(of: scanner.form)
      let word = memo.words[number]
      count += 1
      if word.isKnown { knownCount += 1 }
      let last = memo.joined.count
      memo.joined += scanner.form
      words.isTakenAsWhole =
        words.isTakenAsWhole || word.hasPhrases
        || last > 0 && known.number(of: memo.joined[...]) != nil
      memo.joined.removeFirst(last)
      guard !memo.numbers.contains(number) else { continue }
      memo.numbers.append(number)
      words.scored.append(word)
      words.runs += memo.words.runs(of: word)
      words.unknownRuns += word.unknownRuns
    }
    words.isTakenAsWhole = words.isTakenAsWhole || knownCount * 2 < count
    words.runs.sort { $0.key < $1.key }
    var end = 0
    for run in words.runs where end == 0 || run.key != words.runs[end - 1].key {
      words.runs[end] = run
      end += 1
    }
    words.runs.removeLast(words.runs.count - end)
    return words
  }

  /// Adds what runs of characters and passages say, and brings the scores to 0…1.
  private func best(
    _ found: [(article: Int, score: Double)], ideal: Double, words: Words,
    products: inout [Float]
  ) -> [ContactMatch.Candidate] {
    let unknown = Float(words.unknownRuns)
    let all = words.runs.reduce((unknown + Self.unknownRuns) * rarestRun) { $0 + $1.rarity }
    let square = words.runs.reduce(unknown * rarestRun * rarestRun) { $0 + $1.rarity * $1.rarity }
    guard all > 0, ideal > 0 else { return [] }
    let most = 1 + Self.characterWeight + Self.passageWeight
    var best: [(article: Int, score: Double)] = []
    for (article, score) in found {
      let (held, closest) = runs.span[article].likeness(to: words.runs, products: &products)
      let sum =
        score / ideal + Self.characterWeight * Double(held / all)
        + (square > 0 ? Self.passageWeight * Double(closest / square.squareRoot()) : 0)
      let total = min(1, sum / most)
      guard total > 0 else { continue }
      let place =
        best.firstIndex {
          $0.score != total ? $0.score < total : articles[$0.article] > articles[article]
        } ?? best.count
      guard place < Self.candidates else { continue }
      best.insert((article, total), at: place)
      if best.count > Self.candidates { best.removeLast() }
    }
    return best.map { ContactMatch.Candidate(article: articles[$0.article], score: $0.score) }
  }
}
