import Foundation
import KnowledgeBase

/// What search engines read about a page: schema.org in JSON-LD, only of what is visible.
struct StructuredData {
  private static let context: (String, JSONValue) = ("@context", "https://schema.org")

  let site: Site
  let page: SitePage
  let language: Language
  /// The company and its contact points; empty without any.
  let organization: [String: Any]

  /// The texts of the page's script elements.
  func blocks(breadcrumbs: [PageContext.Crumb]) -> [String] {
    let list = breadcrumbs.count > 1 ? [list(of: breadcrumbs).text] : []
    switch page.content {
    case .home: return list + [website.text]
    case .article(let article) where article.kind == .faq:
      return list + [questions(of: article).text]
    case .contact where !organization.isEmpty:
      let data = try? JSONSerialization.data(
        withJSONObject: organization, options: [.sortedKeys, .withoutEscapingSlashes])
      return list + (data.map { [ScriptJSON.escape(String(decoding: $0, as: UTF8.self))] } ?? [])
    default: return list
    }
  }

  private var website: JSONValue {
    .object([
      Self.context, ("@type", "WebSite"),
      ("name", .string(site.text(site.title, in: language) ?? "")),
      ("url", .string("\(site.baseURL)/\(page.permalink)")),
      ("inLanguage", .string(language.code)),
    ])
  }

  private func list(of breadcrumbs: [PageContext.Crumb]) -> JSONValue {
    let items = breadcrumbs.enumerated().map { position, crumb -> JSONValue in
      let path = crumb.href.map { String($0.dropFirst(site.root.count)) } ?? page.permalink.path
      return .object([
        ("@type", "ListItem"), ("position", .number(position + 1)), ("name", .string(crumb.title)),
        ("item", .string("\(site.baseURL)/\(path)")),
      ])
    }
    return .object([
      Self.context, ("@type", "BreadcrumbList"), ("itemListElement", .array(items)),
    ])
  }

  private func questions(of article: Article) -> JSONValue {
    let several = article.questionSections
    let pairs =
      several.isEmpty
      ? [(article.title, article.sections.map(\.text).joined(separator: "\n"))]
      : several.map { ($0.title, $0.text) }
    let questions = pairs.map { question, answer in
      JSONValue.object([
        ("@type", "Question"), ("name", .string(question)),
        ("acceptedAnswer", .object([("@type", "Answer"), ("text", .string(answer))])),
      ])
    }
    return .object([
      Self.context, ("@type", "FAQPage"), ("inLanguage", .string(language.code)),
      ("mainEntity", .array(questions)),
    ])
  }
}
