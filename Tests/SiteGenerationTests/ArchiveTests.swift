import Testing

@testable import SiteGeneration

@Suite struct ArchiveTests {
  private static func site(_ retired: String) throws -> SiteFixture {
    let site = try SiteFixture([
      "signpost.yml":
        "title: Help\nbase-url: https://a.example/help\nlanguages: [en, pl]\n",
      "en/new.md": "---\ntitle: New way\n---\nx\n", "pl/new.md": "---\ntitle: Nowe\n---\nx\n",
      "en/old.md": "---\ntitle: Old <b>way</b>\n\(retired)---\nx\n",
    ])
    try site.publish()
    return site
  }

  private static let archived = "status: archived\nexpires: 2026-06-01\nsuccessor: new\n"

  @Test func listsWhatIsRetiredWithItsDayAndItsSuccessor() throws {
    let page = try Self.site(Self.archived).page("en/archive/index.html")
    #expect(
      page.contains(
        "<li><p class=\"where\">Retired on 1 June 2026</p><b>Old &lt;b&gt;way&lt;/b&gt;</b>"
          + "<p>Now answered by: <a href=\"/help/en/new/\">New way</a></p></li>"))
    #expect(page.contains("<meta name=\"robots\" content=\"noindex,follow\">"))
  }

  @Test func saysSoWhereNothingTookTheArticlesPlace() throws {
    let page = try Self.site("status: archived\n").page("en/archive/index.html")
    #expect(
      page.contains(
        "<li><b>Old &lt;b&gt;way&lt;/b&gt;</b><p>No other article has taken its place.</p></li>"))
  }

  @Test(arguments: [archived, "status: archived\n", "expires: 2026-06-01\nsuccessor: new\n"])
  func aRetiredArticleStandsInTheArchiveAlone(_ retired: String) throws {
    let site = try Self.site(retired)
    let named = try site.files().filter {
      String(decoding: $0.value, as: UTF8.self).contains("Old &lt;b&gt;way")
    }
    #expect(named.keys.sorted() == ["en/archive/index.html"])
    #expect(try !site.page("sitemap.xml").contains("/archive/"))
  }

  @Test func anExpiredArticleLeadsToItsSuccessorLikeAnArchivedOne() throws {
    for retired in [Self.archived, "expires: 2026-06-01\nsuccessor: new\n"] {
      #expect(
        try Self.site(retired).page("_redirects").contains("/help/en/old/ /help/en/new/ 301\n"))
    }
  }

  @Test func isLinkedFromTheListOfArticlesAndFromMissingAddresses() throws {
    let site = try Self.site(Self.archived)
    for path in ["en/a-z/index.html", "en/not-found/index.html", "404.html"] {
      #expect(try site.page(path).contains("<a href=\"/help/en/archive/\">"), "\(path)")
    }
  }

  @Test func isMissingWhereNothingIsRetired() throws {
    let site = try Self.site(Self.archived)
    #expect(try site.files()["pl/archive/index.html"] == nil)
    #expect(try !site.page("pl/a-z/index.html").contains("/archive/"))
  }

  @Test func giveWayToAnArticleOrAFormerAddressOfThatName() throws {
    let site = try SiteFixture([
      "signpost.yml": "title: Help\nbase-url: https://a.example\nlanguages: [en, pl]\n",
      "en/archive.md": "# Archive\n", "en/old.md": "---\ntitle: Old\nstatus: archived\n---\nx\n",
      "pl/a.md": "---\ntitle: A\naliases: [/pl/archive/]\n---\nx\n",
      "pl/old.md": "---\ntitle: Stary\nstatus: archived\n---\nx\n",
    ])
    try site.publish()
    #expect(try site.page("en/retired-articles/index.html").contains("<b>Old</b>"))
    #expect(try site.page("pl/retired-articles/index.html").contains("<b>Stary</b>"))
  }
}
