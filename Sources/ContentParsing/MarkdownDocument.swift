import CCMark
import Foundation

/// Owns a cmark tree and frees it.
struct MarkdownDocument: ~Copyable {
  typealias Node = OpaquePointer

  let root: Node

  /// Nil only when memory runs out.
  init?(parsing text: String) {
    var copy = text
    guard
      let root = copy.withUTF8({ bytes in
        bytes.withMemoryRebound(to: CChar.self) {
          cmark_parse_document($0.baseAddress, $0.count, CMARK_OPT_DEFAULT)
        }
      })
    else { return nil }
    self.root = root
  }

  deinit { cmark_node_free(root) }

  /// The tree as HTML; raw HTML and dangerous addresses are left out by cmark.
  borrowing func html() -> String {
    guard let rendered = cmark_render_html(root, CMARK_OPT_DEFAULT) else { return "" }
    defer { free(rendered) }
    return String(cString: rendered)
  }
}

/// Everything here walks by pointers instead of recursion: a document may nest as deep as it is
/// long.
extension MarkdownDocument.Node {
  var kind: cmark_node_type { cmark_node_get_type(self) }
  var startLine: Int { Int(cmark_node_get_start_line(self)) }
  var startColumn: Int { Int(cmark_node_get_start_column(self)) }
  var endColumn: Int { Int(cmark_node_get_end_column(self)) }
  var literal: String { cmark_node_get_literal(self).map { String(cString: $0) } ?? "" }
  var address: String { cmark_node_get_url(self).map { String(cString: $0) } ?? "" }
  var linkTitle: String { cmark_node_get_title(self).map { String(cString: $0) } ?? "" }
  var fenceInfo: String { cmark_node_get_fence_info(self).map { String(cString: $0) } ?? "" }
  var headingLevel: Int { Int(cmark_node_get_heading_level(self)) }
  var firstChild: OpaquePointer? { cmark_node_first_child(self) }
  var next: OpaquePointer? { cmark_node_next(self) }
  var previous: OpaquePointer? { cmark_node_previous(self) }
  var parent: OpaquePointer? { cmark_node_parent(self) }

  /// What a custom node renders before its children.
  var opening: String { cmark_node_get_on_enter(self).map { String(cString: $0) } ?? "" }

  /// The line of the file that `markLine` gave the node.
  var markedLine: Int? { cmark_node_get_user_data(self).map { Int(bitPattern: $0) } }

  /// Says on which line of the file a node stands that comes from another document.
  func markLine(_ line: Int) {
    cmark_node_set_user_data(self, UnsafeMutableRawPointer(bitPattern: line))
  }

  /// True for blocks that hold text right away.
  var holdsInlines: Bool {
    switch firstChild?.kind {
    case CMARK_NODE_TEXT, CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK, CMARK_NODE_CODE,
      CMARK_NODE_HTML_INLINE, CMARK_NODE_CUSTOM_INLINE, CMARK_NODE_EMPH, CMARK_NODE_STRONG,
      CMARK_NODE_LINK, CMARK_NODE_IMAGE:
      true
    default: false
    }
  }

  /// The children at the time of the call, so that they may be unlinked while visited.
  var children: [OpaquePointer] {
    Array(sequence(first: firstChild, next: { $0?.next }).compactMap { $0 })
  }

  /// Visits every node below this one before its children; those of a node for which `body` answers
  /// false are left out. The tree must not change meanwhile.
  func walk(_ body: (OpaquePointer) -> Bool) {
    var current = firstChild
    while let node = current {
      if body(node), let child = node.firstChild {
        current = child
        continue
      }
      var climbing = node
      while climbing != self, climbing.next == nil, let parent = climbing.parent {
        climbing = parent
      }
      current = climbing == self ? nil : climbing.next
    }
  }

  /// The nodes of some kinds below this one, in the order of the text.
  func descendants(_ kinds: cmark_node_type...) -> [OpaquePointer] {
    var found: [OpaquePointer] = []
    walk { node in
      if kinds.contains(node.kind) { found.append(node) }
      return true
    }
    return found
  }

  /// The text of the inlines below this node; breaks become spaces.
  var plainText: String {
    var bytes: [UInt8] = []
    appendPlainText(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The same as UTF-8.
  func appendPlainText(to bytes: inout [UInt8]) {
    func add(_ node: OpaquePointer) {
      switch node.kind {
      case CMARK_NODE_TEXT, CMARK_NODE_CODE:
        guard let literal = cmark_node_get_literal(node) else { return }
        bytes += UnsafeRawBufferPointer(start: literal, count: strlen(literal))
      case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: bytes.append(UInt8(ascii: " "))
      default: break
      }
    }
    add(self)
    walk { node in
      add(node)
      return true
    }
  }

  /// A new node of cmark's custom kinds, which renders `opening`, its children, `closing`.
  static func custom(
    _ kind: cmark_node_type, opening: String, closing: String
  ) -> OpaquePointer? {
    guard let wrapper = cmark_node_new(kind) else { return nil }
    cmark_node_set_on_enter(wrapper, opening)
    cmark_node_set_on_exit(wrapper, closing)
    return wrapper
  }

  /// Puts the children of this node into a block or inline with its own opening and closing HTML.
  @discardableResult
  func replace(with kind: cmark_node_type, opening: String, closing: String) -> OpaquePointer? {
    guard let wrapper = Self.custom(kind, opening: opening, closing: closing) else { return nil }
    for child in children { cmark_node_append_child(wrapper, child) }
    cmark_node_replace(self, wrapper)
    cmark_node_free(self)
    return wrapper
  }

  /// Puts the children in the place of this node.
  func unwrap() {
    for child in children { cmark_node_insert_before(self, child) }
    remove()
  }

  func remove() {
    cmark_node_unlink(self)
    cmark_node_free(self)
  }
}
