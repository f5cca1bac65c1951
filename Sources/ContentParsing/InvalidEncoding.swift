import Diagnostics

/// The first place where bytes stop being UTF-8, and what they are instead.
struct InvalidEncoding {
  let line: Int
  /// In scalars, counted from 1.
  let column: Int
  private let sourceLine: String
  private let guess: String?

  init(_ bytes: [UInt8]) {
    let offset = Self.firstInvalid(in: bytes)
    let before = bytes[..<offset]
    let lineStart = before.lastIndex(of: 10).map { $0 + 1 } ?? 0
    line = before.count { $0 == 10 } + 1
    column = bytes[lineStart..<offset].count { $0 & 0xC0 != 0x80 } + 1
    let start = max(lineStart, offset - 40)
    let end = bytes[offset...].prefix(40).firstIndex(of: 10) ?? min(bytes.count, offset + 40)
    sourceLine = start == lineStart ? String(decoding: bytes[start..<end], as: UTF8.self) : ""
    guess = Self.encoding(of: bytes)
  }

  func diagnostic(path: String) -> Diagnostic {
    let cure =
      guess.map { "save the file as UTF-8; it looks like \($0)" } ?? "save the file as UTF-8"
    return Diagnostic(
      .error, rule: "encoding", at: SourceLocation(file: path, line: line, column: column),
      "text isn't UTF-8", cures: [cure], sourceLine: sourceLine)
  }

  /// - Complexity: one pass.
  private static func firstInvalid(in bytes: [UInt8]) -> Int {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var offset = 0
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): offset += UTF8.width(scalar)
      case .emptyInput, .error: return min(offset, max(0, bytes.count - 1))
      }
    }
  }

  private static func encoding(of bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return "UTF-16" }
    let high = bytes.prefix(4096).filter { $0 >= 0x80 }
    guard !high.isEmpty else { return nil }
    // In Windows-1251 every letter is above 0xBF; Latin encodings mix letters with ASCII ones.
    let letters = high.count { $0 >= 0xC0 }
    let ascii = bytes.prefix(4096).count { (0x61...0x7A).contains($0 | 0x20) }
    return letters > ascii ? "Windows-1251" : "Windows-1250, Windows-1257 or ISO 8859"
  }
}
