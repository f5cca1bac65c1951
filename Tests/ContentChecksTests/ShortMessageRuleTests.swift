import ContentParsing
import Testing

@testable import ContentChecks

@Suite struct ShortMessageRuleTests {
  private static let site = "languages: [en]\nbase-url: https://help.example.com\n"

  private static func article(_ sms: String, stages: String = "", body: String) -> String {
    "---\ntitle: T\nkind: process\n\(stages)sms: \"\(sms)\"\n---\n\(body)\n"
  }

  @Test(arguments: [
    // 'https://help.example.com/s/' takes 27 places, a code 4, the last slash 1, the space 1.
    (String(repeating: "a", count: 127), 1, [String]()),
    (
      String(repeating: "a", count: 128), 1,
      [
        "en/a.md:4 warning: short message takes 2 segments, 1 characters more than fit into 1; "
          + "shorten it"
      ]
    ),
    (String(repeating: "ż", count: 101), 2, []),
    (
      String(repeating: "ż", count: 102), 2,
      [
        "en/a.md:4 warning: short message takes 3 segments, 1 characters more than fit into 2; "
          + "shorten it; more fits without characters such as 'ż'"
      ]
    ),
  ])
  func allowsAsManySegmentsAsTheSiteDoes(sms: String, segments: Int, findings: [String]) throws {
    let fixture = try CheckFixture([
      "signpost.yml": Self.site + "sms-segments: \(segments)\n",
      "en/a.md": Self.article(sms, body: "Text."),
    ])
    #expect(fixture.findings("sms-too-long") == findings)
  }

  @Test func takesThreeSegmentsWhereTheSiteSaysNothing() throws {
    let fixture = try CheckFixture([
      "signpost.yml": Self.site,
      "en/a.md": Self.article(String(repeating: "a", count: 426), body: "Text."),
      "en/b.md": Self.article(String(repeating: "a", count: 427), body: "Text."),
    ])
    #expect(fixture.findings("sms-too-long").map { $0.prefix(7) } == ["en/b.md"])
  }

  @Test(arguments: ["0", "11"])
  func refusesSegmentsThatNobodyPaysFor(segments: String) throws {
    let fixture = try CheckFixture([
      "signpost.yml": Self.site + "sms-segments: \(segments)\n", "en/a.md": "# T\n\nText.\n",
    ])
    #expect(
      fixture.findings("unknown-value") == [
        "signpost.yml:3:15 error: a short message can't have \(segments) segments; use 1 to 10"
      ])
  }

  @Test(arguments: [
    ("At most 10 days.", "", "At most 10 days.", nil),
    ("At most 14 days.", "", "At most 10 days.", "'14'"),
    ("Stand 5 m off, call +371 6000 0100.", "", "Stand five metres off.", nil),
    ("Stand 4 m off, or 12.", "", "Stand five metres off.", "'4', '12'"),
    (
      "10 working days in all.",
      "stages:\n  - {title: A, takes: 4 working days}\n  - {title: B, takes: 6 working days}\n",
      "As the stages say.", nil
    ),
    ("From 8:30.", "", "From 8:30.", nil), ("From 8:30.", "", "From 8:00.", "'30'"),
  ])
  func findsNumbersThatTheArticleDoesNotHave(
    sms: String, stages: String, body: String, strays: String?
  ) throws {
    let fixture = try CheckFixture([
      "signpost.yml": Self.site,
      "contact.yml": """
      channels: [{id: phone, kind: phone, title: Phone, value: +371 6000 0100}]

      """,
      "en/a.md": Self.article(sms, stages: stages, body: body),
    ])
    let line = stages.isEmpty ? 4 : 7
    #expect(
      fixture.findings("sms-outdated")
        == (strays.map {
          [
            "en/a.md:\(line) warning: short message says \($0), the article doesn't; "
              + "correct 'sms' or the article"
          ]
        } ?? []))
  }

  @Test(arguments: [
    // A word of thirty is another wording, a number isn't; what stands below a heading isn't the answer.
    ("Ask in the app, and wait at most 10 days for us to look at it.", "", false),
    (
      "Ask in our app, and wait at most 10 days for us to look at it.", "\n\n## More\n\nNew.", false
    ),
    ("Ask in the app, and wait at most 12 days for us to look at it.", "", true),
    ("Write a letter to the office, and wait at most 10 days for an answer.", "", true),
  ])
  func comparesTheAnswerWithWhatItWas(past: String, below: String, isBehind: Bool) throws {
    let now = "Ask in the app, and wait at most 10 days for us to look at it." + below
    let fixture = try CheckFixture([
      "signpost.yml": Self.site, "en/a.md": Self.article("At most 10 days.", body: now),
    ])
    let loaded = ContentLoader(root: fixture.root, shownAs: "content", today: "2026-10-05").load()
    let content = CheckedContent(
      loaded, root: "content", today: "2026-10-05",
      pastAnswers: ["content/en/a.md": PastSource(text: past, changedOn: "2026-09-20")])
    let summaries = ShortMessageOutdatedRule().check(content).map(\.summary)
    #expect(
      summaries
        == (isBehind ? ["the answer was changed on 2026-09-20, its short message wasn't"] : []))
  }
}
