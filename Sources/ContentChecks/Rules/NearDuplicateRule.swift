import Diagnostics
import KnowledgeBase

/// Finds articles that say nearly the same.
struct NearDuplicateRule: ContentRule {
  /// Articles with at least this share of common runs of words are reported.
  private static let threshold = 0.5
  private static let runLength = 3
  /// Shorter texts are alike by chance.
  private static let minimumRuns = 20

  let name = "near-duplicate"
  let severity = Diagnostic.Severity.warning
  let headline = "No two articles of a language say nearly the same"
  let reason = """
    Two articles that are half alike compete in search and are never both kept up to date. The share \
    is that of common runs of three words among all runs of both (Jaccard); candidates are found by \
    MinHash with bands (Broder 1997; Leskovec, Rajaraman, Ullman: Mining of Massive Datasets, 3.4), \
    so that thousands of articles take seconds.
    """

  func check(_ content: CheckedContent) -> [Finding] {
    content.library.languages.flatMap { findings(among: content.library.articles(in: $0)) }
  }

  private func findings(among articles: [Article]) -> [Finding] {
    let runs = articles.map(Self.runs)
    var buckets: [Band: Int] = [:]
    var findings: [Finding] = []
    for index in articles.indices where runs[index].count >= Self.minimumRuns {
      var candidates: Set<Int> = []
      for band in Self.bands(of: runs[index]) {
        // The first of a bucket stands for all in it, which keeps many equal articles linear.
        if let first = buckets[band] { candidates.insert(first) } else { buckets[band] = index }
      }
      let best = candidates.map { (other: $0, share: Self.share(runs[index], runs[$0])) }
        .max { ($0.share, $1.other) < ($1.share, $0.other) }
      guard let best, best.share >= Self.threshold else { continue }
      findings.append(
        Finding(
          "article is \(Int((best.share * 100).rounded())) % alike with "
            + articles[best.other].sourcePath,
          cures: ["make one article of both, or move what they share into a third"],
          in: articles[index]))
    }
    return findings
  }

  /// The hashes of all runs of words of an article's text.
  private static func runs(of article: Article) -> Set<UInt64> {
    let words = article.sections.flatMap { section in
      Words.folded(in: "\(section.title)\n\(section.text)")
    }
    guard words.count >= runLength else { return [] }
    return Set(
      (0...(words.count - runLength)).map { start in
        Words.hash(of: words[start..<(start + runLength)])
      })
  }

  private static func share(_ left: Set<UInt64>, _ right: Set<UInt64>) -> Double {
    let common = left.intersection(right).count
    return Double(common) / Double(left.count + right.count - common)
  }

  private struct Band: Hashable {
    let number: Int
    let hashes: [UInt64]
  }

  /// 20 bands of 3 hashes: a pair that is half alike shares one with 93 % probability, one that is
  /// 70 % alike with 99.98 %.
  private static func bands(of runs: Set<UInt64>) -> [Band] {
    (0..<20).map { number in
      Band(
        number: number,
        hashes: (0..<3).map { row in
          let seed = mixed(UInt64(number * 3 + row + 1))
          return runs.reduce(UInt64.max) { min($0, mixed($1 ^ seed)) }
        })
    }
  }

  /// The finaliser of SplitMix64 (Steele, Lea, Flood 2014).
  private static func mixed(_ value: UInt64) -> UInt64 {
    var z = value &+ 0x9E37_79B9_7F4A_7C15
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
