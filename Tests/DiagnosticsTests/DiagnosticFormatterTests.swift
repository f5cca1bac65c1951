import Diagnostics
import Testing

@Suite struct DiagnosticFormatterTests {
  private let formatter = DiagnosticFormatter()

  private func diagnostic(_ source: String, column: Int?, caret: Int? = nil) -> Diagnostic {
    Diagnostic(
      .warning, rule: "rule", at: SourceLocation(file: "a.md", line: 3, column: column), "summary",
      cures: ["do this"], sourceLine: source, caret: caret)
  }

  @Test func printsPlaceHeadlineLineCaretAndCure() {
    #expect(
      formatter.format(diagnostic("see [x](y)", column: 9)) == """
        a.md:3:9: warning: summary [rule]
          see [x](y)
                  ^
          cure: do this
        """)
  }

  @Test func printsNoCaretWithoutAColumn() {
    #expect(
      formatter.format(diagnostic("text", column: nil)) == """
        a.md:3: warning: summary [rule]
          text
          cure: do this
        """)
  }

  /// A line, a column, and how many places stand before the caret.
  @Test(arguments: [
    ("żółty kot", 7, 6), ("\tx", 2, 1), ("身份 x", 4, 5), ("e\u{301}x", 3, 1), ("", 1, 0),
    ("short", 99, 5), ("a\u{1B}[31mb", 3, 2),
  ])
  func putsTheCaretBelowTheLetter(line: String, column: Int, places: Int) {
    let lines = formatter.format(diagnostic(line, column: column)).split(
      separator: "\n", omittingEmptySubsequences: false)
    guard !line.isEmpty else {
      #expect(lines.count == 2)
      return
    }
    #expect(lines[2] == "  " + String(repeating: " ", count: places) + "^")
    #expect(!lines[1].unicodeScalars.contains { $0.value < 0x20 })
  }

  @Test func whatIsQuotedMovesNoCursorAndBeginsNoLine() {
    let diagnostic = Diagnostic(
      .error, rule: "r", at: SourceLocation(file: "a\n\u{1B}[2J.md", line: 1),
      "'x\r\n\u{9B}31m' isn't there", cures: ["remove '\u{7}'"])
    #expect(
      formatter.format(diagnostic) == """
        a  [2J.md:1: error: 'x  31m' isn't there [r]
          cure: remove ' '
        """)
  }

  @Test func cutsLongLinesAroundTheCaret() {
    let line = String(repeating: "a", count: 300) + "X" + String(repeating: "b", count: 300)
    let lines = formatter.format(diagnostic(line, column: 301)).split(separator: "\n")
    #expect(lines[1].count == 98)
    let caret = lines[2].count - 1
    #expect(Array(lines[1])[caret] == "X")
  }

  @Test func sortsByPlaceAndCounts() {
    func at(_ file: String, _ line: Int, _ severity: Diagnostic.Severity) -> Diagnostic {
      Diagnostic(severity, rule: "r", at: SourceLocation(file: file, line: line), "s")
    }
    let report = formatter.report([
      at("b", 1, .warning), at("a", 10, .error), at("a", 2, .error), at("a", 1, .note),
    ])
    #expect(
      report == """
        a:1: note: s [r]
        a:2: error: s [r]
        a:10: error: s [r]
        b:1: warning: s [r]
        2 errors, 1 warning, 1 note
        """)
    #expect(formatter.report([]) == "")
  }
}
