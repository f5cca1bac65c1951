import Foundation
import KnowledgeBase

/// Reads the folder of another site generator. Front matter that Signpost understands stays as it
/// is; files move to where they belong, links follow them, and former addresses become aliases.
package enum GeneratorImport {
  package enum Generator: String, CaseIterable, Sendable { case hugo, jekyll, docusaurus, mkdocs }

  /// - Throws: `ImportError` when the folder holds no Markdown.
  package static func read(_ url: URL, from generator: Generator) throws -> ImportedContent {
    guard FileManager.default.fileExists(atPath: url.path), let english = Language("en") else {
      throw ImportError.missing(url.path)
    }
    var reader = Reader(GeneratorProject(at: url, of: generator, english: english))
    reader.sort(ExportFiles.all(below: url))
    reader.write()
    guard reader.content.articles > 0 else { throw ImportError.noArticles(url.path) }
    return reader.content
  }
}

private struct Reader {
  private static let markdown: Set<String> = ["md", "mdx", "markdown"]
  /// What pages show or offer for download.
  private static let media: Set<String> = [
    "avif", "doc", "docx", "gif", "jpeg", "jpg", "m4a", "mov", "mp3", "mp4", "ods", "odt", "pdf",
    "png", "ppt", "pptx", "rtf", "svg", "txt", "vtt", "webm", "webp", "xls", "xlsx", "zip",
  ]
  /// What generators write themselves, or keep for themselves, at the top of the project.
  private static let own: [GeneratorImport.Generator: Set<String>] = [
    .docusaurus: ["build"], .hugo: ["archetypes", "layouts", "public", "resources", "themes"],
    .jekyll: ["_data", "_includes", "_layouts", "_sass", "_site", "vendor"], .mkdocs: ["site"],
  ]

  private struct Article {
    /// Below the project.
    let path: String
    let place: GeneratorProject.Place
    var text: FrontMatterText
    var addresses: [String] = []
  }

  /// Files outside of what the site publishes.
  private var outside: [String] = []

  private let project: GeneratorProject
  private var includes: PageIncludes
  private var navigation = Navigation()
  private var articles: [Article] = []
  /// Files to copy: below the project, and below the content folder.
  private var media: [(path: String, new: String)] = []
  private var categories: [String] = []
  private var formerFiles: [(old: String, new: String)] = []
  /// Former addresses that a file or the configuration leads to others.
  private var redirects: [(file: String, from: String, to: String)] = []
  private var leftOut: [String: [String]] = [:]
  private(set) var content = ImportedContent()

  init(_ project: GeneratorProject) {
    self.project = project
    includes = PageIncludes(project)
  }

  /// Sorts the files of the project into what they are.
  mutating func sort(_ files: [URL]) {
    let base = project.folder.standardizedFileURL.path + "/"
    readConfiguration()
    for file in files {
      let path = String(file.standardizedFileURL.path.dropFirst(base.count))
      let parts = path.split(separator: "/").map(String.init)
      guard !Self.own[project.generator, default: []].contains(parts[0]),
        !parts.contains("node_modules")
      else { continue }
      // Docusaurus makes no page of `_part.mdx`.
      if project.generator == .docusaurus, parts.contains(where: { $0.hasPrefix("_") }),
        Self.markdown.contains(file.pathExtension.lowercased())
      {
        continue
      }
      let ending = file.pathExtension.lowercased()
      if Self.markdown.contains(ending) {
        addArticle(file, path: path, parts: parts)
      } else if parts.last == "_redirects" {
        readRedirects(file, path: path)
      } else if project.generator == .docusaurus, parts.last?.hasPrefix("_category_.") == true {
        categories.append(path)
      } else if project.generator == .docusaurus, parts.count == 1, path.hasPrefix("sidebars.") {
        readSidebars(file, path: path)
      } else if !project.publishes(parts) {
        if !isConfiguration(parts) { outside.append(path) }
      } else if Self.media.contains(ending) {
        media.append((path, newPath(ofMedia: parts)))
      } else if !isConfiguration(parts) {
        leftOut[ending.isEmpty ? "without ending" : ".\(ending)", default: []].append(path)
      }
    }
  }

