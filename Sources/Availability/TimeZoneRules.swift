import CivilCalendar

/// A moment, to the minute: minutes since 1970-01-01T00:00 UTC.
package struct Instant: Hashable, Comparable, Sendable {
  package let minutes: Int

  package init(minutes: Int) {
    self.minutes = minutes
  }

  /// The minute that has begun at that second.
  package init(secondsSince1970 seconds: Int) {
    minutes = Int((Double(seconds) / 60).rounded(.down))
  }

  package func adding(minutes: Int) -> Instant {
    Instant(minutes: self.minutes + minutes)
  }

  package static func < (left: Instant, right: Instant) -> Bool { left.minutes < right.minutes }
}

/// What a clock on the wall shows: a day and the minutes after its midnight.
package struct WallTime: Hashable, Sendable {
  package let day: CalendarDay
  /// 0…1439.
  package let minute: Int

  package init(day: CalendarDay, minute: Int) {
    self.day = day
    self.minute = minute
  }
}

/// A time zone as the list of its offsets, so that the model and the page's script compute the same
/// without a database of zones.
///
///     riga.wallTime(at: instant)                      // 2026-10-25, 3:30
///     riga.instant(of: day, minute: 210, .earliest)   // the first of the two 3:30
package struct TimeZoneRules: Hashable, Sendable {
  /// From `start` on, local time is `offset` minutes ahead of UTC.
  package struct Period: Hashable, Sendable {
    package let start: Instant
    package let offset: Int

    package init(start: Instant, offset: Int) {
      self.start = start
      self.offset = offset
    }
  }

  /// Which of two readings to take when clocks are set back and an hour comes twice.
  package enum Reading: Sendable {
    case earliest, latest
  }

  /// The name in the IANA database: `Europe/Riga`.
  package let name: String
  /// In the order of time; the first also counts for all time before it.
  package let periods: [Period]

  package init(name: String, periods: [Period]) {
    self.name = name
    self.periods = periods.isEmpty ? [Period(start: Instant(minutes: 0), offset: 0)] : periods
  }

  package static let utc = TimeZoneRules(name: "UTC", periods: [])

  package func offset(at instant: Instant) -> Int {
    periods[index(at: instant)].offset
  }

  /// The period that holds at that moment, by bisection.
  private func index(at instant: Instant) -> Int {
    var (low, high) = (0, periods.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if periods[middle].start <= instant { low = middle } else { high = middle }
    }
    return low
  }

  package func wallTime(at instant: Instant) -> WallTime {
    let local = instant.minutes + offset(at: instant)
    let day = Int((Double(local) / 1440).rounded(.down))
    return WallTime(day: CalendarDay(daysSince1970: day), minute: local - day * 1440)
  }

  /// When the clock shows `minute` minutes after midnight of `day`; above 1440 on the days after.
  ///
  /// A reading that comes twice gives the one asked for. One that is left out, since clocks are set
  /// forward over it, gives the moment of the change.
  ///
  /// - Complexity: O(log *p*) in the number of periods.
  package func instant(of day: CalendarDay, minute: Int, _ reading: Reading) -> Instant {
    let local = day.daysSince1970 * 1440 + minute
    var found: Instant?
    // No zone is a day ahead of UTC or behind it, so no earlier period can hold the reading.
    for index in self.index(at: Instant(minutes: local - 1440))..<periods.count {
      let period = periods[index]
      let candidate = Instant(minutes: local - period.offset)
      if index > 0, candidate < period.start { return found ?? period.start }
      guard index + 1 == periods.count || candidate < periods[index + 1].start else { continue }
      if reading == .earliest { return candidate }
      found = candidate
    }
    return found ?? Instant(minutes: local - periods[periods.count - 1].offset)
  }
}
