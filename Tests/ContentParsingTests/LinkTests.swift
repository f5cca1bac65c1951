import Foundation
import KnowledgeBase
import Testing

@testable import ContentParsing

@Suite struct LinkTests {
  private static let files = [
    "en/payments/refund.md": "# Refund\n\n## Days\n\nTen.\n",
    "pl/payments/refund.md": "# Zwrot\n\n## Dni\n\nDziesięć.\n",
    "en/payments/card-hold.md": "# Hold\n\nText.\n",
    "en/faq.md": "---\ntitle: FAQ\nid: common-questions\naliases: [/old/faq]\n---\n## Czy działa\n",
    "en/price list.pdf": "%PDF",
    "assets/terms.pdf": "%PDF",
    "contact.yml": "channels: [{id: mail, kind: mail, title: Mail, value: help@example.com}]\n",
  ]

  /// A link in `en/payments/card.md`, and where it leads.
  @Test(arguments: [
    ("refund.md", "/en/payments/refund/"),
    ("./refund.md", "/en/payments/refund/"),
    ("refund", "/en/payments/refund/"),
    ("refund.md#days", "/en/payments/refund/#days"),
    ("../payments/refund.md", "/en/payments/refund/"),
    ("../../pl/payments/refund.md", "/pl/payments/refund/"),
    ("../faq.md#czy-działa", "/en/faq/#czy-dzia%C5%82a"),
    ("../common-questions.md", "/en/faq/"),
    ("/payments/refund", "/en/payments/refund/"),
    ("/payments/refund/", "/en/payments/refund/"),
    ("/payments/refund.html", "/en/payments/refund/"),
    ("/en/payments/refund/", "/en/payments/refund/"),
    ("/pl/payments/refund/", "/pl/payments/refund/"),
    ("/old/faq", "/en/faq/"),
    ("@/en/payments/refund.md", "/en/payments/refund/"),
    ("payments/refund", "/en/payments/refund/"),
    ("../payments/", "/en/payments/"),
    ("/contact/", "/en/contact/"),
    ("/", "/en/"),
    ("#here", "#here"),
    ("../price%20list.pdf", "/assets/en/price%20list.pdf"),
    ("/assets/terms.pdf#page=2", "/assets/terms.pdf#page=2"),
    ("https://example.com/?a=b&c", "https://example.com/?a=b&amp;c"),
    ("//example.com/", "//example.com/"),
    ("mailto:help@example.com", "mailto:help@example.com"),
    ("tel:+37160000100", "tel:+37160000100"),
  ])
  func leadWhereTheyShould(link: String, address: String) throws {
    let fixture = try ContentFixture(Self.files)
    try fixture.write("# Card\n\n## Here\n\n[x](<\(link)>)\n", to: "en/payments/card.md")
    let loaded = fixture.load()
    #expect(loaded.diagnostics.map(\.line) == [])
    let article = try #require(loaded.library.articles.first { $0.title == "Card" })
    #expect(article.html.contains("<a href=\"\(address)\">x</a>"))
  }

