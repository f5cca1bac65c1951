/// Finds out which number of dates such as 3/4/2025 is the month.
struct DateOrderSurvey {
  /// What a number above 12 has shown.
  private(set) var proof: SlashDateOrder?
  private(set) var hasSlashDates = false
  private var firsts: Set<Int> = []
  private var seconds: Set<Int> = []

  mutating func add(_ fields: [FieldSlice], _ columns: [Int], in bytes: [UInt8]) {
    for column in columns where column < fields.count {
      guard let text = FieldText.decode(fields[column], in: bytes),
        let trimmed = ContactAssembler.trimmed(text)
      else { continue }
      var parser = TimestampParser(bytes: Array(trimmed.utf8), slashDates: .monthFirst)
      _ = parser.parse()
      guard let numbers = parser.slashNumbers else { continue }
      hasSlashDates = true
      firsts.insert(numbers.first)
      seconds.insert(numbers.second)
      if numbers.first > 12 {
        proof = .dayFirst
      } else if numbers.second > 12 {
        proof = .monthFirst
      }
    }
  }

  /// The order that was shown; else the one under which an export of a few days doesn't spread
  /// over the year; else the one of the header's language.
  func verdict(isEnglish: Bool) -> SlashDateOrder {
    if let proof { return proof }
    if seconds.count == 1, firsts.count > 2 { return .dayFirst }
    if firsts.count == 1, seconds.count > 2 { return .monthFirst }
    return isEnglish ? .monthFirst : .dayFirst
  }
}
