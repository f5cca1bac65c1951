/// Text as it may stand in a page, in the text of an element or in a quoted attribute.
enum PageText {
  /// - Complexity: O(*n*); text without special characters is copied in one piece.
  static func escape(_ text: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) {
    var copied = 0
    for position in text.indices where isSpecial(text[position]) {
      output += text[copied..<position]
      output += entity(of: text[position]).utf8
      copied = position + 1
    }
    output += text[copied...]
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), UInt8(ascii: "\""),
      UInt8(ascii: "'"):
      true
    default: false
    }
  }

  private static func entity(of byte: UInt8) -> String {
    switch byte {
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "\""): "&quot;"
    default: "&#39;"
    }
  }
}
