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

  package static func < (left: TimeRange, right: TimeRange) -> Bool {
    (left.start, left.end) < (right.start, right.end)
  }
}

/// When a channel is answered: a week of ranges, what holidays do to it, and single days.
package struct OpeningHours: Hashable, Sendable {
  package enum OnHolidays: Hashable, Sendable {
    /// As on any other day.
    case open
    /// These ranges instead; none means closed.
    case ranges([TimeRange])
  }

  /// Seven days, Monday first. A range counts for the day it begins on.
  package let week: [[TimeRange]]
  package let onHolidays: OnHolidays
  /// Days that differ from the week; they win over holidays.
  package let exceptions: [CalendarDay: SpecialDay]

  /// A day with hours of its own.
  package struct SpecialDay: Hashable, Sendable {
    /// None means closed.
    package let ranges: [TimeRange]
    /// Why, by language code; empty when nothing is said.
    package let reason: [String: String]

    package init(ranges: [TimeRange], reason: [String: String] = [:]) {
      self.ranges = ranges.sorted()
      self.reason = reason
    }
  }

  package init(
    week: [[TimeRange]], onHolidays: OnHolidays = .ranges([]),
    exceptions: [CalendarDay: SpecialDay] = [:]
  ) {
    self.week = (0..<7).map { $0 < week.count ? week[$0].sorted() : [] }
    self.onHolidays = onHolidays
    self.exceptions = exceptions
  }

  package static let always = OpeningHours(
    week: Array(repeating: [.wholeDay], count: 7), onHolidays: .open)

  /// True when no hour of any week is left out.
  package var isAroundTheClock: Bool {
    week.allSatisfy { $0 == [.wholeDay] } && onHolidays == .open && exceptions.isEmpty
  }

  /// The ranges that begin on that day.
  package func ranges(on day: CalendarDay, holidays: HolidayCalendar?) -> [TimeRange] {
    if let exception = exceptions[day] { return exception.ranges }
    if case .ranges(let ranges) = onHolidays, holidays?.holiday(on: day) != nil { return ranges }
    return week[day.weekday - 1]
  }
}
