/// BM25F's frequency of words in the fields of one document: weight · *tf* / (1 - *b* + *b* ·
/// length / average).
struct FieldWeights {
  private let weights: SIMD8<Float>
  private let divisors: SIMD8<Float>

  init(of document: Int, in vectors: TermVectors, averages: [Float]) {
    var (weights, divisors) = (SIMD8<Float>(repeating: 0), SIMD8<Float>(repeating: 1))
    for field in SearchField.allCases {
      let length = vectors.lengths[document * averages.count + field.rawValue]
      let b = field.lengthNormalisation
      weights[field.rawValue] = field.weight
      divisors[field.rawValue] = 1 - b + b * Float(length) / averages[field.rawValue]
    }
    self.weights = weights
    self.divisors = divisors
  }

  func frequency(_ count: Int, in field: Int) -> Float {
    weights[field] * Float(count) / divisors[field]
  }

  /// Of a word: its fields one after another, as they are numbered.
  ///
  /// - Parameter counts: see `TermVectors.fieldCounts`.
  func frequency(inBody: Int, inFields counts: Span<UInt32>) -> Float {
    let body = SearchField.body.rawValue
    var sum: Float = 0
    var isBodyAdded = inBody == 0
    for index in counts.indices {
      let (count, field) = (Int(counts[index] >> 3), Int(counts[index] & 7))
      if field > body, !isBodyAdded {
        sum += frequency(inBody, in: body)
        isBodyAdded = true
      }
      sum += frequency(count, in: field)
    }
    return isBodyAdded ? sum : sum + frequency(inBody, in: body)
  }
}
