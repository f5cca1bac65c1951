/// A public holiday of a country: what it is and when.
package struct Holiday: Hashable, Sendable {
  package let day: CalendarDay
  /// Kebab-case, the same in all countries: `easter-monday`. Names by language stand elsewhere.
  package let id: String

  package init(day: CalendarDay, id: String) {
    self.day = day
    self.id = id
  }
}

/// The public holidays of a country, by rule, so that no year needs a list.
///
///     HolidayCalendar(country: "LV")?.holiday(on: day)?.id  // "midsummer-eve"
package struct HolidayCalendar: Hashable, Sendable {
  /// When in the year a holiday is.
  enum Rule: Hashable, Sendable {
    case date(month: Int, day: Int)
    /// Days after Easter Sunday, negative before it.
    case easter(Int)
    /// The so-manieth weekday of a month: 2, 7, 5 is the second Sunday in May.
    case weekday(ordinal: Int, weekday: Int, month: Int)
    /// The next Monday, in years when the date falls on Saturday or Sunday.
    case mondayAfterWeekend(month: Int, day: Int)
  }

  struct Entry: Hashable, Sendable {
    let id: String
    let rule: Rule
    /// The first year in which the law has it.
    let since: Int

    init(_ id: String, _ rule: Rule, since: Int = 0) {
      self.id = id
      self.rule = rule
      self.since = since
    }
  }

  /// ISO 3166-1 alpha-2: `LV`.
  package let country: String
  private let entries: [Entry]

  /// Nil for a country whose rules aren't known here.
  package init?(country: String) {
    guard let entries = Self.entries[country.uppercased()] else { return nil }
    self.country = country.uppercased()
    self.entries = entries
  }

  /// The countries whose rules are known.
  package static var countries: [String] { entries.keys.sorted() }

  /// The year's holidays in the order of days; of two on one day the first that the law names.
  package func holidays(in year: Int) -> [Holiday] {
    var taken: Set<CalendarDay> = []
    return entries.compactMap { entry in
      guard year >= entry.since, let day = entry.rule.day(in: year), taken.insert(day).inserted
      else { return nil }
      return Holiday(day: day, id: entry.id)
    }.sorted { $0.day < $1.day }
  }

  package func holiday(on day: CalendarDay) -> Holiday? {
    holidays(in: day.civil.year).first { $0.day == day }
  }
}

