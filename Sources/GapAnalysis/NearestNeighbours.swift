/// Finds for each text the others that are most alike, and moves it a little towards them.
struct NearestNeighbours {
  /// Texts that pull, and how far.
  private static let pulling = 20
  private static let pull: Float = 0.2
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
    let words = NearestTexts(features.words, features: features.count, budget: Self.budget)
    byWords = features.words.indices.map { words.nearest(to: $0, count: Self.shown) }
    let joint = NearestTexts(features.joint, features: features.count, budget: Self.budget)
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
    let total = Float(neighbours.reduce(0) { $0 + $1.likeness })
    guard total > 0 else { return vectors[text] }
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

  init(_ vectors: [SparseVector], features: Int, budget: Int) {
    self.vectors = vectors
    self.budget = budget
    postings = Array(repeating: [], count: features)
    for (text, vector) in vectors.enumerated() {
      for (feature, weight) in vector {
        postings[Int(feature)].append(Posting(text: Int32(text), weight: weight))
      }
    }
  }

  func nearest(to text: Int, count: Int) -> [NearestNeighbours.Neighbour] {
    var scores: [Int32: Float] = [:]
    var read = 0
    let rarestFirst = vectors[text].sorted { left, right in
      let (a, b) = (postings[Int(left.feature)].count, postings[Int(right.feature)].count)
      return a != b ? a < b : left.feature < right.feature
    }
    for (feature, weight) in rarestFirst {
      let found = postings[Int(feature)]
      read += found.count
      if read > budget { break }
      for posting in found { scores[posting.text, default: 0] += weight * posting.weight }
    }
    scores[Int32(text)] = nil
    return scores.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
      .prefix(count)
      .map { NearestNeighbours.Neighbour(text: Int($0.key), likeness: Double($0.value)) }
  }
}
