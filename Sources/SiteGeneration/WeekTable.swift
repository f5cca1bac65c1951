/// A week as a table: days one after another with the same entries are one row, Sunday and Monday too.
///
///     WeekTable(hours.week).rows  // Monday to Friday 8:00-20:00, Saturday and Sunday none
struct WeekTable<Entry: Equatable> {
  struct Row: Equatable {
    /// 0 for Monday; the last may be in the next week.
    let first: Int
    var last: Int
    let entries: [Entry]

    var days: [Int] { (0...(last + 7 - first) % 7).map { (first + $0) % 7 } }
  }

  let rows: [Row]

  /// - Parameter week: seven days, Monday first.
  init(_ week: [[Entry]]) {
    // Where people work from Sunday to Thursday, Monday is in the midst of a row.
    let start = week.indices.first { !week[$0].isEmpty && week[$0] != week[($0 + 6) % 7] } ?? 0
    rows = week.indices.map { (start + $0) % 7 }.reduce(into: []) { rows, day in
      if let last = rows.indices.last, rows[last].entries == week[day] {
        rows[last].last = day
      } else {
        rows.append(Row(first: day, last: day, entries: week[day]))
      }
    }
  }
}
