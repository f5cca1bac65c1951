import ContentParsing
import Foundation
import Testing

@testable import ContentChecks

@Suite struct ManualTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// `signpost check --manual > Sources/RULES.md` brings it up to date.
  @Test func theManualIsCurrent() throws {
    let url = Self.root.appending(path: "Sources/RULES.md")
    if ProcessInfo.processInfo.environment["UPDATE_SNAPSHOTS"] == "1" {
      try Data(RuleManual.markdown.utf8).write(to: url)
      Issue.record("the manual was written anew")
    }
    #expect(try String(contentsOf: url, encoding: .utf8) == RuleManual.markdown)
  }

  @Test func everyRuleHasANameOfItsOwnAndAReason() {
    #expect(Set(RuleManual.names).count == RuleManual.names.count)
    for rule in ContentChecker.rules {
      #expect(rule.name.allSatisfy { $0.isLowercase || $0 == "-" })
      #expect(!rule.headline.hasSuffix("."))
      #expect(rule.reason.hasSuffix("."), "\(rule.name)")
    }
  }

  @Test func everyFindingOfReadingIsInTheManual() throws {
    let folder = Self.root.appending(path: "Sources/ContentParsing")
    let files = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    var used: Set<String> = []
    for file in files where file.pathExtension == "swift" {
      let source = try String(contentsOf: file, encoding: .utf8)
      for match in source.matches(of: /rule: "([a-z-]+)"/) { used.insert(String(match.1)) }
    }
    // The mapping of a log's columns isn't content.
    #expect(used.subtracting(["mapping"]).subtracting(RuleManual.names) == [])
  }
}

@Suite struct LevelTests {
  private static let article = "---\ntitle: T\n---\nText.\n"

  @Test(arguments: [
    ("off", [String]()), ("note", ["note"]), ("warning", ["warning"]), ("error", ["error"]),
  ])
  func aSiteDecidesHowSeriousARuleIs(level: String, severities: [String]) throws {
    let fixture = try CheckFixture([
      "signpost.yml": "languages: [en]\nchecks: {missing-description: \(level)}\n",
      "en/a.md": Self.article,
    ])
    let found = fixture.findings("missing-description")
    #expect(found.map { $0.split(separator: " ")[1].dropLast() } == severities.map { $0[...] })
  }

  @Test func levelsOfReadingRulesCountToo() throws {
    let fixture = try CheckFixture([
      "signpost.yml": "languages: [en]\nchecks: {broken-link: note}\n",
      "en/a.md": "---\ntitle: T\n---\n[x](nowhere.md)\n",
    ])
    #expect(fixture.findings("broken-link").first?.hasPrefix("en/a.md:4:5 note: ") == true)
  }

  @Test func unknownRulesAndLevelsAreSaid() throws {
    let fixture = try CheckFixture([
      "signpost.yml": "languages: [en]\nchecks: {orphans: off, orphan: warn}\n",
      "en/a.md": Self.article,
    ])
    #expect(
      fixture.findings("checks")
        == [
          "signpost.yml:2:32 error: 'warn' isn't a level; use one of: off, note, warning, error",
          "signpost.yml warning: unknown rule 'orphans'; did you mean 'orphan'?",
        ].sorted { $0.contains("unknown") && !$1.contains("unknown") })
  }
}
