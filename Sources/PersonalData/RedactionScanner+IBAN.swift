extension RedactionScanner {
  private static let shortestIBAN = 15
  private static let longestIBAN = 34
  /// The banks' own letters are fewer than this leaves room for; a run of words has none.
  private static let fewestDigits = 8

  /// Replaces the IBAN that begins at `index`, in one piece or in fours.
  ///
  /// ISO 13616: the number with its first four characters moved to the end is 1 modulo 97.
  mutating func iban() -> Bool {
    guard index + Self.shortestIBAN <= text.count, Self.isLetter(text[index]),
      Self.isLetter(text[index + 1]), Self.isDigit(text[index + 2]), Self.isDigit(text[index + 3])
    else { return false }
    var remainder = 0
    var count = 4
    var digits = 2
    var end = index + 4
    var valid: Int?
    while end < text.count, count < Self.longestIBAN {
      let byte = text[end]
      if isAlphanumeric(at: end) {
        remainder = Self.append(byte, to: remainder)
        count += 1
        digits += Self.isDigit(byte) ? 1 : 0
        end += 1
        if !isAlphanumeric(at: end), count >= Self.shortestIBAN, digits >= Self.fewestDigits,
          text[index..<index + 4].reduce(remainder, { Self.append($1, to: $0) }) == 1
        {
          valid = end
        }
        continue
      }
      // Spaces, of lines too, stand after every fourth character only.
      let isNoBreak = byte == 0xC2 && end + 1 < text.count && text[end + 1] == 0xA0
      let isJoint = [0x20, 0x0A, UInt8(ascii: "-"), UInt8(ascii: ".")].contains(byte)
      guard count % 4 == 0, isNoBreak || isJoint else { break }
      end += isNoBreak ? 2 : 1
      guard isAlphanumeric(at: end) else { break }
    }
    guard let valid else { return false }
    replace(index..<valid, with: .iban)
    return true
  }

  private func isAlphanumeric(at index: Int) -> Bool {
    index < text.count && (Self.isDigit(text[index]) || Self.isLetter(text[index]))
  }

  /// Letters count as two digits, A as 10 to Z as 35.
  private static func append(_ byte: UInt8, to remainder: Int) -> Int {
    isDigit(byte)
      ? (remainder * 10 + Int(byte - 0x30)) % 97
      : (remainder * 100 + Int(byte | 0x20) - 0x61 + 10) % 97
  }
}
