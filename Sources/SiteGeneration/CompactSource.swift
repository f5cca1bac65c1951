/// A script without what only readers of the source need: comments, indentation, the spaces beside
/// signs that divide words by themselves, and, where it is asked for, long names.
enum CompactScript {
  /// Not `+`, `-` and `/`, which mean something else when they touch.
  private static let signs = Set("{}()[];,:?=<>&|*!\n".utf8)

  ///     CompactScript.of("const a = [1, 2]  // two\n")  // "const a=[1,2]\n"
  ///
  /// - Parameter renames: whether names that only the script knows become short, for a script whose
  ///   way to write is known.
  /// - Complexity: O(*n*) in the length.
  static func of(_ source: String, renames: Bool = false) -> String {
    let script = ScriptTokens(source)
    let names = renames ? ScriptNames(script).short() : [:]
    var output: [UInt8] = []
    output.reserveCapacity(script.source.count)
    for (number, token) in script.tokens.enumerated() {
      let text = script.utf8(token)
      if text.elementsEqual(" ".utf8) {
        let next = script.tokens[(number + 1)...].first.flatMap { script.utf8($0).first }
        let isBesideSign =
          output.last.map(signs.contains) != false || next.map(signs.contains) == true
        if isBesideSign { continue }
      }
      if let name = names[number] { output += name.utf8 } else { output += text }
    }
    return String(decoding: output, as: UTF8.self)
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
