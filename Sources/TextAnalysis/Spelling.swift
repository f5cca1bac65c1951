/// Ways in which a word may have been typed other than it is written: another keyboard layout,
/// another alphabet. Data, so that the browser applies the same.
package enum Spelling {
  /// Keys of the same place on an English and on a Russian keyboard.
  package static let latinKeys = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"
  package static let cyrillicKeys = "йцукенгшщзхъфывапролджэячсмитьбюё"

  /// Latin spellings of Cyrillic letters, longer ones first.
  package static let transliterations =
    "shch>щ sch>щ yo>е jo>е zh>ж kh>х ts>ц ch>ч sh>ш yu>ю ju>ю ya>я ja>я ye>е je>е a>а b>б v>в "
    + "w>в g>г d>д e>е z>з i>и j>й y>ы k>к l>л m>м n>н o>о p>п r>р s>с t>т u>у f>ф h>х c>ц x>кс q>к"

  private static let toCyrillic = keyMap(from: latinKeys, to: cyrillicKeys)
  private static let toLatin = keyMap(from: cyrillicKeys, to: latinKeys)
  private static let spellings: [(latin: [Unicode.Scalar], cyrillic: String)] =
    transliterations.split(separator: " ").map { rule in
      let parts = rule.split(separator: ">")
      return (Array(parts[0].unicodeScalars), String(parts[1]))
    }

  private static func keyMap(from: String, to: String) -> [Character: Character] {
    Dictionary(zip(from, to), uniquingKeysWith: { first, _ in first })
  }

  /// What was meant when the keyboard was switched to the other of the two layouts.
  ///
  ///     Spelling.otherLayout("rfhnf")  // "карта"
  ///
  /// - Returns: Nil when the text holds no letter of either layout.
  package static func otherLayout(_ text: String) -> String? {
    let lower = text.lowercased()
    let map = lower.unicodeScalars.contains { (0x430...0x44F).contains($0.value) || $0 == "ё" }
      ? toLatin : toCyrillic
    let result = String(lower.map { map[$0] ?? $0 })
    return result == lower ? nil : result
  }

  /// A word of Latin letters in Cyrillic.
  ///
  ///     Spelling.cyrillic("mashina")  // "машина"
  package static func cyrillic(_ form: String) -> String? {
    let scalars = Array(form.unicodeScalars)
    guard scalars.allSatisfy({ $0.isASCII }), scalars.contains(where: { !("0"..."9" ~= $0) })
    else { return nil }
    var result = ""
    var index = 0
    while index < scalars.count {
      if let rule = spellings.first(where: { scalars[index...].starts(with: $0.latin) }) {
        result += rule.cyrillic
        index += rule.latin.count
      } else {
        result.unicodeScalars.append(scalars[index])
        index += 1
      }
    }
    return result
  }
}
