import Availability
import CivilCalendar
import KnowledgeBase
import SiteGeneration
import Testing

@Suite struct OpeningsCalendarTests {
  private func calendar(reason: String, title: String = "Phone") throws -> OpeningsCalendar {
    let language = try #require(Language("en"))
    let site = Site(title: ["": "Help"], baseURL: "https://a.example", languages: [language])
    let words = ContactWords(language: language, site: site, strings: SiteStrings(language))
    let day = try #require(CalendarDay("2026-12-24"))
    let night = try #require(TimeRange(start: 1200, end: 1560))
    let hours = OpeningHours(
      week: Array(repeating: [night], count: 7),
      exceptions: [day: OpeningHours.Exception(ranges: [], reason: ["": reason])])
    let channel = Channel(
      id: "phone", kind: .phone, title: ["": title], value: "1", hours: hours)
    let zone = TimeZoneRules(
      name: "Europe/Riga",
      periods: [TimeZoneRules.Period(start: Instant(minutes: 0), offset: 120)])
    let plan = ContactPlan(
      channels: [channel], zone: zone, holidays: nil, workingHours: .always)
    return try #require(
      OpeningsCalendar(
        of: channel, in: plan, days: day.adding(days: -1)...day.adding(days: 1), words: words))
  }

  @Test func listsRangesAndClosedDaysForTelephoneSystems() throws {
    #expect(
      try calendar(reason: "Team day, all").rows == [
        ["date", "weekday", "opens", "closes", "reason"],
        ["2026-12-23", "3", "20:00", "02:00", ""],
        ["2026-12-24", "4", "", "", "Team day, all"],
        ["2026-12-25", "5", "20:00", "02:00", ""],
      ])
  }

  @Test func writesOpeningsInUniversalTimeAndReasonsAsWholeDays() throws {
    #expect(
      try calendar(reason: "Team; day").ics.replacing("\r\n", with: "\n") == """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//Signpost//Opening hours//EN
        CALSCALE:GREGORIAN
        METHOD:PUBLISH
        X-WR-CALNAME:Help: Phone
        BEGIN:VEVENT
        UID:20261223T180000Z-phone@a.example
        DTSTAMP:20261222T220000Z
        DTSTART:20261223T180000Z
        DTEND:20261224T000000Z
        SUMMARY:Phone
        END:VEVENT
        BEGIN:VEVENT
        UID:20261225T180000Z-phone@a.example
        DTSTAMP:20261222T220000Z
        DTSTART:20261225T180000Z
        DTEND:20261226T000000Z
        SUMMARY:Phone
        END:VEVENT
        BEGIN:VEVENT
        UID:20261224-phone@a.example
        DTSTAMP:20261222T220000Z
        DTSTART;VALUE=DATE:20261224
        DTEND;VALUE=DATE:20261225
        TRANSP:TRANSPARENT
        SUMMARY:Team\\; day – Phone: Closed
        END:VEVENT
        END:VCALENDAR

        """)
  }

  @Test func aReasonOfSeveralLinesBeginsNoLineOfTheCalendar() throws {
    let ics = try calendar(reason: "Team\r\nBEGIN:VEVENT\rday\u{1B},\u{301}").ics
    let lines = String(decoding: ics.utf8.map { $0 == 0x0D ? 0x0A : $0 }, as: UTF8.self)
      .split(separator: "\n")
    #expect(lines.count { $0 == "BEGIN:VEVENT" } == 3)
    #expect(lines.contains("SUMMARY:Team\\nBEGIN:VEVENT\\nday\\,\u{301} – Phone: Closed"))
  }

  @Test func foldsLinesOfMoreThan75BytesWithoutCuttingALetter() throws {
    let title = String(repeating: "Tālrunis ", count: 20)
    let lines = try calendar(reason: "", title: title).ics.split(separator: "\r\n")
    #expect(lines.allSatisfy { $0.utf8.count <= 75 })
    let unfolded = try calendar(reason: "", title: title).ics.replacing("\r\n ", with: "")
    #expect(unfolded.contains("SUMMARY:\(title)\r\n"))
  }
}
