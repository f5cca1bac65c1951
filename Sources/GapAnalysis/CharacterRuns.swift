import TextAnalysis

/// Runs of four characters within folded words, each word with a mark before and after it: what
/// typing mistakes, inflections and compounds leave of a word.
///
///     CharacterRuns.of("karta").count  // 4: _kar kart arta rta_
enum CharacterRuns {
  private static let length = 4
  private static let mark: UInt64 = 0x5F

  /// Each run as one number: four scalars of 16 bits.
  static func of(_ text: String) -> [UInt64] {
    Tokenizer.tokens(in: text).flatMap { of(form: $0.form) }
  }

  static func of(form: String) -> [UInt64] {
    let scalars = [mark] + form.unicodeScalars.map { UInt64($0.value & 0xFFFF) } + [mark]
    guard scalars.count > length else { return [scalars.reduce(0) { $0 << 16 | $1 }] }
    return (0...scalars.count - length).map { start in
      scalars[start..<start + length].reduce(0) { $0 << 16 | $1 }
    }
  }
}
