import Foundation
import Testing

/// Exports as Zendesk's and Intercom's interfaces answer them, imported and published by the
/// command; every former address is followed to the page it leads to.
@Suite struct ImportedSiteTests {
  /// One transparent pixel.
  private static let pixel = Data(
    base64Encoded:
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII="
  )

  @Test func aZendeskExportIsPublishedAndItsAddressesLeadOn() throws {
    let centre = try SmallHelpCentre([:])
    try centre.write(Self.zendeskArticles, to: "export/articles.json")
    try centre.write(Self.zendeskStructure, to: "export/structure.json")
    try centre.write(Self.zendeskTranslations, to: "export/translations.json")
    try centre.write(try #require(Self.pixel), to: "export/attachments/menu card.png")
    let imported = try centre.signpost.run(["import", "zendesk", "export"])
    #expect(imported.status == 0)
    #expect(
      imported.output == "wrote 13 files to content: 5 articles (en, pl), 9 redirects, 5 notes\n")
    let notes = """
      article 360001 (en-us): note: <script> left out [import]
      article 360001 (pl): note: was out of date; set 'updated' of its source to the day of the change [import]
      article 360002 (en-us): note: <iframe> became a link [import]
      article 360002 (en-us): note: image stays on another host: https://cdn.acme.example/card.png [import]
      article 360003: note: was for a group of readers only; stays a draft [import]
      """
    let said = imported.errors.split(separator: "\n").dropLast().sorted()
    #expect(said.joined(separator: "\n") == notes)
    try publish(centre)
    let expected: [String] = [
      "/hc/en-us/articles/360001 How do I get a refund?",
      "/hc/en-us/articles/360001-How-do-I-get-a-refund How do I get a refund?",
      "/hc/en-us/articles/360002 Pay by card", "/hc/en-us/articles/360002-Pay-by-card Pay by card",
      "/hc/pl/articles/360001 Jak dostać zwrot?",
      "/hc/pl/articles/360001-Jak-dostać-zwrot Jak dostać zwrot?",
    ]
    #expect(try redirects(of: centre) == expected)
    let refund = try centre.text(
      of: "public/en/payments/money-back/how-do-i-get-a-refund/index.html")
    #expect(refund.contains("href=\"/en/payments/money-back/cards/pay-by-card/#h_01HX\""))
    #expect(refund.contains("width=\"1\" height=\"1\""))
    #expect(!refund.contains("x()"))
    let card = try centre.text(of: "public/en/payments/money-back/cards/pay-by-card/index.html")
    #expect(card.contains("id=\"h_01HX\""))
    #expect(card.contains("<td>PIN"))
    #expect(try centre.text(of: "public/pl/index.html").contains("Płatności"))
    // What was kept from readers is kept from them still.
    #expect(!centre.exists("public/en/payments/money-back/internal-limits/index.html"))
    #expect(try centre.text(of: "public/en/index.html").contains("How do I get a refund?"))
  }

  @Test func anIntercomExportIsPublishedAndItsAddressesLeadOn() throws {
    let centre = try SmallHelpCentre([:])
    try centre.write(Self.intercomArticles, to: "export/articles.json")
    try centre.write(Self.intercomCollections, to: "export/collections.json")
    try centre.write(try #require(Self.pixel), to: "export/wallet.png")
    let imported = try centre.signpost.run(["import", "intercom", "export"])
    #expect(imported.status == 0)
    #expect(
      imported.output == "wrote 9 files to content: 4 articles (en, lv), 3 redirects, 0 notes\n")
    try publish(centre)
    let expected: [String] = [
      "/en/articles/9101-refunds Refunds", "/en/articles/9102-pay Pay",
      "/lv/articles/9101-atmaksa Atmaksa",
    ]
    #expect(try redirects(of: centre) == expected)
    let refund = try centre.text(of: "public/en/money/refunds/index.html")
    #expect(refund.contains("href=\"/en/money/cards/pay/\""))
    #expect(refund.contains("src=\"/assets/imported/wallet"))
    let category = try centre.text(of: "public/lv/money/index.html")
    #expect(category.contains("Nauda") && category.contains("Par naudu"))
    #expect(!centre.exists("public/en/money/cards/limits/index.html"))
  }

