import Foundation
import Testing

@testable import ContentParsing

@Suite struct BadInputTests {
  @Test func aFolderThatIsNotThere() {
    let loader = ContentLoader(root: URL(filePath: "/nowhere/content"), shownAs: "content")
    let loaded = loader.load()
    #expect(!loaded.isUsable)
    #expect(
      loaded.diagnostics.map(\.line) == [
        "error: content folder doesn't exist [content-folder]; "
          + "name the folder that holds your articles: --content DIR"
      ])
  }

  @Test func anEmptyFolder() throws {
    let loaded = try ContentFixture().load()
    #expect(!loaded.isUsable)
    #expect(
      loaded.diagnostics.map(\.line) == [
        "error: no article can be published [no-articles]; "
          + "write one: content/en/first-steps.md, with a title in its front matter"
      ])
  }

  @Test func twoArticlesWithOneAddress() throws {
    let fixture = try ContentFixture([
      "en/a.md": "# A\n", "en/b.md": "---\ntitle: B\npermalink: /a/\n---\n",
    ])
    let loaded = fixture.load()
    #expect(loaded.isUsable)
    #expect(loaded.library.articles.map(\.title) == ["A"])
    #expect(
      fixture.report() == """
        content/en/b.md:3: error: address '/en/a/' belongs to content/en/a.md already \
        [permalink-collision]
          permalink: /a/
          cure: rename one of the files, or give one another 'permalink'
        1 error
        """)
  }

  @Test func twoArticlesWhoseAddressesDifferInCapitalsAlone() throws {
    let fixture = try ContentFixture([
      "en/Refund.md": "# A\n", "en/refund.md": "---\ntitle: B\n---\n",
      "en/B/c.md": "# C\n", "pl/refund.md": "# D\n",
    ])
    #expect(fixture.load().library.articles.count == 4)
    #expect(
      fixture.report() == """
        content/en/refund.md: warning: address '/en/refund/' differs in capital letters alone \
        from that of content/en/Refund.md [permalink-case]
          cure: rename one of the files: many disks and servers take both for one
        1 warning
        """)
  }

  private static let brokenBytes: [(before: String, bytes: [UInt8], finding: String)] = [
    (
      "# A\n\nŁód", [0xBC, 0x0A],
      """
      3:4 error: text isn't UTF-8 [encoding]; save the file as UTF-8; it looks like Windows-1250, \
      Windows-1257 or ISO 8859
      """
    ),
    (
      "# ", [0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2],
      "1:3 error: text isn't UTF-8 [encoding]; save the file as UTF-8; it looks like Windows-1251"
    ),
    (
      "", [0xFF, 0xFE, 0x23, 0x00, 0x20, 0x00],
      "1:1 error: text isn't UTF-8 [encoding]; save the file as UTF-8; it looks like UTF-16"
    ),
    (
      "# A\nab", [0xE2, 0x82],
      """
      2:3 error: text isn't UTF-8 [encoding]; save the file as UTF-8; it looks like Windows-1250, \
      Windows-1257 or ISO 8859
      """
    ),
  ]

  @Test(arguments: brokenBytes)
  func aFileThatIsNotUTF8(before: String, bytes: [UInt8], finding: String) throws {
    let fixture = try ContentFixture(["en/b.md": "# B\n"])
    try fixture.write(Data(before.utf8) + Data(bytes), to: "en/a.md")
    let loaded = fixture.load()
    #expect(loaded.diagnostics.map(\.line) == [finding])
    #expect(loaded.library.articles.map(\.title) == ["B"])
  }

  @Test func aNULByte() throws {
    #expect(
      try ContentFixture.findings("# A\n\nab\0c\n") == [
        "3:3 warning: NUL byte in the text [nul-byte]; remove it"
      ])
  }

  @Test func anArticleOfTwentyMegabytes() throws {
    let fixture = try ContentFixture(["en/b.md": "# B\n"])
    try fixture.write(Data(repeating: 0x61, count: 20 << 20), to: "en/a.md")
    #expect(
      fixture.load().diagnostics.map(\.line) == [
        "error: 20 MB are too long for an article; at most 16 MB [file-size]; "
          + "split it into articles that answer one question each"
      ])
  }

  @Test func aFileThatVanishedOrMayNotBeRead() throws {
    let result = SourceFile.read(URL(filePath: "/nowhere/a.md"), shownAs: "content/en/a.md")
    guard case .failure(let refusal) = result else {
      Issue.record("a file that isn't there was read")
      return
    }
    #expect(
      refusal.diagnostic.line
        == "error: file can't be read [unreadable-file]; check that it still exists and may be read"
    )
  }

  @Test func symbolicLinksThatLeaveTheFolder() throws {
    let outside = try ContentFixture(["secret.md": "# Secret\n", "folder/x.md": "# X\n"])
    let fixture = try ContentFixture(["en/a.md": "# A\n"])
    func link(_ name: String, to path: String) throws {
      try FileManager.default.createSymbolicLink(
        atPath: fixture.root.appending(path: name).path, withDestinationPath: path)
    }
    try link("en/secret.md", to: outside.root.appending(path: "secret.md").path)
    try link("en/folder", to: outside.root.appending(path: "folder").path)
    try link("en/gone.md", to: "/nowhere.md")
    try link("en/round", to: fixture.root.path)
    try link("en/same.md", to: "a.md")
    try link("signpost.yml", to: outside.root.appending(path: "secret.md").path)
    let loaded = fixture.load()
    #expect(loaded.library.articles.map(\.permalink.path) == ["en/a/", "en/same/"])
    let nowhere =
      "warning: symbolic link leads nowhere [symbolic-link]; put the files themselves there"
    let leaves =
      "warning: symbolic link leaves the content folder and isn't followed [symbolic-link]; "
      + "put the files themselves there"
    let folder =
      "warning: symbolic link to a folder isn't followed [symbolic-link]; "
      + "put the files themselves there"
    #expect(
      loaded.diagnostics.map { "\($0.location.file) \($0.line)" } == [
        "content/en/folder \(leaves)", "content/en/gone.md \(nowhere)",
        "content/en/round \(folder)",
        "content/en/secret.md \(leaves)", "content/signpost.yml \(leaves)",
      ])
  }

  @Test func filesThatABrowserWouldRunAreNotPublished() throws {
    let fixture = try ContentFixture(["en/a.md": "# A\n", "x.html": "<script>", "assets/y.pdf": ""])
    let loaded = fixture.load()
    #expect(loaded.assets.map(\.destination) == ["assets/y.pdf"])
    #expect(
      loaded.diagnostics.map(\.line) == [
        "warning: '.html' files could run as program and aren't published [active-file]; "
          + "publish a PDF or an image instead; what is the site's own, such as a page that proves "
          + "whose it is, goes into 'static/'"
      ])
  }

  @Test func filesOfTheSitesOwnArePublishedAsTheyAre() throws {
    let files = ["CNAME", "owner.html", "en/data.csv", ".well-known/security.txt", ".nojekyll"]
    let fixture = try ContentFixture(
      ["en/a.md": "# A\n", ".htaccess": "x", "en/.well-known": "x"].merging(
        (files + [".DS_Store"]).map { ("static/\($0)", "x") }, uniquingKeysWith: { $1 }))
    let loaded = fixture.load()
    #expect(loaded.assets.map(\.destination) == files.sorted())
    #expect(loaded.diagnostics.isEmpty)
  }

  @Test func aConfigurationThatCannotBeRead() throws {
    let fixture = try ContentFixture(["en/a.md": "# A\n", "signpost.yml": "title: [\n"])
    #expect(!fixture.load().isUsable)
  }

  /// A line of `signpost.yml`, and what is said about it.
  private static let aConfigurationWithAFaultCases: [(String, String)] = [
    (
      "titel: x", "1:1 warning: unknown key 'titel' [unknown-key]; did you mean 'title'?"
    ),
    (
      "base-url: help.example.com",
      "1:11 error: 'help.example.com' isn't an address [base-url]; "
        + "write it in full: https://help.example.com"
    ),
    (
      "base-url: \"https://help.example.com/a\\n  X-Evil: 1\"",
      "1:11 error: 'https://help.example.com/a\n  X-Evil: 1' isn't an address [base-url]; "
        + "write it in full: https://help.example.com"
    ),
    (
      "base-url: 'https://help.example.com/a\"; return 200 x; #'",
      "1:11 error: 'https://help.example.com/a\"; return 200 x; #' isn't an address [base-url]; "
        + "write it in full: https://help.example.com"
    ),
    (
      "feedback: a@b.example?bcc=evil@b.example",
      "1:11 error: 'a@b.example?bcc=evil@b.example' isn't an address for feedback [feedback]; "
        + "write a mail address, or one that takes forms: https://example.com/feedback"
    ),
    (
      "brand-colour: '#０b5cad'",
      "1:15 error: '#０b5cad' isn't a colour [colour]; write it in quotes as \"#0b5cad\""
    ),
    (
      "base-url: javascript://x",
      "1:11 error: 'javascript://x' isn't an address [base-url]; "
        + "write it in full: https://help.example.com"
    ),
    (
      "languages: [en, polish]",
      "1:12 error: 'polish' isn't a language [language]; use BCP 47 tags: pl, lv, pt-BR"
    ),
    (
      "languages: [en, pl, EN]",
      "1:12 warning: language 'en' stands twice [language]; remove one of the two"
    ),
    (
      "brand-colour: green",
      "1:15 error: 'green' isn't a colour [colour]; write it in quotes as \"#0b5cad\""
    ),
    (
      "tagline: {en: Lamps, orders and returns.}",
      "1:22 error: 'orders and returns.' isn't a language [language]; "
        + "put a text with a comma in quotes: {en: \"…, …\"}"
    ),
    (
      "title: {polish: Pomoc}",
      "1:9 error: 'polish' isn't a language [language]; use BCP 47 tags: pl, lv, pt-BR"
    ),
    (
      "title: {en: [Help]}",
      "1:13 error: 'title' should be a text, or texts by language [wrong-type]; write title: {en: \"…\"}"
    ),
    (
      "footer: [{title: x, url: \"javascript:x\"}]",
      "1:26 error: 'javascript:x' isn't an address [footer]; "
        + "write it in full: https://example.com/terms"
    ),
  ]

  @Test(arguments: aConfigurationWithAFaultCases)
  func aConfigurationWithAFault(line: String, finding: String) throws {
    let loaded = try ContentFixture(["en/a.md": "# A\n", "signpost.yml": line + "\n"]).load()
    #expect(loaded.diagnostics.map(\.line) == [finding])
    #expect(loaded.isUsable)
  }
}
