/// A day that its month doesn't have, such as 29 February in three years of four.
///
///     MissingDay("2026-02-29")?.cure
///     // "2026-02 has 28 days: write 2026-02-28 or 2026-03-01"
package struct MissingDay {
  private let last: CalendarDay

  /// Nil unless the text begins with such a day, as `2026-02-29` or as `29.02.2026`.
  package init?(_ text: String) {
    let isDayFirst = text.contains(".")
    let date = text.prefix { $0 != "T" && $0 != " " }
    var parts = date.split(separator: isDayFirst ? "." : "-").map { Int($0) ?? 0 }
    if isDayFirst { parts.reverse() }
    guard parts.count == 3, 1...12 ~= parts[1], parts[2] <= 31 else { return nil }
    let length = CalendarDay.daysInMonth(parts[1], of: parts[0])
    guard parts[2] > length,
      let last = CalendarDay(year: parts[0], month: parts[1], day: length)
    else { return nil }
    self.last = last
  }

  package var cure: String {
    "\(last.description.prefix(7)) has \(last.day) days: "
      + "write \(last) or \(last.adding(days: 1))"
  }
}
