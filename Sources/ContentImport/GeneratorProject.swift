import Foundation
import KnowledgeBase

/// The folder of another site generator: what its configuration says, and where its files belong.
struct GeneratorProject {
  let generator: GeneratorImport.Generator
  let folder: URL
  /// The folder of the articles below the project's; empty for the project's own.
  let root: [String]
  let title: String?
  /// The site's address, `https://docs.example.com`.
  let address: String?
  /// The language of articles whose name or folder says none.
  let language: Language
  /// Docusaurus: where articles lie below the site's root, `docs`.
  private let articleRoot: [String]
  /// Jekyll: pages have addresses that end with a slash.
  private let isPretty: Bool
  /// The text of the configuration.
  let configuration: String

  init(at folder: URL, of generator: GeneratorImport.Generator, english: Language) {
    self.generator = generator
    self.folder = folder
    let configuration = Self.configurations[generator, default: []].lazy
      .compactMap { try? String(contentsOf: folder.appending(path: $0), encoding: .utf8) }.first
    let text = configuration ?? ""
    self.configuration = text
    let name =
      switch generator {
      case .hugo: "content"
      case .docusaurus: "docs"
      case .mkdocs: Self.value(of: ["docs_dir"], in: text) ?? "docs"
      case .jekyll: ""
      }
    let exists = FileManager.default.fileExists(atPath: folder.appending(path: name).path)
    root = name.isEmpty || !exists ? [] : name.split(separator: "/").map(String.init)
    title = Self.value(of: ["site_name", "title"], in: text)
    let address = Self.value(of: ["baseURL", "base_url", "site_url", "url"], in: text)
    self.address = address.flatMap { $0.hasPrefix("http") ? $0 : nil }
    var languageKeys = ["defaultContentLanguage", "default_language", "defaultLocale", "lang"]
    if generator == .mkdocs { languageKeys.append("language") }
    language =
      Self.value(of: languageKeys, in: text).flatMap(ExportLanguage.of) ?? english
    articleRoot = (Self.value(of: ["routeBasePath"], in: text) ?? "docs").split(separator: "/")
      .map(String.init)
    isPretty = Self.value(of: ["permalink"], in: text)?.hasSuffix("pretty") == true
  }

  private static let configurations: [GeneratorImport.Generator: [String]] = [
    .docusaurus: ["docusaurus.config.js", "docusaurus.config.ts", "docusaurus.config.mjs"],
    .hugo: [
      "hugo.toml", "hugo.yaml", "hugo.yml", "config.toml", "config.yaml", "config.yml",
      "config/_default/hugo.toml", "config/_default/config.toml",
    ],
    .jekyll: ["_config.yml"], .mkdocs: ["mkdocs.yml"],
  ]

  /// The value of the first line that has one of the keys, in YAML, TOML or JavaScript.
  private static func value(of keys: [String], in text: String) -> String? {
    for key in keys {
      for line in text.split(whereSeparator: \.isNewline) {
        let line = line.drop { $0.isWhitespace }
        guard line.hasPrefix(key) else { continue }
        let rest = line.dropFirst(key.count).drop { $0 == " " }
        guard let mark = rest.first, mark == ":" || mark == "=" else { continue }
        let value = rest.dropFirst().trimmingCharacters(in: .whitespaces)
        if let quote = value.first, quote == "\"" || quote == "'" {
          return String(value.dropFirst().prefix { $0 != quote })
        }
        let bare = value.prefix { $0 != "#" && $0 != "," }.trimmingCharacters(in: .whitespaces)
        if !bare.isEmpty, !"[{&".contains(bare.prefix(1)) { return bare }
      }
    }
    return nil
  }

  /// True for the folders whose files become part of the site.
  func publishes(_ path: [String]) -> Bool {
    switch generator {
    case .jekyll: true
    case .mkdocs: path.starts(with: root)
    case .docusaurus, .hugo:
      path.starts(with: root) || ["assets", "i18n", "static"].contains(path.first)
    }
  }

  // MARK: Places

  struct Place {
    let language: Language
    /// The code of the language in addresses, nil for the default language.
    let code: String?
    /// Below the language folder, without extension.
    let parts: [String]
    /// The day in the name of a post, `2024-05-01`.
    let day: String?

