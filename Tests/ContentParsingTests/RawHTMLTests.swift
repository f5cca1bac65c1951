import Testing

@testable import ContentParsing

@Suite struct RawHTMLTests {
  private static let configuration =
    "languages: [en]\nallowed-html: [kbd, sub, abbr, details, summary, mark, del]\n"

  private static func load(_ body: String) throws -> (html: String, findings: [String]) {
    let loaded = try ContentFixture([
      "signpost.yml": configuration, "en/a.md": "---\ntitle: T\n---\n\(body)\n",
    ]).load()
    return (
      loaded.library.articles.first?.html ?? "",
      loaded.diagnostics.filter { $0.severity != .note }.map(\.line)
    )
  }

  @Test(arguments: [
    ("Press <kbd>Ctrl</kbd>+<KBD>C</KBD>.", "<p>Press <kbd>Ctrl</kbd>+<kbd>C</kbd>.</p>\n"),
    (
      "<abbr title=\"a &quot;b\" onclick=\"x()\" style='c' lang=pl>d</abbr>",
      "<p><abbr title=\"a &quot;b\" lang=\"pl\">d</abbr></p>\n"
    ),
    ("H<sub>*2*</sub>O", "<p>H<sub><em>2</em></sub>O</p>\n"),
    ("~~a <mark>b~~ c</mark>", "<p>~~a <mark>b~~ c</mark></p>\n"),
    ("<mark>a <kbd>b</kbd> c</mark>", "<p><mark>a <kbd>b</kbd> c</mark></p>\n"),
    (
      "<details open>\n<summary>More *of* it</summary>\n\nA **word**.\n\n</details>",
      "<details open>\n<summary>\nMore *of* it\n</summary>\n<p>A <strong>word</strong>.</p>\n</details>\n"
    ),
    (
      "<details><summary>More</summary>\na &lt; <kbd>b</kbd>\n</details>",
      "<details>\n<summary>\nMore\n</summary>\n<p>a &lt; <kbd>b</kbd></p>\n</details>\n"
    ),
  ])
  func whatIsAllowedIsKept(markdown: String, html: String) throws {
    let loaded = try Self.load(markdown)
    #expect(loaded.html == html)
    #expect(loaded.findings == [])
  }

  private static let table =
    "<table>\n<thead>\n<tr>\n<th>Plan</th>\n<th>Price</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>"

  /// Tables as they are pasted from other systems.
  @Test(arguments: [
    (
      "<table class=x><tr><th>Plan</th><th>Price</th></tr><tr><td><b>Pro</b></td><td>5&nbsp;€</td></tr></table>",
      "\(table)<strong>Pro</strong></td>\n<td>5\u{A0}€</td>\n</tr>\n</tbody>\n</table>\n"
    ),
    (
      "<figure class=\"wysiwyg-table\"><table><tbody>\n<tr><td>Plan</td><td>Price</td></tr>\n"
        + "  <tr>\n    <td><p>See <a href=\"https://b.test\">b</a></p></td>\n    <td>a|b</td>\n  </tr>\n"
        + "</tbody></table></figure>",
      "\(table)See <a href=\"https://b.test\">b</a></td>\n<td>a|b</td>\n</tr>\n</tbody>\n</table>\n"
    ),
    (
      "- <table><tr><td>Plan<td>Price<tr><td>*x* &lt;i><td></table>",
      "<ul>\n<li>\n\(table)*x* &lt;i&gt;</td>\n<td></td>\n</tr>\n</tbody>\n</table>\n</li>\n</ul>\n"
    ),
  ])
  func tablesOfHTMLAreShown(markdown: String, html: String) throws {
    #expect(try Self.load(markdown).html == html)
  }

  @Test(arguments: [
    (
      "<table><tr><td colspan=2>a<tr><td>b<td>c</table>",
      "table in HTML isn't shown whole: a table's merged cells stand apart"
    ),
    (
      "<table><tr><td>a<script>x()</script></table>",
      "table in HTML isn't shown whole: <script> left out"
    ),
  ])
  func whatATableOfHTMLLosesIsTold(_ table: String, _ summary: String) throws {
    let loaded = try Self.load("Text.\n\n\(table)")
    #expect(loaded.html.contains("<table>"))
    #expect(
      loaded.findings == [
        "6 warning: \(summary) [raw-html]; write it as Markdown, a line for each row: | Plan | Price |"
      ])
  }

  @Test(arguments: [
    (
      "<table><tr><td>a</table>\nText.", "",
      "leave an empty line before and after the table, and none in it; or write it as Markdown"
    ),
    (
      "a <script>x()</script> b", "<p>a x() b</p>\n",
      "write it as Markdown; the text around it is kept"
    ),
    ("a <kbd>b", "<p>a b</p>\n", "close '<kbd>' in the paragraph or list that opens it"),
    ("a</kbd> b", "<p>a b</p>\n", "close '<kbd>' in the paragraph or list that opens it"),
    (
      "*a <kbd>b* c</kbd>", "<p><em>a b</em> c</p>\n",
      "close '<kbd>' in the paragraph or list that opens it"
    ),
    (
      "<mark>a <kbd>b</mark></kbd>", "<p><mark>a b</mark></p>\n",
      "close '<kbd>' in the paragraph or list that opens it"
    ),
    (
      "a <sup>b</sup>", "<p>a b</p>\n",
      "write it as Markdown, or allow it in signpost.yml: allowed-html: [sup]"
    ),
    (
      "<details>\n<script>x()</script>\n</details>", "",
      "close '<details>' in the paragraph or list that opens it"
    ),
    ("<details>\n\na", "<p>a</p>\n", "close '<details>' in the paragraph or list that opens it"),
    ("a <kbd-x>b</kbd-x>", "<p>a b</p>\n", "write it as Markdown; the text around it is kept"),
  ])
  func allElseIsLeftOutAndSaid(markdown: String, html: String, cure: String) throws {
    let loaded = try Self.load(markdown)
    #expect(loaded.html == html)
    #expect(
      loaded.findings.count == 1 && loaded.findings[0].hasSuffix("[raw-html]; \(cure)"),
      "\(loaded.findings)")
  }

  @Test func whatCanDoHarmCanNotBeAllowed() throws {
    let loaded = try ContentFixture([
      "signpost.yml": "languages: [en]\nallowed-html: [kbd, script, iframe]\n",
      "en/a.md": "# T\n\na <script>b</script> <kbd>c</kbd>\n",
    ]).load()
    #expect(loaded.library.site.allowedHTML == ["kbd"])
    #expect(loaded.library.articles.first?.html == "<p>a b <kbd>c</kbd></p>\n")
    #expect(loaded.diagnostics.count { $0.summary.hasSuffix("can't be allowed") } == 2)
  }
}
