/// The scores of all documents for one contact, and the best of them.
///
/// - Parameter Sum: 16 bits add twice as fast as 32; which sums fit is for the caller to know.
struct DocumentScores<Sum: FixedWidthInteger & UnsignedInteger> {
  /// Documents whose scores are looked at together.
  private static var block: Int { 64 }

  private var scores: [Sum]

  init(documents: Int) {
    scores = [Sum](repeating: 0, count: documents)
  }

  /// Adds to the scores of documents.
  ///
  /// - Parameters:
  ///   - impacts: what is added, in `step`.
  ///   - mayFind: whether it counts for documents that have no score yet.
  /// - Complexity: O(*d*) in the documents given.
  mutating func add(
    _ impacts: Span<UInt8>, step: UInt16, for documents: Span<UInt32>, mayFind: Bool
  ) {
    var scores = scores.mutableSpan
    for place in documents.indices {
      let document = Int(documents[place])
      if mayFind || scores[document] > 0 {
        scores[document] &+= Sum(truncatingIfNeeded: UInt16(impacts[place]) &* step)
      }
    }
  }

  /// Adds to the scores of all documents.
  ///
  /// - Complexity: O(*d*) in all documents, several at a time.
  mutating func add(row: Span<UInt8>, step: UInt16, mayFind: Bool) {
    scores.withUnsafeMutableBufferPointer { scores in
      if mayFind {
        Self.add(row, step: step, to: scores)
      } else {
        for document in 0..<min(row.count, scores.count) where scores[document] > 0 {
          scores[document] &+= Sum(truncatingIfNeeded: UInt16(row[document]) &* step)
        }
      }
    }
  }

  /// The best documents of the best articles, best first, of equals the earlier; forgets all scores.
  ///
  /// - Parameters:
  ///   - late: rows that are added where they may bring a document among the best; a sum with all of
  ///     them must fit.
  ///   - rows: what `late` lies in.
  ///   - articles: the article of each document.
  ///   - best: is filled with them.
  /// - Complexity: O(*d* · *r* + *d* · *k*), *r* rows, both hardly ever: few scores pass the worst of
  ///   the best.
  mutating func takeBest(
    _ limit: Int, adding late: [DocumentRow], of rows: Span<UInt8>, articles: [UInt32],
    into best: inout [(article: UInt32, score: Sum)]
  ) {
    best.removeAll(keepingCapacity: true)
    let mostAdded = Sum(truncatingIfNeeded: late.reduce(0) { $0 + $1.most })
    var threshold: Sum = 0
    scores.withUnsafeMutableBufferPointer { scores in
      // Most documents are no match for the best: whole blocks of them are left out at once.
      for start in stride(from: 0, to: scores.count, by: Self.block) {
        let block = start..<min(start + Self.block, scores.count)
        var highest = Self.highest(of: scores[block])
        var mostLeft = mostAdded
        for row in late {
          // What is left brings no document of the block among the best.
          guard highest &+ mostLeft > threshold else { break }
          let added = rows.extracting(row.first + block.lowerBound..<row.first + block.upperBound)
          highest = Self.add(
            added, step: row.step, to: UnsafeMutableBufferPointer(rebasing: scores[block]))
          mostLeft -= Sum(truncatingIfNeeded: row.most)
        }
        guard highest > threshold else { continue }
        for document in block where scores[document] > threshold {
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
  }

  @inline(__always)
  private static func highest(of scores: Slice<UnsafeMutableBufferPointer<Sum>>) -> Sum {
    let scores = UnsafeMutableBufferPointer(rebasing: scores)
    var highest: Sum = 0
    for document in 0..<scores.count { highest = max(highest, scores[document]) }
    return highest
  }

  /// Adds to as many scores, several at a time.
  ///
  /// - Returns: the highest of them then.
  @inline(__always) @discardableResult
  private static func add(
    _ row: Span<UInt8>, step: UInt16, to scores: UnsafeMutableBufferPointer<Sum>
  ) -> Sum {
    var highest: Sum = 0
    row.withUnsafeBufferPointer { row in
      for document in 0..<min(row.count, scores.count) {
        let sum = scores[document] &+ Sum(truncatingIfNeeded: UInt16(row[document]) &* step)
        scores[document] = sum
        highest = max(highest, sum)
      }
    }
    return highest
  }
}

/// What a word adds to all documents, one of several rows that lie one after another.
struct DocumentRow {
  /// Where the row begins.
  let first: Int
  /// What an impact of 1 adds.
  let step: UInt16
  /// The most that is added to a document.
  let most: Int
}
