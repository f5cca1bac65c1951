/// Finds for each of some points the others that are most alike, and moves it a little towards
/// them, twice.
struct NearestNeighbours: Sendable {
  typealias Neighbour = NearestTexts.Neighbour

  /// As many texts pull as the root of all is, at most so many: in a small log the twentieth is
  /// something else already.
  private static let mostPulling = 20
  /// How far they pull each time.
  private static let pull: Float = 0.2
  /// How much of a text that moved twice is its own vector.
  static let kept = (1 - pull) * (1 - pull)
  /// Neighbours that are less alike than this together pull less, so that a text which is like no
  /// other stays where it is.
  private static let fullPull: Float = 1
  /// Of the nearest as many are handed out that have the text among so many of their own nearest.
  private static let mutual = (most: 5, among: 10)
  /// Postings read for a text that is compared with all others, and for one that only looks where
  /// it belongs.
  private static let budget = 16_384
  private static let smallBudget = 4_096
  /// Features kept of a moved text.
  private static let longestVector = 96
  private static let chunk = 256

  /// Those of the five nearest that have the text among their own ten nearest, nearest first. A text
  /// that is like no other has none: those that are nearest to it have nearer ones.
  let mutual: [[Neighbour]]
  /// Each vector moved towards its neighbours, and again towards where these moved, of length 1.
  let smoothed: [SparseVector]
  /// How far the log's categories are a hint.
  let hints: CategoryHints
  /// Pairs of which at least one is a neighbour of the other, in rising order.
  let edges: [(Int, Int)]
  private let joint: SparseVectorTable
  private let index: NearestTexts
  /// By text: how much alike its tenth neighbour is.
  private let reaches: [Float]
  private let pulling: Int
  private let features: Int

  /// - Parameter hints: those of other points; nil if they are to come from these.
  /// - Complexity: O(*n*), with a factor of at most `budget`.
  init(_ features: TextFeatures, points: [Int], hints: CategoryHints? = nil) {
    let joint = points.map(features.joint)
    let index = NearestTexts(joint, features: features.count)
    pulling = min(Self.mostPulling, Int(Double(points.count).squareRoot()))
    let nearest = index.nearest(of: joint, count: pulling, budget: Self.budget)
    let reaches = nearest.map { neighbours in
      neighbours.count < Self.mutual.among ? 0 : neighbours[Self.mutual.among - 1].likeness
    }
    mutual = nearest.map { Self.mutual(among: $0, reaches: reaches) }
    self.reaches = reaches
    // Which texts are near is for the words alone to say; categories only pull.
    let categories = points.map(features.categories.shares)
    let hints =
      hints
      ?? CategoryHints(categories, features: features.categories.features, nearest: nearest)
    let pulled = zip(categories, joint).map { hints.adding($0, to: $1) }
    let once = Self.moved(pulled, towards: nearest, features: features.count)
    smoothed = Self.moved(once, towards: nearest, features: features.count)
    var pairs: Set<Int> = []
    for (text, neighbours) in nearest.enumerated() {
      for neighbour in neighbours {
        pairs.insert(min(text, neighbour.text) * points.count + max(text, neighbour.text))
      }
    }
    edges = pairs.sorted().map { ($0 / points.count, $0 % points.count) }
    self.joint = SparseVectorTable(joint)
    self.hints = hints
    self.index = index
    self.features = features.count
  }

  /// What finding the neighbours of another text needs, kept from one to the next.
  struct Scratch {
    fileprivate var texts = NearestTexts.Scratch()
    /// By feature, 0 but while the text is compared.
    fileprivate var weights: [Float]
  }

  var scratch: Scratch { Scratch(weights: [Float](repeating: 0, count: features)) }

  /// The points that another text is most like, nearest first, and those of the five nearest that it
  /// is as much like as their own ten nearest.
  func neighbours(
    of vector: SparseVector, scratch: inout Scratch
  ) -> (all: [Neighbour], mutual: [Neighbour]) {
    let nearest = index.nearest(
      to: vector, count: pulling, budget: Self.smallBudget, scratch: &scratch.texts)
    let closest = likenesses(
      of: vector, to: nearest.prefix(Self.mutual.most), weights: &scratch.weights)
    return (nearest, Self.mutual(among: closest, reaches: reaches))
  }

  /// How much each neighbour pulls of all; together 1 unless they are hardly alike.
  static func shares(of neighbours: [Neighbour]) -> [Float] {
    let total = max(fullPull, neighbours.reduce(0) { $0 + $1.likeness })
    return neighbours.map { $0.likeness / total }
  }

  /// - Parameter reaches: by text, how much alike its tenth neighbour is.
  private static func mutual(
    among neighbours: some Sequence<Neighbour>, reaches: [Float]
  ) -> [Neighbour] {
    neighbours.prefix(mutual.most).filter { $0.likeness >= reaches[$0.text] }
  }

  private static func moved(
    _ vectors: [SparseVector], towards nearest: [[Neighbour]], features: Int
  ) -> [SparseVector] {
    let table = SparseVectorTable(vectors)
    return concurrently(
      Array(vectors.indices), chunk: chunk, start: { FeatureSums(features: features) },
      { numbers, sums in
        numbers.map { moved(vectors[$0], towards: nearest[$0], among: table, sums: &sums) }
      })
  }

  /// How much texts are alike by all of the vector's features, not only those within a budget.
  ///
  /// - Parameter weights: by feature, all 0.
  private func likenesses(
    of vector: SparseVector, to texts: some Sequence<Neighbour>, weights: inout [Float]
  ) -> [Neighbour] {
    var weights = weights.mutableSpan
    for (feature, weight) in vector { weights[Int(feature)] = weight }
    let all = joint.entries.span
    var alike: [Neighbour] = []
    for text in texts {
      var likeness: Float = 0
      let entries = all.extracting(joint.range(of: text.text))
      for place in entries.indices {
        likeness += entries[place].weight * weights[Int(entries[place].feature)]
      }
      alike.append(Neighbour(text: text.text, likeness: likeness))
    }
    for (feature, _) in vector { weights[Int(feature)] = 0 }
    return alike
  }

  private static func moved(
    _ vector: SparseVector, towards neighbours: [Neighbour], among vectors: SparseVectorTable,
    sums: inout FeatureSums
  ) -> SparseVector {
    guard !neighbours.isEmpty else { return vector }
    sums.add(vector.span, times: 1 - pull)
    let all = vectors.entries.span
    for (neighbour, share) in zip(neighbours, shares(of: neighbours)) {
      sums.add(all.extracting(vectors.range(of: neighbour.text)), times: share * pull)
    }
    return SparseVectors.unit(sums.take(heaviest: longestVector))
  }
}
