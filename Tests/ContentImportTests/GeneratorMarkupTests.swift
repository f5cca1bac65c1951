import Testing

@testable import ContentImport

/// What pages of other generators have beyond Markdown, and what articles have for it.
@Suite struct GeneratorMarkupTests {
  @Test(arguments: [
    // Hugo's shortcodes.
    ("{{< callout type=\"warning\" >}}\nPay\n{{< /callout >}}", "::: warning\nPay\n:::\n"),
    ("{{% notice tip \"Early\" %}}\nPay\n{{% /notice %}}", "::: tip Early\nPay\n:::\n"),
    (
      "{{% alert title=\"Stop\" color=\"danger\" %}}Pay{{% /alert %}}",
      "::: caution Stop\nPay\n:::\n"
    ),
    ("{{< hint info >}}\nA\n{{< /hint >}}\nB", "::: note\nA\n:::\n\nB"),
    ("{{< callout >}}\n**Stop:**\n\nA\n{{< /callout >}}", "::: note Stop\n\nA\n:::\n"),
    ("{{< callout >}}\n**Stop** here\n{{< /callout >}}", "::: note\n**Stop** here\n:::\n"),
    ("{{< details \"More\" >}}\nA\n{{< /details >}}", "::: details More\nA\n:::\n"),
    (
      "{{< tabs items=\"iOS, Android\" >}}\n{{< tab >}}A{{< /tab >}}\n{{< tab >}}B{{< /tab >}}\n{{< /tabs >}}",
      "::: tabs\n== iOS\n\nA\n\n== Android\n\nB\n\n:::\n"
    ),
    (
      "{{< tabs \"x\" >}}\n{{< tab \"iOS\" >}}\nA\n{{< /tab >}}\n{{< /tabs >}}",
      "::: tabs\n== iOS\n\nA\n\n:::\n"
    ),
    ("{{< figure src=\"a.png\" alt=\"A\" caption=\"C\" >}}", "![A](a.png \"C\")"),
    ("{{< card link=\"/a\" title=\"A\" subtitle=\"s\" >}}", "- [A](/a): s"),
    ("{{< youtube abc >}}", "[YouTube](https://www.youtube.com/watch?v=abc)"),
    ("1. A\n   {{< callout >}}\n   B\n   {{< /callout >}}", "1. A\n   ::: note\n   B\n   :::\n"),
    // Without an end, unknown, or code: as it is.
    ("{{< note >}}", "{{< note >}}"), ("{{< price 3 >}} a", "{{< price 3 >}} a"),
    ("`{{< icon \"x\" >}}`", "`{{< icon \"x\" >}}`"),
    ("```\n<img src=\"a.png\">\n```", "```\n<img src=\"a.png\">\n```"),
    // Components of MDX.
    (
      "<Tabs groupId=\"os\">\n<TabItem value=\"ios\" label=\"iOS\" default>\n\nA\n\n</TabItem>\n</Tabs>",
      "::: tabs\n== iOS\n\nA\n\n:::\n"
    ),
    (
      "- A\n  <Tabs>\n      <TabItem value=\"b\" label=\"B\">\n\n  C\n\n      </TabItem>\n  </Tabs>",
      "- A\n  ::: tabs\n  == B\n\n  C\n\n  :::\n"
    ),
    ("<Admonition type=\"tip\" title=\"T\">\nA\n</Admonition>", "::: tip T\nA\n:::\n"),
    (
      "<Tabs\n  defaultValue=\"a\"\n  values={[\n    {label: 'C++', value: 'a'},\n    {label: 'Go', value: 'b', },\n  ]}>\n<TabItem value=\"b\">\nB\n</TabItem>\n</Tabs>",
      "::: tabs\n== Go\n\nB\n\n:::\n"
    ),
    (
      "<img\n  src={require('./a.png').default}\n  alt=\"\"\n  style={{ width: 450 }}\n/>",
      "![](./a.png)"
    ),
    (
      "1. A\n\n   <div style={{textAlign: 'center'}}><img src=\"a.png\" style={{width: 9, height: 'auto'}}/></div>",
      "1. A\n\n   ![](a.png)\n"
    ),
    // Elements of HTML.
    (
      "<div class=\"admonition danger\" markdown>\n<p class=\"admonition-title\">Stop</p>\n\nA\n\n</div>",
      "::: caution Stop\n\nA\n\n:::\n"
    ),
    (
      "<details>\n<summary><b>Why</b> so?</summary>\n\nA\n\n</details>",
      "::: details Why so?\n\nA\n\n:::\n"
    ),
    (
      "<p align=\"center\">\n    <img src=\"a.png\"\n      width=\"9\" alt=\"A\"/>\n</p>",
      "\n![A](a.png)\n"
    ),
    ("See <a href=\"b.md\">B</a>.", "See [B](b.md)."),
    ("<video controls>\n  <source src=\"a.mp4\">\n  No player.\n</video>", "\n![](a.mp4)\n"),
    (
      "<iframe src=\"https://www.youtube.com/embed/x\" title=\"T\"></iframe>",
      "\n[T](https://www.youtube.com/watch?v=x)\n"
    ),
    ("<table><tr><th>A</th></tr><tr><td>1</td></tr></table>", "\n| A |\n| --- |\n| 1 |\n"),
    ("Run `<a>` for <file>, <https://a.example>", "Run `<a>` for <file>, <https://a.example>"),
    ("    indented\n\n<br/>\n\nA", "    indented\n\nA"),
  ])
  func becomesTheMarkdownOfArticles(written: String, expected: String) {
    #expect(GeneratorMarkup(written).text == expected)
  }

  @Test func namesTheHarmlessElementsThatTheSiteMayAllow() {
    let markup = GeneratorMarkup("Press <kbd>F1</kbd>, H<sub>2</sub>O, `<mark>`")
    #expect(markup.elements == ["kbd", "sub"])
    #expect(markup.text == "Press <kbd>F1</kbd>, H<sub>2</sub>O, `<mark>`")
  }

  @Test(arguments: [
    ("{: .tip }\nPay early\n\nB", "\n::: tip\nPay early\n:::\n\nB"),
    ("> A\n{: .prompt-info }\nB", "\n::: note\nA\n:::\n\nB"),
    ("{: .warning-title }\n> Stop\n>\n> A", "\n::: warning Stop\n\nA\n:::"),
    ("{: .no_toc }\nA", "{: .no_toc }\nA"), ("```\n{: .tip }\nA\n```", "```\n{: .tip }\nA\n```"),
  ])
  func attributesOfKramdownBecomeAlerts(written: String, expected: String) {
    #expect(AttributeMarks.alerts(in: written) == expected)
  }

  @Test(arguments: [
    ("[Pay](a.md){ .md-button }", "[Pay](a.md)"), ("![A](a.png){ align=right }", "![A](a.png)"),
    ("| :material-check:{ .green } | :material-close: Part |", "| ✓ | ✗ Part |"),
    ("[Go :octicons-arrow-24:](a.md){.md-button}", "[Go](a.md)"),
    ("[:octicons-eye-16:](a.md){ .card title=\"Read\" }", "[Read](a.md)"),
    ("A\n{ .annotate }\nB", "A\nB"), ("`:material-x:{ .y }` {a}", "`:material-x:{ .y }` {a}"),
    ("## Days {#days}", "## Days {#days}"),
    ("++ctrl+question-mark++, `++a++`", "<kbd>Ctrl</kbd>+<kbd>?</kbd>, `++a++`"),
  ])
  func stylesOfMkDocsAreLeftOut(written: String, expected: String) {
    #expect(AttributeMarks.withoutStyle(written).text == expected)
  }
}
