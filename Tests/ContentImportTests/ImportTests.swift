import ContentChecks
import ContentParsing
import Foundation
import KnowledgeBase
import Testing

@testable import ContentImport

/// An export in a folder of its own, and a content folder to import it into.
final class ImportFixture {
  let export: URL
  let content: URL

  init(_ files: [String: String]) throws {
    let root = FileManager.default.temporaryDirectory
      .appending(path: "signpost-import-\(UUID().uuidString)")
    export = root.appending(path: "export")
    content = root.appending(path: "content")
    for (path, text) in files {
      let url = export.appending(path: path)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    }
  }

  deinit { try? FileManager.default.removeItem(at: export.deletingLastPathComponent()) }

  /// Writes what was imported and loads it as content.
  func load(_ imported: ImportedContent) throws -> LoadedContent {
    for file in imported.files {
      let url = content.appending(path: file.path)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try file.data.write(to: url)
    }
    return ContentLoader(root: content, shownAs: "content").load()
  }
}

extension LoadedContent {
  /// `en payments/refund: Refund [how-to]`, a line for each article.
  var summary: [String] {
    (library.articles + hidden).map {
      "\($0.language) \($0.id): \($0.title) [\($0.kind.rawValue) \($0.frontMatter.status.rawValue)]"
    }
  }

  var problems: [String] {
    diagnostics.filter { $0.severity != .note }.map { "\($0.location) \($0.summary)" }
  }
}

@Suite struct ZendeskImportTests {
  private static let export = """
    {"articles": [
      {"id": 360001, "title": "How do I get a refund?", "locale": "en-us", "source_locale": "en-us",
       "body": "<p>Ask in the <a href=\\"https://acme.zendesk.com/hc/en-us/articles/360002-Pay#card\\">app</a>.</p><p><img src=\\"https://acme.zendesk.com/hc/article_attachments/9/menu.png\\" alt=\\"Menu\\"></p><script>x()</script>",
       "draft": false, "promoted": true, "position": 2, "section_id": 11,
       "label_names": ["money"], "updated_at": "2026-03-01T10:00:00Z", "edited_at": "2026-02-01T10:00:00Z",
       "html_url": "https://acme.zendesk.com/hc/en-us/articles/360001-How-do-I-get-a-refund"},
      {"id": 360002, "title": "Pay", "locale": "en-us", "source_locale": "en-us",
       "body": "<h2 id=\\"card\\">Card</h2><ol><li>Open <b>Wallet</b></li><li>Pay</li></ol>",
       "draft": true, "position": 1, "section_id": 12, "label_names": [],
       "html_url": "https://acme.zendesk.com/hc/en-us/articles/360002-Pay"}
    ],
    "sections": [
      {"id": 11, "name": "Money back", "description": "Refunds", "category_id": 1, "position": 3},
      {"id": 12, "name": "Cards", "category_id": 1, "parent_section_id": 11}
    ],
    "categories": [{"id": 1, "name": "Payments", "description": "", "position": 5}],
    "translations": [
      {"source_id": 360001, "source_type": "Article", "locale": "pl", "title": "Jak dostać zwrot?",
       "body": "<p>Poproś w aplikacji.</p>", "draft": false, "updated_at": "2026-01-01T00:00:00Z"},
      {"source_id": 360001, "source_type": "Article", "locale": "en-us", "title": "Again", "body": ""},
      {"source_id": 11, "source_type": "Section", "locale": "pl", "title": "Zwrot pieniędzy", "body": "Zwroty"},
      {"source_id": 1, "source_type": "Category", "locale": "pl", "title": "Płatności", "body": ""},
      {"source_id": 360001, "source_type": "Article", "locale": "tlhIngan", "title": "x", "body": ""}
    ]}
    """

