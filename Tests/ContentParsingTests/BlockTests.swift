import Foundation
import Testing

@testable import ContentParsing

@Suite struct BlockTests {
  private static let note = "<aside class=\"alert alert-note\" role=\"note\">\n<!--alert:note-->\n"
  private static let containers: [(markdown: String, html: String)] = [
    (":::note\nA *b*.\n:::", note + "<p>A <em>b</em>.</p>\n</aside>\n"),
    ("::: info\nA\n:::\nB", note + "<p>A</p>\n</aside>\n<p>B</p>\n"),
    (
      ":::tip[Do *this*]\nA\n:::",
      "<aside class=\"alert alert-tip\" role=\"note\">\n<p class=\"alert-title\">Do *this*</p>\n"
        + "<p>A</p>\n</aside>\n"
    ),
    (
      "::: danger Mind <b>\nA\n:::",
      "<aside class=\"alert alert-caution\" role=\"note\">\n"
        + "<p class=\"alert-title\">Mind &lt;b&gt;</p>\n<p>A</p>\n</aside>\n"
    ),
    (
      "::::note\n:::tip\nA\n:::\nB\n::::",
      note
        + "<aside class=\"alert alert-tip\" role=\"note\">\n<!--alert:tip-->\n<p>A</p>\n</aside>\n"
        + "<p>B</p>\n</aside>\n"
    ),
    (
      ":::details More\nA\n:::", "<details>\n<summary>More</summary>\n<p>A</p>\n</details>\n"
    ),
    (
      ":::details\nA\n:::",
      "<details>\n<summary><!--text:article.details--></summary>\n<p>A</p>\n</details>\n"
    ),
    (
      "!!! note \"Look\"\n    A\n\n    - b\n\nC",
      "<aside class=\"alert alert-note\" role=\"note\">\n<p class=\"alert-title\">Look</p>\n"
        + "<p>A</p>\n<ul>\n<li>b</li>\n</ul>\n</aside>\n<p>C</p>\n"
    ),
    (
      "??? question \"Why?\"\n    A",
      "<details>\n<summary>Why?</summary>\n<p>A</p>\n</details>\n"
    ),
    ("```\n:::note\nA\n:::\n```", "<pre><code>:::note\nA\n:::\n</code></pre>\n"),
    ("    :::note\n    A", "<pre><code>:::note\nA\n</code></pre>\n"),
    (
      "1. A\n\n   :::note\n   B\n   :::\n2. C",
      "<ol>\n<li>\n<p>A</p>\n\(note)<p>B</p>\n</aside>\n</li>\n<li>\n<p>C</p>\n</li>\n</ol>\n"
    ),
  ]

  @Test(arguments: containers)
  func containersOfOtherSystemsAreUnderstood(markdown: String, html: String) throws {
    #expect(try ContentFixture.html(markdown) == html)
  }

  @Test(arguments: [
    "::: tabs\n== Android\nA\n== iOS\n\nB\n:::\nC",
    "::: tab Android\nA\n:::\n::: tab iOS\nB\n:::\nC",
    "=== \"Android\"\n\n    A\n\n=== \"iOS\"\n\n    B\n\nC",
  ])
  func tabsForPlatformsAreGrouped(markdown: String) throws {
    #expect(
      try ContentFixture.html(markdown) == """
        <div class="tabs">
        <div class="tab">
        <p class="tab-label">Android</p>
        <p>A</p>
        </div>
        <div class="tab">
        <p class="tab-label">iOS</p>
        <p>B</p>
        </div>
        </div>
        <p>C</p>

        """)
  }

  @Test func theTextOfContainersAndTablesIsFound() throws {
    let article = try ContentFixture.article(
      "title: T",
      body:
        "::: tab Android\nTap\n:::\n\n:::tip Quick\nDo\n:::\n\n| a | b |\n| - | - |\n| c | *d* |\n\nx[^1]\n\n[^1]: Note\n"
    )
    let text = article?.sections.map(\.text).joined(separator: "\n")
    #expect(text == "Android\nTap\nQuick\nDo\na · b\nc · d\nx\nNote")
  }

  private static let faulty: [(markdown: String, finding: String)] = [
    (
      ":::note\nA\n",
      "4 warning: block has no end [block-syntax]; end it with a line of ':::'"
    ),
    (
      "A\n\n:::\n",
      "6 warning: ':::' ends a block that never began [block-syntax]; "
        + "remove it, or write ':::note' where the block begins"
    ),
    (
      ":::tabs\n::tab Android\nA\n:::\n",
      "4 warning: tabs have no tab [block-syntax]; begin each with a line of '== Android'"
    ),
    (
      ":::warnign\nA\n:::\n",
      "4 warning: unknown block 'warnign' [block-syntax]; did you mean 'warning'?"
    ),
  ]

  @Test(arguments: faulty)
  func faultyContainersAreSaid(markdown: String, finding: String) throws {
    #expect(try ContentFixture.findings("---\ntitle: T\n---\n\(markdown)").first == finding)
  }

  @Test func stepsOfHowTosHaveAddresses() throws {
    let html = try ContentFixture.html(
      "1. One\n2. Two\n   - a\n\nText\n\n1. Three\n", kind: "how-to")
    #expect(
      html == """
        <ol>
        <li id="step-1">
        One
        </li>
        <li id="step-2">
        Two
        <ul>
        <li>a</li>
        </ul>
        </li>
        </ol>
        <p>Text</p>
        <ol>
        <li id="step-2-1">
        Three
        </li>
        </ol>

        """)
    #expect(try !ContentFixture.html("1. One\n").contains("id="))
  }

  @Test func linksToStepsAreKnown() throws {
    let text =
      "---\ntitle: T\nkind: how-to\n---\n1. One\n2. See [one](#step-1) and [nine](#step-9)\n"
    #expect(
      try ContentFixture.findings(text) == [
        "6:34 error: '#step-9' isn't on this page [broken-anchor]; did you mean '#step-1'?"
      ])
  }

  @Test func linksInTablesAndNotesAreResolved() throws {
    let fixture = try ContentFixture([
      "en/a.md": "# A\n\n| a |\n| - |\n| [b](b.md) |\n| [c](c.md) |\n\nx[^1]\n\n[^1]: [d](d.md)\n",
      "en/b.md": "# B\n",
    ])
    let loaded = fixture.load()
    #expect(
      loaded.library.articles.first?.html.contains("<td><a href=\"/en/b/\">b</a></td>") == true)
    #expect(
      loaded.diagnostics.map(\.line) == [
        "6:7 error: article 'c.md' doesn't exist [broken-link]; write the article or remove the link",
        "10:11 error: article 'd.md' doesn't exist [broken-link]; "
          + "write the article or remove the link",
      ])
  }
}

