import KnowledgeBase

/// The articles as Markdown, for programs that read text rather than pages: a twin beside every
/// article's page, and `llms.txt` at the root, which lists them (https://llmstxt.org).
struct MarkdownTwins {
  let plan: SitePlan

  private var library: Library { plan.library }
  private var site: Site { library.site }

  static func path(of article: Article) -> String { article.permalink.path + "index.md" }

  /// An article's title, summary and text as UTF-8; its links lead to pages.
  ///
  /// - Parameter strings: the words of its language.
  func text(of article: Article, strings: SiteStrings) -> [UInt8] {
    let matter = article.frontMatter
    var text = "# \(article.title)\n\n"
    if let description = matter.description { text += "> \(description)\n\n" }
    let facts = facts(of: article, strings)
    if !facts.isEmpty { text += facts.map { "- \($0)\n" }.joined() + "\n" }
    for (number, stage) in matter.stages.enumerated() {
      let who = stage.who.map { " (\($0))" } ?? ""
      let takes =
        stage.takes.flatMap { $0.amount == 0 ? nil : $0 }.map {
          ", \(strings.time($0))"
        } ?? ""
      text += "\(number + 1). \(stage.title)\(who)\(takes)\n"
    }
    if !matter.stages.isEmpty { text += "\n" }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + article.markdown.utf8.count + Self.room)
    bytes += text.utf8
    appendLinked(article, to: &bytes)
    bytes.append(UInt8(ascii: "\n"))
    bytes += related(of: article).utf8
    return bytes
  }

  /// For addresses that are longer than the paths in whose place they stand, in bytes.
  private static let room = 512

  /// What front matter says of an article; the owner is told to programs only.
  private func facts(of article: Article, _ strings: SiteStrings) -> [String] {
    let matter = article.frontMatter
    let video: String? =
      switch article.video {
      case .file(let path, _): "\(site.baseURL)/\(path)"
      case .link(let address, _): address
      case nil: nil
      }
    let facts: [(name: String, value: String?)] = [
      ("Goal", matter.goal), ("Takes", matter.duration.map(strings.time)),
      ("Needs", matter.needs.isEmpty ? nil : matter.needs.joined(separator: "; ")),
      ("Video", video.map { "<\($0.replacing(mark: " ", with: "%20"))>" }),
      ("Updated", matter.updated),
      ("Owner", matter.owner),
    ]
    return facts.compactMap { name, value in
      value.map { "\(name): \($0.onOneLine)" }
    }
  }

  private func related(of article: Article) -> String {
    let others = article.frontMatter.related.compactMap {
      library.article(ArticleID($0), in: article.language)
    }
    guard !others.isEmpty else { return "" }
    return "\nRelated:\n\n"
      + others.map { "- [\($0.title)](\(site.baseURL)/\(Self.path(of: $0)))\n" }.joined()
  }

  /// What is longer is the address of no page, so that time grows with the text however links are
  /// left open.
  private static let longestTarget = 1000

  /// Appends an article's Markdown with links to pages and files of the site replaced by addresses.
  private func appendLinked(_ article: Article, to bytes: inout [UInt8]) {
    let markdown = article.markdown
    let folder = article.categoryPath.joined(separator: "/")
    var copied = 0
    var offset = 0
    while let found = markdown.firstOffset(of: "](", from: offset) {
      offset = found + 2
      let rest = markdown[markdown.index(ofByte: offset)...]
      let target = Substring(
        rest.utf8.prefix(Self.longestTarget).prefix { $0 != UInt8(ascii: ")") && $0 > 0x20 })
      guard let address = address(of: target, in: folder, of: article) else { continue }
      bytes.append(copied..<offset, of: markdown)
      bytes += address.utf8
      copied = offset + target.utf8.count
    }
    bytes.append(copied..<markdown.utf8.count, of: markdown)
  }

  /// `../payments/refund.md#why` and `/contact/` as the address of that page, `card.png` as that of
  /// the file; nil for what is an address already, and for what isn't there.
  ///
  /// - Parameter folder: the article's, whose links are written from there.
  private func address(
    of target: Substring, in folder: String, of article: Article
  ) -> String? {
    let mark = target.utf8.firstIndex(of: UInt8(ascii: "#")) ?? target.endIndex
    let file = String(target[..<mark])
    let anchor = target[mark...]
    guard let first = file.utf8.first, !file.contains(byte: UInt8(ascii: ":")) else { return nil }
    if first == UInt8(ascii: "/") {
      if file.hasPrefix("/assets/") { return site.baseURL + file + anchor }
      return plan.permalink(written: file[...], in: article.language).map {
        "\(site.baseURL)/\($0.path)\(anchor)"
      }
    }
    guard file.utf8.suffix(3).elementsEqual(".md".utf8) else {
      // Its page leads there; two files of one name would have to lie in folders of one name.
      let name = "/" + file.pathParts.drop { $0 == ".." || $0 == "." }.joined(separator: "/")
      let linked = article.links.compactMap { link in
        if case .file(let path) = link.target { path } else { nil }
      }
      return (article.images.map(\.address) + linked)
        .first { $0.hasPrefix("assets/") && $0.hasSuffix(name) }.map {
          "\(site.baseURL)/\($0)\(anchor)"
        }
    }
    let name = String(Substring(file.utf8.dropLast(3)))
    guard let id = name.path(from: folder[...]),
      let linked = library.article(ArticleID(id), in: article.language)
    else { return nil }
    return "\(site.baseURL)/\(linked.permalink.path)\(anchor)"
  }

  var index: String {
    let first = library.languages.first
    var text = "# \(first.flatMap { site.text(site.title, in: $0) } ?? "")\n"
    if let tagline = first.flatMap({ site.text(site.tagline, in: $0) }) {
      text += "\n> \(tagline)\n"
    }
    for language in library.languages {
      text += "\n## \(language.nativeName)\n\n"
      for article in library.articles(in: language) {
        text += "- [\(article.title)](\(site.baseURL)/\(Self.path(of: article))): "
        text += article.summary.onOneLine + "\n"
      }
    }
    return text
  }
}

extension String {
  fileprivate var onOneLine: String {
    replacing(mark: "\n", with: " ")
  }
}