  mutating func write() {
    var versions: [String: [String: String]] = [:]
    for article in articles {
      versions[article.place.key, default: [:]][article.place.language.code] = article.place.file
    }
    var places = Dictionary(
      media.map { ($0.path, ["": $0.new]) }, uniquingKeysWith: { first, _ in first })
    for article in articles { places[article.path] = versions[article.place.key] }
    addRedirects()
    let links = MovedLinks(places, root: project.root.joined(separator: "/"))
    for article in articles { write(article, links) }
    for file in media {
      guard let data = try? Data(contentsOf: project.folder.appending(path: file.path)) else {
        content.note(file.path, "can't be read; left out")
        continue
      }
      content.add(ImportedContent.File(path: file.new, data: data))
    }
    addSections()
    func note(_ paths: [String], _ why: String) {
      guard let first = paths.first else { return }
      content.note(first + (paths.count > 1 ? " and \(paths.count - 1) more" : ""), why)
    }
    for (ending, paths) in leftOut.sorted(by: { $0.key < $1.key }) {
      note(paths, "\(ending): neither article nor picture; left out")
    }
    note(outside, "not published by \(project.generator.rawValue); left out")
    content.describe(
      title: project.title, address: project.address, languages: [project.language])
  }

  // MARK: Sorting

  private mutating func addArticle(_ file: URL, path: String, parts: [String]) {
    guard project.place(of: parts) != nil else {
      if parts.count > 1 || parts.last?.lowercased().hasPrefix("readme") == false {
        content.note(
          path, "lies outside of '\(project.root.joined(separator: "/"))'; left out")
      }
      return
    }
    guard let bytes = try? Data(contentsOf: file),
      var source = String(validating: bytes, as: UTF8.self)?.replacing("\r\n", with: "\n")
    else { return content.note(path, "isn't UTF-8 text; left out") }
    if source.hasPrefix("\u{FEFF}") { source.removeFirst() }
    if source.hasPrefix("+++\n") {
      let converted = TOMLFrontMatter.yaml(of: source)
      source = converted.text
      for key in converted.unread { content.note(path, "key '\(key)' couldn't be read; left out") }
    }
    var text = FrontMatterText(source)
    var id: String?
    switch project.generator {
    case .jekyll where text.matter == nil:
      return content.note(path, "has no front matter, so it wasn't a page; left out")
    case .docusaurus:
      // There an id is of the folder and names the page, here it is of the site.
      id = text.value("id").flatMap { $0.contains("/") ? nil : $0 }
      text.remove("id")
      text.body = includes.expanded(text.body, of: path)
      removeModules(from: &text.body, path: path)
    default: break
    }
    guard let place = project.place(of: parts, id: id) else { return }
    translate(&text.body, path: path)
    // Hugo's page of a section may be an article too; here it is one of the section's.
    if project.generator == .hugo, place.isSection, text.body.contains(where: { !$0.isWhitespace })
    {
      var article = text
      article.remove("weight")
      articles.append(Article(path: path, place: place.asIndex, text: article))
      text.body = ""
    }
    articles.append(Article(path: path, place: place, text: text))
  }

  /// Writes what the generator adds to Markdown as articles write it.
  private mutating func translate(_ body: inout String, path: String) {
    body = includes.expanded(body, of: path)
    for name in includes.missing { content.note(path, "includes '\(name)', which isn't there") }
    switch project.generator {
    case .jekyll: body = AttributeMarks.alerts(in: body)
    case .mkdocs:
      let (text, hasKeys) = AttributeMarks.withoutStyle(body)
      body = text
      if hasKeys { content.allow(["kbd"]) }
    case .docusaurus, .hugo: break
    }
    let markup = GeneratorMarkup(body)
    body = markup.text
    content.allow(markup.elements)
  }

  /// Leaves out the imports and exports of MDX, which are no text.
  private mutating func removeModules(from text: inout String, path: String) {
    var left = 0
    let kept = text.changingLinesOutsideCode { line in
      let isModule =
        line.hasPrefix("import ") && line.contains("from ") || line.hasPrefix("export ")
      if isModule { left += 1 }
      return isModule ? nil : String(line)
    }
    guard left > 0 else { return }
    content.note(path, "\(left) lines of program left out")
    text = kept
  }

  /// Files beside articles stay beside those of their language; what is published as it is becomes
  /// a file of the site.
  private func newPath(ofMedia parts: [String]) -> String {
    if let top = parts.first, top == "static" || top == "assets" {
      return "assets/\(parts.dropFirst().joined(separator: "/"))"
    }
    guard let name = parts.last, let place = project.place(of: parts.dropLast() + ["x.md"]) else {
      return "assets/\(parts.joined(separator: "/"))"
    }
    return ([place.language.code] + place.parts.dropLast() + [name]).joined(separator: "/")
  }

