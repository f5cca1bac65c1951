import Diagnostics

extension ReadSummary {
  /// What was found out about the log and what became of its rows.
  ///
  ///     CSV with ';', Windows-1250 by its letters, dates day first, times in UTC+02:00
  ///     1204 rows = 1198 new + 4 known + 2 rejected
  ///     columns: time from 'Data', reason from 'Powód'; without effect: 'Agent'
  package var text: String {
    var form = format.rawValue
    if let delimiter { form += " with " + (delimiter == "\t" ? "tabs" : "'\(delimiter)'") }
    if let encoding {
      form += ", \(encoding.rawValue)" + (encodingIsGuess ? " by its letters" : "")
    }
    if let slashDates { form += ", dates \(slashDates.rawValue)" }
    if let timeZone { form += ", times in \(timeZone)" }
    let counts =
      "\(rows) \(rows == 1 ? "row" : "rows") = \(accepted) new + \(known) known + \(rejected) rejected"
    return "\(form)\n\(counts)\n\(columnsText)"
  }

  /// Said of a log whose contacts belong to no month; nil where a column says when they were made.
  package func lackOfTimes(in file: String) -> Diagnostic? {
    guard accepted > 0, !columns.contains(where: { $0.field == .time }) else { return nil }
    return LogFinding.noTimeColumn.diagnostic(file: file, line: 1)
  }

  private var columnsText: String {
    let mapped = columns.map { column in
      column.header == column.field.rawValue
        ? column.header
        : "\(column.field.rawValue) from '\(column.header)'"
          + (column.isFoundByValues ? " by its values" : "")
          + (column.field == .time ? timeOfDay.map { " and '\($0)'" } ?? "" : "")
    }
    let ignored = ignoredColumns.filter { !$0.isEmpty }.map { "'\($0)'" }
    return "columns: " + mapped.joined(separator: ", ")
      + (ignored.isEmpty ? "" : "; without effect: " + ignored.joined(separator: ", "))
  }
}
