import Testing

/// The site's own picture at the top of pages.
@Suite struct LogoTests {
  private static func svg(_ width: Int) -> String {
    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(width)\" height=\"32\"/>"
  }

  private func site(_ lines: String, _ files: [String: String] = [:]) throws -> SiteFixture {
    let config = "title: Acme\nbase-url: https://a.example/b\nlanguages: [en, pl]\n\(lines)\n"
    return try SiteFixture(
      ["signpost.yml": config, "en/a.md": "# A\n", "pl/a.md": "# A\n"].merging(files) { $1 })
  }

  @Test func aLogoStandsBesideTheNameOnEveryPage() throws {
    let site = try site("logo: assets/logo.svg", ["assets/logo.svg": Self.svg(32)])
    try site.publish()
    let expected =
      "<picture><img class=\"logo\" src=\"/b/assets/logo.svg\" width=\"32\" height=\"32\" alt=\"\">"
      + "</picture><span>Acme</span>"
    for page in ["index.html", "en/index.html", "en/a/index.html", "404.html"] {
      #expect(try site.page(page).contains(expected), "\(page)")
    }
    #expect(try !site.page("en/index.html").contains("class=\"mark\""))
  }

  @Test func aWideLogoIsTheNameAndDarkPagesHaveTheirOwn() throws {
    let site = try site(
      "logo: my brand/logo.svg\nlogo-dark: my brand/night.svg",
      ["my brand/logo.svg": Self.svg(120), "my brand/night.svg": Self.svg(120)])
    try site.publish()
    let page = try site.page("en/a/index.html")
    #expect(!page.contains("<span>Acme</span>"))
    #expect(
      page.contains(
        "<picture><source media=\"(prefers-color-scheme: dark)\" "
          + "srcset=\"/b/assets/my%20brand/night.svg\"><img class=\"logo\" "
          + "src=\"/b/assets/my%20brand/logo.svg\" width=\"120\" height=\"32\" alt=\"Acme\"></picture>"
      ))
  }

  @Test(arguments: [
    ("width='480' height='64'", "width=\"240\" height=\"32\""),
    ("viewBox='0 0 160 40'", "width=\"128\" height=\"32\""),
    ("width='60' height='20'", "width=\"60\" height=\"20\""),
  ])
  func aLogoIsNoTallerThanTheLineOfItsPage(drawn: String, shown: String) throws {
    let site = try site("logo: assets/logo.svg", ["assets/logo.svg": "<svg \(drawn)></svg>"])
    try site.publish()
    #expect(try site.page("en/a/index.html").contains(shown))
  }

  @Test func withoutALogoThereIsASignpost() throws {
    let site = try site("")
    try site.publish()
    #expect(try site.page("en/a/index.html").contains("<svg class=\"mark\""))
  }
}
