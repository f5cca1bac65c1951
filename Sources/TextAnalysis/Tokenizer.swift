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
  package static func tokens(in text: String) -> [Token] {
    var tokens: [Token] = []
    var form = String.UnicodeScalarView()
    var length = 0
    var start = 0
    var offset = 0
    var ideographs: [(scalar: Unicode.Scalar, offset: Int)] = []

    func endWord(at end: Int) {
      if length > 0 { tokens.append(Token(form: String(form), range: start..<end)) }
      form = String.UnicodeScalarView()
      length = 0
    }
    func endIdeographs() {
      guard let last = ideographs.last else { return }
      if ideographs.count == 1 {
        tokens.append(Token(form: String(last.scalar), range: last.offset..<last.offset + 3))
      }
      for (first, second) in zip(ideographs, ideographs.dropFirst()) {
        tokens.append(
          Token(
            form: String(first.scalar) + String(second.scalar),
            range: first.offset..<second.offset + UTF8.width(second.scalar)))
      }
      ideographs = []
    }

    for scalar in text.unicodeScalars {
      let width = UTF8.width(scalar)
      let entry = Folding.entry(for: scalar)
      if isIdeograph(scalar) {
        endWord(at: offset)
        ideographs.append((scalar, offset))
      } else if entry == Folding.ignorable {
        // и and a separate breve are й, which is a letter of its own.
        if scalar.value == 0x306, form.last == "и" {
          form.removeLast()
          form.append("й")
        }
      } else if entry == Folding.separator {
        let isApostrophe = scalar == "'" || scalar == "\u{2019}"
        if !(isApostrophe && length >= 3) { endWord(at: offset) }
        endIdeographs()
      } else {
        endIdeographs()
        if length == 0 { start = offset }
        if length < maximumLength { Folding.append(entry, to: &form) }
        length += 1
      }
      offset += width
    }
    endWord(at: offset)
    endIdeographs()
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
