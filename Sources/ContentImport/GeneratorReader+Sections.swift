import Foundation
import KnowledgeBase

/// What folders are called.
extension GeneratorReader {
  /// Titles of folders: from the navigation first, then from the folders' own files.
  mutating func addSections() {
    let translations = labelTranslations()
    for (folder, section) in navigation.sections.sorted(by: { $0.key < $1.key }) {
      addSection(
        folder.split(separator: "/").map(String.init), in: project.language, title: section.title,
        description: section.description, order: section.order, translations)
    }
    for title in navigation.scattered {
      content.note(
        project.generator == .mkdocs ? "mkdocs.yml" : "sidebars",
        "section '\(title)' isn't one folder; its articles stay in their folders")
    }
    for path in categories {
      let parts = path.split(separator: "/").map(String.init)
      guard let category = CategoryFile(at: project.folder.appending(path: path)),
        let place = project.place(of: parts.dropLast() + ["x.md"])
      else {
        content.note(path, "couldn't be read; write its label as 'title' into _category.yml")
        continue
      }
      addSection(
        place.parts.dropLast(), in: place.language, title: category.label,
        description: category.description, order: category.position.map { Int($0) }, translations)
    }
    addSectionsOfPages()
  }

  /// Folders that have a page of their name beside them, and no other word for what they are.
  private mutating func addSectionsOfPages() {
    func key(_ place: GeneratorProject.Place, _ parts: [String]) -> [String] {
      [place.language.code] + parts
    }
    var folders: Set<[String]> = []
    var named: Set<[String]> = []
    for article in articles {
      for length in 1..<max(1, article.place.parts.count) {
        folders.insert(key(article.place, Array(article.place.parts.prefix(length))))
      }
      if article.place.isSection { named.insert(key(article.place, article.place.below)) }
    }
    for article in articles where !article.place.isIndex {
      let folder = key(article.place, article.place.parts)
      guard folders.contains(folder), !named.contains(folder), let title = article.text.title
      else { continue }
      let order = ["order", "nav_order", "weight", "sidebar_position"].lazy
        .compactMap { article.text.value($0).flatMap { Int($0) } }.first
      content.addCategory(
        folder, title: title, description: article.text.value("description"), order: order)
    }
  }

  private mutating func addSection(
    _ folder: [String], in language: Language, title: String?, description: String?, order: Int?,
    _ translations: [(language: Language, labels: [String: String])]
  ) {
    content.addCategory(
      [language.code] + folder, title: title, description: description, order: order)
    for (language, labels) in translations {
      guard let title, let translated = labels[title] else { continue }
      content.addCategory(
        [language.code] + folder, title: translated, description: nil, order: order)
    }
  }

  /// Labels of sidebars in other languages, from `i18n/pl/…/current.json`.
  private func labelTranslations() -> [(language: Language, labels: [String: String])] {
    struct Message: Decodable { let message: String }
    guard project.generator == .docusaurus else { return [] }
    return content.languages.sorted().compactMap { language in
      let path = "i18n/\(language.code)/docusaurus-plugin-content-docs/current.json"
      let messages = ExportFiles.decode(
        [String: Message].self, from: project.folder.appending(path: path))
      guard let messages else { return nil }
      let labels = messages.sorted { $0.key < $1.key }.compactMap { key, value in
        key.firstRange(of: ".category.").map { (String(key[$0.upperBound...]), value.message) }
      }
      return (language, Dictionary(labels, uniquingKeysWith: { first, _ in first }))
    }
  }
}
