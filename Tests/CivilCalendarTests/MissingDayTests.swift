import Testing

@testable import CivilCalendar

@Suite struct MissingDayTests {
  @Test(arguments: [
    ("2026-02-29", "2026-02 has 28 days: write 2026-02-28 or 2026-03-01"),
    ("2028-02-30", "2028-02 has 29 days: write 2028-02-29 or 2028-03-01"),
    ("2026-04-31T08:00", "2026-04 has 30 days: write 2026-04-30 or 2026-05-01"),
    ("2026-06-31 08:00", "2026-06 has 30 days: write 2026-06-30 or 2026-07-01"),
    ("29.2.2026", "2026-02 has 28 days: write 2026-02-28 or 2026-03-01"),
    ("2028-02-29", nil), ("2026-02-32", nil), ("2026-13-01", nil), ("0-02-30", nil), ("", nil),
    ("29 February", nil), ("1.2.3.4", nil), ("2026-04-00", nil), ("99999-02-30", nil),
  ])
  func namesTheDaysAround(text: String, cure: String?) {
    #expect(MissingDay(text)?.cure == cure)
  }
}
