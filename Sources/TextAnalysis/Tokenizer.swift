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
  private enum Step {
    case word(Range<Int>)
    case ideograph, end
  }

  /// The folded form of the last token, in UTF-8.
  package private(set) var form: [UInt8] = []
  let text: [UInt8]
  var position = 0
  /// The character at `position` was the second of a pair already.
  var isPaired = false
  let ascii = Self.ascii
  private let table = Folding.table

  /// The most bytes of a form: four a letter.
  private static let longestForm = 4 * Tokenizer.maximumLength

  /// Lower-case letters and digits for ASCII, 0 for all else.
  private static let ascii: [UInt8] = (0..<256).map { byte in
    switch UInt8(byte) {
    case 48...57, 97...122: UInt8(byte)
    case 65...90: UInt8(byte + 32)
    default: 0
    }
  }

  /// - Parameter text: valid UTF-8, as `String.utf8` gives it.
  package init(_ text: [UInt8]) {
    self.text = text
    form.reserveCapacity(Self.longestForm)
  }

  /// The place of the next token, whose form is then in `form`.
  ///
  /// - Complexity: O(*n*) in the length of the token and of what stands before it.
  package mutating func next() -> Range<Int>? {
    while true {
      form.removeAll(keepingCapacity: true)
      let start = position
      let step = Self.step(
        in: text, from: &position, ascii: ascii, table: table, form: &form)
      if position > start { isPaired = false }
      switch step {
      case .word(let range): return range
      case .ideograph: if let pair = ideographs() { return pair }
      case .end: return nil
      }
    }
  }

  /// Reads to the end of the next word, or to an ideograph before it.
  private static func step(
    in text: [UInt8], from position: inout Int, ascii: [UInt8], table: [UInt32],
    form: inout [UInt8]
  ) -> Step {
    let text = text.span
    let ascii = ascii.span
    let table = table.span
    var (place, length, start, end) = (position, 0, 0, 0)
    var isIdeograph = false
    form.append(addingCapacity: longestForm) { form in
      while place < text.count {
        let byte = text[place]
        let folded = ascii[Int(byte)]
        if folded != 0 {
          if length == 0 { start = place }
          if length < Tokenizer.maximumLength { form.append(folded) }
          length += 1
          place += 1
          end = place
          continue
        }
        if byte < 0x80 {
          // An apostrophe within a word is left out: don't, driver's.
          if length > 0, !(byte == 0x27 && length >= 3) { return }
          place += 1
          continue
        }
        let (scalar, width) = decode(text, at: place)
        let entry: UInt32
        if scalar < table.count {
          entry = table[Int(scalar)]
        } else {
          let other = Unicode.Scalar(scalar) ?? "\u{FFFD}"
          isIdeograph = Tokenizer.isIdeograph(other)
          if isIdeograph { return }
          entry = Folding.entry(for: other)
        }
        if entry == Folding.ignorable {
          // и and a separate breve are й, which is a letter of its own.
          if scalar == 0x306, form.count > 1, form[form.count - 1] == 0xB8,
            form[form.count - 2] == 0xD0
          {
            form[form.count - 1] = 0xB9
          }
          if length > 0 { end = place + width }
        } else if entry == Folding.separator {
          if length > 0, !(scalar == 0x2019 && length >= 3) { return }
        } else {
          if length == 0 { start = place }
          if length < Tokenizer.maximumLength {
            var utf8 = Folding.utf8(entry)
            while utf8 != 0 {
              form.append(UInt8(truncatingIfNeeded: utf8))
              utf8 >>= 8
            }
          }
          length += 1
          end = place + width
        }
        place += width
      }
    }
    position = place
    return length > 0 ? .word(start..<end) : isIdeograph ? .ideograph : .end
  }

  /// A character with the one after it, or alone if there is none; nil for the last of a run.
  private mutating func ideographs() -> Range<Int>? {
    let start = position
    position += Self.decode(text.span, at: start).width
    if position < text.count, text[position] >= 0x80 {
      let (second, width) = Self.decode(text.span, at: position)
      if let scalar = Unicode.Scalar(second), Tokenizer.isIdeograph(scalar) {
        isPaired = true
        form.append(contentsOf: text[start..<position + width])
        return start..<position + width
      }
    }
    defer { isPaired = false }
    guard !isPaired else { return nil }
    form.append(contentsOf: text[start..<position])
    return start..<position
  }

  private static func decode(
    _ text: Span<UInt8>, at position: Int
  ) -> (scalar: UInt32, width: Int) {
    func rest(_ offset: Int) -> UInt32 {
      position + offset < text.count ? UInt32(text[position + offset] & 0x3F) : 0
    }
    let first = UInt32(text[position])
    return switch first {
    case 0xC0..<0xE0: ((first & 0x1F) << 6 | rest(1), 2)
    case 0xE0..<0xF0: ((first & 0x0F) << 12 | rest(1) << 6 | rest(2), 3)
    case 0xF0...: ((first & 0x07) << 18 | rest(1) << 12 | rest(2) << 6 | rest(3), 4)
    default: (first, 1)
    }
  }
}
