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
    let isGSM = scalars.allSatisfy(Self.isGSM)
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

  package static func isGSM(_ scalar: Unicode.Scalar) -> Bool {
    basic.contains(scalar) || extended.contains(scalar)
  }

  private static let basic = Set(
    ("@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
      + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà").unicodeScalars)
  private static let extended = Set("\u{0C}^{}\\[~]|€".unicodeScalars)
}
