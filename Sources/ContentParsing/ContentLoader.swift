import Availability
import Diagnostics
import FileStamps
import Foundation
import KnowledgeBase

/// What a content folder holds, with everything that is wrong with it.
package struct LoadedContent: Sendable {
  package let library: Library
  /// Articles that customers don't see: drafts, not yet published, expired, archived.
  package let hidden: [Article]
  package let contact: ContactPlan?
  package let synonyms: [Language: Synonyms]
  /// Files to copy: where they are and where they go below the site's root.
  package let assets: [Asset]
  package let diagnostics: [Diagnostic]
  /// False when the configuration can't be read or there is no article, so nothing should be built.
  package let isUsable: Bool
  /// Tells whether anything but the text of articles is what it was.
  package var digest: UInt64?

  package struct Asset: Sendable {
    /// Below the content folder.
    package let path: String
    package let source: URL
    package let destination: String
    /// In bytes.
    package let size: Int
  }
}

/// Reads a content folder: configuration, categories, articles. Faults are collected, each with its
/// place and cure; a faulty article is left out and never hides the next.
///
///     ContentLoader(root: URL(filePath: "content")).load().library.articles.count
package struct ContentLoader: Sendable {
  let root: URL
  /// How the folder is written in diagnostics: as the user gave it.
  let shownRoot: String
  private let today: String?
  /// A file that remembers the articles from one run to the next.
  let cachePath: String?
  /// How the folder lay just before.
  let seen: FolderState?

  /// - Parameters:
  ///   - shownRoot: the folder as the user gave it.
  ///   - today: an ISO 8601 date; articles are left out before `published` and from `expires` on.
  ///   - cache: a file that remembers the articles, so that the next run reads what has changed.
  ///   - seen: how the folder lay just before, if that was looked at.
  package init(
    root: URL, shownAs shownRoot: String? = nil, today: String? = nil, cache: URL? = nil,
    seen: FolderState? = nil
  ) {
    self.root = root.standardizedFileURL.resolvingSymlinksInPath()
    let shown = shownRoot ?? root.relativePath
    self.shownRoot = shown.count > 1 && shown.hasSuffix("/") ? String(shown.dropLast()) : shown
    self.today = today
    cachePath = cache?.path
    self.seen = seen
  }

  /// - Parameter includesDrafts: drafts and what isn't published yet count as published, for a
  ///   preview.
  /// - Complexity: O(*n*) in the size of the folder; articles are parsed on all cores.
  package func load(includesDrafts: Bool = false) -> LoadedContent {
    var diagnostics: [Diagnostic] = []
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: root.path, isDirectory: &isFolder),
      isFolder.boolValue
    else { return nothing }
    let cache = Deferred {
      cachePath.map { ArticleCache(at: $0, maker: maker()) } ?? ArticleCache()
    }
    // While it is found out which files are articles, which takes as long.
    DispatchQueue.global().async { _ = cache.value }
    let configuration = SiteFile.read(
      source(SiteFile.name, &diagnostics), folder: root,
      diagnostics: &diagnostics)
    var site = configuration.site
    let state = seen ?? FolderState(of: root.path)
    let folder = ContentFolder(at: root, in: state, configured: site.languages)
    site.languages = folder.languages
    diagnostics += folder.findings.map(diagnostic(of:))
    var contact = source(ContactFile.name, &diagnostics).flatMap {
      ContactFile.read($0, diagnostics: &diagnostics)
    }
    if let plan = contact, let file = source(WaitsFile.name, &diagnostics) {
      contact = WaitsFile.read(file, into: plan, diagnostics: &diagnostics)
    }
    var synonyms: [Language: Synonyms] = [:]
    for language in folder.languages {
      if let file = source("synonyms/\(language.code).yml", &diagnostics) {
        synonyms[language] = SynonymFile.read(file, diagnostics: &diagnostics)
      }
    }
    let reading = readArticles(
      folder, knowing: cache.value, since: state.time, site: site,
      hasContact: contact?.channels.isEmpty == false, &diagnostics)
    defer { reading.remembering?.wait() }
    let headers = reading.headers
    var all = reading.articles
    if let file = source(VolumesFile.name, &diagnostics) {
      let volumes = VolumesFile.read(
        file, articles: Set(all.map(\.id)), diagnostics: &diagnostics)
      for number in all.indices { all[number].contacts = volumes[all[number].id] ?? 0 }
    }
    var (articles, hidden): ([Article], [Article]) = ([], [])
    for article in all {
      if isShown(article, includesDrafts: includesDrafts) {
        articles.append(article)
      } else {
        hidden.append(article)
      }
    }
    diagnostics += AnchorCheck(all).diagnostics
    let retired = all.filter(isRetired)
    var redirects = RedirectTable(
      headers, published: articles, retired: retired, languages: site.languages)
    diagnostics += redirects.takeDiagnostics()
    if articles.isEmpty { diagnostics.append(noArticles) }
    let categories = categories(folder, of: articles, &diagnostics)
    let notices = source(NoticesFile.name, &diagnostics).map {
      NoticesFile.read(
        $0, zone: contact?.zone ?? .utc, categories: Set(categories.map(\.path)),
        diagnostics: &diagnostics)
    }
    let library = Library(
      site: site, articles: articles, categories: categories, redirects: redirects.redirects,
      notices: notices ?? [], retired: retired.map { self.retired($0, among: redirects) })
    return LoadedContent(
      library: library, hidden: hidden, contact: contact, synonyms: synonyms,
      assets: folder.assets.map {
        LoadedContent.Asset(
          path: $0.path, source: $0.source, destination: $0.destination, size: $0.stamp?.size ?? 0)
      },
      diagnostics: diagnostics, isUsable: configuration.isUsable && !articles.isEmpty,
      digest: digest(of: folder, hidden: hidden))
  }

  private var nothing: LoadedContent {
    let diagnostic = Diagnostic(
      .error, rule: "content-folder", at: SourceLocation(file: shownRoot),
      "content folder doesn't exist",
      cures: ["name the folder that holds your articles: --content DIR"])
    let site = Site(title: [:], baseURL: "", languages: [])
    return LoadedContent(
      library: Library(site: site, articles: [], categories: []), hidden: [], contact: nil,
      synonyms: [:],
      assets: [], diagnostics: [diagnostic], isUsable: false)
  }

  private var noArticles: Diagnostic {
    Diagnostic(
      .error, rule: "no-articles", at: SourceLocation(file: shownRoot),
      "no article can be published",
      cures: ["write one: \(shownRoot)/en/first-steps.md, with a title in its front matter"])
  }

  private func diagnostic(of finding: ContentFolder.Finding) -> Diagnostic {
    Diagnostic(
      .warning, rule: finding.rule, at: SourceLocation(file: "\(shownRoot)/\(finding.path)"),
      finding.summary, cures: [finding.cure])
  }

  /// A file of the folder, nil when it isn't there or, with a diagnostic, can't be read.
  func source(_ path: String, _ diagnostics: inout [Diagnostic]) -> SourceFile? {
    let url = root.appending(path: path)
    guard FileManager.default.fileExists(atPath: url.path) else { return nil }
    guard url.resolvingSymlinksInPath().path.hasPrefix(root.path + "/") else { return nil }
    switch SourceFile.read(url, shownAs: "\(shownRoot)/\(path)") {
    case .success(let file): return file
    case .failure(let refusal):
      diagnostics.append(refusal.diagnostic)
      return nil
    }
  }

  /// True for an article that customers could read once, and no more.
  private func isRetired(_ article: Article) -> Bool {
    let status = article.status
    return status == .archived || (status == .published && isExpired(article))
  }

  private func isExpired(_ article: Article) -> Bool {
    guard let today, let expires = article.expires else { return false }
    return expires <= today
  }

  private func retired(_ article: Article, among redirects: RedirectTable) -> RetiredArticle {
    RetiredArticle(
      title: article.title, language: article.language,
      since: article.expires.flatMap { isExpired(article) ? $0 : nil },
      successor: redirects.target(of: article.permalink))
  }

  private func isShown(_ article: Article, includesDrafts: Bool) -> Bool {
    let status = article.status
    if status == .archived || isExpired(article) { return false }
    if includesDrafts { return true }
    if let today, let published = article.published, published > today { return false }
    return status == .published
  }
}
