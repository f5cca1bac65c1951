import Foundation
import KnowledgeBase
import Testing

@testable import SiteGeneration

@Suite struct PageTests {
  /// A site of so many articles in a folder, with an order if it is given.
  private static func site(of count: Int, in folder: String, order: Bool = false) throws
    -> SiteFixture
  {
    var files = ["signpost.yml": "title: Many\nbase-url: https://a.example\nlanguages: [en]\n"]
    for number in 0..<count {
      files["en/\(folder)a\(number).md"] = """
        ---
        title: \(number % 2 == 0 ? "Bill" : "account") \(number)
        description: About it.
        \(order ? "order: \(count - number)" : "kind: faq")
        ---
        Text.

        """
    }
    return try SiteFixture(files)
  }

  @Test(arguments: [(59, false, 0), (60, false, 2), (60, true, 0)])
  func longTopicsStandByFirstLettersUnlessEditorsOrderedThem(
    count: Int, order: Bool, letters: Int
  ) throws {
    let site = try Self.site(of: count, in: "topic/", order: order)
    try site.publish()
    let page = try site.page("en/topic/index.html")
    #expect(page.matches(of: /<section class="letter"/).count == letters)
    #expect(page.contains("About it.") == (letters == 0))
    #expect(page.matches(of: /<li><a href="\/en\/topic\/a/).count == count)
    if letters > 0 {
      let titles = page.matches(of: /a\d+\/">([^<]*)<\/a>/).map { String($0.1) }
      #expect(titles.first == "account 1" && titles.last == "Bill 58")
    }
  }

  @Test(arguments: [("2026-04-01", true), ("2026-05-01", false), (nil, false)])
  func readersAreToldThatATranslationIsBehindWhereThatIsKnown(_ date: String?, isTold: Bool) throws
  {
    let updated = date.map { "updated: \($0)\n" } ?? ""
    let site = try SiteFixture([
      "signpost.yml": "title: T\nbase-url: https://a.example\nlanguages: [en, pl]\n",
      "en/refund.md": "---\ntitle: Refund\nupdated: 2026-05-01\n---\nText.\n",
      "pl/refund.md": "---\ntitle: Zwrot\n\(updated)---\nTekst.\n",
    ])
    try site.publish()
    #expect(try site.page("pl/refund/index.html").contains("Oryginał zmieniono") == isTold)
  }

  @Test func thePageOfAFolderLeadsToWhatIsInIt() throws {
    let site = try SiteFixture([
      "signpost.yml": "title: T\nbase-url: https://a.example\nlanguages: [en]\n",
      "en/pay.md": "---\ntitle: Paying\n---\nText.\n",
      "en/pay/refund.md": "---\ntitle: Refund\n---\nText.\n",
      "en/pay/cards/add.md": "---\ntitle: Add a card\n---\nText.\n",
      "en/car/index.md": "---\ntitle: Your car\n---\nText.\n",
    ])
    func aside(_ path: String) throws -> [String] {
      let page = try site.page(path)
      let aside =
        page.firstMatch(of: /<nav class="aside"(?s:.*?)<\/nav>/).map { String($0.0) } ?? ""
      return aside.matches(of: /<a href="([^"]*)"/).map { String($0.1) }
    }
    try site.publish()
    #expect(
      try aside("en/pay/index.html") == [
        "/en/pay-all/", "/en/pay/cards/", "/en/pay/", "/en/pay/refund/",
      ])
    #expect(try aside("en/car/index.html") == [])
    #expect(
      try aside("en/pay/refund/index.html") == ["/en/pay-all/", "/en/pay/", "/en/pay/refund/"])
    // It stands in its topic, before the others, and not on the home page beside that.
    let topic = try site.page("en/pay-all/index.html")
    let rows = topic.matches(of: /<li><a href="(\/en\/pay\/[^"]*)"/).map { String($0.1) }
    #expect(rows.filter { $0 != "/en/pay/cards/" } == ["/en/pay/", "/en/pay/refund/"])
    let home = try site.page("en/index.html")
    #expect(!home.contains("href=\"/en/pay/\"") && home.contains("href=\"/en/car/\""))
    try site.write("---\ntitle: Receipt\n---\nText.\n", to: "en/pay/receipt.md")
    try site.write("---\ntitle: Old\n---\nText.\n", to: "en/pay/old/a.md")
    _ = try site.publishChanges()
    #expect(
      try aside("en/pay/index.html") == [
        "/en/pay-all/", "/en/pay/cards/", "/en/pay/old/", "/en/pay/", "/en/pay/receipt/",
        "/en/pay/refund/",
      ])
  }

  /// A letter, and below it the titles with `|` after the words that say little.
  @Test(arguments: [
    (
      "en", ["How long does a refund take?", "Refund by card", "Can I cancel?", "What is it?"],
      ["C: Can I| cancel?", "R: Refund by card, How long does a| refund take?", "W: What is it?"]
    ),
    // The words that the first article is called by belong together.
    (
      "en", ["Getting started with the app", "First steps", "Before you start", "Start a trip"],
      [
        "B: Before you start", "F: First steps", "G: Getting started with the app",
        "S: Start a trip",
      ]
    ),
    ("pl", ["Pierwsze kroki", "Od czego zacząć?"], ["O: Od czego zacząć?", "P: Pierwsze kroki"]),
    ("lv", ["Pirmie soļi"], ["P: Pirmie soļi"]), ("ru", ["Первые шаги"], ["П: Первые шаги"]),
    ("de", ["Erste Schritte"], ["E: Erste Schritte"]),
    ("fr", ["Premiers pas"], ["P: Premiers pas"]),
    (
      "pl", ["Jak dostać fakturę", "Jak w Polsce zwrócić auto?", "Czy mogę odwołać?", "Faktura"],
      [
        "F: Faktura, Jak dostać| fakturę", "O: Czy mogę| odwołać?",
        "P: Jak w|\u{A0}Polsce zwrócić auto?",
      ]
    ),
    ("lv", ["Kā atvērt auto", "Kā dzēst kontu"], ["A: Kā| atvērt auto", "D: Kā| dzēst kontu"]),
    (
      "ru", ["Как заправить машину", "Что делать после ДТП"],
      ["Д: Что делать после| ДТП", "З: Как| заправить машину"]
    ),
    ("ar", ["كيف أسترد أموالي"], ["ك: كيف أسترد أموالي"]),
  ])
  func titlesStandByWhatTheyAreAbout(code: String, titles: [String], sections: [String]) throws {
    var files = ["signpost.yml": "title: T\nbase-url: https://a.example\nlanguages: [\(code)]\n"]
    for (number, title) in titles.enumerated() {
      files["\(code)/a\(number).md"] = "---\ntitle: \"\(title)\"\n---\nText.\n"
    }
    let site = try SiteFixture(files)
    try site.publish()
    let page = try site.page("\(code)/a-z/index.html")
    let found = page.matches(of: /<h2 id="_letter-\d+">(.+?)<\/h2>\n<ul>\n((?s:.*?))<\/ul>/).map {
      section in
      let titles = section.2.matches(of: /">(.+?)<\/a>/)
        .map { $0.1.replacing("<small>", with: "").replacing("</small>", with: "|") }
      return "\(section.1): \(titles.joined(separator: ", "))"
    }
    #expect(found == sections)
  }

  @Test(arguments: [false, true])
  func listsGoOnOnFurtherPages(order: Bool) throws {
    let site = try Self.site(of: 200, in: "topic/", order: order)
    try site.publish()
    for (list, isSorted) in [("a-z", true), ("topic", !order)] {
      let pages = try ["", "2/"].map { try site.page("en/\(list)/\($0)index.html") }
      let titles = pages.map { page in
        page.matches(of: /<li><a href="\/en\/topic\/a\d+\/">([^<]*)<\/a><\/li>/).map { $0.1 }
      }
      #expect(titles.map(\.count) == [100, 100])
      #expect(Set(titles.joined()).count == 200)
      #expect(pages[0].contains(#"rel="next" href="/en/\#(list)/2/""#))
      #expect(pages[1].contains(#"rel="prev" href="/en/\#(list)/""#))
      #expect(!pages[0].contains(#"rel="prev""#) && !pages[1].contains(#"rel="next""#))
      #expect(pages[1].contains(" (2/2)</h1>") && !pages[1].contains("hreflang"))
      // The first page names every letter, those that begin on the second with its address.
      let letters = pages.map { $0.matches(of: /<a href="([^"]*)#_letter-\d+">/).map { $0.1 } }
      if isSorted { #expect(letters == [["", "/en/\(list)/2/"], ["/en/\(list)/", ""]]) }
    }
    let map = try site.page("sitemap.xml")
    #expect(map.contains("<loc>https://a.example/en/a-z/2/</loc>\n</url>"))
  }

  @Test(arguments: [
    ("{en: Help, pl: Pomoc}", "Help · Pomoc"),
    ("Kilometr", "Choose your language – Kilometr"),
  ])
  func theFirstPageIsCalledByEachNameOnceAndAsNoOther(title: String, shown: String) throws {
    let site = try SiteFixture([
      "signpost.yml":
        "title: \(title)\nbase-url: https://help.example.com\nlanguages: [en, pl]\n",
      "en/a.md": "---\ntitle: A\n---\nText.\n", "pl/a.md": "---\ntitle: A\n---\nTekst.\n",
    ])
    try site.publish()
    #expect(try site.page("index.html").contains("<title>\(shown)</title>"))
  }

  @Test(arguments: [
    ("pl/index.html", "Zwroty i~wpłaty"), ("pl/index.html", "O~pieniądzach"),
    ("pl/money/index.html", "Jak i~kiedy?"), ("pl/money/index.html", "W~5~dni."),
    ("pl/money/refund/index.html", "Prośba o~zwrot"),
    ("pl/money/refund/index.html", "Odpowiadamy w~ciągu 1~dnia roboczego"),
  ])
  func whatPagesNameKeepsItsLinesAsTextsDo(page: String, shown: String) throws {
    let site = try SiteFixture([
      "signpost.yml": "title: Pomoc\nbase-url: https://help.example.com\nlanguages: [pl, en]\n",
      "contact.yml":
        "channels:\n  - {id: mail, kind: mail, title: E-mail, value: a@b.example, "
        + "answers-within: 1 working day}\n",
      "pl/money/_category.yml": "title: Zwroty i wpłaty\ndescription: O pieniądzach\n",
      "pl/money/refund.md":
        "---\ntitle: Jak i kiedy?\nkind: process\ndescription: W 5 dni.\nstages:\n"
        + "  - {title: Prośba o zwrot, who: Ty, takes: 0 days}\n---\nPięć dni.\n",
      "pl/other/a.md": "---\ntitle: A\n---\nTekst.\n",
      "en/a.md": "---\ntitle: A\n---\nText.\n",
    ])
    try site.publish()
    let html = try site.page(page).replacing("\u{A0}", with: "~")
    #expect(html.contains(shown))
  }

  @Test(arguments: [(24, false), (25, true)])
  func theHomePageLeavesManyLooseArticlesToTheListOfAll(count: Int, hasMore: Bool) throws {
    let site = try Self.site(of: count, in: "")
    try site.publish()
    let page = try site.page("index.html")
    #expect(page.matches(of: /<li><a href="\/en\/a\d/).count == 24)
    #expect(page.contains(#"<p class="more"><a href="/en/a-z/">"#) == hasMore)
  }

  @Test(arguments: [
    ("hours: {mon-fri: \"9:00-17:00\"}", true), ("answers-within: 2 working days", true),
    ("note: {en: Write to us}", false),
  ])
  func onlyChannelsWithTimesNameAZone(channel: String, hasZone: Bool) throws {
    let site = try Self.site(of: 1, in: "topic/")
    try site.write(
      "channels:\n  - {id: mail, kind: mail, title: {en: Mail}, value: a@b.example, \(channel)}\n",
      to: "contact.yml")
    try site.publish()
    let page = try site.page("en/topic/a0/index.html")
    #expect(page.contains("All times:") == hasZone)
    #expect(page.contains(">All hours and holidays</a>") == hasZone)
    #expect(page.contains(">Contact us</a>") == !hasZone)
    #expect(try site.page("en/contact/index.html").contains("All times:") == hasZone)
  }

  /// Who calls where nobody speaks the language of the page had better know before.
  @Test(arguments: [
    (
      "languages: [pl, lv], hours: {mon: \"9:00-17:00\"}",
      "<span>Languages: Polski, Latviešu</span>"
    ),
    ("languages: [pl, en], hours: {mon: \"9:00-17:00\"}", nil),
    ("languages: {pl: all, en: {mon: \"9:00-12:00\"}}, hours: {mon: \"9:00-17:00\"}", nil),
    ("hours: {mon: \"9:00-17:00\"}", nil), ("languages: [lv]", "<p>Languages: Latviešu</p>"),
  ])
  func theContactBlockNamesTheLanguagesOfThoseWhoDoNotSpeakThePages(
    channel: String, text: String?
  ) throws {
    let site = try Self.site(of: 1, in: "topic/")
    try site.write(
      "channels:\n  - {id: phone, kind: phone, title: Phone, value: '+1', \(channel)}\n",
      to: "contact.yml")
    try site.publish()
    let page = try site.page("en/topic/a0/index.html")
    #expect(page.contains("Languages: ") == (text != nil))
    #expect(page.contains(#"data-id="phone" data-foreign>"#) == (text != nil))
    if let text { #expect(page.contains(text)) }
  }

  @Test(arguments: [
    ("", ["Warsaw, Central European Time"]),
    ("time-zone: America/New_York, ", ["Warsaw, Central European Time", "New York, Eastern Time"]),
    ("time-zone: Europe/Warsaw, ", ["Warsaw, Central European Time"]),
  ])
  func channelsInSeveralZonesNameTheirOwn(zone: String, named: [String]) throws {
    let site = try Self.site(of: 1, in: "topic/")
    try site.write(
      """
      time-zone: Europe/Warsaw
      channels:
        - {id: phone, kind: phone, title: Phone, value: "112", hours: {mon-fri: "9:00-17:00"}}
        - {id: chat, kind: chat, title: Chat, value: "https://b.example", \(zone)answers-within: 1 day}
        - {id: mail, kind: mail, title: Mail, value: a@b.example}
      """, to: "contact.yml")
    try site.publish()
    let page = try site.page("en/contact/index.html")
    let zones = page.matches(of: /All times: ([^<]+)</).map { String($0.output.1) }
    #expect(zones == named)
    let isShared = named.count == 1
    #expect(page.contains("<p class=\"zone\">") == isShared)
    let block = try site.page("en/topic/a0/index.html")
    #expect(block.contains(">All hours and holidays</a>"))
    let opening = isShared ? "All times: " : ""
    #expect(block.contains("<span>\(opening)Warsaw, Central European Time</span>"))
  }

  @Test func channelsThatKeepTheSameHoursOnADayAreNamedTogether() throws {
    let site = try Self.site(of: 1, in: "topic/")
    let channels = ["Phone", "Chat", "Desk"].map {
      "  - {id: \($0), kind: phone, title: \($0), value: \"+1 2\", hours: {mon-sun: \"8:00-20:00\"}}\n"
    }
    try site.write(
      "channels:\n\(channels.joined())exceptions:\n  - {date: 2026-12-24, hours: closed}\n"
        + "  - {date: 2026-12-24, hours: \"8:00-12:00\", channels: [Chat]}\n",
      to: "contact.yml")
    try site.publish()
    #expect(
      try site.page("en/contact/index.html").contains(
        "<ul><li>Phone, Desk: Closed</li><li>Chat: 8:00–12:00</li></ul>"))
  }

  @Test func aTitleEndsNoLineInAWordOfOneLetter() throws {
    let site = try SiteFixture([
      "signpost.yml": "title: P\nbase-url: https://a.example\nlanguages: [pl]\n",
      "pl/a.md": "---\ntitle: Umowa i karnet < 5 zł\n---\nTekst.\n",
    ])
    try site.publish()
    let page = try site.page("pl/a/index.html")
    #expect(page.contains("<h1>Umowa i\u{A0}karnet &lt; 5 zł</h1>"))
    #expect(page.contains("<title>Umowa i karnet &lt; 5 zł"))
  }

  @Test(arguments: [("mon-sun: \"0:00-24:00\"", 1, 0), ("mon-sun: \"8:00-20:00\"", 0, 1)])
  func aChannelThatNeverClosesSaysItOnce(hours: String, always: Int, rows: Int) throws {
    let site = try Self.site(of: 1, in: "topic/")
    try site.write(
      "channels:\n  - {id: p, kind: phone, title: {en: Phone}, value: \"+1 2\", hours: {\(hours)}}\n",
      to: "contact.yml")
    try site.publish()
    let page = try site.page("en/contact/index.html")
    #expect(page.matches(of: /Round the clock/).count == always)
    #expect(page.matches(of: /<dt>Hours<\/dt>/).count == rows)
  }

  /// Its description, else what is in it: topics before articles.
  @Test(arguments: [
    (["_category.yml": "description: All of it\n", "a.md": "A"], "All of it"),
    (
      ["a.md": "A", "b.md": "B & C", "c.md": "C", "d.md": "D", "e.md": "E"], "A · B &amp; C · C · D"
    ),
    (["a.md": "A", "cards/a.md": "Lost", "bills/a.md": "Late"], "Bills · Cards · A"),
  ])
  func aTopicSaysWhatIsInIt(files: [String: String], text: String) throws {
    let site = try SiteFixture([
      "signpost.yml": "title: H\nbase-url: https://h.example\nlanguages: [en]\n",
      "en/other/x.md": "# X\n",
    ])
    for (name, title) in files {
      let isArticle = name.hasSuffix(".md")
      try site.write(
        isArticle ? "---\ntitle: \(title)\n---\nText.\n" : title, to: "en/topic/\(name)")
    }
    try site.publish()
    #expect(
      try site.page("en/index.html").replacing("\u{A0}·", with: " ·")
        .contains("Topic</a></h3><p>\(text)</p><p class=\"count\">"))
  }

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
    #expect(body.intro { "Step \($0)" } == intro)
    #expect(body.parts.map { String($0.html) } == parts)
  }

  @Test func aHeadingLeadsToItself() throws {
    let site = try SiteFixture([
      "signpost.yml": "title: Help\nbase-url: https://a.example\nlanguages: [en]\n",
      "en/a.md": "# A\n\n## B & c\n\nx\n\n### D\n\n## See [e](https://e.example)\n",
    ])
    try site.publish()
    let page = try site.page("en/a/index.html").replacing("\n", with: "")
    #expect(page.contains(##"<h2 id="b-c"><a class="own" href="#b-c">B &amp; c</a></h2><p>x"##))
    #expect(page.contains(##"<h3 id="d">D</h3>"##))
    #expect(page.contains(##"<h2 id="see-e">See <a href="https://e.example">e</a></h2>"##))
  }

  @Test func aStepLeadsToItselfByItsNumber() throws {
    let site = try SiteFixture([
      "signpost.yml": "title: Help\nbase-url: https://a.example\nlanguages: [pl]\n",
      "pl/a.md": """
      ---
      title: A
      kind: how-to
      ---
      1. One
      2. Two

      Then

      3. Three

      ## Else

      1. Four

      """,
    ])
    try site.publish()
    let page = try site.page("pl/a/index.html").replacing("\n", with: "")
    #expect(
      page.contains(
        ##"<li id="step-2"><a class="step" href="#step-2" aria-label="Krok 2"></a>Two"##))
    #expect(page.contains(##"<ol start="3"><li id="step-2-3"><a class="step" href="#step-2-3""##))
    // The style draws numbers in circles above the first heading alone.
    #expect(page.matches(of: /class="step"/).count == 3)
  }

  @Test func theOnlyTopicIsOpenOnTheHomePage() throws {
    var files = [
      "signpost.yml": "title: Help\nbase-url: https://a.example\nlanguages: [en]\n",
      "en/pay/a.md": "# A\n", "en/pay/cards/b.md": "# B\n",
    ]
    func links() throws -> [String] {
      let site = try SiteFixture(files)
      try site.publish()
      let page = try site.page("en/index.html")
      let main = try #require(page.firstRange(of: "class=\"wrap sections\""))
      let end = try #require(page.firstRange(of: "</main>"))
      return page[main.upperBound..<end.lowerBound].matches(of: /href="([^"]*)"/).map {
        String($0.1)
      }
    }
    #expect(try links() == ["/en/pay/cards/", "/en/pay/a/"])
    files["en/ship/c.md"] = "# C\n"
    #expect(try links() == ["/en/pay/", "/en/ship/"])
  }

  @Test func theChoiceOfLanguagesAsksNobodyInAForeignOne() throws {
    let site = try SiteFixture([
      "signpost.yml": "title: Help\nbase-url: https://a.example\nlanguages: [fi, pl, en]\n",
      "fi/a.md": "# A\n", "pl/a.md": "# A\n", "en/a.md": "# A\n",
    ])
    try site.publish()
    let page = try site.page("index.html")
    #expect(
      page.matches(of: /hreflang="(..)">\w+<\/a>(?:<p>([^<]*)<\/p>)?<\/li>/).map {
        "\($0.1) \($0.2 ?? "")"
      } == ["fi ", "pl W czym pomóc?", "en How can we help?"])
    #expect(page.contains(#"content="Wybierz język · Choose your language""#))
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
