import Foundation
import KnowledgeBase

/// Reads what Zendesk's Help Center API answers, saved as JSON: articles with side-loaded sections,
/// categories and translations, in one file or several of a folder.
package enum ZendeskImport {
  private struct Page: Decodable {
    var articles: [Article]?
    var sections: [Section]?
    var categories: [Category]?
    var translations: [Translation]?
    var article_attachments: [Attachment]?
  }

  private struct Attachment: Decodable {
    let id: ExportID
    let file_name: String?
  }

  private struct Article: Decodable {
    let id: ExportID
    let title: String?
    let name: String?
    let body: String?
    let locale: String?
    let source_locale: String?
    let outdated: Bool?
    let draft: Bool?
    let promoted: Bool?
    let position: Int?
    let section_id: ExportID?
    /// Who may read it; everybody without one.
    let user_segment_id: ExportID?
    let user_segment_ids: [ExportID]?
    let label_names: [String]?
    let updated_at: String?
    let edited_at: String?
    let html_url: String?
    let translations: [Translation]?

    var isRestricted: Bool { user_segment_id != nil || user_segment_ids?.isEmpty == false }
  }

  private struct Translation: Decodable {
    let source_id: ExportID?
    let source_type: String?
    let locale: String
    let title: String?
    let body: String?
    let draft: Bool?
    let outdated: Bool?
    let updated_at: String?
    let html_url: String?
  }

  private struct Section: Decodable {
    let id: ExportID
    let name: String?
    let description: String?
    let locale: String?
    let position: Int?
    let category_id: ExportID?
    let parent_section_id: ExportID?
  }

  private struct Category: Decodable {
    let id: ExportID
    let name: String?
    let description: String?
    let locale: String?
    let position: Int?
  }

  /// - Throws: `ImportError` when no file holds articles.
  package static func read(_ url: URL) throws -> ImportedContent {
    var all = Page(
      articles: [], sections: [], categories: [], translations: [], article_attachments: [])
    var content = ImportedContent()
    for file in try ExportFiles.json(at: url) {
      guard let page = ExportFiles.decode(Page.self, from: file) else {
        content.note(file.lastPathComponent, "isn't an answer of the Help Center API; left out")
        continue
      }
      all.articles? += page.articles ?? []
      all.sections? += page.sections ?? []
      all.categories? += page.categories ?? []
      all.translations? += page.translations ?? []
      all.article_attachments? += page.article_attachments ?? []
    }
    guard let articles = all.articles, !articles.isEmpty else {
      throw ImportError.noArticles(url.path)
    }
    let names = (all.article_attachments ?? []).compactMap { attachment in
      attachment.file_name.map { (attachment.id.text, $0) }
    }
    let images = ExportImages(
      below: url, attachments: Dictionary(names, uniquingKeysWith: { first, _ in first }))
    var writer = Writer(all, images: images, content: content)
    for article in articles { writer.plan(article) }
    for article in articles { writer.add(article) }
    writer.addCategories()
    return writer.finish()
  }

  private struct Writer {
    private let page: Page
    private let sections: [ExportID: Section]
    private let categories: [ExportID: Category]
    private let translations: [ExportID: [Translation]]
    /// Translations of sections and categories.
    private let structure: [ExportID: [Translation]]
    private var images: ExportImages
    private var content: ImportedContent
    private var names = PathNames()
    private var paths: [ExportID: String] = [:]
    private var folders: [ExportID: String] = [:]
    private var usedFolders: Set<String> = []
    /// Ids of headings that links of the export lead to.
    private let anchors: Set<String>

    init(_ page: Page, images: ExportImages, content: ImportedContent) {
      self.page = page
      self.images = images
      self.content = content
      let bodies =
        (page.articles ?? []).map(\.body) + (page.translations ?? []).map(\.body)
        + (page.articles ?? []).flatMap { ($0.translations ?? []).map(\.body) }
      anchors = ExportLinks.anchors(in: bodies.compactMap { $0 })
      sections = Dictionary(
        (page.sections ?? []).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
      categories = Dictionary(
        (page.categories ?? []).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
      translations = Dictionary(
        grouping: (page.translations ?? []).filter { ($0.source_type ?? "Article") == "Article" },
        by: { $0.source_id ?? ExportID("") })
      structure = Dictionary(
        grouping: (page.translations ?? []).filter {
          ["Section", "Category"].contains($0.source_type)
        }, by: { $0.source_id ?? ExportID("") })
    }

    /// Gives an article its path, so that links to it can be written before it is.
    mutating func plan(_ article: Article) {
      guard paths[article.id] == nil else { return }
      let title = article.title ?? article.name ?? ""
      paths[article.id] = names.path(below: folder(of: article.section_id), for: title)
    }

    /// The folders of a section: category, parent sections, the section itself.
    private mutating func folder(of id: ExportID?) -> [String] {
      var parts: [String] = []
      var next = id
      var category: ExportID?
      var visited: Set<ExportID> = []
      while let current = next, visited.insert(current).inserted, let section = sections[current] {
        parts.insert(folderName(section.id, section.name), at: 0)
        category = section.category_id ?? category
        next = section.parent_section_id
      }
      if let category = category.flatMap({ categories[$0] }) {
        parts.insert(folderName(category.id, category.name), at: 0)
      }
      return parts
    }

    private mutating func folderName(_ id: ExportID, _ name: String?) -> String {
      if let known = folders[id] { return known }
      var folder = PathNames()
      let base = folder.path(below: [], for: name ?? id.text)
      var unique = base
      var number = 2
      while !usedFolders.insert(unique).inserted {
        unique = "\(base)-\(number)"
        number += 1
      }
      folders[id] = unique
      return unique
    }

    mutating func add(_ article: Article) {
      guard let path = paths[article.id] else { return }
      let source = "article \(article.id.text)"
      let locale = article.source_locale ?? article.locale ?? "en-us"
      let versions = (article.translations ?? []) + (translations[article.id] ?? [])
      if article.promoted == true {
        content.pin(path)
      }
      if article.isRestricted {
        content.note(source, "was for a group of readers only; stays a draft")
      }
      write(
        article, path: path, locale: article.locale ?? locale, title: article.title ?? article.name,
        body: article.body, isDraft: article.draft == true || article.isRestricted,
        updated: article.edited_at ?? article.updated_at, url: article.html_url)
      for version in versions where version.locale != (article.locale ?? locale) {
        write(
          article, path: path, locale: version.locale, title: version.title, body: version.body,
          isDraft: version.draft == true || article.isRestricted,
          updated: version.updated_at, url: version.html_url)
        if version.outdated == true {
          content.note(
            "\(source) (\(version.locale))",
            "was out of date; set 'updated' of its source to the day of the change")
        }
      }
    }

    private mutating func write(
      _ article: Article, path: String, locale: String, title: String?, body: String?,
      isDraft: Bool, updated: String?, url: String?
    ) {
      let source = "article \(article.id.text) (\(locale))"
      guard let language = ExportLanguage.of(locale) else {
        return content.note(source, "locale '\(locale)' isn't a language; left out")
      }
      guard let title, !title.isEmpty else {
        return content.note(source, "has no title; left out")
      }
      let paths = paths
      let text = images.markdown(
        of: body ?? "", source: source, anchors: anchors, into: &content,
        link: { Self.link($0, paths) })
      var imported = ImportedArticle(
        language: language, id: path, title: title,
        kind: ImportedArticle.kind(ofTitle: title, body: text),
        tags: article.label_names ?? [], updated: updated.map { String($0.prefix(10)) },
        isDraft: isDraft, order: article.position, body: text)
      let address =
        url.flatMap { URL(string: $0)?.path } ?? "/hc/\(locale)/articles/\(article.id.text)"
      let short = "/hc/\(locale)/articles/\(article.id.text)"
      imported.aliases = address == short ? [short] : [short, address]
      imported.aliases = imported.aliases.filter(ExportAlias.isUsable)
      content.add(imported)
    }

    /// Links to other articles of the export lead to their new place.
    private static func link(_ address: String, _ paths: [ExportID: String]) -> String {
      guard let range = address.firstRange(of: "/articles/") else { return address }
      let digits = address[range.upperBound...].prefix { $0.isNumber }
      guard address.contains("/hc/"), let path = paths[ExportID(String(digits))] else {
        return address
      }
      let anchor = address.firstIndex(of: "#").map { String(address[$0...]) } ?? ""
      return "/\(path)\(anchor)"
    }

    /// A `_category.yml` for each section and category that has articles, in each of their languages.
    mutating func addCategories() {
      for article in page.articles ?? [] {
        let versions = (article.translations ?? []) + (translations[article.id] ?? [])
        let locales = [article.locale ?? article.source_locale].compactMap { $0 }
        for language in (locales + versions.map(\.locale)).compactMap(ExportLanguage.of) {
          addCategories(above: article.section_id, in: language)
        }
      }
    }

    private mutating func addCategories(above section: ExportID?, in language: Language) {
      var visited: Set<ExportID> = []
      var next = section
      while let id = next, visited.insert(id).inserted, let section = sections[id] {
        let folder = [language.code] + folder(of: id)
        let translation = translation(of: id, "Section", in: language)
        content.addCategory(
          folder, title: translation?.title ?? section.name,
          description: translation?.body ?? section.description, order: section.position)
        if let category = section.category_id.flatMap({ categories[$0] }), folder.count > 1 {
          let translation = self.translation(of: category.id, "Category", in: language)
          content.addCategory(
            Array(folder[..<2]), title: translation?.title ?? category.name,
            description: translation?.body ?? category.description, order: category.position)
        }
        next = section.parent_section_id
      }
    }

    private func translation(
      of id: ExportID, _ type: String, in language: Language
    ) -> Translation? {
      structure[id]?.first { $0.source_type == type && ExportLanguage.of($0.locale) == language }
    }

    func finish() -> ImportedContent {
      var content = content
      let languages = (page.articles ?? []).compactMap {
        ($0.source_locale ?? $0.locale).flatMap(ExportLanguage.of)
      }
      content.describe(title: nil, address: nil, languages: languages.mostFrequent)
      return content
    }
  }
}
