import KnowledgeBase
import SearchIndex

/// Compares texts with articles: words find the articles that may be meant, runs of characters and
/// passages tell which of them is.
struct ComparedTexts {
  /// How much runs of characters and the closest passage count beside words.
  private static let characterWeight = 0.35
  private static let passageWeight = 0.25
  /// Each contact counts as if it had two more words that no article knows, so that a single common
  /// word isn't taken for a question that is answered.
  private static let unknownWords = 2.0
  /// As many runs as such a word has.
  private static let unknownRuns: Float = 3
  /// Articles that words find and runs are compared with.
  private static let foundByWords = 8
  /// BM25's term weight of a word that stands everywhere in an article.
  private static let fullWeight = Double(1024 + Impact.saturation) / 1024
  /// From this many documents on, words that say little are left out, as in the search.
  private static let largeIndex = 300

  private let matcher: ContactMatcher
  private let documents: Int
  private var scores: DocumentScores<UInt16>
  /// For texts whose scores may be larger.
  private var largeScores: DocumentScores<UInt32>
  private var scorer: WordScorer
  /// The words of a text that is taken as a whole.
  private var phrases = MatchedWords()
  /// By word: the last text that it was met in, counted from 1.
  private var lastText: [UInt32] = []
  /// Of the words of a text, those that are added to where it counts.
  private var late: [DocumentRow] = []
  private var found: [(article: UInt32, score: UInt16)] = []
  private var largeFound: [(article: UInt32, score: UInt32)] = []
  private var ownRuns: [ArticleRuns.Run] = []
  private var products = ArticleRuns.roomForProducts

  init(_ matcher: ContactMatcher) {
    self.matcher = matcher
    documents = matcher.index.documents.count
    scores = DocumentScores(documents: documents)
    largeScores = DocumentScores(documents: documents)
    scorer = matcher.scorer
  }

  /// What the runs of a text are held against.
  private struct TextRuns {
    /// Its runs among those of all texts: rising, each once.
    let runs: Range<Int>
    /// The rarity of all, and the length of their vector.
    let all: Float
    let length: Float
  }

  /// A text beside an article.
  private struct Pair {
    let text: UInt32
    let article: UInt32
    /// By words alone, then in all; 0…1.
    var score: Double
  }

  mutating func matches(of scanned: ScannedTexts, words: MatchedWords) -> [ContactMatch] {
    var runs: [ArticleRuns.Run] = []
    var texts: [TextRuns] = []
    var pairs: [Pair] = []
    var pairsOfText = [0]
    var numbers: [UInt32] = []
    lastText = [UInt32](repeating: 0, count: words.count)
    for (place, text) in scanned.words.enumerated() {
      numbers.removeAll(keepingCapacity: true)
      var knownCount = 0
      var hasPhrases = text.hasJoinedWords
      for position in text.words {
        let number = scanned.numbers[position]
        if words[Int(number)].isKnown { knownCount += 1 }
        hasPhrases = hasPhrases || words[Int(number)].hasPhrases
        if lastText[Int(number)] != UInt32(place + 1) {
          lastText[Int(number)] = UInt32(place + 1)
          numbers.append(number)
        }
      }
      texts.append(addRuns(of: numbers, in: words, to: &runs))
      if hasPhrases || knownCount * 2 < text.words.count {
        phrases.removeAll()
        scorer.addTerms(of: scanned.texts[place], to: &phrases)
        numbers = (0..<phrases.count).map(UInt32.init)
        addPairs(of: UInt32(place), numbers, in: phrases, to: &pairs)
      } else {
        addPairs(of: UInt32(place), numbers, in: words, to: &pairs)
      }
      if pairs.count == pairsOfText[place] {
        pairs += foundByRuns(UInt32(place), texts: texts, runs: runs)
      }
      pairsOfText.append(pairs.count)
    }
    for pair in Self.byArticle(pairs, articles: matcher.articles.count) {
      compare(&pairs[pair], texts: texts, runs: runs)
    }
    return texts.indices.map { text in
      ContactMatch(
        nearest: best(pairs[pairsOfText[text]..<pairsOfText[text + 1]]).map {
          ($0.article, $0.score)
        }, in: matcher.articles)
    }
  }

  /// The articles that runs find where words find none: of all the best, not yet compared.
  private mutating func foundByRuns(
    _ text: UInt32, texts: [TextRuns], runs: [ArticleRuns.Run]
  ) -> [Pair] {
    guard !texts[Int(text)].runs.isEmpty else { return [] }
    var all = matcher.articles.indices.map { Pair(text: text, article: UInt32($0), score: 0) }
    for pair in all.indices { compare(&all[pair], texts: texts, runs: runs) }
    return best(all[...]).map { Pair(text: text, article: $0.article, score: 0) }
  }

