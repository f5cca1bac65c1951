/// A script without what only readers of the source need: comments, indentation, and the spaces beside
/// signs that divide words by themselves.
enum CompactScript {
  ///     CompactScript.of("const a = [1, 2]  // two\n")  // "const a=[1,2]\n"
  ///
  /// - Complexity: O(*n*) in the length.
  static func of(_ source: String) -> String {
    var spaces = ScriptSpaces(CompactLines.of(source).utf8)
    return spaces.compact()
  }
}

/// Leaves out lines of comment and indentation.
enum CompactLines {
  /// Comments inside a line stay, so that no string can be mistaken for one.
  static func of(_ source: String) -> String {
    var lines: [Substring] = []
    var isComment = false
    for line in source.split(separator: "\n") {
      let text = line.drop { $0 == " " || $0 == "\t" }
      if isComment {
        isComment = !text.contains("*/")
        continue
      }
      if text.hasPrefix("/*") {
        isComment = !text.contains("*/")
        let isWhole = text.hasSuffix("*/")
        if isComment || isWhole { continue }
      }
      if text.isEmpty || text == "//" || text.hasPrefix("// ") { continue }
      lines.append(text)
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

/// Copies a script without spaces beside signs; texts, patterns and templates stay as they are.
private struct ScriptSpaces {
  /// Not `+`, `-` and `/`, which mean something else when they touch.
  private static let signs = Set("{}()[];,:?=<>&|*!\n".utf8)
  /// What a pattern follows, where a division doesn't.
  private static let beforePattern = Set("{}(;,:?=>&|!\n[".utf8)

  private let source: [UInt8]
  private var place = 0
  private var output: [UInt8] = []

  init(_ source: some Sequence<UInt8>) {
    self.source = Array(source)
    output.reserveCapacity(self.source.count)
  }

  mutating func compact() -> String {
    while place < source.count { copyCode() }
    return String(decoding: output, as: UTF8.self)
  }

  private mutating func copyCode() {
    switch source[place] {
    case UInt8(ascii: " "):
      let isBesideSign =
        output.last.map(Self.signs.contains) != false
        || place + 1 < source.count && Self.signs.contains(source[place + 1])
      if isBesideSign { place += 1 } else { copy() }
    case UInt8(ascii: "\""), UInt8(ascii: "'"): copyText(until: source[place])
    case UInt8(ascii: "`"): copyTemplate()
    case UInt8(ascii: "/"):
      if starts(with: "//") {
        while place < source.count, source[place] != UInt8(ascii: "\n") { place += 1 }
        while output.last == UInt8(ascii: " ") { output.removeLast() }
      } else if starts(with: "/*") {
        while place < source.count, !starts(with: "*/") { place += 1 }
        place += 2
      } else if output.last.map(Self.beforePattern.contains) != false
        || output.suffix(7).elementsEqual("return ".utf8)
      {
        copyPattern()
      } else {
        copy()
      }
    default: copy()
    }
  }

  private func starts(with text: String) -> Bool { source[place...].starts(with: text.utf8) }

  private mutating func copy() {
    guard place < source.count else { return }
    output.append(source[place])
    place += 1
  }

  /// One character, or two with a backslash.
  private mutating func copyEscaped() {
    if source[place] == UInt8(ascii: "\\") { copy() }
    copy()
  }

  private mutating func copyText(until quote: UInt8) {
    copy()
    while place < source.count, source[place] != quote { copyEscaped() }
    copy()
  }

  private mutating func copyPattern() {
    copy()
    var isInSet = false
    while place < source.count, isInSet || source[place] != UInt8(ascii: "/") {
      if source[place] == UInt8(ascii: "[") { isInSet = true }
      if source[place] == UInt8(ascii: "]") { isInSet = false }
      copyEscaped()
    }
    copy()
  }

  private mutating func copyTemplate() {
    copy()
    while place < source.count, source[place] != UInt8(ascii: "`") {
      guard starts(with: "${") else {
        copyEscaped()
        continue
      }
      copy()
      var depth = 0
      repeat {
        if source[place] == UInt8(ascii: "{") { depth += 1 }
        if source[place] == UInt8(ascii: "}") { depth -= 1 }
        copyCode()
      } while depth > 0 && place < source.count
    }
    copy()
  }
}

/// A style sheet without comments and without the space that has no meaning in it.
enum CompactStyle {
  /// Keeps the spaces of selectors and of `calc`; text in quotes has no space beside these marks.
  ///
  ///     CompactStyle.of("a, b { color: red; margin: 0 }")  // "a,b{color:red;margin:0}"
  static func of(_ source: String) -> String {
    let text = CompactLines.of(source).replacing("\n", with: " ")
    var compact = ""
    compact.reserveCapacity(text.utf8.count)
    var previous: Character = " "
    for character in text {
      if character == " ", "{};,: ".contains(previous) { continue }
      if "{};,".contains(character), previous == " " { compact.removeLast() }
      if character == "}", compact.last == ";" { compact.removeLast() }
      compact.append(character)
      previous = character
    }
    return compact + "\n"
  }
}
