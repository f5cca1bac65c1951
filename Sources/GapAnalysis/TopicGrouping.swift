import HeapModule
import SearchIndex
import TextAnalysis

/// Puts texts that ask for the same thing into groups: agglomerative clustering by average linkage
/// over stems and runs of characters; how many groups there are comes out of the texts.
///
///     TopicGrouping(texts, suffixes: table).groups  // [[0, 3, 8], [1], [2, 5]]
///
/// Average linkage of unit vectors is the product of the groups' sums over the product of their
/// sizes (Manning, Raghavan, Schütze: Introduction to Information Retrieval, 2008, section 17.3),
/// so a group is kept as one sum. Only groups with members among each other's nearest neighbours
/// are compared, which keeps the work near linear. Deterministic: ties go to the earlier text.
package struct TopicGrouping: Sendable {
  /// Groups less alike than this stay apart.
  package static let threshold = 0.16
  private static let neighbours = 12
  private static let characterWeight = 0.35

  /// Positions of the texts by group; largest group first, then by first member. Every text is in
  /// exactly one.
  package let groups: [[Int]]

  package init(_ texts: [String], suffixes: SuffixTable?, threshold: Double = Self.threshold) {
    let keys = texts.map { Self.key(of: $0, suffixes: suffixes) }
    var members: [[Int]] = []
    var positions: [String: Int] = [:]
    for (number, key) in keys.enumerated() {
      if let position = positions[key] {
        members[position].append(number)
      } else {
        positions[key] = members.count
        members.append([number])
      }
    }
    let vectors = Self.vectors(of: members.map { texts[$0[0]] }, suffixes: suffixes)
    var merging = Merging(vectors: vectors, sizes: members.map(\.count), threshold: threshold)
    merging.run(edges: Self.nearest(vectors))
    groups = merging.clusters.map { cluster in cluster.flatMap { members[$0] }.sorted() }
      .sorted { $0.count != $1.count ? $0.count > $1.count : $0[0] < $1[0] }
  }

  /// Texts with the same words in any order and inflection are the same.
  private static func key(of text: String, suffixes: SuffixTable?) -> String {
    let stems = Tokenizer.tokens(in: text).map { suffixes?.stem($0.form) ?? $0.form }
    return stems.isEmpty ? "#" + text : stems.sorted().joined(separator: " ")
  }

  typealias Vector = [(feature: Int32, weight: Float)]

  /// Unit vectors of rarity-weighted features, sorted by feature.
  private static func vectors(of texts: [String], suffixes: SuffixTable?) -> [Vector] {
    var numbers: [Feature: Int32] = [:]
    var frequencies: [Int] = []
    var counted: [[(Int32, isRun: Bool)]] = []
    for text in texts {
      var features: Set<Feature> = []
      for token in Tokenizer.tokens(in: text) {
        features.insert(.stem(suffixes?.stem(token.form) ?? token.form))
        for run in CharacterRuns.of(form: token.form) { features.insert(.run(run)) }
      }
      counted.append(
        features.sorted().map { feature in
          let number = numbers[feature] ?? Int32(frequencies.count)
          if Int(number) == frequencies.count {
            numbers[feature] = number
            frequencies.append(0)
          }
          frequencies[Int(number)] += 1
          if case .run = feature { return (number, true) }
          return (number, false)
        })
    }
    return counted.map { features in
      let weighted = features.map { number, isRun in
        let rarity = Float(Impact.rarity(of: frequencies[Int(number)], in: texts.count)) / 1024
        return (feature: number, weight: rarity * (isRun ? Float(characterWeight) : 1))
      }
      let length = weighted.reduce(0) { $0 + $1.weight * $1.weight }.squareRoot()
      return weighted.map { ($0.feature, length > 0 ? $0.weight / length : 0) }
        .sorted { $0.feature < $1.feature }
    }
  }

  private enum Feature: Hashable, Comparable {
    case stem(String)
    case run(UInt64)
  }

  /// Pairs of texts of which at least one is among the nearest of the other.
  ///
  /// - Complexity: O(*p*), *p* pairs that share a feature which is not in too many texts.
  private static func nearest(_ vectors: [Vector]) -> [(Int, Int)] {
    var postings: [[(text: Int32, weight: Float)]] = []
    for (text, vector) in vectors.enumerated() {
      for (feature, weight) in vector {
        while postings.count <= Int(feature) { postings.append([]) }
        postings[Int(feature)].append((Int32(text), weight))
      }
    }
    let common = max(64, vectors.count / 20)
    var edges: Set<Int> = []
    var scores = [Float](repeating: 0, count: vectors.count)
    for (text, vector) in vectors.enumerated() {
      var touched: [Int] = []
      for (feature, weight) in vector where postings[Int(feature)].count <= common {
        for posting in postings[Int(feature)] {
          let other = Int(posting.text)
          if scores[other] == 0 { touched.append(other) }
          scores[other] += weight * posting.weight
        }
      }
      let best = touched.filter { $0 != text }
        .sorted { scores[$0] != scores[$1] ? scores[$0] > scores[$1] : $0 < $1 }
        .prefix(neighbours)
      for other in best {
        edges.insert(min(text, other) * vectors.count + max(text, other))
      }
      for other in touched { scores[other] = 0 }
    }
    return edges.sorted().map { ($0 / vectors.count, $0 % vectors.count) }
  }
}

/// Merges the most alike groups until none are alike enough.
private struct Merging {
  private var sums: [[Int32: Float]]
  private var sizes: [Int]
  private var members: [[Int]]
  private var partners: [Set<Int>]
  private var versions: [Int]
  private let threshold: Double

  init(vectors: [TopicGrouping.Vector], sizes: [Int], threshold: Double) {
    sums = zip(vectors, sizes).map { vector, size in
      Dictionary(
        uniqueKeysWithValues: vector.map { ($0.feature, $0.weight * Float(size)) })
    }
    self.sizes = sizes
    members = vectors.indices.map { [$0] }
    partners = Array(repeating: [], count: vectors.count)
    versions = Array(repeating: 0, count: vectors.count)
    self.threshold = threshold
  }

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
