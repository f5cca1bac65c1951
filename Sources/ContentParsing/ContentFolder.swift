import Diagnostics
import FileStamps
import Foundation
import KnowledgeBase

/// The files of a content folder, sorted into what they are by name and place alone.
struct ContentFolder {
  struct ArticleFile {
    /// Below the content folder: `en/payments/refund.md`.
    let path: String
    let language: Language
    /// Below the language folder, without extension: `payments/refund`.
    let id: String
    let stamp: FileStamp?
    /// There is a folder of its name with other articles, to which it belongs: `payments.md` or
    /// `payments/index.md` beside `payments/refund.md`.
    fileprivate(set) var isFolderPage = false

    /// The folder that it belongs to, below that of the language.
    var categoryPath: [String] {
      let parts = id.pathParts.map(String.init)
      return isFolderPage ? parts : parts.dropLast()
    }
  }

  struct CategoryFile {
    let path: String
    let language: Language
    let folder: [String]
    /// Zola's and Hugo's `_index.md` hold a folder's title in front matter.
    let isMarkdown: Bool
  }

  /// An image or document that pages may show or offer, or a file of `static`.
  struct Asset: Equatable, Sendable {
    /// Below the content folder.
    let path: String
    let source: URL
    let stamp: FileStamp?

    /// Below the site's root.
    var destination: String { Self.destination(of: path) }

    static func destination(of path: String) -> String {
      if path.hasPrefix(ContentFolder.asItIs) {
        return String(path.dropFirst(ContentFolder.asItIs.count))
      }
      return path.hasPrefix("assets/") ? path : "assets/" + path
    }
  }

  let root: URL
  private(set) var articles: [ArticleFile] = []
  private(set) var categories: [CategoryFile] = []
  private(set) var assets: [Asset] = []
  /// What is neither an article nor published as it is, nor a log: configuration and templates.
  private(set) var others: [String] = []
  private(set) var languages: [Language] = []
  /// What was left out, with paths below the content folder.
  private(set) var findings: [Finding] = []

  struct Finding {
    let rule: String
    let path: String
    let summary: String
    let cure: String
  }

  /// The folder of files that are published as they are, from the site's root on, whatever they are:
  /// `static/CNAME`, `static/.well-known/security.txt`.
  fileprivate static let asItIs = "static/"
  fileprivate static let reserved: Set<String> = [
    "contacts", "synonyms", "site-templates", "strings", "templates",
  ]
  private static let ignoredExtensions: Set<String> = ["yml", "yaml", "py", "csv", "db", "jsonl"]
  /// What a browser would run if it were published.
  private static let activeExtensions: Set<String> = [
    "css", "htm", "html", "js", "mjs", "swf", "wasm", "xht", "xhtml", "xml", "xsl",
  ]

  /// - Parameters:
  ///   - state: how the folder lies.
  ///   - configured: the site's languages; empty to find them from folders and names.
  /// - Complexity: O(*n* log *n*) in the files, to sort them.
  init(at root: URL, in state: FolderState, configured: [Language]) {
    self.root = root
    let files = accepted(state.files)
    let paths = files.map(\.path)
    var folderLanguages: [String: Language] = [:]
    let folders = Set(paths.compactMap(Self.topFolder))
    for folder in folders {
      folderLanguages[folder] = Self.language(folder, among: configured)
    }
    if !folderLanguages.isEmpty {
      findings += folders.subtracting(folderLanguages.keys).sorted().compactMap {
        Self.unlistedLanguage($0, among: configured)
      }
    }
    let suffixes = paths.map { Self.nameSuffix(of: $0, among: configured) }
    var found = configured
    let suffixed = suffixes.compactMap { $0?.language }
    for language in Set(folderLanguages.values).union(suffixed).sorted()
    where !found.contains(language) {
      found.append(language)
    }
    let english = Language("en")
    let fallback = configured.first ?? found.first { $0 == english } ?? english
    var place = Place("", folderLanguages: folderLanguages)
    for (file, suffix) in zip(files, suffixes) {
      let count = articles.count + assets.count
      let name = file.path.utf8.lastIndex(of: UInt8(ascii: "/"))
      let folder = file.path[..<(name.map(file.path.utf8.index(after:)) ?? file.path.startIndex)]
      // Files come by folder.
      if folder != place.path { place = Place(folder, folderLanguages: folderLanguages) }
      add(file, in: place, suffix: suffix, fallback: fallback)
      if articles.count + assets.count == count, !Self.isLog(file.path) {
        others.append(file.path)
      }
    }
    if let fallback, !found.contains(fallback),
      articles.contains(where: { $0.language == fallback })
    {
      found.insert(fallback, at: 0)
    }
    languages = found
    findFolderPages()
  }

