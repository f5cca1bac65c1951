import Foundation
import Testing

/// Logs as nobody wants them, given to the command: each is said with file, line and cure, and what
/// was read is stored, known or rejected.
@Suite struct BadLogTests {
  private static let header = "id,time,channel,language,reason\n"
  private static let good = "2,2026-10-02,chat,en,when do I get my refund\n"

  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let log: Data
    let status: Int32
    let said: [String]
    /// Read, new, known, rejected; nil where the log can't be used at all.
    let counts: [Int]?

    init(
      _ name: String, _ log: Data, status: Int32, said: [String], counts: [Int]? = nil
    ) {
      testDescription = name
      self.log = log
      self.status = status
      self.said = said
      self.counts = counts
    }
  }

  private static func text(_ text: String) -> Data { Data(text.utf8) }

  private static let mixed =
    text(header + "1,2026-10-02,chat,pl,zgubiłem kartę\n")
    + (text("2,2026-10-03,chat,pl,za") + Data([0xBF, 0xF3, 0xB3, 0xE6]) + text(" g\n"))

  static let cases = [
    Case(
      "empty file", text(""), status: 1,
      said: ["log.csv:1: error: log is empty [log-format]", "cure: export it again"]),
    Case(
      "header only", text(header), status: 0,
      said: ["log.csv:1: warning: log holds no contact", "cure: export it again for a longer"],
      counts: [0, 0, 0, 0]),
    Case(
      "wrong delimiter", text(header.replacing(",", with: "#") + "1#2026-10-02#chat#en#a\n"),
      status: 1, said: ["log.csv:1: error: line of column names", "--delimiter '#'"]),
    Case(
      "mixed encodings", mixed, status: 0,
      said: ["log.csv:2: warning: 1 line is in another encoding", "cure: save the whole log"],
      counts: [2, 2, 0, 0]),
    Case(
      "a date from 1900", text(header + "1,1900-01-01,chat,en,refund\n" + good), status: 1,
      said: ["log.csv:2: warning: date is 1900-01-01", "cure: write the day of the contact"],
      counts: [2, 1, 0, 1]),
    Case(
      "a field of 20 MB",
      text(header + "1,2026-10-02,chat,en,")
        + Data(repeating: UInt8(ascii: "x"), count: 20 << 20) + text("\n" + good),
      status: 0, said: ["log.csv:2: note: 1 text is longer than 64 kB"], counts: [2, 2, 0, 0]),
    Case(
      "one id with two texts",
      text(header + "2,2026-10-02,chat,en,lost my umbrella\n" + good + good), status: 0,
      said: ["log.csv:3: note: id of an earlier row with another text", "an id of its own"],
      counts: [3, 2, 1, 0]),
    Case("one row", text(header + good), status: 0, said: ["1 row = "], counts: [1, 1, 0, 0]),
    Case(
      "all rows the same", text(header + String(repeating: good, count: 500)), status: 0,
      said: ["500 rows = "], counts: [500, 1, 499, 0]),
  ]

  @Test(arguments: cases)
  func isSaidWithItsCureAndNothingIsLost(_ bad: Case) throws {
    let centre = try SmallHelpCentre.sample()
    try centre.write(bad.log, to: "log.csv")
    let outcome = try centre.signpost.run(["contacts", "import", "log.csv"])
    #expect(outcome.status == bad.status, "\(outcome.errors)")
    for words in bad.said { #expect(outcome.errors.contains(words), "\(outcome.errors)") }
    let stored = bad.counts?[1] ?? 0
    #expect(outcome.output.hasSuffix("holds \(stored == 1 ? "1 contact" : "\(stored) contacts")\n"))
    if let counts = bad.counts {
      let rows = counts[0] == 1 ? "1 row" : "\(counts[0]) rows"
      #expect(
        outcome.errors.contains(
          "\(rows) = \(counts[1]) new + \(counts[2]) known + \(counts[3]) rejected"))
      #expect(counts[0] == counts[1] + counts[2] + counts[3])
    }
  }

  @Test(arguments: cases.filter { $0.log.count < 1 << 20 })
  func isReviewedAsFarAsItCanBe(_ bad: Case) throws {
    let centre = try SmallHelpCentre.sample()
    try centre.write(bad.log, to: "log.csv")
    let outcome = try centre.signpost.run(["gaps", "log.csv"])
    let contacts = bad.counts?[1] ?? 0
    #expect(outcome.status == (contacts > 0 ? bad.status : 1))
    if bad.counts != nil { #expect(outcome.output.contains("Contacts: \(contacts)")) }
    for words in bad.said where !words.contains("note: ") && bad.status == 1 {
      #expect(outcome.errors.contains(words), "\(outcome.errors)")
    }
  }

  /// A company that begins sees what to write first.
  @Test func withoutAnArticleEverythingIsMissing() throws {
    let centre = try SmallHelpCentre([
      "signpost.yml": "title: New\nbase-url: https://help.example.com\nlanguages: [en]\n"
    ])
    let rows = (1...4).map { "\($0),2026-10-1\($0),chat,en,when do I get my refund\n" }
    try centre.write(Self.header + rows.joined(), to: "log.csv")
    let outcome = try centre.signpost.run(["gaps", "log.csv"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.errors.hasPrefix("content: note: there is no article yet"))
    #expect(outcome.output.contains("100% of 4 contacts found no answer"))
    let id = try #require(outcome.output.firstMatch(of: #/\[(en-[a-z-]+)\]/#)?.1)
    let draft = try centre.signpost.run([
      "gaps", "draft", String(id), "log.csv", "--category", "money",
    ])
    #expect(draft.output == "content/en/money/when-do-i-get-my-refund.md\n", "\(draft.errors)")
  }

  @Test func formulasOfCustomersStayTextInTablesOfEveryCommand() throws {
    let centre = try SmallHelpCentre.sample()
    let rows = (1...4).map { "\($0),2026-10-1\($0),=1+1,en,\"=HYPERLINK(\"\"http://x\"\")\"\n" }
    try centre.write(Self.header + rows.joined(), to: "log.csv")
    _ = try centre.signpost.run(["contacts", "import", "log.csv"])
    for arguments in [
      ["gaps", "--format", "csv"], ["contacts", "list", "--period", "2026", "--format", "csv"],
    ] {
      let table = try centre.signpost.run(arguments).output
      #expect(table.contains("'=HYPERLINK"))
      #expect(!table.contains(",=") && !table.contains("\"="), "\(table)")
    }
  }

  @Test func controlCharactersOfCustomersReachNoTerminal() throws {
    let centre = try SmallHelpCentre.sample()
    let rows = (1...4).map {
      "\($0),2026-10-1\($0),ma\u{9B}il,en,refund \u{1B}]0;x\u{7}\u{202E} now\n"
    }
    try centre.write(Self.header + rows.joined(), to: "log.csv")
    _ = try centre.signpost.run(["contacts", "import", "log.csv"])
    for arguments in [["contacts", "list", "--period", "2026"], ["gaps"]] {
      let text = try centre.signpost.run(arguments).output
      #expect(text.contains("refund"))
      #expect(
        !text.unicodeScalars.contains {
          $0.properties.generalCategory == .control && $0 != "\n" || $0.properties.isBidiControl
        }, "\(text)")
    }
  }
}
