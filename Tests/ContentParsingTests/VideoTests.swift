import KnowledgeBase
import Testing

@testable import ContentParsing

@Suite struct VideoTests {
  private static func load(_ video: String) throws -> (video: ArticleVideo?, findings: [String]) {
    let fixture = try ContentFixture([
      "en/a.md": "---\ntitle: A\nvideo: \(video)\n---\nText.\n", "en/b.md": "# B\n",
      "en/tour.mp4": "film", "en/tour.vtt": "WEBVTT", "en/other.webm": "film",
      "en/map.png": "image",
    ])
    let loaded = fixture.load()
    let article = loaded.library.articles.first { $0.title == "A" }
    return (article?.video, loaded.diagnostics.filter { $0.severity == .error }.map(\.line))
  }

  @Test(arguments: [
    ("tour.mp4", ArticleVideo.file("assets/en/tour.mp4", captions: "assets/en/tour.vtt")),
    ("other.webm", .file("assets/en/other.webm", captions: nil)),
    (
      "https://www.youtube.com/watch?v=x",
      .link("https://www.youtube.com/watch?v=x", host: "youtube.com")
    ),
  ])
  func aVideoIsAFileOrALink(written: String, video: ArticleVideo) throws {
    let loaded = try Self.load(written)
    #expect(loaded.video == video)
    #expect(loaded.findings == [])
  }

  @Test(arguments: [
    ("javascript:alert(1)", "3 error: link to 'javascript:' isn't allowed [dangerous-link]"),
    ("http://example.com/v", "3 error: video 'http://example.com/v' isn't an address [video]"),
    ("tuor.mp4", "3 error: file 'tuor.mp4' doesn't exist [broken-link]; did you mean 'tour.mp4'?"),
    ("b.md", "3 error: 'b.md' isn't a video [video]"),
    ("map.png", "3 error: 'map.png' isn't a video [video]"),
    (
      "../../../etc/passwd.mp4",
      "3 error: file '../../../etc/passwd.mp4' doesn't exist [broken-link]"
    ),
  ])
  func whatIsNoVideoIsSaid(written: String, finding: String) throws {
    let loaded = try Self.load(written)
    #expect(loaded.video == nil)
    #expect(loaded.findings.first?.hasPrefix(finding) == true, "\(loaded.findings)")
  }
}
