import Foundation
import TestSupport
import Testing
import TextAnalysis

@testable import SearchIndex

@Suite struct VocabularyTests {
  /// The textbook recursion over whole words.
  private func slowDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var rows = [[Int]](repeating: [Int](repeating: 0, count: b.count + 1), count: a.count + 1)
    for i in 0...a.count {
      for j in 0...b.count {
        if i == 0 || j == 0 {
          rows[i][j] = i + j
          continue
        }
        rows[i][j] = min(
          rows[i - 1][j] + 1, rows[i][j - 1] + 1,
          rows[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          rows[i][j] = min(rows[i][j], rows[i - 2][j - 2] + 1)
        }
      }
    }
    return rows[a.count][b.count]
  }

  private func vocabulary(_ words: Set<String>) -> Vocabulary {
    let sorted = FormTable(words)
    let ordered = FormTable(sorted.sortedNumbers().map { sorted[$0] })
    return Vocabulary(
      words: ordered, pairs: [], stems: ordered,
      stemOfWord: (0..<UInt32(ordered.count)).map(\.self))
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func nearestWordsAreThoseOfTheTextbookThatBeginAlike(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let words = Set((0..<600).map { _ in random.word(of: "abcя漢𝐀", upTo: 9) })
    let vocabulary = vocabulary(words)
    for _ in 0..<60 {
      let word = random.word(of: "abcя漢𝐀", upTo: 9)
      for limit in 1...2 {
        let found = vocabulary.words(within: limit, of: Array(word.utf8)[...])
          .map { "\(vocabulary[$0.number]) \($0.distance)" }
        let expected = (0..<vocabulary.count).compactMap { number -> String? in
          let other = vocabulary[number]
          let distance = slowDistance(Array(word.unicodeScalars), Array(other.unicodeScalars))
          return distance > 0 && distance <= limit ? "\(other) \(distance)" : nil
        }
        let alike = expected.filter { word.prefix(2).contains($0[$0.startIndex]) }
        let considered = alike.isEmpty ? expected : alike
        let fewest = considered.contains { $0.hasSuffix(" 1") } ? " 1" : " 2"
        #expect(
          found == considered.filter { $0.hasSuffix(fewest) },
          "seed \(seed), \(word) within \(limit)")
      }
    }
  }

  @Test func beginningsAndPartsAreThoseOfALinearScan() {
    var random = SeededGenerator(seed: 4)
    let vocabulary = vocabulary(Set((0..<900).map { _ in random.word(of: "abя", upTo: 7) }))
    let all = (0..<vocabulary.count).map { vocabulary[$0] }
    for _ in 0..<200 {
      let part = random.word(of: "abя", upTo: 4)
      let utf8 = Array(part.utf8)[...]
      #expect(
        Array(vocabulary.words(beginningWith: utf8))
          == all.indices.filter { all[$0].hasPrefix(part) })
      #expect(
        vocabulary.words(containing: utf8)
          == all.indices.filter { all[$0].contains(part) && all[$0] != part })
    }
  }

  @Test func sharedLettersAreCountedWhole() {
    #expect(Array("карта".utf8).sharedLetters(with: Array("каша".utf8)[...]) == 2)
    #expect(Array("р".utf8).sharedLetters(with: Array("с".utf8)[...]) == 0)
    #expect(Array("fuel".utf8).sharedLetters(with: Array("fuel".utf8)[...]) == 4)
    #expect(Array("fuel".utf8).sharedLetters(with: Array("fuels".utf8)[...]) == 4)
  }
}

@Suite struct ImpactTests {
  @Test func rarityIsOneAndTheLogarithmWithinAThousandth() {
    #expect(Impact.rarity(of: 1, in: 1) == 1448)
    for total in [1, 20, 10_000, 1_000_000] {
      for documents in Set([0, 1, total / 3, total]).sorted() {
        let exact = 1 + log2(Double(total + 1) / (Double(documents) + 0.5))
        #expect(abs(Double(Impact.rarity(of: documents, in: total)) / 1024 - exact) < 0.003)
      }
    }
  }

  /// As `Impact.score` takes for granted.
  @Test func scoresAreOfFewBits() {
    #expect(Impact.rarity(of: 0, in: 1_000_000_000) <= 0x7FFF)
    #expect(1024 + Impact.saturation <= 0xFFF)
  }

  @Test func levelsAreTheNearestOnTheScale() {
    for level in 1...31 {
      #expect(ImpactScale().level(of: Float(Impact.frequencies[level]) / 1024) == UInt8(level))
    }
    #expect(ImpactScale().level(of: 0) == 1)
    #expect(ImpactScale().level(of: 1e9) == 31)
  }

  @Test func severalAreDividedAtATimeAsWholeNumbersAre() {
    let most = 1024 + Impact.saturation
    for frequency in Array(0..<100_000) + Array(stride(from: 100_000, to: 20_000_000, by: 997)) {
      let missing = (most * Impact.saturation - 1) / (frequency + Impact.saturation)
      #expect(Impact.saturated(frequency) == most - 1 - missing)
    }
  }

  @Test func moreOfAWordNeverCountsLess() {
    let saturated = Impact.frequencies.map(Impact.saturated)
    #expect(saturated == saturated.sorted())
    #expect(saturated.allSatisfy { $0 < 1024 + Impact.saturation })
  }
}

@Suite struct TopDocumentsTests {
  @Test(arguments: [UInt64(1), 2, 3, 4])
  func areThoseOfSorting(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let scores = (0..<300).map { _ in Int32.random(in: 0..<40, using: &random) }
    // Articles of one document to four.
    let articles = scores.indices.map { UInt32(($0 / 9) * 4 + min($0 % 9, 3)) }
    for limit in [0, 1, 3, 10, 40, 400] {
      var top = TopDocuments(limit: limit)
      for document in scores.indices {
        top.insert(document, of: articles[document], score: scores[document])
      }
      let best = Dictionary(grouping: scores.indices, by: { articles[$0] }).values.compactMap {
        $0.min { (-scores[$0], $0) < (-scores[$1], $1) }
      }
      let expected = best.filter { scores[$0] > 0 }
        .sorted { (-scores[$0], $0) < (-scores[$1], $1) }.prefix(limit)
      #expect(top.documents() == Array(expected), "seed \(seed), limit \(limit)")
    }
  }
}
