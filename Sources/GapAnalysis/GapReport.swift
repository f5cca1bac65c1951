/// What a period of contacts says about the help centre: topics that are missing, not found, or
/// found and still asked about. Text, HTML and JSON are its renderings.
package struct GapReport: Codable, Sendable {
  package enum Band: String, Codable, Sendable, CaseIterable { case covered, unsure, gap }

  /// The period of a review without one.
  static let wholeLog = "all"

  /// The period as written on the command line, or `all`.
  package let period: String
  /// The periods that the log reaches back to, oldest first, the report's own last.
  package let history: [PeriodCount]
  package let contacts: Int
  package let bands: [String: Int]
  package let languages: [String: Int]
  package let channels: [ChannelService]
  /// How far the log's categories were a hint, if it has any.
  package let categories: Categories?
  package let assumptions: Assumptions
  /// The most frequent first; of equals the more expensive.
  package var topics: [Topic]
  /// Contacts in groups too small to be a topic.
  package let single: Int
  /// Topics of the period before that hardly anybody asks about now, most contacts before first.
  package let gone: [GoneTopic]
  /// Whether articles that were revised are followed by fewer contacts.
  package let effects: [Effect]
  /// What was decided, and what became of it.
  package let decisions: [DecisionState]
  package let measures: Measures
  /// What customers did by themselves, if the web server's logs were read.
  package var selfService: SelfService?

  package func topics(with verdicts: Set<Verdict>) -> [Topic] {
    topics.filter { verdicts.contains($0.verdict) }
  }

  /// How many contacts a part of the report is about.
  package func contacts(with verdicts: Set<Verdict>) -> Int {
    topics(with: verdicts).reduce(0) { $0 + $1.measures.contacts }
  }
}

extension GapReport {
  package enum Verdict: String, Codable, Sendable, CaseIterable {
    /// No article answers.
    case missing
    /// An article answers in other words than customers use.
    case notFound = "not-found"
    /// An article answers, though not in this language.
    case otherLanguageOnly = "other-language-only"
    /// An article answers, though its translation is older than what it translates.
    case outdatedTranslation = "translation-out-of-date"
    /// An article answers, and customers still make contact.
    case foundYetAsked = "found-yet-asked"
    /// No article could help: an outage, a delay, what was decided to be no content.
    case notContent = "not-content"
    /// Greetings, tests, single signs.
    case noise

    /// Whether an article answers, found or not.
    var isAnswered: Bool {
      switch self {
      case .notFound, .outdatedTranslation, .foundYetAsked: true
      case .missing, .otherLanguageOnly, .notContent, .noise: false
      }
    }

    /// Whether customers find nothing that answers them.
    package var isGap: Bool {
      switch self {
      case .missing, .notFound, .otherLanguageOnly, .outdatedTranslation: true
      case .foundYetAsked, .notContent, .noise: false
      }
    }
  }

  /// How far a verdict can be relied on.
  package enum Confidence: String, Codable, Sendable { case likely, unsure }

  /// Contacts that ask for the same thing in one language.
  package struct Topic: Codable, Sendable {
    /// The same from month to month as long as it is the same topic: `pl-karta-paliwowa-brak`.
    package let id: String
    /// The most typical contact, redacted, in the customer's words.
    package let name: String
    /// The words that set the topic apart.
    package let words: [String]
    /// Their stems, by which the topic is known again.
    package let stems: [String]
    package let language: String
    package var verdict: Verdict
    package let confidence: Confidence
    package var reasons: [Reason]
    /// 0…1, the mean of the contacts.
    package let coverage: Double
    /// The article that comes nearest, and in what share of the contacts it does.
    package var article: String?
    package var articleTitle: String?
    package let articleShare: Double
    package let measures: Measures
    /// Contacts in each period of `history`.
    package let trend: [Int]
    /// What became of the contacts since the period before.
    package let change: Change?
    /// Further contacts in the customers' words, redacted.
    package let quotes: [String]
    /// Words that customers use and the article doesn't.
    package var wordsToAdd: [String]
    /// Topics that ask for the same, in other languages or in other words.
    package var sameIn: [String]
    package var decision: Decision?
    package var selfService: TopicUse?
    /// The ids of the contacts, so that every figure can be traced.
    package let contacts: [String]

    /// Contacts in the period before, if the log reaches back.
    package var before: Int? { trend.count > 1 ? trend[trend.count - 2] : nil }
  }

