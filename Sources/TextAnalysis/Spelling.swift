/// Ways in which a word may have been typed other than it is written: another keyboard layout,
/// another alphabet. Data, so that the browser applies the same.
package enum Spelling {
  /// Keys of the same place on two keyboards: English and Russian (the shifted signs last), and
  /// those that are exchanged on Central European ones.
  package static let layouts = [
    [
      "qwertyuiop[]asdfghjkl;'zxcvbnm,.`{}:\"<>~", "йцукенгшщзхъфывапролджэячсмитьбюёхъжэбюё",
    ],
    ["yz", "zy"],
  ]

  /// Latin spellings of Cyrillic letters, longer ones first.
  package static let transliterations =
    "schet>счет schyot>счет shch>щ sch>щ aya>ая oya>оя eya>ея iya>ия uya>уя yo>е jo>е zh>ж kh>х ts>ц tc>ц ch>ч sh>ш yu>ю "
    + "ju>ю ya>я ja>я ye>е je>е ay>ай ey>ей oy>ой uy>уй iy>ий yy>ый a>а b>б v>в w>в g>г d>д e>е z>з "
    + "i>и j>й y>ы k>к l>л m>м n>н o>о p>п r>р s>с t>т u>у f>ф h>х c>ц x>кс q>к"

  /// By layout, either way, and scalar: what is on the key; 0 for a scalar that is on none.
  private static let keyMaps: [[UInt32]] = layouts.flatMap { keys in
    [(keys[0], keys[1]), (keys[1], keys[0])].map { from, to in
      var map = [UInt32](repeating: 0, count: 0x460)
      for (from, to) in zip(from.unicodeScalars, to.unicodeScalars) where map[Int(from.value)] == 0
      {
        map[Int(from.value)] = to.value
      }
      return map
    }
  }
  private static let spellings: [(latin: [UInt8], cyrillic: [UInt8])] =
    transliterations.split(separator: " ").map { rule in
      let parts = rule.split(separator: ">")
      return (Array(parts[0].utf8), Array(parts[1].utf8))
    }

  /// A text with the signs from @ to _, which take one byte, for the letters from а to я, which take
  /// two; and those for these.
  ///
  ///     Spelling.exchanged("Где КАРТА @ карта")  // "ГDE КАРТА а J@PR@"
  ///
  /// - Complexity: O(*n*).
  package static func exchanged(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for letter in text.unicodeScalars {
      let other: UInt32 =
        switch letter.value {
        case 0x40...0x5F: letter.value + 0x3F0
        case 0x430...0x44F: letter.value - 0x3F0
        default: letter.value
        }
      result.append(Unicode.Scalar(other) ?? letter)
    }
    return String(result)
  }

  /// What may have been meant when the keyboard had another layout, the likeliest first.
  ///
  ///     Spelling.otherLayouts(of: "rfhnf")  // ["карта"]
  ///
  /// - Complexity: O(*n*).
  package static func otherLayouts(of text: String) -> [String] {
    let typed = text.unicodeScalars.map { scalar in
      switch scalar.value {
      case 0x41...0x5A: scalar.value + 32
      case ..<0x80: scalar.value
      default: (scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar).value
      }
    }
    var found: [[UInt32]] = []
    for map in keyMaps {
      let meant = typed.map { scalar in
        let other = Int(scalar) < map.count ? map[Int(scalar)] : 0
        return other == 0 ? scalar : other
      }
      if meant != typed, !found.contains(meant) { found.append(meant) }
    }
    return found.map { meant in
      var text = ""
      for scalar in meant {
        if let scalar = Unicode.Scalar(scalar) { text.unicodeScalars.append(scalar) }
      }
      return text
    }
  }

  /// A word of Latin letters in Cyrillic.
  ///
  ///     Spelling.cyrillic("mashina")  // "машина"
  ///
  /// - Parameter form: folded.
  /// - Returns: Nil unless it holds a Latin letter, and nothing but those and digits.
  package static func cyrillic(_ form: String) -> String? {
    let letters = Array(form.utf8)
    guard letters.allSatisfy({ $0 < 0x80 }), letters.contains(where: { !(48...57 ~= $0) })
    else { return nil }
    var result: [UInt8] = []
    var index = 0
    while index < letters.count {
      if let rule = spellings.first(where: { letters[index...].starts(with: $0.latin) }) {
        result += rule.cyrillic
        index += rule.latin.count
      } else {
        result.append(letters[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
