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

  @Test func someFormsAreNumberedFromZero() {
    let all = (0..<5).map { form in
      (0..<form).map { Posting(document: UInt32($0), impact: UInt8(form)) }
    }
    #expect(Self.forms(Self.lists(all).only(2..<4)) == [all[2], all[3]])
    #expect(Self.forms(Self.lists(all).only(5..<5)) == [])
  }
}
