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
  /// Elements of HTML that the site lets its articles have.
  let allowedHTML: Set<String>
  var diagnostics: [Diagnostic] = []
  var articleLinks: [ArticleLink] = []
  var images: [ArticleImage] = []
  var columns = ColumnCounter()
  var footnotes = Footnotes()
  var anchors = AnchorNames()
  private(set) var containers = ContainerSyntax(in: "")

  struct Output {
    let html: String
    let sections: [Section]
    /// All ids on the page that links may lead to.
    let anchors: [String]
    let links: [ArticleLink]
    let images: [ArticleImage]
    /// The first `#` heading, which stands for the title where front matter gives none.
    let heading: String?
  }

  init(
    file: SourceFile, bodyLine: Int, links: LinkResolver, permalink: Permalink, kind: ArticleKind,
    allowedHTML: Set<String> = []
  ) {
    self.file = file
    self.bodyLine = bodyLine
    self.links = links
    self.permalink = permalink
    self.kind = kind
    self.allowedHTML = allowedHTML
  }

  /// - Parameter takesTitle: the first `#` heading is the title and leaves the body.
  mutating func parse(_ text: String, takesTitle: Bool) -> Output {
    let foreign = ForeignMarkup(in: text)
    report(foreign)
    let kept = EscapedMarks.kept(in: foreign.body)
    containers = ContainerSyntax(in: kept.text)
    report(containers)
    let source = containers.text
    guard let document = MarkdownDocument(parsing: source) else {
      return Output(html: "", sections: [], anchors: [], links: [], images: [], heading: nil)
    }
    let root = document.root
    let heading = takeHeading(of: root, removes: takesTitle)
    // Most articles have few of these; the tree needn't be walked for what the text has no sign of.
    buildTables(below: root, source: source)
    buildContainers(below: root, containers)
    markAlerts(below: root)
    let mayHoldHTML = source.contains(byte: UInt8(ascii: "<"))
    let mayHoldInlines = InlineScanner.mayComeFrom(source)
    // Notes stand outside the tree until it is known which are referred to.
    for part in [root] + footnotes.contents {
      if mayHoldHTML { treatRawHTML(below: part) }
      if mayHoldInlines { buildInlines(below: part) }
    }
    footnotes.append(to: root)
    resolveLinks(below: root)
    reportSpacedAddresses(below: root, source: source)
    if kept.isChanged { EscapedMarks.restore(below: root) }
    if Self.mayHoldTasks(source) { buildTasks(below: root) }
    if source.contains(mark: "![") { buildFigures(below: root) }
    let sections = collectSections(of: root, ids: foreign.headingIDs)
    numberSteps(of: root)
    return Output(
      html: document.html(), sections: sections,
      anchors: anchors.all + footnotes.anchors, links: articleLinks, images: images,
      heading: heading)
  }

  private func takeHeading(of root: OpaquePointer, removes: Bool) -> String? {
    guard
      let first = root.children.first(where: {
        $0.kind == CMARK_NODE_HEADING && $0.headingLevel == 1
      })
    else { return nil }
    defer { if removes { first.remove() } }
    return first.plainText.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The line of the file on which a node stands; one made by a pass stands where its parent does.
  func line(of node: OpaquePointer) -> Int {
    var current: OpaquePointer? = node
    while let candidate = current {
      if let marked = candidate.markedLine { return marked }
      let isBlock = cmark_node_get_type(candidate).rawValue <= CMARK_NODE_LAST_BLOCK.rawValue
      if isBlock, candidate.startLine > 0 {
        // An inline knows its own line, below that of its block.
        let own = node.startLine > 0 ? node.startLine : candidate.startLine
        return bodyLine + containers.bodyLine(own) - 1
      }
      current = candidate.parent
    }
    return bodyLine
  }

  /// True for what was parsed apart from the article's text, so that its columns mean nothing.
  func isElsewhere(_ node: OpaquePointer) -> Bool {
    sequence(first: node, next: { $0.parent }).prefix(64).contains { $0.markedLine != nil }
  }

  private mutating func report(_ containers: ContainerSyntax) {
    for finding in containers.findings.prefix(20) {
      diagnostics.append(
        file.diagnostic(
          .warning, rule: "block-syntax", line: bodyLine + finding.line - 1, finding.summary,
          cures: [finding.cure]))
    }
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

  static func more(_ count: Int) -> String {
    count <= 1 ? "" : " and \(count - 1) more in this file"
  }
}
