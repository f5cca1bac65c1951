import TestSupport
import Testing
import Yams

@testable import ContentParsing

@Suite struct PlainMappingTests {
  private static let pieces = [
    "title", "order", "k-1", "_x", "a", "é", "„ ”", "…", " ", "  ", "\n", "\n", ": ", ": ", ": ",
    ":",
    "\"", "\"", "'", "#", " #", "-", "- ", "[", "]", "{", "&a", "*a", "!", "|", ">", "%", "\\n",
    "~",
    "null", "true", "12", "1.5", "2026-09-14", "0x1F", "\t", "\u{85}", "\u{A0}", "\u{2028}",
    "\u{2029}", "\u{FEFF}", "\u{7F}", "\u{1}", "---", "...", "日本", "🙂", "=", "<<", "?",
  ]

  @Test func readsWhatTheWholeParserReadsOrNothing() throws {
    var understood = 0
    for seed in UInt64(1)...4_000 {
      var random = SeededGenerator(seed: seed)
      let count = Int.random(in: 1...12, using: &random)
      let start = ["title: ", "a: \"", ""].randomElement(using: &random) ?? ""
      let text = (0..<count).reduce(start) { text, _ in
        text + (Self.pieces.randomElement(using: &random) ?? "")
      }
      guard let pairs = PlainMapping.pairs(in: text) else { continue }
      understood += 1
      let mapping = try #require(
        try? Yams.compose(yaml: text, .default, .default, .utf8)?.mapping, "seed \(seed): \(text)")
      try #require(mapping.count == pairs.count, "seed \(seed): \(text)")
      for (number, (pair, (key, value))) in zip(pairs, mapping).enumerated() {
        #expect(pair.key == key.string, "seed \(seed): \(text)")
        #expect(key.mark?.line == number + 1, "seed \(seed): \(text)")
        #expect(Self.facts(of: pair.value) == Self.facts(of: value), "seed \(seed): \(text)")
      }
    }
    #expect(understood > 60)
  }

  /// Everything that a reader may ask a text for.
  private static func facts(of node: Node) -> [String?] {
    let scalar = node.scalar
    return [
      scalar?.string, scalar.map { "\($0.style)" }, node.tag.description,
      node.bool.map { "\($0)" }, node.int.map { "\($0)" }, node.null.map { _ in "null" },
    ]
  }

  @Test(arguments: [
    "title: Refunds\n", "title: \"Refunds: when, and how\"\norder: 3",
    "a: Zwrot „pieniędzy” – kiedy?\n",
  ])
  func readsFrontMatterAsItIsMostly(_ text: String) {
    #expect(PlainMapping.pairs(in: text) != nil)
  }

  @Test(arguments: [
    "", "tags: [a]\n", "tags:\n  - a\n", "title: a\n  b\n", "title: a\ntitle: b\n", "title: a: b\n",
    "title: a # b\n", "title: \"a\\n\"\n", "title: \"a\n", "title:\n", "title: 'a'\n", "- a\n",
  ])
  func leavesTheRestToTheWholeParser(_ text: String) {
    #expect(PlainMapping.pairs(in: text) == nil)
  }
}
