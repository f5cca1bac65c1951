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

  /// Groups that a text is compared with, those of its nearest neighbours first.
  private static let compared = 3
  private static let chunk = 64

  private let merging: GroupMerging
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
    likenesses = SparseVectorTable(
      concurrently(Array(near.indices), chunk: Self.chunk) { [near] texts in
        texts.map { text in
          near[text].sorted().map { group in
            (group, Float(merging.likeness(of: nearest.smoothed[text], to: Int(group))))
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
    let likenesses = likenesses.entries.span
    var seen: [Int32] = []
    var best: (group: Int, likeness: Double)?
    for neighbour in neighbours where !seen.contains(groups[neighbour.text]) {
      let group = groups[neighbour.text]
      seen.append(group)
      var shared: Float = 0
      for (neighbour, share) in zip(neighbours, shares) {
        for place in self.likenesses.range(of: neighbour.text)
        where likenesses[place].feature == group {
          shared += share * likenesses[place].weight
          break
        }
      }
      let likeness =
        Double(ownShare) * merging.likeness(of: vector, to: Int(group))
        + Double((1 - own) * shared) - expected * merging.expected(in: Int(group))
      if likeness >= max(threshold, best?.likeness ?? 0) { best = (Int(group), likeness) }
      if seen.count == Self.compared { break }
    }
    return best?.group
  }
}
