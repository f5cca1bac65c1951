import KnowledgeBase

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
  package let assumptions: ReviewAssumptions
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
