import ContactLog
import KnowledgeBase

/// What people did on the site in the period under review, and in the one before.
package struct SiteVisits: Sendable {
  let current: [VisitCount]
  let before: [VisitCount]
  let shortLinks: ShortLinks

  package init(
    _ current: [VisitCount], before: [VisitCount] = [], shortLinks: ShortLinks = ShortLinks()
  ) {
    self.current = current
    self.before = before
    self.shortLinks = shortLinks
  }
}

extension GapReport {
  /// What customers did by themselves, beside what they made contact for.
  package struct SelfService: Codable, Sendable {
    package let totals: VisitTotals
    /// The period before, if its visits are known.
    package let before: VisitTotals?
    /// Articles that were read, searched for or asked about; the most read first.
    package let articles: [ArticleUse]
    /// Searches that found nothing by what they ask for; the most frequent first.
    package let unanswered: [QueryTopic]
    package let stickers: [StickerUse]
    /// Different queries that were too many to be grouped: the rarest.
    package let ungrouped: Int
  }

  package struct VisitTotals: Codable, Sendable, Hashable {
    package let views: Int
    package let searches: Int
    package let withoutResult: Int
    package let stickers: Int

    /// The share of searches that found nothing.
    package var withoutResultShare: Double {
      Double(withoutResult) / Double(max(1, searches, withoutResult))
    }

    init(_ visits: [VisitCount]) {
      let counts = Dictionary(visits.map { ($0.kind, $0.count) }, uniquingKeysWith: +)
      views = counts[.article] ?? 0
      searches = counts[.search] ?? 0
      withoutResult = counts[.noResult] ?? 0
      stickers = counts[.sticker] ?? 0
    }
  }

  /// How an article served: by itself, and with the help of agents.
  package struct ArticleUse: Codable, Sendable, Hashable {
    package let article: String
    /// By language.
    package let titles: [String: String]
    package let views: Int
    /// Views by language.
    package let languages: [String: Int]
    /// Searches that lie nearest to it.
    package let searches: Int
    /// Contacts on topics that it answers.
    package let contacts: Int

    /// Contacts for a hundred views; nil while nobody has read it.
    package var contactsPerHundredViews: Double? {
      views > 0 ? Double(contacts) * 100 / Double(views) : nil
    }
  }

  /// Searches without result that ask for the same, counted apart from contacts.
  package struct QueryTopic: Codable, Sendable, Hashable {
    /// The topic of contacts that asks for the same, else an id of its own.
    package let id: String
    package let isAlsoContact: Bool
    /// The most frequent wording, redacted.
    package let name: String
    package let language: String
    package let searches: Int
    package let withoutResult: Int
    package let wordings: [String]
    /// `missing`, or `not-found` where an article comes near.
    package let verdict: Verdict
    package let article: String?
    package let articleTitle: String?
  }

  package struct StickerUse: Codable, Sendable, Hashable {
    package let code: String
    /// Where the sticker hangs; empty without a place code.
    package let place: String
    package let article: String?
    /// By language; empty for a code that leads nowhere.
    package let titles: [String: String]
    package let visits: Int
  }

  /// What customers of a topic did by themselves.
  package struct TopicUse: Codable, Sendable, Hashable {
    /// Of the article that answers, in the topic's language.
    package let views: Int
    package let searches: Int
    package let withoutResult: Int
  }
}
