import CivilCalendar

/// A date and time of day as the log has them, not moved to another time zone.
///
/// Counting contacts by day means the day on the company's own calendar, and few exports say
/// which zone they are in; so the local reading is kept and an offset only remembered.
///
///     Timestamp("12/Mar/24 9:41 AM")?.description  // "2024-03-12T09:41:00"
package struct Timestamp: Hashable, Sendable {
  package let calendarDay: CalendarDay
  package let hour: Int
  package let minute: Int
  package let second: Int
  /// Minutes east of UTC, if the log says so.
  package let offsetMinutes: Int?

  package init(
    on calendarDay: CalendarDay, hour: Int = 0, minute: Int = 0, second: Int = 0,
    offsetMinutes: Int? = nil
  ) {
    self.calendarDay = calendarDay
    self.hour = hour
    self.minute = minute
    self.second = second
    self.offsetMinutes = offsetMinutes
  }

  package var year: Int { calendarDay.year }
  package var month: Int { calendarDay.month }
  package var day: Int { calendarDay.day }

  /// `2026-10-15`.
  package var date: String { calendarDay.description }
}

extension Timestamp: Comparable {
  /// By local reading, so that sorting agrees with the days and hours a reader sees.
  package static func < (left: Timestamp, right: Timestamp) -> Bool {
    if left.calendarDay != right.calendarDay { return left.calendarDay < right.calendarDay }
    return (left.hour, left.minute, left.second, left.offsetMinutes ?? Int.min)
      < (right.hour, right.minute, right.second, right.offsetMinutes ?? Int.min)
  }
}

extension Timestamp: CustomStringConvertible {
  /// `2026-10-15T08:30:00`, `2026-10-15T08:30:00+02:00`, or with `Z` for UTC.
  package var description: String {
    let time = [hour, minute, second].map { padded($0, to: 2) }.joined(separator: ":")
    let zone =
      switch offsetMinutes {
      case nil: ""
      case 0?: "Z"
      case let offset?: Self.zone(offset)
      }
    return date + "T" + time + zone
  }

  /// `+02:00`.
  static func zone(_ offset: Int) -> String {
    (offset < 0 ? "-" : "+") + padded(abs(offset) / 60, to: 2) + ":"
      + padded(abs(offset) % 60, to: 2)
  }
}

/// How dates such as `3/4/2025` are meant; nothing in them tells.
package enum SlashDateOrder: String, Sendable, Hashable, CaseIterable {
  case monthFirst = "month first"
  case dayFirst = "day first"
}
