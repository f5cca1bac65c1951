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
  var group = ""

  /// Below the first a contact is a gap, from the second on covered: where the articles' own
  /// contacts and others part best in public collections of questions.
  static let bandLimits = (gap: 0.26, covered: 0.36)

  var band: GapReport.Band {
    coverage < Self.bandLimits.gap
      ? .gap : coverage < Self.bandLimits.covered ? .unsure : .covered
  }
}
