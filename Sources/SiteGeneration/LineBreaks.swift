import KnowledgeBase

/// Keeps on one line what readers expect there, by spaces that no line ends at.
///
/// - A number keeps its groups of digits, `+371 6000 0112`, and a short word for what is counted,
///   `130 zł`, `2 days`.
/// - A dash between words doesn't begin a line.
/// - In Slavic languages a word of one letter doesn't end a line: `w domu`, `в дом`.
///
/// Source: Polish and Russian rules of typesetting (PN-83/P-55366; Мильчин, Чельцова: Справочник
/// издателя и автора, § 14).
struct LineBreaks {
  private static let withoutLoneLetters: Set<String> = ["be", "cs", "pl", "ru", "sk", "uk"]
  /// A longer word after a number stands for itself.
  private static let longestUnit = 4
  private static let unbreakableSpace = "\u{A0}".utf8
  private static let verbatim: [StaticString] = ["pre", "code"]

  private let keepsLoneLetters: Bool

  init(in language: Language) {
    keepsLoneLetters = Self.withoutLoneLetters.contains(language.primary)
  }

  /// - Returns: `html` with other spaces in its texts, but for code.
  /// - Complexity: O(*n*) in the length of the text.
  func set(in html: String) -> String {
    var text = html
    let changed: [UInt8]? = text.withUTF8 { bytes in
      var output: [UInt8] = []
      var copied = 0
      var position = 0
      while position < bytes.count {
        switch bytes[position] {
        // The letters of all alphabets: most of the text, and told by one comparison.
        case UInt8(ascii: "=")...: position &+= 1
        case UInt8(ascii: "<"): position = Self.end(ofTagAt: position, in: bytes)
        case UInt8(ascii: " "), UInt8(ascii: "\n"):
          if keepsTogether(around: position, in: bytes) {
            output += bytes[copied..<position]
            output += Self.unbreakableSpace
            copied = position + 1
          }
          position += 1
        default: position += 1
        }
      }
      return copied > 0 ? output + bytes[copied...] : nil
    }
    return changed.map { String(decoding: $0, as: UTF8.self) } ?? html
  }

  private typealias Bytes = Slice<UnsafeBufferPointer<UInt8>>

  /// Whether no line may end at a space.
  private func keepsTogether(
    around space: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard space > 0, space + 1 < bytes.count else { return false }
    let next = bytes[space + 1]
    if Self.isDigit(bytes[space - 1]) {
      if Self.isDigit(next) || Self.beginsWithUnit(bytes[(space + 1)...]) { return true }
    }
    if next == 0xE2, Self.beginsWithDash(bytes[(space + 1)...]) { return true }
    return keepsLoneLetters && Self.endsInLoneLetter(bytes[..<space])
  }

  private static func beginsWithUnit(_ text: Bytes) -> Bool {
    let unit = text.prefix(4 * longestUnit + 1).prefix {
      isLetter($0) || $0 == UInt8(ascii: "%")
    }
    let end = text.dropFirst(unit.count).first
    return !unit.isEmpty && unit.count { $0 & 0xC0 != 0x80 } <= longestUnit
      && end.map(isDigit) != true
  }

  /// U+2013 or U+2014, and then a space.
  private static func beginsWithDash(_ text: Bytes) -> Bool {
    let start = Array(text.prefix(4))
    return start.count == 4 && start[1] == 0x80 && (start[2] == 0x93 || start[2] == 0x94)
      && isSpace(start[3])
  }

  private static func endsInLoneLetter(_ text: Bytes) -> Bool {
    let letter = text.suffix(2)
    guard let last = letter.last, isLetter(last), !letter.isEmpty else { return false }
    let size = last < 0x80 ? 1 : 2
    guard size == 1 || letter.first.map({ (0xC3...0xD4).contains($0) }) == true else {
      return false
    }
    return text.dropLast(size).last.map {
      isSpace($0) || $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "(")
    } ?? true
  }

  /// Where the text goes on after a tag, or after what stands as it is.
  private static func end(ofTagAt start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let tag = bytes[(start + 1)...]
    let end = tag.firstIndex(of: UInt8(ascii: ">")) ?? bytes.count - 1
    guard let name = verbatim.first(where: { $0.withUTF8Buffer { tag.starts(with: $0) } }) else {
      return end + 1
    }
    let close = Array("</\(name)>".utf8)
    var position = end + 1
    while position < bytes.count, !bytes[position...].starts(with: close) { position += 1 }
    return position
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A }
  /// Also of other alphabets, and signs of currencies.
  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x61...0x7A).contains(byte | 0x20)
  }
}
