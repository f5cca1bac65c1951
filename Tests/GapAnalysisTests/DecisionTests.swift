import ContactLog
import KnowledgeBase
import TestSupport
import Testing

@testable import GapAnalysis

@Suite struct DecisionTests {
  private static let contacts =
    (0..<8).map { Fixture.contact($0, "left my bag behind in the car \($0 % 2)", solved: false) }
    + (10..<16).map { Fixture.contact($0, "when will I get my refund \($0 % 2)", solved: false) }

  private static func topic(
    _ word: String, decisions: [ReviewDecision] = [], library: Library = Fixture.carSharing,
    contacts: [Contact] = contacts
  ) throws -> GapReport.Topic {
    let report = review(decisions, library: library, contacts: contacts)
    return try #require(report.topics.first { $0.words.contains(word) })
  }

  private static func review(
    _ decisions: [ReviewDecision], library: Library = Fixture.carSharing,
    contacts: [Contact] = contacts
  ) -> GapReport {
    Fixture.analyzer(library, decisions: decisions)
      .review(contacts, period: Period("2026-10")).report
  }

  @Test func aDecidedTopicKeepsItsId() throws {
    let first = try Self.topic("bag")
    var decision = ReviewDecision(gap: "en-lost-luggage", action: .write, words: first.stems)
    decision.owner = "Fleet team"
    // Next month other customers use some other words.
    let next = (0..<9).map {
      Fixture.contact(
        $0, ["bag left behind", "left a bag in your car", "my bag is in the car"][$0 % 3])
    }
    let topic = try Self.topic("bag", decisions: [decision], contacts: next)
    #expect(topic.id == "en-lost-luggage")
    #expect(topic.decision?.owner == "Fleet team")
  }

  @Test func anotherTopicDoesNotTakeTheId() throws {
    let decision = ReviewDecision(
      gap: "en-old", action: .write, words: ["invoic", "compani", "name", "wrong"])
    let report = Self.review([decision])
    #expect(!report.topics.contains { $0.id == "en-old" })
    #expect(report.decisions.map(\.contacts) == [0])
  }

  @Test func whatIsNoContentIsNoGap() throws {
    let stems = try Self.topic("bag").stems
    let decision = ReviewDecision(gap: "en-bag", action: .notContent, words: stems)
    let topic = try Self.topic("bag", decisions: [decision])
    #expect(topic.verdict == .notContent)
    #expect(topic.reasons.map(\.kind) == [.decided])
  }

  @Test(arguments: [("2026-12-01", GapReport.Verdict.notContent), ("2026-10-31", .missing)])
  func whatIsIgnoredComesBack(until: String, verdict: GapReport.Verdict) throws {
    var decision = ReviewDecision(
      gap: "en-bag", action: .ignore, words: try Self.topic("bag").stems)
    decision.until = until
    #expect(try Self.topic("bag", decisions: [decision]).verdict == verdict)
  }

  @Test(
    arguments: [
      ("2026-10-30", nil, true), ("2026-10-31", nil, false), ("2026-11-15", nil, false),
      ("2026-10-30", "2026-10-29", false), (nil, nil, false),
    ] as [(String?, String?, Bool)])
  func whatIsDueIsOverdueUntilDone(due: String?, done: String?, isOverdue: Bool) throws {
    var decision = ReviewDecision(
      gap: "en-bag", action: .write, words: try Self.topic("bag").stems)
    decision.due = due
    decision.done = done
    #expect(try Self.topic("bag", decisions: [decision]).decision?.isOverdue == isOverdue)
  }

