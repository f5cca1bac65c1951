import TextAnalysis

/// Runs of four characters within folded words, each word with a mark before and after it: what
/// typing mistakes, inflections and compounds leave of a word.
///
///     CharacterRuns.of("karta").count  // 4: _kar kart arta rta_
enum CharacterRuns {
  private static let length = 4
  private static let mark: UInt64 = 0x5F

  /// Each run as one number: four scalars of 16 bits.
  static func of(_ text: String) -> [UInt64] {
    Tokenizer.tokens(in: text).flatMap { of(form: $0.form) }
  }

  static func of(form: String) -> [UInt64] {
    let scalars = [mark] + form.unicodeScalars.map { UInt64($0.value & 0xFFFF) } + [mark]
    guard scalars.count > length else { return [scalars.reduce(0) { $0 << 16 | $1 }] }
    return (0...scalars.count - length).map { start in
      scalars[start..<start + length].reduce(0) { $0 << 16 | $1 }
    }
  }
}

/// Which articles hold which runs of characters, how often; scored like words, by BM25.
struct CharacterIndex: Sendable {
  /// BM25's *k1* and *b*.
  private static let saturation = 1.2
  private static let lengthNormalisation = 0.75

  private struct Posting {
    let article: Int32
    /// Between 0 and 1: BM25's term weight without the rarity.
    let weight: Float
  }

  private let postings: [UInt64: [Posting]]
  private let articles: Int

  /// - Parameter texts: by article, in the order of the numbers that scores are given for.
  init(_ texts: [String]) {
    let runs = texts.map { CharacterRuns.of($0) }
    let average = Double(runs.reduce(0) { $0 + $1.count }) / Double(max(1, runs.count))
    var postings: [UInt64: [Posting]] = [:]
    for (article, runs) in runs.enumerated() {
      let relative = Double(runs.count) / max(1, average)
      let length = 1 + Self.lengthNormalisation * (relative - 1)
      var counts: [UInt64: Double] = [:]
      for run in runs { counts[run, default: 0] += 1 }
      for (run, count) in counts {
        let weight = count / (count + Self.saturation * length)
        postings[run, default: []].append(
          Posting(article: Int32(article), weight: Float(weight)))
      }
    }
    self.postings = postings
    self.articles = texts.count
  }

  /// Adds the score of each article to `scores`; returns the score of an article that held every
  /// run prominently.
  ///
  /// - Complexity: O(*p*), *p* postings of the runs.
  func score(_ runs: [UInt64], into scores: inout [Double]) -> Double {
    var ideal = 0.0
    for run in Set(runs).sorted() {
      let found = postings[run] ?? []
      let rarity = rarity(ofTexts: found.count)
      ideal += rarity
      for posting in found { scores[Int(posting.article)] += rarity * Double(posting.weight) }
    }
    return ideal
  }

  /// How much a run in no article counts.
  var rarest: Double { rarity(ofTexts: 0) }

  /// How rare a run is, for cosines of passages.
  func rarity(of run: UInt64) -> Double { rarity(ofTexts: postings[run]?.count ?? 0) }

  private func rarity(ofTexts count: Int) -> Double { Rarity.of(count, in: articles) }
}
