/// Lower-cases letters and takes off their accents: `Kanał`, `KANAL` and `kanal` are one word.
///
/// A table instead of the standard library's case mapping because the redactor folds every letter
/// of a log. It covers the Latin and Cyrillic letters up to U+052F; others stay as they are.
package struct LetterFolding: Sendable {
  package static let table = LetterFolding()

  private static let size = 0x530
  /// Each word is a plain letter and the accented ones that fold to it.
  private static let families = """
    aáàâãäåāăą cçćĉċč dďđ eèéêëēĕėęě gĝğġģ hĥħ iìíîïĩīĭįı jĵ kķ lĺļľŀł nñńņňŉ oòóôõöøōŏő rŕŗř \
    sśŝşšșß tţťŧț uùúûüũūŭůűų wŵ yýÿŷ zźżž еёѐ иѝ
    """

  private let folded: [UInt16]
  private let letters: [Bool]

  private init() {
    var folded = (0..<Self.size).map { UInt16($0) }
    var letters = [Bool](repeating: false, count: Self.size)
    var plain: [UInt16: UInt16] = [:]
    for family in Self.families.split(separator: " ") {
      let members = family.unicodeScalars.map { UInt16($0.value) }
      for member in members { plain[member] = members[0] }
    }
    for index in 0..<Self.size {
      guard let scalar = Unicode.Scalar(index) else { continue }
      letters[index] = scalar.properties.isAlphabetic
      let lower = scalar.properties.lowercaseMapping.unicodeScalars
      if let first = lower.first, first.value < Self.size {
        folded[index] = plain[UInt16(first.value)] ?? UInt16(first.value)
      }
    }
    // Combining accents vanish, so that decomposed letters fold like composed ones.
    for index in 0x300...0x36F {
      folded[index] = 0
      letters[index] = true
    }
    self.folded = folded
    self.letters = letters
  }

  /// The plain lower-case letter, or 0 for a combining accent.
  func fold(_ scalar: UInt32) -> UInt32 {
    scalar < UInt32(Self.size) ? UInt32(folded[Int(scalar)]) : scalar
  }

  /// Whether words are made of it. Beyond the table everything but punctuation blocks counts.
  func isLetter(_ scalar: UInt32) -> Bool {
    if scalar < UInt32(Self.size) { return letters[Int(scalar)] }
    return scalar < 0x2000 || 0x2C00..<0x2E00 ~= scalar || 0x3040..<0xFE00 ~= scalar
  }

  /// Letters and digits only, folded: `Data i godz. (CET)` becomes `dataigodzcet`.
  package func key(_ text: some StringProtocol) -> String {
    var key = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      guard isLetter(scalar.value) || 0x30...0x39 ~= scalar.value,
        let plain = Unicode.Scalar(fold(scalar.value)), plain.value != 0
      else { continue }
      key.append(plain)
    }
    return String(key)
  }
}
