import Foundation

/// Points in groups, part by part where there are many.
struct GroupedPoints: Sendable {
  typealias Neighbour = NearestTexts.Neighbour

  /// Where fewer of those that are left join a group than this share, the rest is like nothing that
  /// is frequent.
  private static let fewestJoining = 0.1
  /// Groups less alike than this stay apart, among up to 200 texts.
  private static let threshold = 0.23
  /// Among twice as many, texts have nearer neighbours and move closer to each other.
  private static let thresholdOfTwice = 0.03
  /// Groups that a text is compared with, those of its nearest neighbours first.
  private static let compared = 3
  private static let chunk = 1_024

  /// The points of each group; every point is in exactly one.
  private(set) var clusters: [[Int]] = []
  /// For each point those of the nearest others that it is among the nearest of, nearest first.
  private(set) var neighbours: [[Neighbour]]
  /// How far categories are a hint, by the first part; nil without a point.
  private(set) var hints: CategoryHints?

  /// - Parameter sizes: how many texts each point stands for.
  init(_ features: TextFeatures, sizes: [Int], mostCompared: Int) {
    neighbours = Array(repeating: [], count: sizes.count)
    var rest = Array(sizes.indices)
    if rest.count > mostCompared { rest.sort { Self.spread($0) < Self.spread($1) } }
    var isWorthwhile = true
    while isWorthwhile, !rest.isEmpty {
      let part = rest.prefix(mostCompared).sorted()
      rest.removeFirst(part.count)
      let joining = group(
        part, rest: rest, features: features, sizes: sizes)
      isWorthwhile = Double(rest.count - joining.count) >= Self.fewestJoining * Double(rest.count)
      rest = joining
    }
    clusters += rest.map { [$0] }
  }

  /// Groups a part, lets the rest join, and returns what is like none of the groups.
  private mutating func group(
    _ part: [Int], rest: [Int], features: TextFeatures, sizes: [Int]
  ) -> [Int] {
    let nearest = NearestNeighbours(features, points: part, hints: hints)
    self.hints = nearest.hints
    let threshold = Self.threshold(among: part.count)
    let hints = nearest.hints
    let expected = part.map { hints.expected(features.categories.shares(of: $0)) }
    for (number, point) in part.enumerated() {
      neighbours[point] = Self.points(nearest.mutual[number], of: part)
    }
    var merging = GroupMerging(
      vectors: nearest.smoothed, sizes: part.map { sizes[$0] }, expected: expected,
      threshold: threshold)
    merging.run(edges: nearest.edges)
    var places = [Int](repeating: -1, count: part.count)
    for members in merging.clusters {
      for member in members { places[member] = clusters.count }
      clusters.append(members.map { part[$0] })
    }
    let found = concurrently(rest, chunk: Self.chunk, start: { nearest.scratch }) {
      [merging] points, scratch in
      points.map { point in
        let categories = features.categories.shares(of: point)
        let placed = nearest.place(
          features.joint(of: point), categories: categories, scratch: &scratch)
        return (
          group: Self.group(
            of: placed, expected: hints.expected(categories), in: merging, threshold: threshold),
          nearest: Self.points(placed.mutual, of: part)
        )
      }
    }
    return zip(rest, found).filter { point, found in
      neighbours[point] = found.nearest
      guard let group = found.group else { return true }
      clusters[places[group]].append(point)
      return false
    }.map(\.0)
  }

  private static func threshold(among texts: Int) -> Double {
    threshold + thresholdOfTwice * max(0, log2(Double(texts) / 200))
  }

  /// A member of the group that the text is most like on average.
  private static func group(
    of placed: NearestNeighbours.Placed, expected: Double, in merging: GroupMerging,
    threshold: Double
  ) -> Int? {
    var seen: [Int] = []
    var best: (group: Int, likeness: Double)?
    for neighbour in placed.nearest {
      let group = merging.whole(of: neighbour.text)
      guard !seen.contains(group) else { continue }
      seen.append(group)
      let likeness = merging.likeness(of: placed.smoothed, expected: expected, to: group)
      if likeness >= max(threshold, best?.likeness ?? 0) { best = (group, likeness) }
      if seen.count == compared { break }
    }
    return best?.group
  }

  private static func points(_ neighbours: [Neighbour], of part: [Int]) -> [Neighbour] {
    neighbours.map { Neighbour(text: part[$0.text], likeness: $0.likeness) }
  }

  /// A number by which points in any order are evenly spread (the finaliser of SplitMix64).
  private static func spread(_ point: Int) -> UInt64 {
    var mixed = UInt64(point) &+ 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
