import CivilCalendar
import KnowledgeBase

/// What is known about a group of contacts before it is judged.
struct TopicEvidence {
  struct Word {
    let word: TopicWords.Word
    /// Whether the nearest article holds it anywhere, and in title, questions or headings.
    let isKnown: Bool
    let isAsked: Bool
  }

  /// Contacts that come within two days of a much longer period.
  struct Burst {
    let share: Double
    let days: [String]
    /// Whether they are many, or much else came then.
    let isSure: Bool
  }

  /// The mean of the contacts.
  let coverage: Double
  let nearest: ArticleID?
  /// In what share of the contacts that article is nearest.
  let articleShare: Double
  /// What sets the group apart, heaviest first.
  let words: [Word]
  /// Contacts of which the log says whether they were solved at once, and how many were.
  let judged: Int
  let solved: Int
  let contacts: Int
  let escalated: Int
  let burst: Burst?
  /// The article that answers in other languages, and those languages.
  var elsewhere: (article: ArticleID, languages: [Language])?
  /// The day the source was revised, if the nearest article translates an older state of it.
  let sourceRevised: String?

  /// Whether the article's questions hold every word that weighs nearly as much as the heaviest.
  var asksMainWords: Bool {
    guard let heaviest = words.first?.word.weight else { return false }
    return words.prefix { $0.word.weight >= 0.75 * heaviest }.allSatisfy(\.isAsked)
  }

  /// The share of the words' weight that the article knows.
  var knownShare: Double { share { $0.isKnown } }
  /// The share of the words' weight that the article's questions hold.
  var askedShare: Double { share { $0.isAsked } }

  private func share(_ isCounted: (Word) -> Bool) -> Double {
    let total = words.reduce(0) { $0 + $1.word.weight }
    guard total > 0 else { return 0 }
    return words.filter(isCounted).reduce(0) { $0 + $1.word.weight } / total
  }
}

/// The verdict on a topic, with how sure it is and why.
///
/// An article that answers a question asks it: in its title, its `questions` or a heading. Where it
/// only speaks of the same things, as an article on refuelling speaks of the fuel card, the question
/// itself may not be answered. Then the agents tell: where they solve the contact at once, there is
/// an answer that customers didn't find, else there is none.
struct TopicVerdict {
  /// The words' weight in an article's questions from which it asks what customers ask.
  private static let asked = 0.4
  /// The same for an article that is nearest to nearly all of the contacts.
  private static let askedByOne = 0.3
  static let nearlyAll = 0.8
  /// The coverage from which wording doesn't matter.
  private static let wellCovered = 0.31
  /// The share of contacts from which an article is clearly nearest.
  private static let near = 0.5
  /// The words' weight in an article from which it speaks of what customers ask about.
  private static let spoken = 0.4
  /// The share solved at once from which agents know the answer.
  static let solvedAtOnce = 0.75
  private static let fewestJudged = 5
  /// The share of contacts within two days that makes an incident.
  private static let incident = 0.7
  /// The coverage and share from which an article is meant though its words are others.
  private static let meantCoverage = 0.135
  static let meantShare = 0.6

  let verdict: GapReport.Verdict
  let confidence: GapReport.Confidence
  let reasons: [GapReport.Reason]

