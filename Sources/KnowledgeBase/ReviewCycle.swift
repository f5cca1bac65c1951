import CivilCalendar

/// How often an article is to be read again: `6 months`.
package struct ReviewCycle: Hashable, Sendable {
  package enum Unit: String, Sendable, TimeUnit { case days, weeks, months, years }

  package let amount: Int
  package let unit: Unit

  package init(amount: Int, unit: Unit) {
    self.amount = amount
    self.unit = unit
  }

  /// Nil unless the text is a number above 0 and a unit, singular or plural.
  package init?(_ text: String) {
    guard let (number, unit) = Unit.amount(in: text), 1...10_000 ~= number else { return nil }
    self.init(amount: number, unit: unit)
  }

  /// The day the next reading is due after `day`, both as ISO 8601 dates; nil when it isn't one.
  ///
  ///     ReviewCycle("1 month")?.due(after: "2026-01-31")  // "2026-02-28"
  package func due(after day: String) -> String? {
    guard let date = CalendarDay(day) else { return nil }
    switch unit {
    case .days: return date.adding(days: amount).description
    case .weeks: return date.adding(days: 7 * amount).description
    case .months: return date.adding(months: amount).description
    case .years: return date.adding(months: 12 * amount).description
    }
  }
}
