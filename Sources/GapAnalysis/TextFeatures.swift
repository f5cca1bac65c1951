import KnowledgeBase
import SearchIndex
import TextAnalysis

/// A sparse vector: features in rising order with their weights.
typealias SparseVector = [(feature: Int32, weight: Float)]

/// Texts as unit vectors: stems and runs of characters, weighted by rarity; near articles beside
/// them.
struct TextFeatures {
  private static let runWeight: Float = 0.5
  /// How much of a vector's square the near articles are, for a text that they cover; the less
  /// they cover it, the less it matters which of them is nearest.
  private static let articleShare: Float = 0.2

  /// By words and runs alone, each of length 1.
  let words: [SparseVector]
  /// With the articles, each of length 1.
  let joint: [SparseVector]
  let count: Int

  init(_ texts: [GroupedText], suffixes: SuffixTable?) {
    var numbering = Numbering()
    let counted = texts.map { text in
      var features: Set<Feature> = []
      for token in Tokenizer.tokens(in: text.text) {
        features.insert(.stem(suffixes?.stem(token.form) ?? token.form))
        for run in CharacterRuns.of(form: Array(token.form.utf8)) { features.insert(.run(run)) }
      }
      return features.sorted().map { feature in
        if case .run = feature { return (numbering.number(of: feature), true) }
        return (numbering.number(of: feature), false)
      }
    }
    let frequencies = numbering.frequencies
    words = counted.map { features in
      Self.unit(
        features.map { number, isRun in
          // The square root keeps a rare word from outweighing all that two texts share.
          let rarity = Float(Rarity.of(frequencies[Int(number)], in: texts.count).squareRoot())
          return (number, rarity * (isRun ? Self.runWeight : 1))
        })
    }
    joint = zip(texts, words).map { text, words in
      let scores = text.nearest.map { candidate in
        (
          feature: numbering.number(of: .article(candidate.article)),
          weight: Float(candidate.score * candidate.score)
        )
      }
      guard !scores.isEmpty else { return words }
      let articles = Self.unit(scores.sorted { $0.feature < $1.feature })
      let covered = min(1, (text.nearest.first?.score ?? 0) / ReviewedContact.bandLimits.covered)
      let share = Self.articleShare * Float(covered)
      let own = (1 - share).squareRoot()
      let others = share.squareRoot()
      return
        (words.map { ($0.feature, $0.weight * own) }
        + articles.map { ($0.feature, $0.weight * others) }).sorted { $0.feature < $1.feature }
    }
    count = numbering.frequencies.count
  }

  static func unit(_ vector: SparseVector) -> SparseVector {
    let length = vector.reduce(0) { $0 + $1.weight * $1.weight }.squareRoot()
    return length > 0 ? vector.map { ($0.feature, $0.weight / length) } : vector
  }

  private enum Feature: Hashable, Comparable {
    case stem(String)
    case run(UInt64)
    case article(ArticleID)
  }

  /// Numbers features in the order of their first appearance and counts them.
  private struct Numbering {
    private var numbers: [Feature: Int32] = [:]
    private(set) var frequencies: [Int] = []

    mutating func number(of feature: Feature) -> Int32 {
      let number = numbers[feature] ?? Int32(frequencies.count)
      if Int(number) == frequencies.count {
        numbers[feature] = number
        frequencies.append(0)
      }
      frequencies[Int(number)] += 1
      return number
    }
  }
}
