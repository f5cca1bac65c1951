import KnowledgeBase
import SearchIndex
import TextAnalysis

/// Texts as unit vectors: stems, the thesaurus's lines that they are on and runs of characters,
/// weighted by rarity; near articles beside them.
///
/// Vectors are made when they are asked for: those of a million texts take hundreds of megabytes.
struct TextFeatures: Sendable {
  private static let runWeight: Float = 0.5
  /// What two words of one line of the thesaurus have in common, beside what they are themselves.
  private static let synonymWeight: Float = 0.45
  /// How much of a vector's square the near articles are, for a text that they cover; the less
  /// they cover it, the less it matters which of them is nearest.
  private static let articleShare: Float = 0.2

  /// How many features there are; stems come first, then lines of the thesaurus, runs,
  /// articles and categories.
  let count: Int
  private let texts: [GroupedText]
  private let words: NumberedTexts
  private let same: SameTexts
  /// Stem, lines and runs of each word, rising.
  private let features: [Int32]
  private let starts: [Int]
  /// The features of each point's near articles, nearest first, point by point.
  private let articles: [Int32]
  private let articleStarts: [Int]
  /// What the log says the texts are about; not part of their vectors.
  let categories: TextCategories
  /// By stem, line and run.
  private let weights: [Float]

  /// - Complexity: O(*n*) in the length of the texts.
  init(
    _ texts: [GroupedText], words: NumberedTexts, same: SameTexts, suffixes: SuffixTable?,
    thesaurus: Thesaurus?
  ) {
    self.texts = texts
    self.words = words
    self.same = same
    let lines = Self.lines(of: thesaurus, suffixes: suffixes)
    let linesFrom = words.stems.count
    let runsFrom = linesFrom + (thesaurus?.groups.count ?? 0)
    var runs: [UInt64: Int32] = [:]
    var features: [Int32] = []
    var starts = [0]
    for form in 0..<words.forms.count {
      let stem = words.stem(of: Int32(form))
      features.append(stem)
      features += (lines[words.stems[Int(stem)]] ?? []).map { Int32(linesFrom + $0) }
      let own = CharacterRuns.of(form: Array(words.forms.utf8(form))).map { run in
        let number = runs[run] ?? Int32(runsFrom + runs.count)
        runs[run] = number
        return number
      }
      features += Set(own).sorted()
      starts.append(features.count)
    }
    self.features = features
    self.starts = starts
    let articlesFrom = runsFrom + runs.count
    var numbers: [ArticleID: Int32] = [:]
    var articles: [Int32] = []
    var articleStarts = [0]
    var frequencies = [Int](repeating: 0, count: articlesFrom)
    var lastSeen = [Int](repeating: -1, count: articlesFrom)
    for (point, text) in same.first.enumerated() {
      for word in words.words(of: text) {
        for feature in features[starts[Int(word)]..<starts[Int(word) + 1]]
        where lastSeen[Int(feature)] != point {
          lastSeen[Int(feature)] = point
          frequencies[Int(feature)] += 1
        }
      }
      for candidate in texts[text].nearest {
        let next = Int32(articlesFrom + numbers.count)
        articles.append(numbers[candidate.article, default: next])
        if articles.last == next { numbers[candidate.article] = next }
      }
      articleStarts.append(articles.count)
    }
    self.articles = articles
    self.articleStarts = articleStarts
    categories = TextCategories(texts, same: same, from: articlesFrom + numbers.count)
    count = categories.features.upperBound
    weights = frequencies.enumerated().map { feature, frequency in
      // The square root keeps a rare word from outweighing all that two texts share.
      let rarity = Float(Rarity.of(frequency, in: same.first.count).squareRoot())
      return switch feature {
      case ..<linesFrom: rarity
      case ..<runsFrom: rarity * Self.synonymWeight
      default: rarity * Self.runWeight
      }
    }
  }

  /// By stem, the lines of the thesaurus that one of its words is on, rising.
  private static func lines(
    of thesaurus: Thesaurus?, suffixes: SuffixTable?
  ) -> [String: [Int]] {
    var lines: [String: [Int]] = [:]
    for (number, group) in (thesaurus?.groups ?? []).enumerated() {
      for word in group {
        let form = Folding.fold(word)
        let stem = suffixes?.stem(form) ?? form
        if lines[stem]?.last != number { lines[stem, default: []].append(number) }
      }
    }
    return lines
  }

  /// A point's vector by words and runs alone, of length 1.
  ///
  /// - Complexity: O(*f* log *f*), *f* features of the text.
  func words(of point: Int) -> SparseVector {
    let words = words.words(of: same.first[point])
    var numbers: [Int32] = []
    numbers.reserveCapacity(words.reduce(0) { $0 + starts[Int($1) + 1] - starts[Int($1)] })
    for word in words {
      numbers += features[starts[Int(word)]..<starts[Int(word) + 1]]
    }
    numbers.sort()
    var vector: SparseVector = []
    vector.reserveCapacity(numbers.count + ContactMatch.most)
    for number in numbers where vector.last?.feature != number {
      vector.append((number, weights[Int(number)]))
    }
    return SparseVectors.unit(vector)
  }

  /// Positions in some points, those near the same article together.
  ///
  /// - Complexity: O(*n* log *n*).
  func byNearestArticle(_ points: [Int]) -> [Int] {
    var keys = points.enumerated().map { place, point in
      let near = articles[articleStarts[point]..<articleStarts[point + 1]]
      return UInt64(near.first ?? 0) << 32 | UInt64(place)
    }
    keys.sort()
    return keys.map { Int($0 & 0xFFFF_FFFF) }
  }

  /// A point's vector with the articles, of length 1.
  func joint(of point: Int) -> SparseVector {
    var vector = words(of: point)
    let scores = texts[same.first[point]].scores
    guard let best = scores.first else { return vector }
    var near: SparseVector = zip(articles[articleStarts[point]..<articleStarts[point + 1]], scores)
      .map { ($0, Float($1 * $1)) }
    near.sort { $0.feature < $1.feature }
    let covered = min(1, best / ReviewedContact.bandLimits.covered)
    let share = Self.articleShare * Float(covered)
    let (own, others) = ((1 - share).squareRoot(), share.squareRoot())
    for place in vector.indices { vector[place].weight *= own }
    vector += SparseVectors.unit(near).lazy.map { ($0.feature, $0.weight * others) }
    return vector
  }
}
