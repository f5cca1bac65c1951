import Foundation
import TestSupport
import Testing

@testable import ContentParsing

/// Input made to exhaust the stack or the clock.
@Suite(.serialized) struct HostileInputTests {
  private static let deep: [(name: String, text: String)] = [
    ("quotes", String(repeating: ">", count: 10_000) + " a"),
    (
      "quotes on many lines",
      String(repeating: String(repeating: "> ", count: 300) + "a\n", count: 30)
    ),
    ("lists in one line", String(repeating: "- ", count: 10_000) + "a"),
    ("numbered lists", String(repeating: "1. ", count: 10_000) + "a"),
    ("brackets", String(repeating: "[", count: 10_000) + "a"),
    (
      "closed brackets",
      String(repeating: "[", count: 10_000) + "a" + String(repeating: "](b)", count: 10_000)
    ),
    (
      "images",
      String(repeating: "![", count: 10_000) + "a" + String(repeating: "](b)", count: 10_000)
    ),
    ("emphasis", String(repeating: "*a ", count: 10_000) + String(repeating: " b*", count: 10_000)),
    (
      "strong emphasis",
      String(repeating: "**a ", count: 10_000) + String(repeating: " b**", count: 10_000)
    ),
    (
      "alerts",
      (0..<500).map { String(repeating: "> ", count: $0) + "> [!NOTE]\n" }.joined(separator: "\n")
        + "a"
    ),
  ]

  @Test(arguments: deep)
  func deepNestingIsHarmless(name: String, text: String) throws {
    let article = try ContentFixture.article("title: T", body: text)
    #expect(article?.html.contains("a") == true)
    #expect(article?.sections.isEmpty == false)
  }

  /// Something that repeats, to be parsed at one length and at four times that.
  private static let repeating: [(name: String, unit: String)] = [
    ("text", "some words and more words\n"),
    ("one paragraph", "some words "),
    ("links to nowhere", "[a](nowhere.md) "),
    ("links to different nowheres", "[a](nowhere-$.md) "),
    ("open tags", "<a "), ("open comments", "<!-- "), ("open declarations", "<!A "),
    ("open sections", "<![CDATA[ "), ("open instructions", "<? "), ("open links", "[a](<b"),
    ("open braces", "{{ "), ("open blocks", "{% "), ("attributes", "{: "), ("backticks", "`a"),
    ("code of growing length", "`$"), ("brackets", "[a] "), ("references", "[a]: /b\n"),
    ("headings", "# A\n"), ("alerts", "> [!NOTE]\n> a\n\n"), ("stars", "*a_ "), ("mails", "a@b. "),
    ("addresses", "https://a.b "), ("tildes", "~a "), ("pipes", "| a "), ("rows", "| a | b |\n"),
    ("colons", "::: a\n"), ("notes", "[^a] "), ("definitions", "[^$]: a\n"), ("entities", "&amp;"),
    ("tabs", "\t"), ("lists", "- a\n  - b\n"), ("images", "![a](b.png)\n\n"), ("NUL bytes", "a\0"),
    ("raw HTML", "<b>a</b> "), ("HTML blocks", "<div>\n\n"), ("fences", "```\na\n"),
  ]

  @Test(arguments: repeating)
  func timeGrowsWithTheText(name: String, unit: String) throws {
    func seconds(_ count: Int) throws -> Double {
      var text = ""
      for number in 0..<count { text += unit.replacing("$", with: String(number)) }
      let fixture = try ContentFixture(["en/a.md": "# A\n\n\(text)\n"])
      return (0..<2).map { _ in processorSeconds { _ = fixture.load() } }.min() ?? 0
    }
    let count = 10_000 / unit.utf8.count
    let one = try seconds(count)
    let four = try seconds(4 * count)
    // Sixteen times were quadratic; the floor is for what is too fast to be measured.
    #expect(four < max(0.1, 9 * one), "\(name): \(one) s, then \(four) s")
  }

  @Test func aGroupOfThousandsOfSynonymsIsRefused() throws {
    let words = (0..<5000).map { "w\($0)" }.joined(separator: ", ")
    let fixture = try ContentFixture([
      "signpost.yml": "languages: [en]\n", "en/a.md": "---\ntitle: A\n---\na\n",
      "synonyms/en.yml": "two-way:\n  - [\(words)]\n",
    ])
    #expect(
      fixture.load().diagnostics.map(\.line) == [
        "2:5 error: a group has more than 200 words [synonyms]; "
          + "split it; only what means the same belongs together"
      ])
  }

  @Test func aPipeIsntWaitedFor() throws {
    let pipe = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    #expect(mkfifo(pipe, 0o600) == 0)
    defer { unlink(pipe) }
    if case .unreadable = FileBytes.read(pipe, atMost: 100) {} else { Issue.record("it was read") }
    #expect(ImageSizes().size(of: URL(filePath: pipe)) == nil)
  }

  @Test func aParagraphOfTwoMegabytes() throws {
    let fixture = try ContentFixture()
    try fixture.write(
      Data("# A\n\n".utf8) + Data(repeating: 0x61, count: 2 << 20), to: "en/a.md")
    #expect(fixture.load().library.articles.count == 1)
  }
}
