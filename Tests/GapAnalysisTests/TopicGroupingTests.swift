import KnowledgeBase
import TestSupport
import Testing
import TextAnalysis

@testable import GapAnalysis

@Suite struct TopicGroupingTests {
  private static let words = [
    "refund", "card", "fuel", "missing", "deposit", "car", "open", "door", "park", "invoice",
    "phone", "money", "late", "light", "cable", "zone",
  ]

  /// Texts of one to four words, some of them the same.
  private static func texts(seed: UInt64, count: Int) -> [GroupedText] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { _ in
      let length = Int.random(in: 1...4, using: &generator)
      let chosen = (0..<length).map { _ in words.randomElement(using: &generator) ?? "" }
      return GroupedText(chosen.joined(separator: " "))
    }
  }

  @Test func asksForTheSameAreTogetherAndOthersApart() {
    let texts = [
      "where is my refund", "refund not here", "when is the refund coming",
      "car does not open", "the car will not open", "cannot open the car",
    ].map { GroupedText($0) }
    #expect(
      TopicGrouping(texts, suffixes: .english).groups == [[0, 1, 2], [3, 4, 5]])
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func everyTextIsInExactlyOneGroup(seed: UInt64) {
    let texts = Self.texts(seed: seed, count: 60)
    let grouped = TopicGrouping(texts, suffixes: .english).groups.flatMap(\.self)
    #expect(grouped.sorted() == Array(texts.indices))
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func identicalTextsAreNeverApart(seed: UInt64) {
    let texts = Self.texts(seed: seed, count: 80)
    let groups = TopicGrouping(texts, suffixes: .english).groups
    var groupOf: [String: Int] = [:]
    for (number, group) in groups.enumerated() {
      for member in group {
        let known = groupOf[texts[member].text] ?? number
        #expect(known == number)
        groupOf[texts[member].text] = number
      }
    }
  }

  @Test func inflectionAndOrderDoNotMatter() {
    let texts = ["charging cables", "cable charging", "invoice"].map { GroupedText($0) }
    #expect(TopicGrouping(texts, suffixes: .english).groups == [[0, 1], [2]])
  }

  @Test func wordsThatCustomersUseForOneAnotherBringTextsTogether() {
    let texts = ["bill", "my invoice", "door", "where is the zone"].map { GroupedText($0) }
    func nearest(_ thesaurus: Thesaurus?) -> [Int] {
      TopicGrouping(texts, suffixes: .english, thesaurus: thesaurus).neighbours(of: 0).map(\.text)
    }
    #expect(nearest(Thesaurus("bill invoice receipt")) == [1])
    #expect(nearest(nil).isEmpty)
  }

  @Test func textsWithoutWordsStayByThemselves() {
    let texts = ["???", "!!!", "???", ""].map { GroupedText($0) }
    #expect(TopicGrouping(texts, suffixes: nil).groups == [[0, 2], [1], [3]])
  }

  @Test func nothingMakesNoGroups() {
    #expect(TopicGrouping([], suffixes: nil).groups.isEmpty)
  }

  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func groupsAreTheSameInEveryRun(seed: UInt64) {
    let texts = Self.texts(seed: seed, count: 70)
    let first = TopicGrouping(texts, suffixes: .english)
    let second = TopicGrouping(texts, suffixes: .english)
    #expect(first.groups == second.groups)
    #expect(
      texts.indices.map(first.neighbours(of:)) == texts.indices.map(second.neighbours(of:)))
  }

  @Test func aTextThatIsLikeNoOtherHasNoNeighbours() {
    let alike = Self.words.prefix(12).flatMap { first in
      Self.words.suffix(10).map { GroupedText("where is my \(first) \(first)s \($0)") }
    }
    let grouping = TopicGrouping(
      alike + [GroupedText("where do zebras sleep in winter")], suffixes: .english)
    #expect(grouping.neighbours(of: alike.count).isEmpty)
    for text in alike.indices {
      #expect((1...5).contains(grouping.neighbours(of: text).count))
    }
  }

  @Test func nearArticlesBringTextsTogether() {
    let near = { (article: String) in
      ContactMatch(candidates: [.init(article: ArticleID(article), score: 0.4)])
    }
    let texts = [
      GroupedText("visor holder empty", match: near("refuel")),
      GroupedText("visor petrol", match: near("refuel")),
      GroupedText("holder petrol station", match: near("refuel")),
      GroupedText("invoice company", match: near("invoice")),
    ]
    #expect(TopicGrouping(texts, suffixes: .english).groups == [[0, 1, 2], [3]])
  }

  /// Two ways of saying the same, each among its own neighbours, and what articles cover or not.
  @Test(arguments: [(covered: 0.4, groups: 2), (covered: 0, groups: 3)])
  func whatNoArticleCoversIsJoinedByWordsWhereArticlesCoverOthers(covered: Double, groups: Int) {
    let near = ContactMatch(candidates: [.init(article: ArticleID("invoice"), score: covered)])
    let letters = "abcdefgh".map(String.init)
    let texts =
      letters.map { GroupedText("umbrella forgotten alpha beta \($0)") }
      + letters.map { GroupedText("umbrella forgotten gamma delta \($0)\($0)") }
      + letters.map { GroupedText("invoice company address vat \($0)\($0)\($0)", match: near) }
    let found = TopicGrouping(texts, suffixes: .english).groups
    #expect(found.count == groups)
    #expect(found.contains(Array(0..<16)) == (groups == 2))
    #expect(found.contains(Array(16..<24)))
  }
}

