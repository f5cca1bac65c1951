import CCMark

/// Backslash escapes of the marks that only we read: cmark takes their backslashes away, so they are
/// kept as noncharacters until our passes are done.
enum EscapedMarks {
  private static let marks: [(mark: String, keeper: String)] = [
    ("~", Noncharacters.mark(1)), ("@", Noncharacters.mark(2)), (":", Noncharacters.mark(3)),
    ("[^", Noncharacters.mark(4)),
  ]

  /// `\~` becomes a noncharacter; `\\~` is an escaped backslash and stays.
  static func kept(in text: String) -> (text: String, isChanged: Bool) {
    guard text.contains(byte: UInt8(ascii: "\\")) else { return (text, false) }
    var output: [UInt8] = []
    let bytes = Array(text.utf8)
    output.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.count else {
        output.append(bytes[index])
        index += 1
        continue
      }
      let rest = bytes[(index + 1)...].prefix(2)
      if let found = marks.first(where: { rest.starts(with: $0.mark.utf8) }) {
        output += found.keeper.utf8
        index += 1 + found.mark.utf8.count
      } else {
        output += bytes[index...(index + 1)]
        index += 2
      }
    }
    return (String(decoding: output, as: UTF8.self), true)
  }

  /// Puts the marks back: in text without the backslash, in code with it.
  static func restore(below root: OpaquePointer) {
    for node in root.descendants(
      CMARK_NODE_TEXT, CMARK_NODE_CODE, CMARK_NODE_CODE_BLOCK, CMARK_NODE_LINK, CMARK_NODE_IMAGE,
      CMARK_NODE_HTML_BLOCK, CMARK_NODE_HTML_INLINE)
    {
      switch node.kind {
      case CMARK_NODE_LINK, CMARK_NODE_IMAGE:
        replace(node.address, isCode: false) { cmark_node_set_url(node, $0) }
        replace(node.linkTitle, isCode: false) { cmark_node_set_title(node, $0) }
      default:
        if node.kind == CMARK_NODE_CODE_BLOCK {
          replace(node.fenceInfo, isCode: false) { cmark_node_set_fence_info(node, $0) }
        }
        replace(node.literal, isCode: node.kind != CMARK_NODE_TEXT) {
          cmark_node_set_literal(node, $0)
        }
      }
    }
  }

  /// By scalars: to Swift a mark and a joiner after it are one character.
  private static func replace(_ text: String, isCode: Bool, _ set: (String) -> Void) {
    // The first two bytes of all keepers.
    guard text.contains(byte: 0xEF), text.utf8.firstOffset(of: [0xEF, 0xB7]) != nil else { return }
    var restored = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if let entry = marks.first(where: { $0.keeper.unicodeScalars.first == scalar }) {
        restored.append(contentsOf: (isCode ? "\\" + entry.mark : entry.mark).unicodeScalars)
      } else {
        restored.append(scalar)
      }
    }
    set(String(restored))
  }
}
