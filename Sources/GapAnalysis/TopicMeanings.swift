import TextAnalysis

/// What the texts of a language speak of, by meanings that several languages share.
///
///     let meanings = TopicMeanings(words, language: "pl")
///     meanings.vector(of: members)  // mostly `forget` and `car`
struct TopicMeanings {
  /// What topics speak of must be as alike as this; less is the same thing (`car`), asked otherwise.
  private static let threshold = 0.4
  /// Each pair is compared.
  private static let mostCompared = 300

  private let words: NumberedTexts
  /// By stem; of a stem without one, the stem itself, after all meanings.
  private let features: [[Int32]]
  /// By feature.
  private let weights: [Float]

  init(_ words: TopicWords, language: String) {
    self.words = words.words
    let stems = words.words.stems
    let meanings = Meanings.common
    let suffixes = SuffixTable.table(for: language)
    var frequencies = [Int](repeating: 0, count: meanings.count + stems.count)
    features = (0..<stems.count).map { stem in
      let known = meanings.meanings(of: stems[stem], in: language)
      let isWeak = suffixes?.isWeak(stems.utf8(stem)) == true
      let features = isWeak ? [] : known.isEmpty ? [Int32(meanings.count + stem)] : known
      for feature in features { frequencies[Int(feature)] += words.frequencies[stem] }
      return features
    }
    weights = frequencies.map { frequency in
      Float(max(0, Rarity.of(min(frequency, words.count), in: words.count)).squareRoot())
    }
  }

  /// The meanings of a group's texts: each in the share of the texts that speak of it, weighted by
  /// its rarity; of length 1 together with the words that have none, which are left out.
  ///
  /// - Complexity: O(*w* log *w*), *w* words of the members.
  func vector(of members: [Int]) -> SparseVector {
    var counts: [Int32: Int] = [:]
    for member in members {
      let said = Set(words.distinctStems(of: member).flatMap { features[Int($0)] })
      for feature in said { counts[feature, default: 0] += 1 }
    }
    let vector = counts.sorted { $0.key < $1.key }.map { feature, count in
      (feature, Float(count) / Float(members.count) * weights[Int(feature)])
    }
    return SparseVectors.unit(vector).filter { $0.feature < Meanings.common.count }
  }

  /// A group as it is, or, where no two different texts of it share a word that says something or
  /// one of its meaning, its texts by themselves: `is there a van`, `is there a discount`.
  ///
  /// - Complexity: O(*w* log *w*), *w* words of the members.
  func parted(_ members: [Int]) -> [[Int]] {
    var texts: [[Int32]: [Int]] = [:]
    var saying: [Int32: [Int32]] = [:]
    for member in members {
      let stems = words.distinctStems(of: member)
      texts[stems, default: []].append(member)
      for feature in stems.flatMap({ features[Int($0)] })
      where saying[feature, default: stems] != stems {
        return [members]
      }
      for feature in stems.flatMap({ features[Int($0)] }) { saying[feature] = stems }
    }
    return texts.values.sorted { $0[0] < $1[0] }
  }

  /// Which of some vectors is most alike, if it speaks of the same.
  ///
  /// - Complexity: O(*g* · *m*) for *g* vectors of *m* meanings.
  static func closest(to vector: SparseVector, among others: [SparseVector]) -> Int? {
    let likenesses = others.map { Double(SparseVectors.product(vector, $0)) }
    let best = likenesses.indices.max { likenesses[$0] < likenesses[$1] }
    return best.flatMap { likenesses[$0] >= threshold ? $0 : nil }
  }

  /// Which of some groups speak of the same, in whatever languages; positions in `groups`. Of many
  /// groups the largest are compared.
  ///
  /// - Complexity: O(*g*² · *m*) for *g* groups of *m* meanings, of 300 at most.
  static func together(_ groups: [(vector: SparseVector, size: Int)]) -> [[Int]] {
    let largest = groups.indices.sorted {
      groups[$0].size != groups[$1].size ? groups[$0].size > groups[$1].size : $0 < $1
    }.prefix(mostCompared)
    let compared = largest.map { groups[$0] }
    var merging = GroupMerging(
      vectors: compared.map(\.vector), sizes: compared.map(\.size),
      expected: compared.map { _ in 0 }, threshold: threshold)
    merging.run(
      edges: compared.indices.flatMap { first in
        (first + 1..<max(first + 1, compared.count)).map { (first, $0) }
      })
    return merging.clusters.filter { $0.count > 1 }.map { $0.map { largest[$0] } }
  }
}
