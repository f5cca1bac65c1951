import Yams

/// Reads YAML that is nothing but lines of `key: value`, as front matter mostly is, at a tenth of the
/// time that the parser of the whole language takes; leaves everything else to that one.
///
///     PlainMapping.pairs(in: "title: Refunds\nupdated: 2026-09-14\n")?.count  // 2
///     PlainMapping.pairs(in: "tags: [a, b]\n")  // nil
enum PlainMapping {
  typealias Pair = (key: String, value: Node)

  /// The pairs just as the library gives them, but for places, one on each line; nil for what isn't
  /// understood here.
  ///
  /// - Complexity: O(*n* + *k*²) for *k* keys.
  static func pairs(in text: String) -> [Pair]? {
    text.utf8.withContiguousStorageIfAvailable { bytes in
      var pairs: [Pair] = []
      var start = 0
      while start < bytes.count {
        let end = bytes[start...].firstIndex(of: lineFeed) ?? bytes.count
        guard let pair = pair(in: bytes[start..<end]),
          !pairs.contains(where: { $0.key == pair.key })
        else { return nil }
        pairs.append(pair)
        start = end + 1
      }
      return pairs.isEmpty ? nil : pairs
    } ?? nil
  }

  private static let longestKey = 64
  private static let lineFeed = UInt8(ascii: "\n")
  private static let colon = UInt8(ascii: ":")
  private static let space = UInt8(ascii: " ")
  private static let quote = UInt8(ascii: "\"")
  private static let hash = UInt8(ascii: "#")

  private static func pair(in line: Slice<UnsafeBufferPointer<UInt8>>) -> Pair? {
    guard let end = line.firstIndex(where: { !isOfKey($0) }),
      (1...longestKey).contains(end - line.startIndex),
      line.first.map(isLetter) == true, line[end...].starts(with: [colon, space])
    else { return nil }
    let key = String(decoding: line[..<end], as: UTF8.self)
    let value = line[(end + 2)...].drop { $0 == space }
    return (quoted(value) ?? plain(value)).map { (key, .scalar($0)) }
  }

  /// `"…"` without escapes.
  private static func quoted(_ value: Slice<UnsafeBufferPointer<UInt8>>) -> Node.Scalar? {
    guard value.count >= 2, value.first == quote, value.last == quote else { return nil }
    let inner = value.dropFirst().dropLast()
    guard !inner.contains(where: { $0 == quote || $0 == UInt8(ascii: "\\") }), isPrintable(inner)
    else { return nil }
    let text = String(decoding: inner, as: UTF8.self)
    return Node.Scalar(text, Tag(.str), .doubleQuoted)
  }

  /// A text that begins with a letter or a digit and holds nothing that means something in YAML.
  private static func plain(_ value: Slice<UnsafeBufferPointer<UInt8>>) -> Node.Scalar? {
    guard let first = value.first, isLetter(first) || isDigit(first), value.last != space,
      !value.contains(where: { $0 == colon || $0 == hash }), isPrintable(value)
    else { return nil }
    return Node.Scalar(String(decoding: value, as: UTF8.self), Tag(.implicit), .plain)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func isOfKey(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }

  /// Without control characters, line breaks of Unicode (U+0080 to U+009F, U+2028, U+2029) and what
  /// lies about U+FEFF, the mark of order.
  private static func isPrintable(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    var last: UInt32 = 0
    for byte in bytes {
      last = last << 8 | UInt32(byte)
      if byte < space || byte == 0x7F || byte == 0xEF { return false }
      switch last & 0xFFFF {
      case 0xC280...0xC29F: return false
      case 0x80A8...0x80A9: if last >> 16 & 0xFF == 0xE2 { return false }
      default: break
      }
    }
    return true
  }
}
