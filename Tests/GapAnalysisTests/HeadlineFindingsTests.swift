import ContactLog
import KnowledgeBase
import Testing

@testable import GapAnalysis

@Suite struct HeadlineFindingsTests {
  private static func contacts(
    _ count: Int, _ reason: String, in month: String, from id: Int, reply: Double? = nil
  ) -> [Contact] {
    (0..<count).map {
      Fixture.contact(
        id + $0, reason, on: "2026-\(month)-\(10 + $0 % 18)", minutes: 5, reply: reply)
    }
  }

  private static func findings(
    _ contacts: [Contact], decisions: [ReviewDecision] = [], period: String = "2026-10",
    language: ReportLanguage = .english
  ) -> HeadlineFindings {
    let report = Fixture.analyzer(Fixture.carSharing, decisions: decisions)
      .review(contacts, period: Period(period)).report
    return HeadlineFindings(report: report, words: ReportWords(language))
  }

  @Test func theBiggestGapAndWhatRoseStandFirst() {
    let found = Self.findings(
      Self.contacts(20, "umbrella left behind", in: "10", from: 0)
        + Self.contacts(10, "when will I get my refund", in: "09", from: 100)
        + Self.contacts(60, "when will I get my refund", in: "10", from: 200))
    #expect(found.headline == "25% of 80 contacts found no answer")
    #expect(
      found.texts == [
        "Most of all: “umbrella left behind” · 20 contacts, 60 EUR",
        "Rising: “when will I get my refund” · Contacts: 10 → 60",
      ])
  }

  @Test(arguments: [
    ([20, 22, 24, 30, 34, 38], [60, 60, 60, 60, 60, 60], true),
    // Not each of the last three is above the three before; it falls again; too few to tell; none rises.
    ([20, 22, 31, 30, 34, 38], [60, 60, 60, 60, 60, 60], false),
    ([20, 22, 24, 40, 44, 34], [60, 60, 60, 60, 60, 60], false),
    ([2, 3, 3, 4, 4, 4], [60, 60, 60, 60, 60, 60], false),
    ([20, 20, 20, 20, 20, 20], [60, 60, 60, 60, 60, 60], false),
    // As everything else; only beside what fell.
    ([20, 22, 24, 30, 34, 38], [60, 66, 72, 90, 100, 110], false),
    ([50, 50, 50, 53, 53, 53], [90, 90, 70, 50, 40, 40], false),
  ])
  func whatRisesLittleByLittleIsNamed(counts: [Int], others: [Int], isNamed: Bool) {
    let months = ["05", "06", "07", "08", "09", "10"]
    let log = months.enumerated().flatMap { number, month -> [Contact] in
      let other = Self.contacts(
        others[number], "when will I get my refund", in: month, from: 1_000 * number + 500)
      return other
        + Self.contacts(counts[number], "umbrella left behind", in: month, from: 1_000 * number)
    }
    let rising = Self.findings(log).texts.filter { $0.hasPrefix("Rising") }
    let figures = counts.map(String.init).joined(separator: " → ")
    #expect(
      rising == (isNamed ? ["Rising: “umbrella left behind” · Contacts: \(figures)"] : []))
  }

  @Test func anOverdueDecisionIsNamed() throws {
    let log = Self.contacts(20, "umbrella left behind", in: "10", from: 0)
    var decision = ReviewDecision(gap: "en-umbrella", action: .write, words: ["umbrella"])
    decision.owner = "Fleet team"
    decision.due = "2026-10-15"
    var other = ReviewDecision(gap: "en-voucher", action: .fix, words: ["voucher"])
    other.due = "2026-10-01"
    let texts = Self.findings(log, decisions: [decision, other]).texts
    #expect(
      texts.last
        == "Overdue: “umbrella left behind” · write an article · Fleet team · 2026-10-15 · and 1 more"
    )
  }

  @Test func anOverdueDecisionIsNamedInTheReviewsLanguage() {
    let log =
      Self.contacts(20, "umbrella left behind", in: "10", from: 0)
      + (100..<110).map {
        Fixture.contact(
          $0, "parasol w samochodzie", on: "2026-10-\(10 + $0 % 18)", language: "pl", minutes: 5)
      }
    var decision = ReviewDecision(gap: "en-umbrella", action: .write, words: ["umbrella"])
    decision.due = "2026-10-15"
    var polish = ReviewDecision(gap: "pl-parasol", action: .keep, words: ["parasol"])
    polish.into = "en-umbrella"
    let texts = Self.findings(log, decisions: [decision, polish], language: .polish).texts
    #expect(texts.last == "Po terminie: „parasol w samochodzie” · napisać artykuł · 2026-10-15")
  }

  @Test(arguments: [
    ("umbrella left behind", 2, "Too few ask for the same to tell (contacts: 2)"),
    ("when will I get my refund", 4, "Articles answer every topic (contacts: 4)"),
  ])
  func withoutGapsTheHeadlineClaimsNoMoreThanIsKnown(reason: String, count: Int, headline: String) {
    #expect(Self.findings(Self.contacts(count, reason, in: "10", from: 0)).headline == headline)
  }

  @Test(arguments: ReportLanguage.allCases)
  func everyRenderingShowsThem(language: ReportLanguage) throws {
    let report = Fixture.analyzer(Fixture.carSharing)
      .review(Self.contacts(4, "umbrella <left>", in: "10", from: 0), period: Period("2026-10"))
      .report
    let words = ReportWords(language)
    let findings = HeadlineFindings(report: report, words: words)
    let biggest = try #require(findings.all.first)
    let text = try #require(findings.texts.first)
    #expect(report.text(language: language).contains(text))
    #expect(
      report.markdown(language: language).contains(words.quoted("umbrella &lt;left&gt;") + " · "))
    #expect(
      report.html(language: language).contains(
        "<dt>\(biggest.label)</dt><dd><q lang=\"en\">umbrella &lt;left&gt;</q> · \(biggest.figures)"
      ))
  }
}

@Suite struct ShortPeriodTests {
  private static let contacts =
    (0..<6).map { Fixture.contact($0, "umbrella left behind", on: "2026-10-\(10 + $0)") }
    + [
      Fixture.contact(20, "gift vouchers", on: "2026-10-12"),
      Fixture.contact(21, "when will I get my refund", on: "2026-10-12"),
      Fixture.contact(22, "when will I get my refund", on: "2026-10-11"),
    ]

  @Test(arguments: [("2026-10-12", [1]), ("2026-W42", [4]), ("2026-10", [6])])
  func whatTheLogKnowsIsATopicOnADay(period: String, counts: [Int]) {
    let report = Fixture.analyzer(Fixture.carSharing)
      .review(Self.contacts, period: Period(period)).report
    #expect(report.topics.map(\.measures.contacts) == counts)
    #expect(report.topics.map(\.verdict) == [.missing])
    #expect(report.topics.flatMap(\.contacts).count + report.single == report.contacts)
  }

  @Test func formerPeriodsCountWhatWasUnansweredThen() {
    let august = (0..<6).map { Fixture.contact($0, "umbrella left behind", on: "2026-08-1\($0)") }
    let september = (10..<14).map {
      Fixture.contact($0, "when will I get my refund", on: "2026-09-1\($0 - 10)")
    }
    let report = Fixture.analyzer(Fixture.carSharing)
      .review(august + september, period: Period("2026-09")).report
    #expect(report.history.map(\.unanswered) == [1, 0])
  }
}
