/// A word of a text in its folded form, and where it stands.
package struct Token: Hashable, Sendable {
  /// Folded: `zazolc`.
  package let form: String
  /// UTF-8 offsets of the word in the text.
  package let range: Range<Int>
}

/// Cuts text into words and folds them: runs of letters and digits; Chinese and Japanese, which
/// have no spaces, into pairs of characters.
///
///     Tokenizer.tokens(in: "Gdzie jest moja KARTA?").map(\.form)  // ["gdzie", "jest", "moja", "karta"]
package enum Tokenizer {
  /// A word longer than this is no word; the rest is left out, as in the browser.
  package static let maximumLength = 40

  /// - Complexity: O(*n*) in the length of the text.
  package static func tokens(in text: String) -> [Token] { tokens(in: Array(text.utf8)) }

  /// - Parameter text: valid UTF-8.
  package static func tokens(in text: [UInt8]) -> [Token] {
    var scanner = TokenScanner(text)
    var tokens: [Token] = []
    while let range = scanner.next() {
      tokens.append(Token(form: String(decoding: scanner.form, as: UTF8.self), range: range))
    }
    return tokens
  }

  /// Han, Hiragana and Katakana.
  package static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3041...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x323AF: true
    default: false
    }
  }
}

/// Reads one token after another; the form's storage is used again, so that indexing makes no
/// string for a word.
///
///     var scanner = TokenScanner(Array("Zwrot kaucji".utf8))
///     while let range = scanner.next() { … scanner.form … }
package struct TokenScanner {
  /// The folded form of the last token, in UTF-8.
  package private(set) var form: [UInt8] = []
  private let text: [UInt8]
  private var position = 0
  /// The character at `position` was the second of a pair already.
  private var isPaired = false
  private let ascii = Self.ascii

  /// Lower-case letters and digits for ASCII, 0 for all else.
  private static let ascii: [UInt8] = (0..<128).map { byte in
    switch UInt8(byte) {
    case 48...57, 97...122: UInt8(byte)
    case 65...90: UInt8(byte + 32)
    default: 0
    }
  }

  /// - Parameter text: valid UTF-8, as `String.utf8` gives it.
  package init(_ text: [UInt8]) {
    self.text = text
    form.reserveCapacity(64)
  }

  /// The place of the next token, whose form is then in `form`.
  ///
  /// - Complexity: O(*n*) in the length of the token and of what stands before it.
  package mutating func next() -> Range<Int>? {
    form.removeAll(keepingCapacity: true)
    var length = 0
    var start = 0
    var end = 0
    while position < text.count {
      let byte = text[position]
      if byte < 0x80 {
        isPaired = false
        let folded = ascii[Int(byte)]
        if folded != 0 {
          if length == 0 { start = position }
          if length < Tokenizer.maximumLength { form.append(folded) }
          length += 1
          position += 1
          end = position
          continue
        }
        // An apostrophe within a word is left out: don't, driver's.
        if length > 0, !(byte == 0x27 && length >= 3) { return start..<end }
        position += 1
        continue
      }
      let (scalar, width) = Self.decode(text, at: position)
      if Tokenizer.isIdeograph(scalar) {
        if length > 0 { return start..<end }
        if let pair = ideographs(scalar, width) { return pair }
        continue
      }
      isPaired = false
      let entry = Folding.entry(for: scalar)
      if entry == Folding.ignorable {
        // и and a separate breve are й, which is a letter of its own.
        if scalar.value == 0x306, form.last == 0xB8, form.dropLast().last == 0xD0 {
          form[form.count - 1] = 0xB9
        }
        if length > 0 { end = position + width }
      } else if entry == Folding.separator {
        if length > 0, !(scalar.value == 0x2019 && length >= 3) { return start..<end }
      } else {
        if length == 0 { start = position }
        if length < Tokenizer.maximumLength { Folding.append(entry, to: &form) }
        length += 1
        end = position + width
      }
      position += width
    }
    return length > 0 ? start..<end : nil
  }

  /// A character with the one after it, or alone if there is none; nil for the last of a run.
  private mutating func ideographs(_ scalar: Unicode.Scalar, _ width: Int) -> Range<Int>? {
    let start = position
    position += width
    if position < text.count, text[position] >= 0x80 {
      let (second, secondWidth) = Self.decode(text, at: position)
      if Tokenizer.isIdeograph(second) {
        isPaired = true
        form.append(contentsOf: text[start..<position + secondWidth])
        return start..<position + secondWidth
      }
    }
    defer { isPaired = false }
    guard !isPaired else { return nil }
    form.append(contentsOf: text[start..<position])
    return start..<position
  }

  private static func decode(_ text: [UInt8], at position: Int) -> (Unicode.Scalar, Int) {
    func rest(_ offset: Int) -> UInt32 {
      position + offset < text.count ? UInt32(text[position + offset] & 0x3F) : 0
    }
    let first = UInt32(text[position])
    let (value, width): (UInt32, Int) =
      switch first {
      case 0xC0..<0xE0: ((first & 0x1F) << 6 | rest(1), 2)
      case 0xE0..<0xF0: ((first & 0x0F) << 12 | rest(1) << 6 | rest(2), 3)
      case 0xF0...: ((first & 0x07) << 18 | rest(1) << 12 | rest(2) << 6 | rest(3), 4)
      default: (first, 1)
      }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", width)
  }
}
