/// Finds for each text the others that are most alike, and moves it a little towards them.
struct NearestNeighbours {
  /// Texts that pull, and how far.
  private static let pulling = 20
  private static let pull: Float = 0.2
  /// Neighbours that are less alike than this together pull less, so that a text which is like no
  /// other stays where it is.
  private static let fullPull: Float = 1
  /// Neighbours by words that are handed out.
  private static let shown = 5
  /// Postings read for a text, its rarest features first: bounds the work for large logs.
  private static let budget = 16_384
  /// Features kept of a moved text.
  private static let longestVector = 96

  struct Neighbour {
    let text: Int
    let likeness: Double
  }

  /// The nearest by words alone, at most five.
  let byWords: [[Neighbour]]
  /// Each vector moved towards its neighbours, of length 1.
  let smoothed: [SparseVector]
  /// Pairs of which at least one is a neighbour of the other, in rising order.
  let edges: [(Int, Int)]

  /// - Complexity: O(*n*), with a factor of at most `budget`.
  init(_ features: TextFeatures) {
    var words = NearestTexts(features.words, features: features.count, budget: Self.budget)
    byWords = features.words.indices.map { words.nearest(to: $0, count: Self.shown) }
    var joint = NearestTexts(features.joint, features: features.count, budget: Self.budget)
    let nearest = features.joint.indices.map { joint.nearest(to: $0, count: Self.pulling) }
    smoothed = features.joint.indices.map { Self.moved($0, among: features.joint, by: nearest[$0]) }
    var pairs: Set<Int> = []
    let count = features.joint.count
    for (text, neighbours) in nearest.enumerated() {
      for neighbour in neighbours {
        pairs.insert(min(text, neighbour.text) * count + max(text, neighbour.text))
      }
    }
    edges = pairs.sorted().map { ($0 / count, $0 % count) }
  }

  private static func moved(
    _ text: Int, among vectors: [SparseVector], by neighbours: [Neighbour]
  ) -> SparseVector {
    guard !neighbours.isEmpty else { return vectors[text] }
    let total = max(fullPull, Float(neighbours.reduce(0) { $0 + $1.likeness }))
    var sum: [Int32: Float] = [:]
    for (feature, weight) in vectors[text] { sum[feature] = weight * (1 - pull) }
    for neighbour in neighbours {
      let share = Float(neighbour.likeness) / total * pull
      for (feature, weight) in vectors[neighbour.text] {
        sum[feature, default: 0] += weight * share
      }
    }
    let heaviest = sum.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
      .prefix(longestVector)
    return TextFeatures.unit(heaviest.map { ($0.key, $0.value) }.sorted { $0.feature < $1.feature })
  }
}

/// An inverted index of vectors, read by the rarest features first.
private struct NearestTexts {
  private struct Posting {
    let text: Int32
    let weight: Float
  }

  private let vectors: [SparseVector]
  private let budget: Int
  private var postings: [[Posting]]
  /// By text, 0 but while neighbours are sought.
  private var scores: [Float]

  init(_ vectors: [SparseVector], features: Int, budget: Int) {
    self.vectors = vectors
    self.budget = budget
    postings = Array(repeating: [], count: features)
    scores = Array(repeating: 0, count: vectors.count)
    for (text, vector) in vectors.enumerated() {
      for (feature, weight) in vector {
        postings[Int(feature)].append(Posting(text: Int32(text), weight: weight))
      }
    }
  }

  /// - Complexity: O(*p* + *t* log *k*), *p* postings within the budget, *t* texts in them.
  mutating func nearest(to text: Int, count: Int) -> [NearestNeighbours.Neighbour] {
    let rarestFirst = vectors[text].sorted { left, right in
      let (a, b) = (postings[Int(left.feature)].count, postings[Int(right.feature)].count)
      return a != b ? a < b : left.feature < right.feature
    }
    var touched: [Int32] = []
    var read = 0
    for (feature, weight) in rarestFirst {
      read += postings[Int(feature)].count
      if read > budget { break }
      for posting in postings[Int(feature)] {
        if scores[Int(posting.text)] == 0 { touched.append(posting.text) }
        scores[Int(posting.text)] += weight * posting.weight
      }
    }
    scores[text] = 0
    var best: [(text: Int32, score: Float)] = []
    for other in touched {
      let score = scores[Int(other)]
      scores[Int(other)] = 0
      guard score > 0, best.count < count || isBetter((other, score), best[best.count - 1]) else {
        continue
      }
      let place = best.firstIndex { isBetter((other, score), $0) } ?? best.count
      best.insert((other, score), at: place)
      if best.count > count { best.removeLast() }
    }
    return best.map {
      NearestNeighbours.Neighbour(text: Int($0.text), likeness: Double($0.score))
    }
  }

  private func isBetter(
    _ left: (text: Int32, score: Float), _ right: (text: Int32, score: Float)
  ) -> Bool {
    left.score != right.score ? left.score > right.score : left.text < right.text
  }
}
