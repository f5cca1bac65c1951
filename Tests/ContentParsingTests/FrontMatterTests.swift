import KnowledgeBase
import Testing

@testable import ContentParsing

@Suite struct FrontMatterTests {
  @Test func readsEveryKey() throws {
    let article = try #require(
      try ContentFixture.article(
        """
        title: Refund
        description: In ten days.
        kind: process
        id: payments/refund
        questions: [Money back?, Where is my money?]
        answers:
          - refund request
        goal: Get money back
        duration: 5 minutes
        needs: [the app]
        stages:
          - {title: You ask, who: You, takes: 0 days}
          - {title: We check, takes: 2 working days}
        related: [payments/card-hold]
        tags: [money]
        updated: 2026-09-14
        review-by: 2027-01-31
        review-every: 6 months
        owner: Payments
        published: 2026-01-02
        expires: 2030-01-01
        aliases: [/old/refund]
        permalink: money-back
        order: 3
        sms: Ten days.
        video: https://video.example/1
        """))
    let matter = article.frontMatter
    #expect(article.id == ArticleID("payments/refund"))
    #expect(article.permalink.path == "en/money-back/")
    #expect(matter.title == "Refund")
    #expect(matter.description == "In ten days.")
    #expect(matter.kind == .process)
    #expect(matter.questions == ["Money back?", "Where is my money?"])
    #expect(matter.answers == ["refund request"])
    #expect(matter.goal == "Get money back")
    #expect(matter.duration == TimeSpan(amount: 5, unit: .minutes))
    #expect(matter.needs == ["the app"])
    #expect(
      matter.stages == [
        Stage(title: "You ask", who: "You", takes: TimeSpan(amount: 0, unit: .days)),
        Stage(title: "We check", who: nil, takes: TimeSpan(amount: 2, unit: .workingDays)),
      ])
    #expect(matter.related == ["payments/card-hold"])
    #expect(matter.tags == ["money"])
    #expect(matter.updated == "2026-09-14")
    #expect(matter.reviewBy == "2027-01-31")
    #expect(matter.reviewEvery == ReviewCycle(amount: 6, unit: .months))
    #expect(matter.owner == "Payments")
    #expect(matter.published == "2026-01-02")
    #expect(matter.expires == "2030-01-01")
    #expect(matter.aliases == ["/old/refund"])
    #expect(matter.order == 3)
    #expect(matter.sms == "Ten days.")
    #expect(matter.video == "https://video.example/1")
  }

  @Test func needsNothingButATitle() throws {
    let article = try #require(try ContentFixture.article("title: Refund"))
    #expect(article.id == ArticleID("a"))
    #expect(article.kind == .page)
    #expect(article.frontMatter.status == .published)
    #expect(article.permalink.path == "en/a/")
  }

  @Test func takesTheFirstHeadingForATitle() throws {
    let article = try #require(
      try ContentFixture(["en/a.md": "# How  to *park*\n\nHere.\n"]).load().library.articles.first)
    #expect(article.title == "How to park")
    #expect(article.html == "<p>Here.</p>\n")
  }

  @Test func readsWindowsLineEndsAndByteOrderMarks() throws {
    let article = try #require(
      try ContentFixture(["en/a.md": "\u{FEFF}---\r\ntitle: Refund\r\n---\r\nText\r\n"]).load()
        .library.articles.first)
    #expect(article.title == "Refund")
    #expect(article.html == "<p>Text</p>\n")
  }

  /// A key of another generator and what it means here.
  @Test(arguments: [
    ("Docusaurus", "sidebar_position: 4", "order 4"),
    ("Docusaurus", "last_update: {date: 2026-03-01, author: Ann}", "updated 2026-03-01"),
    ("Docusaurus", "slug: /money", "permalink en/money/"),
    ("Docusaurus", "keywords: [money, card]", "tags money,card"),
    ("Hugo", "weight: 4", "order 4"),
    ("Hugo", "lastmod: 2026-03-01T10:00:00+02:00", "updated 2026-03-01"),
    ("Hugo", "publishDate: 2026-03-01", "published 2026-03-01"),
    ("Hugo", "expiryDate: 2030-03-01", "expires 2030-03-01"),
    ("Hugo", "url: /money/back/", "permalink en/money/back/"),
    ("Hugo", "slug: money", "permalink en/money/"),
    ("Hugo", "summary: Short.", "description Short."),
    ("Jekyll", "permalink: /help/refund.html", "permalink en/help/refund/"),
    ("Jekyll", "redirect_from: [/old/]", "aliases /old/"),
    ("Jekyll", "nav_order: 4", "order 4"),
    ("Jekyll", "published: true", ""),
    ("Starlight", "sidebar: {order: 4, label: Money}", "order 4"),
    ("Starlight", "lastUpdated: 2026-03-01", "updated 2026-03-01"),
    ("Starlight", "lastUpdated: false", ""),
    ("Zola", "extra: {order: 4}", "order 4"),
  ])
  func understandsWhatOthersCallOtherwise(generator: String, line: String, means: String) throws {
    let fixture = try ContentFixture(["en/a.md": "---\ntitle: T\n\(line)\n---\nText\n"])
    let loaded = fixture.load()
    #expect(loaded.diagnostics.map(\.line) == [])
    let article = try #require(loaded.library.articles.first)
    let matter = article.frontMatter
    let facts = [
      matter.order.map { "order \($0)" }, matter.updated.map { "updated \($0)" },
      matter.published.map { "published \($0)" }, matter.expires.map { "expires \($0)" },
      matter.description.map { "description \($0)" },
      article.permalink.path == "en/a/" ? nil : "permalink \(article.permalink)",
      matter.tags.isEmpty ? nil : "tags " + matter.tags.joined(separator: ","),
      matter.aliases.isEmpty ? nil : "aliases " + matter.aliases.joined(separator: ","),
    ]
    #expect(facts.compactMap { $0 }.joined(separator: "; ") == means)
  }

  @Test(arguments: ["draft: true", "published: false", "status: draft"])
  func leavesOutDraftsUnlessAsked(line: String) throws {
    let fixture = try ContentFixture([
      "en/a.md": "---\ntitle: T\n\(line)\n---\nText\n", "en/b.md": "# B\n",
    ])
    #expect(fixture.load().library.articles.map(\.title) == ["B"])
    #expect(fixture.load(includesDrafts: true).library.articles.map(\.title) == ["B", "T"])
  }

  @Test func showsArticlesFromTheirFirstDayToTheirLast() throws {
    let fixture = try ContentFixture([
      "en/a.md": "---\ntitle: A\npublished: 2026-02-01\nexpires: 2026-03-01\n---\nText\n",
      "en/b.md": "# B\n",
    ])
    let shown = ["2026-01-31", "2026-02-01", "2026-02-28", "2026-03-01"].map {
      fixture.load(today: $0).library.articles.count
    }
    #expect(shown == [1, 2, 2, 1])
  }

  @Test(arguments: [
    "layout: post", "categories: [a]", "date: 2020-01-01", "sidebar_label: x", "hide: [toc]",
    "template: doc", "taxonomies: {faq: [a]}", "head: []", "toc: true", "authors: [x]",
  ])
  func keepsForeignKeysWithANote(line: String) throws {
    let key = line.prefix { $0 != ":" }
    #expect(
      try ContentFixture.findings("---\ntitle: T\n\(line)\n---\n") == [
        "3:1 note: key '\(key)' belongs to another system and is kept without effect [foreign-key]"
      ])
  }

  @Test func takesMkDocsPageIconsForWhatTheyAre() throws {
    #expect(
      try ContentFixture.findings("---\ntitle: T\nstatus: new\n---\n") == [
        "3:9 note: key 'status' belongs to another system and is kept without effect [foreign-key]"
      ])
  }

  @Test func suggestsTheKeyThatWasMeant() throws {
    #expect(
      try ContentFixture.findings("---\ntitle: T\ndescripton: x\n---\n") == [
        "3:1 warning: unknown key 'descripton' [unknown-key]; did you mean 'description'?"
      ])
    #expect(
      try ContentFixture.findings("---\ntitle: T\nreview_by: 2026-01-01\n---\n") == [
        "3:1 warning: unknown key 'review_by' [unknown-key]; did you mean 'review-by'?"
      ])
  }

  @Test func listsTheKeysWhenNoneIsNear() throws {
    let finding = try #require(
      try ContentFixture.findings("---\ntitle: T\nxyzzy: x\n---\n").first)
    #expect(
      finding.hasPrefix(
        "3:1 warning: unknown key 'xyzzy' [unknown-key]; remove it, or use one of: title, "))
  }
}