  /// Why a verdict was reached, as a value that every language can put into words.
  package struct Reason: Codable, Sendable, Hashable {
    package enum Kind: String, Codable, Sendable {
      /// The words are in no question, title or heading of the nearest article.
      case notAsked = "not-asked"
      /// The words are nowhere in the nearest article.
      case unknownWords = "unknown-words"
      /// Title, questions or headings of the article ask just this.
      case asked
      /// That share of the contacts lies nearest to the article.
      case nearArticle = "near-article"
      /// No article lies nearest to many of the contacts.
      case noArticle = "no-article"
      /// Agents solve that share at once: they know the answer.
      case solvedAtOnce = "solved-at-once"
      /// Agents solve only that share at once.
      case seldomSolved = "seldom-solved"
      /// That share comes within these two days, or on this one.
      case burst
      /// The article exists in these languages.
      case existsIn = "exists-in"
      /// Customers of another language ask the same in these words, and an article answers them.
      case askedElsewhere = "asked-elsewhere"
      /// The source was revised after the translation, on that day.
      case sourceRevised = "source-revised"
      case decided
    }

    package let kind: Kind
    package let words: [String]
    package let share: Double?
    /// How many contacts it is the share of, where the log doesn't tell it of all.
    package let contacts: Int?

    package init(
      _ kind: Kind, words: [String] = [], share: Double? = nil, of contacts: Int? = nil
    ) {
      self.kind = kind
      self.words = words
      self.share = share
      self.contacts = contacts
    }
  }

  package struct Measures: Codable, Sendable {
    package let contacts: Int
    /// Of all contacts in the period.
    package let share: Double
    package let channels: [String: Int]
    /// Contacts of which the log says whether they were resolved at first contact, and how many were.
    package let judged: Int
    package let solved: Int
    /// The share that was.
    package let firstContactResolution: Double?
    /// Its 95 % interval (Wilson).
    package let firstContactResolutionInterval: [Double]?
    /// Contacts of a customer who had made contact on the same topic within the repeat window.
    package let repeats: Int
    package let escalated: Int
    package let handlingMinutes: Double
    package let cost: Double
    /// Customers who may leave, by the assumed rates.
    package let customersAtRisk: Double
    /// Contacts per 1,000 customers, if their number was given.
    package let perThousandCustomers: Double?
  }

  /// The relative change to the period before, counted per day.
  package struct Change: Codable, Sendable, Hashable {
    /// 0.5: half as many again; -1: none left.
    package let relative: Double
    /// Its 95 % interval.
    package let interval: [Double]
    /// Whether the interval lies on one side of no change.
    package let isClear: Bool

    init(after: Int, afterDays: Int, before: Int, beforeDays: Int) {
      let (ratio, interval) = Statistics.rateRatio(
        after: after, afterDays: afterDays, before: before, beforeDays: beforeDays)
      relative = rounded(ratio - 1)
      self.interval = [rounded(interval.lowerBound - 1), rounded(interval.upperBound - 1)]
      isClear = !interval.contains(1)
    }
  }

  /// A topic of the period before with too few contacts to be one now.
  package struct GoneTopic: Codable, Sendable, Hashable {
    package let id: String
    package let name: String
    package let language: String
    package let before: Int
    package let contacts: Int
    package let change: Change
  }

  package struct PeriodCount: Codable, Sendable, Hashable {
    package let period: String
    package let days: Int
    package let contacts: Int
    /// The share of contacts on topics that no article answers.
    package let unanswered: Double
    package let firstContactResolution: Double?
  }

