import KnowledgeBase

/// Rows for a spreadsheet, in which no cell can become a formula.
enum CSVText {
  /// A row with its line break; a cell that begins with a formula's sign gets an apostrophe.
  ///
  ///     CSVText.row(["a,b", "=1+1"])  // "\"a,b\",'=1+1\r\n"
  static func row(_ cells: [String]) -> String {
    cells.map(cell).joined(separator: ",") + "\r\n"
  }

  /// Those that OWASP lists for formula injection.
  private static let formulaSigns = "=+-@\t\r\n＝＋－＠".unicodeScalars

  private static func cell(_ text: String) -> String {
    let isFormula = text.unicodeScalars.first.map { Self.formulaSigns.contains($0) } ?? false
    let safe = isFormula ? "'" + text : text
    // CR and LF together are one Character, so scalars are looked at.
    let needsQuotes = safe.unicodeScalars.contains { ",\"\r\n".unicodeScalars.contains($0) }
    return needsQuotes ? "\"" + safe.replacing(mark: "\"", with: "\"\"") + "\"" : safe
  }
}
