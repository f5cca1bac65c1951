/// A script cut into words, signs, spaces and what stays as it is: texts, patterns and templates.
/// Comments and indentation are left out.
struct ScriptTokens {
  enum Kind {
    /// A name, a keyword or a number.
    case word
    /// One character, which means something in code.
    case sign
    /// A text or pattern, or a template up to the code in it and from there on.
    case text
    case space
  }

  struct Token {
    let kind: Kind
    /// Its bytes in the source.
    let range: Range<Int>
  }

  /// What a pattern follows, where a division doesn't.
  private static let beforePattern = Set("{}(;,:?=>&|!\n[".utf8)

  let source: [UInt8]
  private(set) var tokens: [Token] = []
  private var place = 0
  /// By template that is open: the braces that are in its code.
  private var depths: [Int] = []

  /// - Complexity: O(*n*) in the length.
  init(_ script: String) {
    source = Array(CompactLines.of(script).utf8)
    while place < source.count { read() }
  }

  func utf8(_ token: Token) -> ArraySlice<UInt8> { source[token.range] }

  private mutating func read() {
    let first = place
    let byte = source[place]
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "\n"):
      place += 1
      append(.space, from: first)
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      skip(until: byte)
      append(.text, from: first)
    case UInt8(ascii: "`"): readTemplate()
    case UInt8(ascii: "}") where depths.last == 0:
      depths.removeLast()
      readTemplate()
    case UInt8(ascii: "/") where starts(with: "//"):
      while place < source.count, source[place] != UInt8(ascii: "\n") { place += 1 }
      dropSpaces()
    case UInt8(ascii: "/") where starts(with: "/*"):
      while place < source.count, !starts(with: "*/") { place += 1 }
      place = min(place + 2, source.count)
    case UInt8(ascii: "/") where isBeforePattern:
      skipPattern()
      append(.text, from: first)
    case _ where Self.isInWord(byte) || byte == UInt8(ascii: "#"):
      repeat { place += 1 } while place < source.count && Self.isInWord(source[place])
      append(.word, from: first)
    default:
      if byte == UInt8(ascii: "{"), !depths.isEmpty { depths[depths.count - 1] += 1 }
      if byte == UInt8(ascii: "}"), !depths.isEmpty { depths[depths.count - 1] -= 1 }
      place += 1
      append(.sign, from: first)
    }
  }

  private static func isInWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"), 0x80...:
      true
    default: false
    }
  }

  private func starts(with text: String) -> Bool { source[place...].starts(with: text.utf8) }

  private mutating func append(_ kind: Kind, from first: Int) {
    tokens.append(Token(kind: kind, range: first..<place))
  }

  private func isSpace(_ token: Token) -> Bool {
    token.kind == .space && source[token.range.lowerBound] == UInt8(ascii: " ")
  }

  private mutating func dropSpaces() {
    while tokens.last.map(isSpace) == true { tokens.removeLast() }
  }

  private var isBeforePattern: Bool {
    guard let last = tokens.last(where: { !isSpace($0) }) else { return true }
    return last.kind == .word
      ? utf8(last).elementsEqual("return".utf8)
      : last.kind != .text && Self.beforePattern.contains(source[last.range.lowerBound])
  }

  /// One character, or two with a backslash.
  private mutating func skipEscaped() {
    place = min(place + (source[place] == UInt8(ascii: "\\") ? 2 : 1), source.count)
  }

  private mutating func skip(until quote: UInt8) {
    place += 1
    while place < source.count, source[place] != quote { skipEscaped() }
    place = min(place + 1, source.count)
  }

  private mutating func skipPattern() {
    place += 1
    var isInSet = false
    while place < source.count, isInSet || source[place] != UInt8(ascii: "/") {
      if source[place] == UInt8(ascii: "[") { isInSet = true }
      if source[place] == UInt8(ascii: "]") { isInSet = false }
      skipEscaped()
    }
    place = min(place + 1, source.count)
  }

  /// From a template's beginning, or the end of code in it, to the next such code or its end.
  private mutating func readTemplate() {
    let first = place
    place += 1
    while place < source.count, source[place] != UInt8(ascii: "`"), !starts(with: "${") {
      skipEscaped()
    }
    if starts(with: "${") {
      depths.append(0)
      place += 1
    }
    place = min(place + 1, source.count)
    append(.text, from: first)
  }
}
