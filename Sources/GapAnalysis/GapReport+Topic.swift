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
    /// The share of the contacts from which a topic belongs to its nearest article.
    private static let nearShare = 0.5

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
    /// Of an article that is asked for nevertheless: the heading below which most of it stands.
    package let section: String?
    /// Whether the topic is of that article's subject, answered or not.
    package var isNearArticle: Bool { articleShare >= Self.nearShare }
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
}
