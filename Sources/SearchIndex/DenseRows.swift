import Synchronization

/// The forms that stand in many documents, each as a row of what it adds to the score of every
/// document: many are added at a time, and only to documents where it may still matter.
struct DenseRows: Sendable {
  struct Row {
    /// Where it starts in `scores`.
    let start: Int
    let mostScore: Int
  }

  /// A form that stands in one of so many documents has rows: they are added in the time that as
  /// many postings take.
  private static let share = 4
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

  /// - Complexity: O(*f* + *r* · *d*), *f* forms, *r* of them with rows, *d* documents.
  init(_ index: SearchIndex) {
    let documents = index.documents.count
    let forms = (0..<index.formCount).filter {
      index.postings(of: $0).count * Self.share >= documents
    }
    var scores = [UInt16](repeating: 0, count: forms.count * Self.weights.count * documents)
    var mostScores: [UInt16] = []
    for form in forms {
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
  }

  /// A form's row at a weight, or nil for one that stands in few documents.
  func row(of form: Int, weight: Int) -> Row? {
    guard let place = Self.weights.firstIndex(of: weight) else { return nil }
    let number = forms.partitioningIndex { $0 >= form }
    guard number < forms.count, forms[number] == form else { return nil }
    let row = number * Self.weights.count + place
    return Row(start: row * documents, mostScore: Int(mostScores[row]))
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
