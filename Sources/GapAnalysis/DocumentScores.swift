/// The scores of all documents for one contact, and the best of them.
struct DocumentScores {
  /// In 1/1024. A contact has a few thousand words at most, so that no sum overflows.
  private var scores: [UInt32]

  init(documents: Int) {
    scores = [UInt32](repeating: 0, count: documents)
  }

  /// Adds what a word adds.
  ///
  /// - Parameter mayFind: whether it counts for documents that no other word was found in.
  /// - Precondition: the word's scores are those of as many documents.
  /// - Complexity: O(*d*) in the documents that hold the word; in all for a frequent word.
  mutating func add(_ word: MatchedWords.Word, mayFind: Bool) {
    switch word.scores {
    case .none: break
    case .few(let documents, let added):
      for (document, score) in zip(documents, added)
      where mayFind || scores[Int(document)] > 0 {
        scores[Int(document)] &+= UInt32(score)
      }
    case .row(let row) where mayFind:
      scores.withUnsafeMutableBufferPointer { scores in
        row.withUnsafeBufferPointer { row in
          for document in 0..<min(row.count, scores.count) {
            scores[document] &+= UInt32(row[document])
          }
        }
      }
    case .row(let row):
      for document in scores.indices where scores[document] > 0 {
        scores[document] &+= UInt32(row[document])
      }
    }
  }

  /// The best documents of the best articles, best first, of equals the earlier; forgets all scores.
  ///
  /// - Parameter articles: the article of each document.
  /// - Complexity: O(*d* + *d* · *k*), the latter hardly ever: few scores pass the worst of the best.
  mutating func takeBest(_ limit: Int, articles: [Int]) -> [(article: Int, score: Double)] {
    var best: [(article: Int, score: UInt32)] = []
    var threshold: UInt32 = 0
    scores.withUnsafeMutableBufferPointer { scores in
      for document in scores.indices {
        let score = scores[document]
        guard score > threshold else { continue }
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
      scores.update(repeating: 0)
    }
    return best.map { ($0.article, Double($0.score) / 1024) }
  }
}
