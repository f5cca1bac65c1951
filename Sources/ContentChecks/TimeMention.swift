import Availability
import KnowledgeBase

/// An amount of time in a sentence: `10 working days`, `jednego dnia roboczego`.
struct TimeMention: Hashable {
  let amount: Int
  let unit: AnswerPromise.Unit

  /// All amounts that a text names; of `1-2 days` the second, which is the promise.
  ///
  ///     TimeMention.all(in: "at most 2 working days", words)  // [2 working days]
  static func all(in text: String, _ words: LanguageWords) -> [TimeMention] {
    let lower = text.lowercased()
    var mentions: [TimeMention] = []
    var rest = lower[...]
    while let start = rest.firstIndex(where: { $0.isLetter || $0.isNumber }) {
      let isNumber = rest[start].isNumber
      let token = rest[start...].prefix { isNumber ? $0.isNumber : $0.isLetter }
      rest = rest[token.endIndex...]
      guard let amount = amount(of: token, words), amount < 10_000 else { continue }
      let after = rest.drop { $0 == " " || $0 == "\u{A0}" || $0 == "-" }
      // A word and its unit are two words.
      guard after.startIndex > token.endIndex || isNumber else { continue }
      if let unit = words.units.first(where: { $0.words.contains { after.hasPrefix($0) } })?.unit {
        mentions.append(TimeMention(amount: amount, unit: unit))
      }
    }
    return mentions
  }

  private static func amount(of token: Substring, _ words: LanguageWords) -> Int? {
    if let number = Int(token) { return number }
    return words.numbers.firstIndex { $0.contains(String(token)) }.map { $0 + 1 }
  }

  init(amount: Int, unit: AnswerPromise.Unit) {
    self.amount = amount
    self.unit = unit
  }

  init(_ span: TimeSpan) {
    let unit: AnswerPromise.Unit =
      switch span.unit {
      case .minutes: .minutes
      case .hours: .hours
      case .days: .days
      case .workingDays: .workingDays
      }
    self.init(amount: span.amount, unit: unit)
  }

  init(_ promise: AnswerPromise) {
    self.init(amount: promise.amount, unit: promise.unit)
  }

  /// `2 working days`, as front matter has it.
  var text: String {
    let name = unit.rawValue
    return "\(amount) \(amount == 1 ? String(name.dropLast()) : name)"
  }

  /// True for the same stretch of time: 24 hours are 1 day, but no working day.
  func isSame(as other: TimeMention) -> Bool {
    if self == other { return true }
    guard let minutes = clockMinutes else { return false }
    return minutes == other.clockMinutes
  }

  private var clockMinutes: Int? {
    switch unit {
    case .minutes: amount
    case .hours: amount * 60
    case .days: amount * 1440
    case .workingHours, .workingDays: nil
    }
  }
}
