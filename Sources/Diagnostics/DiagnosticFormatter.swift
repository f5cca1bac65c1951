/// Prints diagnostics the way compilers do: place, headline, source line, caret, cure.
///
///     content/en/refund.md:14:8: warning: article 'chargeback' doesn't exist [broken-link]
///       See [chargeback](chargeback.md)
///          ^
///       cure: did you mean 'chargebacks'?
package struct DiagnosticFormatter: Sendable {
  /// Source lines longer than this are cut around the caret.
  private static let width = 96

  package init() {}

  package func format(_ diagnostic: Diagnostic) -> String {
    var lines = [
      "\(diagnostic.location): \(diagnostic.severity.rawValue): \(diagnostic.summary) "
        + "[\(diagnostic.rule)]"
    ]
    if let source = diagnostic.sourceLine, !source.isEmpty {
      lines += excerpt(of: source, column: diagnostic.caret)
    }
    lines += diagnostic.cures.map { "  cure: \($0)" }
    return lines.map(Self.onOneLine).joined(separator: "\n")
  }

  /// All diagnostics in the order of their places, then one line that counts them.
  package func report(_ diagnostics: [Diagnostic]) -> String {
    let sorted = diagnostics.sorted {
      $0.location != $1.location ? $0.location < $1.location : $0.summary < $1.summary
    }
    guard !sorted.isEmpty else { return "" }
    return sorted.map(format).joined(separator: "\n") + "\n" + summary(of: diagnostics)
  }

  /// `2 errors, 1 warning`.
  package func summary(of diagnostics: [Diagnostic]) -> String {
    Diagnostic.Severity.allCases.compactMap { severity -> String? in
      let count = diagnostics.count { $0.severity == severity }
      return count == 0 ? nil : "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
    }.joined(separator: ", ")
  }

  private func excerpt(of source: String, column: Int?) -> [String] {
    let characters = Array(source).map { $0.isWhitespace || Self.isControl($0) ? " " : $0 }
    guard let column, column >= 1 else {
      return ["  " + String(characters.prefix(Self.width))]
    }
    // Columns count scalars; on the screen a letter and its combining marks are one place.
    let before = String(String.UnicodeScalarView(source.unicodeScalars.prefix(column - 1)))
    let caret = min(before.count, characters.count)
    let start = max(0, min(caret - Self.width / 2, characters.count - Self.width))
    let shown = String(characters[start..<min(characters.count, start + Self.width)])
    let places = characters[start..<caret].reduce(0) { $0 + (Self.isWide($1) ? 2 : 1) }
    return ["  " + shown, "  " + String(repeating: " ", count: places) + "^"]
  }

  /// Chinese, Japanese and Korean letters and most emoji take two places in a terminal.
  private static func isWide(_ character: Character) -> Bool {
    guard let value = character.unicodeScalars.first?.value else { return false }
    return (0x1100...0x115F).contains(value) || (0x2E80...0xA4CF).contains(value)
      || (0xAC00...0xD7A3).contains(value) || (0xF900...0xFAFF).contains(value)
      || (0xFE30...0xFE6F).contains(value) || (0xFF00...0xFF60).contains(value)
      || (0xFFE0...0xFFE6).contains(value) || (0x1F300...0x1F64F).contains(value)
      || (0x1F900...0x1F9FF).contains(value) || (0x20000...0x3FFFD).contains(value)
  }

  /// What is quoted, and names of files, may hold anything.
  private static func onOneLine(_ line: String) -> String {
    guard line.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == 0xC2 }) else { return line }
    return String(line.map { isControl($0) ? " " : $0 })
  }

  /// Control characters would move the terminal's cursor, or worse.
  private static func isControl(_ character: Character) -> Bool {
    character.unicodeScalars.contains { $0.properties.generalCategory == .control }
  }
}
