import Testing

@testable import ContentParsing

/// Cases of the GitHub Flavored Markdown specification, version 0.29 (https://github.github.com/gfm/),
/// sections 4.10, 5.3, 6.5 and 6.9. Where our HTML differs, it is for these reasons:
///
/// - alignment is a class, since attributes and styles for it are obsolete or forbidden by the
///   content security policy;
/// - a task's box has a label, so that it has a name;
/// - bare addresses start after opening quotes and brackets too, and end before closing quotes,
///   because sentences put them there;
/// - `ftp:` and `xmpp:` addresses aren't linked, as those schemes aren't allowed here.
@Suite struct GitHubMarkdownTests {
  private static let tables: [(markdown: String, html: String)] = [
    (
      "| foo | bar |\n| --- | --- |\n| baz | bim |",
      "<table><thead><tr><th>foo</th><th>bar</th></tr></thead>"
        + "<tbody><tr><td>baz</td><td>bim</td></tr></tbody></table>"
    ),
    (
      "| abc | defghi |\n:-: | -----------:\nbar | baz",
      "<table><thead><tr><th class=\"align-center\">abc</th><th class=\"align-end\">defghi</th></tr>"
        + "</thead><tbody><tr><td class=\"align-center\">bar</td><td class=\"align-end\">baz</td></tr>"
        + "</tbody></table>"
    ),
    (
      "| f\\|oo  |\n| ------ |\n| b `\\|` az |\n| b **\\|** im |",
      "<table><thead><tr><th>f|oo</th></tr></thead><tbody><tr><td>b <code>|</code> az</td></tr>"
        + "<tr><td>b <strong>|</strong> im</td></tr></tbody></table>"
    ),
    (
      "| abc | def |\n| --- | --- |\n| bar | baz |\n> bar",
      "<table><thead><tr><th>abc</th><th>def</th></tr></thead><tbody><tr><td>bar</td><td>baz</td>"
        + "</tr></tbody></table><blockquote><p>bar</p></blockquote>"
    ),
    (
      "| abc | def |\n| --- | --- |\n| bar | baz |\nbar\n\nbar",
      "<table><thead><tr><th>abc</th><th>def</th></tr></thead><tbody><tr><td>bar</td><td>baz</td>"
        + "</tr><tr><td>bar</td><td></td></tr></tbody></table><p>bar</p>"
    ),
    ("| abc | def |\n| --- |\n| bar |", "<p>| abc | def || --- || bar |</p>"),
    (
      "| abc | def |\n| --- | --- |\n| bar |\n| bar | baz | boo |",
      "<table><thead><tr><th>abc</th><th>def</th></tr></thead><tbody><tr><td>bar</td><td></td></tr>"
        + "<tr><td>bar</td><td>baz</td></tr></tbody></table>"
    ),
    (
      "| abc | def |\n| --- | --- |",
      "<table><thead><tr><th>abc</th><th>def</th></tr></thead></table>"
    ),
    ("| a |\n--- |", "<table><thead><tr><th>a</th></tr></thead></table>"),
    ("| ---- | --- |", "<p>| ---- | --- |</p>"),
    (
      "| a | b | c |\n| --- | --- | --- |\n| d || e |",
      "<table><thead><tr><th>a</th><th>b</th><th>c</th></tr></thead><tbody><tr><td>d</td><td></td>"
        + "<td>e</td></tr></tbody></table>"
    ),
    (
      "| a | b |\n| --- | --- |\n| \\\\ | `\\\\` |\n| \\_ | `\\_` |\n| \\~ | `\\~` |",
      "<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>\\</td>"
        + "<td><code>\\\\</code></td></tr><tr><td>_</td><td><code>\\_</code></td></tr>"
        + "<tr><td>~</td><td><code>\\~</code></td></tr></tbody></table>"
    ),
    (
      "| [x][] |\n| --- |\n| [x][] and `# y` # |\n\n[x]: https://x.example/",
      "<table><thead><tr><th><a href=\"https://x.example/\">x</a></th></tr></thead><tbody><tr><td>"
        + "<a href=\"https://x.example/\">x</a> and <code># y</code> #</td></tr></tbody></table>"
    ),
    (
      "123\n456\n| a | b |\n| ---| --- |\nd | e",
      "<p>123456</p><table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>d</td>"
        + "<td>e</td></tr></tbody></table>"
    ),
    (
      "- x\n\n  | a | b |\n  | - | - |\n  | c | d |",
      "<ul><li><p>x</p><table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>c</td>"
        + "<td>d</td></tr></tbody></table></li></ul>"
    ),
    (
      "> | a | b |\n> | - | - |\n> | c | d |",
      "<blockquote><table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>c</td>"
        + "<td>d</td></tr></tbody></table></blockquote>"
    ),
    ("```\n| a |\n| - |\n```", "<pre><code>| a || - |</code></pre>"),
  ]

