import ContentParsing
import Foundation
import Testing

@testable import ContentImport

/// Folders of other generators, each with what their sites were: translations, links, addresses.
@Suite struct GeneratorImportTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let generator: GeneratorImport.Generator
    let files: [String: String]
    let articles: [String]
    let redirects: [String]
    /// A part of an article's HTML, by the article's file.
    var shown: [String: String] = [:]
    var notes: [String] = []

    var testDescription: String { generator.rawValue }
  }

  private static let cases: [Case] = [
    Case(
      generator: .docusaurus,
      files: [
        "docusaurus.config.js": """
        module.exports = {
          title: 'Acme Help',
          url: 'https://help.acme.example',
          i18n: {defaultLocale: 'en'},
          plugins: [['@docusaurus/plugin-client-redirects', {
            redirects: [{to: '/docs/pay/refund', from: ['/old', '/older']}, {to: '/gone', from: '/x'}],
          }]],
        };
        """,
        "docs/01-pay/02-refund.md":
          "---\ntitle: Refund\nsidebar_position: 2\n---\nimport X from 'x'\n\nSee [card](./03-card.md#a).\n",
        "docs/01-pay/03-card.md":
          "---\ntitle: Card\nid: the-card\nslug: /card\n---\n## A\n\n:::tip\nUse [it](../05-start.mdx)\n:::\n",
        "docs/05-start.mdx": "# Start\n\n![Logo](/img/logo.png)\n",
        "static/img/logo.png": "png", "static/_redirects": "/money /docs/pay/refund 301\n",
        "i18n/pl/docusaurus-plugin-content-docs/current/01-pay/02-refund.md":
          "---\ntitle: Zwrot\n---\nZob. [kartę](./03-card.md)\n",
        "node_modules/x/readme.md": "# No\n", "src/theme.js": "x()", "blog/news.md": "# News\n",
      ],
      articles: [
        "en pay/refund: Refund [page published]", "en pay/the-card: Card [page published]",
        "en start: Start [page published]", "pl pay/refund: Zwrot [page published]",
      ],
      redirects: [
        "docs/card/ -> en/card/", "docs/pay/refund/ -> en/pay/refund/",
        "docs/start/ -> en/start/", "money/ -> en/pay/refund/", "old/ -> en/pay/refund/",
        "older/ -> en/pay/refund/", "pl/docs/pay/refund/ -> pl/pay/refund/",
      ],
      shown: [
        "en/pay/refund.md": "<a href=\"/en/card/#a\">card</a>",
        "pl/pay/refund.md": "<a href=\"/en/card/\">kartę</a>",
        "en/pay/the-card.md": "<a href=\"/en/start/\">it</a>",
        "en/start.md": "src=\"/assets/img/logo.png\"",
      ],
      notes: [
        "blog/news.md: lies outside of 'docs'; left out",
        "docs/01-pay/02-refund.md: 1 lines of program left out",
        "docusaurus.config: '/x' led to '/gone', which isn't an article; left out",
        "src/theme.js: not published by docusaurus; left out",
      ]),
    Case(
      generator: .hugo,
      files: [
        "hugo.toml": "title = \"Acme\"\nbaseURL = \"https://acme.example/\"\n",
        "content/pay/refund.en.md":
          "+++\ntitle = \"Refund: soon\"\nweight = 3\ntags = [\"money\"]\naliases = [\"/old/\"]\n+++\nText\n",
        "content/pay/refund.lv.md":
          "---\ntitle: Atmaksa\n---\nSk. [karti]({{< ref \"card\" >}}), ![Attēls](card/a.png)\n",
        "content/pay/card/index.md": "---\ntitle: Card\n---\n![Card](a.png)\n",
        "content/pay/card/index.lv.md": "---\ntitle: Karte\n---\n![Karte](a.png)\n",
        "content/pay/card/a.png": "png",
        "content/pay/_index.en.md": "---\ntitle: Payments\n---\n",
      ],
      articles: [
        "en pay/card: Card [page published]", "en pay/refund: Refund: soon [page published]",
        "lv pay/card: Karte [page published]", "lv pay/refund: Atmaksa [page published]",
      ],
      redirects: [
        "old/ -> en/pay/refund/", "pay/card/ -> en/pay/card/", "pay/refund/ -> en/pay/refund/",
      ],
      shown: [
        "lv/pay/refund.md": "<a href=\"/lv/pay/card/\">karti</a>",
        "lv/pay/card/index.md": "src=\"/assets/en/pay/card/a.png\"",
      ]),
    Case(
      generator: .jekyll,
      files: [
        "_help/refund.md":
          "---\ntitle: Refund\npermalink: /help/money/\nredirect_from: [/x/]\n---\nText\n",
        "_help/refund._es.md":
          "---\ntitle: Reembolso\npermalink: /es/help/money/\n---\nVea [card]({% link _help/card._es.md %})\n",
        "_help/card._en.md": "---\ntitle: Card\n---\nText\n",
        "_help/card._es.md": "---\ntitle: Tarjeta\n---\nTexto\n",
        "_posts/2024-05-01-news.md": "---\ntitle: News\n---\nText\n", "_layouts/page.md": "# No\n",
        "README.md": "# How this is built\n",
      ],
      articles: [
        "en help/card: Card [page published]", "en help/refund: Refund [page published]",
        "en posts/news: News [page published]", "es help/card: Tarjeta [page published]",
        "es help/refund: Reembolso [page published]",
      ],
      redirects: [
        "2024/05/01/news.html -> en/posts/news/", "es/help/card.html -> es/help/card/",
        "help/card.html -> en/help/card/", "help/money/ -> en/help/money/",
        "x/ -> en/help/money/",
      ],
      shown: ["es/help/refund.md": "<a href=\"/es/help/card/\">card</a>"],
      notes: ["README.md: has no front matter, so it wasn't a page; left out"]),
    Case(
      generator: .mkdocs,
      files: [
        "docs/index.md": "# Welcome\n\n[Pay](pay/index.md), [form](files/form%201.pdf)\n",
        "docs/pay/index.md": "# Paying\n\n[Back](../index.md)\n",
        "docs/pay/refund.md": "# Refund\n\n!!! note\n    Soon\n\n```\n[x](index.md)\n```\n",
        "docs/pay/refund.pl.md": "# Zwrot\n\n![A](a.png) [c]\n\n[c]: index.md\n",
        "docs/pay/a.png": "png", "docs/files/form 1.pdf": "pdf", "docs/css/a.css": "a {}",
        "docs/css/b.css": "b {}",
      ],
      articles: [
        "en index: Welcome [page published]", "en pay/refund: Refund [page published]",
        "en pay: Paying [page published]", "pl pay/refund: Zwrot [page published]",
      ],
      redirects: ["pay/ -> en/pay/", "pay/refund/ -> en/pay/refund/"],
      shown: [
        "en/index.md": "<a href=\"/assets/en/files/form%201.pdf\"",
        "pl/pay/refund.md": "src=\"/assets/en/pay/a.png\"",
        "en/pay/refund.md": "[x](index.md)",
      ],
      notes: ["docs/css/a.css and 1 more: .css: neither article nor picture; left out"]),
  ]

  @Test(arguments: cases)
  func foldersOfOthersBecomeArticles(example: Case) throws {
    let fixture = try ImportFixture(example.files)
    let imported = try GeneratorImport.read(fixture.export, from: example.generator)
    let loaded = try fixture.load(imported)
    #expect(loaded.summary.sorted() == example.articles)
    #expect(loaded.library.redirects.map { "\($0.from) -> \($0.to)" } == example.redirects)
    #expect(imported.notes.map { "\($0.source): \($0.text)" }.sorted() == example.notes)
    #expect(loaded.diagnostics.filter { $0.severity == .error }.map(\.summary) == [])
    for (file, part) in example.shown.sorted(by: { $0.key < $1.key }) {
      let article = loaded.library.articles.first { $0.sourcePath == "content/\(file)" }
      #expect(article?.html.contains(part) == true, "\(file): \(article?.html ?? "missing")")
    }
  }

  @Test func theSiteKeepsItsTitleAddressAndLanguages() throws {
    let fixture = try ImportFixture(Self.cases[0].files)
    let imported = try GeneratorImport.read(fixture.export, from: .docusaurus)
    #expect(
      String(decoding: imported.configuration.data, as: UTF8.self) == """
        title: Acme Help
        base-url: https://help.acme.example
        languages: [en, pl]

        """)
  }
}
