import Availability
import CivilCalendar
import Diagnostics
import Testing

@testable import ContentParsing

@Suite struct ContactFileTests {
  private func read(_ text: String) -> (plan: ContactPlan?, findings: [String]) {
    var diagnostics: [Diagnostic] = []
    let plan = ContactFile.read(
      SourceFile(path: "contact.yml", text: text), diagnostics: &diagnostics)
    return (
      plan,
      diagnostics.map { finding in
        let cure = finding.cures.first.map { "; \($0)" } ?? ""
        return "\(finding.location): \(finding.severity.rawValue): \(finding.summary)\(cure)"
      }
    )
  }

  private static let phone = "kind: phone, title: Phone, value: \"+371 6000 0100\""

  @Test func readsChannelsHoursPromisesAndExceptions() throws {
    let (plan, findings) = read(
      """
      time-zone: Europe/Riga
      holidays: lv
      working-hours: {mon-thu: "8:00-17:00", fri: "8-15.30"}
      channels:
        - id: phone
          kind: phone
          title: {en: Phone, pl: Telefon}
          value: "+371 6000 0100"
          languages: [lv, pt-br]
          hours: {Mon - Fri: "8:00–12:00, 13:00-20:00", "sat, sunday": [9:00-12:00, 22:00-2:00]}
          on-holidays: "10:00-12:00"
          answers-within: 2 Working Hours
          note: At any hour.
      exceptions:
        - {date: 2026-12-24, hours: closed, reason: {en: Team day}}
      """)
    #expect(findings == [])
    let channel = try #require(plan?.channels.first)
    #expect(channel.title == ["en": "Phone", "pl": "Telefon"])
    #expect(channel.address == "tel:+37160000100")
    #expect(channel.languages == ["lv", "pt-BR"])
    let hours = try #require(channel.hours)
    #expect(hours.week[0].map { [$0.start, $0.end] } == [[480, 720], [780, 1200]])
    #expect(hours.week[4] == hours.week[0])
    #expect(hours.week[6].map { [$0.start, $0.end] } == [[540, 720], [1320, 1560]])
    #expect(hours.onHolidays == .ranges([TimeRange(start: 600, end: 720)].compactMap(\.self)))
    let christmas = try #require(CalendarDay("2026-12-24"))
    #expect(hours.exceptions[christmas]?.ranges == [])
    #expect(hours.exceptions[christmas]?.reason == ["en": "Team day"])
    #expect(channel.promise == AnswerPromise(amount: 2, unit: .workingHours))
    #expect(plan?.workingHours.week[4].map { [$0.start, $0.end] } == [[480, 930]])
    #expect(plan?.holidays == HolidayCalendar(country: "LV"))
  }

