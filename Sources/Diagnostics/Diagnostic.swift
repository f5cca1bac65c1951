/// A finding about content, configuration or a log: where, what, and the cure.
///
///     Diagnostic(.warning, rule: "broken-link", at: place, "article 'x' doesn't exist")
package struct Diagnostic: Hashable, Sendable {
  package enum Severity: String, Hashable, Sendable, CaseIterable {
    case error, warning, note
  }

  package let severity: Severity
  /// The rule's kebab-case name, as configured and documented: `broken-link`.
  package let rule: String
  package let location: SourceLocation
  /// A headline, the most specific word first.
  package let summary: String
  /// What to do about it, each a full sentence without the final stop.
  package let cures: [String]
  /// The source line, so that the reader sees the fault without opening the file; of a very long
  /// line the part around the fault.
  package let sourceLine: String?
  /// Where the caret stands below `sourceLine`, counted from 1: the column, unless the line was cut.
  package let caret: Int?
  /// The change that mends it, where no one needs to think.
  package let fix: TextFix?

  package init(
    _ severity: Severity, rule: String, at location: SourceLocation, _ summary: String,
    cures: [String] = [], sourceLine: String? = nil, caret: Int? = nil,
    fix: TextFix? = nil
  ) {
    self.severity = severity
    self.rule = rule
    self.location = location
    self.summary = summary
    self.cures = cures
    self.sourceLine = sourceLine
    self.caret = caret ?? location.column
    self.fix = fix
  }
}

/// Text that takes the place of other text in one line.
package struct TextFix: Hashable, Sendable {
  package let old: String
  package let new: String

  package init(old: String, new: String) {
    self.old = old
    self.new = new
  }
}

/// A place in a file as an editor shows it: line and column count from 1, columns in Unicode scalars.
package struct SourceLocation: Hashable, Sendable {
  package let file: String
  package let line: Int?
  package let column: Int?

  package init(file: String, line: Int? = nil, column: Int? = nil) {
    self.file = file
    self.line = line
    self.column = column
  }
}

extension SourceLocation: Comparable {
  package static func < (left: SourceLocation, right: SourceLocation) -> Bool {
    (left.file, left.line ?? 0, left.column ?? 0)
      < (right.file, right.line ?? 0, right.column ?? 0)
  }
}

extension SourceLocation: CustomStringConvertible {
  /// `content/en/refund.md:14:8`.
  package var description: String {
    [file, line.map(String.init), line == nil ? nil : column.map(String.init)]
      .compactMap { $0 }.joined(separator: ":")
  }
}
