import KnowledgeBase
import TestSupport
import TextAnalysis
import Testing

@testable import GapAnalysis

@Suite struct ArticleRunsTests {
  private static let seed: UInt64 = 20261125

  /// Nothing but dictionaries: what the packed entries must say as well.
  private struct Plain {
    let counts: [UInt32: Int]
    let passages: [Set<UInt32>]
    let longer: Double
    let rarity: (UInt32) -> Float

    init(_ article: Article, averageLength: Double, rarity: @escaping (UInt32) -> Float) {
      let runs = Self.keys(in: article.wholeText)
      counts = Dictionary(runs.map { ($0, 1) }, uniquingKeysWith: +)
      var sentences = [article.title] + article.frontMatter.questions
      for text in article.sections.map(\.text) {
        for sentence in text.split(separator: ".").map(String.init)
        where sentence.utf8.count > 2 && !sentences.contains(sentence) {
          sentences.append(sentence)
        }
      }
      passages = sentences.prefix(255).map { Set(Self.keys(in: $0)) }
      longer = 1.2 * (1 + 0.75 * (Double(runs.count) / averageLength - 1))
      self.rarity = rarity
    }

    func likeness(to runs: [ArticleRuns.Run]) -> (held: Float, closest: Float) {
      var held: Float = 0
      for run in runs {
        guard let count = counts[run.key].map({ Double(min($0, 255)) }) else { continue }
        held += run.rarity * Float(count / (count + longer))
      }
      let cosines = passages.map { passage in
        let product = runs.reduce(Float(0)) {
          passage.contains($1.key) ? $0 + $1.rarity * $1.rarity : $0
        }
        let square = passage.sorted().reduce(Float(0)) { $0 + rarity($1) * rarity($1) }
        return square > 0 ? product * (1 / square.squareRoot()) : 0
      }
      return (held, cosines.max() ?? 0)
    }

    static func keys(in text: String) -> [UInt32] {
      Tokenizer.tokens(in: text).flatMap { token in
        CharacterRuns.of(form: Array(token.form.utf8)).map(CharacterRuns.key)
      }
    }
  }

  /// Of very many runs more begin alike than are looked at together.
  @Test(arguments: [0, 1, 3, 40, 700, 4_000])
  func likenessIsThatOfSetsOfRuns(sentences: Int) {
    var random = SeededGenerator(seed: Self.seed &+ UInt64(sentences))
    let words = (0..<max(120, sentences)).map { _ in
      String(
        (0..<Int.random(in: 1...9, using: &random)).map { _ in
          "abcdeęłśzж".randomElement(using: &random) ?? "a"
        })
    }
    func text(_ count: Int) -> String {
      (0..<count).map { _ in words[Int.random(in: 0..<words.count, using: &random)] }
        .joined(separator: " ")
    }
    let article = Fixture.article(
      "a", text(4), questions: [text(6)],
      text: (0..<sentences).map { _ in text(Int.random(in: 1...12, using: &random)) }
        .joined(separator: "."))
    let rarity = { (key: UInt32) in 1 + Float(key % 8) }
    var packed = ArticleRuns(article)
    packed.weigh(averageLength: 300, rarity: rarity)
    let plain = Plain(article, averageLength: 300, rarity: rarity)
    #expect(Array(packed.keys) == plain.counts.keys.sorted())
    var products = ArticleRuns.roomForProducts
    for length in 0..<60 {
      let runs = Set(Plain.keys(in: text(length % 12) + " zzzz")).sorted()
        .map { ArticleRuns.Run(key: $0, rarity: rarity($0)) }
      let (held, closest) = packed.likeness(to: runs.span, products: &products)
      let expected = plain.likeness(to: runs)
      #expect(held == expected.held, "seed \(Self.seed)")
      #expect(abs(closest - expected.closest) < 1e-5, "seed \(Self.seed)")
    }
  }
}
