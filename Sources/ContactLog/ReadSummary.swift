import Diagnostics

/// What a log was taken for and what became of its rows.
package struct ReadSummary: Hashable, Sendable {
  package enum Format: String, Hashable, Sendable, CaseIterable {
    case delimited = "CSV"
    case jsonLines = "JSON lines"
    case jsonArray = "JSON array"
    case mailbox = "mailbox"
  }

  /// A field and the header of the column that it is read from.
  package struct MappedColumn: Hashable, Sendable {
    package let field: ContactField
    package let header: String
    /// Its name says nothing, its values do.
    package let isFoundByValues: Bool
  }

  package let format: Format
  /// Nil for a mailbox, where each mail has its own.
  package let encoding: TextEncoding?
  /// Whether the encoding is only likely, by the letters' frequencies.
  package let encodingIsGuess: Bool
  /// What stands between fields; nil for JSON and for a single column.
  package let delimiter: Character?
  /// How dates such as 3/4/2025 were read; nil if there were none.
  package let slashDates: SlashDateOrder?

  /// As the header of the times or the times themselves say: `America/New_York`, `UTC+02:00`.
  package let timeZone: String?

  /// In the order of `ContactField`.
  package let columns: [MappedColumn]
  /// The header of the time of day, where it has a column beside that of days.
  package let timeOfDay: String?
  /// Headers of the columns that weren't used, in the file's order.
  package let ignoredColumns: [String]

  /// Rows but the header and blank lines: accepted + known + rejected.
  package let rows: Int
  /// Contacts handed over.
  package let accepted: Int
  /// Rows that repeat an earlier one, counted once.
  package let known: Int
  /// Rows left out, each with a diagnostic of rule `log-row`.
  package let rejected: Int

  /// In the file's order; none quotes a cell.
  package let diagnostics: [Diagnostic]
  /// How many more there were than are kept.
  package let omittedDiagnostics: Int
}
