extension [UInt64] {
  /// Sorted by the 32 bits from the eighth on; numbers that share them stay in their order.
  ///
  /// Radix sort, the lowest digit first (Knuth, The Art of Computer Programming, volume 3, 5.2.5).
  ///
  ///     [0x0200, 0x0103, 0x0101].sortedByKey()  // [0x0103, 0x0101, 0x0200]
  ///
  /// - Complexity: O(*n*).
  func sortedByKey() -> [UInt64] {
    var (numbers, sorted) = (self, self)
    for shift: UInt64 in [8, 16, 24, 32] {
      Self.sort(numbers.span, by: shift, into: &sorted)
      swap(&numbers, &sorted)
    }
    return numbers
  }

  private static func sort(_ numbers: Span<UInt64>, by shift: UInt64, into sorted: inout [UInt64]) {
    var sorted = sorted.mutableSpan
    var ends = InlineArray<256, Int>(repeating: 0)
    for place in numbers.indices { ends[Int(numbers[place] &>> shift & 0xFF)] += 1 }
    for digit in 1..<ends.count { ends[digit] += ends[digit - 1] }
    for place in numbers.indices.reversed() {
      let digit = Int(numbers[place] &>> shift & 0xFF)
      ends[digit] -= 1
      sorted[ends[digit]] = numbers[place]
    }
  }
}
