import KnowledgeBase
import Testing

@testable import GapAnalysis

/// Which section of an article that is asked for nevertheless is to be improved.
@Suite struct ImprovedSectionTests {
  private static let article = Fixture.article(
    "refund", "Refunds", text: "Ask for the refund in the app.",
    sections: [
      Section(
        level: 2, anchor: "card", title: "Paid by card",
        text: "The bank returns the money in five days."),
      Section(level: 2, anchor: "trouble", title: "If it is late", text: "Ask your bank first."),
    ])

  private static func word(_ form: String, _ weight: Double) -> TopicWords.Word {
    TopicWords.Word(
      form: form, stem: form, spelling: form, share: 1, weight: weight, prominence: 1)
  }

  @Test(
    arguments: [
      ([("card", 1.0), ("days", 1.0)], "Paid by card"), ([("late", 1)], "If it is late"),
      // In any inflection; of equals the first.
      ([("banks", 1)], "Paid by card"), ([("returned", 1), ("late", 2)], "If it is late"),
      // What stands at the top is the article itself, and so is what stands nowhere.
      ([("app", 2), ("late", 1)], nil), ([("umbrella", 1)], nil), ([], nil),
    ] as [([(String, Double)], String?)])
  func holdsMostOfWhatIsAsked(words: [(String, Double)], title: String?) throws {
    let library = Fixture.library([Self.article])
    let index = try #require(Fixture.indexes(library)[Fixture.english])
    let section = ArticleVocabulary(library, index: index)
      .section(of: Self.article, on: words.map(Self.word))
    #expect(section?.title == title)
  }
}
