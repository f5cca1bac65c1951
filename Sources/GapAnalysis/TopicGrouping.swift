import SearchIndex
import TextAnalysis

/// A text to be grouped, with the articles that come near it: contacts that lie near the same
/// articles are more likely to ask for the same thing.
package struct GroupedText: Sendable {
  package let text: String
  /// Article and score, best first.
  package let nearest: [ContactMatch.Candidate]

  package init(_ text: String, nearest: [ContactMatch.Candidate] = []) {
    self.text = text
    self.nearest = nearest
  }
}

/// Puts texts that ask for the same thing into groups: agglomerative clustering by average linkage
/// over stems, runs of characters and near articles; how many groups there are comes out of the
/// texts.
///
///     TopicGrouping(texts, suffixes: table).groups  // [[0, 3, 8], [1], [2, 5]]
///
/// Every text is moved a little towards its nearest neighbours first, so that texts which share no
/// word meet where others have both. Deterministic: ties go to the earlier text.
package struct TopicGrouping: Sendable {
  /// Groups less alike than this stay apart.
  package static let threshold = 0.2

  /// The same for groups that no article covers, by words alone: they are in nobody's words, and
  /// apart from what articles cover already.
  private static let uncoveredThreshold = 0.08
  /// Groups smaller than this are too few words to join by.
  private static let smallestJoined = 3
  /// Joining compares each pair.
  private static let mostJoined = 200

  /// A text beside another, and how much alike they are by their words alone.
  package struct Neighbour: Sendable, Hashable {
    package let text: Int
    package let likeness: Double
  }

  /// Positions of the texts by group; largest group first, then by first member. Every text is in
  /// exactly one.
  package let groups: [[Int]]
  /// For each text the nearest others by words, nearest first, at most five. Texts that say the
  /// same have the same neighbours.
  package let neighbours: [[Neighbour]]
  /// How typical each text is of its group, 0…1: the mean likeness to its members by words.
  package let typicality: [Double]

  /// - Complexity: O(*n* · *p*) for *n* different texts, *p* bounded postings each, and
  ///   O(*n* log *n*) merges.
  package init(
    _ texts: [GroupedText], suffixes: SuffixTable?, threshold: Double = Self.threshold
  ) {
    let same = Self.same(texts, suffixes: suffixes)
    let features = TextFeatures(same.map { texts[$0[0]] }, suffixes: suffixes)
    let nearest = NearestNeighbours(features)
    var merging = GroupMerging(
      groups: same.indices.map { [$0] }, vectors: nearest.smoothed, sizes: same.map(\.count),
      threshold: threshold)
    merging.run(edges: nearest.edges)
    let clusters = Self.joined(
      merging.clusters, texts: same.map { texts[$0[0]] }, sizes: same.map(\.count),
      vectors: features.words)
    groups = clusters.map { cluster in cluster.flatMap { same[$0] }.sorted() }
      .sorted { $0.count != $1.count ? $0.count > $1.count : $0[0] < $1[0] }
    var typicality = [Double](repeating: 0, count: texts.count)
    for cluster in clusters {
      let likeness = Self.likeness(
        of: cluster, vectors: features.words, sizes: same.map(\.count))
      for (number, likeness) in zip(cluster, likeness) {
        for member in same[number] { typicality[member] = likeness }
      }
    }
    self.typicality = typicality
    var neighbours = [[Neighbour]](repeating: [], count: texts.count)
    for (number, members) in same.enumerated() {
      let own = nearest.byWords[number].map {
        Neighbour(text: same[$0.text][0], likeness: $0.likeness)
      }
      for member in members { neighbours[member] = own }
    }
    self.neighbours = neighbours
  }

  /// The likeness of each member to the cluster as a whole.
  private static func likeness(
    of cluster: [Int], vectors: [SparseVector], sizes: [Int]
  ) -> [Double] {
    var sum: [Int32: Float] = [:]
    for member in cluster {
      for (feature, weight) in vectors[member] {
        sum[feature, default: 0] += weight * Float(sizes[member])
      }
    }
    let size = Float(cluster.reduce(0) { $0 + sizes[$1] })
    return cluster.map { member in
      let product = vectors[member].reduce(Float(0)) { $0 + $1.weight * (sum[$1.feature] ?? 0) }
      return Double(product / size)
    }
  }

  /// Joins clusters that no article covers, where articles cover a good part of the others.
  private static func joined(
    _ clusters: [[Int]], texts: [GroupedText], sizes: [Int], vectors: [SparseVector]
  ) -> [[Int]] {
    let gap = ReviewedContact.bandLimits.gap
    let coverages = texts.map { $0.nearest.first?.score ?? 0 }
    guard coverages.count(where: { $0 >= gap }) * 4 >= coverages.count else { return clusters }
    let open = clusters.indices.filter { number in
      let size = clusters[number].reduce(0) { $0 + sizes[$1] }
      let sum = clusters[number].reduce(0) { $0 + coverages[$1] * Double(sizes[$1]) }
      return size >= smallestJoined && sum / Double(size) < gap
    }.prefix(mostJoined)
    var merging = GroupMerging(
      groups: open.map { clusters[$0] }, vectors: vectors, sizes: sizes,
      threshold: uncoveredThreshold)
    merging.run(
      edges: open.indices.flatMap { first in
        (first + 1..<max(first + 1, open.endIndex)).map { (first, $0) }
      })
    let joined = merging.clusters.map { $0.flatMap { clusters[open[$0]] } }
    let untouched = Set(clusters.indices).subtracting(open).sorted().map { clusters[$0] }
    return untouched + joined
  }

  /// Texts with the same words in any order and inflection, by the first of them.
  private static func same(_ texts: [GroupedText], suffixes: SuffixTable?) -> [[Int]] {
    var members: [[Int]] = []
    var positions: [String: Int] = [:]
    for (number, text) in texts.enumerated() {
      let key = key(of: text.text, suffixes: suffixes)
      if let position = positions[key] {
        members[position].append(number)
      } else {
        positions[key] = members.count
        members.append([number])
      }
    }
    return members
  }

  private static func key(of text: String, suffixes: SuffixTable?) -> String {
    let stems = Tokenizer.tokens(in: text).map { suffixes?.stem($0.form) ?? $0.form }
    return stems.isEmpty ? "#" + text : stems.sorted().joined(separator: " ")
  }
}
