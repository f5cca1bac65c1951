extension RedactionScanner {
  /// As far back as a mail address with a spelled @ may begin.
  private static let longestLocalPart = 64

  mutating func mailAddress() -> Bool {
    guard hasAtSign, index >= localPartEnd else { return false }
    var end = index
    while end < text.count, isLocalPart(at: end) { end += 1 }
    localPartEnd = end
    guard end < text.count, text[end] == UInt8(ascii: "@"), let domain = domainEnd(from: end + 1)
    else { return false }
    replace(index..<domain, with: .mail)
    return true
  }

  /// `anna (at) example.com`, `anna[at]example[dot]com`, `anna @ example.com`, seen at the bracket or
  /// the sign: what stands before belongs to it, and a dot must come after.
  mutating func spelledMailAddress() -> Bool {
    guard let host = endOfSpelledAt(), let domain = spelledDomainEnd(from: skipSpaces(from: host))
    else { return false }
    var end = index
    while end > foundEnd, text[end - 1] == 0x20 { end -= 1 }
    var start = end
    while start > foundEnd, end - start < Self.longestLocalPart, isLocalPart(at: start - 1) {
      start -= 1
    }
    while start < end, text[start] & 0xC0 == 0x80 { start += 1 }
    guard start < end else { return false }
    replace(start..<domain, with: .mail)
    return true
  }

  /// The index after a lone `@`, or after `at` in brackets.
  private func endOfSpelledAt() -> Int? {
    if text[index] == UInt8(ascii: "@") { return index + 1 }
    let word = word(at: index + 1)
    guard word.letters > 0, vocabulary.isSpelledAt(word.hash), isClosed(at: word.end) else {
      return nil
    }
    return word.end + 1
  }

  private func spelledDomainEnd(from start: Int) -> Int? {
    var end = hostLabelEnd(from: start)
    var last = end - start
    var dots = 0
    while last > 0, let next = endOfDot(from: end), hostLabelEnd(from: next) > next {
      end = hostLabelEnd(from: next)
      last = end - next
      dots += 1
    }
    // The end of a sentence and the next one are no host.
    return dots > 0 && last > 1 && !Self.isDigit(text[end - 1]) ? end : nil
  }

  private func hostLabelEnd(from start: Int) -> Int {
    var end = start
    while end < text.count,
      Self.isLetter(text[end]) || Self.isDigit(text[end]) || text[end] == UInt8(ascii: "-")
    {
      end += 1
    }
    return end
  }

  /// The index after `.` or after `dot` in brackets, with or without spaces around those.
  private func endOfDot(from start: Int) -> Int? {
    guard start < text.count else { return nil }
    if text[start] == UInt8(ascii: ".") { return start + 1 }
    let bracket = skipSpaces(from: start)
    guard bracket < text.count, Self.isBracket(text[bracket]) else { return nil }
    let word = word(at: bracket + 1)
    guard vocabulary.isSpelledDot(word.hash), isClosed(at: word.end) else { return nil }
    return skipSpaces(from: word.end + 1)
  }

  static func isBracket(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[")
  }

  private func isClosed(at index: Int) -> Bool {
    index < text.count && (text[index] == UInt8(ascii: ")") || text[index] == UInt8(ascii: "]"))
  }

  private func skipSpaces(from start: Int) -> Int {
    start < text.count && text[start] == 0x20 ? start + 1 : start
  }

  private func isLocalPart(at index: Int) -> Bool {
    let byte = text[index]
    if Self.isLetter(byte) || Self.isDigit(byte) { return true }
    if byte >= 0x80 { return byte < 0xE0 ? byte != 0xC2 : byte != 0xE2 }
    return [0x21, 0x25, 0x26, 0x27, 0x2B, 0x2D, 0x2E, 0x5F].contains(byte)  // !%&'+-._
  }

  /// The end of a host name, with or without dots: `jan@gmail` is as personal as `jan@gmail.com`.
  private func domainEnd(from start: Int) -> Int? {
    var end = start
    var index = start
    while index < text.count {
      let byte = text[index]
      if Self.isLetter(byte) || Self.isDigit(byte) || (byte >= 0x80 && byte != 0xC2 && byte != 0xE2)
      {
        end = index + 1
      } else if byte != UInt8(ascii: ".") && byte != UInt8(ascii: "-") || end == start {
        break
      }
      index += 1
    }
    let begins = start < end && (Self.isLetter(text[start]) || text[start] >= 0x80)
    return begins || text[start..<end].contains(UInt8(ascii: ".")) ? end : nil
  }
}
