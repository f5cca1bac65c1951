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
  /// Neighbours by words that are handed out.
  private static let shown = 5
  /// Postings read for a text that is compared with all others, and for one that only looks where
  /// it belongs.
  private static let budget = 16_384
  private static let smallBudget = 4_096
  /// Features kept of a moved text.
  private static let longestVector = 96
  private static let chunk = 256

  /// The nearest by words alone, at most five.
  let byWords: [[Neighbour]]
  /// Each vector moved towards its neighbours, and again towards where these moved, of length 1.
  let smoothed: [SparseVector]
  /// Pairs of which at least one is a neighbour of the other, in rising order.
  let edges: [(Int, Int)]
  private let words: SparseVectorTable
  private let joint: SparseVectorTable
  /// Each vector moved once.
  private let moved: SparseVectorTable
  private let index: NearestTexts
  private let pulling: Int
  private let features: Int

  /// - Complexity: O(*n*), with a factor of at most `budget`.
  init(_ features: TextFeatures, points: [Int]) {
    let words = points.map(features.words)
    let joint = zip(points, words).map { features.joint(of: $0, words: $1) }
    let table = SparseVectorTable(joint)
    let index = NearestTexts(joint, features: features.count)
    byWords = NearestTexts(words, features: features.count)
      .nearest(of: words, count: Self.shown, budget: Self.budget)
    pulling = min(Self.mostPulling, Int(Double(points.count).squareRoot()))
    let nearest = index.nearest(of: joint, count: pulling, budget: Self.budget)
    let once = Self.moved(joint, towards: nearest, among: table, features: features.count)
    moved = SparseVectorTable(once)
    smoothed = Self.moved(once, towards: nearest, among: moved, features: features.count)
    var pairs: Set<Int> = []
    for (text, neighbours) in nearest.enumerated() {
      for neighbour in neighbours {
        pairs.insert(min(text, neighbour.text) * points.count + max(text, neighbour.text))
      }
    }
    edges = pairs.sorted().map { ($0 / points.count, $0 % points.count) }
    self.words = SparseVectorTable(words)
    self.joint = table
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
    let byWords: [Neighbour]
    let smoothed: SparseVector
  }

  /// - Parameters:
  ///   - words: the text's vector by words.
  ///   - joint: the same with articles.
  func place(
    words: SparseVector, joint: SparseVector, scratch: inout Scratch
  ) -> Placed {
    let nearest = index.nearest(
      to: joint, count: pulling, budget: Self.smallBudget, scratch: &scratch.texts)
    var byWords = likenesses(of: words, to: nearest, weights: &scratch.weights)
    byWords.sort {
      $0.likeness != $1.likeness ? $0.likeness > $1.likeness : $0.text < $1.text
    }
    let once = Self.moved(joint, towards: nearest, among: self.joint, sums: &scratch.sums)
    return Placed(
      nearest: nearest, byWords: Array(byWords.prefix(Self.shown)),
      smoothed: Self.moved(once, towards: nearest, among: moved, sums: &scratch.sums))
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

  /// Those of the texts that share a word with the vector, and how much they are alike by words.
  ///
  /// - Parameter weights: by feature, all 0.
  private func likenesses(
    of vector: SparseVector, to texts: [Neighbour], weights: inout [Float]
  ) -> [Neighbour] {
    var weights = weights.mutableSpan
    for (feature, weight) in vector { weights[Int(feature)] = weight }
    let all = words.entries.span
    var alike: [Neighbour] = []
    alike.reserveCapacity(texts.count)
    for text in texts {
      var likeness: Float = 0
      let entries = all.extracting(words.range(of: text.text))
      for place in entries.indices {
        likeness += entries[place].weight * weights[Int(entries[place].feature)]
      }
      if likeness > 0 { alike.append(Neighbour(text: text.text, likeness: likeness)) }
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
