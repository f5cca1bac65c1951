import ArgumentParser
import ContactLog
import ContentParsing
import Diagnostics
import Foundation
import GapAnalysis
import KnowledgeBase
import SearchIndex

/// `signpost gaps`: reviews a log of contacts against the articles.
struct Gaps: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Reviews a log of contacts: what is missing, what is not found.",
    discussion: """
      Without LOG, reviews the store of 'signpost contacts import'; without a store, every CSV and \
      JSON lines file in the content folder's contacts.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, html, json }

  /// What came before the period tells what is new in it.
  private static let daysBefore = 365

  @Argument(help: "Exports of contacts, CSV or JSON lines.")
  var logs: [String] = []

  @Option(name: .long, help: "2026, 2026-Q4, 2026-10, 2026-W44 or 2026-10-03; else all.")
  var period: String?

  @Option(name: .long, help: "text, html or json.")
  var format = Format.text

  @Option(name: .long, help: "Write the review to this file.")
  var output: String?

  @Option(name: .long, help: "Write what each contact was matched with, as JSON lines.")
  var assignments: String?

  @Option(name: .long, help: "What a minute of an agent costs, an assumption of the report.")
  var costPerMinute = 0.6

  @Option(name: .long, help: "The language the review is written in: en, pl, lv or ru.")
  var language = ReportLanguage.english

  @Option(name: .long, help: "How many topics to show in text.")
  var limit = 10

  @OptionGroup var reading: LogOptions
  @OptionGroup var storing: StoreOptions
  @OptionGroup var content: ContentOptions

  func run() throws {
    let asked = try period.map { text in
      guard let period = Period(text) else {
        throw ValidationError(
          "'\(text)' isn't a period; write 2026, 2026-Q4, 2026-10, 2026-W44 or 2026-10-03.")
      }
      return period
    }
    let loaded = try content.loadUsable()
    var contacts: [Contact] = []
    var hasFindings = false
    if logs.isEmpty, let store = try storing.openIfThere(content: content) {
      let days = asked.map { $0.first.adding(days: -Self.daysBefore)...$0.last }
      try Terminal.explaining { try store.read(days) { contacts.append($0) } }
      Terminal.say("\(store.path): \(contacts.count) contacts")
    } else {
      for file in logs.isEmpty ? try sampleLogs() : logs {
        hasFindings = try read(file, period: asked, into: &contacts) || hasFindings
      }
    }
    let service = AnswerService(loaded: loaded)
    let indexes = Dictionary(
      uniqueKeysWithValues: loaded.library.languages.map { ($0, service.index(for: $0)) })
    let review = GapAnalyzer(
      loaded.library, indexes: indexes,
      assumptions: GapReport.Assumptions(costPerMinute: costPerMinute)
    ).review(contacts, period: asked)
    try write(review)
    if review.report.contacts == 0 {
      Terminal.say("error: no contact lies in \(period ?? "the log") [period]")
      hasFindings = true
    }
    if hasFindings { throw ExitCode(1) }
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
  private func read(_ file: String, period: Period?, into contacts: inout [Contact]) throws -> Bool
  {
    let first = period.map { $0.first.adding(days: -Self.daysBefore) }
    let reader = ContactLogReader(
      file: file, customerKey: CustomerKey.ephemeral, options: try reading.readOptions(for: file))
    let summary = try Terminal.explaining {
      try reader.read { contact in
        guard let period, let first else { return contacts.append(contact) }
        guard let day = contact.time?.calendarDay else { return }
        if first <= day, day <= period.last { contacts.append(contact) }
      }
    }
    Terminal.say("\(file): \(summary.text)")
    for diagnostic in summary.diagnostics where diagnostic.severity != .note {
      Terminal.say(DiagnosticFormatter().format(diagnostic))
    }
    return summary.rejected > 0
  }

  private func write(_ review: GapAnalyzer.Review) throws {
    let text: String
    switch format {
    case .text: text = review.report.text(limit: limit, language: language)
    case .html: text = review.report.html(language: language)
    case .json:
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
      text = String(decoding: try encoder.encode(review.report), as: UTF8.self)
    }
    if let output {
      try OutputFile.write(text + "\n", to: output)
      Terminal.say("wrote \(output)")
    } else {
      Terminal.answer(text)
    }
    guard let assignments else { return }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let lines = try review.assignments.map {
      String(decoding: try encoder.encode($0), as: UTF8.self)
    }
    try OutputFile.write(lines.map { $0 + "\n" }.joined(), to: assignments)
  }
}

/// The key that customers' names are hashed with: new in every run, so that no output can be traced
/// back to a customer.
enum CustomerKey {
  static var ephemeral: (UInt64, UInt64) {
    (UInt64.random(in: .min ... .max), UInt64.random(in: .min ... .max))
  }
}

extension ReportLanguage: ExpressibleByArgument {}
