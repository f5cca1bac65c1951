/// How far the log's categories tell which texts ask for the same: as far as texts that are alike
/// share one more often than chance would have it.
///
/// Each category is trusted by itself, so that one which says nothing, because all contacts have it
/// or agents take it when in a hurry, is no hint where others are.
struct CategoryHints: Sendable {
  /// How much of a vector's square a category is that could be trusted fully.
  private static let share = 0.1
  /// Of a text's nearest as many are asked for their category.
  private static let asked = 5

  /// What the trust comes from.
  let agreement: CategoryAgreement
  private let features: Range<Int>
  /// By category, the first at 0.
  private let weights: [Float]
  /// By category the root of what it makes texts and their neighbours more alike on average.
  private let expected: [Float]

  /// - Parameters:
  ///   - shares: the categories of each text.
  ///   - nearest: the texts that each is most like by words, nearest first.
  /// - Complexity: O(*n* · *k*), *n* texts with *k* neighbours.
  init(
    _ shares: [SparseVector], features: Range<Int>, nearest: [[NearestTexts.Neighbour]]
  ) {
    self.features = features
    var texts = [Double](repeating: 0, count: features.count)
    var pairs = texts
    var same = texts
    for (text, own) in shares.enumerated() {
      for (feature, share) in own { texts[Int(feature) - features.lowerBound] += Double(share) }
      for neighbour in nearest[text].prefix(Self.asked) {
        let other = shares[neighbour.text]
        let known = other.reduce(0) { $0 + $1.weight }
        for entry in own {
          let category = Int(entry.feature) - features.lowerBound
          pairs[category] += Double(entry.weight * known)
          same[category] += Double(SparseVectors.product([entry], other))
        }
      }
    }
    let total = texts.reduce(0, +)
    var agreement = CategoryAgreement()
    let weights = texts.indices.map { category in
      let chance = texts[category] / total
      // The lower end, so that a few pairs are no evidence.
      let sure = Statistics.interval(of: Int(same[category]), in: Int(pairs[category])).lowerBound
      let trust = chance < 1 ? max(0, (sure - chance) / (1 - chance)) : 0
      agreement += CategoryAgreement(
        pairs: pairs[category], same: same[category], byChance: pairs[category] * chance,
        trusted: pairs[category] * trust)
      return Float((Self.share * trust).squareRoot())
    }
    self.agreement = agreement
    self.weights = weights
    expected = weights.indices.map { category in
      weights[category] * Float((same[category] / max(1, pairs[category])).squareRoot())
    }
  }

  /// The root of what a text's categories make it more alike to others than words do. Groups are less
  /// alike by the product of theirs: so a category that is shared brings them together, one that
  /// isn't keeps them apart, and where none is trusted nothing changes.
  func expected(_ shares: SparseVector) -> Double {
    shares.reduce(0) {
      $0 + Double($1.weight * expected[Int($1.feature) - features.lowerBound])
    }
  }

  private func weighted(_ shares: SparseVector) -> SparseVector {
    shares.compactMap { feature, share in
      let weight = weights[Int(feature) - features.lowerBound]
      return weight > 0 ? (feature, weight * share) : nil
    }
  }

  /// A text's vector of length 1 with its categories beside the words, still of length 1.
  func adding(_ shares: SparseVector, to vector: SparseVector) -> SparseVector {
    let hints = weighted(shares)
    guard !hints.isEmpty else { return vector }
    let rest = (1 - hints.reduce(0) { $0 + $1.weight * $1.weight }).squareRoot()
    return vector.map { ($0.feature, $0.weight * rest) } + hints
  }
}

/// How often texts that are alike share a category, in pairs of texts that both have one.
package struct CategoryAgreement: Sendable {
  package private(set) var pairs = 0.0
  private var same = 0.0
  private var byChance = 0.0
  private var trusted = 0.0

  init() {}

  init(pairs: Double, same: Double, byChance: Double, trusted: Double) {
    self.pairs = pairs
    self.same = same
    self.byChance = byChance
    self.trusted = trusted
  }

  static func += (left: inout CategoryAgreement, right: CategoryAgreement) {
    left.pairs += right.pairs
    left.same += right.same
    left.byChance += right.byChance
    left.trusted += right.trusted
  }

  /// As the report shows it; nil without a pair.
  var categories: GapReport.Categories? {
    guard pairs > 0 else { return nil }
    return GapReport.Categories(
      shared: rounded(same / pairs), byChance: rounded(byChance / pairs),
      trust: rounded(trusted / pairs))
  }
}
