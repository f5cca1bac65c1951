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
  /// A document as a hit with that score.
  package func hit(_ number: Int, score: Double) -> SearchHit {
    SearchHit(number: number, score: score, documents: documents)
  }

  /// The scale of scores: integers inside, so that every engine computes the same.
  private static let scale = 1024

  /// In an index of more documents words that say little are not looked up, since they stand
  /// everywhere; nor is the whole vocabulary for words that are merely like one.
  static let largeIndex = 300
  /// In an index of more documents words that begin like a known one are not looked up.
  static let hugeIndex = 2000
  /// In an index of more documents only so many postings of a form are kept, where it has the highest
  /// impacts: what stands in more says little about each, and the browser would load them all (Carmel
  /// et al.: Static Index Pruning for Information Retrieval Systems, 2001).
  private static let (vastIndex, mostInVastIndex) = (20_000, 4096)

  static func mostPostings(of documents: Int) -> Int {
    documents > vastIndex ? mostInVastIndex : .max
  }

  /// What scores less than the best by this factor is no answer: of the documents that answer 3,033
  /// questions to seven collections none did.
  private static let furthestBehind = 5
  /// Blocks of documents that are looked at before the others.
  private static let firstBlocks = 4

  /// Returns the documents that best answer `text`, best first, at most one an article; none that falls
  /// far behind the first.
  ///
  ///     index.search("reset password", limit: 3).first?.document.title  // "Reset your password"
  ///
  /// - Parameter isTyping: the last word may be unfinished.
  /// - Complexity: O(*p* + *d* + *d* log *k*), *p* postings read, *d* documents, *k* the limit.
  package func search(
    _ text: String, limit: Int = 10, isTyping: Bool = false,
    filter: SearchFilter = SearchFilter()
  ) -> [SearchHit] {
    search(
      terms(of: text, isTyping: isTyping), asking: questionWords?.kind(of: text), limit: limit,
      filter: filter)
  }

  /// Returns the documents that best answer terms that `terms(of:)` made.
  ///
  /// Words that say little add to what other words found, and find nothing themselves, unless
  /// nothing else was asked.
  ///
  /// - Parameter kind: what kind of answer is asked for.
  package func search(
    _ terms: [QueryTerm], asking kind: QuestionKind? = nil, limit: Int = 10,
    filter: SearchFilter = SearchFilter()
  ) -> [SearchHit] {
    let (strong, weak) = effective(terms)
    let units = units(of: strong)
    // Units and words that say little ask for what others have found before them.
    let rows = units.isEmpty && weak.isEmpty ? denseRows.rows(of: self) : nil
    return boards.withBoard { board in
      var late: [LateTerm] = []
      for term in strong where term.unit == nil {
        if let row = rows?.row(of: term.expansions) {
          late.append(LateTerm(row: row, weight: term.weight))
        } else {
          add(term, mayFind: true, of: rows, to: &board)
        }
      }
      for unit in units { add(unit, to: &board) }
      for term in weak { add(term, mayFind: false, of: nil, to: &board) }
      let best = best(
        on: &board, adding: late, of: rows, raising: [priors] + (kind.map(signed) ?? []),
        limit: limit, filter: filter)
      return best.prefix { board[$0] * Self.furthestBehind >= board[best[0]] }.map { number in
        SearchHit(
          number: number, score: Double(board[number]) / Double(Self.scale), documents: documents)
      }
    }
  }

  /// What documents with signs of an answer have in advance, sign by sign.
  private func signed(for kind: QuestionKind) -> [[Prior]] {
    AnswerSign.allCases.map { sign in
      let share = sign.share(for: kind)
      guard share != 0, let form = vocabulary.words.number(of: Array(sign.rawValue.utf8)[...])
      else { return [] }
      return postings(of: form).map { Prior(document: Int(postingDocuments[$0]), share: share) }
    }
  }

  /// Of an answer's kind, what a document has in advance of others or behind them, in 1/256, for
  /// `--explain`.
  package func shares(of document: Int, asking kind: QuestionKind) -> [Int] {
    signed(for: kind).flatMap { $0 }.filter { $0.document == document }.map(\.share)
  }

  /// A term that stands for what has a row.
  private struct LateTerm {
    let row: DenseRows.Row
    /// Of 256.
    let weight: Int
  }

  /// Adds the scores of a term: all its forms count as one word with one rarity, their weighted
  /// frequencies added before they saturate.
  func add(
    _ term: QueryTerm, mayFind: Bool, of rows: DenseRows?, to board: inout ScoreBoard
  ) {
    if term.expansions.count == 1 {
      add(term, term.expansions[0], mayFind: mayFind, to: &board)
      return
    }
    let parts = count(term, of: rows, on: &board)
    let rarity = Impact.rarity(ofParts: parts, in: documents.count)
    board.addCounted(rarity: rarity, weight: term.weight, mayFind: mayFind)
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

  /// Adds the scores of terms to documents that hold all of them, and to those that have a score if
  /// the terms were typed.
  private func add(_ unit: [QueryTerm], to board: inout ScoreBoard) {
    let scores = unit.map(score)
    let inAll = scores.dropFirst().reduce(Set(scores[0].keys)) { $0.intersection($1.keys) }
    let isTyped = !unit[0].isPartOfOther
    for document in Set(scores.flatMap(\.keys))
    where inAll.contains(document) || isTyped && board[document] > 0 {
      board[document] += scores.reduce(0) { $0 + ($1[document] ?? 0) }
    }
  }

  /// Adds the scores of a term that stands for one form, as most do in a large index: there are no
  /// more scores than impacts.
  private func add(
    _ term: QueryTerm, _ expansion: QueryTerm.Expansion, mayFind: Bool, to board: inout ScoreBoard
  ) {
    let postings = postings(of: expansion.form)
    let scores = scores(of: expansion, weight: term.weight)
    // A pair of words stands in few documents, fewer than there are impacts.
    if postings.count < Impact.Table.count {
      for posting in postings {
        let document = Int(postingDocuments[posting])
        guard mayFind || board[document] > 0 else { continue }
        board[document] += Int(scores[Int(postingImpacts[posting] & 31)])
      }
    } else {
      board.add(
        scores, for: postingDocuments.span.extracting(postings),
        impacts: postingImpacts.span.extracting(postings), mayFind: mayFind)
    }
  }

  /// By impact, what a term of a weight adds to a score that stands for one form.
  func scores(of expansion: QueryTerm.Expansion, weight: Int) -> Impact.Table {
    let rarity = Impact.rarity(
      ofParts: documentFrequency(of: expansion.form) * expansion.weight, in: documents.count)
    return Impact.Table { impact in
      let saturated =
        expansion.weight == QueryExpander.full
        ? Impact.saturatedFrequencies[impact]
        : Impact.saturated(
          Int32(Impact.frequencies[impact] * expansion.weight / QueryExpander.full))
      return Impact.score(saturated, rarity: Int32(rarity), weight: Int32(weight))
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
        scores[document] = Int(
          Impact.score(
            Impact.saturated(Int32(frequency)), rarity: Int32(rarity), weight: Int32(term.weight)))
      }
      return scores
    }
  }

  /// What each term adds to the score of a document, for `--explain`.
  package func contributions(
    of terms: [QueryTerm], to document: Int
  ) -> [(term: QueryTerm, score: Double)] {
    let (strong, weak) = effective(terms)
    let scored = (strong + weak).map { (term: $0, score: score($0)[document]) }
    return scored.compactMap { term, score in
      let isWhole =
        !term.isPartOfOther || scored.allSatisfy { $0.term.unit != term.unit || $0.score != nil }
      return isWhole ? score.map { (term, Double($0) / Double(Self.scale)) } : nil
    }
  }

  /// Counts the weighted frequencies of a term's forms.
  ///
  /// - Returns: The documents counted, in 1/256, each by the weight of its heaviest form: the forms
  ///   come heaviest first.
  private func count(
    _ term: QueryTerm, of rows: DenseRows? = nil, on board: inout ScoreBoard
  ) -> Int {
    var parts = 0
    for expansion in term.expansions {
      parts += expansion.weight * leftOut(of: expansion.form)
      if let rows, let places = rows.places(of: expansion.form) {
        parts +=
          expansion.weight
          * board.count(rows.frequencies.span.extracting(places), weight: expansion.weight)
        continue
      }
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
  ///
  /// What a block of documents reaches at most is known before late terms are added: the blocks that
  /// promise most tell which others can't be among the best (Ding, Suel: Faster Top-k Document
  /// Retrieval Using Block-Max Indexes, 2011).
  ///
  /// - Parameters:
  ///   - late: what is yet to be added, which is done only where it may matter.
  ///   - raised: lists of documents whose scores change at last, one list after another.
  private func best(
    on board: inout ScoreBoard, adding late: [LateTerm], of rows: DenseRows?,
    raising raised: [[Prior]], limit: Int, filter: SearchFilter
  ) -> [Int] {
    let mostScores = mostScores(on: board, adding: late, of: rows, raising: raised)
    var promising = TopDocuments(limit: Self.firstBlocks)
    for (block, most) in mostScores.enumerated() where most > promising.threshold {
      promising.insert(block, of: UInt32(block), score: most)
    }
    var first = promising.documents().sorted()[...]
    var top = TopDocuments(limit: limit)
    for block in first {
      complete(block, on: &board, adding: late, of: rows, raising: raised)
      insert(block, of: board, filter: filter, into: &top)
    }
    top = TopDocuments(limit: limit, startingAt: top)
    for (block, most) in mostScores.enumerated() {
      let isComplete = first.first == block
      if isComplete { first.removeFirst() }
      guard most > top.threshold else { continue }
      if !isComplete { complete(block, on: &board, adding: late, of: rows, raising: raised) }
      insert(block, of: board, filter: filter, into: &top)
    }
    return top.documents()
  }

  /// By block, what a document in it can reach at most.
  private func mostScores(
    on board: ScoreBoard, adding late: [LateTerm], of rows: DenseRows?, raising raised: [[Prior]]
  ) -> [Int32] {
    var most = board.highestScores()
    if let rows {
      for term in late {
        let added = rows.mostScores.span.extracting(
          term.row.mostStart..<term.row.mostStart + most.count)
        var most = most.mutableSpan
        for block in added.indices {
          most[block] &+= (Int32(added[block]) &* Int32(term.weight)) &>> 8
        }
      }
    }
    for priors in raised {
      var share = 0
      for (place, prior) in priors.enumerated() {
        share = max(share, prior.share)
        let block = ScoreBoard.block(of: prior.document)
        if place + 1 < priors.count, ScoreBoard.block(of: priors[place + 1].document) == block {
          continue
        }
        most[block] = Int32(Prior(document: 0, share: share).raised(Int(most[block])))
        share = 0
      }
    }
    return most
  }

  /// Adds late terms to the scores of a block, and what its articles have in advance.
  private func complete(
    _ block: Int, on board: inout ScoreBoard, adding late: [LateTerm], of rows: DenseRows?,
    raising raised: [[Prior]]
  ) {
    let block = ScoreBoard.block(block, of: documents.count)
    if let scores = rows?.scores.span {
      for term in late {
        let start = term.row.start
        board.add(
          scores.extracting(start + block.lowerBound..<start + block.upperBound),
          weight: term.weight, in: block)
      }
    }
    for priors in raised {
      let preferred = priors[priors.partitioningIndex { $0.document >= block.lowerBound }...]
      for prior in preferred.prefix(while: { $0.document < block.upperBound }) {
        board[prior.document] = prior.raised(board[prior.document])
      }
    }
  }

  private func insert(
    _ block: Int, of board: ScoreBoard, filter: SearchFilter, into top: inout TopDocuments
  ) {
    for number in ScoreBoard.block(block, of: documents.count)
    where board.scores[number] > top.threshold
      && (filter.isEmpty || filter.allows(documents[number]))
    {
      top.insert(number, of: articleNumbers[number], score: board.scores[number])
    }
  }
}
