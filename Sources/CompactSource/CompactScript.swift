/// A script without what only readers of the source need: comments, indentation, the spaces beside
/// signs that divide words by themselves, and, where it is asked for, long names.
enum CompactScript {
  private static let signs = Set("{}()[];,:?=<>&|*!%\n".utf8)
  /// Signs that no line can end after, and those that end what is before.
  private static let (opening, closing) = (Set("{([,".utf8), Set("})]".utf8))
  /// Signs that mean something else when they touch one another, or `*`.
  private static let touching = Set("+-/".utf8)

  ///     CompactScript.of("const a = [1, 2]  // two\n")  // "const a=[1,2]\n"
  ///
  /// - Parameter renames: whether names that only the script knows become short, for a script whose
  ///   way to write is known.
  /// - Complexity: O(*n*) in the length.
  static func of(_ source: String, renames: Bool = false) -> String {
    let script = ScriptTokens(source)
    let names = renames ? ScriptNames(script).short() : []
    var output: [UInt8] = []
    output.reserveCapacity(script.source.count)
    for (number, token) in script.tokens.enumerated() {
      let text = script.utf8(token)
      if token.kind == .space {
        let next = script.tokens[(number + 1)...].first.flatMap { script.utf8($0).first }
        let isLine = text.elementsEqual("\n".utf8)
        if isLine ? !divideLines(output.last, next) : !divides(output.last, next) { continue }
      }
      if renames, let name = names[number] { output += name.utf8 } else { output += text }
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// Whether the end of a line between two bytes may mean something.
  private static func divideLines(_ last: UInt8?, _ next: UInt8?) -> Bool {
    last.map(opening.contains) != true && next.map(closing.contains) != true
  }

  /// Whether a space between two bytes means something.
  private static func divides(_ last: UInt8?, _ next: UInt8?) -> Bool {
    guard let last, let next else { return last != nil }
    let isTouching = (touching.contains(last), touching.contains(next))
    if isTouching.0 != isTouching.1 {
      return (isTouching.0 ? next : last) == UInt8(ascii: "*")
    }
    return isTouching.0 || !signs.contains(last) && !signs.contains(next)
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

/// A style sheet without comments and without the space that has no meaning in it.
enum CompactStyle {
  /// Keeps the spaces of selectors and of `calc`; text in quotes has no space beside these marks.
  ///
  ///     CompactStyle.of("a, b { color: red; margin: 0 }")  // "a,b{color:red;margin:0}"
  static func of(_ source: String) -> String {
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
    case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ";"), UInt8(ascii: ","): true
    default: false
    }
  }
}
