import CCMark
import KnowledgeBase

/// What GitHub's Markdown adds inside a line: strikethrough, bare links, references to notes.
extension MarkdownParser {
  mutating func buildInlines(below root: OpaquePointer) {
    for text in root.descendants(CMARK_NODE_TEXT) {
      let literal = text.literal
      guard InlineScanner.mayHoldAny(literal) else { continue }
      let isInLink = Self.isInLink(text)
      let pieces = InlineScanner(literal, previous: Self.character(before: text)).pieces
      guard pieces.count > 1 || pieces.first.map({ !$0.isText }) == true else { continue }
      for piece in pieces {
        guard let node = node(of: piece, isInLink: isInLink) else { continue }
        cmark_node_insert_before(text, node)
      }
      text.remove()
    }
    strikeThrough(below: root)
  }

  /// True for text that leads somewhere already, or that describes an image.
  private static func isInLink(_ text: OpaquePointer) -> Bool {
    sequence(first: text, next: { $0.parent }).prefix(64).contains {
      $0.kind == CMARK_NODE_LINK || $0.kind == CMARK_NODE_IMAGE
    }
  }

  private static func character(before text: OpaquePointer) -> Character? {
    guard let previous = text.previous else { return nil }
    switch previous.kind {
    case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: return " "
    // Emphasis ends with its mark.
    case CMARK_NODE_EMPH, CMARK_NODE_STRONG: return "*"
    default: return "x"
    }
  }

  private mutating func node(of piece: InlineScanner.Piece, isInLink: Bool) -> OpaquePointer? {
    switch piece {
    case .text(let text): return Self.text(text)
    case .link(let text, _) where isInLink: return Self.text(text)
    case .link(let text, let address):
      guard let link = cmark_node_new(CMARK_NODE_LINK), let label = Self.text(text) else {
        return nil
      }
      cmark_node_set_url(link, address)
      cmark_node_append_child(link, label)
      return link
    case .note(let label, let source):
      guard !isInLink, let number = footnotes.refer(to: label) else { return Self.text(source) }
      return .custom(
        CMARK_NODE_CUSTOM_INLINE, opening: Footnotes.reference(number), closing: "")
    case .tildes(let count):
      return .custom(CMARK_NODE_CUSTOM_INLINE, opening: Self.tildes(count), closing: "")
    }
  }

  private static func text(_ literal: String) -> OpaquePointer? {
    let node = cmark_node_new(CMARK_NODE_TEXT)
    cmark_node_set_literal(node, literal)
    return node
  }

  // MARK: Strikethrough

  private static func tildes(_ count: Int) -> String { String(repeating: "~", count: count) }

  /// Pairs tildes among the children of each node, as emphasis pairs its stars.
  private func strikeThrough(below root: OpaquePointer) {
    var open: [OpaquePointer: [Int: OpaquePointer]] = [:]
    for mark in root.descendants(CMARK_NODE_CUSTOM_INLINE) {
      let opening = mark.opening
      guard opening == "~" || opening == "~~", let parent = mark.parent else { continue }
      let length = opening.utf8.count
      let flanks = Flanks(of: mark)
      if flanks.canClose, let start = open[parent]?[length] {
        wrap(from: start, to: mark)
        // What opened inside is text now.
        open[parent] = open[parent]?.filter { $0.key != length && $0.value.parent == parent }
        continue
      }
      if flanks.canOpen {
        open[parent, default: [:]][length] = mark
      }
    }
    for mark in root.descendants(CMARK_NODE_CUSTOM_INLINE)
    where mark.opening == "~" || mark.opening == "~~" {
      guard let text = Self.text(mark.opening) else { continue }
      cmark_node_replace(mark, text)
      cmark_node_free(mark)
    }
  }

  private func wrap(from start: OpaquePointer, to end: OpaquePointer) {
    guard
      let struck = OpaquePointer.custom(
        CMARK_NODE_CUSTOM_INLINE, opening: "<del>", closing: "</del>")
    else { return }
    cmark_node_insert_before(start, struck)
    while let node = start.next, node != end { cmark_node_append_child(struck, node) }
    start.remove()
    end.remove()
  }

  /// What stands on both sides of a run of tildes, by CommonMark's rule of left- and right-flanking
  /// delimiter runs.
  private struct Flanks {
    let canOpen: Bool
    let canClose: Bool

    init(of mark: OpaquePointer) {
      let before = Self.edge(of: mark.previous, atEnd: true)
      let after = Self.edge(of: mark.next, atEnd: false)
      canOpen = !after.isWhitespace && (!after.isMark || before.isWhitespace || before.isMark)
      canClose = !before.isWhitespace && (!before.isMark || after.isWhitespace || after.isMark)
    }

    private static func edge(
      of node: OpaquePointer?, atEnd: Bool
    ) -> (isWhitespace: Bool, isMark: Bool) {
      guard let node else { return (true, false) }
      switch node.kind {
      case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: return (true, false)
      case CMARK_NODE_TEXT:
        let text = node.literal
        guard let character = atEnd ? text.last : text.first else { return (true, false) }
        return (character.isWhitespace, character.isPunctuation || character.isSymbol)
      case CMARK_NODE_EMPH, CMARK_NODE_STRONG, CMARK_NODE_CODE, CMARK_NODE_IMAGE:
        return (false, true)
      default: return (false, false)
      }
    }
  }
}
