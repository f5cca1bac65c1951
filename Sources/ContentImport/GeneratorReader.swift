import Foundation
import KnowledgeBase

/// Sorts the files of another generator's folder into what they are, and writes them as files of a
/// content folder.
struct GeneratorReader {
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

  struct Article {
    /// Below the project.
    let path: String
    /// Where it lay, and where it goes.
    let former: GeneratorProject.Place
    var place: GeneratorProject.Place
    var text: FrontMatterText
    var addresses: [String] = []

    init(path: String, place: GeneratorProject.Place, text: FrontMatterText) {
      self.path = path
      former = place
      self.place = place
      self.text = text
    }
  }

  /// Files outside of what the site publishes.
  var outside: [String] = []

  let project: GeneratorProject
  private var includes: PageIncludes
  var navigation = Navigation()
  var articles: [Article] = []
  /// Files to copy: below the project, and below the content folder.
  var media: [(path: String, new: String)] = []
  var categories: [String] = []
  var formerFiles: [(old: String, new: String)] = []
  /// Former addresses that a file or the configuration leads to others.
  var redirects: [(file: String, from: String, to: String)] = []
  var leftOut: [String: [String]] = [:]
  var content = ImportedContent()

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

  private mutating func addArticle(_ file: URL, path: String, parts: [String]) {
    guard project.place(of: parts) != nil else {
      if parts.count > 1 || parts.last?.lowercased().hasPrefix("readme") == false {
        content.note(
          path, "lies outside of '\(project.root.joined(separator: "/"))'; left out")
      }
      return
    }
    guard let bytes = try? Data(contentsOf: file),
      var source = String(validating: bytes, as: UTF8.self)?.replacing(mark: "\r\n", with: "\n")
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
    if project.generator == .hugo, place.isSection, place.parts.count > 1,
      text.body.contains(where: { !$0.isWhitespace })
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
}
