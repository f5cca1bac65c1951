import KnowledgeBase
import TestSupport
import Testing
import TextAnalysis

@testable import GapAnalysis

/// Logs with more different texts than are compared with each other.
@Suite struct LargeGroupingTests {
  private static let consonants = Array("bdfgklmnprstvz")
  private static let vowels = Array("aeiou")

  private static func word(_ generator: inout SeededGenerator) -> String {
    (0..<Int.random(in: 2...4, using: &generator)).reduce("") { word, _ in
      word + String(consonants.randomElement(using: &generator) ?? "b")
        + String(vowels.randomElement(using: &generator) ?? "a")
    }
  }

  /// A text by its topic; nil for one that is about nothing.
  private struct Planted {
    let texts: [GroupedText]
    let topics: [Int?]
  }

  /// One text in five is about nothing, the others have three of their topic's six words, and two
  /// of any.
  private static func planted(seed: UInt64, topics: Int, count: Int) -> Planted {
    var generator = SeededGenerator(seed: seed)
    let any = (0..<4_000).map { _ in word(&generator) }
    let own = (0..<topics).map { _ in (0..<6).map { _ in word(&generator) } }
    var found: [Int?] = []
    let texts = (0..<count).map { _ in
      let topic =
        Int.random(in: 0..<5, using: &generator) == 0
        ? nil : Int.random(in: 0..<topics, using: &generator)
      found.append(topic)
      let words = topic.map { Array(own[$0].shuffled(using: &generator).prefix(3)) } ?? []
      let others = (words.count..<5).map { _ in any.randomElement(using: &generator) ?? "" }
      return GroupedText((words + others).joined(separator: " "))
    }
    return Planted(texts: texts, topics: found)
  }

  /// The share of a topic's texts in the group that has most of them, and the share of that group
  /// that is of the topic.
  private static func found(
    _ topic: Int, in groups: [[Int]], of planted: Planted
  ) -> (recall: Double, precision: Double) {
    let total = planted.topics.count { $0 == topic }
    let best =
      groups.map { group in
        (own: group.count { planted.topics[$0] == topic }, all: group.count)
      }.max { $0.own < $1.own } ?? (0, 1)
    return (Double(best.own) / Double(total), Double(best.own) / Double(best.all))
  }

  /// Each text is said by ten customers.
  @Test func topicsOfAHundredThousandAreFoundAndNoneIsLost() {
    let once = Self.planted(seed: 7, topics: 20, count: 10_000)
    let planted = Planted(
      texts: (0..<100_000).map { once.texts[$0 % 10_000] },
      topics: (0..<100_000).map { once.topics[$0 % 10_000] })
    let groups = TopicGrouping(planted.texts, suffixes: nil, mostCompared: 1_024).groups
    #expect(groups.flatMap(\.self).sorted() == Array(planted.texts.indices))
    let largest = Array(groups.prefix(40))
    for topic in 0..<20 {
      let found = Self.found(topic, in: largest, of: planted)
      #expect(found.recall > 0.9, "topic \(topic): \(found)")
      #expect(found.precision > 0.9, "topic \(topic): \(found)")
    }
  }

  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func partByPartTheSameTextsAreTogether(seed: UInt64) {
    let few = Self.planted(seed: seed, topics: 3, count: 60).texts
    let texts = few + few.reversed() + few
    let groups = TopicGrouping(texts, suffixes: nil, mostCompared: 16).groups
    #expect(groups.flatMap(\.self).sorted() == Array(texts.indices))
    var groupOf: [String: Int] = [:]
    for (number, group) in groups.enumerated() {
      for member in group {
        #expect(groupOf[texts[member].text, default: number] == number)
        groupOf[texts[member].text] = number
      }
    }
  }

  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func whatFitsIntoOnePartIsGroupedAtOnce(seed: UInt64) {
    let texts = Self.planted(seed: seed, topics: 4, count: 120).texts
    let whole = TopicGrouping(texts, suffixes: nil)
    let part = TopicGrouping(texts, suffixes: nil, mostCompared: 120)
    #expect(whole.groups == part.groups)
    #expect(
      texts.indices.map(whole.neighbours(of:)) == texts.indices.map(part.neighbours(of:)))
  }

  /// Beside the slow way, which finds the neighbours of all anew and moves all.
  @Test(arguments: 1...2 as ClosedRange<UInt64>)
  func aTextJoinsTheGroupThatItsNeighboursWouldMoveItTo(seed: UInt64) {
    let texts = Self.planted(seed: seed, topics: 4, count: 240).texts
    let words = NumberedTexts(texts.map(\.text), suffixes: nil)
    let same = SameTexts(texts, words: words)
    let features = TextFeatures(texts, words: words, same: same, suffixes: nil, thesaurus: nil)
    let part = Array(0..<200)
    let nearest = NearestNeighbours(features, points: part)
    let threshold = 0.23
    var merging = GroupMerging(
      vectors: nearest.smoothed, sizes: part.map { _ in 1 }, expected: part.map { _ in 0 },
      threshold: threshold)
    merging.run(edges: nearest.edges)
    let classifier = NeighbourClassifier(nearest, groups: merging, threshold: threshold)
    var scratch = nearest.scratch
    let rest = part.count..<same.first.count
    let agreeing = rest.count { point in
      let vector = features.joint(of: point)
      let found = classifier.group(
        of: vector, expected: 0, neighbours: nearest.neighbours(of: vector, scratch: &scratch).all)
      let moved = NearestNeighbours(features, points: part + [point]).smoothed[part.count]
      let best = Set(part.map(merging.whole)).map {
        (
          group: $0,
          likeness: Double(SparseVectors.product(moved, merging.sums[$0]))
            / Double(merging.sizes[$0])
        )
      }
      .max { ($0.likeness, $1.group) < ($1.likeness, $0.group) }
      return found == best.flatMap { $0.likeness >= threshold ? $0.group : nil }
    }
    #expect(Double(agreeing) > 0.9 * Double(rest.count), "\(agreeing) of \(rest.count)")
  }

  @Test(arguments: 1...5 as ClosedRange<UInt64>)
  func groupsOfPartsAreTheSameInEveryRun(seed: UInt64) {
    let texts = Self.planted(seed: seed, topics: 4, count: 800).texts
    let first = TopicGrouping(texts, suffixes: nil, mostCompared: 100)
    let second = TopicGrouping(texts, suffixes: nil, mostCompared: 100)
    #expect(first.groups == second.groups)
    #expect(first.typicality == second.typicality)
  }
}
