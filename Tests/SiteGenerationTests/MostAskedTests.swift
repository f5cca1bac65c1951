import Testing

@testable import SiteGeneration

@Suite struct MostAskedTests {
  /// The addresses that the home page lists as most asked.
  private static func asked(pinned: String, volumes: String?) throws -> [String] {
    var files = [
      "signpost.yml":
        "title: Help\nbase-url: https://a.example\nlanguages: [en]\npinned: [\(pinned)]\n"
    ]
    files["volumes.yml"] = volumes
    for number in 10..<25 { files["en/a\(number).md"] = "---\ntitle: \(number)\n---\nx\n" }
    let site = try SiteFixture(files)
    try site.publish()
    let page = try site.page("en/index.html")
    guard let start = page.firstRange(of: "links-list")?.upperBound,
      let end = page[start...].firstRange(of: "</ul>")?.lowerBound
    else { return [] }
    return page[start..<end].matches(of: /\/en\/(\w+)\//).map { String($0.1) }
  }

  @Test func isWhatIsPinnedWhereNoLogWasReviewed() throws {
    #expect(try Self.asked(pinned: "a12, a11", volumes: nil) == ["a12", "a11"])
    #expect(try Self.asked(pinned: "a12", volumes: "articles: {a13: 0}") == ["a12"])
  }

  @Test func isOrderedByContactsThenFilledWithWhatIsPinned() throws {
    #expect(
      try Self.asked(pinned: "a12, a13", volumes: "articles: {a14: 2, a13: 9, a20: 2}")
        == ["a13", "a14", "a20", "a12"])
  }

  @Test func hasEightEntriesAtMost() throws {
    let volumes = (10..<25).map { "a\($0): \($0)" }.joined(separator: ", ")
    #expect(
      try Self.asked(pinned: "a12", volumes: "articles: {\(volumes)}")
        == (17..<25).reversed().map { "a\($0)" })
  }

  @Test func numbersOfContactsAreNotPublished() throws {
    let site = try SiteFixture([
      "signpost.yml": "title: Help\nbase-url: https://a.example\nlanguages: [en]\n",
      "volumes.yml": "articles: {a: 54321}\n", "en/a.md": "# A\n",
    ])
    try site.publish()
    for (path, bytes) in try site.files() {
      #expect(!String(decoding: bytes, as: UTF8.self).contains("54321"), "\(path)")
    }
  }
}
