import TestSupport
import Testing

@testable import SearchIndex

@Suite struct PostingListsTests {
  private struct Posting: Equatable {
    let document: UInt32
    let impact: UInt8
  }

  private static func lists(_ forms: [[Posting]]) -> PostingLists {
    var lists = PostingLists()
    for form in forms {
      for posting in form { lists.append(posting.document, posting.impact) }
      lists.endForm()
    }
    return lists
  }

  private static func forms(_ lists: PostingLists) -> [[Posting]] {
    (0..<lists.forms).map { form in
      lists[form].map { Posting(document: lists.documents[$0], impact: lists.impacts[$0]) }
    }
  }

  @Test(arguments: UInt64(1)...20)
  func takingFormsOutLeavesTheOthersAsTheyWere(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let all = (0..<Int.random(in: 1..<30, using: &random)).map { _ in
      (0..<Int.random(in: 0..<6, using: &random)).map { document in
        Posting(document: UInt32(document), impact: UInt8.random(in: 1..<32, using: &random))
      }
    }
    let gone = all.indices.filter { _ in Bool.random(using: &random) }
    var lists = Self.lists(all)
    lists.remove(gone)
    #expect(Self.forms(lists) == all.indices.filter { !gone.contains($0) }.map { all[$0] })
    #expect(lists.count == Self.forms(lists).joined().count)
  }

  @Test(arguments: UInt64(1)...20)
  func postingsWithTheHighestImpactsAreKept(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let all = (0..<30).map { _ in
      (0..<Int.random(in: 0..<40, using: &random)).map { document in
        Posting(document: UInt32(document), impact: UInt8.random(in: 1..<5, using: &random))
      }
    }
    let most = Int.random(in: 1..<20, using: &random)
    var lists = Self.lists(all)
    let leftOut = lists.keep(most: most)
    let kept = all.map { form in
      form.sorted { ($1.impact, $0.document) < ($0.impact, $1.document) }.prefix(most)
        .sorted { $0.document < $1.document }
    }
    #expect(Self.forms(lists) == kept)
    #expect(lists.count == kept.joined().count)
    #expect(all.indices.allSatisfy { leftOut[$0] ?? 0 == all[$0].count - kept[$0].count })
  }

  @Test func someFormsAreNumberedFromZero() {
    let all = (0..<5).map { form in
      (0..<form).map { Posting(document: UInt32($0), impact: UInt8(form)) }
    }
    #expect(Self.forms(Self.lists(all).only(2..<4)) == [all[2], all[3]])
    #expect(Self.forms(Self.lists(all).only(5..<5)) == [])
  }
}
