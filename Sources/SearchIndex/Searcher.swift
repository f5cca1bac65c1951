import KnowledgeBase
import TextAnalysis

/// One answer of a search.
package struct SearchHit: Sendable {
  /// The number of the document in the index.
  package let number: Int
  /// Comparable within one query only.
  package let score: Double
  let documents: DocumentList

  package var document: SearchDocument { documents[number] }
}

extension SearchIndex {
  /// The scale of scores: integers inside, so that every engine computes the same.
  private static let scale = 1024

  /// In an index of more documents words that say little are not looked up, since they stand
  /// everywhere; nor is the whole vocabulary for words that are merely like one.
  static let largeIndex = 300
  /// In an index of more documents words that begin like a known one are not looked up.
  static let hugeIndex = 2000
  /// Documents whose scores are looked at together.
  private static let block = 64

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
    boards.withBoard { board in
      let (strong, weak) = effective(terms)
      for term in strong where term.unit == nil { add(term, mayFind: true, to: &board) }
      for unit in units(of: strong) { add(unit, to: &board) }
      for term in weak { add(term, mayFind: false, to: &board) }
      for prior in priors { board[prior.document] = prior.raised(board[prior.document]) }
      if !filter.isEmpty {
        for number in documents.indices where board[number] > 0 && !filter.allows(documents[number])
        {
          board[number] = 0
        }
      }
      return best(of: board.scores, limit: limit).map { number in
        SearchHit(
          number: number, score: Double(board[number]) / Double(Self.scale), documents: documents)
      }
    }
  }

  /// Adds the scores of a term: all its forms count as one word with one rarity, their weighted
  /// frequencies added before they saturate.
  private func add(_ term: QueryTerm, mayFind: Bool, to board: inout ScoreBoard) {
    if term.expansions.count == 1 {
      add(term, term.expansions[0], mayFind: mayFind, to: &board)
      return
    }
    let parts = count(term, on: &board)
    let rarity = Impact.rarity(ofParts: parts, in: documents.count)
    board.takeCounted { _, frequency, score in
      guard mayFind || score > 0 else { return }
      score &+= Int32(
        truncatingIfNeeded: Self.score(frequency, rarity: rarity, weight: term.weight))
    }
  }

  /// Terms of each unit, in the order of the first.
  private func units(of terms: [QueryTerm]) -> [[QueryTerm]] {
    var units: [[QueryTerm]] = []
    for term in terms where term.unit != nil {
      if let place = units.firstIndex(where: { $0[0].unit == term.unit }) {
        units[place].append(term)
      } else {
        units.append([term])
      }
    }
    return units
  }

  /// Adds the scores of terms to documents that hold all of them, and to those that have a score.
  private func add(_ unit: [QueryTerm], to board: inout ScoreBoard) {
    let scores = unit.map(score)
    let inAll = scores.dropFirst().reduce(Set(scores[0].keys)) { $0.intersection($1.keys) }
    for document in Set(scores.flatMap(\.keys))
    where board[document] > 0 || inAll.contains(document) {
      board[document] += scores.reduce(0) { $0 + ($1[document] ?? 0) }
    }
  }

  /// Adds the scores of a term that stands for one form, as most do in a large index: there are no
  /// more scores than impacts.
  private func add(
    _ term: QueryTerm, _ expansion: QueryTerm.Expansion, mayFind: Bool, to board: inout ScoreBoard
  ) {
    let postings = postings(of: expansion.form)
    let rarity = Impact.rarity(
      ofParts: postings.count * expansion.weight, in: documents.count)
    func score(_ impact: Int) -> Int32 {
      let saturated =
        expansion.weight == QueryExpander.full
        ? Int(Impact.saturatedFrequencies[impact])
        : Impact.saturated(Impact.frequencies[impact] * expansion.weight / QueryExpander.full)
      return Int32(
        truncatingIfNeeded: Self.score(ofSaturated: saturated, rarity: rarity, weight: term.weight))
    }
    // A pair of words stands in few documents, fewer than there are impacts.
    if postings.count < Impact.Table.count {
      for posting in postings {
        let document = Int(postingDocuments[posting])
        guard mayFind || board[document] > 0 else { continue }
        board[document] += Int(score(Int(postingImpacts[posting] & 31)))
      }
    } else {
      board.add(
        Impact.Table(score), for: postingDocuments.span.extracting(postings),
        impacts: postingImpacts.span.extracting(postings), mayFind: mayFind)
    }
  }

  /// The terms that count, in the order they are added: those that find, and those that add to it.
  private func effective(_ terms: [QueryTerm]) -> (strong: [QueryTerm], weak: [QueryTerm]) {
    let strong = terms.filter { !$0.isWeak }
    if strong.isEmpty { return (terms, []) }
    return (strong, documents.count > Self.largeIndex ? [] : terms.filter(\.isWeak))
  }

  /// The words of `text` with everything they stand for in this index.
  ///
  /// - Parameters:
  ///   - isTyping: the last word may be unfinished.
  ///   - hasRelated: whether other words than those typed add a little.
  package func terms(
    of text: String, isTyping: Bool = false, hasRelated: Bool = true
  ) -> [QueryTerm] {
    QueryExpander(index: self).terms(of: text, isTyping: isTyping, hasRelated: hasRelated)
  }

  /// How many documents hold one of the term's forms, those that hold a mere relative in part.
  package func documentFrequency(of term: QueryTerm) -> Int {
    boards.withBoard { board in
      let parts = count(term, on: &board)
      board.takeCounted { _, _, _ in }
      return (parts + 128) / 256
    }
  }

  /// The score of each document that holds one of the term's forms.
  package func score(_ term: QueryTerm) -> [Int: Int] {
    boards.withBoard { board in
      let rarity = Impact.rarity(ofParts: count(term, on: &board), in: documents.count)
      var scores: [Int: Int] = [:]
      board.takeCounted { document, frequency, _ in
        scores[document] = Self.score(frequency, rarity: rarity, weight: term.weight)
      }
      return scores
    }
  }

  /// What each term adds to the score of a document, for `--explain`.
  package func contributions(
    of terms: [QueryTerm], to document: Int
  ) -> [(term: QueryTerm, score: Double)] {
    let (strong, weak) = effective(terms)
    return (strong + weak).compactMap { term in
      score(term)[document].map { (term, Double($0) / Double(Self.scale)) }
    }
  }

  private static func score(_ frequency: Int, rarity: Int, weight: Int) -> Int {
    score(ofSaturated: Impact.saturated(frequency), rarity: rarity, weight: weight)
  }

  private static func score(ofSaturated saturated: Int, rarity: Int, weight: Int) -> Int {
    rarity * saturated / scale * weight / QueryExpander.full
  }

  /// Counts the weighted frequencies of a term's forms.
  ///
  /// - Returns: The documents counted, in 1/256, each by the weight of its heaviest form: the forms
  ///   come heaviest first.
  private func count(_ term: QueryTerm, on board: inout ScoreBoard) -> Int {
    var parts = 0
    for expansion in term.expansions {
      let scaled = Impact.Table {
        Int32(truncatingIfNeeded: Impact.frequencies[$0] * expansion.weight / QueryExpander.full)
      }
      let postings = postings(of: expansion.form)
      parts +=
        expansion.weight
        * board.count(
          scaled, for: postingDocuments.span.extracting(postings),
          impacts: postingImpacts.span.extracting(postings))
    }
    return parts
  }

  /// The best document of each of the best articles; of equal scores the earlier document.
  private func best(of scores: [Int32], limit: Int) -> [Int] {
    var top = TopDocuments(limit: limit)
    let scores = scores.span
    let articles = articleNumbers.span
    var start = 0
    // Most documents are no match for the best: whole blocks of them are left out at once.
    while start < scores.count {
      let end = min(start + Self.block, scores.count)
      if scores.extracting(start..<end).holdsAny(above: top.threshold) {
        for number in start..<end where scores[number] > top.threshold {
          top.insert(number, of: articles[number], score: scores[number])
        }
      }
      start = end
    }
    return top.documents
  }
}