  @Test func longNightsThatNobodyCouldHaveSwappedAreLeftAlone() {
    #expect(
      read("working-hours: {mon-sat: \"12:00-3:00\", sun: \"14:00-4:59\"}").findings == [])
    #expect(read("working-hours: {mon: \"14:00-5:00\"}").findings.count == 1)
  }

  @Test(arguments: ["fourth thu nov", "4th thu nov", "4th Thursday November"])
  func readsWhichWeekdayOfAMonth(text: String) throws {
    let (plan, findings) = read("holidays: [\(text)]")
    #expect(findings == [])
    let day = try #require(CalendarDay("2026-11-26"))
    #expect(plan?.holidays?.holiday(on: day) != nil)
  }

  @Test(arguments: [
    ("2026-11-11", [[], [480, 960]]),  // Poland's independence, then Latvia's, then of both
    ("2026-11-18", [[480, 960], []]), ("2026-12-25", [[], []]),
    ("2026-11-12", [[480, 960], [480, 960]]),
  ])
  func aChannelHasTheHolidaysOfItsOwnCountry(date: String, open: [[Int]]) throws {
    let (plan, findings) = read(
      """
      time-zone: Europe/Warsaw
      holidays: PL
      channels:
        - {id: pl, \(Self.phone), hours: {mon-fri: "8:00-16:00"}}
        - {id: lv, \(Self.phone), hours: {mon-fri: "8:00-16:00"}, holidays: LV}
      """)
    #expect(findings == [])
    let day = try #require(CalendarDay(date))
    let ranges = try #require(plan).channels.map { channel in
      plan?.schedule(of: channel)?.ranges(on: day).flatMap { [$0.start, $0.end] }
    }
    #expect(ranges == open)
  }

  @Test(arguments: [
    (
      "time-zone: Europe/Rga",
      "contact.yml:1:12: error: time zone 'Europe/Rga' isn't known; did you mean 'Europe/Riga'?"
    ),
    (
      "time-zone: Warsaw",
      "contact.yml:1:12: error: time zone 'Warsaw' isn't known; did you mean 'Europe/Warsaw'?"
    ),
    (
      "holidays: PT",
      "contact.yml:1:11: error: public holidays of 'PT' aren't known; use one of: EE, LT, LV, PL; or list the days: holidays: [01-01, easter+1, 12-25]"
    ),
    (
      "working-hours: 8-16",
      "contact.yml:1:16: error: 'working-hours' should give ranges by weekday; write working-hours: {mon-fri: \"8:00-20:00\"}"
    ),
    (
      "working-hours: {mnday: 8-16}",
      "contact.yml:1:17: error: 'mnday' isn't a weekday; did you mean 'monday'?"
    ),
    (
      "working-hours: {mon-wed-fri: 8-16}",
      "contact.yml:1:17: error: 'mon-wed-fri' isn't a weekday or a range of them; write mon, mon-fri or sat-sun"
    ),
    (
      "working-hours: {mon: 25:00-26:00}",
      "contact.yml:1:22: error: '25:00' isn't a time; write 8:00 or 20:30, from 0:00 to 24:00"
    ),
    (
      "working-hours: {mon: 8:00 to 9:00}",
      "contact.yml:1:22: error: '8:00 to 9:00' isn't a range of time; write \"8:00-20:00\", or closed"
    ),
    (
      "working-hours: {mon: 8am-4pm}",
      "contact.yml:1:22: error: '8am' isn't a time; write 8:00 or 20:30, from 0:00 to 24:00"
    ),
    (
      "working-hours: {mon: 9:00-9:00}",
      "contact.yml:1:22: error: range '9:00-9:00' is empty; write \"0:00-24:00\" for the whole day"
    ),
    (
      "working-hours: {mon: \"8-12, 11-13\"}",
      "contact.yml:1:22: error: ranges overlap; let each range begin after the one before has ended"
    ),
    (
      "working-hours: {mon-fri: 8-12, wed: 11-13}",
      "contact.yml:1:37: error: ranges overlap on Wednesday; let each range begin after the one before has ended"
    ),
    (
      "working-hours: {mon: 17:00-0:00, tue: 17:00-9:00}",
      "contact.yml:1:39: warning: range '17:00-9:00' goes through the night for 16 hours; if the times are swapped, write \"9:00-17:00\""
    ),
    ("chanels: []", "contact.yml:1:1: warning: unknown key 'chanels'; did you mean 'channels'?"),
    (
      "channels:\n  - {id: a, kind: phne, title: A, value: \"1\"}",
      "contact.yml:2:19: error: kind 'phne' isn't known; did you mean 'phone'?"
    ),
    (
      "channels:\n  - {id: a, kind: phone, title: A, value: none}",
      "contact.yml:2:43: error: 'none' isn't an address for a channel of kind 'phone'; write value: \"+371 6000 0100\""
    ),
    (
      "channels:\n  - {id: a, kind: chat, title: A, value: \"javascript:alert(1)\"}",
      "contact.yml:2:42: error: 'javascript:alert(1)' isn't an address for a channel of kind 'chat'; write the address in full: value: https://example.com/chat"
    ),
    (
      "channels:\n  - {id: a, \(phone), answers-within: soon}",
      "contact.yml:2:81: error: 'soon' isn't a time; write a number and one of: minutes, hours, days, working hours, working days"
    ),
    (
      "channels:\n  - {id: a, \(phone), always: true, hours: {mon: 8-9}}",
      "contact.yml:2:86: error: channel has hours and is always open; keep 'always' or 'hours'"
    ),
    (
      "channels:\n  - {id: a, \(phone)}\n  - {id: a, \(phone)}",
      "contact.yml:3:10: error: channel 'a' stands twice; give each channel an id of its own"
    ),
    (
      "exceptions:\n  - {date: 2026-02-30, hours: closed}",
      "contact.yml:2:12: error: '2026-02-30' isn't a date; 2026-02 has 28 days: write 2026-02-28 or 2026-03-01"
    ),
    (
      "exceptions:\n  - {date: 2026-02-20}",
      "contact.yml:2:12: error: exception doesn't say its hours; write hours: closed, or hours: \"8:00-14:00\""
    ),
    (
      "channels:\n  - {id: phone, \(phone)}\nexceptions:\n  - {date: 2026-02-20, hours: closed, channels: [phon]}",
      "contact.yml:4:49: error: channel 'phon' doesn't exist; did you mean 'phone'?"
    ),
    (
      "channels:\n  - {id: phone, \(phone)}\nexceptions:\n  - {date: 2026-02-20, hours: closed, channels: phone}",
      "contact.yml:4:49: warning: channel 'phone' has no hours, so the exception changes nothing; give the channel hours, or remove it here"
    ),
    (
      "holidays: {country: LV, also: [2026-02-29]}",
      "contact.yml:1:32: error: '2026-02-29' isn't a day of the year; 2026-02 has 28 days: write 2026-02-28 or 2026-03-01"
    ),
    (
      "holidays: [{date: 2027-02-29, name: {en: Founders' Day}}]",
      "contact.yml:1:12: error: '2027-02-29' isn't a day of the year; 2027-02 has 28 days: write 2027-02-28 or 2027-03-01"
    ),
    (
      "holidays: [13-01]",
      "contact.yml:1:12: error: '13-01' isn't a day of the year; write 12-27, 2026-12-27, easter+1, orthodox-easter-2, fourth thu nov or last mon may"
    ),
    (
      "holidays: {country: LV, except: [mother-day]}",
      "contact.yml:1:33: error: holiday 'mother-day' doesn't exist; did you mean 'mothers-day'?"
    ),
    (
      "channels:\n  - {id: a, \(phone), hours: {mon: 8-9}, seasons: [{from: 06-01, until: 2026-08-31, hours: {mon: 8-10}}]}",
      "contact.yml:2:101: error: '06-01' to '2026-08-31' isn't a part of the year; write from: 06-01, until: 08-31, or both with the year"
    ),
    (
      "channels:\n  - {id: a, \(phone), hours: {mon: 8-9}, seasons: [{from: 06-01, until: 08-31, hours: {mon: 8-10}}, {from: 08-31, until: 09-30, hours: {mon: 8-10}}]}",
      "contact.yml:2:150: error: seasons overlap; let each begin after the one before has ended"
    ),
    (
      "channels:\n  - {id: a, \(phone), languages: {en: whenever}}",
      "contact.yml:2:81: error: 'en' should give ranges by weekday; write en: {mon-fri: \"8:00-20:00\"}"
    ),
    (
      "channels:\n  - {id: a, \(phone), hours: {mon: 8-9}, waits: {mon: {8-9: long}}}",
      "contact.yml:2:103: error: 'long' isn't a number of minutes; write 12 minutes"
    ),
    (
      "channels:\n  - {id: a, \(phone), call-back: {value: a@a.example}}",
      "contact.yml:2:76: error: channel calls back, but has no hours; give the channel 'hours': calls are made in them"
    ),
    (
      "channels:\n  - {id: a, \(phone), hours: {mon: 8-9}, call-back: {value: call@a.example, slot: 2 days}}",
      "contact.yml:2:125: error: '2 days' isn't a time of up to a day; write slot: 30 minutes"
    ),
    (
      "exceptions:\n  - {from: 2026-02-20, until: 2026-02-10, hours: closed}",
      "contact.yml:2:31: error: exception ends before it begins; swap 'from' and 'until'"
    ),
  ])
  func namesPlaceAndCureOf(text: String, finding: String) {
    #expect(read(text).findings == [finding])
  }

  @Test func keepsTheOtherChannelsWhenOneIsFaulty() {
    let (plan, findings) = read(
      "channels:\n  - {id: a, kind: fax, title: A, value: x}\n  - {id: b, \(Self.phone)}")
    #expect(plan?.channels.map(\.id) == ["b"])
    #expect(findings.count == 1)
  }

  @Test func knowsTheChangesOfAZoneForDecades() throws {
    let plan = try #require(read("time-zone: Europe/Riga").plan)
    let summer = Instant(minutes: (CalendarDay("2049-07-01")?.daysSince1970 ?? 0) * 1440)
    let winter = Instant(minutes: (CalendarDay("2001-01-10")?.daysSince1970 ?? 0) * 1440)
    #expect(plan.zone.offset(at: summer) == 180)
    #expect(plan.zone.offset(at: winter) == 120)
  }
}
