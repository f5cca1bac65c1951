import Availability
import CivilCalendar
import Testing

@Suite struct HolidayCalendarTests {
  private func holidays(_ country: String, _ year: Int) -> [String] {
    HolidayCalendar(country: country)?.holidays(in: year).map(\.day.description) ?? []
  }

  @Test func knowsTheHolidaysOfEachCountryIn2026() {
    #expect(
      holidays("PL", 2026) == [
        "2026-01-01", "2026-01-06", "2026-04-05", "2026-04-06", "2026-05-01", "2026-05-03",
        "2026-05-24", "2026-06-04", "2026-08-15", "2026-11-01", "2026-11-11", "2026-12-24",
        "2026-12-25", "2026-12-26",
      ])
    #expect(
      holidays("LV", 2026) == [
        "2026-01-01", "2026-04-03", "2026-04-05", "2026-04-06", "2026-05-01", "2026-05-04",
        "2026-05-10", "2026-05-24", "2026-06-23", "2026-06-24", "2026-11-18", "2026-12-24",
        "2026-12-25", "2026-12-26", "2026-12-31",
      ])
    #expect(
      holidays("LT", 2026) == [
        "2026-01-01", "2026-02-16", "2026-03-11", "2026-04-05", "2026-04-06", "2026-05-01",
        "2026-05-03", "2026-06-07", "2026-06-24", "2026-07-06", "2026-08-15", "2026-11-01",
        "2026-11-02", "2026-12-24", "2026-12-25", "2026-12-26",
      ])
    #expect(
      holidays("EE", 2026) == [
        "2026-01-01", "2026-02-24", "2026-04-03", "2026-04-05", "2026-05-01", "2026-05-24",
        "2026-06-23", "2026-06-24", "2026-08-20", "2026-12-24", "2026-12-25", "2026-12-26",
      ])
  }

  @Test(arguments: [
    ("2023-11-20", 2023, true), ("2024-05-06", 2024, true), ("2024-11-18", 2024, true),
    ("2024-11-19", 2024, false), ("2025-05-05", 2025, true), ("2026-05-05", 2026, false),
  ])
  func givesLatvianFeastsOnWeekendsTheMondayAfter(day: String, year: Int, isOff: Bool) {
    #expect(holidays("LV", year).contains(day) == isOff)
  }

  @Test func hasChristmasEveInPolandSinceTheLawOf2024() {
    #expect(!holidays("PL", 2024).contains("2024-12-24"))
    #expect(holidays("PL", 2025).contains("2025-12-24"))
  }

  /// The earliest, the latest and others, from the tables of the United States Naval Observatory.
  @Test(arguments: [
    (1818, "1818-03-22"), (1943, "1943-04-25"), (2024, "2024-03-31"), (2025, "2025-04-20"),
    (2026, "2026-04-05"), (2027, "2027-03-28"), (2038, "2038-04-25"),
  ])
  func computesEaster(year: Int, expected: String) {
    #expect(CalendarDay.easterSunday(in: year)?.description == expected)
  }

  @Test func refusesACountryWithoutRules() {
    #expect(HolidayCalendar(country: "XX") == nil)
    #expect(HolidayCalendar(country: "lv") == HolidayCalendar(country: "LV"))
  }
}
