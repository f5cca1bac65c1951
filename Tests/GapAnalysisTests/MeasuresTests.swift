import ContactLog
import KnowledgeBase
import Testing

@testable import GapAnalysis

@Suite struct MeasuresTests {
  private static let measures = TopicMeasures(
    assumptions: ReviewAssumptions(
      costPerMinute: 0.5, repeatDays: 7, customers: 2_000, leavingOnce: 0.02,
      leavingRepeated: 0.25), total: 20)

  /// Counted by hand: a is back after 3 and again after 8 days, b after 7, c once, one unknown.
  private static let contacts = [
    Fixture.contact(1, "x", on: "2026-10-01", customer: "a", solved: false, minutes: 10),
    Fixture.contact(2, "x", on: "2026-10-04", customer: "a", solved: true, minutes: 6),
    Fixture.contact(3, "x", on: "2026-10-12", customer: "a", channel: "phone", solved: true),
    Fixture.contact(4, "x", on: "2026-10-05", customer: "b", solved: false, escalated: true),
    Fixture.contact(5, "x", on: "2026-10-12", customer: "b", channel: "mail", minutes: 4),
    Fixture.contact(6, "x", on: "2026-10-12", customer: "c", channel: nil, escalated: false),
    Fixture.contact(7, "x", on: "2026-10-12", customer: nil, escalated: true),
  ]

  @Test func countWhatTheHandCounts() {
    let measures = Self.measures.measures(of: Self.contacts)
    #expect(measures.contacts == 7)
    #expect(measures.share == 0.35)
    #expect(measures.channels == ["chat": 4, "phone": 1, "mail": 1, "unknown": 1])
    #expect(measures.judged == 4 && measures.solved == 2)
    #expect(measures.firstContactResolution == 0.5)
    #expect(measures.repeats == 2)
    #expect(measures.escalated == 2)
    #expect(measures.handlingMinutes == 20 && measures.cost == 10)
    #expect(measures.perThousandCustomers == 3.5)
    // c once at 2 %; a and b several times at 25 %.
    #expect(measures.customersAtRisk == 0.52)
  }

  @Test func sayNothingThatTheLogDoesNot() {
    let measures = Self.measures.measures(of: [Fixture.contact(1, "x")])
    #expect(measures.firstContactResolution == nil)
    #expect(measures.firstContactResolutionInterval == nil)
    #expect(measures.customersAtRisk == 0)
  }

  @Test func countNothingInNothing() {
    let measures = Self.measures.measures(of: [])
    #expect(measures.contacts == 0 && measures.share == 0 && measures.cost == 0)
  }

  /// Wilson's intervals as tables give them.
  @Test(arguments: [
    (0, 10, 0.0, 0.2775), (8, 10, 0.4902, 0.9433), (50, 100, 0.4038, 0.5962),
    (10, 10, 0.7225, 1.0),
  ])
  func wilsonIntervals(hits: Int, total: Int, low: Double, high: Double) {
    let interval = Statistics.interval(of: hits, in: total)
    #expect(abs(interval.lowerBound - low) < 0.0005)
    #expect(abs(interval.upperBound - high) < 0.0005)
  }

  @Test func rateRatiosCountDaysAndControls() {
    let same = Statistics.rateRatio(after: 60, afterDays: 30, before: 62, beforeDays: 31)
    #expect(abs(same.ratio - 1) < 0.01 && same.interval.contains(1))
    let fewer = Statistics.rateRatio(after: 20, afterDays: 30, before: 80, beforeDays: 30)
    #expect(fewer.interval.upperBound < 0.5)
    // Everything fell by as much, so nothing is left of it.
    let control = Statistics.rateRatio(
      after: 20, afterDays: 30, before: 80, beforeDays: 30, control: (after: 200, before: 800))
    #expect(abs(control.ratio - 1) < 0.02 && control.interval.contains(1))
    let few = Statistics.rateRatio(after: 1, afterDays: 30, before: 3, beforeDays: 30)
    #expect(few.interval.contains(1))
  }

  @Test func quantilesAreNearestRanks() {
    let values = [1.0, 2, 3, 4, 5, 6, 7, 8, 9, 10]
    #expect(Statistics.quantile(0.5, of: values) == 5)
    #expect(Statistics.quantile(0.9, of: values) == 9)
    #expect(Statistics.quantile(0.9, of: [7]) == 7)
    #expect(Statistics.quantile(0.5, of: []) == nil)
  }
}
