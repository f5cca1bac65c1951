extension RedactionScanner {
  private static let fewestDigits = 4
  private static let longestGap = 4

  /// The number that belongs to the word before `start`: `order no. GH-12345`.
  ///
  /// Amounts, dates and times are none.
  func referenceNumber(from start: Int) -> Range<Int>? {
    guard let isReference else { return nil }
    var start = skipReferenceGap(from: start)
    for _ in 0..<2 {
      let word = word(at: start, stoppingAtDigits: true)
      guard word.letters > 0, vocabulary.isNumberWord(word.hash) else { break }
      start = skipReferenceGap(from: word.end)
    }
    var end = start
    var digits = 0
    while end < text.count, isReferenceSign(text[end]) {
      digits += Self.isDigit(text[end]) ? 1 : 0
      end += 1
    }
    while end > start, !Self.isDigit(text[end - 1]), !Self.isLetter(text[end - 1]) { end -= 1 }
    guard digits >= Self.fewestDigits, !isFollowedByCurrency(end),
      isReference(String(decoding: text[start..<end], as: UTF8.self))
    else { return nil }
    return start..<end
  }

  private func isReferenceSign(_ byte: UInt8) -> Bool {
    Self.isLetter(byte) || Self.isDigit(byte) || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
  }

  private func skipReferenceGap(from start: Int) -> Int {
    var index = start
    while index < text.count, index - start < Self.longestGap,
      [0x20, UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: "#")].contains(text[index])
    {
      index += 1
    }
    return text[index...].starts(with: "№".utf8) ? skipReferenceGap(from: index + 3) : index
  }
}
