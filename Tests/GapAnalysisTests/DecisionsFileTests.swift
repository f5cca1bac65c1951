import ContentParsing
import Foundation
import KnowledgeBase
import Testing

@Suite struct DecisionsFileTests {
  /// A content folder with that decisions.yml, or without one; removed afterwards.
  private static func withFile<Result>(
    _ text: String?, _ body: (DecisionsFile, URL) throws -> Result
  ) throws -> Result {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "decisions-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let url = folder.appending(path: DecisionsFile.name)
    if let text { try Data(text.utf8).write(to: url) }
    return try body(DecisionsFile(in: folder, shownAs: "content"), folder)
  }

  private static var full: ReviewDecision {
    var decision = ReviewDecision(
      gap: "pl-brak-kart", action: .write, words: ["brak", "kart", "no: \"x\""])
    decision.owner = "Fleet: \"north\" \\ team"
    decision.due = "2026-11-15"
    decision.decided = "2026-11-02"
    decision.done = "2026-11-10"
    decision.article = ArticleID("fuel/no-card")
    decision.note = "two\nlines # and a sign"
    return decision
  }

  @Test func readsWhatItWrites() throws {
    let others = [ReviewDecision(gap: "en-a", action: .notContent, words: [])]
    let text = try Self.withFile(nil) { file, _ in file.text(of: [Self.full] + others) }
    let read = try Self.withFile(text) { file, _ in file }
    var expected = Self.full
    expected.note = "two lines # and a sign"
    #expect(read.decisions == others + [expected])
    #expect(read.diagnostics.isEmpty && read.isUsable)
    #expect(read.text(of: read.decisions) == text)
  }

  @Test func keepsTheCommentsAtTheTop() throws {
    let text = "# Agreed with Anna\n# every month\ndecisions: []\n"
    let written = try Self.withFile(text) { file, _ in file.text(of: [Self.full]) }
    #expect(
      written.hasPrefix("# Agreed with Anna\n# every month\ndecisions:\n  - gap: pl-brak-kart\n"))
  }

  @Test func aFolderWithoutDecisionsHasNone() throws {
    try Self.withFile(nil) { file, _ in
      #expect(file.decisions.isEmpty && file.isUsable)
    }
  }

  @Test(arguments: [
    ("decisions:\n  - gap: en-a\n    action: burn\n", "'burn' isn't an action"),
    ("decisions:\n  - action: write\n", "a decision names no gap"),
    (
      "decisions:\n  - {gap: en-a, action: write, due: next week}\n",
      "'next week' isn't a date"
    ),
    ("decisions:\n  - {gap: en-a, action: write, ower: Anna}\n", "unknown key 'ower'"),
    ("decisions: {a: [\n", "did not find expected node"),
  ])
  func saysWhatIsWrong(text: String, summary: String) throws {
    try Self.withFile(text) { file, _ in
      #expect(file.diagnostics.contains { $0.summary.contains(summary) }, "\(file.diagnostics)")
      #expect(file.diagnostics.allSatisfy { $0.location.file == "content/decisions.yml" })
      #expect(file.diagnostics.allSatisfy { !$0.cures.isEmpty })
    }
  }

  @Test func aBrokenFileIsNotWrittenOver() throws {
    try Self.withFile("decisions: {a: [\n") { file, _ in #expect(!file.isUsable) }
  }

  @Test(arguments: [
    ("2026-11-15", true), ("2026-1-15", false), ("2026-13-01", false), ("tomorrow", false),
    ("2026-11-32", false), ("2026-02-30", false), ("2028-02-29", true), ("", false),
    ("2026-11-15T10", false),
  ])
  func datesAreISO8601(text: String, isDate: Bool) {
    #expect(DecisionsFile.isDate(text) == isDate)
  }
}
