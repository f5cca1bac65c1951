import SearchIndex
import TestSupport
import Testing
import TextAnalysis

@testable import GapAnalysis

@Suite struct CategoryHintsTests {
  /// Texts on eight topics, and their topics. A text has three of its topic's six words, each of
  /// which another topic has too, and two words that all share.
  private static func log(seed: UInt64) -> [(text: String, topic: Int)] {
    var generator = SeededGenerator(seed: seed)
    let letters = Array("bdfgklmnprstvz")
    let words = (0..<36).map { _ in
      String((0..<6).map { _ in letters.randomElement(using: &generator) ?? "b" })
    }
    return (0..<240).map { number in
      let topic = number % 8
      let own = (0..<6).map { words[(topic * 3 + $0) % 24] }.shuffled(using: &generator).prefix(3)
      let common = words[24...].shuffled(using: &generator).prefix(2)
      return ((own + common).shuffled(using: &generator).joined(separator: " "), topic)
    }
  }

  private static func grouping(
    _ log: [(text: String, topic: Int)], category: (Int) -> String?
  ) -> TopicGrouping {
    TopicGrouping(
      log.enumerated().map { GroupedText($1.text, category: category($0)) }, suffixes: nil)
  }

  /// F1 of the pairs that are in one group against those on one topic.
  private static func agreement(
    of grouping: TopicGrouping, with log: [(text: String, topic: Int)]
  ) -> Double {
    func pairs(_ counts: some Sequence<Int>) -> Int { counts.reduce(0) { $0 + $1 * ($1 - 1) / 2 } }
    func counts(_ topics: [Int]) -> [Int] {
      Array(topics.reduce(into: [:]) { $0[$1, default: 0] += 1 }.values)
    }
    let both = grouping.groups.reduce(0) { sum, group in
      sum + pairs(counts(group.map { log[$0].topic }))
    }
    let all = pairs(grouping.groups.map(\.count)) + pairs(counts(log.map(\.topic)))
    return 2 * Double(both) / Double(all)
  }

  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func categoriesThatAgreeWithTheTextsMakeBetterGroups(seed: UInt64) throws {
    let log = Self.log(seed: seed)
    var generator = SeededGenerator(seed: seed)
    let wrong = log.map { _ in Int.random(in: 0..<10, using: &generator) < 3 }
    let other = log.map { _ in Int.random(in: 0..<8, using: &generator) }
    let without = Self.grouping(log) { _ in nil }
    let right = Self.grouping(log) { "\(log[$0].topic)" }
    let noisy = Self.grouping(log) { wrong[$0] ? "\(other[$0])" : "\(log[$0].topic)" }
    let figures = [without, noisy, right].map { Self.agreement(of: $0, with: log) }
    #expect(figures[0] < figures[2], "\(figures)")
    #expect(figures[0] <= figures[1] + 0.01, "\(figures)")
    let trusts = try [noisy, right].map { try #require($0.agreement.categories).trust }
    #expect(trusts[0] < trusts[1])
    #expect(trusts[0] > 0.05)
  }

  @Test(
    arguments: [
      { _ in nil }, { _ in "" }, { _ in "call" }, { "number \($0)" }, { $0 < 3 ? "rare" : "other" },
    ] as [@Sendable (Int) -> String?])
  func categoriesThatTellNothingChangeNothing(category: @Sendable (Int) -> String?) {
    let log = Self.log(seed: 7)
    let without = Self.grouping(log) { _ in nil }
    let with = Self.grouping(log, category: category)
    #expect(with.groups == without.groups)
    #expect(with.agreement.categories?.trust ?? 0 == 0)
  }

  @Test func whatIsNearIsForWordsToSay() {
    let log = Self.log(seed: 8)
    let without = Self.grouping(log) { _ in nil }
    let with = Self.grouping(log) { "\(log[$0].topic)" }
    for text in log.indices { #expect(with.neighbours(of: text) == without.neighbours(of: text)) }
  }

  @Test func aCategoryOfItsOwnIsTrustedByItself() throws {
    let log = Self.log(seed: 9)
    // Agents who are in a hurry take "other".
    let hints = { (isInHurry: (Int) -> Bool) in
      Self.grouping(log) { isInHurry($0) ? "other" : "\(log[$0].topic)" }
    }
    let some = try #require(hints { $0 / 8 % 2 == 0 }.agreement.categories)
    let all = try #require(hints { _ in false }.agreement.categories)
    #expect(some.shared > some.byChance)
    #expect(0 < some.trust && some.trust < all.trust, "\(some), \(all)")
  }

  @Test func hintsLeaveVectorsOfLengthOne() {
    let nearest = (0..<40).map { text in
      [NearestTexts.Neighbour(text: text / 2 * 2 + (text + 1) % 2, likeness: 0.5)]
    }
    let hints = CategoryHints(
      (0..<40).map { [(feature: Int32(10 + $0 / 20), weight: Float(1))] }, features: 10..<12,
      nearest: nearest)
    let vector = hints.adding([(10, 0.5), (11, 0.5)], to: [(1, 0.6), (2, 0.8)])
    #expect(vector.map(\.feature) == [1, 2, 10, 11])
    let square = vector.reduce(0) { $0 + $1.weight * $1.weight }
    #expect(abs(square - 1) < 1e-5)
    #expect(vector[0].weight < 0.6)
    // What neighbours in one category have in common.
    #expect(hints.expected([(10, 1)]) > 0)
  }
}
