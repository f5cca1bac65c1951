import KnowledgeBase
import Testing

@testable import ContentParsing

@Suite struct RedirectTests {
  @Test func leadFromAliasesToTheArticle() throws {
    let fixture = try ContentFixture([
      "en/pay/a.md":
        "---\ntitle: A\naliases: [/old/a, help/a.html, former, 'old price list.pdf/']\n---\n"
    ])
    let loaded = fixture.load()
    #expect(loaded.diagnostics.map(\.line) == [])
    #expect(
      loaded.library.redirects.map { "\($0.outputFile) -> \($0.to)" }
        == [
          "en/pay/former/index.html -> en/pay/a/", "help/a.html -> en/pay/a/",
          "old/a/index.html -> en/pay/a/", "old price list.pdf/index.html -> en/pay/a/",
        ].sorted())
  }

  @Test func leadFromArchivedArticlesToTheirSuccessors() throws {
    let fixture = try ContentFixture([
      "en/a.md": "---\ntitle: A\nstatus: archived\nsuccessor: b\naliases: [/old/]\n---\n",
      "en/b.md": "---\ntitle: B\nstatus: archived\nsuccessor: c\n---\n",
      "en/c.md": "# C\n",
    ])
    let loaded = fixture.load()
    #expect(loaded.diagnostics.map(\.line) == [])
    #expect(loaded.library.articles.map(\.title) == ["C"])
    #expect(
      loaded.library.redirects.map { "\($0.from) -> \($0.to)" } == [
        "en/a/ -> en/c/", "en/b/ -> en/c/", "old/ -> en/c/",
      ])
  }

  @Test func neverLeadInACircle() throws {
    let fixture = try ContentFixture([
      "en/a.md": "---\ntitle: A\nstatus: archived\nsuccessor: b\n---\n",
      "en/b.md": "---\ntitle: B\nsuccessor: a\nstatus: archived\n---\n",
      "en/c.md": "# C\n",
    ])
    let loaded = fixture.load()
    #expect(loaded.library.redirects == [])
    #expect(
      loaded.diagnostics.map(\.line) == [
        "4 error: successors lead in a circle: 'a' to 'a' [redirect-cycle]; "
          + "name an article that isn't archived",
        "3 error: successors lead in a circle: 'b' to 'b' [redirect-cycle]; "
          + "name an article that isn't archived",
      ])
  }

  /// Front matter of `en/a.md` beside `en/refund.md`, and what is said about it.
  private static let sayWhatIsWrongCases: [(String, String)] = [
    (
      "aliases: [/en/refund/]",
      "3 error: alias '/en/refund/' is the address of a page, which stays [redirect]; "
        + "remove the alias, or archive the article that has the address"
    ),
    (
      "aliases: [/en/contact]",
      "3 note: alias '/en/contact/' is the address of a page, which stays [redirect]; "
        + "remove the alias, or archive the article that has the address"
    ),
    (
      "aliases: [/index.html]",
      "3 error: alias '/index.html' isn't an address [redirect]; "
        + "write its path below the site's root: /old/refunds/"
    ),
    (
      "aliases: [../../etc/passwd]",
      "3 error: alias '../../etc/passwd' isn't an address [redirect]; "
        + "write its path below the site's root: /old/refunds/"
    ),
    (
      "aliases: ['https://old.example/x']",
      "3 error: alias 'https://old.example/x' isn't an address [redirect]; "
        + "write its path below the site's root: /old/refunds/"
    ),
    (
      "aliases: [\"/old\\n/evil 301\"]",
      "3 error: alias '/old\n/evil 301' isn't an address [redirect]; "
        + "write its path below the site's root: /old/refunds/"
    ),
    (
      "aliases: ['/old/<script>']",
      "3 error: alias '/old/<script>' isn't an address [redirect]; "
        + "write its path below the site's root: /old/refunds/"
    ),
    (
      "aliases: [\"/old/\\\"\u{301} { return 301 evil; }\"]",
      "3 error: alias '/old/\"\u{301} { return 301 evil; }' isn't an address [redirect]; "
        + "write its path below the site's root: /old/refunds/"
    ),
    (
      "permalink: \(String(repeating: "p", count: 300))",
      "3 error: permalink is too long for a file's name [front-matter]; "
        + "use at most 200 bytes between slashes, 1000 in all"
    ),
    (
      "aliases: [/\(String(repeating: "p/", count: 900))]",
      "3 error: alias '/\(String(repeating: "p/", count: 900))' isn't an address [redirect]; "
        + "write its path below the site's root: /old/refunds/"
    ),
    (
      "aliases: [/taken/]",
      "3 error: alias '/taken/' leads to '/en/refund/' already [redirect]; "
        + "keep it in one of the two articles"
    ),
    (
      "status: archived\nsuccessor: refnud",
      "4 error: successor 'refnud' doesn't exist [redirect]; did you mean 'refund'?"
    ),
  ]

  @Test(arguments: sayWhatIsWrongCases)
  func sayWhatIsWrong(line: String, finding: String) throws {
    let fixture = try ContentFixture([
      "en/refund.md": "---\ntitle: R\naliases: [/taken/]\n---\n",
      "en/z.md": "---\ntitle: Z\n\(line)\n---\n",
    ])
    #expect(fixture.load().diagnostics.map(\.line) == [finding])
  }
}