extension Span<Int32> {
  /// Several are compared at a time: none is below zero, nor is `limit`, so that the difference has
  /// the sign of the comparison.
  fileprivate func holdsAny(above limit: Int32) -> Bool {
    var signs: Int32 = 0
    for index in indices { signs |= limit &- self[index] }
    return signs < 0
  }
}

/// The documents of the highest scores, one an article, inserted in rising order of their numbers.
///
/// Twice as many as are wanted are kept unsorted, then the lower half is dropped.
struct TopDocuments {
  private static let fewest = 16

  private let limit: Int
  /// Score, then document from the highest down, in one number that is large for the best.
  private var entries: [UInt64] = []
  private var lastArticle: UInt32?
  /// A score must be above this to get in.
  private(set) var threshold: Int32 = 0

  init(limit: Int) {
    self.limit = limit
  }

  /// Best first; of equal scores the earlier document.
  var documents: [Int] {
    entries.sorted(by: >).prefix(limit).map { Int(~UInt32(truncatingIfNeeded: $0)) }
  }

  /// - Complexity: O(log *k*) on average.
  mutating func insert(_ document: Int, of article: UInt32, score: Int32) {
    guard limit > 0, score > threshold else { return }
    let entry = UInt64(UInt32(bitPattern: score)) << 32 | UInt64(~UInt32(document))
    if article == lastArticle, let last = entries.last {
      entries[entries.count - 1] = max(last, entry)
      return
    }
    if entries.count >= max(limit, Self.fewest) * 2 {
      entries.sort(by: >)
      entries.removeLast(entries.count - limit)
      threshold = max(threshold, Int32(entries[limit - 1] >> 32))
      lastArticle = nil
      // What was at the bar before may be below it now.
      guard score > threshold else { return }
    }
    entries.append(entry)
    lastArticle = article
  }
}
