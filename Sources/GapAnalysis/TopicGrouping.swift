import SearchIndex
import TextAnalysis

/// A text to be grouped, with the articles that come near it: contacts that lie near the same
/// articles are more likely to ask for the same thing.
package struct GroupedText: Sendable {
  package let text: String
  private let match: ContactMatch
  /// What the log says that it is about.
  let category: String?

  package init(
    _ text: String, match: ContactMatch = ContactMatch(candidates: []), category: String? = nil
  ) {
    self.text = text
    self.match = match
    self.category = category
  }

  /// Article and score, best first.
  package var nearest: [ContactMatch.Candidate] { match.candidates }
  /// Their scores.
  var scores: some RandomAccessCollection<Double> { match.scores }
  /// The score of the best, 0 without one.
  var coverage: Double { match.coverage }
}

/// Puts texts that ask for the same thing into groups: agglomerative clustering by average linkage
/// over stems, synonyms, runs of characters and near articles; how many groups there are comes out of the
/// texts.
///
///     TopicGrouping(texts, suffixes: table).groups  // [[0, 3, 8], [1], [2, 5]]
///
/// Every text is moved a little towards its nearest neighbours first, twice, so that texts which
/// share no word meet where others have both. Deterministic: ties go to the earlier text.
///
/// Of a large log an evenly spread part is grouped so, and each other text joins the group that it
/// is most like; what is like none of them is grouped among itself.
///
/// Categories are a hint, as far as texts that are alike have the same.
package struct TopicGrouping: Sendable {
  /// More different texts than this are grouped part by part.
  package static let mostCompared = 16_384

  /// Groups that no article covers are joined where they are as alike as this by words alone, though
  /// no text of one is among the nearest of the other: of what is asked in a hundred ways the nearest
  /// are those that say it the same way.
  private static let uncoveredThreshold = 0.18
  /// Groups smaller than this are too few words to join by.
  private static let smallestJoined = 3
  /// Joining compares each pair.
  private static let mostJoined = 200
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
    _ texts: [GroupedText], suffixes: SuffixTable?, thesaurus: Thesaurus? = nil,
    mostCompared: Int = Self.mostCompared
  ) {
    let words = NumberedTexts(texts.map(\.text), suffixes: suffixes)
    same = SameTexts(texts, words: words)
    let features = TextFeatures(
      texts, words: words, same: same, suffixes: suffixes, thesaurus: thesaurus)
    points = GroupedPoints(
      features, sizes: same.sizes, mostCompared: mostCompared)
    let clusters = Self.joined(
      points.clusters, coverages: same.first.map { texts[$0].coverage },
      sizes: same.sizes, features: features)
    var clusterOf = [Int](repeating: 0, count: same.first.count)
    var typicalities = [Double](repeating: 0, count: same.first.count)
    let likenesses = concurrently(
      clusters, chunk: Self.chunk, start: { FeatureSums(features: features.count) }
    ) { [sizes = same.sizes] clusters, sums in
      clusters.map { Self.likeness(of: $0, features: features, sizes: sizes, sums: &sums) }
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

  /// How often texts that are alike have the same category.
  var agreement: CategoryAgreement { points.hints?.agreement ?? CategoryAgreement() }

  /// Those of the five nearest others that it is among the ten nearest of, nearest first. Texts that
  /// say the same have the same neighbours.
  package func neighbours(of text: Int) -> [Neighbour] {
    points.neighbours[Int(same.points[text])].map {
      Neighbour(text: same.first[$0.text], likeness: Double($0.likeness))
    }
  }

  /// The likeness of each member to the cluster as a whole.
  private static func likeness(
    of cluster: [Int], features: TextFeatures, sizes: [Int], sums: inout FeatureSums
  ) -> [Double] {
    if cluster.count == 1 { return [1] }
    let vectors = cluster.map(features.words)
    for (vector, point) in zip(vectors, cluster) {
      sums.add(vector.span, times: Float(sizes[point]))
    }
    let sum = sums.take(heaviest: .max)
    let size = Float(cluster.reduce(0) { $0 + sizes[$1] })
    return vectors.map { Double(SparseVectors.product($0, sum) / size) }
  }

  /// Joins clusters that no article covers, where articles cover a good part of the others.
  private static func joined(
    _ clusters: [[Int]], coverages: [Double], sizes: [Int], features: TextFeatures
  ) -> [[Int]] {
    let gap = ReviewedContact.bandLimits.gap
    guard coverages.count(where: { $0 >= gap }) * 4 >= coverages.count else { return clusters }
    let open = clusters.indices.filter { number in
      let size = clusters[number].reduce(0) { $0 + sizes[$1] }
      let sum = clusters[number].reduce(0) { $0 + coverages[$1] * Double(sizes[$1]) }
      return size >= smallestJoined && sum / Double(size) < gap
    }.sorted {
      clusters[$0].count != clusters[$1].count ? clusters[$0].count > clusters[$1].count : $0 < $1
    }.prefix(mostJoined)
    var ofCluster = FeatureSums(features: features.count)
    let sums = open.map { cluster in
      for point in clusters[cluster] {
        ofCluster.add(features.words(of: point).span, times: Float(sizes[point]))
      }
      return ofCluster.take(heaviest: .max)
    }
    let counts = open.map { clusters[$0].reduce(0) { $0 + sizes[$1] } }
    var merging = GroupMerging(sums: sums, sizes: counts, threshold: uncoveredThreshold)
    merging.run(
      edges: open.indices.flatMap { first in
        (first + 1..<max(first + 1, open.endIndex)).map { (first, $0) }
      })
    let joined = merging.clusters.map { $0.flatMap { clusters[open[$0]] } }
    let untouched = Set(clusters.indices).subtracting(open).sorted().map { clusters[$0] }
    return untouched + joined
  }
}
