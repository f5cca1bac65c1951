import Testing

@testable import HTMLReading

@Suite struct HTMLMarkdownTests {
  private static let cases: [(html: String, markdown: String)] = [
    ("<p>Pay <b>now</b> or <em>later</em></p>", "Pay **now** or *later*\n"),
    ("<p>one</p><p>two<br>three</p>", "one\n\ntwo\\\nthree\n"),
    ("<h1>Title</h1><h3>Sub &amp; more</h3>", "## Title\n\n### Sub & more\n"),
    ("<ul><li>a</li><li><p>b</p><ul><li>c</li></ul></li></ul>", "- a\n- b\n  - c\n"),
    ("<ol><li>a<li>b</ol>", "1. a\n2. b\n"),
    ("<ol start=\"3\"><li>a</li></ol>", "3. a\n"),
    ("<a href=\"https://a.example/(x)\">t</a>", "[t](<https://a.example/(x)>)\n"),
    ("<img src=\"a.png\" alt=\"A [b]\">", "![A \\[b\\]](a.png)\n"),
    ("<pre><code>a\n  b</code></pre>", "```\na\n  b\n```\n"),
    ("<p><code>a*b</code></p>", "`a*b`\n"),
    ("<blockquote><p>a</p><p>b</p></blockquote>", "> a\n>\n> b\n"),
    ("<div class=\"callout-warning\"><p>Mind</p></div>", "> [!WARNING]\n> Mind\n"),
    (
      "<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>c|d</td><td><b>e</b></td></tr></tbody></table>",
      "| a | b |\n| --- | --- |\n| c\\|d | **e** |\n"
    ),
    (
      "<table><tr><th rowspan=2>a<th colspan=2>b<tr><td>c<td>d<tr><td>e<td>f<td>g</table>",
      "| a | b |  |\n| --- | --- | --- |\n|  | c | d |\n| e | f | g |\n"
    ),
    ("<table><tr><td>a</table>b", "| a |\n| --- |\n\nb\n"),
    ("<table><tr><td rowspan=2>a<tr><td>b</table>", "| a |  |\n| --- | --- |\n|  | b |\n"),
    (
      "<figure><img src=\"a.png\" alt=\"A\"><figcaption>The A</figcaption></figure>",
      "![A](a.png \"The A\")\n"
    ),
    ("<details><summary>More</summary><p>x</p></details>", ":::details More\nx\n:::\n"),
    ("<p>2 * 3 _x_ [y] `z` \\ &lt;b&gt; ~</p>", "2 \\* 3 \\_x\\_ \\[y\\] \\`z\\` \\\\ \\<b> \\~\n"),
    (
      "<p># no heading</p><p>1. no list</p><p>- no item</p>",
      "\\# no heading\n\n1\\. no list\n\n\\- no item\n"
    ),
    ("<p>a<script>alert('</p>')</script>b</p>", "ab\n"),
    ("<p>&nbsp;</p><p></p>", ""),
    ("<p><strong> a </strong>b</p>", "**a** b\n"),
    ("<div><div>a</div>b</div>", "a\n\nb\n"),
    ("a &copy; &#8364; &#x20AC; &unknown; & b", "a © € € &unknown; & b\n"),
    ("<p>{{ x }} {% y %}</p>", "{\\{ x }} {\\% y %}\n"),
    ("<!-- c --><p>a", "a\n"),
    (
      "<iframe src=\"//www.youtube.com/embed/x1\"></iframe>",
      "<https://www.youtube.com/watch?v=x1>\n"
    ),
    ("", ""),
  ]

  @Test(arguments: cases)
  func becomesTheMarkdownOfArticles(html: String, markdown: String) {
    #expect(HTMLMarkdown(html).text == markdown)
  }

  @Test func aWideRowAboveManyShortOnesTakesNoMoreThanItself() {
    let html =
      "<table><tr>" + String(repeating: "<td>a", count: 5_000)
      + String(repeating: "<tr><td>b", count: 5_000) + "</table>"
    #expect(HTMLMarkdown(html).text.utf8.count < 10 * html.utf8.count)
  }

  @Test func saysWhatIsLost() {
    #expect(HTMLMarkdown("<script>x</script><p>a</p>").losses == ["<script> left out"])
    #expect(
      HTMLMarkdown("<table><tr><td colspan=2>a</td></tr></table>").losses
        == ["a table's merged cells stand apart"])
    #expect(HTMLMarkdown("<video src=\"blob:x\"></video>").losses == ["<video> left out"])
  }

  @Test func survivesDeepAndBrokenHTML() {
    for html in [
      String(repeating: "<div>", count: 20_000) + "a", String(repeating: "<ul><li>", count: 20_000),
      String(repeating: "</p>", count: 20_000), String(repeating: "<", count: 20_000),
      String(repeating: "<a href=", count: 5_000), String(repeating: "&#", count: 20_000), "<a",
      "<!--", "<p a='",
    ] {
      _ = HTMLMarkdown(html).text
    }
  }
}