  /// Tells which articles are the pages of folders that hold other articles.
  ///
  /// - Complexity: O(*n*) in the articles.
  private mutating func findFolderPages() {
    var folders: [Language: Set<Substring>] = [:]
    for article in articles {
      var path = article.id[...]
      while let end = path.utf8.lastIndex(of: UInt8(ascii: "/")) {
        path = path[..<end]
        // The folders around it are known then, too.
        if !folders[article.language, default: []].insert(path).inserted { break }
      }
    }
    for number in articles.indices {
      let article = articles[number]
      if folders[article.language]?.contains(article.id[...]) ?? false {
        articles[number].isFolderPage = true
      }
    }
  }

  private static func isLog(_ path: String) -> Bool {
    path.hasPrefix("contacts/") || [".csv", ".db", ".jsonl"].contains(where: path.hasSuffix)
  }

  /// What the files right inside a folder have in common.
  private struct Place {
    /// With a slash at the end, but for the content folder itself.
    let path: Substring
    /// It holds what is something else than articles and assets.
    let isReserved: Bool
    /// Of the folder of a language that it is in.
    let language: Language?
    /// The folder below that of the language, as its name is.
    let parts: [String]
    /// The same as addresses have it.
    let folder: [String]

    init(_ path: Substring, folderLanguages: [String: Language]) {
      self.path = path
      var parts = path.pathParts.map(String.init)
      isReserved = parts.first.map(ContentFolder.reserved.contains) ?? false
      language = parts.first.flatMap { folderLanguages[$0] }
      if language != nil { parts.removeFirst() }
      self.parts = parts
      folder = parts.map { $0.hasPrefix("_") ? String($0.dropFirst()) : $0 }
    }
  }

  /// - Parameters:
  ///   - place: where it lies.
  ///   - suffix: `nameSuffix` of its path.
  private mutating func add(
    _ file: FolderState.File, in place: Place, suffix: (stem: String, language: Language)?,
    fallback: Language?
  ) {
    let path = file.path
    if path.hasPrefix(Self.asItIs) { return addAsset(file) }
    if place.isReserved { return }
    let name = path.utf8.dropFirst(place.path.utf8.count)
    var language = place.language
    let ending = name.split(separator: UInt8(ascii: ".")).last
    let extensionName = ending.map { Substring($0).lowercased() } ?? ""
    if ["_category.yml", "_category.yaml"].contains(where: { name.elementsEqual($0.utf8) }) {
      if let language = language ?? fallback {
        categories.append(
          CategoryFile(path: path, language: language, folder: place.parts, isMarkdown: false))
      }
      return
    }
    guard extensionName == "md" || extensionName == "markdown" else {
      return addAsset(file, extensionName: extensionName)
    }
    var stem = String(Substring(name.dropLast(extensionName.utf8.count + 1)))
    if let suffix {
      if language == nil || language == suffix.language {
        language = suffix.language
        stem = suffix.stem
      } else if let folder = language?.code {
        findings.append(Self.mismatch(of: path, named: suffix.language.code, in: folder))
      }
    }
    guard let language = language ?? fallback else { return }
    if place.parts.isEmpty, stem.lowercased() == "readme" { return }
    if stem == "_index" {
      categories.append(
        CategoryFile(path: path, language: language, folder: place.folder, isMarkdown: true))
      return
    }
    let isFolderPage = stem == "index" && !place.folder.isEmpty
    let id = (isFolderPage ? place.folder : place.folder + [stem]).joined(separator: "/")
    articles.append(ArticleFile(path: path, language: language, id: id, stamp: file.stamp))
  }

