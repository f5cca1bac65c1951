/// The scores of all documents for one contact, and the best of them.
struct DocumentScores {
  /// Documents whose scores are looked at together.
  private static let block = 64

  /// In 1/1024. A contact has a few thousand words at most, so that no sum overflows.
  private var scores: [UInt32]

  init(documents: Int) {
    scores = [UInt32](repeating: 0, count: documents)
  }

  /// Adds scores to those of documents.
  ///
  /// - Parameter mayFind: whether it counts for documents that have no score yet.
  /// - Complexity: O(*d*) in the documents given.
  mutating func add(_ added: Span<UInt16>, for documents: Span<UInt32>, mayFind: Bool) {
    var scores = scores.mutableSpan
    for place in documents.indices {
      let document = Int(documents[place])
      if mayFind || scores[document] > 0 { scores[document] &+= UInt32(added[place]) }
    }
  }

  /// Adds scores to those of all documents.
  ///
  /// - Complexity: O(*d*) in all documents, several at a time.
  mutating func add(row: Span<UInt16>, mayFind: Bool) {
    row.withUnsafeBufferPointer { row in
      scores.withUnsafeMutableBufferPointer { scores in
        let count = min(row.count, scores.count)
        if mayFind {
          for document in 0..<count { scores[document] &+= UInt32(row[document]) }
        } else {
          for document in 0..<count where scores[document] > 0 {
            scores[document] &+= UInt32(row[document])
          }
        }
      }
    }
  }

  /// The best documents of the best articles, best first, of equals the earlier; forgets all scores.
  ///
  /// - Parameter articles: the article of each document.
  /// - Complexity: O(*d* + *d* · *k*), the latter hardly ever: few scores pass the worst of the best.
  mutating func takeBest(_ limit: Int, articles: [Int]) -> [(article: Int, score: Double)] {
    var best: [(article: Int, score: UInt32)] = []
    best.reserveCapacity(limit + 1)
    var threshold: UInt32 = 0
    scores.withUnsafeMutableBufferPointer { scores in
      // Most documents are no match for the best: whole blocks of them are left out at once.
      for start in stride(from: 0, to: scores.count, by: Self.block) {
        let end = min(start + Self.block, scores.count)
        var highest: UInt32 = 0
        for document in start..<end { highest = max(highest, scores[document]) }
        guard highest > threshold else { continue }
        for document in start..<end where scores[document] > threshold {
          let score = scores[document]
          let article = articles[document]
          if let known = best.firstIndex(where: { $0.article == article }) {
            guard best[known].score < score else { continue }
            best.remove(at: known)
          }
          let place = best.firstIndex { $0.score < score } ?? best.count
          best.insert((article, score), at: place)
          if best.count > limit { best.removeLast() }
          if best.count == limit { threshold = best[limit - 1].score }
        }
      }
      scores.update(repeating: 0)
    }
    return best.map { ($0.article, Double($0.score) / 1024) }
  }
}
