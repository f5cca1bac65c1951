import TextAnalysis

/// Runs of four characters within folded words, each word with a mark before and after it: what
/// typing mistakes, inflections and compounds leave of a word.
///
///     CharacterRuns.of(form: Array("karta".utf8)).count  // 4: _kar kart arta rta_
enum CharacterRuns {
  private static let length = 4
  private static let mark: UInt64 = 0x5F

  /// Each run as one number: four scalars of 16 bits.
  static func of(form: [UInt8]) -> [UInt64] {
    var runs: [UInt64] = []
    append(form, to: &runs)
    return runs
  }

  /// Adds the runs of a folded word in UTF-8, in their order.
  ///
  /// - Complexity: O(*n*) in the length of the word.
  static func append(_ form: [UInt8], to runs: inout [UInt64]) {
    var run = mark
    var scalars = 1
    func push(_ scalar: UInt64) {
      run = run << 16 | scalar & 0xFFFF
      scalars += 1
      if scalars >= length { runs.append(run) }
    }
    var position = 0
    while position < form.count {
      let byte = form[position]
      let width = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      var scalar = UInt64(width == 1 ? byte : byte & (0x7F >> UInt8(width)))
      for next in form[position + 1..<min(form.count, position + width)] {
        scalar = scalar << 6 | UInt64(next & 0x3F)
      }
      push(scalar)
      position += width
    }
    push(mark)
    if scalars < length { runs.append(run) }
  }

  /// A run as 32 bits, evenly spread, so that a run is found in a sorted list by where it must be.
  ///
  /// The finaliser of MurmurHash3: of 100,000 runs one pair or so gets the same number.
  static func key(of run: UInt64) -> UInt32 {
    var mixed = run
    mixed = (mixed ^ (mixed >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    mixed = (mixed ^ (mixed >> 33)) &* 0xC4CE_B9FE_1A85_EC53
    return UInt32(truncatingIfNeeded: mixed >> 32)
  }
}