extension HolidayCalendar.Rule {
  func day(in year: Int) -> CalendarDay? {
    switch self {
    case .date(let month, let day): CalendarDay(year: year, month: month, day: day)
    case .easter(let offset): CalendarDay.easterSunday(in: year)?.adding(days: offset)
    case .weekday(let ordinal, let weekday, let month):
      CalendarDay(year: year, month: month, day: 1).map { first in
        first.adding(days: (weekday - first.weekday + 7) % 7 + (ordinal - 1) * 7)
      }
    case .mondayAfterWeekend(let month, let day):
      CalendarDay(year: year, month: month, day: day).flatMap { date in
        date.weekday < 6 ? nil : date.adding(days: 8 - date.weekday)
      }
    }
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
}

extension HolidayCalendar {
  /// Days off by law. Sundays that are holidays stand here too, since shops and lines that are open
  /// on Sundays close on them. Days that a government shifts once aren't rules: they are exceptions.
  private static let entries: [String: [Entry]] = [
    // Pühade ja tähtpäevade seadus, § 2 (https://www.riigiteataja.ee/akt/13276841).
    "EE": [
      Entry("new-year", .date(month: 1, day: 1)),
      Entry("independence-day", .date(month: 2, day: 24)),
      Entry("good-friday", .easter(-2)),
      Entry("easter-sunday", .easter(0)),
      Entry("spring-day", .date(month: 5, day: 1)),
      Entry("pentecost", .easter(49)),
      Entry("victory-day", .date(month: 6, day: 23)),
      Entry("midsummer-day", .date(month: 6, day: 24)),
      Entry("restoration-of-independence", .date(month: 8, day: 20)),
      Entry("christmas-eve", .date(month: 12, day: 24)),
      Entry("christmas-day", .date(month: 12, day: 25)),
      Entry("second-christmas-day", .date(month: 12, day: 26)),
    ],
    // Lietuvos Respublikos darbo kodeksas, 123 straipsnis; All Souls' Day since 2020.
    "LT": [
      Entry("new-year", .date(month: 1, day: 1)),
      Entry("restoration-of-the-state", .date(month: 2, day: 16)),
      Entry("restoration-of-independence", .date(month: 3, day: 11)),
      Entry("easter-sunday", .easter(0)),
      Entry("easter-monday", .easter(1)),
      Entry("labour-day", .date(month: 5, day: 1)),
      Entry("mothers-day", .weekday(ordinal: 1, weekday: 7, month: 5)),
      Entry("fathers-day", .weekday(ordinal: 1, weekday: 7, month: 6)),
      Entry("midsummer-day", .date(month: 6, day: 24)),
      Entry("statehood-day", .date(month: 7, day: 6)),
      Entry("assumption", .date(month: 8, day: 15)),
      Entry("all-saints", .date(month: 11, day: 1)),
      Entry("all-souls", .date(month: 11, day: 2), since: 2020),
      Entry("christmas-eve", .date(month: 12, day: 24)),
      Entry("christmas-day", .date(month: 12, day: 25)),
      Entry("second-christmas-day", .date(month: 12, day: 26)),
    ],
    // Likums "Par svētku, atceres un atzīmējamām dienām", 1. pants
    // (https://likumi.lv/ta/id/72608): if 4 May or 18 November falls on Saturday or Sunday, the next
    // working day is off. The same holds for the last day of the Song and Dance Festival, whose
    // date is set anew every five years.
    "LV": [
      Entry("new-year", .date(month: 1, day: 1)),
      Entry("good-friday", .easter(-2)),
      Entry("easter-sunday", .easter(0)),
      Entry("easter-monday", .easter(1)),
      Entry("labour-day", .date(month: 5, day: 1)),
      Entry("restoration-of-independence", .date(month: 5, day: 4)),
      Entry("restoration-of-independence", .mondayAfterWeekend(month: 5, day: 4)),
      Entry("mothers-day", .weekday(ordinal: 2, weekday: 7, month: 5)),
      Entry("pentecost", .easter(49)),
      Entry("midsummer-eve", .date(month: 6, day: 23)),
      Entry("midsummer-day", .date(month: 6, day: 24)),
      Entry("proclamation-of-the-republic", .date(month: 11, day: 18)),
      Entry("proclamation-of-the-republic", .mondayAfterWeekend(month: 11, day: 18)),
      Entry("christmas-eve", .date(month: 12, day: 24)),
      Entry("christmas-day", .date(month: 12, day: 25)),
      Entry("second-christmas-day", .date(month: 12, day: 26)),
      Entry("new-years-eve", .date(month: 12, day: 31)),
    ],
    // Ustawa z dnia 18 stycznia 1951 r. o dniach wolnych od pracy, art. 1; Epiphany since 2011,
    // Christmas Eve since 2025 (Dz.U. 2024 poz. 1965).
    "PL": [
      Entry("new-year", .date(month: 1, day: 1)),
      Entry("epiphany", .date(month: 1, day: 6), since: 2011),
      Entry("easter-sunday", .easter(0)),
      Entry("easter-monday", .easter(1)),
      Entry("labour-day", .date(month: 5, day: 1)),
      Entry("constitution-day", .date(month: 5, day: 3)),
      Entry("pentecost", .easter(49)),
      Entry("corpus-christi", .easter(60)),
      Entry("assumption", .date(month: 8, day: 15)),
      Entry("all-saints", .date(month: 11, day: 1)),
      Entry("independence-day", .date(month: 11, day: 11)),
      Entry("christmas-eve", .date(month: 12, day: 24), since: 2025),
      Entry("christmas-day", .date(month: 12, day: 25)),
      Entry("second-christmas-day", .date(month: 12, day: 26)),
    ],
  ]
}
