import Foundation
import Testing

@testable import CivilCalendar

@Suite struct CalendarDayTests {
  @Test(arguments: [
    "2026-02-30", "2026-13-01", "2026-00-10", "2025-02-29", "26-01-01", "2026-1-1", "2026/01/01",
    "+026-01-01", "", "2026-01-01 ",
  ])
  func refusesDaysThatNoCalendarHas(text: String) {
    #expect(CalendarDay(text) == nil)
  }

  @Test func agreesWithFoundationsCalendar() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    for number in stride(from: -10_000, through: 60_000, by: 13) {
      let date = Date(timeIntervalSince1970: Double(number) * 86_400)
      let parts = calendar.dateComponents([.year, .month, .day], from: date)
      let day = CalendarDay(daysSince1970: number)
      #expect([day.year, day.month, day.day] == [parts.year, parts.month, parts.day])
      #expect(day.daysSince1970 == number)
      #expect(CalendarDay(day.description) == day)
      #expect(day.weekday == (calendar.component(.weekday, from: date) + 5) % 7 + 1)
    }
  }

  @Test(arguments: [
    ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"),
    ("2026-11-30", 3, "2027-02-28"),
    ("2026-12-01", 12, "2027-12-01"),
  ])
  func aMonthLaterIsTheSameDayOrThatMonthsLast(_ day: String, _ months: Int, _ later: String) throws
  {
    #expect(try #require(CalendarDay(day)).adding(months: months) == CalendarDay(later))
  }
}
