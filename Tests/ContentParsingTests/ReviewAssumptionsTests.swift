import KnowledgeBase
import Testing

@testable import ContentParsing

/// What `signpost.yml` says that reviews rest on.
@Suite struct ReviewAssumptionsTests {
  private static func read(_ lines: String) throws -> (ReviewAssumptions, [String]) {
    let loaded = try ContentFixture([
      "signpost.yml": "languages: [en]\n\(lines)", "en/a.md": "# A\n",
    ]).load()
    return (
      loaded.library.site.review,
      loaded.diagnostics.filter { $0.severity != .note }.map(\.line)
    )
  }

  @Test func areRead() throws {
    let (assumptions, findings) = try Self.read(
      """
      review:
        cost-per-minute: 2.5
        currency: PLN
        repeat-days: 14
        customers: 12000
        leaving-after-one: 2.5%
        leaving-after-several: 30%
      """)
    #expect(findings == [])
    #expect(
      assumptions
        == ReviewAssumptions(
          costPerMinute: 2.5, currency: "PLN", repeatDays: 14, customers: 12000,
          leavingOnce: 0.025, leavingRepeated: 0.3))
  }

  @Test func areTheUsualOnesWhereNothingIsSaid() throws {
    #expect(try Self.read("").0 == ReviewAssumptions())
    #expect(try Self.read("review: {currency: GBP}").0 == ReviewAssumptions(currency: "GBP"))
  }

  @Test(arguments: [
    ("cost-per-minute: dear", "'dear' isn't an amount [review]; write it as cost-per-minute: 0.6"),
    ("cost-per-minute: -1", "'-1' isn't an amount [review]; write it as cost-per-minute: 0.6"),
    ("repeat-days: 0", "0 isn't between 1 and 365 [review]; write it as repeat-days: 7"),
    ("customers: 0", "0 isn't between 1 and 2147483647 [review]; write it as customers: 12000"),
    ("leaving-after-one: 0.02", "'0.02' isn't a share [review]; write it as leaving-after-one: 2%"),
    (
      "leaving-after-several: 120%",
      "'120%' isn't a share [review]; write it as leaving-after-several: 2%"
    ),
  ])
  func whatMeansNothingIsTold(line: String, finding: String) throws {
    let (assumptions, findings) = try Self.read("review:\n  \(line)\n")
    #expect(assumptions == ReviewAssumptions())
    #expect(findings.count == 1 && findings[0].hasPrefix("3:"))
    #expect(findings.first?.hasSuffix(" error: " + finding) == true, "\(findings)")
  }
}
