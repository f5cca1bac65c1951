/// The weight of a word in a document, on a logarithmic scale of 31 steps, so that a posting needs
/// five bits and the arithmetic is the same in every engine.
package enum Impact {
  /// Steps an octave.
  private static let resolution = 3.0
  /// The weighted frequency that each impact 1…31 stands for, in 1/1024; index 0 stands for none.
  /// Entry *i* is 1024 · 0.03 · 2^(*i*/3).
  package static let frequencies: [Int] = [
    0, 39, 49, 61, 77, 98, 123, 155, 195, 246, 310, 390, 492, 619, 780, 983, 1239, 1561, 1966,
    2477, 3121, 3932, 4955, 6242, 7864, 9909, 12484, 15729, 19817, 24968, 31457, 39634,
  ]

  /// The nearest impact of a weighted frequency.
  static func level(of frequency: Double) -> UInt8 {
    let scaled = frequency * 1024
    for level in 1..<31 {
      let middle = Double(frequencies[level]) * 1.122_462  // half a step: 2^(1/6)
      if scaled < middle { return UInt8(level) }
    }
    return 31
  }

  /// How fast repeated words stop to count, BM25's *k1*, in 1/1024.
  package static let saturation = 1228

  /// BM25's term weight of a frequency in 1/1024: between 0 and 1 + *k1*, in 1/1024.
  package static func saturated(_ frequency: Int) -> Int {
    frequency * (1024 + saturation) / (frequency + saturation)
  }

  /// How rare a term is: log2 of (*n* + 1) / (*df* + 0.5), in 1/1024, by integer arithmetic alone.
  ///
  ///     Impact.rarity(of: 1, in: 1)  // 425: log2(2 / 1.5)
  ///
  /// - Complexity: O(1).
  package static func rarity(of documents: Int, in total: Int) -> Int {
    var ratio = (2 * total + 2) * 65536 / (2 * documents + 1)
    var result = 0
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