  @Test(arguments: tables)
  func tablesAreAsGitHubHasThem(markdown: String, html: String) throws {
    #expect(try ContentFixture.html(markdown).replacing("\n", with: "") == html)
  }

  private static let strikethrough: [(markdown: String, html: String)] = [
    ("~~Hi~~ Hello, ~there~ world!", "<del>Hi</del> Hello, <del>there</del> world!"),
    ("This ~~has a\n\nnew paragraph~~.", "This ~~has a</p>\n<p>new paragraph~~."),
    ("This will ~~~not~~~ strike.", "This will ~~~not~~~ strike."),
    ("This ~is ~ legit~ isn't ~ legit.", "This <del>is ~ legit</del> isn't ~ legit."),
    ("This is not ~~~~~one~~~~~ huge.", "This is not ~~~~~one~~~~~ huge."),
    ("No ~mismatch~~", "No ~mismatch~~"),
    ("~~*a* `b`~~", "<del><em>a</em> <code>b</code></del>"),
    ("**~~a~~**", "<strong><del>a</del></strong>"),
    ("\\~~a~~ `~~b~~` \\\\~~c~~", "~~a~~ <code>~~b~~</code> \\<del>c</del>"),
    ("\\~a\\~ and ~b~", "~a~ and <del>b</del>"),
    ("~~www.example.com~~", "<del><a href=\"http://www.example.com\">www.example.com</a></del>"),
  ]

  @Test(arguments: strikethrough)
  func tildesStrikeThrough(markdown: String, html: String) throws {
    #expect(try ContentFixture.html(markdown) == "<p>\(html)</p>\n")
  }

