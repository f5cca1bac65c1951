/// Adds up sparse vectors feature by feature.
///
///     var sums = FeatureSums(features: 4)
///     sums.add([(0, 1), (2, 3)].span, times: 2)
///     sums.add([(2, 1), (3, 1)].span, times: 1)
///     sums.take(heaviest: 2)  // [(0, 2), (2, 7)]
///
/// Sums are made once and used again, since room for each feature costs more to get than most
/// vectors to add.
struct FeatureSums: Sendable {
  /// By feature; below zero where nothing was added.
  private var sums: [Float]
  /// The features that something was added to, each once, in the first `touchedCount` places; one
  /// more than there are features, since what comes after the last is written and not counted.
  private var touched: [Int32]
  private var touchedCount = 0

  init(features: Int) {
    sums = [Float](repeating: -1, count: features)
    touched = [Int32](repeating: 0, count: features + 1)
  }

  /// - Precondition: neither weights nor factor are below zero.
  mutating func add(_ vector: Span<SparseVector.Element>, times factor: Float) {
    touchedCount = Self.add(
      vector, times: factor, to: &sums, touching: &touched, from: touchedCount)
  }

  /// - Returns: The end of the touched features.
  private static func add(
    _ vector: Span<SparseVector.Element>, times factor: Float, to sums: inout [Float],
    touching touched: inout [Int32], from start: Int
  ) -> Int {
    var sums = sums.mutableSpan
    var touched = touched.mutableSpan
    var end = start
    for place in vector.indices {
      let (feature, weight) = vector[place]
      let sum = sums[Int(feature)]
      // Without a branch, which is often foretold wrongly.
      touched[end] = feature
      end += sum < 0 ? 1 : 0
      sums[Int(feature)] = max(0, sum) + weight * factor
    }
    return end
  }

  /// The sum of what was added, or as many of its features as the limit: the heaviest, of equals the
  /// lower. The next sum starts from nothing.
  ///
  /// - Complexity: O(*n* + *k* log *k*) on average, *n* different features, *k* the limit.
  mutating func take(heaviest limit: Int) -> SparseVector {
    // Floats that aren't below zero are ordered as their bits are.
    var keys = touched[..<touchedCount].map { feature in
      UInt64(~sums[Int(feature)].bitPattern) << 32 | UInt64(feature)
    }
    for feature in touched[..<touchedCount] { sums[Int(feature)] = -1 }
    touchedCount = 0
    if keys.count > limit {
      Self.moveLeast(limit, toFrontOf: &keys)
      keys.removeLast(keys.count - limit)
    }
    for place in keys.indices { keys[place] = keys[place] << 32 | keys[place] >> 32 }
    keys.sort()
    return keys.map { (Int32($0 >> 32), Float(bitPattern: ~UInt32(truncatingIfNeeded: $0))) }
  }

  /// Quickselect (Hoare: Algorithm 65, 1961).
  private static func moveLeast(_ count: Int, toFrontOf numbers: inout [UInt64]) {
    var numbers = numbers.mutableSpan
    var (low, high) = (0, numbers.count - 1)
    while low < high {
      let pivot = numbers[(low + high) / 2]
      var (left, right) = (low, high)
      while left <= right {
        while numbers[left] < pivot { left += 1 }
        while numbers[right] > pivot { right -= 1 }
        guard left <= right else { break }
        numbers.swapAt(left, right)
        left += 1
        right -= 1
      }
      if right < count - 1 { low = left }
      if left > count - 1 { high = right }
    }
  }
}
