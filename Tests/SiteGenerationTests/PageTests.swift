import Foundation
import KnowledgeBase
import Testing

@testable import SiteGeneration

@Suite struct PageTests {
  @Test func textOfArticlesIsEscaped() throws {
    let site = try SiteFixture.twoLanguages()
    try site.publish()
    let page = try site.page("en/billing/pets/index.html")
    #expect(!page.contains("<script>alert"))
    #expect(page.contains("May I take a pet &lt;script&gt;alert(1)&lt;/script&gt;?"))
    #expect(page.contains("Billing &amp; more"))
    #expect(page.contains(#""name":"May I take a pet \u003cscript>"#))
  }

  @Test func everyAddressStandsBelowTheBasePath() throws {
    let site = try SiteFixture.twoLanguages()
    try site.publish()
    let page = try site.page("en/billing/refund/index.html")
    let addresses = page.matches(of: /(?:href|src|action)="(\/[^"]*)"/).map { String($0.1) }
    #expect(addresses.count > 5)
    #expect(addresses.allSatisfy { $0.hasPrefix("/base/") }, "\(addresses)")
  }

  @Test func theLanguageSwitchStaysOnTheArticleAndSaysWhatIsMissing() throws {
    let site = try SiteFixture.twoLanguages()
    try site.publish()
    #expect(
      try site.page("en/billing/refund/index.html")
        .contains(#"<a href="/base/pl/billing/refund/" lang="pl" hreflang="pl">Polski</a></li>"#))
    #expect(
      try site.page("en/unlock/index.html").contains(
        #"<a href="/base/pl/" lang="pl" hreflang="pl">Polski</a> <small>not translated</small>"#))
  }

  @Test func aTranslationThatIsBehindPointsToItsSource() throws {
    let site = try SiteFixture.twoLanguages()
    try site.publish()
    let behind = try site.page("pl/billing/refund/index.html")
    #expect(behind.contains(#"<a href="/base/en/billing/refund/" lang="en" hreflang="en">"#))
    #expect(behind.contains("class=\"remark\""))
    #expect(try !site.page("en/billing/refund/index.html").contains("class=\"remark\""))
  }

  @Test func aProcessShowsItsStagesAfterTheAnswerAndItsTotal() throws {
    let site = try SiteFixture.twoLanguages()
    try site.publish()
    let page = try site.page("en/billing/refund/index.html")
    let order = ["Five days.", "class=\"timeline\"", "by day 2", "by day 5", "in all", "Because."]
    let places = try order.map { try #require(page.firstRange(of: $0)?.lowerBound) }
    #expect(places == places.sorted())
    #expect(page.contains("At most 5 working days in all"))
  }

  @Test func whatToDoIfItDoesNotWorkIsABoxOfItsOwn() throws {
    let site = try SiteFixture.twoLanguages()
    try site.publish()
    #expect(try site.page("en/unlock/index.html").contains("<section class=\"prose trouble\">"))
  }

  @Test(arguments: [
    ("", "", [String]()),
    ("<p>a</p>\n", "<p>a</p>\n", []),
    (
      "<p>a</p>\n<h2 id=\"b\">\nb</h2>\n<p>c</p>\n<h2 id=\"d\">\nd</h2>\n", "<p>a</p>\n",
      ["<h2 id=\"b\">\nb</h2>\n<p>c</p>\n", "<h2 id=\"d\">\nd</h2>\n"]
    ),
    ("<h2 id=\"b\">b</h2>", "", ["<h2 id=\"b\">b</h2>"]),
    (
      "<h2 id=\"b\">b</h2>\n<section class=\"notes\">\n</section>\n", "",
      ["<h2 id=\"b\">b</h2>\n", "<section class=\"notes\">\n</section>\n"]
    ),
    // In a line of its own, a heading's markup can only be a heading's.
    ("<pre>&lt;h2 id=\"x\"></pre>", "<pre>&lt;h2 id=\"x\"></pre>", []),
  ])
  func aBodyIsCutBeforeItsHeadings(_ html: String, _ intro: String, _ parts: [String]) {
    let body = ArticleBody(html)
    #expect(String(body.intro) == intro)
    #expect(body.parts.map { String($0.html) } == parts)
  }

  @Test func aTopicOfAThousandNamesAFewNeighbours() throws {
    var files = ["signpost.yml": "title: Help\nbase-url: https://a.example\nlanguages: [en]\n"]
    for number in 100..<300 {
      files["en/topic/article-\(number).md"] = "---\ntitle: Number \(number)\n---\nx\n"
    }
    let site = try SiteFixture(files)
    try site.publish()
    for (number, neighbours) in [(100, 100...107), (200, 196...203), (299, 292...299)] {
      let page = try site.page("en/topic/article-\(number)/index.html")
      for other in [99, 195, 196, 204, 291] + Array(neighbours) {
        #expect(
          page.contains(">Number \(other)<") == neighbours.contains(other), "\(number) \(other)")
      }
    }
  }
}
