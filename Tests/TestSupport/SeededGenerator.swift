/// A generator of which a seed gives the same numbers everywhere (SplitMix64), so that a failure can
/// be repeated.
///
///     var generator = SeededGenerator(seed: 7)
///     Int.random(in: 0..<10, using: &generator)
package struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }

  /// A word of one to `length` of the letters.
  package mutating func word(of letters: String, upTo length: Int) -> String {
    let letters = Array(letters)
    return String(
      (0..<Int.random(in: 1...length, using: &self)).compactMap { _ in
        letters.randomElement(using: &self)
      })
  }
}
