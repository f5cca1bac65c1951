/// A week as a table: days in a row with the same entries are one row.
///
///     WeekTable(hours.week).rows  // Monday to Friday 8:00-20:00, Saturday and Sunday none
struct WeekTable<Entry: Equatable> {
  struct Row: Equatable {
    /// 0 for Monday.
    let first: Int
    var last: Int
    let entries: [Entry]
  }

  let rows: [Row]

  /// - Parameter week: seven days, Monday first.
  init(_ week: [[Entry]]) {
    rows = week.enumerated().reduce(into: []) { rows, day in
      if let last = rows.indices.last, rows[last].entries == day.element {
        rows[last].last = day.offset
      } else {
        rows.append(Row(first: day.offset, last: day.offset, entries: day.element))
      }
    }
  }
}
