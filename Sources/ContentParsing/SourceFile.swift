import Diagnostics
import Foundation

/// A text file as read, with what its diagnostics need: the path as shown and the lines.
struct SourceFile: Sendable {
  /// An article longer than this is a mistake: a book has about 1 MB.
  static let maximumBytes = 16 << 20

  let path: String
  let text: String

  init(path: String, text: String) {
    self.path = path
    self.text = text
  }

  /// Reads a file, or says why it can't be read: missing, too long, not UTF-8.
  static func read(_ url: URL, shownAs path: String) -> Result<SourceFile, Refusal> {
    let data: Data
    do {
      let size = try url.resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0
      guard size <= maximumBytes else {
        return .failure(
          Refusal(
            Diagnostic(
              .error, rule: "file-size", at: SourceLocation(file: path),
              "\(size >> 20) MB are too long for an article; at most \(maximumBytes >> 20) MB",
              cures: ["split it into articles that answer one question each"])))
      }
      data = try Data(contentsOf: url)
    } catch {
      return .failure(
        Refusal(
          Diagnostic(
            .error, rule: "unreadable-file", at: SourceLocation(file: path),
            "file can't be read", cures: ["check that it still exists and may be read"])))
    }
    var bytes = [UInt8](data)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      return .failure(Refusal(invalidEncoding(in: bytes, path: path)))
    }
    let unified = text.utf8.contains(13) ? text.replacing("\r\n", with: "\n") : text
    return .success(SourceFile(path: path, text: unified.precomposedStringWithCanonicalMapping))
  }

  struct Refusal: Error {
    let diagnostic: Diagnostic
    init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }
  }

  private static func invalidEncoding(in bytes: [UInt8], path: String) -> Diagnostic {
    var line = 1
    for row in bytes.split(separator: 10, omittingEmptySubsequences: false) {
      if String(validating: row, as: UTF8.self) == nil {
        let valid = (0..<row.count).first {
          String(validating: row.prefix($0 + 1), as: UTF8.self) == nil
            && (row.count - $0 < 4 || row[(row.startIndex + $0)] >= 0x80)
        }
        return Diagnostic(
          .error, rule: "encoding",
          at: SourceLocation(file: path, line: line, column: (valid ?? 0) + 1),
          "text isn't UTF-8", cures: ["save the file as UTF-8"],
          sourceLine: String(decoding: row, as: UTF8.self))
      }
      line += 1
    }
    return Diagnostic(
      .error, rule: "encoding", at: SourceLocation(file: path), "text isn't UTF-8",
      cures: ["save the file as UTF-8"])
  }

  /// The line counted from 1, empty when there is none.
  func line(_ number: Int) -> String {
    var current = 1
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if current == number { return String(line) }
      current += 1
    }
    return ""
  }

  func diagnostic(
    _ severity: Diagnostic.Severity, rule: String, line: Int, column: Int? = nil,
    _ summary: String, cures: [String] = []
  ) -> Diagnostic {
    Diagnostic(
      severity, rule: rule, at: SourceLocation(file: path, line: line, column: column), summary,
      cures: cures, sourceLine: self.line(line))
  }
}
