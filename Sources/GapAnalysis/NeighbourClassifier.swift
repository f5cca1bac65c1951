import Foundation

/// Finds the finished group that another text belongs to by its nearest neighbours.
///
/// Texts are in groups by where their neighbours moved them. To move a million more would take most
/// of the time, but their likeness to a group is a sum: of a text moved twice (0.8)² is its own
/// vector, and the rest is what its neighbours have, whose likeness to the groups near them is
/// known. A moved vector is shorter than 1 by what the text doesn't share with its neighbours:
/// where these are alike by *s*, its length is √(0.8⁴ + (1 − 0.8⁴) *s*).
struct NeighbourClassifier: Sendable {
  typealias Neighbour = NearestTexts.Neighbour

  /// In place of a group.
  private static let none: Int32 = -1
  private static let chunk = 64

  private let merging: GroupMerging
  /// By group, the sum of its members' vectors.
  private let sums: SparseVectorTable
  private let threshold: Double
  /// By text, the group that it is in.
  private let groups: [Int32]
  /// By text, how much alike it is to its group and those of its neighbours.
  private let likenesses: SparseVectorTable

  /// - Parameters:
  ///   - nearest: what was grouped.
  ///   - merging: its groups.
  ///   - threshold: texts less alike than this to a group aren't of it.
  /// - Complexity: O(*n* · *k*) products of vectors, *n* texts with neighbours in *k* groups.
  init(_ nearest: NearestNeighbours, groups merging: GroupMerging, threshold: Double) {
    self.merging = merging
    self.threshold = threshold
    let groups = nearest.smoothed.indices.map { Int32(merging.whole(of: $0)) }
    var near = groups.map { Set([$0]) }
    for (first, second) in nearest.edges {
      near[first].insert(groups[second])
      near[second].insert(groups[first])
    }
    let sums = SparseVectorTable(merging.sums)
    self.sums = sums
    likenesses = SparseVectorTable(
      concurrently(Array(near.indices), chunk: Self.chunk) { [near] texts in
        texts.map { text in
          near[text].sorted().map { group in
            let product = Double(sums.product(of: nearest.smoothed[text], with: Int(group)))
            return (group, Float(product / Double(merging.sizes[Int(group)])))
          }
        }
      })
    self.groups = groups
  }

  /// A member of the group that the text is most like on average; nil if it is like none.
  ///
  /// - Parameters:
  ///   - vector: the text's, with what its categories add.
  ///   - expected: the root of what its categories make it more alike to others.
  ///   - neighbours: the texts most like it, nearest first.
  /// - Complexity: O(*k* · *g*), *k* neighbours that are near *g* groups each, and three products.
  func group(of vector: SparseVector, expected: Double, neighbours: [Neighbour]) -> Int? {
    let shares = NearestNeighbours.shares(of: neighbours)
    let alike = zip(neighbours, shares).reduce(0) { $0 + $1.0.likeness * $1.1 }
    let own = NearestNeighbours.kept
    let ownShare = own / (own * own + (1 - own * own) * alike).squareRoot()
    let near = groups(of: neighbours)
    let shared = shared(neighbours, shares, with: near)
    var best: (group: Int, likeness: Double)?
    for number in near.indices where near[number] != Self.none {
      let group = Int(near[number])
      let mean = Double(sums.product(of: vector, with: group)) / Double(merging.sizes[group])
      let likeness =
        Double(ownShare) * mean + Double((1 - own) * shared[number])
        - expected * merging.expected(in: group)
      if likeness >= max(threshold, best?.likeness ?? 0) { best = (group, likeness) }
    }
    return best?.group
  }

  /// The groups of the nearest neighbours, each once; `none` where there are fewer.
  private func groups(of neighbours: [Neighbour]) -> InlineArray<3, Int32> {
    var near = InlineArray<3, Int32>(repeating: Self.none)
    var count = 0
    for neighbour in neighbours {
      let group = groups[neighbour.text]
      if near.indices.contains(where: { near[$0] == group }) { continue }
      near[count] = group
      count += 1
      if count == near.count { break }
    }
    return near
  }

  /// How much alike the neighbours are to some groups, by their shares.
  private func shared(
    _ neighbours: [Neighbour], _ shares: [Float], with near: InlineArray<3, Int32>
  ) -> InlineArray<3, Float> {
    let likenesses = likenesses.entries.span
    var shared = InlineArray<3, Float>(repeating: 0)
    for (neighbour, share) in zip(neighbours, shares) {
      for place in self.likenesses.range(of: neighbour.text) {
        let (group, likeness) = likenesses[place]
        for number in near.indices where near[number] == group {
          shared[number] += share * likeness
        }
      }
    }
    return shared
  }
}
