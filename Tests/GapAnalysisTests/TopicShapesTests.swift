import KnowledgeBase
import Testing

@testable import GapAnalysis

/// Topics as the reviewer put them together and took them apart.
@Suite struct TopicShapesTests {
  private static let groups = [[0, 1, 2, 3], [4, 5], [6, 7]]
  private static let heaviest = [["lose", "bag"], ["find", "luggag"], ["refund", "mone"]]
  /// The stems of each member.
  private static let texts = [
    ["lose", "bag"], ["lose", "key"], ["lose", "bag"], ["lose", "key"], ["find", "luggag"],
    ["find", "luggag"], ["refund"], ["mone"],
  ]

  private static func keep(_ gap: String, _ words: [String]) -> ReviewDecision {
    ReviewDecision(gap: gap, action: .keep, words: words)
  }

  private static let lost = keep("en-bag-lose", ["lose", "bag"])

  private static func shapes(
    _ decisions: [ReviewDecision], remembered: [ReviewDecision] = []
  ) -> [String: [Int]] {
    let topics = TopicShapes(decisions, remembered: remembered, language: Fixture.english)
    let shapes = topics.shapes(
      of: groups, heaviest: heaviest
    ) { member, stems in texts[member].contains(where: stems.contains) }
    #expect(shapes.flatMap(\.members).sorted() == Array(0..<8))
    return Dictionary(
      uniqueKeysWithValues: shapes.map { ($0.decision?.gap ?? "\($0.members)", $0.members) })
  }

  @Test func staysAsItIsWithoutDecisions() {
    #expect(Set(Self.shapes([]).values) == Set(Self.groups))
  }

  @Test func whatIsRememberedKeepsItsName() {
    let shapes = Self.shapes([], remembered: [Self.keep("en-sack", ["lose", "bag", "sack"])])
    #expect(shapes["en-sack"] == [0, 1, 2, 3])
    #expect(shapes.count == 3)
  }

  @Test func whatWasDecidedGoesBeforeWhatIsRemembered() {
    let decided = Self.keep("en-lose-sack", ["lose", "sack"])
    let shapes = Self.shapes([decided], remembered: [Self.lost])
    #expect(shapes["en-lose-sack"] == [0, 1, 2, 3])
    // Under the decision's words the topic isn't known again, and keeps its own name.
    let moved = Self.keep("en-bag-lose", ["umbrella"])
    #expect(Self.shapes([moved], remembered: [Self.lost])["en-bag-lose"] == nil)
  }

  @Test func whatIsMergedIsOne() {
    var luggage = Self.keep("en-find-luggag", ["find", "luggag"])
    luggage.into = "en-bag-lose"
    let shapes = Self.shapes([Self.lost, luggage])
    #expect(shapes["en-bag-lose"] == [0, 1, 2, 3, 4, 5])
    #expect(shapes.count == 2)
  }

  @Test func whatIsAPartOfAPartIsAPartOfTheWhole() {
    var luggage = Self.keep("en-find-luggag", ["find", "luggag"])
    luggage.into = "en-bag-lose"
    var refund = Self.keep("en-refund", ["refund", "mone"])
    refund.into = "en-find-luggag"
    #expect(Self.shapes([Self.lost, luggage, refund]) == ["en-bag-lose": Array(0..<8)])
  }

  @Test func partsOfEachOtherStayApart() {
    var (lost, luggage) = (Self.lost, Self.keep("en-find-luggag", ["find", "luggag"]))
    lost.into = "en-find-luggag"
    luggage.into = "en-bag-lose"
    #expect(Self.shapes([lost, luggage]).count == 3)
  }

  @Test func aPartOfWhatIsForgottenStandsByItself() {
    var luggage = Self.keep("en-find-luggag", ["find", "luggag"])
    luggage.into = "en-forgotten"
    #expect(Self.shapes([luggage])["en-find-luggag"] == [4, 5])
  }

  @Test func contactsWithTheWordLeaveTheTopic() {
    var keys = Self.keep("en-bag-lose-key", ["key"])
    keys.from = "en-bag-lose"
    let shapes = Self.shapes([Self.lost, keys])
    #expect(shapes["en-bag-lose"] == [0, 2])
    #expect(shapes["en-bag-lose-key"] == [1, 3])
  }

  /// Another month the part may be a group from the start.
  @Test func aPartIsKnownAgainWhereItIsAGroupOfItsOwn() {
    var money = Self.keep("en-bag-lose-refund", ["refund"])
    money.from = "en-bag-lose"
    #expect(Self.shapes([Self.lost, money])["en-bag-lose-refund"] == [6, 7])
  }

  @Test func decisionsOfOtherLanguagesDoNothing() {
    var keys = Self.keep("pl-key", ["key"])
    keys.from = "en-bag-lose"
    #expect(Self.shapes([Self.lost, keys])["en-bag-lose"] == [0, 1, 2, 3])
  }

  @Test func partsAreNamedInLatinLettersByTheirStems() {
    let stems = TopicShapes.stems(of: "Ключи ключей", language: "ru")
    #expect(stems.count == 1)
    #expect(TopicShapes.id(of: stems, from: "ru-vesi-zab").hasPrefix("ru-vesi-zab-klju"))
  }
}
