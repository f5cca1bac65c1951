import Foundation
import KnowledgeBase

/// Reads the folder of another site generator. Front matter that Signpost understands stays as it
/// is; files move to where they belong, and their former addresses become aliases.
package enum GeneratorImport {
  package enum Generator: String, CaseIterable, Sendable { case hugo, jekyll, docusaurus, mkdocs }

  private static let markdown: Set<String> = ["md", "mdx", "markdown"]
  private static let images: Set<String> = ["gif", "jpeg", "jpg", "pdf", "png", "svg", "webp"]
  /// What generators write themselves, or keep for themselves.
  private static let skipped: Set<String> = [
    "_site", "_layouts", "_includes", "_sass", "archetypes", "layouts", "node_modules", "public",
    "themes", "build", "resources", "vendor",
  ]

  /// - Throws: `ImportError` when the folder holds no Markdown.
  package static func read(_ url: URL, from generator: Generator) throws -> ImportedContent {
    guard FileManager.default.fileExists(atPath: url.path) else {
      throw ImportError.missing(url.path)
    }
    let root = source(of: generator, in: url)
    let base = url.standardizedFileURL.path + "/"
    var content = ImportedContent()
    let configuration = url.appending(path: "mkdocs.yml")
    let navigation = MkDocsNavigation(
      of: generator == .mkdocs
        ? (try? String(contentsOf: configuration, encoding: .utf8)) ?? "" : "")
    for file in ExportFiles.all(below: url) {
      let path = String(file.standardizedFileURL.path.dropFirst(base.count))
      let parts = path.split(separator: "/").map(String.init)
      guard !parts.dropLast().contains(where: skipped.contains) else { continue }
      let ending = file.pathExtension.lowercased()
      if markdown.contains(ending) {
        guard let place = place(of: parts, generator, root: root) else {
          if parts.last?.lowercased().hasPrefix("readme") == false {
            content.note(path, "lies outside of '\(root.joined(separator: "/"))'; left out")
          }
          continue
        }
        let source = parts.dropFirst(root.count).joined(separator: "/")
        add(file, path: path, source: source, place: place, generator, navigation, to: &content)
      } else if generator == .docusaurus, parts.last == "_category_.json" {
        addCategory(file, parts: parts, root: root, to: &content)
      } else if generator == .docusaurus, parts.count == 1, path.hasPrefix("sidebars.") {
        content.note(
          path,
          "is a program and isn't run; 'sidebar_position' and '_category_.json' give the order")
      } else if generator == .docusaurus, parts.last?.hasPrefix("_category_.y") == true {
        content.note(path, "isn't read; write its label as 'title' into _category.yml")
      } else if path.hasSuffix("_redirects") {
        content.note(path, "isn't read; write its former addresses as 'aliases' of their articles")
      } else if images.contains(ending), let data = try? Data(contentsOf: file) {
        let isStatic = ["static", "assets"].contains(parts.first ?? "")
        let place = isStatic ? nil : asset(parts, generator, root: root)
        content.add(
          ImportedContent.File(
            path: place ?? "assets/\(parts.dropFirst(isStatic ? 1 : 0).joined(separator: "/"))",
            data: data))
      }
    }
    addSections(of: navigation, to: &content)
    guard content.articles > 0 else { throw ImportError.noArticles(url.path) }
    return content
  }

  /// The folder that holds the articles, if the export has one.
  private static func source(of generator: Generator, in url: URL) -> [String] {
    let name =
      switch generator {
      case .hugo: "content"
      case .docusaurus, .mkdocs: "docs"
      case .jekyll: ""
      }
    let exists = FileManager.default.fileExists(atPath: url.appending(path: name).path)
    return name.isEmpty || !exists ? [] : [name]
  }

  private struct Place {
    let language: Language?
    /// Below the language folder, without extension.
    let parts: [String]
    /// The address the page had, nil when it can't be known.
    let address: String?
  }

  private static func place(of parts: [String], _ generator: Generator, root: [String]) -> Place? {
    var parts = parts
    var language: Language?
    if generator == .docusaurus, parts.first == "i18n", parts.count > 4 {
      language = ExportLanguage.of(parts[1])
      guard parts[2].hasPrefix("docusaurus-plugin-content-docs") else { return nil }
      parts = Array(parts.dropFirst(4))
    } else {
      guard parts.starts(with: root) else { return nil }
      parts = Array(parts.dropFirst(root.count))
      if parts.count > 1, let folder = Language(parts[0]), folder.isKnown, folder.primary.count == 2
      {
        language = folder
        parts.removeFirst()
      }
    }
    guard var stem = parts.popLast()?.split(separator: ".").dropLast().map(String.init) else {
      return nil
    }
    if stem.count > 1, let suffix = stem.last, language == nil,
      let named = Language(suffix.hasPrefix("_") ? String(suffix.dropFirst()) : suffix),
      named.isKnown
    {
      language = named
      stem.removeLast()
    }
    var name = stem.joined(separator: ".")
    if generator == .jekyll {
      parts = parts.map { $0.hasPrefix("_") ? String($0.dropFirst()) : $0 }
      name = withoutDate(name)
    }
    if generator == .docusaurus {
      parts = parts.map(withoutNumber)
      name = withoutNumber(name)
    }
    let isIndex = name == "index" || name == "_index" || name.lowercased() == "readme"
    let below = isIndex ? parts : parts + [name]
    let prefix = generator == .docusaurus ? ["docs"] : []
    let address = "/" + (prefix + below).joined(separator: "/") + "/"
    return Place(
      language: language, parts: parts + [name == "_index" ? "_index" : name],
      address: generator == .jekyll || below.isEmpty ? nil : address)
  }

  /// `2024-05-01-name` is `name`.
  private static func withoutDate(_ name: String) -> String {
    name.firstMatch(of: /^\d{4}-\d{2}-\d{2}-(.+)$/).map { String($0.1) } ?? name
  }

  /// `01-name` and `1. name` are `name`.
  private static func withoutNumber(_ name: String) -> String {
    name.firstMatch(of: /^\d+\s*[-_.]+\s*(.+)$/).map { String($0.1) } ?? name
  }

  private static func asset(_ parts: [String], _ generator: Generator, root: [String]) -> String? {
    guard let name = parts.last,
      let place = place(of: parts.dropLast() + ["x.md"], generator, root: root)
    else { return nil }
    let language = place.language ?? Language("en")
    return ([language?.code ?? "en"] + place.parts.dropLast() + [name]).joined(separator: "/")
  }

  /// - Parameter source: the file below the folder of articles.
  private static func add(
    _ file: URL, path: String, source name: String, place: Place, _ generator: Generator,
    _ navigation: MkDocsNavigation, to content: inout ImportedContent
  ) {
    guard let bytes = try? Data(contentsOf: file),
      let text = String(validating: bytes, as: UTF8.self)
    else { return content.note(path, "isn't UTF-8 text; left out") }
    let language = place.language ?? Language("en")
    guard let language else { return }
    var source = text.replacing("\r\n", with: "\n")
    if source.hasPrefix("+++\n") {
      let converted = TOMLFrontMatter.yaml(of: source)
      source = converted.text
      for key in converted.unread { content.note(path, "key '\(key)' couldn't be read; left out") }
    }
    if file.pathExtension == "mdx" || generator == .docusaurus {
      source = withoutModules(source, path: path, to: &content)
    }
    if let order = navigation.orders[name] { source = withKey("order", String(order), source) }
    if let title = navigation.titles[name], !hasTitle(source) {
      source = withKey("title", YAMLText.quoted(title), source)
    }
    let former = (navigation.formerFiles[name] ?? []).map { old in
      "/" + old.split(separator: ".").dropLast().joined(separator: ".") + "/"
    }
    let addresses = (former + [place.address].compactMap { $0 }).filter(ExportAlias.isUsable)
    for address in addresses { source = withAlias(address, source) }
    let target = ([language.code] + place.parts).joined(separator: "/") + ".md"
    content.addCopy(
      ImportedContent.File(path: target, data: Data(source.utf8)), language: language,
      redirects: addresses.count, isArticle: place.parts.last != "_index")
  }

  /// Leaves out the imports and exports of MDX, which are no text.
  private static func withoutModules(
    _ text: String, path: String, to content: inout ImportedContent
  ) -> String {
    var fence: Character?
    var left = 0
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).filter { line in
      if line.hasPrefix("```") || line.hasPrefix("~~~") {
        fence = fence == nil ? line.first : (fence == line.first ? nil : fence)
      }
      let isModule =
        fence == nil
        && (line.hasPrefix("import ") && line.contains("from ") || line.hasPrefix("export "))
      if isModule { left += 1 }
      return !isModule
    }
    if left > 0 { content.note(path, "\(left) lines of program left out") }
    return lines.joined(separator: "\n")
  }

  /// Adds a key to the front matter that has none of that name.
  private static func withKey(_ key: String, _ value: String, _ text: String) -> String {
    guard text.hasPrefix("---\n") else { return "---\n\(key): \(value)\n---\n" + text }
    let end = text.dropFirst(4).firstRange(of: "\n---")?.lowerBound ?? text.endIndex
    guard !text[..<end].contains("\n\(key):") else { return text }
    return "---\n\(key): \(value)\n" + text.dropFirst(4)
  }

  /// True for a title in front matter or a first-level heading.
  private static func hasTitle(_ text: String) -> Bool {
    text.split(separator: "\n").contains { $0.hasPrefix("title:") || $0.hasPrefix("# ") }
  }

  /// Docusaurus's `_category_.json`: label, position, and the description of its page.
  private static func addCategory(
    _ file: URL, parts: [String], root: [String], to content: inout ImportedContent
  ) {
    struct Category: Decodable {
      struct Link: Decodable { let description: String? }
      let label: String?
      let position: Double?
      let link: Link?
    }
    let path = parts.joined(separator: "/")
    guard let category = ExportFiles.decode(Category.self, from: file),
      let place = place(of: parts.dropLast() + ["x.md"], .docusaurus, root: root)
    else { return content.note(path, "couldn't be read; left out") }
    content.addCategory(
      [place.language?.code ?? "en"] + place.parts.dropLast(), title: category.label,
      description: category.link?.description, order: category.position.map { Int($0) })
  }

  private static func addSections(
    of navigation: MkDocsNavigation, to content: inout ImportedContent
  ) {
    for (folder, section) in navigation.sections.sorted(by: { $0.key < $1.key }) {
      content.addCategory(
        ["en"] + folder.split(separator: "/").map(String.init), title: section.title,
        description: nil, order: section.order)
    }
    for title in navigation.scattered {
      content.note(
        "mkdocs.yml", "section '\(title)' isn't one folder; its articles stay in their folders")
    }
  }

  /// Adds an alias to the front matter, or writes one.
  private static func withAlias(_ address: String, _ text: String) -> String {
    let entry = "- \(YAMLText.quoted(address))"
    guard text.hasPrefix("---\n") else {
      return "---\naliases:\n  \(entry)\n---\n" + text
    }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if let own = lines.firstIndex(where: { $0.hasPrefix("aliases:") }) {
      let value = lines[own].dropFirst("aliases:".count).drop { $0 == " " }
      if value.isEmpty {
        let indent = lines.indices.contains(own + 1) ? lines[own + 1].prefix { $0 == " " } : "  "
        lines.insert("\(indent)\(entry)", at: own + 1)
      } else if value.hasPrefix("[") {
        lines[own] = "aliases: [\(YAMLText.quoted(address)), " + value.dropFirst()
      }
    } else {
      lines.insert(contentsOf: ["aliases:", "  \(entry)"], at: 1)
    }
    return lines.joined(separator: "\n")
  }
}

extension ImportedContent {
  mutating func addCopy(_ file: File, language: Language, redirects: Int, isArticle: Bool) {
    add(file)
    guard isArticle else { return }
    count(language, redirects: redirects)
  }
}
