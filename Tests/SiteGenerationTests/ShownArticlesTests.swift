import Testing

@testable import SiteGeneration

@Suite struct ShownArticlesTests {
  @Test(
    arguments: [
      ([], []), ([4..<7], [4, 5, 6]), ([4..<7, 4..<7], [4, 5, 6]),
      ([5..<9, 2..<6], [2, 3, 4, 5, 6, 7, 8]),
      ([0..<9, 3..<4, 8..<10], Array(0..<10)), ([7..<8, 3..<3, 1..<2], [1, 7]),
    ] as [([Range<Int>], [UInt32])])
  func saysEachArticleOnce(_ noted: [Range<Int>], _ numbers: [UInt32]) {
    let shown = ShownArticles()
    for range in noted { shown.note(range) }
    #expect(shown.numbers == numbers)
  }
}