  /// Adds the articles that words find.
  private mutating func addPairs(
    of text: UInt32, _ numbers: [UInt32], in words: MatchedWords, to pairs: inout [Pair]
  ) {
    var ideal = Self.unknownWords * Rarity.of(0, in: documents)
    var most = 0
    var hasStrong = false
    for number in numbers {
      let word = words[Int(number)]
      ideal += word.ideal
      most += words.most(of: word)
      hasStrong = hasStrong || !word.isWeak
    }
    ideal *= Self.fullWeight
    let scale = MatchedWords.unit / ideal
    let weakAdd = hasStrong && documents <= Self.largeIndex
    if most <= Int(UInt16.max) {
      Self.add(
        numbers, in: words, hasStrong: hasStrong, weakAdd: weakAdd, to: &scores, late: &late)
      scores.takeBest(
        Self.foundByWords, adding: late, of: words.rows.span, articles: matcher.articleOfDocument,
        into: &found)
      pairs += found.lazy.map {
        Pair(text: text, article: $0.article, score: Double($0.score) * scale)
      }
    } else {
      Self.add(
        numbers, in: words, hasStrong: hasStrong, weakAdd: weakAdd, to: &largeScores, late: &late)
      largeScores.takeBest(
        Self.foundByWords, adding: late, of: words.rows.span, articles: matcher.articleOfDocument,
        into: &largeFound)
      pairs += largeFound.lazy.map {
        Pair(text: text, article: $0.article, score: Double($0.score) * scale)
      }
    }
  }

  /// - Parameters:
  ///   - hasStrong: whether a word says something, so that others find nothing.
  ///   - weakAdd: whether those others count for what was found.
  ///   - late: is filled with what is not added yet; nothing if others ask for what was found.
  private static func add<Sum>(
    _ numbers: [UInt32], in words: MatchedWords, hasStrong: Bool, weakAdd: Bool,
    to board: inout DocumentScores<Sum>, late: inout [DocumentRow]
  ) {
    late.removeAll(keepingCapacity: true)
    for number in numbers where !hasStrong || !words[Int(number)].isWeak {
      if !weakAdd, let row = words.row(of: words[Int(number)]) {
        late.append(row)
      } else {
        words.add(words[Int(number)], to: &board, mayFind: true)
      }
    }
    // Those that add most first: they tell soonest where the others don't matter.
    late.sort { $0.most > $1.most }
    guard weakAdd else { return }
    for number in numbers where words[Int(number)].isWeak {
      words.add(words[Int(number)], to: &board, mayFind: false)
    }
  }

  private mutating func addRuns(
    of numbers: [UInt32], in words: MatchedWords, to runs: inout [ArticleRuns.Run]
  ) -> TextRuns {
    let rarest = matcher.rarestRun
    var unknown: Float = 0
    ownRuns.removeAll(keepingCapacity: true)
    for number in numbers {
      let word = words[Int(number)]
      unknown += Float(word.unknownRuns)
      ownRuns += words.runs(of: word)
    }
    ownRuns.sort()
    ownRuns.removeRepeated()
    var all = (unknown + Self.unknownRuns) * rarest
    var square = unknown * rarest * rarest
    for run in ownRuns {
      all += run.rarity
      square += run.rarity * run.rarity
    }
    let first = runs.count
    runs += ownRuns
    return TextRuns(runs: first..<runs.count, all: all, length: square.squareRoot())
  }

  /// Adds what runs of characters and passages say, and brings the score to 0…1.
  private mutating func compare(_ pair: inout Pair, texts: [TextRuns], runs: [ArticleRuns.Run]) {
    let text = texts[Int(pair.text)]
    let (held, closest) = matcher.runs.span[Int(pair.article)].likeness(
      to: runs.span.extracting(text.runs), products: &products)
    let sum =
      pair.score
      + (text.all > 0 ? Self.characterWeight * Double(held / text.all) : 0)
      + (text.length > 0 ? Self.passageWeight * Double(closest / text.length) : 0)
    pair.score = min(1, sum / (1 + Self.characterWeight + Self.passageWeight))
  }

  /// The numbers of the pairs by article: what is read of an article stays in the cache for the next.
  private static func byArticle(_ pairs: [Pair], articles: Int) -> [Int] {
    var ends = [Int](repeating: 0, count: articles + 1)
    for pair in pairs { ends[Int(pair.article) + 1] += 1 }
    for article in ends.indices.dropFirst() { ends[article] += ends[article - 1] }
    var order = [Int](repeating: 0, count: pairs.count)
    for (number, pair) in pairs.enumerated() {
      order[ends[Int(pair.article)]] = number
      ends[Int(pair.article)] += 1
    }
    return order
  }

  private func best(_ pairs: ArraySlice<Pair>) -> [Pair] {
    var best: [Pair] = []
    for pair in pairs where pair.score > 0 {
      let place =
        best.firstIndex {
          $0.score != pair.score
            ? $0.score < pair.score
            : matcher.articles[Int($0.article)] > matcher.articles[Int(pair.article)]
        } ?? best.count
      guard place < ContactMatch.most else { continue }
      best.insert(pair, at: place)
      if best.count > ContactMatch.most { best.removeLast() }
    }
    return best
  }
}
