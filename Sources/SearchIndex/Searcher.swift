import KnowledgeBase
import TextAnalysis

/// One answer of a search.
package struct SearchHit: Sendable {
  /// The number of the document in the index.
  package let number: Int
  package let document: SearchDocument
  /// Comparable within one query only.
  package let score: Double
}

extension SearchIndex {
  /// The scale of scores: integers inside, so that every engine computes the same.
  private static let scale = 1024

  /// From this many documents on, words that say little are not looked up: they stand everywhere.
  private static let largeIndex = 300

  /// Returns the documents that best answer `text`, best first, at most one an article.
  ///
  ///     index.search("reset password", limit: 3).first?.document.title  // "Reset your password"
  ///
  /// - Parameter isTyping: the last word may be unfinished.
  /// - Complexity: O(*p* + *d* + *d* log *k*), *p* postings read, *d* documents, *k* the limit.
  package func search(
    _ text: String, limit: Int = 10, isTyping: Bool = false,
    filter: SearchFilter = SearchFilter()
  ) -> [SearchHit] {
    search(terms(of: text, isTyping: isTyping), limit: limit, filter: filter)
  }

  /// Returns the documents that best answer terms that `terms(of:)` made.
  ///
  /// Words that say little add to what other words found, and find nothing themselves, unless
  /// nothing else was asked.
  ///
  package func search(
    _ terms: [QueryTerm], limit: Int = 10, filter: SearchFilter = SearchFilter()
  ) -> [SearchHit] {
    var scores = [Int](repeating: 0, count: documents.count)
    var accumulator = Accumulator(documents: documents.count)
    for (term, mayFind) in effective(terms) {
      if term.expansions.count == 1 {
        add(term, term.expansions[0], mayFind: mayFind, to: &scores)
        continue
      }
      let parts = accumulate(term, in: &accumulator)
      let rarity = Impact.rarity(ofParts: parts, in: documents.count)
      for document in accumulator.touched {
        guard mayFind || scores[Int(document)] > 0 else { continue }
        let frequency = Int(accumulator.frequencies[Int(document)])
        scores[Int(document)] += Self.score(frequency, rarity: rarity, weight: term.weight)
      }
      accumulator.clear()
    }
    for prior in priors { scores[prior.document] = prior.raised(scores[prior.document]) }
    if !filter.isEmpty {
      for number in scores.indices where scores[number] > 0 && !filter.allows(documents[number]) {
        scores[number] = 0
      }
    }
    return best(of: scores, limit: limit).map { number in
      SearchHit(
        number: number, document: documents[number],
        score: Double(scores[number]) / Double(Self.scale))
    }
  }

  /// Adds the scores of a term that stands for one form, as most do in a large index: there are no
  /// more scores than impacts.
  private func add(
    _ term: QueryTerm, _ expansion: QueryTerm.Expansion, mayFind: Bool, to scores: inout [Int]
  ) {
    let postings = postings(of: expansion.form)
    let rarity = Impact.rarity(
      ofParts: postings.count * expansion.weight, in: documents.count)
    let byImpact = Impact.frequencies.map { frequency in
      Self.score(
        frequency * expansion.weight / QueryExpander.full, rarity: rarity, weight: term.weight)
    }
    for posting in postings {
      let document = Int(postingDocuments[posting])
      if mayFind || scores[document] > 0 {
        scores[document] += byImpact[Int(postingImpacts[posting])]
      }
    }
  }

  /// The terms that count, in the order they are added, and whether they find what others don't.
  private func effective(_ terms: [QueryTerm]) -> [(term: QueryTerm, mayFind: Bool)] {
    let strong = terms.filter { !$0.isWeak }
    guard !strong.isEmpty else { return terms.map { ($0, true) } }
    let weak = documents.count > Self.largeIndex ? [] : terms.filter(\.isWeak)
    return strong.map { ($0, true) } + weak.map { ($0, false) }
  }

  /// The words of `text` with everything they stand for in this index.
  package func terms(of text: String, isTyping: Bool = false) -> [QueryTerm] {
    QueryExpander(index: self).terms(of: text, isTyping: isTyping)
  }

