import Foundation
import Testing

@testable import SearchIndex

/// `Sources/SEARCHINDEX.md` tells others how to read what is published.
@Suite struct IndexDescriptionTests {
  private let text = (try? String(contentsOf: Self.file, encoding: .utf8)) ?? ""

  private static let file = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Sources/SEARCHINDEX.md")

  @Test func theFormatIsTheOneWritten() {
    #expect(text.contains("format \(SearchBundle.format),"))
    #expect(text.contains("| `format` | \(SearchBundle.format) |"))
  }

  @Test func everyKeyOfTheManifestAndKindOfFileIsDescribed() throws {
    let bundle = SearchBundle(try ContractCorpus.index("ru"), sizes: Self.small).rendered
    let manifest = try JSONSerialization.jsonObject(with: Data(bundle.manifest.utf8))
    let keys = try #require(manifest as? [String: Any]).keys
    #expect(keys.filter { !text.contains("`\($0)`") } == [])
    let kinds = Set(bundle.files.map { $0.path.split(separator: "/").dropFirst().first ?? "" })
    #expect(kinds == ["v", "s", "p", "d", "f", "g"])
    #expect(kinds.filter { !text.contains("| `\($0)/") } == [])
  }

  @Test(arguments: ["en", "ru"]) func everyKindOfRuleIsDescribed(code: String) throws {
    let suffixes = try #require(try ContractCorpus.index(code).suffixes)
    let rules = suffixes.rules { _ in true }
    let kinds = Set(rules.known.split(separator: "\n").map { $0.prefix { $0 != " " } })
    #expect(kinds.filter { !text.contains("| `\($0) ") } == [])
  }

  private static let small = SearchBundle.Sizes(
    largestWhole: 0, inside: 0, part: 90, postings: 60, chunk: 3)
}
