import CCMark
import Diagnostics
import KnowledgeBase

extension MarkdownParser {
  /// Leaves out raw HTML and says so. Elements that the site allows stay when they are closed where
  /// they were opened: what they hold is put into a node of theirs, so that tags always match.
  mutating func treatRawHTML(below root: OpaquePointer) {
    var losses = RawHTMLLosses()
    for node in root.descendants(CMARK_NODE_HTML_BLOCK) {
      guard !node.literal.hasPrefix("<!--"),
        let tokens = HarmlessBlock.tokens(of: node.literal, allowed: allowedHTML)
      else {
        losses.add(node, line: line(of: node))
        node.remove()
        continue
      }
      replace(node, with: tokens)
    }
    pair(root.descendants(CMARK_NODE_HTML_BLOCK), as: CMARK_NODE_CUSTOM_BLOCK, &losses)
    pair(root.descendants(CMARK_NODE_HTML_INLINE), as: CMARK_NODE_CUSTOM_INLINE, &losses)
    report(losses)
  }

  /// Puts a paragraph for each text between tags, and a block of HTML for each tag of a block.
  private func replace(_ block: OpaquePointer, with tokens: [HarmlessBlock.Token]) {
    let line = line(of: block) - bodyLine + 1
    var paragraph: OpaquePointer?
    func add(_ kind: cmark_node_type, _ literal: String, to parent: OpaquePointer?) {
      guard let node = cmark_node_new(kind) else { return }
      cmark_node_set_literal(node, literal)
      if let parent {
        cmark_node_append_child(parent, node)
      } else {
        node.markLine(bodyLine + line - 1)
        cmark_node_insert_before(block, node)
      }
    }
    func openParagraph() -> OpaquePointer? {
      if paragraph == nil, let node = cmark_node_new(CMARK_NODE_PARAGRAPH) {
        node.markLine(bodyLine + line - 1)
        cmark_node_insert_before(block, node)
        paragraph = node
      }
      return paragraph
    }
    for token in tokens {
      switch token {
      case .tag(let tag, let source) where tag.isBlock:
        paragraph = nil
        add(CMARK_NODE_HTML_BLOCK, source, to: nil)
      case .tag(_, let source): add(CMARK_NODE_HTML_INLINE, source, to: openParagraph())
      case .text(let text): add(CMARK_NODE_TEXT, text, to: openParagraph())
      }
    }
    block.remove()
  }

  /// Wraps what stands between a tag and the one that closes it among the same siblings.
  private func pair(
    _ nodes: [OpaquePointer], as kind: cmark_node_type, _ losses: inout RawHTMLLosses
  ) {
    var open: [OpaquePointer: [(tag: HarmlessTag, node: OpaquePointer)]] = [:]
    for node in nodes {
      let text = node.literal
      if text.hasPrefix("<!--") {
        node.remove()
        continue
      }
      let tag = HarmlessTag(text[...])
      if tag?.name == "br" {
        guard let lineBreak = cmark_node_new(CMARK_NODE_LINEBREAK) else { continue }
        cmark_node_replace(node, lineBreak)
        cmark_node_free(node)
        continue
      }
      guard let tag, allowedHTML.contains(tag.name), let parent = node.parent else {
        losses.add(node, line: line(of: node))
        node.remove()
        continue
      }
      guard tag.isClosing else {
        open[parent, default: []].append((tag, node))
        continue
      }
      guard let start = open[parent]?.lastIndex(where: { $0.tag.name == tag.name }),
        let entry = open[parent]?[start]
      else {
        losses.add(node, line: line(of: node))
        node.remove()
        continue
      }
      for unclosed in open[parent]?[(start + 1)...] ?? [] {
        losses.add(unclosed.node, line: line(of: unclosed.node))
        unclosed.node.remove()
      }
      open[parent]?.removeSubrange(start...)
      wrap(from: entry.node, to: node, entry.tag, as: kind)
    }
    for (_, entries) in open {
      for entry in entries {
        losses.add(entry.node, line: line(of: entry.node))
        entry.node.remove()
      }
    }
  }

  private func wrap(
    from start: OpaquePointer, to end: OpaquePointer, _ tag: HarmlessTag,
    as kind: cmark_node_type
  ) {
    guard let element = OpaquePointer.custom(kind, opening: tag.opening, closing: tag.closing)
    else { return }
    if let line = start.markedLine { element.markLine(line) }
    cmark_node_insert_before(start, element)
    while let node = start.next, node != end {
      // A summary holds words, not paragraphs.
      if tag.name == "summary", node.kind == CMARK_NODE_PARAGRAPH {
        for child in node.children { cmark_node_append_child(element, child) }
        node.remove()
      } else {
        cmark_node_append_child(element, node)
      }
    }
    start.remove()
    end.remove()
  }

  private mutating func report(_ losses: RawHTMLLosses) {
    guard let first = losses.first else { return }
    let excerpt = first.text.split(separator: "\n").first.map { $0.prefix(40) } ?? ""
    let tag = first.text.firstIndex(of: ">").flatMap { HarmlessTag(first.text[...$0]) }
    let cure: String
    if Self.mayBeTable(first.text) {
      cure =
        "leave an empty line before and after the table, and none in it; or write it as Markdown"
    } else if let tag, allowedHTML.contains(tag.name) {
      cure = "close '<\(tag.name)>' in the paragraph or list that opens it"
    } else if let tag {
      cure = "write it as Markdown, or allow it in signpost.yml: allowed-html: [\(tag.name)]"
    } else {
      cure = "write it as Markdown; the text around it is kept"
    }
    diagnostics.append(
      file.diagnostic(
        .warning, rule: "raw-html", line: first.line,
        "raw HTML '\(excerpt)'\(Self.more(losses.count)) left out", cures: [cure]))
  }
}

/// What was left out, of which the first is shown.
private struct RawHTMLLosses {
  private(set) var first: (line: Int, text: String)?
  private(set) var count = 0

  mutating func add(_ node: OpaquePointer, line: Int) {
    let text = node.literal
    guard !text.hasPrefix("<!--") else { return }
    count += 1
    if first.map({ line < $0.line }) ?? true { first = (line, text) }
  }
}
