import Availability
import Diagnostics
import Foundation
import KnowledgeBase
import Synchronization

/// What a content folder holds, with everything that is wrong with it.
package struct LoadedContent: Sendable {
  package let library: Library
  package let contact: ContactPlan?
  package let synonyms: [Language: Synonyms]
  /// Files to copy: where they are and where they go below the site's root.
  package let assets: [Asset]
  package let diagnostics: [Diagnostic]
  /// False when the configuration can't be read or there is no article, so nothing should be built.
  package let isUsable: Bool

  package struct Asset: Sendable {
    package let source: URL
    package let destination: String
  }
}

/// Reads a content folder: configuration, categories, articles. Faults are collected, each with its
/// place and cure; a faulty article is left out and never hides the next.
///
///     ContentLoader(root: URL(filePath: "content")).load().library.articles.count
package struct ContentLoader: Sendable {
  private let root: URL
  /// How the folder is written in diagnostics: as the user gave it.
  private let shownRoot: String

  package init(root: URL, shownAs shownRoot: String? = nil) {
    self.root = root.standardizedFileURL
    let shown = shownRoot ?? root.relativePath
    self.shownRoot = shown.hasSuffix("/") ? String(shown.dropLast()) : shown
  }

  /// - Parameter includesDrafts: drafts count as published, for a preview.
  /// - Complexity: O(*n*) in the size of the folder; articles are parsed on all cores.
  package func load(includesDrafts: Bool = false) -> LoadedContent {
    var diagnostics: [Diagnostic] = []
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: root.path, isDirectory: &isFolder), isFolder.boolValue
    else {
      return nothing(
        Diagnostic(
          .error, rule: "content-folder", at: SourceLocation(file: shownRoot),
          "content folder doesn't exist",
          cures: ["name the folder that holds your articles: --content DIR"]))
    }
    let configuration = SiteFile.read(
      source(SiteFile.name, &diagnostics), folderName: root.lastPathComponent,
      diagnostics: &diagnostics)
    var site = configuration.site
    let folder = ContentFolder(at: root, configured: site.languages)
    site.languages = folder.languages
    let contact = source(ContactFile.name, &diagnostics).flatMap {
      ContactFile.read($0, diagnostics: &diagnostics)
    }
    var synonyms: [Language: Synonyms] = [:]
    for language in folder.languages {
      if let file = source("synonyms/\(language.code).yml", &diagnostics) {
        synonyms[language] = SynonymFile.read(file, diagnostics: &diagnostics)
      }
    }
    let headers = readHeaders(folder, &diagnostics)
    let assets = Dictionary(
      folder.assets.map { ($0, Self.assetDestination($0)) }, uniquingKeysWith: { first, _ in first })
    let targets = linkTargets(headers, assets: assets, site: site)
    let parsed = parseBodies(headers, targets: targets)
    diagnostics += parsed.flatMap(\.diagnostics)
    let articles = parsed.compactMap(\.article).filter { article in
      let status = article.frontMatter.status
      return status == .published || (includesDrafts && status == .draft)
    }
    if articles.isEmpty {
      diagnostics.append(
        Diagnostic(
          .error, rule: "no-articles", at: SourceLocation(file: shownRoot),
          "no article can be published",
          cures: ["write one: \(shownRoot)/en/first-steps.md, with a title in its front matter"]))
    }
    let library = Library(
      site: site, articles: articles,
      categories: categories(folder, of: articles, &diagnostics))
    return LoadedContent(
      library: library, contact: contact, synonyms: synonyms,
      assets: folder.assets.map {
        LoadedContent.Asset(source: root.appending(path: $0), destination: Self.assetDestination($0))
      },
      diagnostics: diagnostics, isUsable: configuration.isUsable && !articles.isEmpty)
  }

  private func nothing(_ diagnostic: Diagnostic) -> LoadedContent {
    LoadedContent(
      library: Library(
        site: Site(title: [:], baseURL: "", languages: []), articles: [], categories: []),
      contact: nil, synonyms: [:], assets: [], diagnostics: [diagnostic], isUsable: false)
  }

  private static func assetDestination(_ path: String) -> String {
    path.hasPrefix("assets/") ? path : "assets/" + path
  }

  private func source(_ path: String, _ diagnostics: inout [Diagnostic]) -> SourceFile? {
    let url = root.appending(path: path)
    guard FileManager.default.fileExists(atPath: url.path) else { return nil }
    switch SourceFile.read(url, shownAs: "\(shownRoot)/\(path)") {
    case .success(let file): return file
    case .failure(let refusal):
      diagnostics.append(refusal.diagnostic)
      return nil
    }
  }

  // MARK: Articles

  /// An article whose front matter is read and whose address is known.
  private struct Header: Sendable {
    let file: SourceFile
    let path: String
    let split: FrontMatterParser.Split
    let frontMatter: FrontMatter
    let language: Language
    let id: ArticleID
    let categoryPath: [String]
    let permalink: Permalink
  }

  private func readHeaders(_ folder: ContentFolder, _ diagnostics: inout [Diagnostic]) -> [Header] {
    let results = concurrentMap(folder.articles) { article -> (Header?, [Diagnostic]) in
      let shown = "\(shownRoot)/\(article.path)"
      switch SourceFile.read(root.appending(path: article.path), shownAs: shown) {
      case .failure(let refusal): return (nil, [refusal.diagnostic])
      case .success(let file): return header(of: article, in: file)
      }
    }
    diagnostics += results.flatMap(\.1)
    var byPermalink: [String: Header] = [:]
    var headers: [Header] = []
    for header in results.compactMap(\.0) {
      if let other = byPermalink[header.permalink.path] {
        diagnostics.append(
          header.file.diagnostic(
            .error, rule: "permalink-collision", line: 1,
            "address '/\(header.permalink)' belongs to \(other.file.path) already",
            cures: ["rename one of the files, or change its 'permalink' or 'id'"]))
        continue
      }
      byPermalink[header.permalink.path] = header
      headers.append(header)
    }
    return headers
  }

  private func header(
    of article: ContentFolder.ArticleFile, in file: SourceFile
  ) -> (Header?, [Diagnostic]) {
    let split = FrontMatterParser.split(file.text)
    var (frontMatter, diagnostics) = FrontMatterParser.parse(split, in: file)
    if let offset = file.text.firstIndex(of: "\0") {
      let line = file.text[..<offset].count { $0 == "\n" } + 1
      diagnostics.append(
        file.diagnostic(
          .warning, rule: "nul-byte", line: line, "NUL byte in the text", cures: ["remove it"]))
    }
    guard let frontMatter else { return (nil, diagnostics) }
    let id = ArticleID(frontMatter.id ?? article.id)
    let path = article.id.split(separator: "/").map(String.init)
    let declared = frontMatter.permalink.map { Self.address($0, language: article.language, path: path) }
    let permalink = Permalink(
      "\(article.language.code)/\(declared ?? path.map(Self.slug).joined(separator: "/"))/")
    return (
      Header(
        file: file, path: article.path, split: split, frontMatter: frontMatter,
        language: article.language, id: id, categoryPath: path.dropLast(), permalink: permalink),
      diagnostics
    )
  }

  /// A declared address below the language folder: `/es/help/x/` is `help/x`, a bare `x` replaces
  /// the file's name.
  private static func address(_ declared: String, language: Language, path: [String]) -> String {
    var parts = declared.split(separator: "/").map(String.init).filter { $0 != ".." && $0 != "." }
    if !declared.contains("/") { parts = path.dropLast() + parts }
    if let first = parts.first, Language(first) == language { parts.removeFirst() }
    return parts.isEmpty
      ? path.map(slug).joined(separator: "/") : parts.map(slug).joined(separator: "/")
  }

  private static func slug(_ name: String) -> String {
    String(name.map { " ?#%\\:*\"<>|&".contains($0) ? "-" : $0 })
  }

  private func linkTargets(
    _ headers: [Header], assets: [String: String], site: Site
  ) -> LinkTargets {
    var targets = LinkTargets()
    targets.assets = assets
    targets.languages = site.languages
    targets.root = site.root
    for header in headers {
      targets.permalinksByFile[header.path] = header.permalink
      targets.permalinksByID[header.id.rawValue, default: [:]][header.language] = header.permalink
      let addresses = [header.permalink.path] + header.frontMatter.aliases
      for address in addresses {
        let key = address.split(separator: "/").joined(separator: "/")
        if targets.permalinksByAddress[key] == nil {
          targets.permalinksByAddress[key] = header.permalink
        }
      }
    }
    return targets
  }

  private func parseBodies(
    _ headers: [Header], targets: LinkTargets
  ) -> [(article: Article?, diagnostics: [Diagnostic])] {
    concurrentMap(headers) { header in
      let links = LinkResolver(
        targets: targets, file: header.path, language: header.language, id: header.id)
      var parser = MarkdownParser(file: header.file, bodyLine: header.split.bodyLine, links: links)
      var frontMatter = header.frontMatter
      let body = parser.parse(header.split.body, takesTitle: frontMatter.title.isEmpty)
      if frontMatter.title.isEmpty { frontMatter.title = body.heading ?? "" }
      guard !frontMatter.title.isEmpty else {
        let missing = header.file.diagnostic(
          .error, rule: "missing-title", line: 1, "title missing",
          cures: ["write 'title: …' between '---' lines at the top"])
        return (nil, parser.diagnostics + [missing])
      }
      let article = Article(
        id: header.id, language: header.language, sourcePath: header.file.path,
        categoryPath: header.categoryPath, permalink: header.permalink, frontMatter: frontMatter,
        html: body.html, markdown: header.split.body, sections: body.sections)
      return (article, parser.diagnostics)
    }
  }

  // MARK: Categories

  private func categories(
    _ folder: ContentFolder, of articles: [Article], _ diagnostics: inout [Diagnostic]
  ) -> [KnowledgeBase.Category] {
    struct Key: Hashable {
      let language: Language
      let path: [String]
    }
    var facts: [Key: CategoryFile.Facts] = [:]
    for file in folder.categories {
      guard let source = source(file.path, &diagnostics) else { continue }
      facts[Key(language: file.language, path: file.folder)] = CategoryFile.read(
        source, isMarkdown: file.isMarkdown, diagnostics: &diagnostics)
    }
    var keys: Set<Key> = []
    for article in articles {
      for length in article.categoryPath.indices {
        keys.insert(Key(language: article.language, path: Array(article.categoryPath[...length])))
      }
    }
    let taken = Set(articles.map(\.permalink.path))
    return keys.map { key in
      let stated = facts[key]
      let name = key.path.last ?? ""
      let address = "\(key.language.code)/\(key.path.map(Self.slug).joined(separator: "/"))/"
      return KnowledgeBase.Category(
        language: key.language, path: key.path,
        title: stated?.title ?? Self.readable(name), description: stated?.description,
        order: stated?.order ?? Int.max,
        permalink: Permalink(taken.contains(address) ? String(address.dropLast()) + "-all/" : address))
    }
  }

  /// `first_steps` and `first-steps` become `First steps`.
  private static func readable(_ name: String) -> String {
    let words = name.replacing("-", with: " ").replacing("_", with: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}

/// Maps on all cores, results in the order of the elements.
private func concurrentMap<Element: Sendable, Result: Sendable>(
  _ elements: [Element], _ transform: @Sendable (Element) -> Result
) -> [Result] {
  let lanes = ProcessInfo.processInfo.activeProcessorCount
  guard elements.count > 16, lanes > 1 else { return elements.map(transform) }
  let chunk = max(1, (elements.count + lanes * 8 - 1) / (lanes * 8))
  let starts = Array(stride(from: 0, to: elements.count, by: chunk))
  let parts = Mutex<[Int: [Result]]>([:])
  DispatchQueue.concurrentPerform(iterations: starts.count) { index in
    let start = starts[index]
    let mapped = elements[start..<min(elements.count, start + chunk)].map(transform)
    parts.withLock { $0[start] = mapped }
  }
  return parts.withLock { all in starts.flatMap { all[$0] ?? [] } }
}
