/// Maps letters to the form that searching compares: lower case, without diacritics, `ё` as `е`.
///
/// A letter becomes its lower case, then the first letter of its canonical decomposition, then what
/// `groups` and `pairs` say; marks are left out. So composed and decomposed text fold alike, and a
/// browser, which has both mappings, needs the two short lists only. `й` stays a letter of its own.
/// Letters and digits of mathematical alphabets and of full width, which people write for their looks,
/// are those of ASCII.
///
///     Folding.fold("Zażółć")  // "zazolc"
///     Folding.fold("𝓡𝓮𝓯𝓾𝓷𝓭")  // "refund"
package enum Folding {
  /// Letters that have no decomposition; each group's first letter stands for all others in it.
  package static let groups = "dđð hħ iı kĸ lłŀ nŉŋ oø sſ tŧ гґ σς يى هة يی كک"

  /// Letters that stand for two or three.
  package static let pairs = "ßss æae œoe þth ĳij ǆdz ǉlj ǌnj ﬀff ﬁfi ﬂfl ﬃffi ﬄffl ﬅst ﬆst"

  /// Letters of mathematical alphabets that stand apart from the others of their alphabet.
  private static let letterlike =
    "bℬ cℂℭ eℯℰ fℱ gℊ hℋℌℍℎℏ iℐℑ lℒℓ mℳ nℕ oℴ pℙ qℚ rℛℜℝ zℤℨ"

  /// The letter that has a decomposition and keeps it.
  package static let kept: Unicode.Scalar = "й"

  /// Entries of the table: a folded scalar, or one of these two, or up to three ASCII letters.
  static let separator: UInt32 = 0
  static let ignorable: UInt32 = 1
  private static let pairFlag: UInt32 = 1 << 31

  /// Folded scalars up to U+07FF: the letters of nearly all European and Arabic text.
  static let table: [UInt32] = (0..<0x800).map { value in
    Unicode.Scalar(UInt32(value)).map(computeEntry) ?? separator
  }

  private static let folded: [Unicode.Scalar: UInt32] = {
    var map: [Unicode.Scalar: UInt32] = [:]
    func add(_ lists: String) {
      for group in lists.unicodeScalars.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
        guard let first = group.first else { continue }
        let base = map[first] ?? first.value
        for letter in group.dropFirst() where map[letter] == nil { map[letter] = base }
      }
    }
    for pair in pairs.unicodeScalars.split(separator: " ") {
      guard let letter = pair.first else { continue }
      map[letter] = pair.dropFirst().reduce(0) { $0 << 8 | $1.value } | pairFlag
    }
    add(groups)
    add("æǣǽ")
    add(letterlike)
    add(decomposable)
    return map
  }()

  /// What a scalar becomes: see `table`.
  static func entry(for scalar: Unicode.Scalar) -> UInt32 {
    scalar.value < 0x800 ? table[Int(scalar.value)] : computeEntry(scalar)
  }

  private static func computeEntry(_ scalar: Unicode.Scalar) -> UInt32 {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
      let plain = plain(scalar)
      let lower = plain.properties.lowercaseMapping.unicodeScalars.first ?? plain
      return folded[lower] ?? lower.value
    case .decimalNumber, .letterNumber, .otherNumber: return plain(scalar).value
    case .nonspacingMark, .spacingMark, .enclosingMark, .format: return ignorable
    default: return separator
    }
  }

  /// The letter or digit of ASCII that one of a mathematical alphabet or of full width is; any other
  /// as it is (compatibility decomposition, UAX #15).
  private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x1D400...0x1D6A3: letter("a", after: (scalar.value - 0x1D400) % 26)
    case 0x1D7CE...0x1D7FF: letter("0", after: (scalar.value - 0x1D7CE) % 10)
    case 0xFF10...0xFF19: letter("0", after: scalar.value - 0xFF10)
    case 0xFF21...0xFF3A: letter("a", after: scalar.value - 0xFF21)
    case 0xFF41...0xFF5A: letter("a", after: scalar.value - 0xFF41)
    default: scalar
    }
  }

  private static func letter(_ first: Unicode.Scalar, after count: UInt32) -> Unicode.Scalar {
    Unicode.Scalar(first.value + count) ?? first
  }

  /// What an entry stands for in UTF-8, the first byte lowest, zeros above: four bytes at most.
  static func utf8(_ entry: UInt32) -> UInt32 {
    if entry & pairFlag != 0 {
      let letters = entry & ~pairFlag
      return letters > 0xFFFF
        ? letters >> 16 | letters & 0xFF00 | (letters & 0xFF) << 16
        : letters >> 8 | (letters & 0xFF) << 8
    }
    return switch entry {
    case ..<0x80: entry
    case ..<0x800: 0x80C0 | entry >> 6 | (entry & 0x3F) << 8
    case ..<0x1_0000: 0x80_80E0 | entry >> 12 | (entry >> 6 & 0x3F) << 8 | (entry & 0x3F) << 16
    default:
      0x8080_80F0 | entry >> 18 | (entry >> 12 & 0x3F) << 8 | (entry >> 6 & 0x3F) << 16
        | (entry & 0x3F) << 24
    }
  }

  /// The letters of an entry, of which there is one at least.
  static func scalars(_ entry: UInt32) -> [Unicode.Scalar] {
    if entry & pairFlag == 0 { return [Unicode.Scalar(entry) ?? "\u{FFFD}"] }
    return [entry >> 16 & 0x7F, entry >> 8 & 0x7F, entry & 0x7F].filter { $0 != 0 }
      .map { Unicode.Scalar(UInt8($0)) }
  }

  /// Folds every letter and leaves out all else.
  package static func fold(_ text: String) -> String {
    var result: [UInt8] = []
    for scalar in text.unicodeScalars {
      let entry = entry(for: scalar)
      var utf8 = entry > ignorable ? utf8(entry) : 0
      while utf8 != 0 {
        result.append(UInt8(truncatingIfNeeded: utf8))
        utf8 >>= 8
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
