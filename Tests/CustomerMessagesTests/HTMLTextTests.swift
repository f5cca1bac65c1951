import Testing

@testable import CustomerMessages

@Suite struct HTMLTextTests {
  @Test(arguments: [
    ("<p>A &amp; <b>b</b></p>\n<p>c<br>d</p>", "A & b\n\nc\nd", "A & **b**\n\nc\nd"),
    ("<h2>\nTitle\n</h2><p>x_y</p>", "Title\n\nx_y", "## Title\n\nx\\_y"),
    (
      "<p>Do:</p><ol><li>One</li><li><p>Two</p><ul><li>in</li></ul></li></ol><p>End</p>",
      "Do:\n\n1. One\n2. Two\n   - in\n\nEnd", "Do:\n\n1. One\n2. Two\n   - in\n\nEnd"
    ),
    (
      "<ol start=\"3\"><li>x</li></ol><blockquote><p>q</p><p>r</p></blockquote>",
      "3. x\n\n> q\n>\n> r", "3. x\n\n> q\n>\n> r"
    ),
    (
      "<a href='https://a.example'>there</a> <a href=\"mailto:x@a.example\">mail</a>",
      "there (https://a.example) mail", "[there](https://a.example) [mail](mailto:x@a.example)"
    ),
    (
      "<a href=https://a.example/x_y>https://a.example/x_y</a>", "https://a.example/x_y",
      "<https://a.example/x_y>"
    ),
    (
      "<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td><p>2</p></td></tr></table>",
      "a | b\n1 | 2", "| a | b |\n| --- | --- |\n| 1 | 2 |"
    ),
    ("<pre><code>a\n  b</code></pre>", "a\n  b", "```\na\n  b```"),
    ("<img alt=\"A car\" src=\"c.png\">", "[A car]", "![A car](c.png)"),
  ])
  func writesBlocksListsLinksAndTables(html: String, plain: String, markdown: String) {
    #expect(HTMLText.plain(html) == plain)
    #expect(HTMLText(.markdown).text(of: html) == markdown)
  }

  @Test(arguments: [
    ("a < b & c &unknown; &#380; &#x17C; &#99999999;", "a < b & c &unknown; ż ż &#99999999;"),
    ("<style>p{}</style><SCRIPT>if (a</b>c) x()</SCRIPT>seen<!-- <p>not --> too", "seen too"),
    ("<p>one<p>two<div>three", "one\n\ntwo\n\nthree"),
    ("<a href=\"x>y\" b c='d'>e</a", "e"),
    ("<script>never closed", ""),
    ("</ul></blockquote>text</li>", "text"),
  ])
  func readsWhatMailProgramsWrite(html: String, plain: String) {
    #expect(HTMLText.plain(html) == plain)
  }

  @Test func staysLinearAndFlatOnHostileNesting() {
    let deep = String(repeating: "<blockquote><ul><li>", count: 50_000)
    #expect(HTMLText.plain(deep + "x").count < 200)
    #expect(HTMLText.plain(String(repeating: "<", count: 200_000)).count == 200_000)
  }
}
