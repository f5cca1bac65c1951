/// Numbers of documents with letters in them, and secrets.
extension RedactionScanner {
  private static let documentDigits = 6...9
  private static let fewestSecretCharacters = 4
  /// Letters that begin no British national insurance number.
  /// https://www.gov.uk/hmrc-internal-manuals/national-insurance-manual/nim39110
  private static let noInsurancePrefix: Set<UInt8> = Set("dfiquv".utf8)

  /// `AB 12 34 56 C` anywhere, and `ABS 123456` or `LV1234567` after words such as "passport".
  mutating func documentNumber() -> Bool {
    var letters = index
    while letters < text.count, letters - index < 4, Self.isLetter(text[letters]) { letters += 1 }
    guard 2...3 ~= letters - index, let digits = digitsEnd(from: letters) else { return false }
    if letters - index == 2, digits.count == 6, let end = insuranceSuffixEnd(from: digits.end),
      !text[index..<letters].contains(where: { Self.noInsurancePrefix.contains($0 | 0x20) })
    {
      replace(index..<end, with: .nationalID)
      return true
    }
    guard context == .nationalID, Self.documentDigits ~= digits.count, isWordEnd(digits.end) else {
      return false
    }
    replace(index..<digits.end, with: .nationalID)
    return true
  }

  /// Replaces what stands after "password" or "PIN" if there are digits in it: `PIN: 4821`.
  mutating func secret(after word: Int) -> Bool {
    var start = skipSecretGap(from: word)
    for _ in 0..<2 {
      let filler = self.word(at: start)
      guard filler.letters > 0, vocabulary.isSecretFiller(filler.hash) else { break }
      start = skipSecretGap(from: filler.end)
    }
    guard start > word else { return false }
    var end = start
    while end < text.count, text[end] > 0x20 { end += 1 }
    while end > start, [0x29, 0x2C, 0x2E, 0x3B].contains(text[end - 1]) { end -= 1 }  // ),.;
    guard end - start >= Self.fewestSecretCharacters,
      text[start..<end].contains(where: Self.isDigit),
      !isFollowedByCurrency(end)
    else { return false }
    replace(start..<end, with: .secret)
    return true
  }

  private func skipSecretGap(from start: Int) -> Int {
    var index = start
    while index < text.count, index - start < 3,
      [0x20, UInt8(ascii: ":"), UInt8(ascii: "="), UInt8(ascii: "-")].contains(text[index])
    {
      index += 1
    }
    return index
  }

  /// Digits in pairs or in one piece, a space at most between.
  private func digitsEnd(from start: Int) -> (end: Int, count: Int)? {
    var end = start
    var count = 0
    var index = start
    while index < text.count, count < 10 {
      if Self.isDigit(text[index]) {
        count += 1
        end = index + 1
      } else if text[index] != 0x20 || index > end {
        break
      }
      index += 1
    }
    return count > 0 ? (end, count) : nil
  }

  /// The end of the letter A to D that ends a national insurance number.
  private func insuranceSuffixEnd(from start: Int) -> Int? {
    let letter = start < text.count && text[start] == 0x20 ? start + 1 : start
    guard letter < text.count, 0x61...0x64 ~= text[letter] | 0x20, isWordEnd(letter + 1) else {
      return nil
    }
    return letter + 1
  }

  private func isWordEnd(_ index: Int) -> Bool {
    guard index < text.count else { return true }
    let byte = text[index]
    return !Self.isDigit(byte) && !Self.isLetter(byte) && byte < 0x80 && byte != UInt8(ascii: "-")
  }
}
