import CivilCalendar

/// A stretch of the calendar that a report covers: a year, quarter, month, ISO week or day.
///
///     Period("2026-W44")?.first.description  // "2026-10-26"
///     Period("2026-01")?.previous.description  // "2025-12"
package struct Period: Hashable, Sendable {
  package enum Unit: String, Hashable, Sendable, CaseIterable {
    case year, quarter, month, week, day
  }

  package let unit: Unit
  package let first: CalendarDay
  package let last: CalendarDay

  /// The year, quarter, month, week (from Monday) or day that `day` is in.
  package init(_ unit: Unit, containing day: CalendarDay) {
    self.unit = unit
    switch unit {
    case .year:
      first = Self.firstOfMonth(1, year: day.year)
      last = Self.lastOfMonth(12, year: day.year)
    case .quarter:
      let month = (day.month - 1) / 3 * 3 + 1
      first = Self.firstOfMonth(month, year: day.year)
      last = Self.lastOfMonth(month + 2, year: day.year)
    case .month:
      first = Self.firstOfMonth(day.month, year: day.year)
      last = Self.lastOfMonth(day.month, year: day.year)
    case .week:
      first = day.adding(days: 1 - day.weekday)
      last = first.adding(days: 6)
    case .day:
      first = day
      last = day
    }
  }

  /// Reads `2026`, `2026-Q4`, `2026-10`, `2026-W44` or `2026-10-03`.
  package init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    guard let head = parts.first, head.utf8.count == 4, let year = Self.number(head) else {
      return nil
    }
    switch parts.count {
    case 1:
      self.init(.year, year: year, month: 1, day: 1)
    case 2 where parts[1].hasPrefix("Q") || parts[1].hasPrefix("q"):
      guard let quarter = Self.number(parts[1].dropFirst()), 1...4 ~= quarter else { return nil }
      self.init(.quarter, year: year, month: quarter * 3, day: 1)
    case 2 where parts[1].hasPrefix("W") || parts[1].hasPrefix("w"):
      guard let week = Self.number(parts[1].dropFirst()), week >= 1,
        let fourth = CalendarDay(year: year, month: 1, day: 4)
      else { return nil }
      // ISO 8601: January 4 is always in week 1.
      self.init(.week, containing: fourth.adding(days: (week - 1) * 7))
      // A week 53 that this year doesn't have is the next year's first.
      guard isoWeek == (year, week) else { return nil }
    case 2:
      guard parts[1].utf8.count == 2, let month = Self.number(parts[1]) else { return nil }
      self.init(.month, year: year, month: month, day: 1)
    case 3:
      guard parts[1].utf8.count == 2, parts[2].utf8.count == 2,
        let month = Self.number(parts[1]), let day = Self.number(parts[2])
      else { return nil }
      self.init(.day, year: year, month: month, day: day)
    default:
      return nil
    }
  }

  package func contains(_ timestamp: Timestamp) -> Bool { contains(timestamp.calendarDay) }

  package func contains(_ day: CalendarDay) -> Bool { first <= day && day <= last }

  /// The period of the same unit that ends the day before this one begins.
  package var previous: Period { Period(unit, containing: first.adding(days: -1)) }

  /// The period of the same unit that begins the day after this one ends.
  package var next: Period { Period(unit, containing: last.adding(days: 1)) }

  /// How many days it has: 28 to 31 for a month.
  package var dayCount: Int { last.daysSince1970 - first.daysSince1970 + 1 }

  private init?(_ unit: Unit, year: Int, month: Int, day: Int) {
    guard let day = CalendarDay(year: year, month: month, day: day) else { return nil }
    self.init(unit, containing: day)
  }

  /// The year and number of an ISO week are those of its Thursday.
  private var isoWeek: (year: Int, week: Int) {
    let thursday = first.adding(days: 3)
    let newYear = Self.firstOfMonth(1, year: thursday.year)
    return (thursday.year, (thursday.daysSince1970 - newYear.daysSince1970) / 7 + 1)
  }

  private static func firstOfMonth(_ month: Int, year: Int) -> CalendarDay {
    CalendarDay(year: year, month: month, day: 1) ?? CalendarDay(daysSince1970: 0)
  }

  private static func lastOfMonth(_ month: Int, year: Int) -> CalendarDay {
    firstOfMonth(month, year: year)
      .adding(days: CalendarDay.daysInMonth(month, of: year) - 1)
  }

  private static func number(_ text: some StringProtocol) -> Int? {
    text.utf8.count <= 4 && text.utf8.allSatisfy { 0x30...0x39 ~= $0 } ? Int(text) : nil
  }
}

extension Period: CustomStringConvertible {
  /// As it is written on the command line: `2026-W44`.
  package var description: String {
    let year = padded(first.year, to: 4)
    return switch unit {
    case .year: year
    case .quarter: "\(year)-Q\((first.month + 2) / 3)"
    case .month: "\(year)-\(padded(first.month, to: 2))"
    case .week: "\(padded(isoWeek.year, to: 4))-W\(padded(isoWeek.week, to: 2))"
    case .day: first.description
    }
  }
}
