import KnowledgeBase
import Testing

@testable import ContentParsing

@Suite struct MarkdownTests {
  /// Markdown and the HTML of it.
  private static let becomesHTMLCases: [(String, String)] = [
    (
      "# One\n\nText *a* **b** `c`",
      "<h2 id=\"one\">\nOne\n</h2>\n<p>Text <em>a</em> <strong>b</strong> <code>c</code></p>\n"
    ),
    ("a<br>b", "<p>a<br />\nb</p>\n"),
    ("> quoted", "<blockquote>\n<p>quoted</p>\n</blockquote>\n"),
    ("a & b < c", "<p>a &amp; b &lt; c</p>\n"),
  ]

  @Test(arguments: becomesHTMLCases)
  func becomesHTML(markdown: String, html: String) throws {
    #expect(try ContentFixture.html(markdown) == html)
  }

  @Test(arguments: [
    "<script>alert(1)</script>", "a <script>alert(1)</script> b", "<img src=x onerror=alert(1)>",
    "<iframe src=https://example.com></iframe>", "<svg onload=alert(1)>", "<a href=\"x\">b</a>",
    "<style>body{}</style>", "<div onclick=\"x\">\n\nText\n\n</div>", "<!--><script>x</script>",
    "<ScRiPt\n>x</ScRiPt\n>", "<p style=\"x\">", "<math><mtext></mtext></math>",
    "```x\"><script>\ny\n```", "![a](b.png \"\\\"><script>x</script>\")", "[<script>]: x",
    "<https://example.com/\"><script>>", "# <script>x</script>", "[a](x \"<script>\")",
  ])
  func neverLetsMarkupThrough(markdown: String) throws {
    let html = try ContentFixture.html(markdown)
    for tag in [
      "<script", "<img src=x", "<iframe", "<svg", "<style", "onclick=", "onload=", "style=",
      "<math",
    ] {
      #expect(!html.lowercased().replacing("&lt;", with: "").contains(tag), "\(html)")
    }
  }

