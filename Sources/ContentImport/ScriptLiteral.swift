/// A literal of JavaScript as configurations hold it: what is written, not what a program makes.
///
///     ScriptLiteral(after: "sidebars =", in: "const sidebars = {docs: ['a', /* b */ 'c']};")
///     // .object([("docs", .list([.text("a"), .text("c")]))])
indirect enum ScriptLiteral {
  case text(String)
  case list([ScriptLiteral])
  /// In the order written.
  case object([(key: String, value: ScriptLiteral)])
  /// A number, a name, a truth value.
  case other(String)

  /// The literal that follows the first of the marks that one follows; nil when none can be read.
  ///
  /// - Complexity: O(*n*) for each mark.
  init?(afterFirstOf marks: [String], in text: String) {
    for mark in marks {
      for range in text.ranges(of: mark) {
        var parser = Parser(text[range.upperBound...].utf8)
        if let literal = parser.structure() {
          self = literal
          return
        }
      }
    }
    return nil
  }

  subscript(key: String) -> ScriptLiteral? {
    guard case .object(let pairs) = self else { return nil }
    return pairs.first { $0.key == key }?.value
  }

  var text: String? {
    guard case .text(let text) = self else { return nil }
    return text
  }

  var list: [ScriptLiteral]? {
    guard case .list(let entries) = self else { return nil }
    return entries
  }

  private struct Parser {
    private static let maximumDepth = 50

    var rest: Substring.UTF8View

    init(_ rest: Substring.UTF8View) { self.rest = rest }

    /// A list or an object.
    mutating func structure() -> ScriptLiteral? {
      skip()
      guard rest.first == UInt8(ascii: "{") || rest.first == UInt8(ascii: "[") else { return nil }
      return value(depth: 0)
    }

    private mutating func value(depth: Int) -> ScriptLiteral? {
      skip()
      guard depth < Self.maximumDepth, let first = rest.first else { return nil }
      switch first {
      case UInt8(ascii: "["): return list(depth: depth)
      case UInt8(ascii: "{"): return object(depth: depth)
      case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "`"):
        return quoted().map(ScriptLiteral.text)
      default:
        let word = word()
        return word.isEmpty ? nil : .other(word)
      }
    }

    private mutating func list(depth: Int) -> ScriptLiteral? {
      rest.removeFirst()
      var entries: [ScriptLiteral] = []
      while true {
        skip()
        if take("]") { return .list(entries) }
        guard let entry = value(depth: depth + 1) else { return nil }
        entries.append(entry)
        skip()
        guard take(",") || rest.first == UInt8(ascii: "]") else { return nil }
      }
    }

    private mutating func object(depth: Int) -> ScriptLiteral? {
      rest.removeFirst()
      var pairs: [(key: String, value: ScriptLiteral)] = []
      while true {
        skip()
        if take("}") { return .object(pairs) }
        let isQuoted = rest.first.map { $0 == UInt8(ascii: "'") || $0 == UInt8(ascii: "\"") }
        guard let key = isQuoted == true ? quoted() : word(), !key.isEmpty || isQuoted == true
        else {
          return nil
        }
        skip()
        guard take(":"), let value = value(depth: depth + 1) else { return nil }
        pairs.append((key, value))
        skip()
        guard take(",") || rest.first == UInt8(ascii: "}") else { return nil }
      }
    }

    private mutating func take(_ mark: Unicode.Scalar) -> Bool {
      guard rest.first == UInt8(ascii: mark) else { return false }
      rest.removeFirst()
      return true
    }

    private mutating func quoted() -> String? {
      guard let quote = rest.popFirst() else { return nil }
      var bytes: [UInt8] = []
      while let byte = rest.popFirst() {
        if byte == quote { return String(decoding: bytes, as: UTF8.self) }
        if byte == UInt8(ascii: "\\"), let escaped = rest.popFirst() {
          bytes.append(escaped == UInt8(ascii: "n") ? 0x0A : escaped)
        } else {
          bytes.append(byte)
        }
      }
      return nil
    }

    private mutating func word() -> String {
      let word = rest.prefix { byte in
        byte >= 0x80 || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
          || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
          || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
      }
      rest.removeFirst(word.count)
      return String(decoding: word, as: UTF8.self)
    }

    /// Skips white space and remarks.
    private mutating func skip() {
      while let byte = rest.first {
        if byte <= 0x20 {
          rest.removeFirst()
        } else if rest.starts(with: "//".utf8) {
          rest = rest.drop { $0 != 0x0A }
        } else if rest.starts(with: "/*".utf8) {
          rest.removeFirst(2)
          while !rest.isEmpty, !rest.starts(with: "*/".utf8) { rest.removeFirst() }
          rest = rest.dropFirst(2)
        } else {
          return
        }
      }
    }
  }
}