  /// How many documents hold one of the term's forms, those that hold a mere relative in part.
  package func documentFrequency(of term: QueryTerm) -> Int {
    var accumulator = Accumulator(documents: documents.count)
    return (accumulate(term, in: &accumulator) + 128) / 256
  }

  /// The score of each document that holds one of the term's forms: all forms count as one word
  /// with one rarity, their weighted frequencies added before they saturate.
  package func score(_ term: QueryTerm) -> [Int: Int] {
    var accumulator = Accumulator(documents: documents.count)
    let parts = accumulate(term, in: &accumulator)
    let rarity = Impact.rarity(ofParts: parts, in: documents.count)
    var scores: [Int: Int] = [:]
    for document in accumulator.touched {
      let frequency = Int(accumulator.frequencies[Int(document)])
      scores[Int(document)] = Self.score(frequency, rarity: rarity, weight: term.weight)
    }
    return scores
  }

  /// What each term adds to the score of a document, for `--explain`.
  package func contributions(
    of terms: [QueryTerm], to document: Int
  ) -> [(term: QueryTerm, score: Double)] {
    effective(terms).compactMap { term, _ in
      score(term)[document].map { (term, Double($0) / Double(Self.scale)) }
    }
  }

  private static func score(_ frequency: Int, rarity: Int, weight: Int) -> Int {
    rarity * Impact.saturated(frequency) / scale * weight / QueryExpander.full
  }

  /// Adds the weighted frequencies of a term's forms.
  ///
  /// - Returns: The documents touched, in 1/256, each by the weight of its heaviest form: the forms
  ///   come heaviest first.
  private func accumulate(_ term: QueryTerm, in accumulator: inout Accumulator) -> Int {
    var parts = 0
    var scaled = [Int32](repeating: 0, count: Impact.frequencies.count)
    for expansion in term.expansions {
      for (impact, frequency) in Impact.frequencies.enumerated() {
        scaled[impact] = Int32(frequency * expansion.weight / QueryExpander.full)
      }
      for posting in postings(of: expansion.form) {
        let document = postingDocuments[posting]
        if accumulator.frequencies[Int(document)] == 0 {
          accumulator.touched.append(document)
          parts += expansion.weight
        }
        accumulator.frequencies[Int(document)] += scaled[Int(postingImpacts[posting])]
      }
    }
    return parts
  }

  /// The best document of each of the best articles; of equal scores the earlier document.
  private func best(of scores: [Int], limit: Int) -> [Int] {
    var top = TopDocuments(limit: limit)
    var start = 0
    while start < scores.count {
      var best = start
      var next = start + 1
      while next < scores.count, articleNumbers[next] == articleNumbers[start] {
        if scores[next] > scores[best] { best = next }
        next += 1
      }
      if scores[best] > top.threshold { top.insert(best, score: scores[best]) }
      start = next
    }
    return top.documents
  }
}

/// Frequencies by document, used again for each term of a query.
private struct Accumulator {
  /// In 1/1024. A word has a few thousand forms at most, so that no sum overflows.
  var frequencies: [Int32]
  var touched: [UInt32] = []

  init(documents: Int) {
    frequencies = [Int32](repeating: 0, count: documents)
  }

  mutating func clear() {
    for document in touched { frequencies[Int(document)] = 0 }
    touched.removeAll(keepingCapacity: true)
  }
}

/// The documents of the highest scores, inserted in rising order of their numbers.
struct TopDocuments {
  private let limit: Int
  private var entries: [(document: Int, score: Int)] = []

  init(limit: Int) {
    self.limit = limit
  }

  /// A score must be above this to get in.
  private(set) var threshold: Int = 0

  /// Best first.
  var documents: [Int] { entries.map(\.document) }

  /// - Complexity: O(*k*): few scores pass the threshold.
  mutating func insert(_ document: Int, score: Int) {
    guard limit > 0, score > threshold else { return }
    var position = entries.count
    while position > 0, entries[position - 1].score < score { position -= 1 }
    entries.insert((document, score), at: position)
    if entries.count > limit { entries.removeLast() }
    if entries.count == limit { threshold = entries[limit - 1].score }
  }
}
