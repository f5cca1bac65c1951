import Diagnostics
import KnowledgeBase

/// Former addresses of articles, and addresses of retired ones, with where each leads.
struct RedirectTable {
  private(set) var redirects: [Redirect] = []
  private var diagnostics: [Diagnostic] = []
  private var byAddress: [String: Redirect] = [:]
  private var articles: Set<Permalink> = []
  private let retired: Set<Permalink>
  /// The addresses of all pages.
  private var taken: Set<Permalink> = []

  /// What the site has at its root, and no article may take the place of.
  private static let reserved: Set<String> = [
    "404.html", "Caddyfile", "_headers", "_redirects", "api", "assets", "calendars", "index.html",
    "llms.txt", "nginx.conf", "robots.txt", "search", "sitemap.xml", "widget.js",
  ]

  /// - Parameter retired: articles that are archived, or whose time is over.
  init(
    _ headers: [ArticleHeader], published: [Article], retired: [Article], languages: [Language]
  ) {
    self.retired = Set(retired.map(\.permalink))
    // Most sites have neither retired articles nor former addresses.
    if retired.isEmpty, headers.allSatisfy({ $0.frontMatter.aliases.isEmpty }) { return }
    let shown = Set(published.map(\.permalink))
    articles = shown
    taken = shown.union(Self.pages(beside: headers, in: languages))
    var bySuccessorKey: [SuccessorKey: ArticleHeader] = [:]
    for header in headers where !retired.isEmpty {
      bySuccessorKey[SuccessorKey(id: header.id.rawValue, language: header.language)] = header
    }
    for header in headers {
      let isRetired = self.retired.contains(header.permalink)
      guard shown.contains(header.permalink) || isRetired else { continue }
      guard let target = isRetired ? successor(of: header, in: bySuccessorKey) : header,
        shown.contains(target.permalink)
      else { continue }
      if let permalink = header.frontMatter.permalink,
        !ArticleHeader.isWritable(permalink.pathParts.map(String.init))
      {
        report(
          header, key: "permalink", rule: "front-matter", "permalink is too long for a file's name",
          cure: "use at most 200 bytes between slashes, 1000 in all")
      }
      if isRetired { add(header.permalink.path, of: header, to: target) }
      for alias in header.frontMatter.aliases {
        guard let address = Self.address(of: alias, in: header) else {
          report(
            header, key: "aliases", "alias '\(alias)' isn't an address",
            cure: "write its path below the site's root: /old/refunds/")
          continue
        }
        add(address, of: header, to: target)
      }
    }
    redirects = byAddress.values.sorted { $0.from < $1.from }
  }

  /// Where the address of a retired article leads.
  func target(of permalink: Permalink) -> Permalink? { byAddress[permalink.path]?.to }

  mutating func takeDiagnostics() -> [Diagnostic] {
    defer { diagnostics = [] }
    return diagnostics
  }

  private struct SuccessorKey: Hashable {
    let id: String
    let language: Language
  }

  private mutating func add(
    _ address: String, of header: ArticleHeader, to target: ArticleHeader
  ) {
    if address == target.permalink.path { return }
    if taken.contains(Permalink(address)) {
      report(
        header, key: "aliases", "alias '/\(address)' is the address of a page, which stays",
        cure: "remove the alias, or archive the article that has the address",
        severity: articles.contains(Permalink(address)) ? .error : .note)
    } else if let other = byAddress[address], other.to != target.permalink {
      report(
        header, key: "aliases", "alias '/\(address)' leads to '/\(other.to)' already",
        cure: "keep it in one of the two articles")
    } else {
      byAddress[address] = Redirect(from: address, to: target.permalink)
    }
  }

  /// Home, service and category pages.
  private static func pages(
    beside headers: [ArticleHeader], in languages: [Language]
  ) -> Set<Permalink> {
    var pages: Set<Permalink> = []
    for language in languages {
      pages.insert(Permalink("\(language.code)/"))
      for page in ServicePage.allCases {
        pages.insert(Permalink("\(language.code)/\(page.rawValue)/"))
      }
    }
    var last: ArticleHeader?
    for header in headers {
      // Files come by folder, so that most have the categories of the one before.
      if header.categoryPath == last?.categoryPath, header.language == last?.language { continue }
      last = header
      for length in header.categoryPath.indices {
        let path = Array(header.categoryPath[...length])
        pages.insert(Permalink(ArticleHeader.address(of: path, in: header.language)))
      }
    }
    return pages
  }

  /// Follows `successor` from article to article until one that isn't retired.
  private mutating func successor(
    of header: ArticleHeader, in headers: [SuccessorKey: ArticleHeader]
  ) -> ArticleHeader? {
    var current = header
    var visited: Set<Permalink> = [header.permalink]
    while retired.contains(current.permalink) {
      guard let id = current.frontMatter.successor else { return nil }
      guard let next = headers[SuccessorKey(id: id, language: header.language)] else {
        if current.permalink == header.permalink {
          let meant = didYouMean(id, among: headers.keys.map(\.id)).map { "did you mean '\($0)'?" }
          report(
            header, key: "successor", "successor '\(id)' doesn't exist",
            cure: meant ?? "name the id of an article: payments/refund")
        }
        return nil
      }
      guard visited.insert(next.permalink).inserted else {
        report(
          header, key: "successor", rule: "redirect-cycle",
          "successors lead in a circle: '\(header.id)' to '\(id)'",
          cure: "name an article that isn't archived")
        return nil
      }
      current = next
    }
    return current
  }

  private mutating func report(
    _ header: ArticleHeader, key: String, rule: String = "redirect", _ summary: String,
    cure: String, severity: Diagnostic.Severity = .error
  ) {
    let lines = header.places.keyLines
    let line = lines[key] ?? (key == "aliases" ? lines["redirect_from"] : nil) ?? 1
    diagnostics.append(
      header.file.diagnostic(severity, rule: rule, line: line, summary, cures: [cure]))
  }

  /// `/old/refunds` becomes `old/refunds/`, a bare name lies beside the article. Nil for what isn't
  /// a path on this site.
  private static func address(of alias: String, in header: ArticleHeader) -> String? {
    // By scalars, since a mark that follows a sign makes another Character of it.
    let forbidden = "?#%\\:*\"'<>|\u{2028}\u{2029}".unicodeScalars
    guard !alias.isEmpty,
      alias.unicodeScalars.allSatisfy({
        !forbidden.contains($0) && $0.properties.generalCategory != .control
      })
    else { return nil }
    var parts = alias.pathParts.map(String.init)
    guard let first = parts.first, !reserved.contains(first), !parts.contains("."),
      !parts.contains("..")
    else { return nil }
    if !alias.contains("/") {
      parts = header.permalink.path.pathParts.dropLast().map(String.init) + parts
    }
    guard ArticleHeader.isWritable(parts) else { return nil }
    let path = parts.joined(separator: "/")
    return path.hasSuffix(".html") || path.hasSuffix(".htm") ? path : path + "/"
  }
}
