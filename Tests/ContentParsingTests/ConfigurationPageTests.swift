import Foundation
import Testing

@testable import ContentParsing

/// The page that tells editors what to write is true.
@Suite struct ConfigurationPageTests {
  /// The page's examples by the file that their first line names.
  private static func examples() throws -> [String: String] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let page = try String(
      contentsOf: root.appending(path: "Sources/CONFIGURATION.md"), encoding: .utf8)
    return Dictionary(
      uniqueKeysWithValues: page.matches(of: /```yaml\n# (\S+)\n([^`]+)```/).map {
        (String($0.1), String($0.2))
      })
  }

  private static func fixture(adding stray: String = "") throws -> ContentFixture {
    let fixture = try ContentFixture([
      "en/payments/card-hold.md": "---\ntitle: Hold\n---\nText.\n", "pl/a.md": "# A\n",
      "assets/logo.svg": "<svg width='96' height='32'></svg>", "assets/social.png": "",
    ])
    for (path, yaml) in try examples() {
      let text = yaml + (stray.isEmpty ? "" : stray + "\n")
      try fixture.write(path.hasSuffix(".md") ? "---\n\(text)---\nText.\n" : text, to: path)
    }
    return fixture
  }

  @Test func itsExamplesAreRead() throws {
    let loaded = try Self.fixture().load(today: "2026-11-02")
    #expect(loaded.diagnostics.map { "\($0.location.file) \($0.line)" } == [])
    #expect(loaded.library.articles.contains { $0.title == "How long does a refund take?" })
    #expect(loaded.contact?.channels.map(\.id) == ["phone", "roadside", "form"])
    #expect(loaded.library.notices.map(\.id) == ["card-outage"])
    #expect(loaded.synonyms.values.map(\.twoWay) == [[["refund", "money back"]]])
  }

  /// What is offered in place of a key that isn't known.
  @Test func itNamesEveryKey() throws {
    let examples = try Self.examples()
    let strays = try Self.fixture(adding: "zzzzzz: 1").load().diagnostics
    #expect(strays.count == examples.count)
    for stray in strays {
      let path = stray.location.file.replacing("content/", with: "")
      let offered = stray.cures.joined().replacing("remove it, or use one of: ", with: "")
      for key in offered.split(separator: ", ") {
        #expect(
          examples[path]?.contains("\(key):") == true || key == "review-by", "\(path): \(key)")
      }
    }
  }
}
