import Diagnostics
import Foundation
import KnowledgeBase

/// A text file as read, with what its diagnostics need: the path as shown and the lines.
struct SourceFile: Sendable {
  /// An article longer than this is a mistake: a book has about 1 MB.
  static let maximumBytes = 16 << 20
  /// A diagnostic quotes at most this many bytes of a line on each side of the fault.
  private static let quotedBytes = 160

  let path: String
  let text: String
  /// Where each line starts, in bytes.
  private let lineStarts: [Int]

  init(path: String, text: String) {
    self.path = path
    var native = text
    native.makeContiguousUTF8()
    self.text = native
    var starts = [0]
    native.withUTF8 { bytes in
      var start = 0
      while let end = ByteSearch.firstOffset(of: 10, in: bytes, from: start) {
        start = end + 1
        starts.append(start)
      }
    }
    lineStarts = starts
  }

  var lineCount: Int { lineStarts.count }

  /// The line counted from 1 without its end, empty when there is none.
  func line(_ number: Int) -> Substring {
    guard lineStarts.indices.contains(number - 1) else { return "" }
    let start = lineStarts[number - 1]
    let end = number < lineStarts.count ? lineStarts[number] - 1 : text.utf8.count
    return text[index(start)..<index(end)]
  }

  func diagnostic(
    _ severity: Diagnostic.Severity, rule: String, line: Int, column: Int? = nil,
    _ summary: String, cures: [String] = [], fix: TextFix? = nil
  ) -> Diagnostic {
    let excerpt = excerpt(of: self.line(line), column: column)
    return Diagnostic(
      severity, rule: rule, at: SourceLocation(file: path, line: line, column: column), summary,
      cures: cures, sourceLine: excerpt.text, caret: excerpt.caret, fix: fix)
  }

  /// A long line is cut around the column, so that findings in it don't hold it many times over.
  private func excerpt(of line: Substring, column: Int?) -> (text: String, caret: Int?) {
    guard line.utf8.count > 2 * Self.quotedBytes else { return (String(line), column) }
    let scalars = line.unicodeScalars
    let start = max(0, (column ?? 1) - 1 - Self.quotedBytes)
    let cut = scalars.dropFirst(start).prefix(2 * Self.quotedBytes)
    return (String(cut), column.map { $0 - start })
  }

  private func index(_ offset: Int) -> String.Index {
    text.utf8.index(text.startIndex, offsetBy: offset)
  }
}

extension SourceFile {
  struct Refusal: Error {
    let diagnostic: Diagnostic
    init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }
  }

  /// Reads a file, or says why it can't be read: missing, too long, not UTF-8.
  static func read(_ url: URL, shownAs path: String) -> Result<SourceFile, Refusal> {
    read(url.path, shownAs: path)
  }

  static func read(_ file: String, shownAs path: String) -> Result<SourceFile, Refusal> {
    switch FileBytes.read(file, atMost: maximumBytes) {
    case .bytes(let bytes): decode(bytes, path: path)
    case .tooLong(let size): .failure(Refusal(tooLong(size, path: path)))
    case .unreadable:
      .failure(
        Refusal(
          Diagnostic(
            .error, rule: "unreadable-file", at: SourceLocation(file: path),
            "file can't be read", cures: ["check that it still exists and may be read"])))
    }
  }

  /// Makes text of a file's bytes: UTF-8 with or without a mark, line feeds, composed letters.
  static func decode(_ bytes: [UInt8], path: String) -> Result<SourceFile, Refusal> {
    let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    guard let text = String(validating: bytes, as: UTF8.self) else {
      return .failure(Refusal(InvalidEncoding(bytes).diagnostic(path: path)))
    }
    var unified = text
    if text.contains(byte: 13) {
      unified = text.replacing(mark: "\r\n", with: "\n").replacing(mark: "\r", with: "\n")
    }
    // Without a way out, so that many bytes are looked at in one step.
    let isASCII = bytes.reduce(0, |) < 0x80
    let composed = isASCII ? unified : unified.precomposedStringWithCanonicalMapping
    return .success(SourceFile(path: path, text: Noncharacters.removed(from: composed)))
  }

  private static func tooLong(_ size: Int, path: String) -> Diagnostic {
    Diagnostic(
      .error, rule: "file-size", at: SourceLocation(file: path),
      "\(size >> 20) MB are too long for an article; at most \(maximumBytes >> 20) MB",
      cures: ["split it into articles that answer one question each"])
  }
}

/// U+FDD0 to U+FDEF, which Unicode keeps for a program's own use: the parser marks text with them,
/// so none may come from outside.
enum Noncharacters {
  /// The `number`th of them, from 0 to 31.
  static func mark(_ number: UInt8) -> String {
    String(decoding: [0xEF, 0xB7, 0x90 + number], as: UTF8.self)
  }

  static func contains(_ scalar: Unicode.Scalar) -> Bool {
    (0xFDD0...0xFDEF).contains(scalar.value)
  }

  static func removed(from text: String) -> String {
    // Their bytes are EF B7 90 to EF B7 AF.
    guard text.contains(byte: 0xEF), text.unicodeScalars.contains(where: contains) else {
      return text
    }
    var clean = String.UnicodeScalarView()
    clean.append(contentsOf: text.unicodeScalars.lazy.map { contains($0) ? "\u{FFFD}" : $0 })
    return String(clean)
  }
}
