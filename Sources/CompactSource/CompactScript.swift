/// A script without what only readers of the source need: comments, indentation, the spaces beside
/// signs that divide words by themselves, and, where it is asked for, long names.
package enum CompactScript {
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
  package static func of(_ source: String, renames: Bool = false) -> String {
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
      if renames, let name = names[number] {
        output += name.utf8
      } else if renames, text.elementsEqual("const".utf8) {
        // Nothing assigns to it, and one word for both compresses better.
        output += "let".utf8
      } else {
        output += text
      }
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