  private mutating func addAsset(_ file: FolderState.File, extensionName: String) {
    if Self.ignoredExtensions.contains(extensionName) { return }
    if Self.activeExtensions.contains(extensionName) {
      findings.append(
        Finding(
          rule: "active-file", path: file.path,
          summary: "'.\(extensionName)' files could run as program and aren't published",
          cure:
            "publish a PDF or an image instead; what is the site's own, such as a page that proves "
            + "whose it is, goes into '\(Self.asItIs)'"))
      return
    }
    addAsset(file)
  }

  private mutating func addAsset(_ file: FolderState.File) {
    assets.append(
      Asset(path: file.path, source: root.appending(path: file.path), stamp: file.stamp))
  }

  /// The files of the folder, in the order of their paths. A symbolic link is followed only to a file
  /// of the folder.
  private mutating func accepted(_ files: [FolderState.File]) -> [FolderState.File] {
    for file in files where file.isLink {
      let link = root.appending(path: file.path)
      if let summary = Self.refusal(ofLink: link, below: root.path + "/") {
        findings.append(
          Finding(
            rule: "symbolic-link", path: file.path, summary: "symbolic link \(summary)",
            cure: "put the files themselves there"))
      }
    }
    findings.sort { $0.path < $1.path }
    let refused = Set(findings.map(\.path))
    return files.filter { file in
      (file.path.hasPrefix(Self.asItIs) || !Self.isHidden(file.path))
        && !(file.isLink && refused.contains(file.path))
    }.sorted { $0.path < $1.path }
  }

  private static func isHidden(_ path: String) -> Bool {
    path.hasPrefix(".") || path.contains(mark: "/.")
  }

  /// Why a symbolic link isn't followed; nil when it leads to a file of the folder.
  private static func refusal(ofLink url: URL, below base: String) -> String? {
    let target = url.resolvingSymlinksInPath()
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: target.path, isDirectory: &isFolder) else {
      return "leads nowhere"
    }
    guard (target.path + "/").hasPrefix(base) else {
      return "leaves the content folder and isn't followed"
    }
    return isFolder.boolValue ? "to a folder isn't followed" : nil
  }

  private static func topFolder(of path: String) -> String? {
    path.utf8.firstIndex(of: UInt8(ascii: "/")).map { String(path[..<$0]) }
  }

  private static func language(_ text: String, among configured: [Language]) -> Language? {
    guard let language = Language(text) else { return nil }
    if configured.contains(language) { return language }
    return configured.isEmpty && language.isKnown && language.primary.count == 2 ? language : nil
  }

  /// A folder beside those of languages that was forgotten in the configuration, it seems.
  private static func unlistedLanguage(_ folder: String, among configured: [Language]) -> Finding? {
    guard let language = language(folder, among: []) else { return nil }
    let codes = (configured + [language]).map(\.code).joined(separator: ", ")
    return Finding(
      rule: "unlisted-language", path: folder,
      summary: "\(SiteFile.name) doesn't list '\(folder)', so it is a category",
      cure: "add the language: languages: [\(codes)]; or give the folder another name")
  }

  private static func mismatch(of path: String, named code: String, in folder: String) -> Finding {
    Finding(
      rule: "language-folder", path: path,
      summary:
        "file is named for '\(code)' and lies in '\(folder)', so it is an article in '\(folder)'",
      cure: "move it into '\(code)', or take '.\(code)' out of its name")
  }

  /// `refund` and `pl` of `payments/refund.pl.md` or `payments/refund._pl.md`.
  private static func nameSuffix(
    of path: String, among configured: [Language]
  ) -> (stem: String, language: Language)? {
    // Most names have no dot but that before `md`.
    let nameBytes = path.utf8.reversed().prefix { $0 != UInt8(ascii: "/") }
    guard path.hasSuffix(".md"), nameBytes.count(where: { $0 == UInt8(ascii: ".") }) > 1,
      let name = path.pathParts.last
    else { return nil }
    let parts = name.dropLast(3).split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count >= 2, let last = parts.last else { return nil }
    let code = String(last.hasPrefix("_") ? last.dropFirst() : last)
    guard let language = language(code, among: configured) else { return nil }
    return (parts.dropLast().joined(separator: "."), language)
  }
}