  private mutating func readConfiguration() {
    switch project.generator {
    case .mkdocs:
      let file = MkDocsNavigation(of: project.configuration)
      navigation = Navigation(file.entries)
      formerFiles = file.formerFiles
    case .docusaurus:
      for rule in ScriptLiteral(afterFirstOf: ["redirects:"], in: project.configuration)?.list ?? []
      {
        let from = rule["from"]?.list ?? [rule["from"]].compactMap { $0 }
        guard let to = rule["to"]?.text else { continue }
        for old in from.compactMap(\.text) { redirects.append(("docusaurus.config", old, to)) }
      }
    case .hugo, .jekyll: break
    }
  }

  private mutating func readSidebars(_ file: URL, path: String) {
    guard let text = try? String(contentsOf: file, encoding: .utf8),
      let sidebars = DocusaurusSidebars(of: text)
    else {
      return content.note(
        path,
        "is a program and isn't run; 'sidebar_position' and '_category_.json' give the order")
    }
    navigation = Navigation(sidebars.entries)
  }

  /// `/old /new 301`, as several hosts read it.
  private mutating func readRedirects(_ file: URL, path: String) {
    guard let text = try? String(contentsOf: file, encoding: .utf8) else { return }
    for line in text.split(whereSeparator: \.isNewline) {
      let words = line.prefix { $0 != "#" }.split(separator: " ")
      if words.count >= 2 { redirects.append((path, String(words[0]), String(words[1]))) }
    }
  }

  private func isConfiguration(_ parts: [String]) -> Bool {
    let name = parts.last ?? ""
    return parts.count == 1
      && (name.contains("config") || name == "mkdocs.yml" || name.hasPrefix("hugo."))
      || parts.first == "config" && project.generator == .hugo
      || project.generator == .docusaurus && parts.first == "i18n" && name.hasSuffix(".json")
  }

  // MARK: Writing

  /// Gives each article the addresses it had.
  private mutating func addRedirects() {
    var byAddress: [String: Int] = [:]
    func key(_ address: String) -> String { address.split(separator: "/").joined(separator: "/") }
    for index in articles.indices {
      let (place, text) = (articles[index].place, articles[index].text)
      byAddress["\(place.language.code)/\(place.below.joined(separator: "/"))"] = index
      guard let address = project.formerAddress(of: place, text) else { continue }
      byAddress[key(address)] = index
      if ExportAlias.isUsable(address) { articles[index].addresses.append(address) }
    }
    let root = project.root.joined(separator: "/")
    let byPath = Dictionary(
      zip(articles.map(\.path), articles.indices), uniquingKeysWith: { first, _ in first })
    for (old, new) in formerFiles {
      guard let index = byPath[root.isEmpty ? new : "\(root)/\(new)"] else {
        content.note(old, "led to '\(new)', which isn't an article; left out")
        continue
      }
      let parts = old.split(separator: ".").dropLast().joined(separator: ".")
      articles[index].addresses.append("/\(parts)/")
    }
    for (file, from, to) in redirects {
      let target = String(to.prefix { $0 != "#" && $0 != "?" })
      if let index = byAddress[key(target)], ExportAlias.isUsable(from) {
        articles[index].addresses.append(from)
      } else {
        content.note(file, "'\(from)' led to '\(to)', which isn't an article; left out")
      }
    }
  }

  private mutating func write(_ article: Article, _ links: MovedLinks) {
    let place = article.place
    var text = article.text
    let page = project.generator == .docusaurus ? place.key : place.key + ".md"
    if let order = navigation.orders[page] { text.insert("order", String(order)) }
    if let title = navigation.titles[page], place.code == nil, !text.hasTitle {
      text.insert("title", YAMLText.quoted(title))
    }
    if !text.hasTitle, !place.isSection, let name = place.below.last {
      let words = name.replacing(/[-_]+/, with: " ")
      text.insert("title", YAMLText.quoted(words.prefix(1).uppercased() + words.dropFirst()))
      content.note(article.path, "has no title; named after its file")
    }
    for address in article.addresses { text.addAlias(address) }
    text.body = links.rewritten(text.body, from: article.path, to: place.file)
    content.add(ImportedContent.File(path: place.file, data: Data(text.text.utf8)))
    if !place.isSection { content.count(place.language, redirects: text.addresses) }
  }

  /// Titles of folders: from the navigation first, then from the folders' own files.
  private mutating func addSections() {
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