  private static let autolinks: [(markdown: String, html: String)] = [
    ("www.commonmark.org", "<a href=\"http://www.commonmark.org\">www.commonmark.org</a>"),
    (
      "Visit www.commonmark.org/help for more.",
      "Visit <a href=\"http://www.commonmark.org/help\">www.commonmark.org/help</a> for more."
    ),
    (
      "Visit www.commonmark.org.",
      "Visit <a href=\"http://www.commonmark.org\">www.commonmark.org</a>."
    ),
    ("انظر www.example.com، ثم", "انظر <a href=\"http://www.example.com\">www.example.com</a>، ثم"),
    ("见 www.example.com。", "见 <a href=\"http://www.example.com\">www.example.com</a>。"),
    (
      "www.google.com/search?q=Markup+(business)",
      "<a href=\"http://www.google.com/search?q=Markup+(business)\">"
        + "www.google.com/search?q=Markup+(business)</a>"
    ),
    (
      "(www.google.com/search?q=Markup+(business))",
      "(<a href=\"http://www.google.com/search?q=Markup+(business)\">"
        + "www.google.com/search?q=Markup+(business)</a>)"
    ),
    (
      "www.google.com/search?q=(business))+ok",
      "<a href=\"http://www.google.com/search?q=(business))+ok\">"
        + "www.google.com/search?q=(business))+ok</a>"
    ),
    (
      "www.google.com/search?q=commonmark&hl=en",
      "<a href=\"http://www.google.com/search?q=commonmark&amp;hl=en\">"
        + "www.google.com/search?q=commonmark&amp;hl=en</a>"
    ),
    (
      "www.google.com/search?q=commonmark&hlx;",
      "<a href=\"http://www.google.com/search?q=commonmark\">"
        + "www.google.com/search?q=commonmark</a>&amp;hlx;"
    ),
    (
      "www.commonmark.org/he<lp",
      "<a href=\"http://www.commonmark.org/he\">www.commonmark.org/he</a>&lt;lp"
    ),
    ("http://commonmark.org", "<a href=\"http://commonmark.org\">http://commonmark.org</a>"),
    (
      "(Visit https://encrypted.google.com/search?q=Markup+(business))",
      "(Visit <a href=\"https://encrypted.google.com/search?q=Markup+(business)\">"
        + "https://encrypted.google.com/search?q=Markup+(business)</a>)"
    ),
    ("foo@bar.baz", "<a href=\"mailto:foo@bar.baz\">foo@bar.baz</a>"),
    (
      "hello@mail+xyz.example isn't valid, but hello+xyz@mail.example is.",
      "hello@mail+xyz.example isn't valid, but "
        + "<a href=\"mailto:hello+xyz@mail.example\">hello+xyz@mail.example</a> is."
    ),
    ("a.b-c_d@a.b", "<a href=\"mailto:a.b-c_d@a.b\">a.b-c_d@a.b</a>"),
    ("a.b-c_d@a.b.", "<a href=\"mailto:a.b-c_d@a.b\">a.b-c_d@a.b</a>."),
    ("a.b-c_d@a.b-", "a.b-c_d@a.b-"),
    ("a.b-c_d@a.b_", "a.b-c_d@a.b_"),
    ("**http://inlines**", "<strong><a href=\"http://inlines\">http://inlines</a></strong>"),
    ("www.google.com/a_b", "<a href=\"http://www.google.com/a_b\">www.google.com/a_b</a>"),
    ("xhttp://a.example awww.b.example", "xhttp://a.example awww.b.example"),
    ("http://www.x_y.example_z", "http://www.x_y.example_z"),
    (
      "[a www.example.com](https://b.example)",
      "<a href=\"https://b.example\">a www.example.com</a>"
    ),
    (
      "`www.example.com` https\\://a.example a\\@b.example",
      "<code>www.example.com</code> https://a.example a@b.example"
    ),
    ("„www.example.com”", "„<a href=\"http://www.example.com\">www.example.com</a>”"),
    ("(_A_@_.A", "(<em>A</em>@_.A"),
  ]

  @Test(arguments: autolinks)
  func bareAddressesAreLinked(markdown: String, html: String) throws {
    #expect(try ContentFixture.html(markdown) == "<p>\(html)</p>\n")
  }

  @Test func listsOfTasksHaveBoxes() throws {
    let box = "<label class=\"task\"><input type=\"checkbox\" disabled> "
    let ticked = "<label class=\"task\"><input type=\"checkbox\" disabled checked> "
    #expect(
      try ContentFixture.html("- [ ] foo\n- [x] *bar*\n  - [X] baz\n- [] no\n- [ ]no") == """
        <ul>
        <li>\(box)foo</label></li>
        <li>\(ticked)<em>bar</em></label>
        <ul>
        <li>\(ticked)baz</label></li>
        </ul>
        </li>
        <li>[] no</li>
        <li>[ ]no</li>
        </ul>

        """)
  }

  @Test func notesStandBelowInTheOrderOfTheirReferences() throws {
    let html = try ContentFixture.html(
      """
      One[^b], two[^a], again[^b], none[^c].

      [^a]: First *note*.
      [^b]: Second,
      lazy.

          More.
      [^unused]: Nothing.

      After.
      """)
    let back = { (id: String) in
      " <a class=\"note-back\" href=\"#\(id)\">↩<span class=\"unseen\">"
        + "<!--text:article.backToText--></span></a>"
    }
    #expect(
      html == """
        <p>One<sup class="note-ref"><a href="#note-1" id="note-ref-1">1</a></sup>, \
        two<sup class="note-ref"><a href="#note-2" id="note-ref-2">2</a></sup>, \
        again<sup class="note-ref"><a href="#note-1" id="note-ref-1-2">1</a></sup>, none[^c].</p>
        <p>After.</p>
        <section class="notes">
        <p class="notes-title"><!--text:article.notes--></p>
        <ol>
        <li id="note-1">
        <p>Second,
        lazy.</p>
        <p>More.\(back("note-ref-1"))\(back("note-ref-1-2"))</p>
        </li>
        <li id="note-2">
        <p>First <em>note</em>.\(back("note-ref-2"))</p>
        </li>
        </ol>
        </section>

        """)
  }
}
