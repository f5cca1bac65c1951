import ContentParsing
import Diagnostics
import Foundation
import KnowledgeBase
import Testing

@testable import ContentChecks

@Suite struct TranslationReportTests {
  private static let files = [
    "signpost.yml": "languages: [en, pl, lv]\n",
    "en/a.md":
      "---\ntitle: A <b>\nupdated: 2026-10-01\n---\nAt most 14 days from the day you ask.\n",
    "pl/a.md": "---\ntitle: B\nupdated: 2026-09-01\n---\nText.\n",
    "en/b.md": "---\ntitle: B2\nupdated: 2026-10-01\n---\nText.\n",
    "pl/b.md": "---\ntitle: B3\nupdated: 2026-10-01\n---\nText.\n",
    "lv/b.md": "---\ntitle: B4\nstatus: draft\n---\nText.\n",
    "lv/c.md": "# C\n\nText.\n",
  ]

  private func report(_ past: [String: PastSource] = [:]) throws -> TranslationReport {
    try CheckFixture(Self.files).translations(past: past)
  }

  @Test func everyArticleHasAStateInEveryLanguage() throws {
    let report = try report()
    let states = report.rows.map { row in
      "\(row.source.language)/\(row.source.id): "
        + row.translations.map { "\($0.language) \($0.state.rawValue)" }.joined(separator: ", ")
    }
    #expect(
      states == [
        "en/a: pl outdated, lv missing", "en/b: pl current, lv draft",
        "lv/c: en missing, pl missing",
      ])
  }

  @Test func textListsWhatIsToBeDone() throws {
    #expect(
      try report().text == """
        en: 1 missing
        pl: 1 current, 1 outdated, 1 missing
        lv: 1 draft, 1 missing

        warning  content/pl/a.md: source changed on 2026-10-01, 4 days ago
        missing  lv/a: A <b>
        missing  en/c: C
        missing  pl/c: C
        draft    content/lv/b.md: B2
        """)
  }

  @Test func aHistoryTellsHowMuchChanged() throws {
    let past = PastSource(text: "At most 10 days from the day you ask.", changedOn: "2026-09-30")
    let lag = try report(["content/pl/a.md": past]).rows[0].translations[0].lag
    #expect(lag?.text == "on 2026-10-01, 4 days ago, 25 % of its text, other numbers")
  }

  @Test func aHistoryKnowsBetterThanADateThatNobodySet() throws {
    let past = PastSource(text: "Quite another text.", changedOn: "2026-06-01")
    let report = try report(["content/pl/b.md": past])
    let translation = report.rows[1].translations[0]
    #expect(translation.state == .outdated)
    #expect(translation.lag?.text == "on 2026-06-01, 126 days ago, 100 % of its text")
    #expect(translation.lag?.severity == .error)
  }

  @Test(arguments: [
    (0.01, false, 400, Diagnostic.Severity.note), (0.01, true, 1, .warning),
    (0.3, false, 400, .warning), (0.9, false, 90, .warning), (0.9, false, 91, .error),
  ])
  func severityComesFromShareNumbersAndAge(
    share: Double, numbers: Bool, days: Int, severity: Diagnostic.Severity
  ) {
    let lag = TranslationReport.Lag(
      changedOn: "2026-01-01", days: days, share: share, changesNumbers: numbers)
    #expect(lag.severity == severity)
  }

  @Test(arguments: [
    ("one two three", "One, two\nthree!", 0.0, false),
    ("one two three", "one two four", 0.5, false),
    ("a b", "c d", 1.0, false), ("", "", 0.0, false), ("", "new text", 1.0, false),
    ("within 10 days", "within 14 days", 1.0, true), ("one", "one", 0.0, false),
  ])
  func changeIsCountedInPairsOfWords(old: String, new: String, share: Double, numbers: Bool) {
    let change = TextChange(from: old, to: new)
    #expect(abs(change.share - share) < 1e-9 && change.changesNumbers == numbers)
    #expect(abs(TextChange(from: new, to: old).share - share) < 1e-9)
  }

  @Test func thePageEscapesTitlesAndRunsNothing() throws {
    let html = try report().html
    #expect(html.contains("A &lt;b&gt;") && !html.contains("A <b>"))
    #expect(!html.contains("<script") && !html.contains("style=") && !html.contains("http:"))
    #expect(html.contains("<h1>1 translation out of date, 4 to write</h1>"))
  }

  @Test func jsonHoldsCountsAndStates() throws {
    let object = try JSONSerialization.jsonObject(with: Data(try report().json.utf8))
    let document = try #require(object as? [String: [[String: Any]]])
    let polish = try #require(document["languages"]?.first { $0["language"] as? String == "pl" })
    #expect(polish["outdated"] as? Int == 1 && polish["missing"] as? Int == 1)
    #expect(document["articles"]?.count == 3)
  }
}
