/// One time that a customer got in touch, as far as it may be kept.
///
/// All texts are redacted and the customer is a keyed hash: this is the only form in which a row
/// of the log leaves its reader. It is one reference, so that a review which sorts a million
/// contacts into topics copies little.
package struct Contact: Hashable, Sendable {
  private struct Fields: Hashable, Sendable {
    let id: String
    let time: Timestamp?
    let channel: String?
    let language: String?
    let customer: String?
    let reason: String
    let category: String?
    let resolvedAtFirstContact: Bool?
    let escalated: Bool?
    let handlingMinutes: Double?
    let firstReplyMinutes: Double?
    let row: Int
  }

  private final class Shared: Sendable {
    let fields: Fields

    init(_ fields: Fields) { self.fields = fields }
  }

  private let shared: Shared

  /// - Precondition: the texts went through a `Redactor`.
  package init(
    id: String, time: Timestamp? = nil, channel: String? = nil, language: String? = nil,
    customer: String? = nil, reason: String, category: String? = nil,
    resolvedAtFirstContact: Bool? = nil, escalated: Bool? = nil,
    handlingMinutes: Double? = nil, firstReplyMinutes: Double? = nil, row: Int
  ) {
    shared = Shared(
      Fields(
        id: id, time: time, channel: channel, language: language, customer: customer,
        reason: reason, category: category, resolvedAtFirstContact: resolvedAtFirstContact,
        escalated: escalated, handlingMinutes: handlingMinutes,
        firstReplyMinutes: firstReplyMinutes, row: row))
  }

  /// As in the log, or `row-12` where the log has no ids.
  package var id: String { shared.fields.id }
  package var time: Timestamp? { shared.fields.time }
  package var channel: String? { shared.fields.channel }
  package var language: String? { shared.fields.language }
  /// Sixteen hexadecimal digits, the same for the same customer under the same key.
  package var customer: String? { shared.fields.customer }
  package var reason: String { shared.fields.reason }
  package var category: String? { shared.fields.category }
  package var resolvedAtFirstContact: Bool? { shared.fields.resolvedAtFirstContact }
  package var escalated: Bool? { shared.fields.escalated }
  package var handlingMinutes: Double? { shared.fields.handlingMinutes }
  package var firstReplyMinutes: Double? { shared.fields.firstReplyMinutes }
  /// The line of the file where the row begins.
  package var row: Int { shared.fields.row }

  package static func == (left: Contact, right: Contact) -> Bool {
    left.shared.fields == right.shared.fields
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(shared.fields) }
}

/// What a column of the log can be about. The raw value is its name in options and reports.
package enum ContactField: String, Sendable, Hashable, CaseIterable {
  case id, time, channel, language, customer
  /// The short text: subject, title, reason.
  case reason
  /// The long text: description, message. A contact's reason is both.
  case details
  case category
  case resolvedAtFirstContact = "resolved-first-contact"
  case escalated
  case handlingTime = "handling-time"
  case firstReplyTime = "first-reply-time"
}
