import KnowledgeBase
import SearchIndex
import TextAnalysis

/// How well the articles of one language cover what a customer asked.
package struct ContactMatch: Sendable, Hashable {
  /// The article that covers most, if any covers anything.
  package let article: ArticleID?
  /// 0: no word of the contact stands in an article; 1: all stand prominently in one.
  package let coverage: Double
}

/// Matches contacts against articles: the score of the best article, divided by the score of an
/// article that held every word prominently. Words that no article knows count as the rarest, which
/// tells a question outside of the articles from one inside.
///
/// Words and their inflections come from the search index; runs of four characters add what typing
/// mistakes and compounds hide from words.
package struct ContactMatcher: Sendable {
  /// How much runs of characters count beside words.
  private static let characterWeight = 0.35
  /// BM25's saturation at full weight, in 1/1024.
  private static let fullWeight = Double(1024 + Impact.saturation)

  private let index: SearchIndex
  private let characters: CharacterIndex

  package init(_ index: SearchIndex) {
    self.index = index
    characters = CharacterIndex(index.documents)
  }

  /// - Complexity: O(*p*), *p* postings of the contact's words.
  package func match(_ text: String) -> ContactMatch {
    let words = wordScores(of: text)
    let runs = characters.scores(of: text)
    var best: (document: Int, score: Double)?
    for document in Set(words.scores.keys).union(runs.scores.keys).sorted() {
      let score =
        (words.ideal > 0 ? (words.scores[document] ?? 0) / words.ideal : 0)
        + Self.characterWeight * (runs.ideal > 0 ? (runs.scores[document] ?? 0) / runs.ideal : 0)
      if score > best?.score ?? 0 { best = (document, score) }
    }
    guard let best else { return ContactMatch(article: nil, coverage: 0) }
    return ContactMatch(
      article: index.documents[best.document].article,
      coverage: min(1, best.score / (1 + Self.characterWeight)))
  }

  private func wordScores(of text: String) -> (scores: [Int: Double], ideal: Double) {
    let terms = index.terms(of: text).filter { !$0.form.contains(" ") }
    let unknown = Double(Impact.rarity(of: 0, in: index.documents.count)) / 1024
    var scores: [Int: Double] = [:]
    var ideal = 0.0
    var known: Set<String> = []
    for term in terms {
      known.insert(term.form)
      let rarity =
        Double(Impact.rarity(of: index.documentFrequency(of: term), in: index.documents.count))
        / 1024
      let isGuess = !term.expansions.contains { $0.weight == 256 }
      ideal += isGuess ? unknown : rarity
      for (document, score) in index.score(term) {
        scores[document, default: 0] += Double(score) / Self.fullWeight
      }
    }
    for token in Set(Tokenizer.tokens(in: text).map(\.form)) where !known.contains(token) {
      ideal += unknown
    }
    return (scores, ideal)
  }
}

/// Which documents hold which runs of four characters.
struct CharacterIndex: Sendable {
  private let documents: [UInt64: [Int32]]
  private let total: Int

  init(_ documents: [SearchDocument]) {
    var postings: [UInt64: [Int32]] = [:]
    for (number, document) in documents.enumerated() {
      let text = "\(document.title)\n\(document.summary)\n\(document.text)"
      for run in Set(CharacterRuns.of(text)) {
        postings[run, default: []].append(Int32(number))
      }
    }
    self.documents = postings
    total = documents.count
  }

  func scores(of text: String) -> (scores: [Int: Double], ideal: Double) {
    var scores: [Int: Double] = [:]
    var ideal = 0.0
    for run in Set(CharacterRuns.of(text)).sorted() {
      let found = documents[run] ?? []
      let rarity = Double(Impact.rarity(of: found.count, in: total)) / 1024
      ideal += rarity
      for document in found { scores[Int(document), default: 0] += rarity }
    }
    return (scores, ideal)
  }
}

/// Runs of four characters within folded words, each word with a mark before and after it.
enum CharacterRuns {
  private static let mark: UInt64 = 0x5F

  /// Each run as one number: four scalars of 16 bits.
  static func of(_ text: String) -> [UInt64] {
    Tokenizer.tokens(in: text).flatMap { of(form: $0.form) }
  }

  static func of(form: String) -> [UInt64] {
    let scalars = [mark] + form.unicodeScalars.map { UInt64($0.value & 0xFFFF) } + [mark]
    guard scalars.count > 4 else { return [scalars.reduce(0) { $0 << 16 | $1 }] }
    return (0...scalars.count - 4).map { start in
      scalars[start..<start + 4].reduce(0) { $0 << 16 | $1 }
    }
  }
}
