/// A style sheet without comments and without the space that has no meaning in it.
package enum CompactStyle {
  /// Keeps the spaces between elements of a selector and of `calc`; text in quotes has no space beside these marks.
  ///
  ///     CompactStyle.of("a, b { color: red; margin: 0 }")  // "a,b{color:red;margin:0}"
  package static func of(_ source: String) -> String {
    let space = UInt8(ascii: " ")
    let text = CompactLines.of(source).utf8
    var compact: [UInt8] = []
    compact.reserveCapacity(text.count)
    var previous = space
    for written in text {
      let byte = written == UInt8(ascii: "\n") ? space : written
      if byte == space, previous == space || previous == UInt8(ascii: ":") || isMark(previous) {
        continue
      }
      if isMark(byte), previous == space { _ = compact.popLast() }
      if byte == UInt8(ascii: "}"), compact.last == UInt8(ascii: ";") { compact.removeLast() }
      compact.append(byte)
      previous = byte
    }
    return String(decoding: compact, as: UTF8.self) + "\n"
  }

  /// What needs no space on either side.
  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ";"), UInt8(ascii: ","),
      UInt8(ascii: ">"):
      true
    default: false
    }
  }
}

/// Leaves out lines of comment and indentation.
enum CompactLines {
  /// Comments inside a line stay, so that no string can be mistaken for one.
  static func of(_ source: String) -> String {
    let lineFeed = UInt8(ascii: "\n")
    var lines: [UInt8] = []
    lines.reserveCapacity(source.utf8.count)
    var isComment = false
    for line in Array(source.utf8).split(separator: lineFeed) {
      let text = line.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
      if isComment {
        isComment = !endsComment(text)
        continue
      }
      if text.starts(with: "/*".utf8) {
        isComment = !endsComment(text)
        let isWhole = text.suffix(2).elementsEqual("*/".utf8)
        if isComment || isWhole { continue }
      }
      if text.isEmpty || text.elementsEqual("//".utf8) || text.starts(with: "// ".utf8) { continue }
      lines += text
      lines.append(lineFeed)
    }
    return lines.isEmpty ? "\n" : String(decoding: lines, as: UTF8.self)
  }

  private static func endsComment(_ text: ArraySlice<UInt8>) -> Bool {
    zip(text, text.dropFirst()).contains { $0 == (UInt8(ascii: "*"), UInt8(ascii: "/")) }
  }
}
