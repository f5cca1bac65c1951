import SearchIndex
import TextAnalysis

/// A text to be grouped, with the articles that come near it: contacts that lie near the same
/// articles are more likely to ask for the same thing.
package struct GroupedText: Sendable {
  package let text: String
  private let match: ContactMatch

  package init(_ text: String, match: ContactMatch = ContactMatch(candidates: [])) {
    self.text = text
    self.match = match
  }

  /// Article and score, best first.
  package var nearest: [ContactMatch.Candidate] { match.candidates }
}

/// Puts texts that ask for the same thing into groups: agglomerative clustering by average linkage
/// over stems, runs of characters and near articles; how many groups there are comes out of the
/// texts.
///
///     TopicGrouping(texts, suffixes: table).groups  // [[0, 3, 8], [1], [2, 5]]
///
/// Every text is moved a little towards its nearest neighbours first, twice, so that texts which
/// share no word meet where others have both. Deterministic: ties go to the earlier text.
///
/// Of a large log an evenly spread part is grouped so, and each other text joins the group that it
/// is most like; what is like none of them is grouped among itself.
package struct TopicGrouping: Sendable {
  /// More different texts than this are grouped part by part.
  package static let mostCompared = 16_384

  private static let chunk = 64

  /// A text beside another, and how much alike they are.
  package struct Neighbour: Sendable, Hashable {
    package let text: Int
    package let likeness: Double
  }

  /// Positions of the texts by group; largest group first, then by first member. Every text is in
  /// exactly one.
  package let groups: [[Int]]
  /// How typical each text is of its group, 0…1: the mean likeness to its members by words.
  package let typicality: [Double]
  private let same: SameTexts
  private let points: GroupedPoints

  /// - Complexity: O(*n* · *p*) for *n* different texts, *p* bounded postings each.
  package init(
    _ texts: [GroupedText], suffixes: SuffixTable?, mostCompared: Int = Self.mostCompared
  ) {
    let words = NumberedTexts(texts.lazy.map(\.text), suffixes: suffixes)
    same = SameTexts(texts, words: words)
    let features = TextFeatures(texts, words: words, same: same)
    points = GroupedPoints(
      features, sizes: same.sizes, mostCompared: mostCompared)
    let clusters = points.clusters
    var clusterOf = [Int](repeating: 0, count: same.first.count)
    var typicalities = [Double](repeating: 0, count: same.first.count)
    let likenesses = concurrently(clusters, chunk: Self.chunk) { [sizes = same.sizes] clusters in
      clusters.map { Self.likeness(of: $0, features: features, sizes: sizes) }
    }
    for (number, cluster) in clusters.enumerated() {
      for (point, likeness) in zip(cluster, likenesses[number]) {
        clusterOf[point] = number
        typicalities[point] = likeness
      }
    }
    var groups = [[Int]](repeating: [], count: clusters.count)
    for (text, point) in same.points.enumerated() { groups[clusterOf[Int(point)]].append(text) }
    self.groups = groups.sorted { $0.count != $1.count ? $0.count > $1.count : $0[0] < $1[0] }
    typicality = same.points.map { typicalities[Int($0)] }
  }

  /// Those of the five nearest others that it is among the ten nearest of, nearest first. Texts that
  /// say the same have the same neighbours.
  package func neighbours(of text: Int) -> [Neighbour] {
    points.neighbours[Int(same.points[text])].map {
      Neighbour(text: same.first[$0.text], likeness: Double($0.likeness))
    }
  }

  /// The likeness of each member to the cluster as a whole.
  private static func likeness(
    of cluster: [Int], features: TextFeatures, sizes: [Int]
  ) -> [Double] {
    if cluster.count == 1 { return [1] }
    let vectors = cluster.map(features.words)
    let sum = SparseVectors.sum(of: zip(vectors, cluster.map { Float(sizes[$0]) }))
    let size = Float(cluster.reduce(0) { $0 + sizes[$1] })
    return vectors.map { Double(SparseVectors.product($0, sum) / size) }
  }
}
