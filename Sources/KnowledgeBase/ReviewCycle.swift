/// How often an article is to be read again: `6 months`.
package struct ReviewCycle: Hashable, Sendable {
  package enum Unit: String, Sendable, CaseIterable { case days, weeks, months, years }

  package let amount: Int
  package let unit: Unit

  package init(amount: Int, unit: Unit) {
    self.amount = amount
    self.unit = unit
  }

  /// Nil unless the text is a number above 0 and a unit, singular or plural.
  package init?(_ text: String) {
    let words = text.lowercased().split(separator: " ")
    guard words.count == 2, let amount = Int(words[0]), (1...10_000).contains(amount),
      let unit = Unit.allCases.first(where: {
        $0.rawValue == words[1] || $0.rawValue == words[1] + "s"
      })
    else { return nil }
    self.init(amount: amount, unit: unit)
  }

  /// The day the next reading is due after `day`, both as ISO 8601 dates; nil when it isn't one.
  ///
  ///     ReviewCycle("1 month")?.due(after: "2026-01-31")  // "2026-02-28"
  package func due(after day: String) -> String? {
    guard let date = ISODay(day) else { return nil }
    switch unit {
    case .days: return date.adding(days: amount).description
    case .weeks: return date.adding(days: 7 * amount).description
    case .months: return date.adding(months: amount).description
    case .years: return date.adding(months: 12 * amount).description
    }
  }
}

/// A day of the Gregorian calendar, written `2026-09-14`.
package struct ISODay: Hashable, Sendable {
  package let year: Int
  package let month: Int
  package let day: Int

  /// Nil for a day that no calendar has: `2026-02-30`.
  package init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard text.utf8.count == 10, parts.count == 3, parts[0].utf8.count == 4,
      parts[1].utf8.count == 2, parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
      (1...12).contains(month), day >= 1, day <= Self.length(ofMonth: month, year: year)
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  private init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// Days since 1 January 1970, after Howard Hinnant's "chrono-compatible low-level date algorithms".
  package var dayNumber: Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The day with that number; the inverse of `dayNumber`.
  package init(dayNumber: Int) {
    let shifted = dayNumber + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  package func adding(days: Int) -> ISODay { ISODay(dayNumber: dayNumber + days) }

  /// The same day of a later month, or that month's last.
  package func adding(months: Int) -> ISODay {
    let index = year * 12 + month - 1 + months
    let (year, month) = (index / 12, index % 12 + 1)
    return ISODay(year: year, month: month, day: min(day, Self.length(ofMonth: month, year: year)))
  }

  private static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension ISODay: CustomStringConvertible {
  package var description: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}