  @Test(arguments: ["/contact/", "/en/contact/", "/pl/contact.html"])
  func toTheContactPageNeedAChannel(link: String) throws {
    let findings = try ContentFixture.findings("# A\n\n[x](\(link))\n")
    #expect(
      findings == [
        "3:5 error: page '\(link)' doesn't exist [broken-link]; "
          + "write contact.yml, which makes that page, or remove the link"
      ])
  }

  /// A link in `en/payments/card.md`, and why it leads nowhere.
  private static let toNowhereAreSaidAndLeaveTheirTextCases: [(String, String)] = [
    (
      "refnud.md",
      "3:5 error: article 'refnud.md' doesn't exist [broken-link]; "
        + "did you mean 'payments/refund'?"
    ),
    (
      "../damage/refund.md",
      "3:5 error: article '../damage/refund.md' doesn't exist [broken-link]; "
        + "did you mean 'payments/refund'?"
    ),
    (
      "nowhere-near.md",
      "3:5 error: article 'nowhere-near.md' doesn't exist [broken-link]; "
        + "write the article or remove the link"
    ),
    (
      "/nowhere/",
      "3:5 error: page '/nowhere/' doesn't exist [broken-link]; write the article or remove the link"
    ),
    (
      "../price-list.pdf",
      "3:5 error: file '../price-list.pdf' doesn't exist [broken-link]; "
        + "did you mean 'price list.pdf'?"
    ),
    (
      "../../../../etc/passwd",
      "3:5 error: article '../../../../etc/passwd' doesn't exist [broken-link]; "
        + "write the article or remove the link"
    ),
    (
      "",
      "3:1 error: link has no address [broken-link]; "
        + "write where it leads in the parentheses, or remove the brackets"
    ),
    (
      "refund.md#dyas",
      "3:5 error: '#dyas' isn't on '/en/payments/refund/' [broken-anchor]; did you mean '#days'?"
    ),
    (
      "#nowhere",
      "3:5 error: '#nowhere' isn't on this page [broken-anchor]; link to the page without '#nowhere'"
    ),
    (
      "javascript:alert(1)",
      "3:5 error: link to 'javascript:' isn't allowed [dangerous-link]; "
        + "link to https:, mailto: or tel: addresses, or to an article's file"
    ),
    (
      "JaVaScRiPt:alert(1)",
      "3:5 error: link to 'javascript:' isn't allowed [dangerous-link]; "
        + "link to https:, mailto: or tel: addresses, or to an article's file"
    ),
    (
      "data:text/html;base64,PHNjcmlwdD4=",
      "3:5 error: link to 'data:' isn't allowed [dangerous-link]; "
        + "link to https:, mailto: or tel: addresses, or to an article's file"
    ),
    (
      "vbscript:x",
      "3:5 error: link to 'vbscript:' isn't allowed [dangerous-link]; "
        + "link to https:, mailto: or tel: addresses, or to an article's file"
    ),
  ]

  @Test(arguments: toNowhereAreSaidAndLeaveTheirTextCases)
  func toNowhereAreSaidAndLeaveTheirText(link: String, finding: String) throws {
    let fixture = try ContentFixture(Self.files)
    try fixture.write("# Card\n\n[x](\(link))\n", to: "en/payments/card.md")
    let loaded = fixture.load()
    #expect(loaded.diagnostics.map(\.line) == [finding])
    let article = try #require(loaded.library.articles.first { $0.title == "Card" })
    if !finding.contains("broken-anchor") { #expect(article.html == "<p>x</p>\n") }
  }

  /// Text of `en/payments/card.md`, and what is said about it.
  @Test(arguments: [
    (
      "See [prices](../price list.pdf).",
      [
        "3:14 error: address '../price list.pdf' has spaces, so this is no link [broken-link]; "
          + "put it between < and >: (<../price list.pdf>)"
      ]
    ),
    (
      "1. ![Ząb](my photo_1.png)",
      [
        "3:11 error: address 'my photo_1.png' has spaces, so this is no link [broken-link]; "
          + "put it between < and >: (<my photo_1.png>)"
      ]
    ),
    (
      "See [refund] (refund.md).",
      [
        "3:15 error: a space stands before the address 'refund.md', so this is no link "
          + "[broken-link]; write it right after the bracket: ](refund.md)"
      ]
    ),
    ("[prices](<../price list.pdf>)", []),
    ("[prices](../price%20list.pdf \"As of May\")", []),
    ("`[prices](../price list.pdf)`", []),
    ("Press [Enter](or the green button).", []),
    ("Choose one [of two] (see page 3.)", []),
    ("Choose one [of two] (page3.)", []),
    ("`[refund] (refund.md)`", []),
  ])
  func withSpacesInTheirAddressAreSaid(text: String, findings: [String]) throws {
    let fixture = try ContentFixture(Self.files)
    try fixture.write("# Card\n\n\(text)\n", to: "en/payments/card.md")
    #expect(fixture.load().diagnostics.map(\.line) == findings)
  }

  @Test(arguments: [
    "java\tscript:alert(1)", "java&#10;script:alert(1)", "&#106;avascript:alert(1)",
    "javascript&colon;alert(1)", "%6Aavascript:alert(1)", "\u{1}javascript:alert(1)",
  ])
  func neverRunScriptHoweverTheyAreDisguised(link: String) throws {
    let html = try ContentFixture.html("[x](<\(link)>)")
    #expect(!html.contains("href"))
  }

  @Test func leadToTheTranslationInTheArticlesLanguage() throws {
    let fixture = try ContentFixture([
      "refund.en.md": "# Refund\n\nText.\n", "refund.pl.md": "# Zwrot\n\nTekst.\n",
      "card._en.md": "# Card\n\n[x](refund.md)\n", "card._pl.md": "# Karta\n\n[x](refund.md)\n",
      "only.en.md": "# Only\n\nText.\n", "see.pl.md": "# Zobacz\n\n[x](only.md)\n",
    ])
    let loaded = fixture.load()
    #expect(loaded.diagnostics.map(\.line) == [])
    let links = loaded.library.articles.filter { !$0.links.isEmpty }.map {
      "\($0.title): \($0.html)"
    }
    #expect(
      links == [
        "Card: <p><a href=\"/en/refund/\">x</a></p>\n",
        "Karta: <p><a href=\"/pl/refund/\">x</a></p>\n",
        "Zobacz: <p><a href=\"/en/only/\">x</a></p>\n",
      ])
  }

  @Test func standBelowTheSitesFolder() throws {
    let fixture = try ContentFixture([
      "signpost.yml": "base-url: https://example.com/help\nlanguages: [en]\n",
      "en/a.md": "# A\n\n[x](b.md) ![](c.png)\n", "en/b.md": "# B\n\nText.\n", "en/c.png": "",
    ])
    let article = try #require(fixture.load().library.articles.first)
    #expect(article.html.contains("href=\"/help/en/b/\""))
    #expect(article.html.contains("src=\"/help/assets/en/c.png\""))
  }

  @Test func areCountedWhenOneAddressIsBrokenOften() throws {
    let body = String(repeating: "[x](nowhere.md) ", count: 5)
    #expect(
      try ContentFixture.findings("# A\n\n\(body)\n") == [
        "3:5 error: article 'nowhere.md' doesn't exist, linked 5 times in this file [broken-link]; "
          + "write the article or remove the link"
      ])
  }

  @Test func areSummedUpWhenVeryManyAreBroken() throws {
    let body = (1...50).map { "[x](nowhere-\($0 * 7919).md)" }.joined(separator: "\n")
    let findings = try ContentFixture.findings("# A\n\n\(body)\n")
    #expect(findings.count == 21)
    #expect(
      findings.last == "23 error: 30 more of these in this file [broken-link]; "
        + "mend those above first, then check again")
  }

  @Test func areRemembered() throws {
    let article = try #require(
      try ContentFixture([
        "en/a.md": "# A\n\n[*One* b](b.md#c)\n[Two](https://example.com/) ![Three](d.png)\n",
        "en/b.md": "# B\n\n## C\n\nText.\n", "en/d.png": "",
      ]).load().library.articles.first)
    #expect(
      article.links == [
        ArticleLink(.page(Permalink("en/b/"), anchor: "c"), text: "One b", line: 3, column: 11),
        ArticleLink(.external("https://example.com/"), text: "Two", line: 4, column: 7),
      ])
    #expect(
      article.images == [
        ArticleImage(address: "assets/en/d.png", alternative: "Three", line: 4, column: 38)
      ])
  }

  private static let imagesThatCannotBeShownAreSaidCases: [(String, String)] = [
    ("d.pgn", "3:6 error: image 'd.pgn' doesn't exist [missing-image]; did you mean 'd.png'?"),
    (
      "../../x/picture.gif",
      "3:6 error: image '../../x/picture.gif' doesn't exist [missing-image]; "
        + "put the file there, or correct its name"
    ),
    (
      "photo.HEIC",
      "3:6 error: browsers don't show image 'photo.HEIC' [image-format]; "
        + "save it as JPEG, PNG or WebP"
    ),
    (
      "data:image/svg+xml;x",
      "3:6 error: image from 'data:' isn't allowed [dangerous-link]; keep the image beside the article"
    ),
  ]

  @Test(arguments: imagesThatCannotBeShownAreSaidCases)
  func imagesThatCannotBeShownAreSaid(path: String, finding: String) throws {
    let fixture = try ContentFixture([
      "en/a.md": "# A\n\n![x](\(path))\n", "en/d.png": "", "en/photo.HEIC": "",
    ])
    #expect(fixture.load().diagnostics.map(\.line) == [finding])
  }
}
