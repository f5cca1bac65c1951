/// Turns chunks of a file into well-formed UTF-8, whatever it is encoded in.
///
/// A log that several programs wrote into may change its encoding from line to line. Unless the
/// user has said what it is, every line is judged by itself: well-formed UTF-8 is that, a line
/// with some broken sequences is UTF-8 that was cut, and one with nothing but broken sequences is
/// in the code page that the whole file's letters point to.
struct TextDecoder {
  private enum Method {
    /// Known to be well-formed.
    case copy
    case lines(codePage: CodePage?, isMostlyCodePage: Bool)
    case codePage(CodePage)
    case utf16(isBigEndian: Bool)
  }

  /// Lines longer than this are decoded in parts.
  private static let longestLine = 1 << 20

  private let method: Method
  private var halfUnit: UInt8?
  private var highSurrogate: UInt32?
  /// The beginning of a line whose end isn't here yet.
  private var heldBack: [UInt8] = []
  private var line = 1

  /// Lines in the other encoding: UTF-8 in a file of a code page, or the reverse.
  private(set) var otherEncoding = Occurrences()
  /// Lines with broken sequences, which became U+FFFD.
  private(set) var broken = Occurrences()

  /// - Parameters:
  ///   - verdict: what the file is; a stated code page is applied to every byte.
  ///   - isStated: whether the user has said so.
  init(_ verdict: EncodingSurvey.Verdict, isStated: Bool) {
    switch verdict.encoding {
    case .utf16LittleEndian: method = .utf16(isBigEndian: false)
    case .utf16BigEndian: method = .utf16(isBigEndian: true)
    case .utf8 where verdict.isWellFormed: method = .copy
    case .utf8:
      method = .lines(codePage: isStated ? nil : verdict.codePage, isMostlyCodePage: false)
    case .windows1250, .windows1251, .windows1257:
      let page = CodePage(verdict.encoding)
      method = isStated ? .codePage(page) : .lines(codePage: page, isMostlyCodePage: true)
    }
  }

  /// - Complexity: O(*n*), *n* the number of bytes.
  mutating func decode(_ bytes: ArraySlice<UInt8>, into output: inout [UInt8]) {
    switch method {
    case .copy:
      output += bytes
    case .codePage(let page):
      page.decode(bytes, into: &output)
    case .lines(let page, let isMostlyCodePage):
      var start = bytes.startIndex
      while let end = bytes[start...].firstIndex(of: 0x0A) {
        finishLine(bytes[start...end], page, isMostlyCodePage, into: &output)
        line += 1
        start = end + 1
      }
      heldBack += bytes[start...]
      if heldBack.count > Self.longestLine {
        finishLine([], page, isMostlyCodePage, into: &output)
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

  /// What is left over at the end of the file is its last line, or a broken character.
  mutating func finish(into output: inout [UInt8]) {
    if case .lines(let page, let isMostlyCodePage) = method {
      finishLine([], page, isMostlyCodePage, into: &output)
    }
    if halfUnit != nil || highSurrogate != nil { append(0xFFFD, to: &output) }
    halfUnit = nil
    highSurrogate = nil
  }

  private mutating func finishLine(
    _ rest: ArraySlice<UInt8>, _ page: CodePage?, _ isMostlyCodePage: Bool,
    into output: inout [UInt8]
  ) {
    guard !heldBack.isEmpty else {
      decode(line: rest, page, isMostlyCodePage, into: &output)
      return
    }
    let whole = heldBack + rest
    heldBack.removeAll(keepingCapacity: true)
    decode(line: whole[...], page, isMostlyCodePage, into: &output)
  }

  private mutating func decode(
    line bytes: ArraySlice<UInt8>, _ page: CodePage?, _ isMostlyCodePage: Bool,
    into output: inout [UInt8]
  ) {
    guard bytes.contains(where: { $0 >= 0x80 }) else {
      output += bytes
      return
    }
    var survey = EncodingSurvey()
    survey.add(bytes)
    if isMostlyCodePage ? survey.isPlainlyUTF8 : survey.isWellFormed {
      if isMostlyCodePage { otherEncoding.add(line) }
      output += bytes
    } else if let page, isMostlyCodePage ? !survey.isDamagedUTF8 : !survey.hasWellFormed {
      if !isMostlyCodePage { otherEncoding.add(line) }
      page.decode(bytes, into: &output)
    } else {
      broken.add(line)
      output += String(decoding: bytes, as: UTF8.self).utf8
    }
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