  @Test func saysWhichRawHTMLIsLeftOut() throws {
    #expect(
      try ContentFixture.findings("# A\n\nText <b class=\"x\">b</b>\n\n<div>\n\n</div>\n") == [
        "3 warning: raw HTML '<b class=\"x\">' and 3 more in this file left out [raw-html]; "
          + "write it as Markdown, or allow it in signpost.yml: allowed-html: [b]"
      ])
    #expect(try ContentFixture.findings("# A\n\n<!-- a remark -->\n\nText<br/>text\n") == [])
  }

  @Test(arguments: ["NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION", "Warning", "note"])
  func marksAlerts(marker: String) throws {
    let kind = marker.lowercased()
    let html = try ContentFixture.html("> [!\(marker)]\n> Mind *this*.")
    let opening = "<aside class=\"alert alert-\(kind)\" role=\"note\">\n<!--alert:\(kind)-->\n"
    #expect(html == opening + "<p>Mind <em>this</em>.</p>\n</aside>\n")
  }

  @Test(arguments: ["> [!WARN]\n> x", "> a [!NOTE]\n> x", "> [!NOTE] x", "[!NOTE]\nx"])
  func leavesQuotesThatAreNoAlerts(markdown: String) throws {
    #expect(!(try ContentFixture.html(markdown).contains("<aside")))
  }

  /// A heading and the id it gets.
  @Test(arguments: [
    ("If it does not work", "if-it-does-not-work"),
    ("Если не помогло?", "если-не-помогло"),
    ("Kā saņemt rēķinu?", "kā-saņemt-rēķinu"),
    ("Łódź – co dalej", "łódź-co-dalej"),
    ("What's `new` in *3.0*", "whats-new-in-3-0"),
    ("???", "section"),
    ("返金について", "返金について"),
    ("Days {#how-long}", "how-long"),
    ("Days {: #How_Long .wide}", "How_Long"),
    ("Days\n{: #how-long}", "how-long"),
  ])
  func givesHeadingsReadableIDs(heading: String, id: String) throws {
    let article = try ContentFixture.article("title: T", body: "## \(heading)\n\nText")
    #expect(article?.sections.map(\.anchor) == [id])
    #expect(article?.html.contains("<h2 id=\"\(id)\">") == true)
  }

  @Test func numbersIDsThatStandTwice() throws {
    let article = try ContentFixture.article("title: T", body: "## A\n\n## A\n\n## A\n\n## A-2\n")
    #expect(article?.sections.map(\.anchor) == ["a", "a-2", "a-3", "a-2-2"])
  }

  @Test func cutsVeryLongIDs() throws {
    let title = String(repeating: "long ", count: 100)
    let article = try ContentFixture.article("title: T", body: "## \(title)\n")
    #expect(article?.sections.first?.anchor.count ?? 0 <= 80)
  }

  @Test func collectsTheTextBelowEachHeading() throws {
    let article = try ContentFixture.article(
      "title: T",
      body:
        "Before.\n\n## One\n\nText *a*\nb.\n\n- item\n- [link](https://x.example)\n\n### Two\n\n    code\n"
    )
    #expect(
      article?.sections == [
        Section(level: 0, anchor: "", title: "", text: "Before."),
        Section(level: 2, anchor: "one", title: "One", text: "Text a b.\nitem\nlink", line: 6),
        Section(level: 3, anchor: "two", title: "Two", text: "code", line: 14),
      ])
  }

  @Test(arguments: [
    (
      "Text.\n\n## See also\n\n- [A](https://a.example)\n- [B](https://b.example)\n",
      ["Text.", ""]
    ),
    ("Text.\n\n- [A](https://a.example)\n", ["Text."]),
    ("Text.\n\n- [A](https://a.example) first\n", ["Text.\nA first"]),
    ("Text.\n\n- [A](https://a.example)\n- other\n", ["Text.\nA\nother"]),
    ("Text.\n\n- [A](https://a.example)\n\nMore.\n", ["Text.\nA\nMore."]),
    ("- [A](https://a.example)\n- [B](https://b.example)\n", ["A\nB"]),
    ("## See also\n\n- [A](https://a.example)\n", ["A"]),
  ])
  func linksThatAnArticleEndsWithAreNoTextOfItUnlessTheyAreAll(
    body: String, texts: [String]
  ) throws {
    let article = try ContentFixture.article("title: T", body: body)
    #expect(article?.sections.map(\.text) == texts)
    #expect(article?.html.contains("<a href=\"https://a.example\"") == true)
  }

  private static let cutsOutTemplateCodeOfOthersCases: [(String, String)] = [
    ("{{ site.name }} pays", " pays"), ("a {% if x %}b{% endif %} c", "a b c"),
    ("a {%\ninclude x\n%} b", "a \n\n b"), ("text\n{: .wide}", "text\n"),
    ("`{{ code }}`", "`{{ code }}`"), ("```\n{{ code }}\n```", "```\n{{ code }}\n```"),
    ("~~~~\n```\n{{ a }}\n~~~~\n{{ b }}", "~~~~\n```\n{{ a }}\n~~~~\n"),
    ("use {{ to open", "use {{ to open"), ("a {b} c", "a {b} c"), ("{#if}", "{#if}"),
    ("{% comment %}secret\n{% endcomment %}shown", "\nshown"),
    ("[x]({% link _help/a.md %})", "[x](@/_help/a.md)"),
    ("[x]({{< ref \"a.md\" >}})", "[x](a.md)"), ("[x]({{ site.baseurl }}/a)", "[x](/a)"),
    ("`` ` {{ a }} `` {{ b }}", "`` ` {{ a }} `` "),
  ]

  @Test(arguments: cutsOutTemplateCodeOfOthersCases)
  func cutsOutTemplateCodeOfOthers(markdown: String, rest: String) {
    #expect(ForeignMarkup(in: markdown).body == rest)
  }

  @Test func saysWhichTemplateCodeIsLeftOut() throws {
    #expect(
      try ContentFixture.findings("# A\n\nżó {{ a }} {{ b }}\n\nText\n{: .wide}\n") == [
        "3:4 warning: template code '{{ a }}' and 1 more in this file left out "
          + "[template-leftover]; write what it should show as Markdown",
        "6:1 note: attribute list '{: .wide}' left out [template-leftover]",
      ])
  }
}
