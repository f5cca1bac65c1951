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
  private(set) var diagnostics: [Diagnostic] = []

  struct Output {
    let html: String
    let sections: [Section]
    /// The first `#` heading, which stands for the title where front matter gives none.
    let heading: String?
  }

  init(file: SourceFile, bodyLine: Int, links: LinkResolver) {
    self.file = file
    self.bodyLine = bodyLine
    self.links = links
  }

  /// - Parameter takesTitle: the first `#` heading is the title and leaves the body.
  mutating func parse(_ text: String, takesTitle: Bool) -> Output {
    let foreign = ForeignMarkup(in: text)
    report(foreign)
    guard let document = MarkdownDocument(parsing: foreign.body) else {
      return Output(html: "", sections: [], heading: nil)
    }
    var heading: String?
    if let first = document.root.children.first(where: {
      $0.kind == CMARK_NODE_HEADING && $0.headingLevel == 1
    }) {
      heading = first.plainText
      if takesTitle { first.remove() }
    }
    removeRawHTML(below: document.root)
    resolveLinks(below: document.root)
    markAlerts(below: document.root)
    let sections = collectSections(of: document.root, ids: foreign.headingIDs)
    return Output(html: document.html(), sections: sections, heading: heading)
  }

  private mutating func report(_ foreign: ForeignMarkup) {
    guard let first = foreign.findings.first else { return }
    let others = foreign.findings.count - 1
    let more = others == 0 ? "" : " and \(others) more in this file"
    diagnostics.append(
      file.diagnostic(
        .warning, rule: "template-leftover", line: bodyLine + first.line - 1,
        column: first.column, "template code '\(first.text.prefix(40))'\(more) left out",
        cures: ["write what it should show as Markdown"]))
  }

  private mutating func removeRawHTML(below root: OpaquePointer) {
    var found: [(line: Int, text: String)] = []
    visit(root) { node in
      guard node.kind == CMARK_NODE_HTML_BLOCK || node.kind == CMARK_NODE_HTML_INLINE else { return }
      let text = node.literal
      let lower = text.lowercased()
      if node.kind == CMARK_NODE_HTML_INLINE, lower.hasPrefix("<br"),
        let lineBreak = cmark_node_new(CMARK_NODE_LINEBREAK)
      {
        cmark_node_replace(node, lineBreak)
        cmark_node_free(node)
        return
      }
      if !text.hasPrefix("<!--") { found.append((line(of: node), text)) }
      node.remove()
    }
    guard let first = found.first else { return }
    let excerpt = first.text.split(separator: "\n").first.map { $0.prefix(40) } ?? ""
    let more = found.count == 1 ? "" : " and \(found.count - 1) more in this file"
    diagnostics.append(
      file.diagnostic(
        .warning, rule: "raw-html", line: first.line, "raw HTML '\(excerpt)'\(more) left out",
        cures: ["write it as Markdown; the text around it is kept"]))
  }

  private mutating func resolveLinks(below root: OpaquePointer) {
    var nodes: [OpaquePointer] = []
    visit(root) { node in
      if node.kind == CMARK_NODE_LINK || node.kind == CMARK_NODE_IMAGE { nodes.append(node) }
    }
    for node in nodes {
      let written = node.address
      let isImage = node.kind == CMARK_NODE_IMAGE
      switch isImage ? links.resolveImage(written) : links.resolve(written) {
      case .address(let address):
        if address != written { cmark_node_set_url(node, address) }
      case .broken(let rule, let summary, let cures):
        let line = line(of: node)
        diagnostics.append(
          file.diagnostic(
            .error, rule: rule, line: line, column: column(of: written, line: line), summary,
            cures: cures))
        node.unwrap()
      }
    }
  }

  /// GitHub's alerts: a quotation that opens with `[!WARNING]`.
  private func markAlerts(below root: OpaquePointer) {
    var quotes: [OpaquePointer] = []
    visit(root) { if $0.kind == CMARK_NODE_BLOCK_QUOTE { quotes.append($0) } }
    for quote in quotes {
      guard let paragraph = quote.firstChild, paragraph.kind == CMARK_NODE_PARAGRAPH else {
        continue
      }
      var marker = ""
      var consumed: [OpaquePointer] = []
      for node in paragraph.children {
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
        opening: "<aside class=\"alert alert-\(kind.rawValue)\" role=\"note\">\n\(kind.placeholder)",
        closing: "</aside>")
    }
  }

  private func collectSections(of root: OpaquePointer, ids: [Int: String]) -> [Section] {
    var sections: [Section] = []
    var current = (level: 0, anchor: "", title: "")
    var text: [String] = []
    var anchors = AnchorNames()
    func close() {
      let joined = text.joined(separator: "\n")
      if current.level > 0 || !joined.isEmpty {
        sections.append(
          Section(
            level: current.level, anchor: current.anchor, title: current.title, text: joined))
      }
      text = []
    }
    for block in root.children {
      guard block.kind == CMARK_NODE_HEADING else {
        text += Self.lines(of: block)
        continue
      }
      close()
      let level = max(2, block.headingLevel)
      let title = block.plainText.trimmingCharacters(in: .whitespaces)
      let anchor = anchors.unique(ids[block.startLine] ?? title)
      current = (level, anchor, title)
      block.replace(
        with: CMARK_NODE_CUSTOM_BLOCK, opening: "<h\(level) id=\"\(anchor)\">",
        closing: "</h\(level)>")
    }
    close()
    return sections
  }

  /// The text of a block, one line for each paragraph, list item or code block in it.
  private static func lines(of block: OpaquePointer) -> [String] {
    switch block.kind {
    case CMARK_NODE_PARAGRAPH, CMARK_NODE_HEADING:
      [block.plainText.trimmingCharacters(in: .whitespaces)].filter { !$0.isEmpty }
    case CMARK_NODE_CODE_BLOCK: [block.literal.trimmingCharacters(in: .newlines)]
    default: block.children.flatMap(lines(of:))
    }
  }

  private func visit(_ node: OpaquePointer, _ body: (OpaquePointer) -> Void) {
    for child in node.children {
      let below = child.kind
      if below != CMARK_NODE_HTML_BLOCK, below != CMARK_NODE_HTML_INLINE { visit(child, body) }
      body(child)
    }
  }

  private func line(of node: OpaquePointer) -> Int {
    var current: OpaquePointer? = node
    while let candidate = current {
      if candidate.startLine > 0 { return bodyLine + candidate.startLine - 1 }
      current = candidate.parent
    }
    return bodyLine
  }

  private func column(of address: String, line: Int) -> Int? {
    let source = file.line(line)
    return source.firstRange(of: address).map {
      source.distance(from: source.startIndex, to: $0.lowerBound) + 1
    }
  }
}

/// Makes heading ids that are readable in every script and stand once on a page.
struct AnchorNames {
  private var used: Set<String> = []

  /// `Если не помогло?` becomes `если-не-помогло`, a second one `если-не-помогло-2`.
  mutating func unique(_ title: String) -> String {
    var slug = ""
    for character in title.lowercased() {
      if character.isLetter || character.isNumber {
        slug.append(character)
      } else if !slug.hasSuffix("-"), !slug.isEmpty, character != "'", character != "’" {
        slug.append("-")
      }
    }
    while slug.hasSuffix("-") { slug.removeLast() }
    if slug.isEmpty { slug = "section" }
    var candidate = slug
    var number = 2
    while !used.insert(candidate).inserted {
      candidate = "\(slug)-\(number)"
      number += 1
    }
    return candidate
  }
}