@Suite struct GroupMergingTests {
  private static func vectors(_ generator: inout SeededGenerator, count: Int) -> [SparseVector] {
    (0..<count).map { _ in
      var features: [Int32: Float] = [:]
      for _ in 0..<4 {
        features[Int32.random(in: 0..<12, using: &generator)] =
          Float.random(in: 0.1...1, using: &generator)
      }
      return SparseVectors.unit(
        features.sorted { $0.key < $1.key }.map { (feature: $0.key, weight: $0.value) })
    }
  }

  /// Merges the two groups with the highest mean likeness of their members until none is left.
  private static func slowly(
    _ vectors: [SparseVector], sizes: [Int], threshold: Double
  ) -> [[Int]] {
    let likeness = vectors.map { left in
      vectors.map { right in
        left.reduce(0.0) { sum, entry in
          sum + Double(entry.weight)
            * Double(right.first { $0.feature == entry.feature }?.weight ?? 0)
        }
      }
    }
    var groups = vectors.indices.map { [$0] }
    while true {
      var best: (likeness: Double, first: Int, second: Int)?
      for first in groups.indices {
        for second in groups.indices where second > first {
          var sum = 0.0
          for a in groups[first] {
            for b in groups[second] { sum += likeness[a][b] * Double(sizes[a] * sizes[b]) }
          }
          let count =
            groups[first].reduce(0) { $0 + sizes[$1] }
            * groups[second].reduce(0) { $0 + sizes[$1] }
          if sum / Double(count) > best?.likeness ?? threshold {
            best = (sum / Double(count), first, second)
          }
        }
      }
      guard let best else { return groups.map { $0.sorted() }.sorted { $0[0] < $1[0] } }
      groups[best.first] += groups[best.second]
      groups.remove(at: best.second)
    }
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func mergesLikeTheSlowWay(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let count = Int.random(in: 2...14, using: &generator)
    let vectors = Self.vectors(&generator, count: count)
    let sizes = vectors.map { _ in Int.random(in: 1...3, using: &generator) }
    var merging = GroupMerging(
      vectors: vectors, sizes: sizes, expected: sizes.map { _ in 0 }, threshold: 0.4)
    merging.run(
      edges: vectors.indices.flatMap { first in
        (first + 1..<max(first + 1, vectors.count)).map { (first, $0) }
      })
    let groups = merging.clusters.map { $0.sorted() }.sorted { $0[0] < $1[0] }
    #expect(groups == Self.slowly(vectors, sizes: sizes, threshold: 0.4))
  }

  @Test func onlyGroupsWithAnEdgeAreMerged() {
    let vectors: [SparseVector] = [[(0, 1)], [(0, 1)], [(0, 1)]]
    var merging = GroupMerging(
      vectors: vectors, sizes: [1, 1, 1], expected: [0, 0, 0], threshold: 0.9)
    merging.run(edges: [(0, 2)])
    #expect(merging.clusters.map { $0.sorted() } == [[0, 2], [1]])
    #expect(merging.whole(of: 0) == merging.whole(of: 2))
  }
}

@Suite struct SparseVectorsTests {
  private static func dense(_ vector: SparseVector) -> [Float] {
    vector.reduce(into: [Float](repeating: 0, count: 400)) { $0[Int($1.feature)] = $1.weight }
  }

  private static func vector(_ generator: inout SeededGenerator, count: Int) -> SparseVector {
    Set((0..<count).map { _ in Int32.random(in: 0..<400, using: &generator) }).sorted()
      .map { ($0, Float.random(in: 0.1...1, using: &generator)) }
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func countsLikeDenseVectors(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    // Lengths that differ much are multiplied in another way.
    let left = Self.vector(&generator, count: Int.random(in: 0...12, using: &generator))
    let right = Self.vector(&generator, count: Int.random(in: 0...390, using: &generator))
    let (a, b) = (Self.dense(left), Self.dense(right))
    let product = zip(a, b).reduce(Float(0)) { $0 + $1.0 * $1.1 }
    #expect(abs(SparseVectors.product(left, right) - product) < 1e-4)
    #expect(SparseVectors.product(left, right) == SparseVectors.product(right, left))
    let sum = Self.dense(SparseVectors.sum(left, right))
    #expect(zip(sum, zip(a, b)).allSatisfy { abs($0 - $1.0 - $1.1) < 1e-5 })
    #expect(
      SparseVectors.sum(left, right).map(\.feature) == Set((left + right).map(\.feature)).sorted())
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func sumsKeepTheirHeaviestFeatures(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var sums = FeatureSums(features: 400)
    for _ in 0..<5 {
      let vectors: [SparseVector] = (0..<Int.random(in: 0...6, using: &generator)).map { _ in
        // Few different weights, so that many features are equally heavy.
        Self.vector(&generator, count: 80).map { ($0.feature, ($0.weight * 3).rounded(.up)) }
      }
      let limit = Int.random(in: 1...200, using: &generator)
      let slow = vectors.reduce([]) { SparseVectors.sum($0, $1, times: 0.5) }
        .sorted { ($1.weight, $0.feature) < ($0.weight, $1.feature) }
        .prefix(limit).sorted { $0.feature < $1.feature }
      for vector in vectors { sums.add(vector.span, times: 0.5) }
      #expect(sums.take(heaviest: limit).elementsEqual(slow, by: ==))
    }
  }
}
