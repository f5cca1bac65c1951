import Diagnostics
import FileStamps
import Foundation
import KnowledgeBase

/// The articles of a folder: their headers first, so that their addresses are known when links are
/// resolved. What hasn't changed since the last run isn't read.
extension ContentLoader {
  struct Reading {
    let headers: [ArticleHeader]
    let articles: [Article]
    /// Ends when the articles are remembered; nil where nothing is.
    let remembering: DispatchGroup?
  }

  /// An article's file while it is read.
  private struct Draft: Sendable {
    let path: String
    /// Nil for a file that isn't there, and where nothing is remembered.
    let state: FileStamp?
    let header: ArticleHeader?
    let headerDiagnostics: [Diagnostic]
    /// What is known of the file from the last time.
    let kept: KeptArticle?
  }

  func readArticles(
    _ folder: ContentFolder, knowing cache: ArticleCache, since start: Int, site: Site,
    hasContact: Bool, _ diagnostics: inout [Diagnostic]
  ) -> Reading {
    let maker = maker()
    // Asked for once: an address is taken apart each time.
    let root = root.path
    let drafts = concurrentMap(folder.articles) { draft(of: $0, below: root, in: cache) }
    diagnostics += drafts.flatMap(\.headerDiagnostics)
    let accepted = withoutCollisions(drafts, &diagnostics)
    let headers = accepted.compactMap(\.header)
    diagnostics += findings(ofLikeAddressesIn: headers)
    let targets = Deferred {
      LinkTargets(headers, assets: folder.assets, site: site, hasContact: hasContact)
    }
    let frame = frame(of: headers, folder, site, hasContact: hasContact)
    let isSameFrame = cache.frame == frame
    let results = concurrentMap(accepted) { draft in
      article(of: draft, isSameFrame: isSameFrame, targets: targets, site: site)
    }
    for result in results { diagnostics += result.diagnostics }
    let remembering = cachePath.map { path in
      let remembering = DispatchGroup()
      // What was read ends there too, while others go on with the articles.
      DispatchQueue.global().async(group: remembering) {
        let entries = results.compactMap { result in
          result.isKept || result.new != nil ? (path: result.path, new: result.new) : nil
        }
        cache.keep(entries, frame: frame, maker: maker, at: path, start: start)
        _ = drafts
      }
      return remembering
    }
    return Reading(
      headers: headers, articles: results.compactMap(\.article), remembering: remembering)
  }

  // MARK: - Headers

  private func draft(
    of article: ContentFolder.ArticleFile, below root: String, in cache: ArticleCache
  ) -> Draft {
    let file = "\(root)/\(article.path)"
    let shown = "\(shownRoot)/\(article.path)"
    let state = cachePath.flatMap { _ in article.stamp }
    if let state, let kept = cache.article(at: article.path, in: state) {
      return Draft(
        path: article.path, state: state,
        header: ArticleHeader(kept, of: article, shownAs: shown, file: file),
        headerDiagnostics: kept.headerDiagnostics, kept: kept)
    }
    let (header, diagnostics) =
      switch SourceFile.read(file, shownAs: shown) {
      case .failure(let refusal): (nil as ArticleHeader?, [refusal.diagnostic])
      case .success(let source): self.header(of: article, in: source, at: file)
      }
    return Draft(
      path: article.path, state: state, header: header, headerDiagnostics: diagnostics, kept: nil)
  }

  private func header(
    of article: ContentFolder.ArticleFile, in file: SourceFile, at path: String
  ) -> (ArticleHeader?, [Diagnostic]) {
    let split = FrontMatterParser.split(file.text)
    let parsed = FrontMatterParser.parse(split, in: file)
    var diagnostics = parsed.diagnostics
    if let offset = file.text.firstOffset(of: "\0").map(file.text.index(ofByte:)) {
      let before = file.text[..<offset]
      let line = before.utf8.count { $0 == 10 } + 1
      let column = before.unicodeScalars.reversed().prefix { $0 != "\n" }.count + 1
      diagnostics.append(
        file.diagnostic(
          .warning, rule: "nul-byte", line: line, column: column, "NUL byte in the text",
          cures: ["remove it"], fix: TextFix(old: "\0", new: "")))
    }
    guard let frontMatter = parsed.frontMatter else { return (nil, diagnostics) }
    let header = ArticleHeader(
      of: article, in: file, at: path, bodyLine: split.bodyLine, frontMatter: frontMatter,
      keyLines: parsed.keyLines)
    return (header, diagnostics)
  }

  /// Of the articles that claim one address, the first.
  private func withoutCollisions(
    _ drafts: [Draft], _ diagnostics: inout [Diagnostic]
  ) -> [Draft] {
    let permalinks = drafts.compactMap { $0.header?.permalink }
    if permalinks.count == drafts.count, Set(permalinks).count == drafts.count { return drafts }
    var byPermalink: [Permalink: ArticleHeader] = [:]
    return drafts.filter { draft in
      guard let header = draft.header else { return false }
      guard let other = byPermalink[header.permalink] else {
        byPermalink[header.permalink] = header
        return true
      }
      diagnostics.append(
        header.file.diagnostic(
          .error, rule: "permalink-collision", line: header.places.line(of: "permalink"),
          "address '/\(header.permalink)' belongs to \(other.shownPath) already",
          cures: ["rename one of the files, or give one another 'permalink'"]))
      return false
    }
  }

