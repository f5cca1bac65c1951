import KnowledgeBase

/// Keeps what is read from the left in its order where text is read from the right: phone numbers,
/// addresses and code. Without, `+371 6000 0112` stands there as `0112 6000 371+`.
///
///     LeftToRightParts(in: arabic)?.marked(in: "<p>اتصل +371 6000 0112</p>")
///     // "<p>اتصل <bdi dir="ltr">+371 6000 0112</bdi></p>"
///
/// Source: Unicode Standard Annex 9, which orders digits and signs by the letters around them.
struct LeftToRightParts {
  private static let leftToRight = " dir=\"ltr\"".utf8
  private static let opening = "<bdi dir=\"ltr\">".utf8
  private static let closing = "</bdi>".utf8
  /// U+2066 and U+2069, which do the same in texts that can't hold elements.
  private static let isolate = (opening: "\u{2066}".utf8, closing: "\u{2069}".utf8)

  /// Nil for a language that is read from the left.
  init?(in language: Language) {
    guard language.isRightToLeft else { return nil }
  }

  /// - Returns: HTML in which these parts have a direction of their own.
  /// - Complexity: O(*n*) in the length of the text.
  func marked(in html: String) -> String {
    var text = html
    let marked = text.withUTF8 { bytes in
      var output = Output()
      var position = 0
      while position < bytes.count {
        guard bytes[position] == UInt8(ascii: "<") else {
          position = output.number(at: position, in: bytes, Self.opening, Self.closing)
          continue
        }
        let tag = bytes[position...]
        let end = tag.firstIndex(of: UInt8(ascii: ">")) ?? bytes.count - 1
        if tag.starts(with: "<pre".utf8) {
          position = Self.end(of: "</pre>", from: end, in: bytes)
        } else if tag.starts(with: "<code>".utf8) {
          output.insert(Self.leftToRight, at: position + "<code".utf8.count, in: bytes)
          position = Self.end(of: "</code>", from: end, in: bytes)
        } else if tag.starts(with: "<a ".utf8), Self.isAddress(bytes[(end + 1)...]) {
          output.insert(Self.leftToRight, at: position + "<a".utf8.count, in: bytes)
          position = Self.end(of: "</a>", from: end, in: bytes)
        } else {
          position = end + 1
        }
      }
      return output.text(of: bytes)
    }
    return marked ?? html
  }

  /// - Returns: plain text in which phone numbers have a direction of their own.
  func isolated(in text: String) -> String {
    var copy = text
    let isolated = copy.withUTF8 { bytes in
      var output = Output()
      var position = 0
      while position < bytes.count {
        position = output.number(
          at: position, in: bytes, Self.isolate.opening, Self.isolate.closing)
      }
      return output.text(of: bytes)
    }
    return isolated ?? text
  }

  private typealias Bytes = Slice<UnsafeBufferPointer<UInt8>>

  private static func end(
    of mark: StaticString, from start: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Int {
    mark.withUTF8Buffer { mark in
      ByteSearch.firstOffset(of: mark, in: bytes, from: start).map { $0 + mark.count }
        ?? bytes.count
    }
  }

  /// Whether a link shows an address: `help@example.com`, `example.com/chat`.
  private static func isAddress(_ text: Bytes) -> Bool {
    let shown = text.prefix { $0 != UInt8(ascii: "<") }
    let signs = [UInt8(ascii: "@"), UInt8(ascii: "."), UInt8(ascii: "/")]
    return !shown.isEmpty && shown.allSatisfy { (0x21..<0x7F).contains($0) }
      && shown.contains(where: signs.contains)
  }
}

/// A text with something put in between.
private struct Output {
  private var bytes: [UInt8] = []
  private var copied = 0

  mutating func insert(
    _ added: String.UTF8View, at place: Int, in text: UnsafeBufferPointer<UInt8>
  ) {
    bytes += text[copied..<place]
    bytes += added
    copied = place
  }

  /// Puts a phone number that begins at `start` between two marks.
  ///
  /// - Returns: where the text goes on.
  mutating func number(
    at start: Int, in text: UnsafeBufferPointer<UInt8>, _ opening: String.UTF8View,
    _ closing: String.UTF8View
  ) -> Int {
    guard PhoneNumber.mayBegin(at: start, in: text) else { return start + 1 }
    guard let end = PhoneNumber.end(from: start, in: text) else { return start + 1 }
    insert(opening, at: start, in: text)
    insert(closing, at: end, in: text)
    return end
  }

  /// Nil where nothing was put in.
  func text(of text: UnsafeBufferPointer<UInt8>) -> String? {
    copied == 0 ? nil : String(decoding: bytes + text[copied...], as: UTF8.self)
  }
}

/// Digits in groups as phone numbers have them: at least two after a bracket or a zero, else three;
/// after a plus one will do. Years in a row are none.
private enum PhoneNumber {
  private static let digits = 7...15
  private static let separators = " -/.".utf8
  /// U+00A0, U+202F and U+2011: spaces and a hyphen at which no line ends.
  private static let unbreakable: [[UInt8]] = [
    [0xC2, 0xA0], [0xE2, 0x80, 0xAF], [0xE2, 0x80, 0x91],
  ]

  private struct Groups {
    var end: Int
    var count = 0
    var digits = 0
    var years = 0
  }

  static func mayBegin(at start: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    let first = text[start]
    guard isDigit(first) || first == UInt8(ascii: "+") || first == UInt8(ascii: "(") else {
      return false
    }
    guard start > 0 else { return true }
    let before = text[start - 1]
    let isLetter = (0x61...0x7A).contains(before | 0x20)
    return !isLetter && !isDigit(before) && before != UInt8(ascii: "#")
  }

  /// Nil where there is none.
  static func end(from start: Int, in text: UnsafeBufferPointer<UInt8>) -> Int? {
    let first = text[start]
    // What stands in a bracket counts once it is closed.
    var groups = Groups(end: start)
    var inBracket: Groups?
    var position = first == UInt8(ascii: "+") ? start + 1 : start
    while position < text.count {
      let byte = text[position]
      if isDigit(byte) {
        let end = text[position...].firstIndex { !isDigit($0) } ?? text.count
        var own = inBracket ?? groups
        own.end = end
        own.count += 1
        own.digits += end - position
        if isYear(text[position..<end]) { own.years += 1 }
        if inBracket == nil { groups = own } else { inBracket = own }
        position = end
      } else if byte == UInt8(ascii: "("), inBracket == nil {
        inBracket = groups
        position += 1
      } else if byte == UInt8(ascii: ")"), let closed = inBracket {
        (groups, inBracket) = (closed, nil)
        position += 1
        groups.end = position
      } else {
        let length = separator(at: position, in: text)
        if length == 0 { break }
        position += length
      }
    }
    let least = first == UInt8(ascii: "+") ? 1 : first <= UInt8(ascii: "0") ? 2 : 3
    return digits.contains(groups.digits) && groups.count >= least && groups.years < groups.count
      ? groups.end : nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isYear(_ group: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    group.count == 4 && (group.starts(with: "19".utf8) || group.starts(with: "20".utf8))
  }

  /// How many bytes long a sign between groups is; 0 for anything else.
  private static func separator(at place: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
    if separators.contains(text[place]) { return 1 }
    return unbreakable.first { text[place...].starts(with: $0) }?.count ?? 0
  }
}
