import ArgumentParser
import Availability
import CivilCalendar
import ContactLog
import ContentParsing
import Diagnostics
import Foundation
import GapAnalysis
import KnowledgeBase

/// What every review needs: which contacts, which articles, which assumptions.
struct ReviewOptions: ParsableArguments {
  @Argument(help: "Exports of contacts, CSV or JSON lines.")
  var logs: [String] = []

  @Option(name: .long, help: "2026, 2026-Q4, 2026-10, 2026-W44 or 2026-10-03; else all.")
  var period: String?

  @Option(
    name: .long, parsing: .unconditional,
    help: "What a minute of an agent costs; else by 'review' in signpost.yml, else 0.6.")
  var costPerMinute: Double?

  @Option(
    name: .long, parsing: .unconditional,
    help: "How many customers there are, for contacts per 1,000; else by signpost.yml.")
  var customers: Int?

  @Option(
    name: .long, parsing: .unconditional,
    help: "Within how many days a second contact is a repeat; else by signpost.yml, else 7.")
  var repeatDays: Int?

  @OptionGroup var reading: LogOptions
  @OptionGroup var storing: StoreOptions
  @OptionGroup var content: ContentOptions

  /// What came before the period tells what is new in it.
  private static let daysBefore = 365

  func validate() throws {
    guard repeatDays ?? 1 >= 1 else { throw ValidationError("--repeat-days is at least 1 day.") }
    guard costPerMinute.map({ $0 >= 0 && $0.isFinite }) ?? true else {
      throw ValidationError("--cost-per-minute is an amount: 0.6.")
    }
    if let customers, customers < 1 { throw ValidationError("--customers is at least 1.") }
  }

  struct Outcome {
    let review: GapAnalyzer.Review
    let loaded: LoadedContent
    /// Whether rows were rejected or nothing lay in the period.
    let hasFindings: Bool
    /// The last day of the period, or of the log.
    let lastDay: CalendarDay?
    /// What topics were called before this review.
    let memory: TopicMemory
  }

  func run() throws -> Outcome { try run(deciding: decisions().decisions) }

  /// The review as it would be with these decisions.
  func run(deciding decisions: [ReviewDecision]) throws -> Outcome {
    let asked = try askedPeriod()
    let loaded = try reviewedContent()
    var contacts: [Contact] = []
    var hasFindings = false
    if logs.isEmpty, let store = try storing.openIfThere(content: content), try hasContacts(store) {
      let days = asked.map { $0.first.adding(days: -Self.daysBefore)...$0.last }
      try Terminal.explaining { try store.read(days) { contacts.append($0) } }
      Terminal.say("\(store.path): \(Counted.contacts(contacts.count))")
    } else {
      // Exports overlap: last month's and last week's.
      var seen = SeenContacts()
      for file in logs.isEmpty ? try sampleLogs() : logs {
        hasFindings = try read(file, period: asked, &seen, into: &contacts) || hasFindings
      }
    }
    let service = AnswerService(loaded: loaded)
    let indexes = Dictionary(
      uniqueKeysWithValues: loaded.library.languages.map { ($0, service.index(for: $0)) })
    let memory = TopicMemory(of: storing, content: content)
    let analyzer = GapAnalyzer(
      loaded.library, indexes: indexes, decisions: decisions,
      remembered: memory.topics,
      assumptions: assumptions(of: loaded.library.site),
      plan: loaded.contact
    )
    let meter = ProgressMeter()
    meter.show("reviewing \(contacts.count) contacts")
    defer { meter.clear() }
    let review = try withVisits(analyzer.review(contacts, period: asked), of: asked, analyzer)
    if review.report.contacts == 0 {
      Terminal.say("error: no contact lies in \(period ?? "the log") [period]")
      hasFindings = true
    }
    let lastDay = asked?.last ?? contacts.lazy.compactMap { $0.time?.calendarDay }.max()
    return Outcome(
      review: review, loaded: loaded, hasFindings: hasFindings, lastDay: lastDay, memory: memory)
  }

  private func assumptions(of site: Site) -> ReviewAssumptions {
    var assumptions = site.review
    assumptions.costPerMinute = costPerMinute ?? assumptions.costPerMinute
    assumptions.repeatDays = repeatDays ?? assumptions.repeatDays
    assumptions.customers = customers ?? assumptions.customers
    return assumptions
  }

