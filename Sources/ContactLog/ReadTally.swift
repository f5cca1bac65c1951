import Diagnostics

/// Counts rows and collects findings, so that accepted + known + rejected is always all rows.
struct ReadTally {
  private static let mostDiagnostics = 1_000

  let file: String
  private(set) var accepted = 0
  private(set) var known = 0
  private(set) var rejected = 0
  private(set) var omittedDiagnostics = 0

  /// About rows, of which there may be millions.
  private var ofRows: [Diagnostic] = []
  /// About the whole log, of which there are a few; these are never omitted.
  private var ofLog: [Diagnostic] = []
  private let onRejection: (Diagnostic) -> Void

  init(file: String, onRejection: @escaping (Diagnostic) -> Void) {
    self.file = file
    self.onRejection = onRejection
  }

  var rows: Int { accepted + known + rejected }

  /// In the file's order.
  var diagnostics: [Diagnostic] {
    (ofLog + ofRows).enumerated().sorted {
      ($0.element.location.line ?? 0, $0.offset) < ($1.element.location.line ?? 0, $1.offset)
    }.map(\.element)
  }

  mutating func note(_ finding: LogFinding, line: Int) {
    ofLog.append(finding.diagnostic(file: file, line: line))
  }

  mutating func reject(_ fault: RowFault, line: Int) {
    rejected += 1
    let diagnostic = LogFinding.row(fault).diagnostic(file: file, line: line)
    onRejection(diagnostic)
    add(diagnostic)
  }

  /// Counts a good row.
  mutating func count(_ admission: Admission, line: Int) {
    switch admission {
    case .known: known += 1
    case .new: accepted += 1
    case .newTextForID:
      accepted += 1
      add(LogFinding.otherTextForID.diagnostic(file: file, line: line))
    }
  }

  private mutating func add(_ diagnostic: Diagnostic) {
    if ofRows.count < Self.mostDiagnostics {
      ofRows.append(diagnostic)
    } else {
      omittedDiagnostics += 1
    }
  }
}
