/// The day a person was born, after a word that says so: many share it, and with anything else it
/// tells who somebody is.
extension RedactionScanner {
  /// Between day, month and year: a point and a space.
  private static let longestGap = 2

  /// Replaces the date that begins at `index`, in digits or with the month in letters.
  mutating func birthDate() -> Bool {
    guard context == .birth, let end = numericDateEnd() ?? wordedDateEnd() else { return false }
    replace(index..<end, with: .birthDate)
    numberEnd = end
    return true
  }

  /// `15.10.1980`, `1980-10-15`, `5/10/80`.
  private mutating func numericDateEnd() -> Int? {
    collectRun(from: index)
    guard run.groups.count >= 3, run.groups[1].gap == run.groups[2].gap else { return nil }
    let lengths = run.groups.prefix(3).map(\.count)
    let isDate =
      1...2 ~= lengths[1]
      && (1...2 ~= lengths[0] && [2, 4].contains(lengths[2])
        || lengths[0] == 4 && 1...2 ~= lengths[2])
    return isDate ? run.groups[2].end : nil
  }

  /// `15 March 1980`, `15. oktobrī 1980`, `1980. gada 15. oktobrī`.
  private func wordedDateEnd() -> Int? {
    guard let first = digitsEnd(from: index), let word = letters(after: first) else { return nil }
    let start = skipDateGap(from: word.end)
    guard let second = digitsEnd(from: start) else { return nil }
    switch (first - index, second - start) {
    case (1...2, 4): return second
    case (4, 1...2): return letters(after: second)?.end
    default: return nil
    }
  }

  private func digitsEnd(from start: Int) -> Int? {
    var end = start
    while end < text.count, Self.isDigit(text[end]), end - start < 5 { end += 1 }
    return end > start ? end : nil
  }

  private func letters(after end: Int) -> Word? {
    let word = word(at: skipDateGap(from: end), stoppingAtDigits: true)
    return word.letters > 2 ? word : nil
  }

  private func skipDateGap(from start: Int) -> Int {
    var index = start
    while index < text.count, index - start < Self.longestGap,
      text[index] == 0x20 || text[index] == UInt8(ascii: ".")
    {
      index += 1
    }
    return index
  }
}