@Suite struct FigureTests {
  /// A name, the first bytes of a file, and the size they state.
  private static let images: [(name: String, bytes: [UInt8], size: String)] = [
    (
      "a.png",
      [
        0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0,
        1, 0x40, 0, 0, 0, 0xF0,
      ],
      "320x240"
    ),
    ("a.gif", Array("GIF89a".utf8) + [0x40, 0x01, 0xF0, 0x00], "320x240"),
    (
      "a.jpg",
      [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xC2, 0, 17, 8, 0, 0xF0, 0x01, 0x40, 3, 0, 0],
      "320x240"
    ),
    (
      "a.webp",
      Array("RIFF".utf8) + [0, 0, 0, 0] + Array("WEBPVP8X".utf8)
        + [10, 0, 0, 0, 0, 0, 0, 0, 0x3F, 0x01, 0, 0xEF, 0, 0],
      "320x240"
    ),
    ("a.svg", Array("<?xml?>\n<svg xmlns=\"x\" width=\"320px\" height='240'>".utf8), "320x240"),
    ("b.svg", Array("<svg viewBox=\"0 0 320 239.6\">".utf8), "320x240"),
    ("c.svg", Array("<svg width=\"100%\">".utf8), ""),
    ("d.png", Array("no image".utf8), ""),
    ("e.png", [], ""),
    ("f.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 0xFF, 0xFF, 0, 0, 0, 0, 0, 0, 0], ""),
  ]

  @Test(arguments: images)
  func imagesSayTheirSize(name: String, bytes: [UInt8], size: String) throws {
    let fixture = try ContentFixture(["en/a.md": "# A\n\nText ![B & c](\(name)).\n"])
    try fixture.write(Data(bytes), to: "en/\(name)")
    let sides = size.split(separator: "x")
    let stated = sides.count == 2 ? " width=\"\(sides[0])\" height=\"\(sides[1])\"" : ""
    #expect(
      fixture.load().library.articles.first?.html
        == "<p>Text <img src=\"/assets/en/\(name)\" alt=\"B &amp; c\"\(stated) loading=\"lazy\" "
        + "decoding=\"async\">.</p>\n")
  }

  /// Sides of an image, and those it is shown with.
  @Test(arguments: [
    ("1080x2340", "295x640"), ("600x900", "427x640"), ("360x640", "360x640"),
    ("1000x1000", "1000x1000"), ("2560x1440", "2560x1440"), ("800x3000", "800x3000"),
  ])
  func anUprightPictureIsNoTallerThanAWindow(size: String, shown: String) throws {
    func sides(_ text: String) -> String {
      let sides = text.split(separator: "x")
      return "width=\"\(sides[0])\" height=\"\(sides[1])\""
    }
    let fixture = try ContentFixture([
      "en/a.md": "# A\n\n![B](b.svg)\n", "en/b.svg": "<svg \(sides(size))></svg>",
    ])
    let html = try #require(fixture.load().library.articles.first?.html)
    #expect(html.contains(sides(shown)), "\(html)")
  }

  @Test func anImageAloneWithATitleHasACaption() throws {
    let fixture = try ContentFixture([
      "en/a.md": "# A\n\n![B](b.png \"The \\\"b\\\" & <i>\")\n", "en/b.png": "",
    ])
    #expect(
      fixture.load().library.articles.first?.html == """
        <figure>
        <img src="/assets/en/b.png" alt="B" loading="lazy" decoding="async">
        <figcaption>The &quot;b&quot; &amp; &lt;i&gt;</figcaption>
        </figure>

        """)
  }

  @Test func aVideoHasAPlayerWithItsCaptions() throws {
    let fixture = try ContentFixture([
      "pl/a.md": "# A\n\n![Jak to działa](tour.mp4)\n", "pl/tour.mp4": "", "pl/tour.pl.vtt": "",
    ])
    #expect(
      fixture.load().library.articles.first?.html == """
        <figure>
        <video controls preload="none" aria-label="Jak to działa" src="/assets/pl/tour.mp4">\
        <track kind="captions" srclang="pl" label="Polski" src="/assets/pl/tour.pl.vtt" default>\
        </video>
        </figure>

        """)
  }
}
