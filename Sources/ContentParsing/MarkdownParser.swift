import CCMark
import Diagnostics
import Foundation
import KnowledgeBase

/// Turns an article's body into HTML and sections: cmark parses and renders, passes over its tree
/// give headings their ids, resolve links, mark alerts and leave out raw HTML.
struct MarkdownParser {
  let file: SourceFile
  /// The line of the file on which the body starts.
  let bodyLine: Int
  let links: LinkResolver
  /// The article's own address, for links to a place on its page.
  let permalink: Permalink
  let kind: ArticleKind
  var diagnostics: [Diagnostic] = []
  var articleLinks: [ArticleLink] = []
  var images: [ArticleImage] = []
  var columns = ColumnCounter()

  struct Output {
    let html: String
    let sections: [Section]
    let links: [ArticleLink]
    let images: [ArticleImage]
    /// The first `#` heading, which stands for the title where front matter gives none.
    let heading: String?
  }

  init(
    file: SourceFile, bodyLine: Int, links: LinkResolver, permalink: Permalink, kind: ArticleKind
  ) {
    self.file = file
    self.bodyLine = bodyLine
    self.links = links
    self.permalink = permalink
    self.kind = kind
  }

  /// - Parameter takesTitle: the first `#` heading is the title and leaves the body.
  mutating func parse(_ text: String, takesTitle: Bool) -> Output {
    let foreign = ForeignMarkup(in: text)
    report(foreign)
    guard let document = MarkdownDocument(parsing: foreign.body) else {
      return Output(html: "", sections: [], links: [], images: [], heading: nil)
    }
    var heading: String?
    if let first = document.root.children.first(where: {
      $0.kind == CMARK_NODE_HEADING && $0.headingLevel == 1
    }) {
      heading = first.plainText.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      if takesTitle { first.remove() }
    }
    removeRawHTML(below: document.root)
    resolveLinks(below: document.root)
    markAlerts(below: document.root)
    let sections = collectSections(of: document.root, ids: foreign.headingIDs)
    return Output(
      html: document.html(), sections: sections, links: articleLinks, images: images,
      heading: heading)
  }

  /// The line of the file on which a node stands; one made by a pass stands where its parent does.
  func line(of node: OpaquePointer) -> Int {
    var current: OpaquePointer? = node
    while let candidate = current {
      if candidate.startLine > 0 { return bodyLine + candidate.startLine - 1 }
      current = candidate.parent
    }
    return bodyLine
  }

  private mutating func report(_ foreign: ForeignMarkup) {
    let code = foreign.findings.filter { !$0.isAttribute }
    let attributes = foreign.findings.filter(\.isAttribute)
    for (severity, findings, what) in [
      (Diagnostic.Severity.warning, code, "template code"), (.note, attributes, "attribute list"),
    ] {
      guard let first = findings.first else { continue }
      let line = bodyLine + first.line - 1
      diagnostics.append(
        file.diagnostic(
          severity, rule: "template-leftover", line: line,
          column: columns.column(ofByte: first.byteColumn, inLine: line, of: file),
          "\(what) '\(first.text.prefix(40))'\(Self.more(findings.count)) left out",
          cures: severity == .note ? [] : ["write what it should show as Markdown"]))
    }
  }

  private mutating func removeRawHTML(below root: OpaquePointer) {
    var found: (line: Int, text: String)?
    var count = 0
    for node in root.descendants(CMARK_NODE_HTML_BLOCK, CMARK_NODE_HTML_INLINE) {
      let text = node.literal
      if node.kind == CMARK_NODE_HTML_INLINE, Self.isLineBreak(text),
        let lineBreak = cmark_node_new(CMARK_NODE_LINEBREAK)
      {
        cmark_node_replace(node, lineBreak)
        cmark_node_free(node)
        continue
      }
      if !text.hasPrefix("<!--") {
        if found == nil { found = (line(of: node), text) }
        count += 1
      }
      node.remove()
    }
    guard let found else { return }
    let excerpt = found.text.split(separator: "\n").first.map { $0.prefix(40) } ?? ""
    diagnostics.append(
      file.diagnostic(
        .warning, rule: "raw-html", line: found.line,
        "raw HTML '\(excerpt)'\(Self.more(count)) left out",
        cures: ["write it as Markdown; the text around it is kept"]))
  }

  private static func isLineBreak(_ html: String) -> Bool {
    ["<br>", "<br/>", "<br />"].contains(html.lowercased())
  }

  private static func more(_ count: Int) -> String {
    count <= 1 ? "" : " and \(count - 1) more in this file"
  }

  /// GitHub's alerts: a quotation that opens with `[!WARNING]`.
  private func markAlerts(below root: OpaquePointer) {
    for quote in root.descendants(CMARK_NODE_BLOCK_QUOTE) {
      guard let paragraph = quote.firstChild, paragraph.kind == CMARK_NODE_PARAGRAPH,
        paragraph.firstChild?.kind == CMARK_NODE_TEXT,
        paragraph.firstChild?.literal.hasPrefix("[") == true
      else { continue }
      var marker = ""
      var consumed: [OpaquePointer] = []
      for node in sequence(first: paragraph.firstChild, next: { $0?.next }).prefix(6) {
        guard let node else { break }
        consumed.append(node)
        if node.kind == CMARK_NODE_SOFTBREAK || node.kind == CMARK_NODE_LINEBREAK { break }
        guard node.kind == CMARK_NODE_TEXT else { break }
        marker += node.literal
      }
      guard let kind = Alert(marker: marker) else { continue }
      for node in consumed { node.remove() }
      if paragraph.firstChild == nil { paragraph.remove() }
      quote.replace(
        with: CMARK_NODE_CUSTOM_BLOCK,
        opening:
          "<aside class=\"alert alert-\(kind.rawValue)\" role=\"note\">\n\(kind.placeholder)",
        closing: "</aside>")
    }
  }
}
