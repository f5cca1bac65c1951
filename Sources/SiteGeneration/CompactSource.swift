/// Leaves out what only readers of the source need: lines of comment and indentation.
enum CompactScript {
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
    let text = CompactScript.of(source).replacing("\n", with: " ")
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
