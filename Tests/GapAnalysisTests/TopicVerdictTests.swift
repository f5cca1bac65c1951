import KnowledgeBase
import Testing

@testable import GapAnalysis

@Suite struct TopicVerdictTests {
  /// What an article knows of the customers' main word and of another one.
  enum Knowledge { case asks, speaks, ignores }

  private static func evidence(
    coverage: Double = 0.2, share: Double = 0.9, main: Knowledge, other: Knowledge = .speaks,
    judged: Int = 20, solved: Int, burst: Double? = nil, isSure: Bool = false,
    elsewhere: Bool = false,
    revised: String? = nil
  ) -> TopicEvidence {
    let word = { (form: String, weight: Double, knowledge: Knowledge) in
      TopicEvidence.Word(
        word: TopicWords.Word(
          form: form, stem: form, spelling: form, share: weight / 4, weight: weight, prominence: 20),
        isKnown: knowledge != .ignores, isAsked: knowledge == .asks)
    }
    return TopicEvidence(
      coverage: coverage, nearest: ArticleID("a"), articleShare: share,
      words: [word("main", 3, main), word("other", 1, other)], judged: judged, solved: solved,
      contacts: 20, escalated: 0,
      burst: burst.map { TopicEvidence.Burst(share: $0, days: ["2026-10-13"], isSure: isSure) },
      elsewhere: elsewhere ? (ArticleID("b"), [Fixture.polish]) : nil, sourceRevised: revised)
  }

  @Test(arguments: [
    // The article asks it: found, however agents fare.
    (evidence(main: .asks, solved: 5), GapReport.Verdict.foundYetAsked),
    (evidence(main: .asks, solved: 20), .foundYetAsked),
    (evidence(coverage: 0.5, main: .ignores, solved: 5), .foundYetAsked),
    // It asks, though many contacts lie nearer to others.
    (evidence(share: 0.3, main: .asks, solved: 5), .missing),
    // It has the words, and covers none of the contacts, of which half lie near it.
    (evidence(coverage: 0.16, share: 0.55, main: .asks, solved: 5), .missing),
    (evidence(coverage: 0.28, share: 0.55, main: .asks, solved: 5), .foundYetAsked),
    // It only speaks of the same thing: the agents tell.
    (evidence(main: .speaks, solved: 5), .missing),
    (evidence(main: .speaks, solved: 19), .foundYetAsked),
    // Agents know an answer, and no article is clearly it.
    (evidence(share: 0.3, main: .speaks, solved: 19), .missing),
    (evidence(coverage: 0.28, share: 0.3, main: .speaks, solved: 19), .foundYetAsked),
    // It doesn't know the word: the agents tell.
    (evidence(main: .ignores, solved: 5), .missing),
    (evidence(main: .ignores, solved: 19), .notFound),
    (evidence(share: 0.2, main: .ignores, solved: 19), .notFound),
    // The log doesn't say what became of them: nearness tells.
    (evidence(main: .ignores, judged: 0, solved: 0), .notFound),
    (evidence(share: 0.3, main: .ignores, judged: 0, solved: 0), .missing),
    (evidence(coverage: 0.05, main: .ignores, judged: 0, solved: 0), .missing),
    // Two days, another language, an old translation.
    (evidence(main: .ignores, solved: 5, burst: 0.9), .notContent),
    (evidence(main: .ignores, solved: 5, burst: 0.5), .missing),
    (evidence(main: .asks, solved: 5, burst: 0.9), .foundYetAsked),
    (evidence(main: .asks, solved: 5, burst: 0.9, isSure: true), .notContent),
    (evidence(main: .ignores, solved: 5, elsewhere: true), .otherLanguageOnly),
    (evidence(main: .asks, solved: 5, revised: "2026-09-14"), .outdatedTranslation),
  ])
  func followsTheEvidence(evidence: TopicEvidence, verdict: GapReport.Verdict) {
    #expect(TopicVerdict(evidence).verdict == verdict)
  }

  @Test func saysWhy() {
    let missing = TopicVerdict(Self.evidence(main: .ignores, solved: 5))
    #expect(missing.reasons.map(\.kind) == [.unknownWords, .nearArticle, .seldomSolved])
    #expect(missing.reasons.first?.words == ["main"])
    #expect(missing.reasons.last?.share == 0.25)
  }

  @Test func isUnsureWhereTheLogSaysLittle() {
    #expect(TopicVerdict(Self.evidence(main: .ignores, solved: 5)).confidence == .likely)
    #expect(
      TopicVerdict(Self.evidence(share: 0.3, main: .ignores, judged: 2, solved: 0)).confidence
        == .unsure)
  }
}
