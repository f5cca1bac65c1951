import Testing

@testable import SearchIndex

@Suite struct BitCoderTests {
  /// Readers divide; a step that differs by one would spoil all that follows.
  @Test func stepsByReciprocalsAreThoseByDivision() {
    for (count, reciprocal) in BitCoder.reciprocals.enumerated() {
      let divisor = UInt32(2 * count + 3)
      let differing = (UInt32(0)...65535).first {
        BitCoder.step($0, reciprocal) != 2 * $0 / divisor
      }
      #expect(differing == nil, "after \(count) decisions")
    }
  }
}
