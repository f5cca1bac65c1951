/// Turns chunks of a file into UTF-8, whatever it is encoded in.
///
/// UTF-8 goes through unchecked: a bad sequence must spoil its own row only, so rows are checked.
struct TextDecoder {
  private enum Method {
    case copy
    case codePage([[UInt8]])
    case utf16(isBigEndian: Bool)
  }

  private let method: Method
  private var halfUnit: UInt8?
  private var highSurrogate: UInt32?

  init(_ encoding: TextEncoding) {
    if let upperHalf = encoding.upperHalf {
      method = .codePage(upperHalf.map { Array(String($0).utf8) })
    } else if encoding == .utf8 {
      method = .copy
    } else {
      method = .utf16(isBigEndian: encoding == .utf16BigEndian)
    }
  }

  mutating func decode(_ bytes: ArraySlice<UInt8>, into output: inout [UInt8]) {
    switch method {
    case .copy:
      output += bytes
    case .codePage(let upperHalf):
      for byte in bytes {
        if byte & 0x80 == 0 { output.append(byte) } else { output += upperHalf[Int(byte & 0x7F)] }
      }
    case .utf16(let isBigEndian):
      for byte in bytes {
        guard let first = halfUnit else {
          halfUnit = byte
          continue
        }
        halfUnit = nil
        let (high, low) = isBigEndian ? (first, byte) : (byte, first)
        decode(unit: UInt32(high) << 8 | UInt32(low), into: &output)
      }
    }
  }

  /// What is left over at the end of the file is a broken character.
  mutating func finish(into output: inout [UInt8]) {
    if halfUnit != nil || highSurrogate != nil { append(0xFFFD, to: &output) }
    halfUnit = nil
    highSurrogate = nil
  }

  private mutating func decode(unit: UInt32, into output: inout [UInt8]) {
    if let high = highSurrogate {
      highSurrogate = nil
      if 0xDC00...0xDFFF ~= unit {
        append(0x10000 + (high - 0xD800) << 10 + (unit - 0xDC00), to: &output)
        return
      }
      append(0xFFFD, to: &output)
    }
    switch unit {
    case 0xD800...0xDBFF: highSurrogate = unit
    case 0xDC00...0xDFFF: append(0xFFFD, to: &output)
    default: append(unit, to: &output)
    }
  }

  private func append(_ value: UInt32, to output: inout [UInt8]) {
    let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
    if let encoded = UTF8.encode(scalar) { output.append(contentsOf: encoded) }
  }
}
