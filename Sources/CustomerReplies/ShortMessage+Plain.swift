import Foundation
import TextAnalysis

extension ShortMessage {
  /// The text in letters without marks and in plain punctuation, when that makes it fit the GSM
  /// alphabet; nil when it does already, or cannot, as Cyrillic can't.
  ///
  ///     ShortMessage("Stań 5 m od auta – już").withoutMarks?.text  // "Stan 5 m od auta - juz"
  package var withoutMarks: ShortMessage? {
    guard alphabet == .ucs2 else { return nil }
    var plain = ""
    for character in text {
      if character.unicodeScalars.allSatisfy(Self.isGSM) {
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

  /// Characters that aren't a letter with a mark.
  private static let replacements: [Character: String] = [
    "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "œ": "oe", "Œ": "OE", "þ": "th", "ð": "d",
    "–": "-", "—": "-", "‑": "-", "−": "-", "„": "\"", "”": "\"", "“": "\"", "«": "\"",
    "»": "\"", "’": "'", "‘": "'", "‚": "'", "…": "...", "\u{A0}": " ", "\u{202F}": " ",
    "•": "-", "·": "-", "×": "x", "→": ">", "ç": "c", "°": " deg", "\t": " ", "\r\n": "\n",
  ]
}
