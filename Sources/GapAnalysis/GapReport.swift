/// What a month of contacts says about the help centre: topics that are missing, not found, or
/// found and still asked about. Text, HTML and JSON are its renderings.
package struct GapReport: Codable, Sendable {
  package enum Band: String, Codable, Sendable, CaseIterable { case covered, unsure, gap }

  package enum Verdict: String, Codable, Sendable, CaseIterable {
    /// No article answers.
    case missing
    /// An article answers in other words than customers use.
    case notFound = "not-found"
    /// An article answers, and customers still make contact.
    case foundYetAsked = "found-yet-asked"
    /// Greetings, tests, single signs.
    case noise
  }

  /// Contacts that ask for the same thing in one language.
  package struct Topic: Codable, Sendable {
    package let id: String
    /// The most typical contact, redacted, in the customer's words.
    package let name: String
    /// The words that set the topic apart.
    package let words: [String]
    package let language: String
    package let verdict: Verdict
    /// 0…1, the mean of the contacts.
    package let coverage: Double
    /// The article that comes nearest, and in what share of the contacts it does.
    package let article: String?
    package let articleTitle: String?
    package let articleShare: Double
    package let measures: Measures
    /// Contacts in the period before, if the log reaches back.
    package let before: Int?
    /// Further contacts in the customers' words, redacted.
    package let quotes: [String]
    /// Words that customers use and the article doesn't.
    package let wordsToAdd: [String]
    /// The ids of the contacts, so that every figure can be traced.
    package let contacts: [String]
  }

  package struct Measures: Codable, Sendable {
    package let contacts: Int
    /// Of all contacts in the period.
    package let share: Double
    package let channels: [String: Int]
    /// Share resolved at first contact, of those where the log says.
    package let firstContactResolution: Double?
    /// Contacts of a customer who had made contact on the same topic within the repeat window.
    package let repeats: Int
    package let escalated: Int
    package let handlingMinutes: Double
    package let cost: Double
  }

  /// What figures rest on that no log holds.
  package struct Assumptions: Codable, Sendable {
    package let costPerMinute: Double
    package let currency: String
    package let repeatDays: Int

    package init(costPerMinute: Double = 0.6, currency: String = "EUR", repeatDays: Int = 7) {
      self.costPerMinute = costPerMinute
      self.currency = currency
      self.repeatDays = repeatDays
    }
  }

  package let period: String
  package let contacts: Int
  package let bands: [String: Int]
  package let languages: [String: Int]
  package let assumptions: Assumptions
  /// The most frequent first; of equals the more expensive.
  package let topics: [Topic]
  /// Contacts in groups too small to be a topic.
  package let single: Int

  package func topics(with verdicts: Set<Verdict>) -> [Topic] {
    topics.filter { verdicts.contains($0.verdict) }
  }
}

/// Which article and group a contact belongs to: one line of `--assignments`.
package struct ContactAssignment: Encodable, Sendable {
  package let contact: String
  package let article: String?
  package let coverage: Double
  package let band: GapReport.Band
  package let group: String

  private enum Key: String, CodingKey { case contact, article, coverage, band, group }

  /// Writes `article` also when there is none, as null.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(contact, forKey: .contact)
    try container.encode(article, forKey: .article)
    try container.encode(coverage, forKey: .coverage)
    try container.encode(band, forKey: .band)
    try container.encode(group, forKey: .group)
  }
}
