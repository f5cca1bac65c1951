import Mustache

/// How values are escaped in pages: as the template engine does, by bytes instead of by characters,
/// which is many times faster and leaves no mark unescaped that a joiner follows.
struct PageText: MustacheContentType {
  static let name = "PAGE"
  /// Stands above each template, on a line of its own.
  static let pragma = "{{% CONTENT_TYPE:PAGE}}\n"
  static let pragmaLines = 1

  func escapeText(_ text: String) -> String {
    guard text.utf8.contains(where: { Self.entity(of: $0) != nil }) else { return text }
    var escaped: [UInt8] = []
    escaped.reserveCapacity(text.utf8.count + 32)
    for byte in text.utf8 {
      if let entity = Self.entity(of: byte) {
        escaped += entity.utf8
      } else {
        escaped.append(byte)
      }
    }
    return String(decoding: escaped, as: UTF8.self)
  }

  private static func entity(of byte: UInt8) -> String? {
    switch byte {
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    default: nil
    }
  }
}

/// Texts are most of what templates show; this spares the engine finding out what they are.
extension String: @retroactive MustacheCustomRenderable {
  /// The text itself.
  public var renderText: String { self }
  /// Never: an empty text is a text.
  public var isNull: Bool { false }
}
