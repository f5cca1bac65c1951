/// Cuts HTML into tags and text, tolerant of what mail programs write: unclosed tags, stray `<`,
/// comments, capitals. What isn't shown to readers, as scripts and styles, is left out.
///
///     HTMLTokenizer("<p>A &amp; b</p>").map { … }  // .open("p"), .text("A & b"), .close("p")
///
/// - Complexity: O(*n*) in the length of the text.
struct HTMLTokenizer: Sequence, IteratorProtocol {
  enum Token: Equatable {
    case open(String, attributes: [String: String])
    case close(String)
    case text(String)
  }

  private let bytes: [UInt8]
  private var position = 0
  /// The element whose content is skipped until it is closed.
  private var skipped: String?

  private static let unseen: Set<String> = [
    "script", "style", "head", "title", "template", "noscript", "svg", "math", "object",
  ]

  init(_ html: String) {
    bytes = Array(html.utf8)
  }

  mutating func next() -> Token? {
    while position < bytes.count {
      let token = bytes[position] == UInt8(ascii: "<") ? markup() : text()
      guard let token else { continue }
      if let element = skipped {
        if token == .close(element) { skipped = nil }
        continue
      }
      if case .open(let name, _) = token, Self.unseen.contains(name) {
        skipped = name
        continue
      }
      return token
    }
    return nil
  }

  private mutating func text() -> Token? {
    let start = position
    while position < bytes.count, bytes[position] != UInt8(ascii: "<") { position += 1 }
    return .text(Self.decoded(String(decoding: bytes[start..<position], as: UTF8.self)))
  }

  private mutating func markup() -> Token? {
    if matches("<!--") {
      skip(past: "-->")
      return nil
    }
    let next = position + 1 < bytes.count ? bytes[position + 1] : 0
    if next == UInt8(ascii: "!") || next == UInt8(ascii: "?") {
      skip(past: ">")
      return nil
    }
    let isClosing = next == UInt8(ascii: "/")
    let nameStart = position + (isClosing ? 2 : 1)
    var end = nameStart
    while end < bytes.count, bytes[end].isNameByte { end += 1 }
    guard end > nameStart, bytes[nameStart].isASCIILetter else {
      position += 1
      return .text("<")
    }
    let name = String(decoding: bytes[nameStart..<end], as: UTF8.self).lowercased()
    position = end
    let attributes = attributes()
    return isClosing ? .close(name) : .open(name, attributes: attributes)
  }

  /// Reads attributes up to and with the closing `>`.
  private mutating func attributes() -> [String: String] {
    var attributes: [String: String] = [:]
    while position < bytes.count {
      while position < bytes.count, bytes[position].isSpaceOrSlash { position += 1 }
      guard position < bytes.count else { break }
      if bytes[position] == UInt8(ascii: ">") {
        position += 1
        break
      }
      let start = position
      while position < bytes.count, !bytes[position].endsAttributeName { position += 1 }
      let name = String(decoding: bytes[start..<position], as: UTF8.self).lowercased()
      if position == start { position += 1 }
      while position < bytes.count, bytes[position].isSpace { position += 1 }
      guard position < bytes.count, bytes[position] == UInt8(ascii: "=") else { continue }
      position += 1
      let value = attributeValue()
      if attributes[name] == nil { attributes[name] = Self.decoded(value) }
    }
    return attributes
  }

  private mutating func attributeValue() -> String {
    while position < bytes.count, bytes[position].isSpace { position += 1 }
    guard position < bytes.count else { return "" }
    let quote = bytes[position]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      let start = position
      while position < bytes.count, !bytes[position].isSpace,
        bytes[position] != UInt8(ascii: ">")
      { position += 1 }
      return String(decoding: bytes[start..<position], as: UTF8.self)
    }
    position += 1
    let start = position
    while position < bytes.count, bytes[position] != quote { position += 1 }
    defer { position = Swift.min(position + 1, bytes.count) }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private func matches(_ text: String) -> Bool {
    bytes[position...].starts(with: text.utf8)
  }

  private mutating func skip(past end: String) {
    while position < bytes.count, !matches(end) { position += 1 }
    position = Swift.min(position + end.utf8.count, bytes.count)
  }
}

extension HTMLTokenizer {
  private static let entities = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "copy": "©",
    "reg": "®", "hellip": "…", "ndash": "–", "mdash": "—", "lsquo": "‘", "rsquo": "’",
    "sbquo": "‚", "ldquo": "“", "rdquo": "”", "bdquo": "„", "laquo": "«", "raquo": "»",
    "euro": "€", "middot": "·", "bull": "•", "times": "×", "shy": "", "zwnj": "", "zwsp": "",
    "oacute": "ó", "Oacute": "Ó", "auml": "ä", "ouml": "ö", "uuml": "ü", "eacute": "é",
    "szlig": "ß", "rarr": "→", "larr": "←", "deg": "°", "sect": "§",
  ]

  /// Character references replaced; those that aren't known stay as they are.
  static func decoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    var decoded = ""
    var rest = text[...]
    while let start = rest.firstIndex(of: "&") {
      decoded += rest[..<start]
      rest = rest[start...]
      // The longest names that are known have six letters; numbers, seven digits.
      let window = rest.dropFirst().prefix(10)
      guard let end = window.firstIndex(of: ";"),
        let character = character(named: window[..<end])
      else {
        decoded += "&"
        rest = rest.dropFirst()
        continue
      }
      decoded += character
      rest = rest[rest.index(after: end)...]
    }
    return decoded + rest
  }

  private static func character(named name: Substring) -> String? {
    if let known = entities[String(name)] { return known }
    guard name.first == "#" else { return nil }
    let digits = name.dropFirst()
    let isHexadecimal = digits.first == "x" || digits.first == "X"
    let value = UInt32(isHexadecimal ? digits.dropFirst() : digits, radix: isHexadecimal ? 16 : 10)
    return value.flatMap(Unicode.Scalar.init).map { String(Character($0)) }
  }
}

extension UInt8 {
  fileprivate var isASCIILetter: Bool { 65...90 ~= self || 97...122 ~= self }
  fileprivate var isNameByte: Bool { isASCIILetter || 48...58 ~= self || self == 45 }
  fileprivate var isSpace: Bool { self == 32 || 9...13 ~= self }
  fileprivate var isSpaceOrSlash: Bool { isSpace || self == UInt8(ascii: "/") }
  fileprivate var endsAttributeName: Bool {
    isSpaceOrSlash || self == UInt8(ascii: "=") || self == UInt8(ascii: ">")
  }
}