  /// How fast a channel answered.
  package struct ChannelService: Codable, Sendable, Hashable {
    package let channel: String
    package let contacts: Int
    /// Contacts of which the log says when they were first answered.
    package let timed: Int
    package let medianMinutes: Double?
    /// Four of five were answered within so many minutes.
    package let eightiethMinutes: Double?
    /// Nine of ten were answered within so many minutes.
    package let ninetiethMinutes: Double?
    /// What the contact page promises.
    package let promise: String?
    /// Share answered within the promise, by the channel's hours.
    package let kept: Double?
    /// By how many minutes half of the late answers were late, by the clock.
    package let lateMinutes: Double?
    /// What four of five answers keep, in the unit of the promise.
    package let truthful: String?
    /// The hours of the day in which contacts came, by the clock of the contact page.
    package let hours: [HourService]
  }

  /// How fast a channel answered what came in an hour of the day.
  package struct HourService: Codable, Sendable, Hashable {
    /// 8 for 8:00 to 8:59.
    package let hour: Int
    package let timed: Int
    package let eightiethMinutes: Double
    package let kept: Double?
  }

  /// How far the categories of the log agree with what contacts say.
  package struct Categories: Codable, Sendable, Hashable {
    /// Of pairs of contacts that are alike, the share that has the same category.
    package let shared: Double
    /// The share that would have the same by chance.
    package let byChance: Double
    /// How far they were taken for a hint of which contacts ask for the same, 0…1.
    package let trust: Double
  }

  /// What figures rest on that no log holds.
  package struct Assumptions: Codable, Sendable {
    package let costPerMinute: Double
    package let currency: String
    package let repeatDays: Int
    /// How many customers there are, for contacts per 1,000.
    package let customers: Int?
    /// The share of customers who think of leaving after one contact, and after several: 2 % and
    /// 23 % in the study that customer service practitioners quote.
    package let leavingOnce: Double
    package let leavingRepeated: Double

    package init(
      costPerMinute: Double = 0.6, currency: String = "EUR", repeatDays: Int = 7,
      customers: Int? = nil, leavingOnce: Double = 0.02, leavingRepeated: Double = 0.23
    ) {
      self.costPerMinute = costPerMinute
      self.currency = currency
      self.repeatDays = repeatDays
      self.customers = customers
      self.leavingOnce = leavingOnce
      self.leavingRepeated = leavingRepeated
    }
  }

  /// What was decided about a topic.
  package struct Decision: Codable, Sendable, Hashable {
    package let action: String
    package let owner: String?
    package let due: String?
    package let decided: String?
    package let done: String?
    package let isOverdue: Bool
  }

  /// A decision of this or an earlier review with the contacts since.
  package struct DecisionState: Codable, Sendable, Hashable {
    package let gap: String
    /// In customers' words, if the topic was asked about in the period.
    package let name: String?
    package let decision: Decision
    package let contacts: Int
    package let before: Int?
    /// Contacts before and after it was done, if the log reaches far enough.
    package let effect: Effect?
  }

  /// Contacts on an article's subject before and after it was revised, against all others.
  package struct Effect: Codable, Sendable, Hashable {
    package enum Outcome: String, Codable, Sendable {
      case fewer, more
      case tooFew = "too-few-to-tell"
    }

    package let article: String
    /// In the language it was written in first.
    package let title: String
    /// By language; empty for a topic.
    package let titles: [String: String]
    package let languages: [String]
    /// The day of the revision.
    package let date: String
    /// Days counted before and after it.
    package let days: Int
    package let before: Int
    package let after: Int
    package let othersBefore: Int
    package let othersAfter: Int
    /// The change beyond that of all other contacts: -0.4 is 40 % fewer.
    package let relative: Double
    package let interval: [Double]
    package let outcome: Outcome
  }
}
