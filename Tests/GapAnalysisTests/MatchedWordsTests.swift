import TestSupport
import Testing

@testable import GapAnalysis

@Suite struct MatchedWordsTests {
  private static let seed: UInt64 = 20261125
  private static let documents = 200

  /// A term's scores by document, at most 1,600.
  private struct Plain {
    let scores: [Int]

    init(using random: inout SeededGenerator) {
      let share = Int.random(in: 0...100, using: &random)
      let most = [1, 80, 255, 256, 1600][Int.random(in: 0..<5, using: &random)]
      scores = (0..<MatchedWordsTests.documents).map { _ in
        Int.random(in: 0..<100, using: &random) < share
          ? Int.random(in: 1...most, using: &random) : 0
      }
    }

    func add(to words: inout MatchedWords, as term: Int) {
      let found = scores.indices.filter { scores[$0] > 0 }
      let runs = [ArticleRuns.Run(key: UInt32(found.count), rarity: 2)]
      words.append(
        MatchedWords.Evidence(ideal: 1, unknownRuns: 0, runs: runs),
        term: [UInt8(term)], documents: found.map(UInt32.init), scores: found.map { scores[$0] },
        rowLength: found.count * 8 > scores.count ? scores.count : nil)
    }

    /// Within half of what an impact of 1 stands for, or one such for the smallest.
    func expect(_ number: Int, in words: MatchedWords) {
      var board = DocumentScores<UInt16>(documents: scores.count)
      words.add(words[number], to: &board, mayFind: true)
      var best: [(article: UInt32, score: UInt16)] = []
      board.takeBest(
        scores.count, adding: [], of: words.rows.span, articles: scores.indices.map(UInt32.init),
        into: &best)
      #expect(best.count == scores.count { $0 > 0 })
      #expect((best.first.map { Int($0.score) } ?? 0) <= words.most(of: words[number]))
      let step = ((scores.max() ?? 0) + 254) / 255
      for (document, score) in best {
        #expect(
          abs(Int(score) - scores[Int(document)]) < max(1, step), "seed \(MatchedWordsTests.seed)")
      }
      #expect(words.runs(of: words[number]).map(\.key) == [UInt32(best.count)])
    }
  }

  @Test func wordsAddWhatTheirTermsWereKeptWithAndTermsAreKeptOnce() {
    var random = SeededGenerator(seed: Self.seed)
    let terms = (0..<100).map { _ in Plain(using: &random) }
    let asked = (0..<400).map { _ in Int.random(in: terms.indices, using: &random) }
    var (words, once) = (MatchedWords(), MatchedWords())
    for first in stride(from: 0, to: asked.count, by: 70) {
      var part = MatchedWords()
      for term in asked[first..<min(first + 70, asked.count)] {
        terms[term].add(to: &part, as: term)
      }
      words.append(contentsOf: part)
    }
    #expect(words.count == asked.count)
    for (number, term) in asked.enumerated() { terms[term].expect(number, in: words) }
    for term in Set(asked).sorted() { terms[term].add(to: &once, as: term) }
    #expect(words.rows.count == once.rows.count, "seed \(Self.seed)")
    words.removeAll()
    #expect(words.count == 0 && words.bytes == 0)
    terms[0].add(to: &words, as: 0)
    terms[0].expect(0, in: words)
  }

  @Test func repeatedNeighboursAreKeptOnce() {
    for (repeated, once) in [([], []), ([1], [1]), ([1, 1, 2, 1, 3, 3, 3], [1, 2, 1, 3])] {
      var numbers: [Int] = repeated
      numbers.removeRepeated()
      #expect(numbers == once)
    }
  }
}
