import TestSupport
import Testing

@testable import GapAnalysis

@Suite struct DocumentScoresTests {
  private static let seed: UInt64 = 20261125

  @Test(arguments: [0, 1, 5, 63, 64, 65, 1000])
  func theBestAreThoseOfSortedSums(documents: Int) {
    var random = SeededGenerator(seed: Self.seed &+ UInt64(documents))
    let articles = (0..<documents).map { UInt32($0 / 3) }
    var board = DocumentScores<UInt32>(documents: documents)
    var best: [(article: UInt32, score: UInt32)] = []
    for round in 0..<20 {
      // Where nothing asks for what others found, rows are added late.
      let areLate = round % 2 == 0
      var (rows, late) = ([UInt8](), [DocumentRow]())
      var sums = [Int](repeating: 0, count: documents)
      for word in 0..<6 {
        let row = (0..<documents).map { _ in UInt8(Int.random(in: 0...40, using: &random)) }
        let step = UInt16(word + 1)
        let mayFind = areLate || word < 4
        if areLate, word % 2 == 0 {
          late.append(DocumentRow(first: rows.count, step: step, most: 40 * Int(step)))
          rows += row
        } else if word % 2 == 0 {
          board.add(row: row.span, step: step, mayFind: mayFind)
        } else {
          let documents = row.indices.filter { row[$0] > 20 }.map { UInt32($0) }
          let scores = documents.map { row[Int($0)] }
          board.add(scores.span, step: step, for: documents.span, mayFind: mayFind)
        }
        for document in row.indices where word % 2 == 0 || row[document] > 20 {
          if mayFind || sums[document] > 0 { sums[document] += Int(row[document]) * (word + 1) }
        }
      }
      board.takeBest(4, adding: late, of: rows.span, articles: articles, into: &best)
      var seen: Set<UInt32> = []
      let expected = sums.indices.filter { sums[$0] > 0 }
        .sorted { (-sums[$0], $0) < (-sums[$1], $1) }
        .filter { seen.insert(articles[$0]).inserted }.prefix(4)
      #expect(best.map(\.article) == expected.map { articles[$0] }, "seed \(Self.seed)")
      #expect(best.map(\.score) == expected.map { UInt32(sums[$0]) })
    }
    board.takeBest(4, adding: [], of: Span(), articles: articles, into: &best)
    #expect(best.isEmpty)
  }
}
