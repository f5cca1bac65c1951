import ArgumentParser
import Availability
import CivilCalendar
import ContactLog
import ContentParsing
import Foundation
import GapAnalysis

/// `signpost contacts waits`: how long people waited, for the contact page and announcements.
struct ContactsWaits: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "waits",
    abstract: "Computes how long people wait on the phone and in chats, by part of the week.",
    discussion: """
      Four of five waited no longer. Neighbouring hours with few contacts are taken together. With \
      --write, waits.yml in the content folder is written, which the contact page, 'announce' and \
      automatic replies read; it holds no contact.
      """)

  @Option(name: .long, help: "Those of 2026, 2026-Q4, 2026-10, 2026-W44; else the last 90 days.")
  var period: Period?

  @Flag(name: .long, help: "Write waits.yml.")
  var write = false

  @OptionGroup var storing: StoreOptions
  @OptionGroup var content: ContentOptions

  func run() throws {
    let loaded = try content.loadUsable()
    let plan = try loaded.contactPlan()
    let store = try storing.open(content: content)
    let days = try period.map { $0.first...$0.last } ?? StoredAnswers.lastDays(of: store)
    let times = try StoredAnswers.times(of: store, days: days, plan: plan)
    let waits = times.waits
    guard !waits.isEmpty else {
      Terminal.say(
        "error: no channel with hours has \(AnswerTimes.fewest) timed contacts from "
          + "\(days.lowerBound) to \(days.upperBound) [waits]\n"
          + "  cure: import a log that has first reply or waiting times")
      throw ExitCode(1)
    }
    let text = WaitsFile.text(waits, from: days.lowerBound, until: days.upperBound)
    guard write else { return Terminal.answer(String(text.trimmingSuffix(while: \.isNewline))) }
    let file = "\(content.content)/\(WaitsFile.name)"
    try OutputFile.write(text, to: file)
    Terminal.say("wrote \(file)")
  }
}

/// Reads from the store how soon channels answered.
enum StoredAnswers {
  /// As many days tell how it is now.
  private static let recentDays = 90

  /// The days up to the last contact in the store.
  static func lastDays(of store: ContactStore) throws -> ClosedRange<CalendarDay> {
    let last = try Terminal.explaining { try store.counts(by: .day).last?.period.last }
    let end = last ?? CalendarDay(daysSince1970: 0)
    return end.adding(days: 1 - recentDays)...end
  }

  static func times(
    of store: ContactStore, days: ClosedRange<CalendarDay>, plan: ContactPlan
  ) throws -> AnswerTimes {
    var times = AnswerTimes(plan)
    try Terminal.explaining { try store.read(days) { times.add($0) } }
    return times
  }
}
