import KnowledgeBase
import Testing

@testable import ContentParsing

@Suite struct NoticeTests {
  private static func load(_ entry: String) throws -> LoadedContent {
    try ContentFixture([
      "signpost.yml": "languages: [en]\n", "contact.yml": "time-zone: Europe/Riga\n",
      "notices.yml": "notices:\n  - {\(entry)}\n", "en/payments/a.md": "# A\n", "en/b.md": "# B\n",
    ]).load()
  }

  @Test func hasItsTimeInTheZoneOfTheChannels() throws {
    let loaded = try Self.load(
      "id: x, severity: outage, from: 2026-11-02 22:00, until: 2026-11-03, categories: [payments], text: Down"
    )
    #expect(loaded.diagnostics.map(\.line) == [])
    let notice = try #require(loaded.library.notices.first)
    // Riga is two hours ahead of UTC in November: 20:00, and 22:00 of the 3rd for its last midnight.
    let day = 20_759 * 1440
    #expect(notice.from == day + 20 * 60)
    #expect(notice.until == day + 1440 + 22 * 60)
    #expect(notice.concerns(["payments", "cards"]))
    #expect(!notice.concerns([]))
    #expect(!notice.hasBegun(at: day) && notice.hasBegun(at: day + 1200))
    #expect(!notice.isOver(at: day + 1440) && notice.isOver(at: day + 1440 + 1320))
  }

  private static let faults: [(entry: String, finding: String)] = [
    ("id: x", "2:10 error: notice has no text [notice]; write text: {en: …, pl: …}"),
    (
      "text: x, severity: outgae",
      "2:25 error: 'outgae' isn't a severity [notice]; did you mean 'outage'?"
    ),
    (
      "text: x, from: tomorrow",
      "2:21 error: 'tomorrow' isn't a time [notice]; "
        + "write from: 2026-11-02 22:00, or a day alone"
    ),
    (
      "text: x, from: 2026-11-03, until: 2026-11-02",
      "2:40 error: notice ends before it begins [notice]; correct 'from' or 'until'"
    ),
    (
      "text: x, categories: [paymets]",
      "2:27 error: category 'paymets' doesn't exist [notice]; did you mean 'payments'?"
    ),
  ]

  @Test(arguments: faults)
  func isLeftOutWhenItIsNotUnderstood(entry: String, finding: String) throws {
    let loaded = try Self.load(entry)
    #expect(loaded.diagnostics.map(\.line) == [finding])
    #expect(loaded.library.notices.isEmpty)
  }
}
