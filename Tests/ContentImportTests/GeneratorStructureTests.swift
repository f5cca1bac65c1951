import Foundation
import Testing

@testable import ContentImport

/// Order, sections and former addresses that generators keep outside of their articles.
@Suite struct GeneratorStructureTests {
  @Test func mkDocsNavigationGivesOrderTitlesSectionsAndRedirects() throws {
    let fixture = try ImportFixture([
      "mkdocs.yml": """
      site_name: Help
      nav:
        - Home: index.md
        - "Paying: all":
            - Refund me: pay/refund.md
            - pay/card.md
        - Mixed:
            - a/one.md
            - b/two.md
      plugins:
        - redirects:
            redirect_maps:
              'old/money.md': 'pay/refund.md'
      """,
      "docs/index.md": "# Home\n", "docs/pay/card.md": "# Card\n", "docs/pay/refund.md": "Text\n",
      "docs/a/one.md": "# One\n", "docs/b/two.md": "# Two\n",
    ])
    let imported = try GeneratorImport.read(fixture.export, from: .mkdocs)
    let loaded = try fixture.load(imported)
    let articles = loaded.library.articles
    #expect(
      articles.sorted { ($0.frontMatter.order ?? 0) < ($1.frontMatter.order ?? 0) }.map(\.title)
        == ["Home", "Refund me", "Card", "One", "Two"])
    let pay = loaded.library.categories.first { $0.path == ["pay"] }
    #expect(pay?.title == "Paying: all" && pay?.order == 1)
    #expect(loaded.library.redirects.contains { $0.from == "old/money/" })
    #expect(
      imported.notes.map(\.text) == [
        "section 'Mixed' isn't one folder; its articles stay in their folders"
      ])
  }

  @Test func docusaurusCategoriesAreKeptAndProgramsAreSaid() throws {
    let fixture = try ImportFixture([
      "docs/01-pay/_category_.json":
        #"{"label": "Paying", "position": 2, "link": {"type": "generated-index", "description": "All of it"}}"#,
      "docs/01-pay/refund.md": "---\ntitle: Refund\n---\nText\n",
      "docs/02-car/_category_.yml":
        "label: 'Your car'\nposition: 3\nlink:\n  type: generated-index\n  description: \"Doors\"\n",
      "docs/02-car/open.md": "---\ntitle: Open\n---\nText\n",
      "i18n/pl/docusaurus-plugin-content-docs/current/01-pay/refund.md":
        "---\ntitle: Zwrot\n---\nTekst\n",
      "i18n/pl/docusaurus-plugin-content-docs/current.json":
        #"{"sidebar.docs.category.Paying": {"message": "Płacenie", "description": "x"}}"#,
      "sidebars.js": "module.exports = make(require('./docs'))",
    ])
    let imported = try GeneratorImport.read(fixture.export, from: .docusaurus)
    let categories = try fixture.load(imported).library.categories
    #expect(
      categories.map { "\($0.language) \($0.title)" } == [
        "en Paying", "en Your car", "pl Płacenie",
      ])
    #expect(categories.map(\.description) == ["All of it", "Doors", nil])
    #expect(categories.map(\.order) == [2, 3, 2])
    #expect(imported.notes.map(\.source) == ["sidebars.js"])
  }

  @Test func docusaurusSidebarsGiveOrderAndSections() throws {
    let fixture = try ImportFixture([
      "sidebars.ts": """
      import type {SidebarsConfig} from '@docusaurus/plugin-content-docs';
      // What readers see.
      const sidebars: SidebarsConfig = {
        docs: [
          'start',
          {
            type: 'category', label: "Paying & refunds",
            link: {type: 'generated-index', description: 'All about money',},
            items: ['pay/refund', {type: 'doc', id: 'pay/card'}, /* soon */],
          },
          {'Mixed': ['a/one', 'b/two']},
          {type: 'link', label: 'Forum', href: 'https://forum.acme.example'},
        ],
      };
      export default sidebars;
      """,
      "docs/start.md": "# Start\n", "docs/pay/01-card.md": "# Card\n",
      "docs/pay/refund.md": "# Refund\n", "docs/a/one.md": "# One\n", "docs/b/two.md": "# Two\n",
    ])
    let imported = try GeneratorImport.read(fixture.export, from: .docusaurus)
    let library = try fixture.load(imported).library
    #expect(
      library.articles.sorted { ($0.frontMatter.order ?? 0) < ($1.frontMatter.order ?? 0) }
        .map(\.title) == ["Start", "Refund", "Card", "One", "Two"])
    let pay = library.categories.first { $0.path == ["pay"] }
    #expect(pay?.title == "Paying & refunds" && pay?.description == "All about money")
    #expect(
      imported.notes.map(\.text) == [
        "section 'Mixed' isn't one folder; its articles stay in their folders"
      ])
  }

  @Test(arguments: [
    ("title = \"A: b\" # why", "title: \"A: b\"", [String]()),
    ("title = 'C:\\x'", "title: \"C:\\\\x\"", []),
    ("tags = [\n  \"a, b\",\n  'c',\n]", "tags: [\"a, b\", c]", []),
    ("weight = 3 # three\ndraft = true", "weight: 3\ndraft: true", []),
    ("date = 2026-05-01T10:00:00Z", "date: 2026-05-01T10:00:00Z", []),
    ("title = \"\"\"\nOne\ntwo\"\"\"", "title: \" One two\"", []),
    ("[extra]\norder = 2\ncolor = 'x'", "order: 2", ["extra.color"]),
    ("[taxonomies]\ntags = ['a']\n[[menu]]\nname = 'x'", "tags: [a]", ["menu.name"]),
    ("a = {b = 1}\nc = [[1], [2]]", "", ["a", "c"]),
  ])
  func tomlBecomesYAML(toml: String, yaml: String, unread: [String]) {
    let converted = TOMLFrontMatter.yaml(of: "+++\n\(toml)\n+++\nText\n")
    let body = yaml.isEmpty ? "" : yaml + "\n"
    #expect(converted.text == "---\n\(body)---\nText\n")
    #expect(converted.unread == unread)
  }
}
