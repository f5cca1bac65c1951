import CivilCalendar
import Foundation
import KnowledgeBase

/// Reads what Intercom's API answers for articles and collections, saved as JSON in one file or
/// several of a folder.
package enum IntercomImport {
  private struct Page: Decodable {
    let data: [Entry]?
  }

  /// An article or a collection; `type` says which.
  private struct Entry: Decodable {
    let type: String?
    let id: ExportID
    let title: String?
    let name: String?
    let description: String?
    let body: String?
    let state: String?
    let updated_at: Int?
    let url: String?
    let parent_id: ExportID?
    let order: Int?
    let default_locale: String?
    let translated_content: [String: Translation?]?
  }

  private struct Translation: Decodable {
    let title: String?
    /// Of a collection.
    let name: String?
    let description: String?
    let body: String?
    let state: String?
    let updated_at: Int?
    let url: String?

    private enum CodingKeys: CodingKey {
      case title, name, description, body, state, updated_at, url
    }

    /// Among the translations stands the text 'article_translated_content', which is none.
    init(from decoder: any Decoder) throws {
      let fields = try? decoder.container(keyedBy: CodingKeys.self)
      title = try fields?.decodeIfPresent(String.self, forKey: .title)
      name = try fields?.decodeIfPresent(String.self, forKey: .name)
      description = try fields?.decodeIfPresent(String.self, forKey: .description)
      body = try fields?.decodeIfPresent(String.self, forKey: .body)
      state = try fields?.decodeIfPresent(String.self, forKey: .state)
      updated_at = try fields?.decodeIfPresent(Int.self, forKey: .updated_at)
      url = try fields?.decodeIfPresent(String.self, forKey: .url)
    }
  }

  /// - Throws: `ImportError` when no file holds articles.
  package static func read(_ url: URL) throws -> ImportedContent {
    var content = ImportedContent()
    var entries: [Entry] = []
    for file in try ExportFiles.json(at: url) {
      if let page = ExportFiles.decode(Page.self, from: file), let data = page.data {
        entries += data
      } else if let list = ExportFiles.decode([Entry].self, from: file) {
        entries += list
      } else {
        content.note(file.lastPathComponent, "isn't an answer of the Articles API; left out")
      }
    }
    let articles = entries.filter { $0.type == "article" || $0.type == nil && $0.title != nil }
    guard !articles.isEmpty else { throw ImportError.noArticles(url.path) }
    let collections = Dictionary(
      entries.filter { ["collection", "help_center_collection", "section"].contains($0.type) }
        .map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var names = PathNames()
    var paths: [ExportID: String] = [:]
    for article in articles {
      paths[article.id] = names.path(
        below: folder(of: article.parent_id, in: collections), for: article.title ?? "")
    }
    var images = ExportImages(below: url)
    let bodies = articles.flatMap { article in
      [article.body] + (article.translated_content ?? [:]).values.map { $0?.body }
    }
    let anchors = ExportLinks.anchors(in: bodies.compactMap { $0 })
    for article in articles {
      guard let path = paths[article.id] else { continue }
      let main = article.default_locale ?? "en"
      var versions = [
        (
          main, article.title, article.description, article.body, article.state, article.updated_at,
          article.url
        )
      ]
      for (locale, translation) in (article.translated_content ?? [:]).sorted(by: {
        $0.key < $1.key
      }) {
        guard locale != main, let translation, let title = translation.title, !title.isEmpty else {
          continue
        }
        versions.append(
          (
            locale, title, translation.description, translation.body, translation.state,
            translation.updated_at, translation.url
          ))
      }
      for (locale, title, description, body, state, updated, address) in versions {
        let source = "article \(article.id.text) (\(locale))"
        guard let language = ExportLanguage.of(locale) else {
          content.note(source, "locale '\(locale)' isn't a language; left out")
          continue
        }
        guard let title, !title.isEmpty else {
          content.note(source, "has no title; left out")
          continue
        }
        let known = paths
        let text = images.markdown(
          of: body ?? "", source: source, anchors: anchors, into: &content,
          link: { link($0, known) })
        var imported = ImportedArticle(
          language: language, id: path, title: title, description: description,
          kind: ImportedArticle.kind(ofTitle: title, body: text),
          updated: updated.map { CalendarDay(daysSince1970: $0 / 86_400).description },
          isDraft: state == "draft", body: text)
        imported.aliases = [address.flatMap { URL(string: $0)?.path }].compactMap(\.self)
          .filter(ExportAlias.isUsable)
        content.add(imported)
        addCategories(of: article.parent_id, in: collections, language, to: &content)
      }
    }
    content.describe(
      title: nil, address: nil,
      languages: articles.compactMap { ExportLanguage.of($0.default_locale ?? "en") }.mostFrequent)
    return content
  }

  private static func folder(of id: ExportID?, in collections: [ExportID: Entry]) -> [String] {
    chain(of: id, in: collections).map { collection in
      var names = PathNames()
      return names.path(below: [], for: collection.name ?? collection.id.text)
    }
  }

  /// The collections that one stands in, outermost first.
  private static func chain(of id: ExportID?, in collections: [ExportID: Entry]) -> [Entry] {
    var chain: [Entry] = []
    var visited: Set<ExportID> = []
    var next = id
    while let current = next, visited.insert(current).inserted,
      let collection = collections[current]
    {
      chain.insert(collection, at: 0)
      next = collection.parent_id
    }
    return chain
  }

  private static func addCategories(
    of id: ExportID?, in collections: [ExportID: Entry], _ language: Language,
    to content: inout ImportedContent
  ) {
    var folder: [String] = []
    for collection in chain(of: id, in: collections) {
      var names = PathNames()
      folder.append(names.path(below: [], for: collection.name ?? collection.id.text))
      let translation = collection.translated_content?[language.code] ?? nil
      content.addCategory(
        [language.code] + folder, title: translation?.name ?? collection.name,
        description: translation?.description ?? collection.description, order: collection.order)
    }
  }

  /// `…/articles/123-title` leads to the article of that number.
  private static func link(_ address: String, _ paths: [ExportID: String]) -> String {
    guard let range = address.firstRange(of: "/articles/") else { return address }
    let digits = address[range.upperBound...].prefix { $0.isNumber }
    guard let path = paths[ExportID(String(digits))] else { return address }
    let anchor = address.firstIndex(of: "#").map { String(address[$0...]) } ?? ""
    return "/\(path)\(anchor)"
  }
}
