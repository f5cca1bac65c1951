import HeapModule

/// Merges the most alike groups until none are alike enough.
///
/// Average linkage of unit vectors is the product of the groups' sums over the product of their
/// sizes (Manning, Raghavan, Schütze: Introduction to Information Retrieval, 2008, section 17.3),
/// so a group is kept as one sum. Only groups with members among each other's neighbours are
/// compared, which keeps the work near linear.
struct GroupMerging {
  private var sums: [[Int32: Float]]
  private var sizes: [Int]
  private var members: [[Int]]
  private var partners: [Set<Int>]
  private var versions: [Int]
  private let threshold: Double

  /// - Parameters:
  ///   - groups: positions of the vectors that are together already.
  ///   - sizes: how many texts each vector stands for.
  init(groups: [[Int]], vectors: [SparseVector], sizes: [Int], threshold: Double) {
    sums = groups.map { group in
      var sum: [Int32: Float] = [:]
      for member in group {
        for (feature, weight) in vectors[member] {
          sum[feature, default: 0] += weight * Float(sizes[member])
        }
      }
      return sum
    }
    self.sizes = groups.map { group in group.reduce(0) { $0 + sizes[$1] } }
    members = groups.indices.map { [$0] }
    partners = Array(repeating: [], count: groups.count)
    versions = Array(repeating: 0, count: groups.count)
    self.threshold = threshold
  }

  /// The groups that are left, each as positions in those that were given.
  var clusters: [[Int]] { members.filter { !$0.isEmpty } }

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

  /// - Parameter edges: the groups that may be merged with each other at first.
  mutating func run(edges: [(Int, Int)]) {
    var queue = Heap<Candidate>()
    for (first, second) in edges {
      partners[first].insert(second)
      partners[second].insert(first)
      push(first, second, to: &queue)
    }
    while let best = queue.popMax() {
      guard versions[best.first] + versions[best.second] == best.versions,
        !members[best.first].isEmpty, !members[best.second].isEmpty
      else { continue }
      merge(best.first, best.second, queue: &queue)
    }
  }

  private mutating func push(_ a: Int, _ b: Int, to queue: inout Heap<Candidate>) {
    let likeness = likeness(a, b)
    guard likeness >= threshold else { return }
    queue.insert(
      Candidate(
        likeness: likeness, first: min(a, b), second: max(a, b),
        versions: versions[a] + versions[b]))
  }

  private func likeness(_ a: Int, _ b: Int) -> Double {
    let (small, large) = sums[a].count < sums[b].count ? (sums[a], sums[b]) : (sums[b], sums[a])
    var product: Double = 0
    for (feature, weight) in small {
      if let other = large[feature] { product += Double(weight) * Double(other) }
    }
    // Rounded, since the order of a dictionary's elements may change the last digits.
    return (product / Double(sizes[a] * sizes[b]) * 1e6).rounded() / 1e6
  }

  private mutating func merge(_ first: Int, _ second: Int, queue: inout Heap<Candidate>) {
    let (kept, gone) = sums[first].count >= sums[second].count ? (first, second) : (second, first)
    for (feature, weight) in sums[gone] { sums[kept][feature, default: 0] += weight }
    sums[gone] = [:]
    sizes[kept] += sizes[gone]
    members[kept] += members[gone]
    members[gone] = []
    versions[kept] += 1
    versions[gone] += 1
    for other in partners[gone] where other != kept {
      partners[other].remove(gone)
      partners[other].insert(kept)
      partners[kept].insert(other)
    }
    partners[kept].remove(gone)
    partners[gone] = []
    for other in partners[kept].sorted() { push(kept, other, to: &queue) }
  }
}
