/// What was decided about a gap that a review of contacts found, kept from month to month.
package struct ReviewDecision: Sendable, Hashable {
  package enum Action: String, Sendable, CaseIterable {
    /// An article is to be written.
    case write
    /// The article exists; customers' words are to be added to it.
    case rename
    /// The article exists and doesn't do its job.
    case fix
    /// No article could help.
    case notContent = "not-content"
    /// Nothing until a day.
    case ignore
    /// Nothing but what the topic is called and what belongs to it.
    case keep
  }

  /// The gap's id: `pl-brak-kart-paliw`.
  package var gap: String
  package var action: Action
  package var owner: String?
  /// ISO 8601 dates.
  package var due: String?
  package var until: String?
  package var decided: String?
  package var done: String?
  package var article: ArticleID?
  package var note: String?
  /// The topic that this one is counted as a part of.
  package var into: String?
  /// The topic that the contacts with one of `words` are taken out of.
  package var from: String?
  /// The stems that tell the gap, so that it is known again though its contacts change.
  package var words: [String]

  package init(gap: String, action: Action, words: [String]) {
    self.gap = gap
    self.action = action
    self.words = words
  }

  /// The first part of the gap's id.
  package var language: String { gap.split(separator: "-").first.map(String.init) ?? "" }
}

extension [ReviewDecision] {
  /// With that decision in the place of the one about the same topic, if there is one.
  package func replacing(_ decision: ReviewDecision) -> [ReviewDecision] {
    filter { $0.gap != decision.gap } + [decision]
  }

  /// What the topic is a part of in the end; itself where it is part of none, or two of each other.
  ///
  ///     decisions.whole(of: luggage)  // the decision about lost bags, that luggage counts as
  package func whole(of part: ReviewDecision) -> ReviewDecision {
    var current = part
    var seen: Set<String> = [part.gap]
    while let into = current.into, let next = first(where: { $0.gap == into }) {
      guard seen.insert(into).inserted else { return part }
      current = next
    }
    return current
  }
}