  @Test func aDecisionHoldsForAllThatItsTopicIsShownWith() throws {
    let polish = (100..<112).map {
      Fixture.contact($0, "zgubiłem plecak w aucie \($0 % 2)", language: "pl", solved: false)
    }
    let english = (0..<6).map {
      Fixture.contact($0, "lost my backpack in the car \($0 % 2)", solved: false)
    }
    let library = Fixture.carSharingInPolishToo
    let topic = try #require(
      Self.review([], library: library, contacts: polish + english).topics
        .first { $0.language == "en" })
    #expect(topic.sameIn.count == 1)
    let decision = ReviewDecision(gap: topic.id, action: .write, words: topic.stems)
    let report = Self.review([decision], library: library, contacts: polish + english)
    #expect(report.decisions.map(\.contacts) == [18])
    // What was decided about the other topic counts for itself.
    let other = try #require(report.topics.first { $0.language == "pl" })
    let both = [decision, ReviewDecision(gap: other.id, action: .fix, words: other.stems)]
    #expect(
      Self.review(both, library: library, contacts: polish + english).decisions.map(\.contacts)
        == [6, 12])
  }

  /// The topic that it counts as has a name alone, or a decision of its own.
  @Test(arguments: [(ReviewDecision.Action.keep, "Anna"), (.fix, "Finance")])
  func aDecisionFollowsItsTopicIntoTheOneThatItCountsAs(
    action: ReviewDecision.Action, shown: String
  ) throws {
    var refund = ReviewDecision(
      gap: "en-refund", action: action, words: try Self.topic("refund").stems)
    refund.owner = action == .keep ? nil : "Finance"
    var bag = ReviewDecision(gap: "en-bag", action: .write, words: try Self.topic("bag").stems)
    bag.owner = "Anna"
    bag.into = "en-refund"
    let report = Self.review([refund, bag])
    #expect(report.topics.map(\.id) == ["en-refund"])
    #expect(report.topics.map(\.decision?.owner) == [shown])
    #expect(Set(report.decisions.map(\.contacts)) == [14])
    #expect(report.decisions.allSatisfy { $0.name == report.topics.first?.name })
  }

  @Test func anArticleThatWasWrittenIsDone() throws {
    var decision = ReviewDecision(
      gap: "en-bag", action: .write, words: try Self.topic("bag").stems)
    decision.article = ArticleID("lost")
    decision.due = "2026-10-01"
    #expect(Self.review([decision]).decisions.first?.decision.isOverdue == true)
    let library = Fixture.library(
      Fixture.carSharing.articles + [
        Fixture.article("lost", "Something left in a car", updated: "2026-10-20")
      ])
    let state = try #require(Self.review([decision], library: library).decisions.first)
    #expect(state.decision.done == "2026-10-20" && !state.decision.isOverdue)
  }
}

@Suite struct RevisionEffectTests {
  private static let library = Fixture.library([
    Fixture.article("refund", "Refunds", updated: "2026-09-10"),
    Fixture.article("park", "Parking", updated: "2026-09-12"),
    Fixture.article("old", "Old", updated: "2025-01-01"),
  ])

  /// So many contacts on the article before and after the tenth, and on others.
  private static func effect(
    before: Int, after: Int, others: (Int, Int) = (200, 200)
  ) -> GapReport.Effect? {
    let items =
      items(before, of: "refund", on: "2026-08-25") + items(after, of: "refund", on: "2026-09-20")
      + items(others.0, of: nil, on: "2026-08-11") + items(others.1, of: nil, on: "2026-10-09")
    return RevisionEffect(items, library: library).effects().first { $0.article == "refund" }
  }

  private static func items(
    _ count: Int, of article: String?, near: String? = nil, on day: String
  ) -> [RevisionEffect.Item] {
    (0..<count).map { number in
      let contact = Fixture.contact(number, "x", on: day)
      return RevisionEffect.Item(
        ReviewedContact(
          contact: contact, language: Fixture.english, match: ContactMatch(candidates: []),
          period: 0),
        article: article.map { ArticleID($0) }, near: near.map { ArticleID($0) })
    }
  }

  @Test(arguments: [
    (60, 20, GapReport.Effect.Outcome.fewer), (20, 60, .more), (60, 55, .tooFew), (8, 4, .tooFew),
  ])
  func isToldFromChance(before: Int, after: Int, outcome: GapReport.Effect.Outcome) throws {
    #expect(try #require(Self.effect(before: before, after: after)).outcome == outcome)
  }

  @Test func whatFellWithEverythingElseIsNoEffect() throws {
    let effect = try #require(Self.effect(before: 60, after: 20, others: (300, 100)))
    #expect(effect.outcome == .tooFew)
    #expect(abs(effect.relative) < 0.05)
  }

