import Foundation
import KnowledgeBase

/// What search engines read about a page: schema.org in JSON-LD, only of what is visible.
struct StructuredData {
  let site: Site
  let page: SitePage
  let language: Language
  /// The company and its contact points; empty without any.
  let organization: [String: Any]

  func blocks(breadcrumbs: [PageContext.Crumb]) -> [String] {
    var blocks: [[String: Any]] = []
    if breadcrumbs.count > 1 { blocks.append(list(of: breadcrumbs)) }
    switch page.content {
    case .home:
      blocks.append([
        "@context": "https://schema.org", "@type": "WebSite",
        "name": site.text(site.title, in: language) ?? "",
        "url": "\(site.baseURL)/\(page.permalink)",
        "inLanguage": language.code,
      ])
    case .article(let article) where article.kind == .faq: blocks.append(questions(of: article))
    case .contact where !organization.isEmpty: blocks.append(organization)
    default: break
    }
    return blocks.compactMap { block in
      let data = try? JSONSerialization.data(
        withJSONObject: block, options: [.sortedKeys, .withoutEscapingSlashes])
      return data.map { ScriptJSON.escape(String(decoding: $0, as: UTF8.self)) }
    }
  }

  private func list(of breadcrumbs: [PageContext.Crumb]) -> [String: Any] {
    let items = breadcrumbs.enumerated().map { position, crumb in
      var item: [String: Any] = [
        "@type": "ListItem", "position": position + 1, "name": crumb.title,
      ]
      let path = crumb.href.map { String($0.dropFirst(site.root.count)) } ?? page.permalink.path
      item["item"] = "\(site.baseURL)/\(path)"
      return item
    }
    return [
      "@context": "https://schema.org", "@type": "BreadcrumbList", "itemListElement": items,
    ]
  }

  private func questions(of article: Article) -> [String: Any] {
    let several = article.questionSections
    let pairs =
      several.isEmpty
      ? [(article.title, article.sections.map(\.text).joined(separator: "\n"))]
      : several.map { ($0.title, $0.text) }
    return [
      "@context": "https://schema.org", "@type": "FAQPage", "inLanguage": language.code,
      "mainEntity": pairs.map { question, answer in
        [
          "@type": "Question", "name": question,
          "acceptedAnswer": ["@type": "Answer", "text": answer],
        ] as [String: Any]
      },
    ]
  }
}
