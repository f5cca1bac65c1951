import ContactLog
import KnowledgeBase
import Testing

@testable import GapAnalysis

/// What a contact takes from others that are alike: coverage and article.
struct ReviewedContactTests {
  private static func match(_ scores: (String, Double)...) -> ContactMatch {
    ContactMatch(
      candidates: scores.map { ContactMatch.Candidate(article: ArticleID($0), score: $1) })
  }

  private static func reviewed(_ match: ContactMatch) -> ReviewedContact {
    ReviewedContact(
      contact: Fixture.contact(1, "x", on: "2026-10-01"), language: Fixture.english, match: match,
      period: 0)
  }

  private static let torn = match(("refund", 0.30), ("deposit", 0.29))

  @Test func aContactThatIsTornTakesTheArticleOfThoseThatAreAlike() {
    let contact = Self.reviewed(Self.torn)
    let learned = contact.learned(
      from: [(weight: 1, match: Self.match(("deposit", 0.5), ("refund", 0.1)))], share: 0.3)
    #expect(learned.article == ArticleID("deposit"))
    // 0.7 · 0.30 + 0.3 · 0.5
    #expect(abs(learned.coverage - 0.36) < 1e-9)
  }

  @Test func aContactThatIsSureKeepsItsArticle() {
    let contact = Self.reviewed(Self.match(("refund", 0.6)))
    let learned = contact.learned(
      from: [(weight: 1, match: Self.match(("deposit", 0.5)))], share: 0.3)
    #expect(learned.article == ArticleID("refund"))
  }

  @Test func thoseThatAreMoreAlikeCountMore() {
    let contact = Self.reviewed(Self.torn)
    let learned = contact.learned(
      from: [
        (weight: 9, match: Self.match(("refund", 0.4))),
        (weight: 1, match: Self.match(("deposit", 0.4))),
      ], share: 0.3)
    #expect(learned.article == ArticleID("refund"))
  }

  @Test func aContactLikeNoOtherStaysAsItIs() {
    let contact = Self.reviewed(Self.torn)
    let learned = contact.learned(from: [], share: 0.3)
    #expect(learned.article == ArticleID("refund"))
    #expect(learned.coverage == 0.30)
  }
}