  /// Articles whose addresses differ in capital letters alone.
  private func findings(ofLikeAddressesIn headers: [ArticleHeader]) -> [Diagnostic] {
    // Most content has no capital letters in any address.
    let mayBeCapital = { (byte: UInt8) in byte >= 0x80 || (0x41...0x5A).contains(byte) }
    guard headers.contains(where: { $0.permalink.path.utf8.contains(where: mayBeCapital) }) else {
      return []
    }
    var known: [String: ArticleHeader] = [:]
    return headers.compactMap { header in
      let path = header.permalink.path
      guard let other = known.updateValue(header, forKey: path.lowercased()) else { return nil }
      return Diagnostic(
        .warning, rule: "permalink-case",
        at: SourceLocation(
          file: header.shownPath, line: header.places.keyLines["permalink"]),
        "address '/\(path)' differs in capital letters alone from that of \(other.shownPath)",
        cures: ["rename one of the files: many disks and servers take both for one"])
    }
  }

  // MARK: - Bodies

  private struct Result: Sendable {
    let path: String
    let article: Article?
    let diagnostics: [Diagnostic]
    let isKept: Bool
    /// What is to be remembered of an article that was read.
    var new: KeptArticle?
  }

  private func article(
    of draft: Draft, isSameFrame: Bool, targets: Deferred<LinkTargets>, site: Site
  ) -> Result {
    guard let header = draft.header else {
      return Result(path: draft.path, article: nil, diagnostics: [], isKept: false)
    }
    @Sendable func text() -> ArticleText {
      defer { header.forgetFile() }
      return parse(header, targets: targets.value, site: site).text
    }
    if isSameFrame, let kept = draft.kept {
      let article = kept.body.map { self.article(header, $0, text: Deferred(text)) }
      return Result(
        path: draft.path, article: article, diagnostics: kept.bodyDiagnostics, isKept: true)
    }
    let parsed = parse(header, targets: targets.value, site: site)
    header.forgetFile()
    let article = parsed.body.map {
      self.article(header, $0, text: Deferred(parsed.text, again: text))
    }
    let new = draft.state.map { state in
      KeptArticle(
        state: state, head: header.head, headerDiagnostics: draft.headerDiagnostics,
        body: parsed.body, bodyDiagnostics: parsed.diagnostics)
    }
    return Result(
      path: draft.path, article: article, diagnostics: parsed.diagnostics, isKept: false, new: new)
  }

  private func article(
    _ header: ArticleHeader, _ body: KeptArticle.Body, text: Deferred<ArticleText>
  ) -> Article {
    var frontMatter = header.frontMatter
    frontMatter.title = body.title
    return Article(
      id: header.id, language: header.language, sourcePath: header.shownPath,
      categoryPath: header.categoryPath, permalink: header.permalink, frontMatter: frontMatter,
      summary: body.summary, anchors: body.anchors, links: body.links, images: body.images,
      video: body.video, places: header.places, digest: body.digest, text: text)
  }

  private struct Parsed: Sendable {
    /// Nil without a title.
    let body: KeptArticle.Body?
    let text: ArticleText
    let diagnostics: [Diagnostic]
  }

  private func parse(_ header: ArticleHeader, targets: LinkTargets, site: Site) -> Parsed {
    let split = FrontMatterParser.split(header.file.text)
    let links = LinkResolver(
      targets: targets, file: header.path, language: header.language, id: header.id)
    var parser = MarkdownParser(
      file: header.file, bodyLine: split.bodyLine, links: links,
      permalink: header.permalink, kind: header.frontMatter.kind, allowedHTML: site.allowedHTML)
    var frontMatter = header.frontMatter
    let body = parser.parse(split.body, takesTitle: frontMatter.title.isEmpty)
    if frontMatter.title.isEmpty { frontMatter.title = body.heading ?? "" }
    let text = ArticleText(html: body.html, markdown: split.body, sections: body.sections)
    guard !frontMatter.title.isEmpty else {
      let missing = header.file.diagnostic(
        .error, rule: "missing-title", line: 1, "title missing",
        cures: ["write 'title: …' between '---' lines at the top"])
      return Parsed(body: nil, text: text, diagnostics: parser.diagnostics + [missing])
    }
    let video = frontMatter.video.flatMap {
      parser.video($0, line: header.places.line(of: "video"))
    }
    let kept = KeptArticle.Body(
      title: frontMatter.title,
      summary: Article.summary(description: frontMatter.description, sections: body.sections),
      anchors: body.anchors, links: body.links, images: parser.images, video: video,
      digest: Self.digest(of: header, yaml: split.yaml?.text, frontMatter.title, text))
    return Parsed(body: kept, text: text, diagnostics: parser.diagnostics)
  }
}