  @Test func articlesKeepTheirPlaceTheirTranslationsAndTheirAddresses() throws {
    let fixture = try ImportFixture(["zendesk.json": Self.export, "menu.png": "png"])
    let imported = try ZendeskImport.read(fixture.export)
    let loaded = try fixture.load(imported)
    #expect(
      loaded.summary == [
        "en payments/money-back/how-do-i-get-a-refund: How do I get a refund? [faq published]",
        "pl payments/money-back/how-do-i-get-a-refund: Jak dostać zwrot? [faq published]",
        "en payments/money-back/cards/pay: Pay [how-to draft]",
      ])
    #expect(loaded.problems == [])
    let refund = try #require(loaded.library.articles.first)
    #expect(refund.frontMatter.updated == "2026-02-01")
    #expect(refund.frontMatter.tags == ["money"])
    #expect(refund.frontMatter.order == 2)
    #expect(refund.html.contains("<a href=\"/en/payments/money-back/cards/pay/#card\">app</a>"))
    #expect(refund.html.contains("src=\"/assets/imported/menu.png\""))
    #expect(
      loaded.library.categories(in: refund.language).map(\.title) == ["Payments", "Money back"])
    #expect(
      loaded.library.categories.filter { $0.language.code == "pl" }.map(\.title)
        == ["Płatności", "Zwrot pieniędzy"])
    #expect(
      loaded.library.redirects.map { "\($0.from) -> \($0.to)" } == [
        "hc/en-us/articles/360001-How-do-I-get-a-refund/ -> en/payments/money-back/how-do-i-get-a-refund/",
        "hc/en-us/articles/360001/ -> en/payments/money-back/how-do-i-get-a-refund/",
        "hc/pl/articles/360001/ -> pl/payments/money-back/how-do-i-get-a-refund/",
      ])
    #expect(
      imported.notes.map { "\($0.source): \($0.text)" } == [
        "article 360001 (en-us): <script> left out",
        "article 360001 (tlhIngan): locale 'tlhIngan' isn't a language; left out",
      ])
  }

  @Test func whatIsNoExportIsSaid() throws {
    let fixture = try ImportFixture(["a.json": "{}", "b.json": "no"])
    #expect(throws: ImportError.self) { try ZendeskImport.read(fixture.export) }
    #expect(throws: ImportError.self) { try ZendeskImport.read(URL(filePath: "/nowhere.json")) }
  }
}

@Suite struct IntercomImportTests {
  private static let articles = """
    {"type": "list", "data": [
      {"type": "article", "id": "101", "title": "Refunds", "description": "How money comes back",
       "body": "<p class=\\"no-margin\\">See <a href=\\"https://help.acme.example/en/articles/102-pay\\">pay</a>.</p>",
       "state": "published", "updated_at": 1772323200, "parent_id": 7, "default_locale": "en",
       "url": "https://help.acme.example/en/articles/101-refunds",
       "translated_content": {"type": "article_translated_content",
         "lv": {"type": "article_content", "title": "Atmaksa", "description": "", "body": "<p>Teksts</p>",
                "state": "draft", "updated_at": 1772323200, "url": null},
         "fr": null}},
      {"type": "article", "id": "102", "title": "Pay", "body": "<p>Tap</p>", "state": "draft",
       "parent_id": null, "default_locale": "en", "translated_content": null}
    ]}
    """
  private static let collections = """
    {"type": "list", "data": [{"type": "collection", "id": "7", "name": "Money", "description": "All about money", "order": 1, "parent_id": null, "translated_content": {"lv": {"name": "Nauda", "description": "Par naudu"}}}]}
    """

  @Test func articlesKeepTheirCollectionsTranslationsAndStates() throws {
    let fixture = try ImportFixture([
      "articles.json": Self.articles, "collections.json": Self.collections,
    ])
    let imported = try IntercomImport.read(fixture.export)
    let loaded = try fixture.load(imported)
    #expect(
      loaded.summary == [
        "en money/refunds: Refunds [page published]", "en pay: Pay [page draft]",
        "lv money/refunds: Atmaksa [page draft]",
      ])
    #expect(loaded.problems == [])
    let refund = try #require(loaded.library.articles.first)
    #expect(refund.frontMatter.description == "How money comes back")
    #expect(refund.frontMatter.updated == "2026-03-01")
    #expect(refund.html == "<p>See <a href=\"/en/pay/\">pay</a>.</p>\n")
    #expect(loaded.library.redirects.map(\.from) == ["en/articles/101-refunds/"])
    #expect(loaded.library.categories.map(\.title) == ["Money"])
  }
}

@Suite struct YAMLTextTests {
  @Test(arguments: [
    ("plain text", "plain text"), ("yes", "\"yes\""), ("a: b", "\"a: b\""), ("#x", "\"#x\""),
    ("say \"x\"", "\"say \\\"x\\\"\""), ("a\nb", "a b"), ("", "\"\""), ("12", "\"12\""),
    ("Żółw", "Żółw"), ("ends:", "\"ends:\""), ("- x", "\"- x\""),
    ("back\\slash", "\"back\\\\slash\""),
  ])
  func textsAreQuotedWhereYAMLNeedsIt(text: String, yaml: String) {
    #expect(YAMLText.quoted(text) == yaml)
  }
}