    /// The article's path without the name of a page that stands for its folder.
    var below: [String] { isIndex ? parts.dropLast() : parts }
    var isIndex: Bool { ["index", "_index", "readme"].contains(parts.last?.lowercased()) }
    var isSection: Bool { parts.last == "_index" }
    var file: String { ([language.code] + parts).joined(separator: "/") + ".md" }
    /// The place of the article in the folder that `_index` stands for.
    var asIndex: Place { moved(to: parts.dropLast() + ["index"]) }
    /// The place without its language, to find translations by.
    var key: String { parts.joined(separator: "/") }

    func moved(to parts: [String]) -> Place {
      Place(language: language, code: code, parts: parts, day: day)
    }
  }

  /// Where a file of the project belongs; nil when it lies outside of the articles.
  ///
  /// - Parameter id: Docusaurus's `id`, which stands for the file's name.
  func place(of path: [String], id: String? = nil) -> Place? {
    var parts = path
    var code: String?
    if generator == .docusaurus, parts.first == "i18n", parts.count > 4 {
      guard parts[2] == "docusaurus-plugin-content-docs", parts[3] == "current" else { return nil }
      code = parts[1]
      parts = Array(parts.dropFirst(4))
    } else {
      guard parts.starts(with: root) else { return nil }
      parts = Array(parts.dropFirst(root.count))
      if parts.count > 1, let folder = Language(parts[0]), folder.isKnown, folder.primary.count == 2
      {
        code = parts.removeFirst()
      }
    }
    guard var stem = parts.popLast()?.split(separator: ".").dropLast().map(String.init) else {
      return nil
    }
    if stem.count > 1, let suffix = stem.last, code == nil {
      let named = suffix.hasPrefix("_") ? String(suffix.dropFirst()) : suffix
      if Language(named)?.isKnown == true {
        code = named
        stem.removeLast()
      }
    }
    var name = stem.joined(separator: ".")
    var day: String?
    switch generator {
    case .jekyll:
      parts = parts.map { $0.hasPrefix("_") ? String($0.dropFirst()) : $0 }
      if let dated = name.firstMatch(of: /^(\d{4}-\d{2}-\d{2})-(.+)$/) {
        (day, name) = (String(dated.1), String(dated.2))
      }
    case .docusaurus:
      parts = parts.map(Self.withoutNumber)
      name = id ?? Self.withoutNumber(name)
      // A page named as its folder stands for it.
      if id == nil, name == parts.last { name = "index" }
    case .hugo, .mkdocs: break
    }
    if name.lowercased() == "readme" { name = "index" }
    guard let language = code.map(ExportLanguage.of) ?? language else { return nil }
    return Place(
      language: language, code: language == self.language ? nil : code, parts: parts + [name],
      day: day)
  }

  /// `01-name` and `1. name` are `name`.
  private static func withoutNumber(_ name: String) -> String {
    name.firstMatch(of: /^\d+\s*[-_.]+\s*(.+)$/).map { String($0.1) } ?? name
  }

  /// The address that a page had, `/docs/pay/refund/`; nil when it is the new one, or isn't known.
  func formerAddress(of place: Place, _ text: FrontMatterText) -> String? {
    guard !place.isSection else { return nil }
    var parts = (place.code.map { [$0] } ?? []) + (generator == .docusaurus ? articleRoot : [])
    var ending = "/"
    switch generator {
    case .docusaurus:
      parts += Self.parts(place.below, replacedBy: text.value("slug"))
    case .hugo:
      if let url = text.value("url") { return url }
      parts += Self.parts(place.below, replacedBy: text.value("slug"))
    case .mkdocs: parts += place.below
    case .jekyll:
      if let permalink = text.value("permalink") {
        return permalink.contains(":") ? nil : permalink
      }
      if let day = place.day {
        guard text.value("categories") == nil, text.value("category") == nil else { return nil }
        parts += day.split(separator: "-").map(String.init) + place.parts.suffix(1)
      } else {
        parts += place.below
      }
      ending = isPretty || place.isIndex ? "/" : ".html"
    }
    let address = "/" + parts.joined(separator: "/") + ending
    let new = "/" + ([place.language.code] + place.below).joined(separator: "/") + "/"
    return parts.isEmpty || address == new ? nil : address
  }

  private static func parts(_ path: [String], replacedBy slug: String?) -> [String] {
    guard let slug else { return path }
    let parts = slug.split(separator: "/").map(String.init)
    return slug.hasPrefix("/") ? parts : path.dropLast() + parts
  }
}
