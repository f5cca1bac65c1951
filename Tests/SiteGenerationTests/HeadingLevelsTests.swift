import KnowledgeBase
import Testing

@testable import SiteGeneration

@Suite struct HeadingLevelsTests {
  /// The levels of headings as written, 0 for text before them, and as a page shows them.
  @Test(arguments: [
    ([0, 2, 3, 4, 2], [2, 3, 4, 2]), ([2, 4, 4, 3, 4], [2, 3, 3, 3, 4]), ([3, 3], [2, 2]),
    ([0, 6], [2]), ([2, 5, 6, 2, 4], [2, 3, 4, 2, 3]), ([0], []), ([], []),
  ])
  func goDownOneAtATime(written: [Int], shown: [Int]) {
    let sections = written.enumerated().map { number, level in
      Section(level: level, anchor: level > 0 ? "a\(number)" : "", title: "T", text: "")
    }
    func html(_ levels: [Int], _ sections: [Section]) -> String {
      zip(levels, sections).map { level, section in
        "<h\(level) id=\"\(section.anchor)\">T <em>x</em></h\(level)>\n<p>y</p>\n"
      }.joined()
    }
    let headings = sections.filter { $0.level > 0 }
    let own = "<p>z</p>\n" + html(headings.map(\.level), headings)
    let expected = "<p>z</p>\n" + html(shown, headings)
    #expect(HeadingLevels.inOrder(own, sections) == expected)
  }
}