  /// The content; a help centre that has its languages and no article yet is reviewed too, to see
  /// what to write first.
  private func reviewedContent() throws -> LoadedContent {
    let loaded = content.load()
    let errors = loaded.diagnostics.filter { $0.severity == .error }
    guard !errors.isEmpty, errors.allSatisfy({ $0.rule == "no-articles" }),
      !loaded.library.site.languages.isEmpty
    else {
      return try loaded.usable()
    }
    Terminal.say(
      "\(content.content): note: there is no article yet: all that is asked is missing "
        + "[no-articles]")
    return loaded
  }

  /// What was decided, or exit code 1 with the reasons why it can't be read.
  func decisions() throws -> DecisionsFile {
    let file = DecisionsFile(in: URL(filePath: content.content), shownAs: content.content)
    for diagnostic in file.diagnostics { Terminal.say(DiagnosticFormatter().format(diagnostic)) }
    guard file.isUsable else { throw ExitCode(1) }
    return file
  }

  /// A store that holds only visits leaves the contacts to the sample log.
  private func hasContacts(_ store: ContactStore) throws -> Bool {
    try storing.store != nil || !Terminal.explaining { try store.isEmpty() }
  }

  /// The review with the visits of the period beside its contacts, if the store has any.
  private func withVisits(
    _ review: GapAnalyzer.Review, of period: Period?, _ analyzer: GapAnalyzer
  ) throws -> GapAnalyzer.Review {
    guard let store = try storing.openIfThere(content: content) else { return review }
    let (current, before) = try Terminal.explaining {
      (
        try store.visits(period.map { $0.first...$0.last }),
        try period.map { try store.visits($0.previous.first...$0.previous.last) } ?? []
      )
    }
    guard !current.isEmpty else { return review }
    let visits = SiteVisits(current, before: before, shortLinks: content.shortLinkFile.links)
    return analyzer.adding(visits, to: review)
  }

  private func askedPeriod() throws -> Period? {
    try period.map { text in
      guard let period = Period(text) else {
        throw ValidationError(
          "'\(text)' isn't a period; write 2026, 2026-Q4, 2026-10, 2026-W44 or 2026-10-03.")
      }
      return period
    }
  }

  private func sampleLogs() throws -> [String] {
    let folder = content.content + "/contacts"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let logs = names.filter { $0.hasSuffix(".csv") || $0.hasSuffix(".jsonl") }.sorted()
    guard !logs.isEmpty else {
      throw ValidationError("There is no log in \(folder); name one: signpost gaps export.csv")
    }
    return logs.map { "\(folder)/\($0)" }
  }

  /// Reads the contacts of the period and of up to a year before; true when rows were rejected.
  private func read(
    _ file: String, period: Period?, _ seen: inout SeenContacts, into contacts: inout [Contact]
  ) throws -> Bool {
    let reader = ContactLogReader(
      file: file, customerKey: CustomerKey.ephemeral,
      options: try reading.readOptions(for: file, content: content))
    let summary = try Terminal.explaining {
      try reader.read(admitting: { contact, identity in
        let admission = seen.admit(identity)
        if admission != .known, isReviewed(contact, for: period) { contacts.append(contact) }
        return admission
      })
    }
    Terminal.say("\(file): \(summary.text)")
    for diagnostic in summary.diagnostics where diagnostic.severity != .note {
      Terminal.say(DiagnosticFormatter().format(diagnostic))
    }
    if let period, summary.rows > 0, !summary.columns.contains(where: { $0.field == .time }) {
      let column = summary.ignoredColumns.first { !$0.isEmpty } ?? "NAME"
      Terminal.say(
        "\(file): error: no column says when contacts were made, so none lies in \(period) "
          + "[log-columns]\n  cure: say which: --column time='\(column)'")
      return true
    }
    return summary.rejected > 0
  }

  private func isReviewed(_ contact: Contact, for period: Period?) -> Bool {
    guard let period else { return true }
    guard let day = contact.time?.calendarDay else { return false }
    return period.first.adding(days: -Self.daysBefore) <= day && day <= period.last
  }
}

/// The key that customers' names are hashed with: new in every run, so that no output can be traced
/// back to a customer.
enum CustomerKey {
  static let ephemeral: (UInt64, UInt64) = (
    UInt64.random(in: .min ... .max), UInt64.random(in: .min ... .max)
  )
}
