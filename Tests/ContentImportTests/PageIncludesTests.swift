import Foundation
import Testing

@testable import ContentImport

/// What pages take from other files, and what a project's folder has beside its pages.
@Suite struct PageIncludesTests {
  private func text(
    of file: String, in files: [String: String], _ generator: GeneratorImport.Generator
  ) throws -> String {
    let fixture = try ImportFixture(files)
    let imported = try GeneratorImport.read(fixture.export, from: generator)
    let data = try #require(imported.files.first { $0.path == file }?.data)
    return FrontMatterText(String(decoding: data, as: UTF8.self)).body
  }

  @Test func includesOfJekyllStandInTheirPlace() throws {
    let body = try text(
      of: "en/pay.md",
      in: [
        "pay.md": "---\ntitle: Pay\n---\nA\n\n{% include tip.md what=\"card\" %}\n",
        "_includes/tip.md": "{: .tip }\nBy {{ include.what }}.\n{% include more.md %}\n",
        "_includes/more.md": "Soon.\n",
      ], .jekyll)
    #expect(body == "A\n\n::: tip\nBy card.\nSoon.\n:::\n")
  }

  @Test func anIncludeThatIsMissingOrEndlessStaysAndIsNamed() throws {
    let fixture = try ImportFixture([
      "pay.md":
        "---\ntitle: Pay\n---\n{% include gone.md %}\n{% include round.md %}\n{% include ../../x.md %}\n",
      "_includes/round.md": "R {% include round.md %}\n",
    ])
    let imported = try GeneratorImport.read(fixture.export, from: .jekyll)
    #expect(
      imported.notes.map(\.text) == [
        "includes 'gone.md', which isn't there", "includes '../../x.md', which isn't there",
      ])
    let page = try #require(imported.files.first { $0.path == "en/pay.md" })
    let text = String(decoding: page.data, as: UTF8.self)
    #expect(text.contains("{% include gone.md %}") && text.contains("R R R R R {% include"))
  }

  @Test func snippetsOfMkDocsAndPartsOfDocusaurusStandInTheirPlace() throws {
    let mkDocs = try text(
      of: "en/pay.md",
      in: ["docs/pay.md": "# Pay\n\n--8<-- \"parts/tip.md\"\n", "parts/tip.md": "Soon.\n"], .mkdocs)
    #expect(mkDocs == "# Pay\n\nSoon.\n")
    let docusaurus: [String: String] = [
      "docs/pay.mdx": "import Tip from './_tip.mdx';\n\n# Pay\n\n<Tip />\n",
      "docs/_tip.mdx": "Soon.\n",
    ]
    #expect(try text(of: "en/pay.md", in: docusaurus, .docusaurus) == "\n# Pay\n\nSoon.\n")
    let fixture = try ImportFixture(docusaurus)
    #expect(try GeneratorImport.read(fixture.export, from: .docusaurus).articles == 1)
  }

  @Test func theTextOfASectionsPageBecomesAnArticle() throws {
    let fixture = try ImportFixture([
      "hugo.yaml": "title: Help\n",
      "content/pay/_index.md": "---\ntitle: Paying\nweight: 2\n---\nBy card.\n",
      "content/pay/refund.md": "---\ntitle: Refund\n---\nText\n",
      "content/car/_index.md": "---\ntitle: Car\n---\n",
      "content/car/a.md": "---\ntitle: A\n---\nA\n",
    ])
    let imported = try GeneratorImport.read(fixture.export, from: .hugo)
    let loaded = try fixture.load(imported)
    #expect(
      loaded.summary.sorted() == [
        "en car/a: A [page published]", "en pay/refund: Refund [page published]",
        "en pay: Paying [page published]",
      ])
    #expect(loaded.library.categories.first { $0.path == ["pay"] }?.order == 2)
    #expect(imported.notes.isEmpty)
  }

  @Test func aFolderThatOnlyHoldsDocumentsIsLeftOut() throws {
    let fixture = try ImportFixture([
      "index.md": "---\ntitle: Start\n---\n[Pay](/docs/pay.html#now)\n",
      "docs/pay.md": "---\nnav_order: 3\n---\n# Paying\n\n## Now\n\n[Refund](pay/refund.md)\n",
      "docs/pay/refund.md": "---\ntitle: Refund\n---\n![A](a.png) [Pay](/docs/pay.html)\n",
      "docs/pay/a.png": "png",
    ])
    let imported = try GeneratorImport.read(fixture.export, from: .jekyll)
    #expect(
      imported.files.map(\.path).sorted() == [
        "en/index.md", "en/pay.md", "en/pay/_category.yml", "en/pay/a.png", "en/pay/refund.md",
      ])
    let loaded = try fixture.load(imported)
    #expect(loaded.diagnostics.filter { $0.severity == .error }.map(\.summary) == [])
    #expect(
      loaded.library.redirects.map { "\($0.from) -> \($0.to)" } == [
        "docs/pay.html -> en/pay/", "docs/pay/refund.html -> en/pay/refund/",
      ])
    let pay = loaded.library.categories.first { $0.path == ["pay"] }
    #expect(pay?.title == "Paying" && pay?.order == 3)
    let start = loaded.library.articles.first { $0.title == "Start" }
    #expect(start?.html.contains("href=\"/en/pay/#now\"") == true)
  }

  @Test func onlyWhatTheProjectPublishesIsTaken() throws {
    let fixture = try ImportFixture([
      "mkdocs.yml": "site_name: Help\ntheme:\n  name: material\n  language: pl\n",
      "docs/kup-bilet.md": "```\n# a comment\n```\nPress ++f1++\n", "docs/a.png": "png",
      "src/logo.png": "png", "src/app.py": "x", "LICENSE": "x",
    ])
    let imported = try GeneratorImport.read(fixture.export, from: .mkdocs)
    #expect(imported.files.map(\.path).sorted() == ["pl/a.png", "pl/kup-bilet.md"])
    #expect(
      imported.notes.map { "\($0.source): \($0.text)" } == [
        "docs/kup-bilet.md: has no title; named after its file",
        "LICENSE and 2 more: not published by mkdocs; left out",
      ])
    #expect(try fixture.load(imported).library.articles.map(\.title) == ["Kup bilet"])
    let configuration = String(decoding: imported.configuration.data, as: UTF8.self)
    #expect(configuration.contains("allowed-html: [kbd]\n"))
  }
}