  @Test func subjectsThatWereRevisedAsWellAreNoControl() throws {
    let items =
      Self.items(60, of: "refund", on: "2026-08-25")
      + Self.items(20, of: "refund", on: "2026-09-20")
      + Self.items(90, of: "park", on: "2026-08-11") + Self.items(10, of: "park", on: "2026-10-09")
      + Self.items(50, of: "old", on: "2026-08-11") + Self.items(55, of: nil, on: "2026-10-09")
    let effect = try #require(
      RevisionEffect(items, library: Self.library).effects().first { $0.article == "refund" })
    #expect(effect.othersBefore == 50 && effect.othersAfter == 55)
    #expect(effect.outcome == .fewer)
  }

  /// A new answer that doesn't ask what customers ask is told by the contacts that lie near it.
  @Test(arguments: [(0, 60, GapReport.Effect.Outcome.fewer), (20, 80, .fewer), (90, 90, .tooFew)])
  func whatAnswersFewIsToldByThoseNearItToo(
    answered: Int, before: Int, outcome: GapReport.Effect.Outcome
  )
    throws
  {
    let items =
      Self.items(60, of: nil, near: "refund", on: "2026-08-25")
      + Self.items(20, of: nil, near: "refund", on: "2026-09-20")
      + Self.items(answered, of: "refund", on: "2026-08-25")
      + Self.items(answered, of: "refund", on: "2026-09-20")
      + Self.items(50, of: nil, on: "2026-08-11") + Self.items(50, of: nil, on: "2026-10-09")
    let effect = try #require(
      RevisionEffect(items, library: Self.library).effects().first { $0.article == "refund" })
    #expect(effect.outcome == outcome)
    #expect(effect.before == before)
  }

  @Test func articlesAreNamedInTheReviewsLanguage() throws {
    let polish = try #require(Language("pl"))
    let library = Fixture.library(
      Self.library.articles + [Fixture.article("refund", "Zwroty", language: polish)])
    let items =
      Self.items(60, of: "refund", on: "2026-08-25") + Self.items(9, of: nil, on: "2026-09-20")
      + Self.items(9, of: nil, on: "2026-08-11") + Self.items(9, of: nil, on: "2026-10-09")
    let effect = try #require(
      RevisionEffect(items, library: library).effects().first { $0.article == "refund" })
    let titles = [ReportLanguage.polish, .latvian].map { ReportWords($0).title(of: effect) }
    #expect(titles == ["Zwroty", "Refunds"])
  }

  @Test func tellsNothingOfFewContacts() {
    #expect(Self.effect(before: 3, after: 2) == nil)
  }

  @Test func tellsNothingOfRevisionsOutsideTheLog() {
    let items = Self.items(40, of: "old", on: "2026-09-01")
    #expect(RevisionEffect(items, library: Self.library).effects().isEmpty)
    #expect(RevisionEffect([], library: Self.library).effects().isEmpty)
  }
}

@Suite struct KnownTopicsTests {
  @Test func theLikestGroupTakesTheDecision() {
    let decision = ReviewDecision(
      gap: "en-fuel-card", action: .write, words: ["card", "fuel", "miss", "holder"])
    let known = KnownTopics([decision], language: Fixture.english)
    let groups = [
      ["card", "pin", "code"], ["fuel", "card", "miss", "visor"], ["refund", "money"],
    ]
    #expect(known.recognised(in: groups).mapValues(\.gap) == [1: "en-fuel-card"])
  }

  @Test(arguments: UInt64(1)...20)
  func recognisesWhatComparingEachPairWould(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    func words(_ counts: ClosedRange<Int>) -> [String] {
      let all = (0..<12).map { "w\($0)" }.shuffled(using: &random)
      return Array(all.prefix(Int.random(in: counts, using: &random)))
    }
    let groups = (0..<40).map { _ in words(0...8) }
    let decisions = (0..<30).map {
      ReviewDecision(gap: "en-\($0)", action: .keep, words: words(1...9))
    }
    var pairs: [(likeness: Double, group: Int, decision: Int)] = []
    for (group, stems) in groups.enumerated() {
      for (number, decision) in decisions.enumerated() {
        let own = Set(stems.prefix(max(6, decision.words.count)))
        let shared = Double(own.intersection(decision.words).count)
        let most = min(own.count, decision.words.count) + decision.words.count
        if 2 * shared / Double(most) >= 0.5 {
          pairs.append((2 * shared / Double(most), group, number))
        }
      }
    }
    var expected: [Int: String] = [:]
    pairs.sort { (-$0.likeness, $0.group, $0.decision) < (-$1.likeness, $1.group, $1.decision) }
    for pair in pairs where expected[pair.group] == nil {
      let gap = "en-\(pair.decision)"
      if !expected.values.contains(gap) { expected[pair.group] = gap }
    }
    let known = KnownTopics(decisions, language: Fixture.english)
    #expect(known.recognised(in: groups).mapValues(\.gap) == expected, "seed \(seed)")
  }

  @Test func decisionsOfOtherLanguagesDoNotCount() {
    let decision = ReviewDecision(gap: "pl-karta", action: .write, words: ["card"])
    let known = KnownTopics([decision], language: Fixture.english)
    #expect(known.recognised(in: [["card"]]).isEmpty)
  }
}
