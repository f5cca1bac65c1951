import TestSupport
import Testing

@testable import Diagnostics

@Suite struct EditDistanceTests {
  @Test(arguments: [
    ("title", "title", 0), ("titel", "title", 1), ("title", "titl", 1), ("title", "tittle", 1),
    ("title", "tytle", 1), ("kitten", "sitting", 3), ("", "abc", 3), ("żółw", "zolw", 3),
  ])
  func countsInsertionsDeletionsSubstitutionsAndSwaps(left: String, right: String, distance: Int) {
    #expect(editDistance(left, right, limit: 5) == distance)
    #expect(editDistance(right, left, limit: 5) == distance)
    #expect(editDistance(left, right, limit: distance) == distance)
    if distance > 0 { #expect(editDistance(left, right, limit: distance - 1) == nil) }
  }

  @Test func suggestsOnlyWhatIsNear() {
    #expect(didYouMean("titel", among: ["title", "tags"]) == "title")
    #expect(didYouMean("xyz", among: ["title", "tags"]) == nil)
    #expect(didYouMean("tag", among: ["tags", "tab"]) == "tab")
  }

  @Test func findsInAnIndexWhatComparingAllFinds() {
    var random = SeededGenerator(seed: 7)
    let letters = Array("abcde-")
    let names = (0..<500).map { _ in
      String(
        (0..<Int.random(in: 4...12, using: &random)).map { _ in
          letters[Int.random(in: 0..<letters.count, using: &random)]
        })
    }
    let index = NameIndex(names)
    for name in names.prefix(200) {
      #expect(index.closest(to: name) == name)
      // A letter changed at the end: the nearest of all is as near as what the index finds.
      let typo = String(name.dropLast()) + "x"
      let found = index.closest(to: typo).flatMap { editDistance(typo, $0, limit: 9) }
      let best = didYouMean(typo, among: names).flatMap { editDistance(typo, $0, limit: 9) }
      #expect(found == best, "\(typo)")
    }
  }
}
