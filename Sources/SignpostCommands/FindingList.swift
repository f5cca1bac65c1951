import Diagnostics
import Foundation
import KnowledgeBase

/// Findings for programs: JSON, annotations of GitHub's workflows, GitLab's code quality report.
struct FindingList {
  private let findings: [Diagnostic]

  init(_ findings: [Diagnostic]) {
    self.findings = findings
  }

  private struct Entry: Encodable {
    let severity: String
    let rule: String
    let file: String
    let line: Int?
    let column: Int?
    let summary: String
    let cures: [String]
  }

  /// An array of objects with `severity`, `rule`, `file`, `line`, `column`, `summary`, `cures`.
  var json: String {
    get throws {
      try PrintedJSON.indented(
        findings.map {
          Entry(
            severity: $0.severity.rawValue, rule: $0.rule, file: $0.location.file,
            line: $0.location.line, column: $0.location.column, summary: $0.summary,
            cures: $0.cures)
        })
    }
  }

  /// Workflow commands, `::error file=…,line=…,col=…,title=…::…`, a line each.
  var gitHub: String {
    findings.map { finding in
      let level = finding.severity == .note ? "notice" : finding.severity.rawValue
      let place = [
        "file=\(escaped(finding.location.file, isProperty: true))",
        finding.location.line.map { "line=\($0)" }, finding.location.column.map { "col=\($0)" },
        "title=\(finding.rule)",
      ].compactMap(\.self).joined(separator: ",")
      let message = ([finding.summary] + finding.cures).joined(separator: "\n")
      return "::\(level) \(place)::\(escaped(message, isProperty: false))"
    }.joined(separator: "\n")
  }

  private func escaped(_ text: String, isProperty: Bool) -> String {
    let message = text.replacing(mark: "%", with: "%25").replacing(mark: "\r", with: "%0D")
      .replacing(mark: "\n", with: "%0A")
    guard isProperty else { return message }
    return message.replacing(mark: ":", with: "%3A").replacing(mark: ",", with: "%2C")
  }

  private struct Issue: Encodable {
    struct Location: Encodable {
      struct Lines: Encodable { let begin: Int }
      let path: String
      let lines: Lines
    }
    let description: String
    let check_name: String
    let fingerprint: String
    let severity: String
    let location: Location
  }

  /// A code quality report; equal findings of a file are told apart by their number.
  var gitLab: String {
    get throws {
      var seen: [String: Int] = [:]
      return try PrintedJSON.indented(
        findings.map { finding in
          let key = "\(finding.rule)|\(finding.location.file)|\(finding.summary)"
          seen[key, default: 0] += 1
          let severity =
            switch finding.severity {
            case .error: "major"
            case .warning: "minor"
            case .note: "info"
            }
          return Issue(
            description: ([finding.summary] + finding.cures).joined(separator: "; "),
            check_name: finding.rule, fingerprint: hash(of: "\(key)|\(seen[key] ?? 0)"),
            severity: severity,
            location: Issue.Location(
              path: finding.location.file,
              lines: Issue.Location.Lines(begin: finding.location.line ?? 1)))
        })
    }
  }

  /// FNV-1a, in hexadecimal: stable from run to run.
  private func hash(of text: String) -> String {
    let value = text.utf8.reduce(14_695_981_039_346_656_037 as UInt64) {
      ($0 ^ UInt64($1)) &* 1_099_511_628_211
    }
    return String(value, radix: 16)
  }
}
