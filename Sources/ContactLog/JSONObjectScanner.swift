/// Finds the members of one JSON object (RFC 8259), without making values of them.
///
/// Members of inner objects get their path as name: `{"via": {"channel": "mail"}}` has a member
/// `via.channel`. Arrays of objects are passed over. A line break inside a string is a fault, so
/// that a quote that isn't closed costs no more than its object.
struct JSONObjectScanner {
  struct Member {
    let path: String
    let value: FieldSlice
  }

  enum Outcome: Equatable {
    /// It ends before this index.
    case object(end: Int)
    /// It goes on beyond the bytes that are here.
    case needsMore
    /// Something else stands at this index.
    case fault(at: Int)
  }

  /// Deeper nesting than any export has; it keeps a hostile line from using up the stack.
  private static let deepest = 32
  /// What exports wrap their array of contacts in: `{"tickets": [{…`.
  private static let arrayNames = [
    "tickets", "issues", "conversations", "contacts", "cases", "results", "data", "items",
    "records", "rows", "value", "values",
  ]

  private let bytes: [UInt8]
  private var index: Int
  private(set) var members: [Member] = []

  private init(_ bytes: [UInt8], from start: Int) {
    self.bytes = bytes
    index = start
  }

  /// The members in their order of the object that begins at `start`.
  ///
  /// - Complexity: O(*n*), *n* the bytes of the object.
  static func scan(
    _ bytes: [UInt8], from start: Int, isLast: Bool
  ) -> (outcome: Outcome, members: [Member]) {
    var scanner = JSONObjectScanner(bytes, from: start)
    if scanner.object(prefix: "", depth: 1) {
      return (.object(end: scanner.index), scanner.members)
    }
    let isCut = scanner.index >= bytes.count && !isLast
    return (isCut ? .needsMore : .fault(at: min(scanner.index, bytes.count)), [])
  }

  /// Where the elements begin, if a member of the object is an array of contacts, and those before it
  /// say nothing that a contact would: `{"type": "conversation.list", "conversations": [{…`.
  static func memberArray(of bytes: [UInt8], from start: Int) -> Int? {
    var scanner = JSONObjectScanner(bytes, from: start)
    guard scanner.take("{") else { return nil }
    repeat {
      scanner.skipSpaces()
      guard let name = scanner.string(), let key = FieldText.decode(name, in: bytes) else {
        return nil
      }
      scanner.skipSpaces()
      guard scanner.take(":") else { return nil }
      scanner.skipSpaces()
      if arrayNames.contains(key), let first = scanner.firstObjectOfArray() {
        let before = ColumnMapping(headers: scanner.members.map(\.path), chosen: [:])
        let isContact = [.id, .time, .reason, .details].contains { before.columns[$0] != nil }
        return isContact ? nil : first
      }
      guard scanner.value(path: key, depth: 1) else { return nil }
      scanner.skipSpaces()
    } while scanner.take(",")
    return nil
  }

  /// Where an array's elements begin, if they are objects or there are none.
  private func firstObjectOfArray() -> Int? {
    var scanner = self
    guard scanner.take("[") else { return nil }
    let first = scanner.index
    scanner.skipSpaces()
    return scanner.take("{") || scanner.take("]") ? first : nil
  }

  private mutating func object(prefix: String, depth: Int) -> Bool {
    guard depth <= Self.deepest, take("{") else { return false }
    skipSpaces()
    if take("}") { return true }
    repeat {
      skipSpaces()
      guard let name = string(),
        let key = FieldText.decode(name, in: bytes)
      else { return false }
      skipSpaces()
      guard take(":") else { return false }
      skipSpaces()
      guard value(path: prefix.isEmpty ? key : prefix + "." + key, depth: depth) else {
        return false
      }
      skipSpaces()
    } while take(",")
    return take("}")
  }

  private mutating func value(path: String, depth: Int) -> Bool {
    guard index < bytes.count else { return false }
    let start = index
    switch bytes[index] {
    case UInt8(ascii: "{"):
      return object(prefix: path, depth: depth + 1)
    case UInt8(ascii: "["):
      guard skipArray(depth: depth + 1) else { return false }
      members.append(
        Member(path: path, value: FieldSlice(start: start, end: index, coding: .array)))
      return true
    default:
      guard let value = scalar() else { return false }
      members.append(Member(path: path, value: value))
      return true
    }
  }

  /// A string, number or word; null is absent.
  fileprivate mutating func scalar() -> FieldSlice? {
    if index < bytes.count, bytes[index] == UInt8(ascii: "\"") { return string() }
    let start = index
    while index < bytes.count, Self.isLiteral(bytes[index]) { index += 1 }
    guard index > start else { return nil }
    let literal = bytes[start..<index]
    if literal.elementsEqual("null".utf8) { return .absent }
    let isNumber = 0x30...0x39 ~= bytes[start] || bytes[start] == UInt8(ascii: "-")
    guard isNumber || literal.elementsEqual("true".utf8) || literal.elementsEqual("false".utf8)
    else { return nil }
    return FieldSlice(start: start, end: index, coding: .plain)
  }

  private mutating func string() -> FieldSlice? {
    guard take("\"") else { return nil }
    let start = index
    var isEscaped = false
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\""):
        index += 1
        return FieldSlice(start: start, end: index - 1, coding: isEscaped ? .escaped : .plain)
      case UInt8(ascii: "\\"):
        isEscaped = true
        index += 2
      case UInt8(ascii: "\n"):
        return nil
      default:
        index += 1
      }
    }
    return nil
  }

  private mutating func skipArray(depth: Int) -> Bool {
    guard depth <= Self.deepest, take("[") else { return false }
    skipSpaces()
    if take("]") { return true }
    repeat {
      skipSpaces()
      guard skipValue(depth: depth) else { return false }
      skipSpaces()
    } while take(",")
    return take("]")
  }

  private mutating func skipValue(depth: Int) -> Bool {
    guard index < bytes.count else { return false }
    if bytes[index] == UInt8(ascii: "[") { return skipArray(depth: depth + 1) }
    guard bytes[index] == UInt8(ascii: "{") else { return scalar() != nil }
    let kept = members.count
    defer { members.removeLast(members.count - kept) }
    return object(prefix: "", depth: depth + 1)
  }

  private mutating func skipSpaces() {
    while index < bytes.count, Self.isSpace(bytes[index]) { index += 1 }
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard index < bytes.count, UInt32(bytes[index]) == scalar.value else { return false }
    index += 1
    return true
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  private static func isLiteral(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "E"): true
    default: false
    }
  }
}

extension JSONObjectScanner {
  /// The strings and numbers directly in an array: `["a", 1, {}]` has `a` and `1`.
  static func elements(of array: FieldSlice, in bytes: [UInt8]) -> [FieldSlice] {
    var scanner = JSONObjectScanner(bytes, from: array.start)
    var elements: [FieldSlice] = []
    guard scanner.take("[") else { return [] }
    repeat {
      scanner.skipSpaces()
      if let scalar = scanner.scalar() {
        elements.append(scalar)
      } else if !scanner.skipValue(depth: 1) {
        break
      }
      scanner.skipSpaces()
    } while scanner.take(",")
    return elements
  }
}
