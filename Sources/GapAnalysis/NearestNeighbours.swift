/// Finds for each of some points the others that are most alike, and moves it a little towards
/// them, twice.
struct NearestNeighbours: Sendable {
  typealias Neighbour = NearestTexts.Neighbour

  /// As many texts pull as the root of all is, at most so many: in a small log the twentieth is
  /// something else already.
  private static let mostPulling = 20
  /// How far they pull each time.
  private static let pull: Float = 0.2
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
  /// The vectors to group by, with what the log's categories add to them.
  private let hinted: SparseVectorTable
  /// Each vector moved once.
  private let moved: SparseVectorTable
  private let index: NearestTexts
  /// By text: how much alike its tenth neighbour is.
  private let reaches: [Float]
  private let pulling: Int
  private let features: Int

  /// - Parameter hints: those of other points; nil if they are to come from these.
  /// - Complexity: O(*n*), with a factor of at most `budget`.
  init(_ features: TextFeatures, points: [Int], hints: CategoryHints? = nil) {
    let joint = points.map(features.joint)
    let table = SparseVectorTable(joint)
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
    let hinted = SparseVectorTable(pulled)
    let once = Self.moved(pulled, towards: nearest, among: hinted, features: features.count)
    moved = SparseVectorTable(once)
    smoothed = Self.moved(once, towards: nearest, among: moved, features: features.count)
    var pairs: Set<Int> = []
    for (text, neighbours) in nearest.enumerated() {
      for neighbour in neighbours {
        pairs.insert(min(text, neighbour.text) * points.count + max(text, neighbour.text))
      }
    }
    edges = pairs.sorted().map { ($0 / points.count, $0 % points.count) }
    self.joint = table
    self.hinted = hinted
    self.hints = hints
    self.index = index
    self.features = features.count
  }

  /// What placing a text needs, kept from one to the next.
  struct Scratch {
    fileprivate var texts = NearestTexts.Scratch()
    fileprivate var sums: FeatureSums
    /// By feature, 0 but while the text is compared.
    fileprivate var weights: [Float]
  }

  var scratch: Scratch {
    Scratch(
      sums: FeatureSums(features: features), weights: [Float](repeating: 0, count: features))
  }

  /// Another text beside the points: which are nearest, and where they move it.
  struct Placed {
    let nearest: [Neighbour]
    let mutual: [Neighbour]
    let smoothed: SparseVector
  }

  /// - Parameters:
  ///   - vector: the text's.
  ///   - categories: those that the log says the text is of.
  func place(
    _ vector: SparseVector, categories: SparseVector, scratch: inout Scratch
  ) -> Placed {
    let nearest = index.nearest(
      to: vector, count: pulling, budget: Self.smallBudget, scratch: &scratch.texts)
    let closest = likenesses(
      of: vector, to: nearest.prefix(Self.mutual.most), weights: &scratch.weights)
    let once = Self.moved(
      hints.adding(categories, to: vector), towards: nearest, among: hinted, sums: &scratch.sums)
    return Placed(
      nearest: nearest, mutual: Self.mutual(among: closest, reaches: reaches),
      smoothed: Self.moved(once, towards: nearest, among: moved, sums: &scratch.sums))
  }

  /// - Parameter reaches: by text, how much alike its tenth neighbour is.
  private static func mutual(
    among neighbours: some Sequence<Neighbour>, reaches: [Float]
  ) -> [Neighbour] {
    neighbours.prefix(mutual.most).filter { $0.likeness >= reaches[$0.text] }
  }

  private static func moved(
    _ vectors: [SparseVector], towards nearest: [[Neighbour]], among table: SparseVectorTable,
    features: Int
  ) -> [SparseVector] {
    concurrently(
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
    let total = max(fullPull, neighbours.reduce(0) { $0 + $1.likeness })
    sums.add(vector.span, times: 1 - pull)
    let all = vectors.entries.span
    for neighbour in neighbours {
      sums.add(
        all.extracting(vectors.range(of: neighbour.text)),
        times: neighbour.likeness / total * pull)
    }
    return SparseVectors.unit(sums.take(heaviest: longestVector))
  }
}
