/// One time that a customer got in touch, as far as it may be kept.
///
/// All texts are redacted and the customer is a keyed hash: this is the only form in which a row
/// of the log leaves its reader.
package struct Contact: Hashable, Sendable {
  /// As in the log, or `row-12` where the log has no ids.
  package let id: String
  package let time: Timestamp?
  package let channel: String?
  package let language: String?
  /// Sixteen hexadecimal digits, the same for the same customer under the same key.
  package let customer: String?
  package let reason: String
  package let category: String?
  package let resolvedAtFirstContact: Bool?
  package let escalated: Bool?
  package let handlingMinutes: Double?
  package let firstReplyMinutes: Double?
  /// The line of the file where the row begins.
  package let row: Int

  /// - Precondition: the texts went through a `Redactor`.
  package init(
    id: String, time: Timestamp? = nil, channel: String? = nil, language: String? = nil,
    customer: String? = nil, reason: String, category: String? = nil,
    resolvedAtFirstContact: Bool? = nil, escalated: Bool? = nil,
    handlingMinutes: Double? = nil, firstReplyMinutes: Double? = nil, row: Int
  ) {
    self.id = id
    self.time = time
    self.channel = channel
    self.language = language
    self.customer = customer
    self.reason = reason
    self.category = category
    self.resolvedAtFirstContact = resolvedAtFirstContact
    self.escalated = escalated
    self.handlingMinutes = handlingMinutes
    self.firstReplyMinutes = firstReplyMinutes
    self.row = row
  }
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
