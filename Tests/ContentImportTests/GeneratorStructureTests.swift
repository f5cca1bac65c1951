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
      "sidebars.js": "module.exports = {}",
    ])
    let imported = try GeneratorImport.read(fixture.export, from: .docusaurus)
    let category = try fixture.load(imported).library.categories.first
    #expect(category?.title == "Paying" && category?.description == "All of it")
    #expect(category?.order == 2)
    #expect(imported.notes.map(\.source) == ["sidebars.js"])
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
