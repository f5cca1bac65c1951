import Availability
import CivilCalendar
import Testing

@Suite struct ScheduleTests {
  /// What a person reads off the table by a clock on the wall: in a range of today, or in one of
  /// yesterday that goes past midnight.
  private func isOpenByTheTable(_ schedule: Schedule, at instant: Instant) -> Bool {
    let now = schedule.zone.wallTime(at: instant)
    let today = schedule.ranges(on: now.day)
    let yesterday = schedule.ranges(on: now.day.adding(days: -1))
    return today.contains { $0.start <= now.minute && now.minute < $0.end }
      || yesterday.contains { $0.start <= now.minute + 1440 && now.minute + 1440 < $0.end }
  }

  @Test func agreesWithTheTableAllYearButOnDaysWhenClocksChange() throws {
    for plan in try ContractTests.plans() where ["riga", "seasons"].contains(plan.name) {
      let contact = try plan.read()
      let first = try #require(CalendarDay(plan.from)).daysSince1970 * 1440
      for channel in contact.channels {
        guard let schedule = contact.schedule(of: channel) else { continue }
        for minutes in stride(from: first, to: first + 365 * 1440, by: 613) {
          let instant = Instant(minutes: minutes)
          let month = contact.zone.wallTime(at: instant).day.civil
          if (month.month, month.day) == (3, 29) || (month.month, month.day) == (10, 25) {
            continue
          }
          #expect(
            schedule.state(at: instant).isOpen == isOpenByTheTable(schedule, at: instant),
            "\(plan.name) \(channel.id) at \(minutes)")
        }
      }
    }
  }

  @Test func changesExactlyWhenItSays() throws {
    for plan in try ContractTests.plans() {
      let contact = try plan.read()
      let first = try #require(CalendarDay(plan.from)).daysSince1970 * 1440
      for channel in contact.channels {
        guard let schedule = contact.schedule(of: channel) else { continue }
        for minutes in stride(from: first, to: first + 365 * 1440, by: 7 * 1440 + 331) {
          let state = schedule.state(at: Instant(minutes: minutes))
          guard let change = state.until else { continue }
          let before = schedule.state(at: change.adding(minutes: -1))
          #expect(change.minutes > minutes)
          #expect(before == state, "\(plan.name) \(channel.id) at \(minutes)")
          #expect(schedule.state(at: change).isOpen != state.isOpen)
        }
      }
    }
  }

  @Test func neverPromisesAnEarlierAnswerToALaterMessage() throws {
    for plan in try ContractTests.plans() {
      let contact = try plan.read()
      let first = try #require(CalendarDay(plan.from)).daysSince1970 * 1440
      for channel in contact.channels {
        var last: Instant?
        for minutes in stride(from: first, to: first + 40 * 1440, by: 71) {
          let instant = Instant(minutes: minutes)
          guard let due = contact.answerDue(on: channel, after: instant) else { continue }
          #expect(due >= instant)
          // A message in the middle of a day may have until that time tomorrow, one of the evening
          // until tomorrow's closing: later, but never by less.
          if let last { #expect(due >= last, "\(plan.name) \(channel.id) at \(minutes)") }
          last = due
        }
      }
    }
  }
}
