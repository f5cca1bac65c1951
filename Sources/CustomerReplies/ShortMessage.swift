import Foundation

/// A text as a short message: its alphabet, and into how many segments it is cut and paid for.
///
///     ShortMessage("Zwrot: najwyżej 10 dni").alphabet    // .ucs2, because of ż
///     ShortMessage("Zwrot: najwyzej 10 dni").segments    // 1
///
/// GSM 03.38 (3GPP TS 23.038): 160 characters, or 153 a segment; as soon as one character isn't in
/// that alphabet, UCS-2 with 70 or 67. Characters of the extension table take two places; neither
/// they nor pairs of surrogates are cut in two.
package struct ShortMessage: Sendable, Equatable {
  package enum Alphabet: String, Sendable {
    case gsm7 = "GSM-7"
    case ucs2 = "UCS-2"

    /// Places in a message that is one segment.
    package var single: Int { self == .gsm7 ? 160 : 70 }
    /// Places in each segment of a longer one: the header that joins them takes the rest.
    package var joined: Int { self == .gsm7 ? 153 : 67 }
  }

  package let text: String
  package let alphabet: Alphabet
  /// 0 for an empty text.
  package let segments: Int
  /// Places taken, two for a character of the extension table or outside of the basic plane.
  package let places: Int
  /// Places free in the last segment.
  package let placesLeft: Int

  package init(_ text: String) {
    self.text = text
    let scalars = text.unicodeScalars
    let isGSM = scalars.allSatisfy { Self.basic.contains($0) || Self.extended.contains($0) }
    alphabet = isGSM ? .gsm7 : .ucs2
    let widths = scalars.map { scalar in
      isGSM ? Self.extended.contains(scalar) ? 2 : 1 : scalar.value > 0xFFFF ? 2 : 1
    }
    places = widths.reduce(0, +)
    if places <= alphabet.single {
      segments = places == 0 ? 0 : 1
      placesLeft = alphabet.single - places
    } else {
      var (full, used) = (0, 0)
      for width in widths {
        if used + width > alphabet.joined { (full, used) = (full + 1, 0) }
        used += width
      }
      segments = full + 1
      placesLeft = alphabet.joined - used
    }
  }

  /// The text in letters without marks and in plain punctuation, when that makes it fit the GSM
  /// alphabet; nil when it does already, or cannot, as Cyrillic can't.
  ///
  ///     ShortMessage("Stań 5 m od auta – już").withoutMarks?.text  // "Stan 5 m od auta - juz"
  package var withoutMarks: ShortMessage? {
    guard alphabet == .ucs2 else { return nil }
    var plain = ""
    for character in text {
      if character.unicodeScalars.allSatisfy({
        Self.basic.contains($0) || Self.extended.contains($0)
      }) {
        plain.append(character)
      } else if let replacement = Self.replacements[character] {
        plain += replacement
      } else {
        let base = String(character).decomposedStringWithCanonicalMapping.unicodeScalars.first
        guard let base, base.isASCII else { return nil }
        plain.unicodeScalars.append(base)
      }
    }
    return ShortMessage(plain)
  }

  private static let basic = Set(
    ("@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
      + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà").unicodeScalars)
  private static let extended = Set("\u{0C}^{}\\[~]|€".unicodeScalars)

  /// Characters that aren't a letter with a mark.
  private static let replacements: [Character: String] = [
    "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "œ": "oe", "Œ": "OE", "þ": "th", "ð": "d",
    "–": "-", "—": "-", "‑": "-", "−": "-", "„": "\"", "”": "\"", "“": "\"", "«": "\"",
    "»": "\"", "’": "'", "‘": "'", "‚": "'", "…": "...", "\u{A0}": " ", "\u{202F}": " ",
    "•": "-", "·": "-", "×": "x", "→": ">", "ç": "c", "°": " deg", "\t": " ", "\r\n": "\n",
  ]
}
