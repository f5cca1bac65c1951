import KnowledgeBase
import Testing

@testable import ContentParsing

@Suite struct VolumeTests {
  private static func load(_ volumes: String) throws -> LoadedContent {
    try ContentFixture([
      "signpost.yml": "languages: [en, pl]\n", "volumes.yml": volumes,
      "en/payments/refund.md": "# Refund\n", "pl/payments/refund.md": "# Zwrot\n",
      "en/b.md": "# B\n",
    ]).load()
  }

  @Test func countsTheContactsOfAnArticleInEveryLanguage() throws {
    let loaded = try Self.load("period: 2026-10\narticles: {payments/refund: 54}\n")
    #expect(loaded.diagnostics.map(\.line) == [])
    #expect(
      loaded.library.articles.map { "\($0.language.code) \($0.id) \($0.contacts)" }
        == ["en b 0", "en payments/refund 54", "pl payments/refund 54"])
  }

  private static let faults: [(text: String, finding: String)] = [
    (
      "articles: 54",
      "1:11 error: 'articles' should be numbers by article [volumes]; "
        + "write 'payments/refund: 54' lines below 'articles:'"
    ),
    (
      "articles: {b: many}",
      "1:15 error: number of contacts of 'b' isn't one [volumes]; write 'b: 54'"
    ),
    (
      "articles: {b: -1}",
      "1:15 error: number of contacts of 'b' isn't one [volumes]; write 'b: 54'"
    ),
    (
      "articles: {payments/refnd: 5}",
      "1:12 note: article 'payments/refnd' doesn't exist [volumes]; "
        + "did you mean 'payments/refund'?"
    ),
    (
      "artcles: {b: 5}",
      "1:1 warning: unknown key 'artcles' [unknown-key]; did you mean 'articles'?"
    ),
  ]

  @Test(arguments: faults)
  func saysWhatIsWrong(_ text: String, _ finding: String) throws {
    let loaded = try Self.load(text)
    #expect(loaded.diagnostics.map(\.line) == [finding])
    #expect(loaded.library.articles.allSatisfy { $0.contacts == 0 })
  }
}
