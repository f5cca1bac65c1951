import Availability
import CivilCalendar
import Foundation

/// A day on which a channel's hours differ from its week.
package struct SpecialDay {
  package let day: CalendarDay
  package let ranges: [TimeRange]
  /// Why, by language code; empty for a country's holiday.
  package let reason: [String: String]
  /// The id of a country's holiday.
  package let holiday: String?

  /// Those of a schedule among `days`.
  package static func days(
    of schedule: Schedule, in days: ClosedRange<CalendarDay>
  ) -> [SpecialDay] {
    days.all.compactMap { day in
      let special = SpecialDay(day, schedule)
      return special.ranges == schedule.hours.week(on: day)[day.weekday - 1] ? nil : special
    }
  }

  package init(_ day: CalendarDay, _ schedule: Schedule) {
    let exception = schedule.hours.exceptions[day]
    let holiday = schedule.holidays?.holiday(on: day)
    self.day = day
    ranges = schedule.ranges(on: day)
    reason = exception.flatMap { $0.reason.isEmpty ? nil : $0.reason } ?? holiday?.name ?? [:]
    self.holiday = holiday.flatMap { $0.id.isEmpty ? nil : $0.id }
  }
}

extension ContactPlan {
  /// The day it is in the plan's time zone.
  package func day(of date: Date) -> CalendarDay {
    zone.wallTime(at: Instant(date)).day
  }

  /// The days that are worked out ahead: from the last of the month before to the end of the month a
  /// year on. Whole months, so that publishing again writes the same.
  package func daysAhead(of date: Date) -> ClosedRange<CalendarDay> {
    let (year, month, today) = day(of: date).civil
    let first = day(of: date).adding(days: 1 - today)
    let length = CalendarDay.daysInMonth(month, of: year + 1)
    let last = CalendarDay(year: year + 1, month: month, day: length) ?? first.adding(days: 365)
    return first.adding(days: -1)...last
  }
}

extension ClosedRange<CalendarDay> {
  var all: [CalendarDay] {
    (lowerBound.daysSince1970...upperBound.daysSince1970).map { CalendarDay(daysSince1970: $0) }
  }
}

extension Instant {
  package init(_ date: Date) {
    self.init(secondsSince1970: Int(date.timeIntervalSince1970.rounded(.down)))
  }
}
