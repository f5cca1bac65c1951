/// The weight of a word in a document, on a logarithmic scale of 31 steps, so that a posting needs
/// five bits and the arithmetic is the same in every engine.
package enum Impact {
  /// The weighted frequency that each impact 1…31 stands for, in 1/1024; index 0 stands for none.
  /// Entry *i* is 1024 · 0.03 · 2^(*i*/3), rounded.
  package static let frequencies: [Int] = [
    0, 39, 49, 61, 77, 98, 123, 155, 195, 246, 310, 390, 492, 619, 780, 983, 1239, 1560, 1966,
    2477, 3121, 3932, 4954, 6242, 7864, 9908, 12484, 15729, 19817, 24968, 31457, 39634,
  ]

  /// A number for each impact.
  typealias Table = InlineArray<32, Int32>

  /// By impact: the term weight of its frequency.
  static let saturatedFrequencies = Table { Int32(truncatingIfNeeded: saturated(frequencies[$0])) }

  /// How slowly repeated words stop to count, BM25's *k1*, in 1/1024.
  package static let saturation = 2458

  /// BM25's term weight of a frequency in 1/1024: between 0 and 1 + *k1*, in 1/1024.
  package static func saturated(_ frequency: Int) -> Int {
    Int(saturated(Int32(truncatingIfNeeded: frequency)))
  }

  /// The same, in steps that are taken for several numbers at a time.
  @inline(__always)
  static func saturated(_ frequency: Int32) -> Int32 {
    // *f* (1 + *k*) / (*f* + *k*), turned so that the dividend is the same for all: rounded up where
    // the other is rounded down, which makes the result the same. The dividend is below 2^24, so that
    // a quotient below a whole number isn't rounded up to it.
    let most = 1024 + saturation
    let quotient = Float(most * saturation - 1) / Float(frequency &+ Int32(saturation))
    // Numbers from 2^23 on are whole, and their last bits count.
    let whole: Float = 8_388_608
    let nearest = quotient + whole
    let missing = Int32(bitPattern: nearest.bitPattern &- whole.bitPattern)
    return Int32(most - 1) &- missing &+ (nearest - whole > quotient ? 1 : 0)
  }

  /// What a term adds to a score.
  ///
  /// - Parameters:
  ///   - saturated: as `saturated(_:)` has it.
  ///   - rarity: in 1/1024.
  ///   - weight: of the term, of 256.
  @inline(__always)
  static func score(_ saturated: Int32, rarity: Int32, weight: Int32) -> Int32 {
    // Neither is larger, which says that several can be multiplied at a time.
    ((((rarity & 0x7FFF) &* (saturated & 0xFFF)) &>> 10) &* weight) &>> 8
  }

  /// How rare a term is: 1 + log2 of (*n* + 1) / (*df* + 0.5), in 1/1024, by integer arithmetic
  /// alone. The 1 keeps what most articles hold from counting for nothing beside the rarest.
  ///
  ///     Impact.rarity(of: 1, in: 1)  // 1448: 1 + log2(2 / 1.5)
  ///
  /// - Complexity: O(1).
  package static func rarity(of documents: Int, in total: Int) -> Int {
    rarity(ofParts: documents * 256, in: total)
  }

  /// As `rarity(of:in:)`, where a document that holds a mere relative of a word counts in part.
  ///
  /// - Parameter parts: documents in 1/256.
  static func rarity(ofParts parts: Int, in total: Int) -> Int {
    var ratio = (total + 1) * 256 * 65536 / (parts + 128)
    var result = 1024
    while ratio >= 131_072 {
      ratio /= 2
      result += 1024
    }
    var bit = 512
    while bit > 0 {
      ratio = ratio * ratio / 65536
      if ratio >= 131_072 {
        ratio /= 2
        result += bit
      }
      bit /= 2
    }
    return result
  }
}

/// Finds the impact of a weighted frequency.
struct ImpactScale {
  /// The upper bits of a number: its exponent and five bits of its fraction, so that numbers that
  /// share them lie within two impacts.
  private static let shift: UInt32 = 18

  /// The largest frequency of each impact but the last: half a step, 2^(1/6), above it.
  private let limits: [Float]
  /// By upper bits: the impact of the smallest such number.
  private let levels: [UInt8]

  init() {
    let limits = Impact.frequencies[1..<31].map { Float($0) / 1024 * 1.122_462 }
    var levels: [UInt8] = []
    for bits in 0..<(Float.infinity.bitPattern >> Self.shift) {
      let least = Float(bitPattern: bits << Self.shift)
      var level = Int(levels.last ?? 1)
      while level <= limits.count, limits[level - 1] <= least { level += 1 }
      levels.append(UInt8(level))
    }
    self.limits = limits
    self.levels = levels
  }

  /// The nearest impact of a frequency, 0 or more.
  func level(of frequency: Float) -> UInt8 {
    let level = Int(levels[Int(frequency.bitPattern >> Self.shift)])
    return UInt8(level <= limits.count && limits[level - 1] <= frequency ? level + 1 : level)
  }
}
