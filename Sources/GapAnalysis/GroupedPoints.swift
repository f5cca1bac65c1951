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
    guard !rest.isEmpty else { return [] }
    let classifier = NeighbourClassifier(nearest, groups: merging, threshold: threshold)
    // Texts near the same article are like the same others: what is read for one stays in the cache
    // for the next.
    let order = features.byNearestArticle(rest)
    let found = concurrently(order, chunk: Self.chunk, start: { nearest.scratch }) {
      places, scratch in
      places.map { place in
        let point = rest[place]
        let vector = features.joint(of: point)
        let categories = features.categories.shares(of: point)
        let (neighbours, mutual) = nearest.neighbours(of: vector, scratch: &scratch)
        return (
          group: classifier.group(
            of: hints.adding(categories, to: vector), expected: hints.expected(categories),
            neighbours: neighbours),
          nearest: Self.points(mutual, of: part)
        )
      }
    }
    var groups = [Int?](repeating: nil, count: rest.count)
    for (place, found) in zip(order, found) {
      groups[place] = found.group
      neighbours[rest[place]] = found.nearest
    }
    return zip(rest, groups).filter { point, group in
      guard let group else { return true }
      clusters[places[group]].append(point)
      return false
    }.map(\.0)
  }

  private static func threshold(among texts: Int) -> Double {
    threshold + thresholdOfTwice * max(0, log2(Double(texts) / 200))
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
