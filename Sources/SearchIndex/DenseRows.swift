import Synchronization

/// The words that stand in many documents, with all their inflections, each as a row of what it adds
/// to the score of every document: many are added at a time, and only to documents where it may
/// still matter. For terms that stand for several words, also as a row of frequencies.
struct DenseRows: Sendable {
  struct Row {
    /// Where it starts in `scores`.
    let start: Int
    /// Where it starts in `mostScores`.
    let mostStart: Int
  }

  /// What stands in one of so many documents has rows: they are added in less time than as many
  /// postings take, and each takes two bytes a document.
  private static let share = 3

  /// What has a row: the words of a stem, or a pair, as written or with a typing mistake.
  private struct Term {
    let forms: [UInt32]
    /// Of 256.
    let weight: Int
  }

  private let documents: Int
  private let blocks: Int
  /// By row; in the order of their first forms.
  private let terms: [Term]
  /// Row by row, by document: what a term of full weight adds that stands for these words alone. Below
  /// 2^16, since what stands in one of `share` documents isn't rare.
  let scores: [UInt16]
  /// Row by row, by block of documents: the most that it adds to one of them.
  let mostScores: [UInt16]
  /// The forms that have a row of frequencies, rising.
  private let forms: [UInt32]
  /// Form by form, by document: the frequency, in 1/1024.
  let frequencies: [UInt16]

  /// - Complexity: O(*f* + *p* + *r* · *d*), *f* forms, *p* postings of those with rows, *r* rows, *d*
  ///   documents.
  init(_ index: SearchIndex) {
    let documents = index.documents.count
    func isFrequent(_ forms: some Sequence<UInt32>) -> Bool {
      forms.reduce(0) { $0 + index.postings(of: Int($1)).count } * Self.share >= documents
    }
    let words = index.vocabulary.words.count
    let frequent =
      index.vocabulary.wordsOfStems.filter(isFrequent).map(Array.init)
      + (words..<index.formCount).map { [UInt32($0)] }.filter(isFrequent)
    let terms = frequent.sorted { $0[0] < $1[0] }.flatMap { forms in
      // Fewer ask with a mistake, and each row takes two bytes a document.
      [QueryExpander.full, QueryExpander.typoWeights[0]].prefix(forms.count > 1 ? 1 : 2).map {
        Term(forms: forms, weight: $0)
      }
    }
    let blocks = ScoreBoard.blocks(of: documents)
    var scores: [UInt16] = []
    scores.reserveCapacity(terms.count * documents)
    var mostScores: [UInt16] = []
    mostScores.reserveCapacity(terms.count * blocks)
    var board = ScoreBoard(documents: documents)
    for term in terms {
      board.clear()
      index.add(
        QueryTerm(
          form: "",
          expansions: term.forms.map {
            QueryTerm.Expansion(form: Int($0), weight: term.weight, reason: .exact)
          }, weight: QueryExpander.full, isWeak: false, unit: nil, isRelated: false),
        mayFind: true, of: nil, to: &board)
      scores += board.scores.lazy.map { UInt16(truncatingIfNeeded: $0) }
      mostScores += board.highestScores().lazy.map { UInt16(truncatingIfNeeded: $0) }
    }
    let forms = frequent.joined().filter { isFrequent([$0]) }.sorted()
    var frequencies = [UInt16](repeating: 0, count: forms.count * documents)
    for (number, form) in forms.enumerated() {
      for posting in index.postings(of: Int(form)) {
        let frequency = Impact.frequencies[Int(index.postingImpacts[posting] & 31)]
        frequencies[number * documents + Int(index.postingDocuments[posting])] =
          UInt16(truncatingIfNeeded: frequency)
      }
    }
    self.documents = documents
    self.blocks = blocks
    self.terms = terms
    self.scores = scores
    self.mostScores = mostScores
    self.forms = forms
    self.frequencies = frequencies
  }

  /// The row of what a term stands for, or nil where that is in few documents, or more than a word
  /// and its inflections.
  func row(of expansions: [QueryTerm.Expansion]) -> Row? {
    guard let first = expansions.first else { return nil }
    let place = terms.partitioningIndex { $0.forms[0] >= first.form }
    let number = terms[place...].prefix { $0.forms[0] == first.form }.firstIndex { term in
      term.forms.count == expansions.count
        && zip(term.forms, expansions).allSatisfy { $0 == $1.form && $1.weight == term.weight }
    }
    return number.map { Row(start: $0 * documents, mostStart: $0 * blocks) }
  }

  /// By document the frequencies of a form, as places in `frequencies`, or nil for one that stands in
  /// few documents.
  func places(of form: Int) -> Range<Int>? {
    let number = forms.partitioningIndex { $0 >= form }
    guard number < forms.count, forms[number] == form else { return nil }
    return number * documents..<(number + 1) * documents
  }
}

/// The rows of an index, made when they are first worth it.
final class LazyDenseRows: Sendable {
  private let searches = Mutex<(count: Int, rows: DenseRows?)>((0, nil))

  /// The rows of `index`, always the same; none for its first search, since a single question from
  /// the command line is answered sooner without.
  func rows(of index: SearchIndex) -> DenseRows? {
    searches.withLock { searches in
      searches.count += 1
      if searches.rows == nil, searches.count > 1 { searches.rows = DenseRows(index) }
      return searches.rows
    }
  }
}
