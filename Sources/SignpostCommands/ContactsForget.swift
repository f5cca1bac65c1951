import ArgumentParser
import CivilCalendar
import ContactLog
import Foundation

/// `signpost contacts forget`: deletes contacts for good.
struct ContactsForget: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forget",
    abstract: "Deletes contacts of a customer, or older ones, for good.",
    discussion: """
      What is deleted is overwritten in the store. The rows stay known by their keyed hashes, so \
      that importing the same export again doesn't bring them back. What reviews remember of \
      topics goes too where no contact that is left says a word of it.
      """)

  @Option(name: .long, help: "A customer, named as in the log: an address, a number, an id.")
  var customer: [String] = []

  @Option(name: .long, help: "Contacts from before this day: 2024-01-01.")
  var before: String?

  @Option(name: .long, parsing: .unconditional, help: "Contacts older than so many months.")
  var olderThan: Int?

  @OptionGroup var storing: StoreOptions
  @OptionGroup var content: ContentOptions

  func validate() throws {
    guard !customer.isEmpty || before != nil || olderThan != nil else {
      throw ValidationError("Name whom or what to forget: --customer, --before or --older-than.")
    }
    if let olderThan, olderThan < 1 { throw ValidationError("--older-than is at least 1 month.") }
    _ = try days(today: CalendarDay(daysSince1970: 0))
  }

  func run() throws {
    let store = try storing.open(content: content)
    var count = 0
    try Terminal.explaining {
      for customer in customer { count += try store.forget(customer: customer) }
      for day in try days(today: Today.day) { count += try store.forget(before: day) }
      var memory = TopicMemory(of: storing, content: content)
      try memory.forget(unlessSaidIn: store)
    }
    Terminal.answer("forgot \(Counted.contacts(count))")
  }

  /// The days from before which everything goes.
  private func days(today: CalendarDay) throws -> [CalendarDay] {
    var days: [CalendarDay] = []
    if let before {
      guard let period = Period(before), period.unit == .day else {
        throw ValidationError("'\(before)' isn't a day; write 2024-01-01.")
      }
      days.append(period.first)
    }
    if let olderThan { days.append(today.adding(months: -olderThan)) }
    return days
  }
}
