import CivilCalendar
import Testing

@testable import ContactLog

@Suite struct TimestampTests {
  @Test(arguments: [
    ("2026-10-15", "2026-10-15T00:00:00"),
    ("2026-10-15T08:30:00.512+02:00", "2026-10-15T08:30:00+02:00"),
    ("2026-10-15T08:30:00.000+0000", "2026-10-15T08:30:00Z"),
    ("2026-10-15T08:30:00Z", "2026-10-15T08:30:00Z"),
    ("2026-10-15 08:30 UTC", "2026-10-15T08:30:00Z"),
    ("2026-10-15 08:30:00 +0200", "2026-10-15T08:30:00+02:00"),
    ("2026-10-15 08:30:00 UTC+02:00", "2026-10-15T08:30:00+02:00"),
    ("2026-10-15 08:30:00 CEST", "2026-10-15T08:30:00+02:00"),
    ("2026-10-15 08:30:00 EST", "2026-10-15T08:30:00-05:00"),
    ("2026/10/15 8:05", "2026-10-15T08:05:00"),
    ("20261015", "2026-10-15T00:00:00"),
    ("1774969200", "2026-03-31T15:00:00Z"),
    ("1774969200123", "2026-03-31T15:00:00Z"),
    ("15.10.2026", "2026-10-15T00:00:00"),
    ("15.10.2026. 8:30", "2026-10-15T08:30:00"),
    ("15.10.26, 08:30", "2026-10-15T08:30:00"),
    ("15-10-2026 08:30", "2026-10-15T08:30:00"),
    ("12/Mar/24 9:41 AM", "2024-03-12T09:41:00"),
    ("12/Mar/24 12:41 AM", "2024-03-12T00:41:00"),
    ("12/paź/24 9:41 PM", "2024-10-12T21:41:00"),
    ("12/мая/24 21:41", "2024-05-12T21:41:00"),
    ("6/21/2025 16:14", "2025-06-21T16:14:00"),
    ("3 października 2026 14:05", "2026-10-03T14:05:00"),
    ("3. okt. 2026", "2026-10-03T00:00:00"),
    ("3. März 2026", "2026-03-03T00:00:00"),
    ("3 янв 2026", "2026-01-03T00:00:00"),
    ("Mar 3, 2026 9:41 a.m.", "2026-03-03T09:41:00"),
    ("October 3, 2026, 14:05", "2026-10-03T14:05:00"),
    (" 2026-02-28\t", "2026-02-28T00:00:00"),
    ("2024-02-29", "2024-02-29T00:00:00"),
  ])
  func reads(_ text: String, _ expected: String) {
    #expect(Timestamp(text)?.description == expected)
  }

  @Test(arguments: [
    "", " ", "soon", "2026", "2026-13-01", "2026-02-29", "30.02.2026", "2026-10-15T25:00",
    "2026-10-15T08:60", "2026-10-15 08:30 nowhere", "15.10", "13:45", "31/31/2026", "1/2/3/4",
    "Mar 32, 2026", "12/Foo/24", "2026-10-15T08:30:00+19:00", "-5", "999999999999999999999",
    "2026-10-15T13:00 PM",
  ])
  func refuses(_ text: String) {
    #expect(Timestamp(text) == nil)
  }

  @Test func slashDatesFollowTheOrder() {
    #expect(Timestamp("3/4/2026", slashDates: .monthFirst)?.date == "2026-03-04")
    #expect(Timestamp("3/4/2026", slashDates: .dayFirst)?.date == "2026-04-03")
    #expect(Timestamp("2026/3/4", slashDates: .dayFirst)?.date == "2026-03-04")
    #expect(Timestamp("21/6/2026", slashDates: .monthFirst) == nil)
  }

  @Test func daysSince1970GoBothWays() {
    for days in stride(from: -200_000, to: 200_000, by: 37) {
      let day = CalendarDay(daysSince1970: days)
      #expect(day.daysSince1970 == days)
      #expect(CalendarDay(year: day.year, month: day.month, day: day.day) == day)
    }
  }
}

@Suite struct PeriodTests {
  @Test(arguments: [
    ("2026", "2026-01-01", "2026-12-31", "2025"),
    ("2026-Q1", "2026-01-01", "2026-03-31", "2025-Q4"),
    ("2026-02", "2026-02-01", "2026-02-28", "2026-01"),
    ("2026-W44", "2026-10-26", "2026-11-01", "2026-W43"),
    ("2026-W01", "2025-12-29", "2026-01-04", "2025-W52"),
    ("2020-W53", "2020-12-28", "2021-01-03", "2020-W52"),
    ("2026-10-03", "2026-10-03", "2026-10-03", "2026-10-02"),
  ])
  func coversItsDays(_ text: String, _ first: String, _ last: String, _ previous: String) throws {
    let period = try #require(Period(text))
    #expect(period.first.description == first && period.last.description == last)
    #expect(period.description == text)
    #expect(period.previous.description == previous)
    #expect(period.previous.next == period)
    #expect(period.contains(period.first) && period.contains(period.last))
    #expect(!period.contains(period.first.adding(days: -1)))
    #expect(!period.contains(period.last.adding(days: 1)))
  }

  @Test(arguments: [
    "", "26", "2026-", "2026-13", "2026-1", "2026-Q0", "2026-Q5", "2026-W00", "2026-W54",
    "2025-W53",
    "2026-02-30", "2026-10-3", "2026-10-03-01", "october", "2026-W", "-2026", "20 6",
  ])
  func refuses(_ text: String) {
    #expect(Period(text) == nil)
  }

  /// Every day of a period has that period, and periods of a unit leave no gap.
  @Test(arguments: Period.Unit.allCases)
  func periodsTileTheCalendar(_ unit: Period.Unit) {
    var period = Period(unit, containing: CalendarDay(daysSince1970: 15_000))
    for _ in 0..<200 {
      #expect(Period(unit, containing: period.first) == period)
      #expect(Period(unit, containing: period.last) == period)
      #expect(Period(period.description) == period)
      let next = period.next
      #expect(next.first == period.last.adding(days: 1))
      period = next
    }
  }
}
