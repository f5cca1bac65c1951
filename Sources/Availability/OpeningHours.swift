import CivilCalendar

/// A part of a day, in minutes after its midnight. The end isn't part of it, and is above 1440 when
/// it lies on the next day.
package struct TimeRange: Hashable, Comparable, Sendable {
  package let start: Int
  package let end: Int

  /// Nil unless the range begins on the day, ends after it begins, and is at most a day long.
  package init?(start: Int, end: Int) {
    guard 0..<1440 ~= start, end > start, end - start <= 1440 else { return nil }
    self.start = start
    self.end = end
  }

  private init(unchecked start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }

  package static let wholeDay = TimeRange(unchecked: 0, 1440)

  /// The part that lies in `other`, when that is moved by so many days; nil when none does.
  func intersection(_ other: TimeRange, movedBy days: Int) -> TimeRange? {
    let first = max(start, other.start + days * 1440)
    let last = min(end, other.end + days * 1440)
    return first < last ? TimeRange(unchecked: first, last) : nil
  }

  package static func < (left: TimeRange, right: TimeRange) -> Bool {
    (left.start, left.end) < (right.start, right.end)
  }
}

/// When a channel is answered: a week of ranges, seasons with another week, what holidays do to
/// it, and single days.
package struct OpeningHours: Hashable, Sendable {
  package enum OnHolidays: Hashable, Sendable {
    /// As on any other day.
    case open
    /// These ranges instead; none means closed.
    case ranges([TimeRange])
  }

  /// A day with hours of its own.
  package struct Exception: Hashable, Sendable {
    /// None means closed.
    package let ranges: [TimeRange]
    /// Why, by language code; empty when nothing is said.
    package let reason: [String: String]

    package init(ranges: [TimeRange], reason: [String: String] = [:]) {
      self.ranges = ranges.sorted()
      self.reason = reason
    }
  }

  /// Seven days, Monday first. A range counts for the day it begins on.
  package let week: [[TimeRange]]
  /// Parts of the year with another week; the first that a day lies in counts.
  package let seasons: [Season]
  package let onHolidays: OnHolidays
  /// Days that differ from the week; they win over holidays.
  package let exceptions: [CalendarDay: Exception]

  package init(
    week: [[TimeRange]], seasons: [Season] = [], onHolidays: OnHolidays = .ranges([]),
    exceptions: [CalendarDay: Exception] = [:]
  ) {
    self.week = Self.complete(week)
    self.seasons = seasons
    self.onHolidays = onHolidays
    self.exceptions = exceptions
  }

  package static let always = OpeningHours(
    week: Array(repeating: [.wholeDay], count: 7), onHolidays: .open)

  /// True when no hour of any day is left out.
  package var isAroundTheClock: Bool {
    week == Self.always.week && seasons.isEmpty && onHolidays == .open && exceptions.isEmpty
  }

  /// The season that holds on that day.
  package func season(on day: CalendarDay) -> Season? {
    seasons.first { $0.contains(day) }
  }

  /// The week that holds on that day.
  package func week(on day: CalendarDay) -> [[TimeRange]] {
    season(on: day)?.week ?? week
  }

  /// The ranges that begin on that day.
  package func ranges(on day: CalendarDay, holidays: HolidayCalendar?) -> [TimeRange] {
    if let exception = exceptions[day] { return exception.ranges }
    if case .ranges(let ranges) = onHolidays, holidays?.holiday(on: day) != nil { return ranges }
    return week(on: day)[day.weekday - 1]
  }

  /// Seven days, each in order.
  fileprivate static func complete(_ week: [[TimeRange]]) -> [[TimeRange]] {
    (0..<7).map { $0 < week.count ? week[$0].sorted() : [] }
  }
}

/// A part of the year, each year or once, with a week of its own.
package struct Season: Hashable, Sendable {
  /// First and last day, both part of it.
  package enum Span: Hashable, Sendable {
    case once(CalendarDay, CalendarDay)
    /// Months and days; the last may come before the first, in the next year.
    case yearly(MonthDay, MonthDay)
  }

  package let span: Span
  package let week: [[TimeRange]]

  package init(span: Span, week: [[TimeRange]]) {
    self.span = span
    self.week = OpeningHours.complete(week)
  }

  package func contains(_ day: CalendarDay) -> Bool {
    switch span {
    case .once(let first, let last): return first <= day && day <= last
    case .yearly(let first, let last):
      let (_, month, date) = day.civil
      let now = MonthDay(month: month, day: date)
      return first <= last ? first <= now && now <= last : now >= first || now <= last
    }
  }
}

/// A day of any year.
package struct MonthDay: Hashable, Comparable, Sendable {
  package let month: Int
  package let day: Int

  package init(month: Int, day: Int) {
    self.month = month
    self.day = day
  }

  /// Nil unless the text is `06-30` and a leap year has that day.
  package init?(_ text: String) {
    guard let day = CalendarDay("2028-" + text) else { return nil }
    self.init(month: day.civil.month, day: day.civil.day)
  }

  package static func < (left: MonthDay, right: MonthDay) -> Bool {
    (left.month, left.day) < (right.month, right.day)
  }
}
