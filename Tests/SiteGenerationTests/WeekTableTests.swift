import Testing

@testable import SiteGeneration

struct WeekTableTests {
  /// A letter a day from Monday, `-` where nobody is there.
  @Test(arguments: [
    ("aaaaa--", "0-4a 5-6-"),
    ("aaaaabc", "0-4a 5-5b 6-6c"),
    ("aaaaaaa", "0-6a"),
    ("-------", "0-6-"),
    // Sunday to Thursday, and from Tuesday, are rows of their own, those that are open first.
    ("aaaa--a", "6-3a 4-5-"),
    ("-aaaaa-", "1-5a 6-0-"),
    ("-aaaaab", "1-5a 6-6b 0-0-"),
    ("a-----a", "6-0a 1-5-"),
    ("abababa", "1-1b 2-2a 3-3b 4-4a 5-5b 6-0a"),
  ])
  func joinsDaysOneAfterAnotherOverTheEndOfTheWeekToo(week: String, rows: String) {
    let table = WeekTable(week.map { $0 == "-" ? [] : [$0] })
    #expect(
      table.rows.map { "\($0.first)-\($0.last)\($0.entries.first ?? "-")" }
        .joined(separator: " ") == rows)
  }

  @Test(arguments: ["aaaa--a", "abababa", "aaaaaaa", "-aaaaab"])
  func hasEachDayOnceWithItsEntries(week: String) {
    let table = WeekTable(week.map { [$0] })
    let days = table.rows.flatMap { row in row.days.map { ($0, row.entries[0]) } }
    #expect(String(days.sorted { $0.0 < $1.0 }.map(\.1)) == week)
  }
}
