/// Makes text of a field's bytes.
enum FieldText {
  /// Returns nil if the bytes aren't UTF-8 or a JSON escape is broken.
  static func decode(_ field: FieldSlice, in bytes: [UInt8]) -> String? {
    let slice = bytes[field.start..<field.end]
    switch field.coding {
    case .absent:
      return ""
    case .plain:
      return String(validating: slice, as: UTF8.self)
    case .doubledQuotes:
      return String(validating: withoutDoubledQuotes(slice), as: UTF8.self)
    case .escaped:
      return withoutEscapes(slice).flatMap { String(validating: $0, as: UTF8.self) }
    case .array:
      let parts = JSONObjectScanner.elements(of: field, in: bytes).map { decode($0, in: bytes) }
      return parts.contains(nil) ? nil : parts.compactMap { $0 }.joined(separator: ", ")
    }
  }

  private static func withoutDoubledQuotes(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    var isSecond = false
    for byte in bytes {
      let isQuote = byte == UInt8(ascii: "\"")
      if isQuote, isSecond {
        isSecond = false
      } else {
        plain.append(byte)
        isSecond = isQuote
      }
    }
    return plain
  }

  /// JSON's escapes (RFC 8259, section 7); a lone surrogate becomes U+FFFD.
  private static func withoutEscapes(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      guard bytes[index] == UInt8(ascii: "\\") else {
        plain.append(bytes[index])
        index += 1
        continue
      }
      guard index + 1 < bytes.endIndex else { return nil }
      let letter = bytes[index + 1]
      index += 2
      switch letter {
      case UInt8(ascii: "n"): plain.append(0x0A)
      case UInt8(ascii: "r"): plain.append(0x0D)
      case UInt8(ascii: "t"): plain.append(0x09)
      case UInt8(ascii: "b"), UInt8(ascii: "f"): plain.append(0x20)
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): plain.append(letter)
      case UInt8(ascii: "u"):
        guard var value = codeUnit(bytes, at: index) else { return nil }
        index += 4
        if 0xD800...0xDBFF ~= value, index + 1 < bytes.endIndex,
          bytes[index] == UInt8(ascii: "\\"), bytes[index + 1] == UInt8(ascii: "u"),
          let low = codeUnit(bytes, at: index + 2), 0xDC00...0xDFFF ~= low
        {
          value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
          index += 6
        }
        if let encoded = UTF8.encode(Unicode.Scalar(value) ?? "\u{FFFD}") {
          plain.append(contentsOf: encoded)
        }
      default: return nil
      }
    }
    return plain
  }

  private static func codeUnit(_ bytes: ArraySlice<UInt8>, at index: Int) -> UInt32? {
    guard index + 4 <= bytes.endIndex else { return nil }
    var value: UInt32 = 0
    for byte in bytes[index..<index + 4] {
      switch byte {
      case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
      case 0x41...0x46: value = value << 4 | UInt32(byte - 0x37)
      case 0x61...0x66: value = value << 4 | UInt32(byte - 0x57)
      default: return nil
      }
    }
    return value
  }
}
