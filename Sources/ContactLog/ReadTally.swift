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
  private var ids: Set<UInt64> = []
  private var contents: Set<UInt64> = []

  init(file: String) {
    self.file = file
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
    add(.row(fault), line: line)
  }

  /// Counts a good row; false if the same contact was there before.
  mutating func admit(_ result: ContactAssembler.Result) -> Bool {
    if let identity = result.identity {
      let isNewID = ids.insert(identity.id).inserted
      guard contents.insert(identity.content).inserted else {
        known += 1
        return false
      }
      if !isNewID { add(.otherTextForID, line: result.contact.row) }
    }
    accepted += 1
    return true
  }

  private mutating func add(_ finding: LogFinding, line: Int) {
    if ofRows.count < Self.mostDiagnostics {
      ofRows.append(finding.diagnostic(file: file, line: line))
    } else {
      omittedDiagnostics += 1
    }
  }
}
