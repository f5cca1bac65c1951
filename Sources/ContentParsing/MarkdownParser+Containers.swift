import CCMark
import Diagnostics
import KnowledgeBase

extension MarkdownParser {
  /// Puts what stands between a container's marks into a block of its own.
  mutating func buildContainers(below root: OpaquePointer, _ syntax: ContainerSyntax) {
    guard !syntax.marks.isEmpty else { return }
    restoreStrayMarks(below: root, syntax.marks)
    var starts: [(node: OpaquePointer, directive: ContainerSyntax.Directive)] = []
    for node in root.descendants(CMARK_NODE_HTML_BLOCK) {
      guard let number = ContainerMark.number(in: node.literal),
        syntax.marks.indices.contains(number)
      else { continue }
      let directive = syntax.marks[number].directive
      guard directive == .end else {
        starts.append((node, directive))
        continue
      }
      // An end whose beginning has another parent, as in a list item, ends nothing.
      if let last = starts.last, last.node.parent == node.parent {
        starts.removeLast()
        build(last.directive, from: last.node, to: node)
      }
      node.remove()
    }
    for start in starts.reversed() { build(start.directive, from: start.node, to: nil) }
    groupTabs(below: root)
  }

  /// Marks in code and inside paragraphs aren't marks: there the text stays as it is written.
  private func restoreStrayMarks(below root: OpaquePointer, _ marks: [ContainerSyntax.Mark]) {
    for node in root.descendants(
      CMARK_NODE_CODE_BLOCK, CMARK_NODE_CODE, CMARK_NODE_HTML_INLINE, CMARK_NODE_LINK,
      CMARK_NODE_IMAGE)
    {
      switch node.kind {
      case CMARK_NODE_LINK, CMARK_NODE_IMAGE:
        guard let title = ContainerMark.restored(node.linkTitle, marks) else { continue }
        cmark_node_set_title(node, title)
      case CMARK_NODE_HTML_INLINE:
        guard let text = ContainerMark.restored(node.literal, marks),
          let literal = cmark_node_new(CMARK_NODE_TEXT)
        else { continue }
        cmark_node_set_literal(literal, text)
        cmark_node_replace(node, literal)
        cmark_node_free(node)
      default:
        guard let text = ContainerMark.restored(node.literal, marks) else { continue }
        cmark_node_set_literal(node, text)
      }
    }
  }

  private mutating func build(
    _ directive: ContainerSyntax.Directive, from start: OpaquePointer, to end: OpaquePointer?
  ) {
    var content: [OpaquePointer] = []
    var current = start.next
    while let node = current, node != end {
      content.append(node)
      current = node.next
    }
    defer { start.remove() }
    if case .footnote(let label) = directive {
      guard let quote = content.first, quote.kind == CMARK_NODE_BLOCK_QUOTE else { return }
      cmark_node_unlink(quote)
      footnotes.define(label, quote)
      return
    }
    guard let block = Self.block(of: directive) else { return }
    for node in content { cmark_node_append_child(block, node) }
    cmark_node_insert_before(start, block)
  }

  private static func block(of directive: ContainerSyntax.Directive) -> OpaquePointer? {
    switch directive {
    case .alert(let kind, let title):
      let opening = "<aside class=\"alert alert-\(kind.rawValue)\" role=\"note\">"
      guard let title else {
        return .custom(
          CMARK_NODE_CUSTOM_BLOCK, opening: "\(opening)\n\(kind.placeholder)", closing: "</aside>")
      }
      return block(opening, "<p class=\"alert-title\">", title, "</p>", closing: "</aside>")
    case .details(let title):
      guard let title else {
        return .custom(
          CMARK_NODE_CUSTOM_BLOCK,
          opening: "<details>\n<summary>\(TextPlaceholder.details.comment)</summary>",
          closing: "</details>")
      }
      return block("<details>", "<summary>", title, "</summary>", closing: "</details>")
    case .tabs:
      return .custom(CMARK_NODE_CUSTOM_BLOCK, opening: "", closing: "")
    case .tab(let label):
      return block(
        "<div class=\"tab\">", "<p class=\"tab-label\">", label, "</p>", closing: "</div>")
    case .footnote, .end: return nil
    }
  }

  /// A block that begins with a line of its own, which search finds like any other text.
  private static func block(
    _ opening: String, _ lineOpening: String, _ line: String, _ lineClosing: String, closing: String
  ) -> OpaquePointer? {
    guard
      let block = OpaquePointer.custom(
        CMARK_NODE_CUSTOM_BLOCK, opening: opening, closing: closing),
      let wrapper = OpaquePointer.custom(CMARK_NODE_CUSTOM_BLOCK, opening: "", closing: ""),
      let head = OpaquePointer.custom(
        CMARK_NODE_CUSTOM_INLINE, opening: lineOpening, closing: lineClosing),
      let text = cmark_node_new(CMARK_NODE_TEXT)
    else { return nil }
    cmark_node_set_literal(text, line)
    cmark_node_append_child(head, text)
    cmark_node_append_child(wrapper, head)
    cmark_node_append_child(block, wrapper)
    return block
  }

  /// Puts tabs that follow each other into one group.
  private func groupTabs(below root: OpaquePointer) {
    let tabs = root.descendants(CMARK_NODE_CUSTOM_BLOCK).filter { $0.opening == Self.tabOpening }
    var group: OpaquePointer?
    for tab in tabs {
      if let group, group.next == tab {
        cmark_node_append_child(group, tab)
        continue
      }
      guard
        let started = OpaquePointer.custom(
          CMARK_NODE_CUSTOM_BLOCK, opening: "<div class=\"tabs\">", closing: "</div>")
      else { return }
      cmark_node_insert_before(tab, started)
      cmark_node_append_child(started, tab)
      group = started
    }
  }

  private static let tabOpening = "<div class=\"tab\">"

  /// GitHub's alerts: a quotation that opens with `[!WARNING]`.
  func markAlerts(below root: OpaquePointer) {
    for quote in root.descendants(CMARK_NODE_BLOCK_QUOTE) {
      guard let paragraph = quote.firstChild, paragraph.kind == CMARK_NODE_PARAGRAPH,
        let text = paragraph.firstChild, text.kind == CMARK_NODE_TEXT,
        let kind = Alert(marker: text.literal),
        text.next == nil || text.next?.kind == CMARK_NODE_SOFTBREAK
          || text.next?.kind == CMARK_NODE_LINEBREAK
      else { continue }
      text.next?.remove()
      text.remove()
      if paragraph.firstChild == nil { paragraph.remove() }
      quote.replace(
        with: CMARK_NODE_CUSTOM_BLOCK,
        opening:
          "<aside class=\"alert alert-\(kind.rawValue)\" role=\"note\">\n\(kind.placeholder)",
        closing: "</aside>")
    }
  }
}
