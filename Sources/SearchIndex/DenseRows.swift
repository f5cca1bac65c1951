import Synchronization

/// The forms that stand in many documents, each as a row of what it adds to the score of every
/// document: many are added at a time, and only to documents where it may still matter. For terms
/// that stand for several forms, also as a row of frequencies.
struct DenseRows: Sendable {
  struct Row {
    /// Where it starts in `scores`.
    let start: Int
    let mostScore: Int
  }

  /// A form that stands in one of so many documents has rows: they are added in the time that as
  /// many postings take.
  private static let share = ScoreBoard.fewWithout
  /// The weights of forms that have rows: the word as written, or with a typing mistake.
  private static let weights = [QueryExpander.full, QueryExpander.typoWeights[0]]

  private let documents: Int
  /// Rising.
  private let forms: [UInt32]
  /// By row.
  private let mostScores: [UInt16]
  /// Row by row, by document: what a term of full weight adds that stands for the form alone. Below
  /// 2^16, since what stands in one of `share` documents isn't rare.
  let scores: [UInt16]
  /// Form by form, by document: the frequency, in 1/1024.
  let frequencies: [UInt16]

  /// - Complexity: O(*f* + *r* · *d*), *f* forms, *r* of them with rows, *d* documents.
  init(_ index: SearchIndex) {
    let documents = index.documents.count
    let forms = (0..<index.formCount).filter {
      index.postings(of: $0).count * Self.share >= documents
    }
    var scores = [UInt16](repeating: 0, count: forms.count * Self.weights.count * documents)
    var frequencies = [UInt16](repeating: 0, count: forms.count * documents)
    var mostScores: [UInt16] = []
    for (number, form) in forms.enumerated() {
      for posting in index.postings(of: form) {
        let frequency = Impact.frequencies[Int(index.postingImpacts[posting] & 31)]
        frequencies[number * documents + Int(index.postingDocuments[posting])] =
          UInt16(truncatingIfNeeded: frequency)
      }
      for weight in Self.weights {
        let start = mostScores.count * documents
        let added = index.scores(
          of: QueryTerm.Expansion(form: form, weight: weight, reason: .exact),
          weight: QueryExpander.full)
        var most: UInt16 = 0
        for posting in index.postings(of: form) {
          let score = UInt16(truncatingIfNeeded: added[Int(index.postingImpacts[posting] & 31)])
          scores[start + Int(index.postingDocuments[posting])] = score
          most = max(most, score)
        }
        mostScores.append(most)
      }
    }
    self.documents = documents
    self.forms = forms.map(UInt32.init)
    self.mostScores = mostScores
    self.scores = scores
    self.frequencies = frequencies
  }

  /// A form's row at a weight, or nil for one that stands in few documents.
  func row(of form: Int, weight: Int) -> Row? {
    guard let place = Self.weights.firstIndex(of: weight), let number = number(of: form)
    else { return nil }
    let row = number * Self.weights.count + place
    return Row(start: row * documents, mostScore: Int(mostScores[row]))
  }

  /// By document the frequencies of a form, as places in `frequencies`, or nil for one that stands in
  /// few documents.
  func places(of form: Int) -> Range<Int>? {
    number(of: form).map { $0 * documents..<($0 + 1) * documents }
  }

  private func number(of form: Int) -> Int? {
    let number = forms.partitioningIndex { $0 >= form }
    return number < forms.count && forms[number] == form ? number : nil
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
