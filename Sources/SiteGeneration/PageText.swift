/// Text as it may stand in a page, in the text of an element or in a quoted attribute.
enum PageText {
  /// - Complexity: O(*n*); text without special characters is copied in one piece.
  static func escape(_ text: String, into output: inout [UInt8]) {
    let isDone: Void? = text.utf8.withContiguousStorageIfAvailable {
      output.append($0, replacing: isSpecial, with: entity)
    }
    guard isDone == nil else { return }
    var copy = text
    copy.withUTF8 { output.append($0, replacing: isSpecial, with: entity) }
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

extension [UInt8] {
  /// Appends some bytes of a text in one piece; its UTF-8 view gives them one by one.
  mutating func append(_ range: Range<Int>, of text: String) {
    var text = text
    text.withUTF8 { self += $0[range] }
  }

  /// Appends a text with other text in place of some of its bytes.
  ///
  /// - Complexity: O(*n*); what stands between these bytes is copied in one piece.
  mutating func append(
    _ text: UnsafeBufferPointer<UInt8>, replacing isSpecial: (UInt8) -> Bool,
    with replacement: (UInt8) -> String
  ) {
    var copied = 0
    for position in text.indices where isSpecial(text[position]) {
      self += text[copied..<position]
      self += replacement(text[position]).utf8
      copied = position + 1
    }
    self += text[copied...]
  }
}
