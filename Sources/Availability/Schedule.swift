import CivilCalendar

/// Whether a channel is answered at a moment, and when that changes.
package enum OpenState: Hashable, Sendable {
  /// Open until then; nil when it stays open for the whole coming week.
  case open(until: Instant?)
  /// Closed until then; nil when it doesn't open within a year.
  case closed(until: Instant?)

  package var isOpen: Bool {
    if case .open = self { true } else { false }
  }

  /// When it changes, if that is known.
  package var until: Instant? {
    switch self {
    case .open(let until), .closed(let until): until
    }
  }
}

/// Opening hours in their own time zone with the country's holidays: what is open when.
///
///     schedule.state(at: now)  // .closed(until: tomorrow 8:00)
package struct Schedule: Hashable, Sendable {
  /// An opening that is over after this many days ahead is called open without an end.
  private static let daysShown = 8
  private static let daysSearched = 400

  /// From `start` until `end`, the end not included.
  package struct Opening: Hashable, Sendable {
    package let start: Instant
    package let end: Instant

    package init(start: Instant, end: Instant) {
      self.start = start
      self.end = end
    }
  }

  package let hours: OpeningHours
  package let zone: TimeZoneRules
  package let holidays: HolidayCalendar?
  /// A week outside of which it is closed, such as that of a language; nil for no limit.
  package let limit: [[TimeRange]]?

  package init(
    hours: OpeningHours, zone: TimeZoneRules, holidays: HolidayCalendar?,
    limit: [[TimeRange]]? = nil
  ) {
    self.hours = hours
    self.zone = zone
    self.holidays = holidays
    self.limit = limit
  }

  /// The ranges that begin on that day; where a limit cuts one, its rest may begin after midnight.
  package func ranges(on day: CalendarDay) -> [TimeRange] {
    limited(hours.ranges(on: day, holidays: holidays), weekday: day.weekday - 1)
  }

  /// The week outside of seasons, holidays and exceptions.
  package var week: [[TimeRange]] { limited(hours.week) }

  /// The week of a season outside of holidays and exceptions.
  package func week(of season: Season) -> [[TimeRange]] { limited(season.week) }

  private func limited(_ week: [[TimeRange]]) -> [[TimeRange]] {
    week.enumerated().map { limited($1, weekday: $0) }
  }

  /// What is left of a weekday's ranges, 0 for Monday: the limit of the evening before and of the
  /// next morning counts too, for ranges past midnight.
  private func limited(_ ranges: [TimeRange], weekday: Int) -> [TimeRange] {
    guard let limit else { return ranges }
    return ranges.flatMap { range in
      (-1...1).flatMap { offset in
        limit[(weekday + offset + 7) % 7].compactMap {
          range.intersection($0, movedBy: offset)
        }
      }
    }.sorted()
  }

  /// Whether it is open at that moment, and when that changes.
  ///
  /// - Complexity: O(*d* · *p*), *d* the days until the change (at most 400), *p* the zone's periods.
  package func state(at instant: Instant) -> OpenState {
    let today = zone.wallTime(at: instant).day
    let horizon = today.adding(days: Self.daysShown)
    for opening in openings(from: today.adding(days: -1), through: horizon)
    where opening.end > instant {
      guard opening.start <= instant else { return .closed(until: opening.start) }
      let isEndKnown = zone.wallTime(at: opening.end).day < horizon
      return .open(until: isEndKnown ? opening.end : nil)
    }
    return .closed(
      until: nextOpening(after: horizon, through: today.adding(days: Self.daysSearched)))
  }

  private func nextOpening(after day: CalendarDay, through last: CalendarDay) -> Instant? {
    var day = day.adding(days: 1)
    while day <= last {
      if let first = openings(from: day, through: day).first { return first.start }
      day = day.adding(days: 1)
    }
    return nil
  }

  /// The openings that begin on those days, in order, those that touch or overlap made one.
  package func openings(from first: CalendarDay, through last: CalendarDay) -> [Opening] {
    var openings: [Opening] = []
    var day = first
    while day <= last {
      for range in ranges(on: day) {
        let start = zone.instant(of: day, minute: range.start, .earliest)
        let end = zone.instant(of: day, minute: range.end, .latest)
        if start < end { openings.append(Opening(start: start, end: end)) }
      }
      day = day.adding(days: 1)
    }
    return openings.sorted { ($0.start, $0.end) < ($1.start, $1.end) }.reduce(into: []) {
      merged, next in
      if let previous = merged.last, next.start <= previous.end {
        merged[merged.count - 1] = Opening(
          start: previous.start, end: max(previous.end, next.end))
      } else {
        merged.append(next)
      }
    }
  }
}
