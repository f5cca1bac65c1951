import ArgumentParser
import ContactLog
import Foundation

/// `signpost contacts list`: what the store holds.
struct ContactsList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Counts the contacts in the store by period, or lists those of one period.",
    discussion: "With --period, prints its contacts, which are redacted; else counts and imports.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, csv, json }

  @Option(name: .long, help: "List the contacts of 2026, 2026-Q4, 2026-10, 2026-W44 or 2026-10-03.")
  var period: Period?

  @Option(name: .long, help: "Count by year, quarter, month, week or day.")
  var by = Period.Unit.month

  @Option(name: .long, help: "text, csv, or json: one object a line.")
  var format = Format.text

  @OptionGroup var storing: StoreOptions
  @OptionGroup var content: ContentOptions

  func run() throws {
    let store = try storing.open(content: content)
    try Terminal.explaining {
      if let period {
        try list(store, period)
      } else {
        try count(store)
      }
    }
  }

  private func count(_ store: ContactStore) throws {
    let counts = try store.counts(by: by)
    let total = try store.count()
    switch format {
    case .csv:
      let output = BufferedOutput()
      output.write(CSVText.row(["period", "contacts"]))
      for count in counts {
        output.write(CSVText.row([count.period.description, String(count.contacts)]))
      }
      output.flush()
    case .json:
      for count in counts {
        Terminal.answer(
          try PrintedJSON.line(PeriodCount(period: "\(count.period)", contacts: count.contacts)))
      }
    case .text:
      for count in counts { Terminal.answer("\(count.period)  \(count.contacts)") }
      let undated = total.withoutTime == 0 ? "" : ", \(total.withoutTime) without a date"
      Terminal.answer("\(Counted.contacts(total.contacts)) in all\(undated)")
      for record in try store.imports() {
        Terminal.answer(
          "\(record.log): \(record.rows == 1 ? "1 row" : "\(record.rows) rows") = \(record.accepted) new + \(record.known) known"
            + " + \(record.rejected) rejected")
      }
    }
  }

  private struct PeriodCount: Encodable {
    let period: String
    let contacts: Int
  }

  private func list(_ store: ContactStore, _ period: Period) throws {
    let output = BufferedOutput()
    if format == .csv { output.write(CSVText.row(StoredContact.names)) }
    try store.read(period.first...period.last) { contact in
      let stored = StoredContact(contact)
      switch format {
      case .csv: output.write(CSVText.row(stored.cells))
      case .json: output.write(try PrintedJSON.line(stored) + "\n")
      case .text:
        let facts = [stored.time, stored.channel, stored.language, stored.id].compactMap { $0 }
        let line = facts.joined(separator: "  ") + "  " + contact.reason
        output.write(Contact.onOneLine(line) + "\n")
      }
    }
    output.flush()
  }
}

/// A contact as it is listed.
private struct StoredContact: Encodable {
  static let names = [
    "id", "time", "channel", "language", "customer", "reason", "category",
    "resolved-first-contact", "escalated", "handling-time", "first-reply-time",
  ]

  let id: String
  let time: String?
  let channel: String?
  let language: String?
  let customer: String?
  let reason: String
  let category: String?
  let resolvedAtFirstContact: Bool?
  let escalated: Bool?
  let handlingMinutes: Double?
  let firstReplyMinutes: Double?

  init(_ contact: Contact) {
    id = contact.id
    time = contact.time?.description
    channel = contact.channel
    language = contact.language
    customer = contact.customer
    reason = contact.reason
    category = contact.category
    resolvedAtFirstContact = contact.resolvedAtFirstContact
    escalated = contact.escalated
    handlingMinutes = contact.handlingMinutes
    firstReplyMinutes = contact.firstReplyMinutes
  }

  var cells: [String] {
    let yesNo = { (value: Bool?) in value.map { $0 ? "yes" : "no" } ?? "" }
    let number = { (value: Double?) in value.map { "\($0)" } ?? "" }
    return [
      id, time ?? "", channel ?? "", language ?? "", customer ?? "", reason, category ?? "",
      yesNo(resolvedAtFirstContact), yesNo(escalated), number(handlingMinutes),
      number(firstReplyMinutes),
    ]
  }
}

/// Standard output for what may be millions of lines.
private final class BufferedOutput {
  private var text = ""

  func write(_ more: String) {
    text += more
    if text.utf8.count > 1 << 16 { flush() }
  }

  func flush() {
    FileHandle.standardOutput.write(Data(text.utf8))
    text = ""
  }
}

extension Period: ExpressibleByArgument {
  package init?(argument: String) {
    self.init(argument)
  }
}

extension Period.Unit: ExpressibleByArgument {}
