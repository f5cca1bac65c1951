import TestSupport
import Testing

@testable import GapAnalysis

@Suite struct MatchedWordsTests {
  private static let seed: UInt64 = 20261125
  private static let documents = 200

  /// A word's scores by document, at most 1,600, and whether it is known.
  private struct Plain {
    let scores: [Int]
    let isKnown: Bool

    init(using random: inout SeededGenerator) {
      let share = Int.random(in: 0...100, using: &random)
      let most = [1, 80, 255, 256, 1600][Int.random(in: 0..<5, using: &random)]
      scores = (0..<MatchedWordsTests.documents).map { _ in
        Int.random(in: 0..<100, using: &random) < share
          ? Int.random(in: 1...most, using: &random) : 0
      }
      isKnown = Bool.random(using: &random)
    }

    func add(to words: inout MatchedWords) {
      let found = scores.indices.filter { scores[$0] > 0 }
      let runs = [ArticleRuns.Run(key: UInt32(found.count), rarity: 2)]
      words.append(
        MatchedWords.Evidence(ideal: 1, unknownRuns: 0, runs: runs, isKnown: isKnown),
        documents: found.map(UInt32.init), scores: found.map { scores[$0] },
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
      #expect((best.first.map { Int($0.score) } ?? 0) <= words[number].most)
      let step = ((scores.max() ?? 0) + 254) / 255
      for (document, score) in best {
        #expect(
          abs(Int(score) - scores[Int(document)]) < max(1, step), "seed \(MatchedWordsTests.seed)")
      }
      #expect(words.runs(of: words[number]).map(\.key) == [UInt32(best.count)])
    }
  }

  @Test func wordsAddWhatTheyWereKeptWithThroughJoiningAndForgetting() {
    var random = SeededGenerator(seed: Self.seed)
    let plain = (0..<300).map { _ in Plain(using: &random) }
    var words = MatchedWords()
    for first in stride(from: 0, to: plain.count, by: 70) {
      var part = MatchedWords()
      for word in plain[first..<min(first + 70, plain.count)] { word.add(to: &part) }
      words.append(contentsOf: part)
    }
    #expect(words.count == plain.count)
    for (number, word) in plain.enumerated() { word.expect(number, in: words) }
    let bytes = words.bytes
    let stay = words.removeAll { !$0.isKnown }
    #expect(stay == plain.indices.filter { plain[$0].isKnown })
    #expect(words.bytes < bytes)
    for (number, old) in stay.enumerated() { plain[old].expect(number, in: words) }
    plain[0].add(to: &words)
    plain[0].expect(stay.count, in: words)
    words.removeAll()
    #expect(words.count == 0 && words.bytes == 0)
  }

  @Test func repeatedNeighboursAreKeptOnce() {
    for (repeated, once) in [([], []), ([1], [1]), ([1, 1, 2, 1, 3, 3, 3], [1, 2, 1, 3])] {
      var numbers: [Int] = repeated
      numbers.removeRepeated()
      #expect(numbers == once)
    }
  }
}