  private func publish(_ centre: SmallHelpCentre) throws {
    let published = try centre.signpost.run(["publish"])
    #expect(published.status == 0, "\(published.errors)")
  }

  /// Former addresses, each with the heading of the page that it leads to, for web servers and for
  /// browsers.
  private func redirects(of centre: SmallHelpCentre) throws -> [String] {
    var lines: [String] = []
    for line in try centre.text(of: "public/_redirects").split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      guard words.count == 3, words[2] == "301", !words[0].hasPrefix("/s/"), words[0] != "/" else {
        continue
      }
      let decoded = words[0].removingPercentEncoding ?? words[0]
      let from = decoded.hasSuffix("/") ? String(decoded.dropLast()) : decoded
      let page = try centre.text(of: "public\(words[1])index.html")
      let heading = page.firstMatch(of: /<h1[^>]*>(.*?)<\/h1>/).map { String($0.1) } ?? ""
      lines.append("\(from) \(heading)")
      let former = try centre.text(of: "public\(from)/index.html")
      #expect(former.contains("url=\(words[1])\""), "\(from)")
    }
    return lines.sorted()
  }

  // MARK: Exports

  private static let zendeskArticles = """
    {"count": 3, "next_page": null, "page": 1, "page_count": 1, "per_page": 100, "sort_by": "position",
     "articles": [
      {"id": 360001, "url": "https://acme.zendesk.com/api/v2/help_center/en-us/articles/360001.json",
       "html_url": "https://acme.zendesk.com/hc/en-us/articles/360001-How-do-I-get-a-refund",
       "author_id": 7, "comments_disabled": false, "draft": false, "promoted": true, "position": 0,
       "vote_sum": 4, "vote_count": 6, "section_id": 11, "created_at": "2025-01-01T00:00:00Z",
       "updated_at": "2026-03-01T10:00:00Z", "edited_at": "2026-02-01T10:00:00Z",
       "name": "How do I get a refund?", "title": "How do I get a refund?", "source_locale": "en-us",
       "locale": "en-us", "outdated": false, "outdated_locales": ["pl"], "user_segment_id": null,
       "permission_group_id": 5, "content_tag_ids": [], "label_names": ["money"],
       "body": "<p>Ask in the <a href=\\"https://acme.zendesk.com/hc/en-us/articles/360002-Pay-by-card#h_01HX\\" target=\\"_blank\\">app</a>.</p><p><img src=\\"https://acme.zendesk.com/hc/article_attachments/4401\\" alt=\\"Menu\\"></p><script>x()</script>"},
      {"id": 360002, "html_url": "https://acme.zendesk.com/hc/en-us/articles/360002-Pay-by-card",
       "draft": false, "promoted": false, "position": 1, "section_id": 12, "title": "Pay by card",
       "name": "Pay by card", "source_locale": "en-us", "locale": "en-us", "outdated": false,
       "user_segment_id": null, "label_names": [], "updated_at": "2026-03-01T10:00:00Z",
       "edited_at": "2026-03-01T10:00:00Z",
       "body": "<h2 id=\\"h_01HX\\">In the shop</h2><ol><li>Open <strong>Wallet</strong></li><li>Pay</li></ol><table><tbody><tr><td>Up to</td><td>Ask for</td></tr><tr><td>100 EUR</td><td>PIN</td></tr></tbody></table><p><iframe src=\\"//www.youtube-nocookie.com/embed/abc\\"></iframe></p><p><img src=\\"https://cdn.acme.example/card.png\\" alt=\\"Card\\"></p>"},
      {"id": 360003, "html_url": "https://acme.zendesk.com/hc/en-us/articles/360003-Internal-limits",
       "draft": false, "position": 2, "section_id": 11, "title": "Internal limits",
       "source_locale": "en-us", "locale": "en-us", "user_segment_id": 99, "label_names": [],
       "edited_at": "2026-03-01T10:00:00Z", "body": "<p>For agents.</p>"}
     ],
     "article_attachments": [
      {"id": 4401, "article_id": 360001, "file_name": "menu card.png", "content_type": "image/png",
       "content_url": "https://acme.zendesk.com/hc/article_attachments/4401", "inline": true, "size": 70}
     ]}
    """

  private static let zendeskStructure = """
    {"sections": [
      {"id": 11, "name": "Money back", "description": "Refunds", "category_id": 1, "position": 1,
       "parent_section_id": null, "locale": "en-us", "source_locale": "en-us"},
      {"id": 12, "name": "Cards", "description": "", "category_id": 1, "position": 2,
       "parent_section_id": 11, "locale": "en-us", "source_locale": "en-us"}],
     "categories": [
      {"id": 1, "name": "Payments", "description": "", "position": 5, "locale": "en-us"}]}
    """

  private static let zendeskTranslations = """
    {"translations": [
      {"id": 1, "source_id": 360001, "source_type": "Article", "locale": "pl", "outdated": true,
       "html_url": "https://acme.zendesk.com/hc/pl/articles/360001-Jak-dosta%C4%87-zwrot",
       "title": "Jak dostać zwrot?", "body": "<p>Poproś w aplikacji.</p>", "draft": false,
       "hidden": false, "updated_at": "2026-01-01T00:00:00Z"},
      {"id": 2, "source_id": 360002, "source_type": "Article", "locale": "pl", "outdated": false,
       "title": "Zapłać kartą", "body": "<p>Wkrótce.</p>", "draft": true,
       "updated_at": "2026-03-02T00:00:00Z"},
      {"id": 3, "source_id": 11, "source_type": "Section", "locale": "pl", "title": "Zwroty",
       "body": "Pieniądze z powrotem"},
      {"id": 4, "source_id": 1, "source_type": "Category", "locale": "pl", "title": "Płatności",
       "body": ""}
    ]}
    """

  private static let intercomArticles = """
    {"type": "list", "total_count": 3, "pages": {"type": "pages", "page": 1, "per_page": 50, "total_pages": 1},
     "data": [
      {"id": "9101", "type": "article", "workspace_id": "w", "parent_id": 71, "parent_type": "collection",
       "parent_ids": [71], "title": "Refunds", "description": "How money comes back", "author_id": 1,
       "state": "published", "created_at": 1735689600, "updated_at": 1772323200, "default_locale": "en",
       "url": "https://help.acme.example/en/articles/9101-refunds", "statistics": null,
       "body": "<p class=\\"no-margin\\">See <a href=\\"https://help.acme.example/en/articles/9102-pay\\">pay</a>.</p><div class=\\"intercom-container\\"><img src=\\"https://downloads.intercomcdn.com/i/o/1/abc/wallet.png?expires=1\\" alt=\\"Wallet\\"></div>",
       "translated_content": {"type": "article_translated_content",
         "lv": {"type": "article_content", "title": "Atmaksa", "description": "Kā atgūt naudu",
                "body": "<p>Piesakies lietotnē.</p>", "author_id": 1, "state": "published",
                "created_at": 1735689600, "updated_at": 1772323200,
                "url": "https://help.acme.example/lv/articles/9101-atmaksa"},
         "fr": null}},
      {"id": "9102", "type": "article", "parent_id": 72, "parent_type": "collection", "title": "Pay",
       "description": "", "state": "published", "updated_at": 1772323200, "default_locale": "en",
       "url": "https://help.acme.example/en/articles/9102-pay",
       "body": "<p>Tap. <i>Then</i> wait.</p>", "translated_content": null},
      {"id": "9103", "type": "article", "parent_id": 72, "title": "Limits", "state": "draft",
       "updated_at": 1772323200, "default_locale": "en", "url": null, "body": "<p>Soon</p>"}]}
    """

  private static let intercomCollections = """
    {"type": "list", "data": [
      {"id": "71", "type": "collection", "name": "Money", "description": "All about money", "order": 1,
       "parent_id": null, "default_locale": "en",
       "translated_content": {"type": "group_translated_content",
         "lv": {"type": "group_content", "name": "Nauda", "description": "Par naudu"}}},
      {"id": "72", "type": "collection", "name": "Cards", "description": "", "order": 2,
       "parent_id": "71", "default_locale": "en"}]}
    """
}
