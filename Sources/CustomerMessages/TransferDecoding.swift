/// The encodings that carry eight bits through mail (RFC 2045).
enum TransferDecoding {
  /// Unknown encodings are taken as they are.
  static func decode(_ bytes: ArraySlice<UInt8>, encoding: String) -> [UInt8] {
    switch encoding.trimmed.lowercased() {
    case "base64": base64(bytes)
    case "quoted-printable": quotedPrintable(bytes)
    default: Array(bytes)
    }
  }

  /// Characters outside of the alphabet are skipped, and a cut end gives what is whole.
  static func base64(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    var decoded: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    for byte in bytes {
      guard let value = base64Value(byte) else {
        if byte == UInt8(ascii: "=") { break }
        continue
      }
      bits = bits << 6 | UInt32(value)
      count += 6
      if count >= 8 {
        count -= 8
        decoded.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return decoded
  }

  private static func base64Value(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 65...90: byte - 65
    case 97...122: byte - 71
    case 48...57: byte + 4
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }

  /// - Parameter isHeader: in encoded words, `_` is a space.
  static func quotedPrintable(_ bytes: some Sequence<UInt8>, isHeader: Bool = false) -> [UInt8] {
    let source = Array(bytes)
    var decoded: [UInt8] = []
    decoded.reserveCapacity(source.count)
    var index = 0
    while index < source.count {
      let byte = source[index]
      if byte == UInt8(ascii: "_"), isHeader {
        decoded.append(32)
      } else if byte == UInt8(ascii: "=") {
        if index + 2 < source.count, let high = hex(source[index + 1]),
          let low = hex(source[index + 2])
        {
          decoded.append(high << 4 | low)
          index += 3
          continue
        }
        if let end = softBreak(in: source, after: index) {
          index = end
          continue
        }
        decoded.append(byte)
      } else {
        decoded.append(byte)
      }
      index += 1
    }
    return decoded
  }

  /// Where the next line starts, if only white space stands between `=` and the end of the line.
  private static func softBreak(in source: [UInt8], after index: Int) -> Int? {
    var end = index + 1
    while end < source.count, source[end] == 32 || source[end] == 9 || source[end] == 13 {
      end += 1
    }
    if end == source.count { return end }
    return source[end] == 10 ? end + 1 : nil
  }

  private static func hex(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 48...57: byte - 48
    case 65...70: byte - 55
    case 97...102: byte - 87
    default: nil
    }
  }
}
