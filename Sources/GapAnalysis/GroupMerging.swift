import HeapModule

/// Merges the most alike groups until none are alike enough.
///
/// Average linkage of unit vectors is the product of the groups' sums over the product of their
/// sizes (Manning, Raghavan, Schütze: Introduction to Information Retrieval, 2008, section 17.3),
/// so a group is kept as one sum. Only groups with members among each other's neighbours are
/// compared, which keeps the work near linear. What two groups were alike before they grew is more
/// than what they are now, so it is counted anew only when it is the most.
struct GroupMerging: Sendable {
  private static let chunk = 4_096

  /// By group, the sum of its members' vectors; nothing for a group merged into another.
  private(set) var sums: [SparseVector]
  private(set) var sizes: [Int]
  /// By group, the sum of what its members are expected to have in common with others anyway.
  private var expected: [Double]
  private var members: [[Int]]
  /// The group that each was merged into; itself for those that are left.
  private var wholes: [Int]
  private var versions: [Int]
  private let threshold: Double

  /// - Parameters:
  ///   - vectors: of length 1, each a group of its own.
  ///   - sizes: how many texts each vector stands for.
  ///   - expected: the product of those of two texts is taken off their likeness.
  init(vectors: [SparseVector], sizes: [Int], expected: [Double], threshold: Double) {
    self.init(
      sums: zip(vectors, sizes).map { vector, size in
        size == 1 ? vector : vector.map { ($0.feature, $0.weight * Float(size)) }
      }, sizes: sizes, threshold: threshold)
    self.expected = zip(expected, sizes).map { $0 * Double($1) }
  }

  /// - Parameters:
  ///   - sums: the sum of each group's vectors.
  ///   - sizes: how many texts each group has.
  init(sums: [SparseVector], sizes: [Int], threshold: Double) {
    self.sums = sums
    self.sizes = sizes
    expected = sizes.map { _ in 0 }
    members = sums.indices.map { [$0] }
    wholes = Array(sums.indices)
    versions = Array(repeating: 0, count: sums.count)
    self.threshold = threshold
  }

  /// The groups that are left, each as positions in those that were given.
  var clusters: [[Int]] { members.filter { !$0.isEmpty } }

  /// The mean of what the members of the group that one of those given is in now are expected to
  /// have in common with others anyway.
  func expected(in group: Int) -> Double { expected[group] / Double(sizes[group]) }

  /// The group that one of those given is in now.
  func whole(of group: Int) -> Int {
    var whole = group
    while wholes[whole] != whole { whole = wholes[whole] }
    return whole
  }

  private struct Candidate: Comparable {
    let likeness: Double
    let first: Int
    let second: Int
    let versions: Int

    static func < (left: Candidate, right: Candidate) -> Bool {
      left.likeness != right.likeness
        ? left.likeness < right.likeness
        : (left.first, left.second) > (right.first, right.second)
    }
  }

  /// - Parameter edges: the groups that may be merged with each other.
  mutating func run(edges: [(Int, Int)]) {
    var queue = Heap(
      concurrently(edges, chunk: Self.chunk) { [self] edges in
        edges.compactMap { candidate($0.0, $0.1) }
      })
    // Of pairs that became the same pair, one is enough.
    var queued: [Int: Int] = [:]
    while let best = queue.popMax() {
      let (first, second) = (whole(of: best.first), whole(of: best.second))
      let versions = versions[first] + versions[second]
      if first == best.first, second == best.second, versions == best.versions {
        merge(first, second)
      } else if queued.updateValue(
        versions, forKey: min(first, second) * members.count + max(first, second)) != versions,
        let candidate = candidate(first, second)
      {
        queue.insert(candidate)
      }
    }
  }

  /// Two groups that may be merged, if they are alike enough.
  private func candidate(_ a: Int, _ b: Int) -> Candidate? {
    let (first, second) = (min(a, b), max(a, b))
    guard first != second else { return nil }
    let product =
      Double(SparseVectors.product(sums[first], sums[second])) - expected[first] * expected[second]
    let likeness = product / Double(sizes[first] * sizes[second])
    return likeness >= threshold
      ? Candidate(
        likeness: likeness, first: first, second: second,
        versions: versions[first] + versions[second]) : nil
  }

  private mutating func merge(_ first: Int, _ second: Int) {
    let (kept, gone) = sums[first].count >= sums[second].count ? (first, second) : (second, first)
    sums[kept] = SparseVectors.sum(sums[kept], sums[gone])
    sums[gone] = []
    sizes[kept] += sizes[gone]
    expected[kept] += expected[gone]
    members[kept] += members[gone]
    members[gone] = []
    versions[kept] += 1
    wholes[gone] = kept
  }
}
