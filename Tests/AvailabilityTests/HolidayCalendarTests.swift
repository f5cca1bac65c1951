import Availability
import CivilCalendar
import Testing

@Suite struct HolidayCalendarTests {
  private func holidays(_ country: String, _ year: Int) -> [String] {
    HolidayCalendar(country: country)?.holidays(in: year).map(\.day.description) ?? []
  }

  /// As the countries' own calendars have them; days that a government moved once are left out.
  @Test(arguments: [
    (
      "PL", 2025,
      "01-01 01-06 04-20 04-21 05-01 05-03 06-08 06-19 "
        + "08-15 11-01 11-11 12-24 12-25 12-26"
    ),
    (
      "LV", 2025,
      "01-01 04-18 04-20 04-21 05-01 05-04 05-05 05-11 06-08 "
        + "06-23 06-24 11-18 12-24 12-25 12-26 12-31"
    ),
    (
      "LT", 2025,
      "01-01 02-16 03-11 04-20 04-21 05-01 05-04 06-01 06-24 "
        + "07-06 08-15 11-01 11-02 12-24 12-25 12-26"
    ),
    (
      "EE", 2025,
      "01-01 02-24 04-18 04-20 05-01 06-08 06-23 "
        + "06-24 08-20 12-24 12-25 12-26"
    ),
    (
      "PL", 2026,
      "01-01 01-06 04-05 04-06 05-01 05-03 05-24 06-04 "
        + "08-15 11-01 11-11 12-24 12-25 12-26"
    ),
    (
      "LV", 2026,
      "01-01 04-03 04-05 04-06 05-01 05-04 05-10 05-24 "
        + "06-23 06-24 11-18 12-24 12-25 12-26 12-31"
    ),
    (
      "LT", 2026,
      "01-01 02-16 03-11 04-05 04-06 05-01 05-03 06-07 06-24 "
        + "07-06 08-15 11-01 11-02 12-24 12-25 12-26"
    ),
    (
      "EE", 2026,
      "01-01 02-24 04-03 04-05 05-01 05-24 06-23 "
        + "06-24 08-20 12-24 12-25 12-26"
    ),
    (
      "PL", 2029,
      "01-01 01-06 04-01 04-02 05-01 05-03 05-20 05-31 "
        + "08-15 11-01 11-11 12-24 12-25 12-26"
    ),
    (
      "LV", 2029,
      "01-01 03-30 04-01 04-02 05-01 05-04 05-13 05-20 06-23 "
        + "06-24 11-18 11-19 12-24 12-25 12-26 12-31"
    ),
    (
      "LT", 2029,
      "01-01 02-16 03-11 04-01 04-02 05-01 05-06 06-03 06-24 "
        + "07-06 08-15 11-01 11-02 12-24 12-25 12-26"
    ),
    (
      "EE", 2029,
      "01-01 02-24 03-30 04-01 05-01 05-20 06-23 "
        + "06-24 08-20 12-24 12-25 12-26"
    ),
  ])
  func knowsTheHolidaysOfEachCountry(country: String, year: Int, expected: String) {
    let days = holidays(country, year).map { String($0.dropFirst(5)) }
    #expect(days.joined(separator: " ") == expected)
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
