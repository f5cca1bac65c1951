import KnowledgeBase
import TextAnalysis
import Testing

@testable import GapAnalysis

@Suite struct UntranslatedArticlesTests {
  private static let russian = Fixture.language("ru")

  /// English and Russian have the same articles but for one on driving abroad.
  private static let library = Fixture.library([
    Fixture.article("abroad", "Can I cross the border with the car?"),
    Fixture.article("prices", "Prices", text: "A trip across the border\nA trip in the city"),
    Fixture.article(
      "prices", "Цены", text: "Поездка за границу\nПоездка по городу", language: russian),
    Fixture.article("smoke", "Can I smoke in the car?"),
    Fixture.article("smoke", "Можно ли курить в машине?", language: russian),
  ])

  private static func word(_ form: String, weight: Double) -> TopicWords.Word {
    TopicWords.Word(
      form: form, stem: SuffixTable.russian.stem(form), spelling: form, share: 1, weight: weight,
      prominence: 20)
  }

  @Test func anArticleIsKnownByWordsOnTheSameLinesOfTranslations() throws {
    let untranslated = UntranslatedArticles(Self.library, language: Self.russian)
    let found = try #require(
      untranslated.article(on: [Self.word("границу", weight: 2), Self.word("выезд", weight: 1)]))
    #expect(found.article == ArticleID("abroad"))
    #expect(found.languages == [Fixture.english])
  }

  @Test func wordsThatSayLittleLeadToNoArticle() {
    let untranslated = UntranslatedArticles(Self.library, language: Self.russian)
    #expect(
      untranslated.article(on: [Self.word("можно", weight: 2), Self.word("жена", weight: 1)]) == nil
    )
  }
}
