/// An inverted index of vectors, read by the rarest features first.
///
///     var scratch = NearestTexts.Scratch()
///     NearestTexts(vectors, features: 3).nearest(to: vectors[0], count: 5, scratch: &scratch)
struct NearestTexts: Sendable {
  struct Neighbour: Sendable {
    let text: Int
    let likeness: Float
  }

  /// What a search needs, kept from one to the next.
  struct Scratch {
    init() {}

    /// By text, 0 but while neighbours are sought.
    fileprivate var scores: [Float] = []
    /// The texts whose score is not 0, each once, in the first `touchedCount` places.
    fileprivate var touched: [Int32] = []
    fileprivate var touchedCount = 0
    /// How many postings a feature has << 32 | its place in the vector.
    fileprivate var rarest: [UInt64] = []
  }

  private static let chunk = 256

  private let texts: [Int32]
  private let weights: [Float]
  /// Where the postings of each feature start.
  private let starts: [Int]
  private let count: Int

  init(_ vectors: [SparseVector], features: Int) {
    count = vectors.count
    var starts = [Int](repeating: 0, count: features + 1)
    for vector in vectors {
      for (feature, weight) in vector where weight > 0 { starts[Int(feature) + 1] += 1 }
    }
    for feature in 0..<features { starts[feature + 1] += starts[feature] }
    var next = starts
    var texts = [Int32](repeating: 0, count: starts[features])
    var weights = [Float](repeating: 0, count: starts[features])
    for (text, vector) in vectors.enumerated() {
      for (feature, weight) in vector where weight > 0 {
        texts[next[Int(feature)]] = Int32(text)
        weights[next[Int(feature)]] = weight
        next[Int(feature)] += 1
      }
    }
    self.starts = starts
    self.texts = texts
    self.weights = weights
  }

  /// For each of the texts themselves the others most alike.
  func nearest(of vectors: [SparseVector], count limit: Int, budget: Int) -> [[Neighbour]] {
    concurrently(Array(vectors.indices), chunk: Self.chunk, start: Scratch.init) { texts, scratch in
      texts.map { text in
        nearest(
          to: vectors[text], except: text, count: limit, budget: budget, scratch: &scratch)
      }
    }
  }

  /// The texts most alike, most alike first; of equals the earlier.
  ///
  /// - Parameters:
  ///   - own: the text itself, which is no neighbour.
  ///   - budget: as many postings are read, rarest features first; bounds the work in large logs.
  /// - Complexity: O(*p* + *t* log *k*), *p* postings within the budget, *t* texts in them.
  func nearest(
    to vector: SparseVector, except own: Int? = nil, count limit: Int, budget: Int,
    scratch: inout Scratch
  ) -> [Neighbour] {
    if scratch.scores.count != count {
      scratch.scores = [Float](repeating: 0, count: count)
      // One more than there are texts: what comes after the last is written and not counted.
      scratch.touched = [Int32](repeating: 0, count: count + 1)
    }
    scratch.rarest.removeAll(keepingCapacity: true)
    for (place, entry) in vector.enumerated() {
      let length = starts[Int(entry.feature) + 1] - starts[Int(entry.feature)]
      if length > 0, entry.weight > 0 {
        scratch.rarest.append(UInt64(length) << 32 | UInt64(place))
      }
    }
    scratch.rarest.sort()
    scratch.touchedCount = 0
    var read = 0
    for key in scratch.rarest {
      read += Int(key >> 32)
      if read > budget { break }
      let entry = vector[Int(key & 0xFFFF_FFFF)]
      scratch.touchedCount = add(
        entry, to: &scratch.scores, touching: &scratch.touched, from: scratch.touchedCount)
    }
    if let own { scratch.scores[own] = 0 }
    return Self.best(
      limit, of: scratch.touched[..<scratch.touchedCount], takenFrom: &scratch.scores)
  }

  /// Adds what a feature of the vector is to the texts that have it.
  ///
  /// - Returns: The end of the touched texts.
  private func add(
    _ entry: SparseVector.Element, to scores: inout [Float], touching touched: inout [Int32],
    from start: Int
  ) -> Int {
    let postings = starts[Int(entry.feature)]..<starts[Int(entry.feature) + 1]
    let texts = texts.span.extracting(postings)
    let weights = weights.span.extracting(postings)
    var scores = scores.mutableSpan
    var touched = touched.mutableSpan
    var end = start
    for place in texts.indices {
      let text = texts[place]
      let score = scores[Int(text)]
      // Without a branch, which half of the time would be foretold wrongly.
      touched[end] = text
      end += score == 0 ? 1 : 0
      scores[Int(text)] = score + entry.weight * weights[place]
    }
    return end
  }

  /// The texts of the highest scores; all scores are 0 after it.
  private static func best(
    _ limit: Int, of touched: ArraySlice<Int32>, takenFrom scores: inout [Float]
  ) -> [Neighbour] {
    var scores = scores.mutableSpan
    // Likeness, then text from the highest down, in one number that is large for the best: floats
    // that aren't below zero are ordered as their bits are.
    var best = [UInt64](repeating: UInt64(UInt32.max), count: limit)
    for text in touched {
      let likeness = scores[Int(text)]
      scores[Int(text)] = 0
      let key = UInt64(likeness.bitPattern) << 32 | UInt64(~UInt32(text))
      guard let worst = best.last, key > worst else { continue }
      var place = limit - 1
      while place > 0, best[place - 1] < key {
        best[place] = best[place - 1]
        place -= 1
      }
      best[place] = key
    }
    return best.prefix { $0 > UInt64(UInt32.max) }.map { key in
      Neighbour(
        text: Int(~UInt32(truncatingIfNeeded: key)),
        likeness: Float(bitPattern: UInt32(key >> 32)))
    }
  }
}
