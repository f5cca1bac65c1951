/// Maps letters to the form that searching compares: lower case, without diacritics, `ё` as `е`.
///
/// The same data is given to the browser, so that both fold alike; `й` stays a letter of its own.
///
///     Folding.fold("Zażółć")  // "zazolc"
package enum Folding {
  /// Each group's first letter stands for all others in it.
  package static let groups =
    "aàáâãäåāăąǎ cçćĉċč dďđð eèéêëēĕėęě gĝğġģǧ hĥħ iìíîïĩīĭįı jĵ kķǩ lĺļľŀł nñńņňŋ "
    + "oòóôõöøōŏőơǒ rŕŗř sśŝşšș tţťŧț uùúûüũūŭůűųưǔ wŵ yýÿŷ zźżž еёѐ иѝ гґ уў іїı αά εέ ηή "
    + "ιίϊΐ οό υύϋΰ ωώ σς اأإآ يى هة"

  /// Letters that stand for two.
  package static let pairs = "ßss æae œoe þth"

  /// Entries of the table: a folded scalar, or one of these two, or a pair of ASCII letters.
  static let separator: UInt32 = 0
  static let ignorable: UInt32 = 1
  private static let pairFlag: UInt32 = 1 << 31

  /// Folded scalars up to U+07FF: the letters of nearly all European and Arabic text.
  static let table: [UInt32] = (0..<0x800).map { value in
    Unicode.Scalar(UInt32(value)).map(computeEntry) ?? separator
  }

  private static let folded: [Unicode.Scalar: UInt32] = {
    var map: [Unicode.Scalar: UInt32] = [:]
    for group in groups.split(separator: " ") {
      guard let base = group.unicodeScalars.first else { continue }
      for letter in group.unicodeScalars.dropFirst() where map[letter] == nil {
        map[letter] = base.value
      }
    }
    for pair in pairs.split(separator: " ") {
      let scalars = Array(pair.unicodeScalars)
      map[scalars[0]] = pairFlag | scalars[1].value << 8 | scalars[2].value
    }
    return map
  }()

  /// What a scalar becomes: see `table`.
  static func entry(for scalar: Unicode.Scalar) -> UInt32 {
    scalar.value < 0x800 ? table[Int(scalar.value)] : computeEntry(scalar)
  }

  private static func computeEntry(_ scalar: Unicode.Scalar) -> UInt32 {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
      let lower = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
      return folded[lower] ?? lower.value
    case .decimalNumber, .letterNumber, .otherNumber: return scalar.value
    case .nonspacingMark, .spacingMark, .enclosingMark, .format: return ignorable
    default: return separator
    }
  }

  static func append(_ entry: UInt32, to form: inout String.UnicodeScalarView) {
    if entry & pairFlag != 0 {
      if let first = Unicode.Scalar((entry & ~pairFlag) >> 8) { form.append(first) }
      form.append(Unicode.Scalar(UInt8(truncatingIfNeeded: entry)))
    } else if let scalar = Unicode.Scalar(entry) {
      form.append(scalar)
    }
  }

  /// Folds every letter and leaves out all else.
  package static func fold(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let entry = entry(for: scalar)
      if entry > ignorable { append(entry, to: &result) }
    }
    return String(result)
  }
}
