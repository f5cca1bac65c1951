/// Finds the members of a JSON object on one line, without making values of them.
///
/// Members of inner objects get their path as name: `{"via": {"channel": "mail"}}` has a member
/// `via.channel`. Arrays of objects are passed over.
struct JSONObjectScanner {
  struct Member {
    let path: String
    let value: FieldSlice
  }

  /// Deeper nesting than any export has; it keeps a hostile line from using up the stack.
  private static let deepest = 32

  private let bytes: [UInt8]
  private let end: Int
  private var index: Int
  private(set) var members: [Member] = []

  init(_ bytes: [UInt8], in range: Range<Int>) {
    self.bytes = bytes
    index = range.lowerBound
    end = range.upperBound
  }

  /// The members in their order, or nil if the line isn't one well-formed object.
  ///
  /// - Complexity: O(*n*), *n* the bytes of the line.
  static func members(of bytes: [UInt8], in range: Range<Int>) -> [Member]? {
    var scanner = JSONObjectScanner(bytes, in: range)
    scanner.skipSpaces()
    guard scanner.object(prefix: "", depth: 1) else { return nil }
    scanner.skipSpaces()
    return scanner.index == scanner.end ? scanner.members : nil
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
    guard index < end else { return false }
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
    if index < end, bytes[index] == UInt8(ascii: "\"") { return string() }
    let start = index
    while index < end, Self.isLiteral(bytes[index]) { index += 1 }
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
    while index < end {
      switch bytes[index] {
      case UInt8(ascii: "\""):
        index += 1
        return FieldSlice(start: start, end: index - 1, coding: isEscaped ? .escaped : .plain)
      case UInt8(ascii: "\\"):
        isEscaped = true
        index += 2
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
    guard index < end else { return false }
    if bytes[index] == UInt8(ascii: "[") { return skipArray(depth: depth + 1) }
    guard bytes[index] == UInt8(ascii: "{") else { return scalar() != nil }
    let kept = members.count
    defer { members.removeLast(members.count - kept) }
    return object(prefix: "", depth: depth + 1)
  }

  private mutating func skipSpaces() {
    while index < end, [0x20, 0x09, 0x0D].contains(bytes[index]) { index += 1 }
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard index < end, UInt32(bytes[index]) == scalar.value else { return false }
    index += 1
    return true
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
    var scanner = JSONObjectScanner(bytes, in: array.start..<array.end)
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
