import Foundation
import KnowledgeBase
import TestSupport
import Testing

@testable import ContentParsing

/// Articles put together from pieces that parsers stumble over. The seed of a failing article is
/// printed; `SIGNPOST_FUZZ_SECONDS` says how long to go on.
@Suite struct FuzzTests {
  private static let pieces = [
    "a", " ", "\n", "\n\n", "    ", "\t", "# ", "## ", "- ", "1. ", "> ", "```\n", "~~~\n", "`",
    "``",
    "*", "**", "_", "~", "~~", "[", "]", "(", ")", "![", "](b.md)", "](#a)", "[^1]", "[^1]: ",
    "[x]: /y\n",
    "| a | b |\n", "| - | - |\n", "|", "\\", "\\|", "\\~", "<b>", "</b>", "<script>", "<!--", "-->",
    "<br>",
    "&amp;", "&#0;", "&lt;script&gt;", ":::note\n", ":::\n", "::: tabs\n", "== A\n",
    "!!! tip \"x\"\n    ", "=== \"y\"\n\n    ",
    "[ ] ", "[x] ", "{{ a }}", "{% b %}", "{: .c}", "{#d}", "{{", "www.a.example ",
    "https://b.example/(c) ",
    "d@e.example ", "javascript:alert(1)", "\" onload=\"x", "'", "---\n", "...\n", "title: ", "é",
    "ß", "日本", "🙂",
    "\u{200D}", "\u{FEFF}", "\0", "> [!NOTE]\n", "![a](p.png \"t\")\n",
  ]

  private static func article(seed: UInt64) -> String {
    var random = SeededGenerator(seed: seed)
    let count = Int.random(in: 1...60, using: &random)
    return (0..<count).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }
      .joined()
  }

  @Test func noArticleBreaksTheParserOrThePage() throws {
    let seconds =
      ProcessInfo.processInfo.environment["SIGNPOST_FUZZ_SECONDS"].flatMap(Double.init) ?? 3
    let start = ContinuousClock.now
    var seed: UInt64 = 1
    let parser = try BodyParser(kind: .howTo)
    while ContinuousClock.now - start < .seconds(seconds) {
      let text = Self.article(seed: seed)
      let article = parser.parse(text)
      try Self.check(article, seed: seed)
      // The same text gives the same page.
      if seed % 50 == 0 { #expect(parser.parse(text).html == article.html, "seed \(seed)") }
      seed += 1
    }
    #expect(seed > 50)
  }

  /// The tags that a page may have, and that they are closed in order.
  private static func check(_ output: MarkdownParser.Output, seed: UInt64) throws {
    let html = output.html
    #expect(!html.unicodeScalars.contains(where: Noncharacters.contains), "seed \(seed)")
    var open: [Substring] = []
    let voids: Set<Substring> = ["br", "hr", "img", "input"]
    // By scalars, since a mark that follows '>' would join it to one letter.
    let tag = /<(\/?)([a-z][a-z0-9]*)((?:\s[^<>"]*(?:"[^"]*"[^<>"]*)*)?)\s*\/?>/
      .matchingSemantics(.unicodeScalar)
    for match in html.matches(of: tag) {
      let name = match.2
      #expect(
        !["script", "style", "iframe", "object", "svg"].contains(name), "seed \(seed): \(html)")
      let attributes = match.3.replacing(/"[^"]*"/, with: "\"\"")
      #expect(!attributes.contains(/\son[a-z]+=/), "seed \(seed): \(html)")
      if voids.contains(name) { continue }
      if match.1.isEmpty {
        open.append(name)
      } else {
        #expect(open.popLast() == name, "seed \(seed): \(html)")
      }
    }
    #expect(open.isEmpty, "seed \(seed): \(html)")
    #expect(!html.lowercased().contains("href=\"javascript:"), "seed \(seed): \(html)")
    #expect(Set(output.anchors).count == output.anchors.count, "seed \(seed): \(output.anchors)")
  }
}
