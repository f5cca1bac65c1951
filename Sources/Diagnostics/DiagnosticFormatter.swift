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
      lines += excerpt(of: source, column: diagnostic.location.column)
    }
    lines += diagnostic.cures.map { "  cure: \($0)" }
    return lines.joined(separator: "\n")
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
    let characters = Array(source).map { $0 == "\t" ? " " : $0 }
    guard let column, column >= 1 else {
      return ["  " + String(characters.prefix(Self.width))]
    }
    let caret = min(column - 1, characters.count)
    let start = max(0, min(caret - Self.width / 2, characters.count - Self.width))
    let shown = String(characters[start..<min(characters.count, start + Self.width)])
    return ["  " + shown, "  " + String(repeating: " ", count: caret - start) + "^"]
  }
}
