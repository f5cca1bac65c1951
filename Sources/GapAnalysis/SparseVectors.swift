/// A sparse vector: features in rising order with their weights.
typealias SparseVector = [(feature: Int32, weight: Float)]

/// Arithmetic of sparse vectors.
enum SparseVectors {
  /// Divided by its length.
  static func unit(_ vector: consuming SparseVector) -> SparseVector {
    let length = vector.reduce(0) { $0 + $1.weight * $1.weight }.squareRoot()
    guard length > 0 else { return vector }
    for place in vector.indices { vector[place].weight /= length }
    return vector
  }

  /// The product of two vectors.
  ///
  /// - Complexity: O(*a* + *b*); O(*a* log *b*) where the second is much longer.
  static func product(_ left: SparseVector, _ right: SparseVector) -> Float {
    product(left.span, right.span)
  }

  static func product(
    _ short: Span<SparseVector.Element>, _ long: Span<SparseVector.Element>
  ) -> Float {
    if short.count > long.count { return product(long, short) }
    var sum: Float = 0
    var place = 0
    let leaps = long.count > 16 * short.count
    for number in short.indices {
      let (feature, weight) = short[number]
      if leaps {
        place = firstPlace(of: feature, in: long)
      } else {
        while place < long.count, long[place].feature < feature { place += 1 }
      }
      if place == long.count { break }
      if long[place].feature == feature { sum += weight * long[place].weight }
    }
    return sum
  }

  /// Without a branch, which would be foretold wrongly, and from the beginning each time, so that
  /// several are looked for at once.
  private static func firstPlace(
    of feature: Int32, in vector: Span<SparseVector.Element>
  ) -> Int {
    var (place, left) = (0, vector.count)
    while left > 0 {
      let half = (left + 1) / 2
      place += vector[place + half - 1].feature < feature ? half : 0
      left -= half
    }
    return place
  }

  /// The sum of two vectors, the second multiplied.
  static func sum(_ left: SparseVector, _ right: SparseVector, times factor: Float = 1)
    -> SparseVector
  {
    var sum: SparseVector = []
    sum.reserveCapacity(left.count + right.count)
    var place = 0
    for entry in left {
      while place < right.count, right[place].feature < entry.feature {
        sum.append((right[place].feature, right[place].weight * factor))
        place += 1
      }
      if place < right.count, right[place].feature == entry.feature {
        sum.append((entry.feature, entry.weight + right[place].weight * factor))
        place += 1
      } else {
        sum.append(entry)
      }
    }
    for (feature, weight) in right[place...] { sum.append((feature, weight * factor)) }
    return sum
  }
}
