import TestSupport
import TextAnalysis
import Testing

@testable import GapAnalysis

@Suite struct NumberedTextsTests {
  @Test func wordsAreNumberedByTheirFirstAppearance() {
    let texts = NumberedTexts(["Where is my card?", "my Cards"], suffixes: .english)
    #expect(texts.words(of: 0).map { $0 } == [0, 1, 2, 3])
    #expect(texts.words(of: 1).map { $0 } == [2, 4])
    #expect(texts.stem(of: 3) == texts.stem(of: 4))
  }

  /// Beside one table of words that all texts are added to in turn.
  @Test(arguments: 1...3 as ClosedRange<UInt64>)
  func manyTextsAreNumberedOnAllCoresAsOneAfterAnother(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let texts = (0..<NumberedTexts.chunk * 2 + 5).map { _ in
      (0..<Int.random(in: 0...3, using: &generator)).map { _ in
        "word\(Int.random(in: 0..<2_000, using: &generator))s"
      }.joined(separator: " ")
    }
    let numbered = NumberedTexts(texts, suffixes: .english)
    #expect(numbered.count == texts.count)
    var forms = FormTable()
    for (number, text) in texts.enumerated() {
      let words = Tokenizer.tokens(in: text).map { Int32(forms.insert(Array($0.form.utf8)[...])) }
      guard Array(numbered.words(of: number)) != words else { continue }
      Issue.record("text \(number): \(text)")
      return
    }
    #expect((0..<forms.count).map { forms[$0] } == (0..<forms.count).map { numbered.forms[$0] })
  }
}
