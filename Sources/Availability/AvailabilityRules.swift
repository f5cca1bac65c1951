import CivilCalendar

/// A contact plan worked out for a stretch of days: what the page's script and other programs read,
/// so that they need neither a database of time zones nor rules for holidays.
///
///     AvailabilityRules(plan, from: today, through: today.adding(days: 400))
///
/// As JSON, which for programs holds every day, and is shorter for the page's script (`isForPages`):
///
///     {"version": 1, "from": "2026-11-24", "until": "2027-12-30",
///      "zone": {"name": "Europe/Riga", "periods": [[29853060, 120], [30155100, 180]]},
///      "channels": [{"id": "phone", "kind": "phone", "languages": ["lv", "en"],
///                    "hours": {"week": [[480, 1200], …], "days": {"2026-12-24": [480, 840]}},
///                    "spoken": {"en": {"week": [[540, 960], …], "days": {}}},
///                    "waits": [[480, 600, 12], …], "callBack": {"slot": 60, "notice": 30},
///                    "promise": {"amount": 1, "unit": "working days"}, "working": {"week": …}}]}
///
/// A channel with a `zone` of its own has its hours in that. Times of day are minutes after local midnight, begin and end in turn; an end above 1440 lies on
/// the next day. `week` has seven days, Monday first; `days` holds those that differ from it: in
/// seasons, on holidays, by exception. `waits` are begin, end and minutes in turn. Periods are minutes
/// since 1970 in UTC and the offset from it in minutes from then on.
package struct AvailabilityRules: Codable, Hashable, Sendable {
  package static let currentVersion = 1

  package struct Zone: Codable, Hashable, Sendable {
    package let name: String
    package let periods: [[Int]]
  }

  /// Days in a row that have another week.
  package struct Stretch: Codable, Hashable, Sendable {
    package let from: String
    /// The last of them.
    package let until: String
    package let week: [[Int]]
  }

  package struct Hours: Codable, Hashable, Sendable {
    package let week: [[Int]]
    /// Only for pages, where each of their days would cost bytes; missing where there are none.
    package let seasons: [Stretch]?
    /// Those that differ from the week, or from that of their season.
    package let days: [String: [Int]]
  }

  package struct Promise: Codable, Hashable, Sendable {
    package let amount: Int
    package let unit: String
  }

  /// Minutes: how long a slot is, and how far ahead it must be asked for.
  package struct CallBack: Codable, Hashable, Sendable {
    package let slot: Int
    package let notice: Int
  }

  package struct Channel: Codable, Hashable, Sendable {
    package let id: String
    /// Not for pages, as little as the languages: they show both.
    package let kind: String?
    package let languages: [String]?
    /// Missing for a channel that keeps the time of all.
    package let zone: Zone?
    /// Missing for a channel that states none.
    package let hours: Hours?
    /// The hours in which a language is spoken, for those that aren't spoken all the time.
    package let spoken: [String: Hours]?
    /// How long people usually wait, for seven days, Monday first.
    package let waits: [[Int]]?
    package let callBack: CallBack?
    package let promise: Promise?
    /// The hours in which a promise's working time passes, where they aren't `hours`.
    package let working: Hours?
  }

  package let version: Int
  package let from: String
  /// The last day that the rules are right for.
  package let until: String
  package let zone: Zone
  package let channels: [Channel]

  /// - Complexity: O(*c* · *d*) for *c* channels and *d* days.
  package init(
    _ plan: ContactPlan, from first: CalendarDay, through last: CalendarDay,
    isForPages: Bool = false
  ) {
    func hours(of schedule: Schedule, over days: [CalendarDay]) -> Hours {
      Self.hours(of: schedule, over: days, seasonsApart: isForPages)
    }
    let days = (first.daysSince1970...max(first, last).daysSince1970).map {
      CalendarDay(daysSince1970: $0)
    }
    version = Self.currentVersion
    from = first.description
    until = last.description
    zone = Self.zone(plan.zone, over: days)
    channels = plan.channels.map { channel in
      let schedule = plan.schedule(of: channel)
      let working = channel.promise.map { _ in plan.workingSchedule(of: channel) }
      let spoken = channel.spoken.keys.reduce(into: [String: Hours]()) { spoken, language in
        spoken[language] = plan.schedule(of: channel, in: language).map {
          hours(of: $0, over: days)
        }
      }
      return Channel(
        id: channel.id, kind: isForPages ? nil : channel.kind.rawValue,
        languages: isForPages ? nil : channel.languages,
        zone: channel.zone.flatMap { $0 == plan.zone ? nil : Self.zone($0, over: days) },
        hours: schedule.map { hours(of: $0, over: days) },
        spoken: spoken.isEmpty ? nil : spoken,
        waits: channel.waits.isEmpty ? nil : channel.waits.map(Self.flat),
        callBack: channel.callBack.map { CallBack(slot: $0.slot, notice: $0.notice) },
        promise: channel.promise.map { Promise(amount: $0.amount, unit: $0.unit.rawValue) },
        working: working == schedule ? nil : working.map { hours(of: $0, over: days) })
    }
  }

  private static func hours(
    of schedule: Schedule, over days: [CalendarDay], seasonsApart: Bool
  ) -> Hours {
    let week = schedule.week
    let weeks = seasonsApart ? weeks(of: schedule, over: days) : []
    let special = days.reduce(into: [String: [Int]]()) { special, day in
      let ranges = schedule.ranges(on: day)
      let usual = weeks.first { $0.days.contains(day) }?.week ?? week
      if ranges != usual[day.weekday - 1] { special[day.description] = flat(ranges) }
    }
    let seasons = weeks.map { days, week in
      Stretch(
        from: days.lowerBound.description, until: days.upperBound.description,
        week: week.map(flat))
    }
    return Hours(week: week.map(flat), seasons: seasons.isEmpty ? nil : seasons, days: special)
  }

  /// The weeks of seasons that differ from the usual one, each with its days.
  private static func weeks(
    of schedule: Schedule, over days: [CalendarDay]
  ) -> [(days: ClosedRange<CalendarDay>, week: [[TimeRange]])] {
    var found: [(season: Season, days: ClosedRange<CalendarDay>)] = []
    for day in days {
      guard let season = schedule.hours.season(on: day) else { continue }
      if let last = found.last, last.season == season,
        last.days.upperBound.adding(days: 1) == day
      {
        found[found.count - 1].days = last.days.lowerBound...day
      } else {
        found.append((season, day...day))
      }
    }
    return found.map { ($0.days, schedule.week(of: $0.season)) }.filter { $0.1 != schedule.week }
  }

  private static func flat(_ ranges: [TimeRange]) -> [Int] {
    ranges.flatMap { [$0.start, $0.end] }
  }

  private static func flat(_ waits: [ExpectedWait]) -> [Int] {
    waits.flatMap { [$0.range.start, $0.range.end, $0.minutes] }
  }

  /// With the period that the first day lies in, and those that begin before the last day is over.
  private static func zone(_ zone: TimeZoneRules, over days: [CalendarDay]) -> Zone {
    let start = Instant(minutes: ((days.first?.daysSince1970 ?? 0) - 1) * 1440)
    let end = Instant(minutes: ((days.last?.daysSince1970 ?? 0) + 2) * 1440)
    let first = zone.periods.lastIndex { $0.start <= start } ?? 0
    let periods = zone.periods[first...].filter { $0.start <= end }
    return Zone(name: zone.name, periods: periods.map { [$0.start.minutes, $0.offset] })
  }
}
