import CivilCalendar

/// One day off a year, or one day off.
///
///     HolidayRule("easter-monday", .easter(1)).day(in: 2026)?.description  // "2026-04-06"
package struct HolidayRule: Hashable, Sendable {
  package enum When: Hashable, Sendable {
    /// That day of one year.
    case once(CalendarDay)
    case date(month: Int, day: Int)
    /// Days after Easter Sunday, negative before it.
    case easter(Int)
    /// Days after Easter Sunday of the orthodox churches.
    case orthodoxEaster(Int)
    /// The so-manieth weekday of a month: 2, 7, 5 is the second Sunday in May; -1 is the last.
    case weekday(ordinal: Int, weekday: Int, month: Int)
    /// The next Monday, in years when the date falls on Saturday or Sunday.
    case mondayAfterWeekend(month: Int, day: Int)
  }

  /// Kebab-case, the same in all countries: `easter-monday`. Empty for a day that only has a name.
  package let id: String
  package let when: When
  /// The first year in which the law has it.
  package let since: Int
  /// By language code, for days that aren't a country's by rule.
  package let name: [String: String]

  package init(_ id: String, _ when: When, since: Int = 0, name: [String: String] = [:]) {
    self.id = id
    self.when = when
    self.since = since
    self.name = name
  }

  /// Nil in years that don't have it.
  package func day(in year: Int) -> CalendarDay? {
    guard year >= since else { return nil }
    switch when {
    case .once(let day): return day.civil.year == year ? day : nil
    case .date(let month, let day): return CalendarDay(year: year, month: month, day: day)
    case .easter(let offset): return CalendarDay.easterSunday(in: year)?.adding(days: offset)
    case .orthodoxEaster(let offset):
      return CalendarDay.orthodoxEasterSunday(in: year)?.adding(days: offset)
    case .weekday(let ordinal, let weekday, let month):
      return Self.day(year: year, month: month, weekday: weekday, ordinal: ordinal)
    case .mondayAfterWeekend(let month, let day):
      guard let date = CalendarDay(year: year, month: month, day: day), date.weekday > 5
      else { return nil }
      return date.adding(days: 8 - date.weekday)
    }
  }

  private static func day(year: Int, month: Int, weekday: Int, ordinal: Int) -> CalendarDay? {
    guard let first = CalendarDay(year: year, month: month, day: 1) else { return nil }
    let length = CalendarDay.daysInMonth(month, of: year)
    let earliest = (weekday - first.weekday + 7) % 7
    let offset =
      ordinal > 0 ? earliest + (ordinal - 1) * 7 : earliest + (length - 1 - earliest) / 7 * 7
    return offset < length ? first.adding(days: offset) : nil
  }
}

extension CalendarDay {
  /// Easter Sunday of the western churches, by the Anonymous Gregorian algorithm
  /// (J. Meeus, Astronomical Algorithms, chapter 8).
  ///
  ///     CalendarDay.easterSunday(in: 2026)?.description  // "2026-04-05"
  package static func easterSunday(in year: Int) -> CalendarDay? {
    let a = year % 19
    let (b, c) = (year / 100, year % 100)
    let (d, e) = (b / 4, b % 4)
    let g = (b - (b + 8) / 25 + 1) / 3
    let h = (19 * a + b - d - g + 15) % 30
    let l = (32 + 2 * e + 2 * (c / 4) - h - c % 4) % 7
    let m = (a + 11 * h + 22 * l) / 451
    let n = h + l - 7 * m + 114
    return CalendarDay(year: year, month: n / 31, day: n % 31 + 1)
  }

  /// Easter Sunday of the orthodox churches on the Gregorian calendar, by Meeus's Julian algorithm
  /// (Astronomical Algorithms, chapter 8).
  ///
  ///     CalendarDay.orthodoxEasterSunday(in: 2026)?.description  // "2026-04-12"
  package static func orthodoxEasterSunday(in year: Int) -> CalendarDay? {
    let d = (19 * (year % 19) + 15) % 30
    let e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    let n = d + e + 114
    let julianLag = year / 100 - year / 400 - 2
    return CalendarDay(year: year, month: n / 31, day: n % 31 + 1)?.adding(days: julianLag)
  }
}
