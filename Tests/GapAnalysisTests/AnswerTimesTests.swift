import Availability
import CivilCalendar
import ContactLog
import Testing

@testable import GapAnalysis

@Suite struct AnswerTimesTests {
  private let plan: ContactPlan

  /// Weekdays from 8:00 to 12:00; mail answered within two working hours.
  init() throws {
    let morning = try #require(TimeRange(start: 480, end: 720))
    let hours = OpeningHours(week: Array(repeating: [morning], count: 5) + [[], []])
    let phone = Channel(
      id: "phone", kind: .phone, title: [:], value: "+371 1", hours: hours,
      waits: Array(repeating: [ExpectedWait(range: morning, minutes: 2)], count: 5) + [[], []])
    let mail = Channel(
      id: "mail", kind: .mail, title: [:], value: "help@a.example",
      promise: AnswerPromise(amount: 2, unit: .workingHours))
    plan = ContactPlan(channels: [phone, mail], zone: .utc, holidays: nil, workingHours: hours)
  }

  private func times(_ contacts: [Contact]) -> AnswerTimes {
    var times = AnswerTimes(plan)
    for contact in contacts { times.add(contact) }
    return times
  }

  /// 2026-10-12 is a Monday.
  private func mails(at time: String, _ minutes: [Double], day: String = "2026-10-12") -> [Contact]
  {
    minutes.enumerated().map { number, reply in
      Fixture.contact(number, "x", on: "\(day)T\(time)", channel: "mail", reply: reply)
    }
  }

  private func calls(at time: String, _ minutes: [Double]) -> [Contact] {
    minutes.enumerated().map { number, reply in
      Fixture.contact(number, "x", on: "2026-10-13T\(time)", channel: "phone", reply: reply)
    }
  }

  @Test func promisesAreKeptOrNotByWorkingHours() throws {
    // Due at 11:00; then on Friday at 11:00, due at 9:00 on Monday, 70 hours later.
    let monday = mails(at: "09:00", [60, 120, 121, 180])
    let friday = mails(at: "11:00", [4_200, 4_201], day: "2026-10-16")
    let service = try #require(times(monday + friday).services.first)
    #expect(service.channel == "mail" && service.promise == "2 working hours")
    #expect(service.kept == 0.5)
    // Late by 1, 60 and 1 minutes.
    #expect(service.lateMinutes == 1)
    #expect(service.medianMinutes == 121 && service.ninetiethMinutes == 4_201)
    #expect(service.hours.map(\.hour) == [9, 11])
    #expect(service.hours.map(\.kept) == [0.5, 0.5])
  }

  @Test func whatCouldBePromisedIsKeptByFourOfFive() throws {
    // One hour suffices for 10, three for 14 of 20: four of five are 16, who need four.
    let minutes = Array(repeating: 30.0, count: 10) + Array(repeating: 170.0, count: 4)
    let slow = Array(repeating: 200.0, count: 6)
    let service = try #require(times(mails(at: "08:00", minutes + slow)).services.first)
    #expect(service.truthful == "4 working hours" && service.kept == 0.5)
    #expect(try #require(times(mails(at: "08:00", minutes)).services.first).truthful == nil)
  }

  @Test func aLogWithoutTimesOfDayJudgesNoPromise() throws {
    let dates = (0..<30).map { Fixture.contact($0, "x", channel: "mail", reply: 500) }
    let service = try #require(times(dates).services.first)
    #expect(service.kept == nil && service.truthful == nil && service.hours.isEmpty)
    #expect(service.medianMinutes == 500)
  }

  @Test func neighbouringHoursWithFewContactsAreTakenTogether() throws {
    let early = calls(at: "08:15", Array(repeating: 3, count: 20))
    let busy = calls(at: "09:15", Array(repeating: 9, count: 20))
    let late =
      calls(at: "10:15", Array(repeating: 9, count: 12))
      + calls(at: "11:15", Array(repeating: 9, count: 5))
    let waits = times(early + busy + late).waits
    #expect(waits.map(\.channel.id) == ["phone"])
    let tuesday = try #require(waits.first).week[1]
    #expect(tuesday.map(\.minutes) == [3, 10])
    #expect(tuesday.map(\.range.start) == [480, 540] && tuesday.last?.range.end == 720)
  }

  @Test func fewContactsTellNoWait() {
    #expect(times(calls(at: "08:15", [1, 2, 3])).waits.isEmpty)
    #expect(times([]).services.isEmpty)
  }

  @Test func publishedWaitsAreComparedWithTheLog() throws {
    let times = times(
      calls(at: "08:15", Array(repeating: 1, count: 10) + Array(repeating: 14, count: 10)))
    let measured = try #require(times.measuredWaits(of: plan.channels[0]).first)
    #expect(measured.timed == 20 && measured.kept == 0.5)
    // Above three minutes in steps of five.
    #expect(measured.truthful == 15)
  }
}