  /// - Parameters:
  ///   - decision: what was decided in an earlier review, if anything was.
  ///   - today: the day up to which a decision to ignore is compared.
  init(_ evidence: TopicEvidence, decision: ReviewDecision? = nil, on today: CalendarDay? = nil) {
    let isIgnored =
      decision?.action == .ignore
      && (today?.description ?? "") < (decision?.until ?? "9999-12-31")
    if decision?.action == .notContent || isIgnored {
      self.init(.notContent, .likely, [GapReport.Reason(.decided)])
      return
    }
    // A few on two days of what an article asks may be the first of many.
    if let burst = evidence.burst, burst.share >= Self.incident,
      burst.isSure || !Self.isAsked(evidence)
    {
      self.init(
        .notContent, .likely,
        [GapReport.Reason(.burst, words: burst.days, share: rounded(burst.share))])
      return
    }
    if let elsewhere = evidence.elsewhere {
      self.init(
        .otherLanguageOnly, .likely,
        [GapReport.Reason(.existsIn, words: elsewhere.languages.map(\.code))])
      return
    }
    let outcome = Self.outcome(solved: evidence.solved, of: evidence.judged)
    let revised = evidence.sourceRevised.map { GapReport.Reason(.sourceRevised, words: [$0]) }
    let near = GapReport.Reason(
      evidence.articleShare >= Self.near ? .nearArticle : .noArticle,
      share: rounded(evidence.articleShare))
    let unknown = GapReport.Reason(
      .unknownWords, words: Self.spellings(evidence.words.filter { !$0.isKnown }))
    let speaksOtherwise =
      evidence.words.first?.isKnown == false && evidence.knownShare < Self.spoken
    if Self.isAsked(evidence) {
      let asked = GapReport.Reason(
        .asked, words: Self.spellings(evidence.words.filter(\.isAsked)),
        share: rounded(evidence.articleShare))
      self.init(
        revised == nil ? .foundYetAsked : .outdatedTranslation, .likely,
        [revised, asked, outcome].compactMap(\.self))
    } else if Self.agentsKnow(evidence), speaksOtherwise {
      self.init(
        .notFound, evidence.judged >= Self.fewestJudged ? .likely : .unsure,
        [unknown, outcome, near, revised].compactMap(\.self))
    } else if Self.agentsKnow(evidence), Self.speaksOfIt(evidence) {
      self.init(
        revised == nil ? .foundYetAsked : .outdatedTranslation, .unsure,
        [revised, near, outcome].compactMap(\.self))
    } else {
      let notAsked = GapReport.Reason(
        .notAsked, words: Self.spellings(evidence.words.filter { !$0.isAsked }))
      self.init(
        .missing, Self.agentsDoNotKnow(evidence) ? .likely : .unsure,
        [speaksOtherwise ? unknown : notAsked, near, outcome].compactMap(\.self))
    }
  }

  /// Whether the nearest article asks what the contacts ask.
  static func isAsked(_ evidence: TopicEvidence) -> Bool {
    if evidence.coverage >= wellCovered { return true }
    // An article that merely has the words is near to some of the contacts, and covers none.
    let least = evidence.coverage < ReviewedContact.bandLimits.gap ? meantShare : 0.5
    let bar = evidence.articleShare >= nearlyAll ? askedByOne : asked
    return evidence.articleShare >= least && evidence.askedShare >= bar && evidence.asksMainWords
  }

  /// Whether an article may be what agents answer with: it is clearly nearest, or several are that
  /// together are not far.
  private static func speaksOfIt(_ evidence: TopicEvidence) -> Bool {
    evidence.articleShare >= near || evidence.coverage >= ReviewedContact.bandLimits.gap
  }

  init(
    _ verdict: GapReport.Verdict, _ confidence: GapReport.Confidence,
    _ reasons: [GapReport.Reason]
  ) {
    self.verdict = verdict
    self.confidence = confidence
    self.reasons = reasons
  }

  /// Whether agents know an answer. Where the log doesn't tell, an article that most contacts lie
  /// near, and that knows one of their words, is taken for it.
  static func agentsKnow(_ evidence: TopicEvidence) -> Bool {
    guard evidence.judged >= fewestJudged else {
      return evidence.articleShare >= meantShare && evidence.coverage >= meantCoverage
        && evidence.knownShare > 0
    }
    return Double(evidence.solved) >= solvedAtOnce * Double(evidence.judged)
  }

  /// Whether it is clear that they don't: chance apart, they solve fewer at once.
  private static func agentsDoNotKnow(_ evidence: TopicEvidence) -> Bool {
    evidence.judged >= fewestJudged
      && Statistics.interval(of: evidence.solved, in: evidence.judged).upperBound < solvedAtOnce
  }

  /// What agents solved at once, if enough contacts tell.
  static func outcome(solved: Int, of judged: Int) -> GapReport.Reason? {
    guard judged >= fewestJudged else { return nil }
    let share = Double(solved) / Double(judged)
    return GapReport.Reason(
      share >= solvedAtOnce ? .solvedAtOnce : .seldomSolved, share: rounded(share), of: judged)
  }

  private static func spellings(_ words: [TopicEvidence.Word]) -> [String] {
    words.prefix(4).map(\.word.spelling)
  }
}
