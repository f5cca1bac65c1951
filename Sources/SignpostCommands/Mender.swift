import Diagnostics
import Foundation

/// Makes the changes that findings bring along, file by file; what else stands in a file stays.
struct Mender {
  private let findings: [Diagnostic]
  private let shownRoot: String

  init(_ findings: [Diagnostic], shownRoot: String) {
    self.findings = findings.filter { $0.fix != nil && $0.location.line != nil }
    self.shownRoot = shownRoot
  }

  /// How many places were mended.
  func mend() -> Int {
    let files = Dictionary(grouping: findings) { $0.location.file }
    return files.sorted { $0.key < $1.key }.reduce(0) { $0 + mend($1.value, in: $1.key) }
  }

  private func mend(_ findings: [Diagnostic], in file: String) -> Int {
    guard let text = try? String(contentsOfFile: file, encoding: .utf8) else { return 0 }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var count = 0
    for finding in findings.sorted(by: { $0.location > $1.location }) {
      guard let fix = finding.fix, let number = finding.location.line,
        lines.indices.contains(number - 1)
      else { continue }
      var line = lines[number - 1]
      let start = line.unicodeScalars.index(
        line.startIndex, offsetBy: max(0, (finding.location.column ?? 1) - 1),
        limitedBy: line.endIndex)
      guard let start, let range = line[start...].firstRange(of: fix.old) else { continue }
      line.replaceSubrange(range, with: fix.new)
      lines[number - 1] = line
      count += 1
    }
    do {
      try Data(lines.joined(separator: "\n").utf8).write(to: URL(filePath: file), options: .atomic)
    } catch {
      Terminal.say("\(file): error: file can't be written [output]\n  cure: check its rights")
      return 0
    }
    return count
  }
}
