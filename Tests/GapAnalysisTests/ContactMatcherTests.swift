import KnowledgeBase
import SearchIndex
import TestSupport
import Testing

@testable import GapAnalysis

@Suite struct ContactMatcherTests {
  private static let matcher = ContactMatcher(
    Fixture.carSharing,
    index: SearchIndex(
      SearchDocument.documents(of: Fixture.carSharing, in: Fixture.english),
      language: Fixture.english))

  @Test(arguments: [
    ("how long does a refund take", "refund"), ("where is my money", "refund"),
    ("fuel card", "refuel"), ("refuelling", "refuel"), ("parking", "park"),
    ("wher can i prak", "park"), ("30 euro hold", "hold"), ("cant unlok it", "unlock"),
  ])
  func findsTheArticleInOtherForms(question: String, article: String) {
    #expect(Self.matcher.match(question).article == ArticleID(article))
  }

  @Test(arguments: ["", "???", "zzz qqq", "гдекарта"])
  func coversNothingThatNoArticleKnows(text: String) {
    #expect(Self.matcher.match(text).coverage < 0.05)
  }

  @Test(arguments: [
    ("how long does a refund take", "refund"), ("refund", "refund of my aunt's bicycle"),
    ("where can i park", "where can i moor my boat"),
  ])
  func wordsThatNoArticleKnowsLowerTheCoverage(more: String, less: String) {
    #expect(Self.matcher.match(more).coverage > Self.matcher.match(less).coverage)
  }

  @Test func coverageStaysBetweenZeroAndOne() {
    for article in Fixture.carSharing.articles {
      let coverage = Self.matcher.match(article.wholeText).coverage
      #expect(coverage > 0.2 && coverage <= 1)
    }
  }

  @Test func candidatesComeBestFirst() {
    let scores = Self.matcher.match("card for the car").candidates.map(\.score)
    #expect(scores == scores.sorted(by: >))
    #expect(scores.count <= 5)
  }

  @Test func aHelpCentreWithoutArticlesMatchesNothing() {
    let library = Fixture.library([])
    let matcher = ContactMatcher(library, index: SearchIndex([], language: Fixture.english))
    #expect(matcher.match("refund").candidates.isEmpty)
  }

  @Test func matchesOfManyTextsAreThoseOfEach() {
    let seed: UInt64 = 20261125
    var random = SeededGenerator(seed: seed)
    let words =
      "how long does a refund take card fuel the prak parking unlok unlock car money 30 euro where"
      .split(separator: " ")
    let texts = (0..<3000).map { number in
      let picked = (0..<number % 9).map { _ in
        words[Int.random(in: 0..<words.count, using: &random)]
      }
      return picked.joined(separator: " ") + (number % 7 == 0 ? " word\(number)" : "")
    }
    #expect(Self.matcher.matches(texts) == texts.map(Self.matcher.match), "seed \(seed)")
  }

  @Test func matchesDoNotDependOnTheBatchesBefore() {
    let texts = ["where is my money", "zzz qqq", "", "wher can i prak", "cant unlok it"]
    var matching = Self.matcher.matching()
    _ = matching.matches(["park", "money back", "qqq"])
    #expect(matching.matches(texts) == texts.map(Self.matcher.match))
    #expect(matching.matches(texts) == texts.map(Self.matcher.match))
  }

  @Test func textsOfManyWordsAreMatchedAsWell() {
    let refund = Fixture.carSharing.articles.first { $0.id == ArticleID("refund") }?.wholeText ?? ""
    let long =
      Array(repeating: refund, count: 3).joined(separator: "\n")
      + (0..<400).map { " refund\($0)" }.joined()
    #expect(Self.matcher.match(long).article == ArticleID("refund"))
  }
}
