import ContactLog
import KnowledgeBase

/// A contact with what was found out about it.
struct ReviewedContact {
  let contact: Contact
  let language: Language
  let match: ContactMatch
  /// The number of its period in the history; nil when it lies in none.
  let period: Int?
  /// The match's, and in part that of contacts that are alike.
  var coverage: Double
  /// The match's, unless contacts that are alike speak for another.
  var article: ArticleID?
  var group = ""

  init(contact: Contact, language: Language, match: ContactMatch, period: Int?) {
    self.contact = contact
    self.language = language
    self.match = match
    self.period = period
    coverage = match.coverage
    article = match.article
  }

  /// Coverage and article once contacts that are alike have had their part in them.
  ///
  /// - Parameters:
  ///   - others: their matches, weighted by how much they are alike.
  ///   - share: how much of what is known now comes from them, 0…1.
  func learned(
    from others: [(weight: Double, match: ContactMatch)], share: Double
  ) -> (coverage: Double, article: ArticleID?) {
    let weight = others.reduce(0) { $0 + $1.weight }
    guard weight > 0 else { return (coverage, article) }
    let mean = others.reduce(0) { $0 + $1.weight * $1.match.coverage } / weight
    let coverage = (1 - share) * match.coverage + share * mean
    guard others.contains(where: { $0.match.article != article }) else {
      return (coverage, article)
    }
    var votes: [ArticleID: Double] = [:]
    votes.reserveCapacity((others.count + 1) * ContactMatch.most)
    let all = [(1 - share, match)] + others.map { (share * $0.weight / weight, $0.match) }
    for (part, match) in all {
      for candidate in match.candidates {
        votes[candidate.article, default: 0] += part * candidate.score
      }
    }
    let best = votes.max { $0.value != $1.value ? $0.value < $1.value : $0.key > $1.key }
    return (coverage, best?.key)
  }

  /// Below the first a contact is a gap, from the second on covered: where the articles' own
  /// contacts and others part best in public collections of questions.
  static let bandLimits = (gap: 0.24, covered: 0.31)

  var band: GapReport.Band {
    coverage < Self.bandLimits.gap
      ? .gap : coverage < Self.bandLimits.covered ? .unsure : .covered
  }
}
