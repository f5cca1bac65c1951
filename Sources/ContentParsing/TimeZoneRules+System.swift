import Availability
import CivilCalendar
import Foundation

extension TimeZoneRules {
  /// The years whose changes are kept: contacts of the past, and promises ahead.
  private static let years = 2000...2050

  /// The zone's offsets by the system's database.
  init(_ zone: TimeZone) {
    let start = CalendarDay(year: Self.years.lowerBound, month: 1, day: 1)?.daysSince1970 ?? 0
    let end = CalendarDay(year: Self.years.upperBound, month: 12, day: 31)?.daysSince1970 ?? 0
    var date = Date(timeIntervalSince1970: Double(start) * 86_400)
    let last = Date(timeIntervalSince1970: Double(end) * 86_400)
    var periods: [Period] = []
    while date < last {
      let minutes = Int((date.timeIntervalSince1970 / 60).rounded())
      periods.append(
        Period(start: Instant(minutes: minutes), offset: zone.secondsFromGMT(for: date) / 60))
      guard let next = zone.nextDaylightSavingTimeTransition(after: date), next > date else {
        break
      }
      date = next
    }
    self.init(name: zone.identifier, periods: periods)
  }
}
