import Availability
import CivilCalendar

/// Moments and states as a person says them from where they stand: `tomorrow`, `on Monday`.
///
/// The page's script says the same; both are held to one list of phrases.
extension ContactWords {
  /// The parts of a moment: the day as seen from another moment, and the time.
  package struct Moment {
    /// `today`, `tomorrow`, `on Monday`, `on 12 April`, with the preposition it needs.
    package let day: String
    /// `8:00`.
    package let time: String
    package let daysAhead: Int
    /// Minutes after midnight.
    package let minute: Int
  }

  package func moment(_ instant: Instant, from now: Instant, in zone: TimeZoneRules) -> Moment {
    let (then, today) = (zone.wallTime(at: instant), zone.wallTime(at: now).day)
    let ahead = then.day.daysSince1970 - today.daysSince1970
    return Moment(
      day: name(of: then.day, daysAhead: ahead), time: Self.time(then.minute), daysAhead: ahead,
      minute: then.minute)
  }

  private func name(of day: CalendarDay, daysAhead: Int) -> String {
    switch daysAhead {
    case 0: return strings("weekday.today")
    case 1: return strings("weekday.tomorrow")
    case 2..<7: return strings("weekday.\(day.weekday)")
    default:
      let (_, month, number) = day.civil
      let key = "month.\(month)"
      let named = strings(key, ["n": String(number)])
      return strings(
        "weekday.date", ["date": named == key ? date(day, template: "dMMMM") : named])
    }
  }

  /// `Open until 20:00`, `Closed, opens tomorrow at 8:00`.
  package func state(_ state: OpenState, at now: Instant, in zone: TimeZoneRules) -> String {
    let key = state.isOpen ? "state.open" : "state.closed"
    guard let until = state.until else {
      return strings(state.isOpen ? "state.always" : "state.closed")
    }
    let change = moment(until, from: now, in: zone)
    // A closing after midnight is still this evening's.
    let isTonight = state.isOpen && change.daysAhead == 1 && change.minute <= 6 * 60
    return strings(
      key + (change.daysAhead == 0 || isTonight ? "Until" : "Day"),
      [
        "day": change.day, "time": isTonight && change.minute == 0 ? Self.time(1440) : change.time,
      ])
  }

  /// `Write now and we answer on Monday by 10:00`.
  package func due(_ due: Instant, at now: Instant, in zone: TimeZoneRules) -> String {
    let moment = moment(due, from: now, in: zone)
    return strings(
      moment.daysAhead == 0 ? "state.dueToday" : "state.dueDay",
      ["day": moment.day, "time": moment.time])
  }
}
