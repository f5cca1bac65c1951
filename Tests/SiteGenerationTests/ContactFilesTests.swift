import Availability
import ContentParsing
import Foundation
import KnowledgeBase
import Testing

@testable import SiteGeneration

/// What publishing writes of the channels: for pages, search engines and programs.
@Suite struct ContactFilesTests {
  private let site: SiteFixture

  init() throws {
    site = try SiteFixture([
      "signpost.yml": "title: Help\nbase-url: https://help.example.com/base\nlanguages: [en]\n",
      "en/a.md": "---\ntitle: A\n---\nText.\n",
      // Published on 2026-09-21.
      "contact.yml": """
      time-zone: Europe/Riga
      holidays: LV
      channels:
        - id: phone
          kind: phone
          title: Phone
          value: "+371 1"
          languages: {lv: all, en: {mon-fri: "9:00-16:00"}}
          hours: {mon-fri: "8:00-12:30, 13:00-20:00", fri-sat: "22:00-2:00"}
          call-back: {value: call@example.com}
          waits: {mon-fri: {"8:00-10:00": 6 minutes, "10:00-20:00": 1 minute}}
          seasons: [{from: 12-01, until: 01-31, hours: {mon-sat: "8:00-18:00"}}]
        - {id: chat, kind: chat, title: "</script>", value: "https://chat.example.com/", always: true}
        - {id: mail, kind: mail, title: Mail, value: help@example.com, answers-within: 4 working hours}

      """,
    ])
    try site.publish()
  }

  private func json(_ path: String) throws -> [String: Any] {
    let data = Data(try site.page(path).utf8)
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  @Test func namesALanguageOnceWithItsHours() throws {
    #expect(
      try site.page("en/contact/index.html").contains(
        "<dd>Latviešu</dd><dd><span>English</span> <span>Mon–Fri 9:00–16:00</span></dd>"))
  }

  @Test func givesProgramsTheRulesWithTextsAndSpecialDays() throws {
    let root = try json("api/en/channels.json")
    #expect(root["from"] as? String == "2026-08-31")
    #expect(root["until"] as? String == "2027-09-30")
    let channels = try #require(root["channels"] as? [[String: Any]])
    #expect(channels.compactMap { $0["title"] as? String } == ["Phone", "</script>", "Mail"])
    #expect(channels[0]["href"] as? String == "tel:+3711")
    #expect(
      channels[0]["calendar"] as? String
        == "https://help.example.com/base/calendars/en/phone.ics")
    #expect(channels[1]["calendar"] == nil)
    #expect(channels[2]["promiseText"] as? String == "First answer within 4 working hours")
    let days = try #require(root["specialDays"] as? [[String: Any]])
    #expect(days.first?["date"] as? String == "2026-11-18")
    #expect(days.first?["name"] as? String == "Proclamation Day of the Republic of Latvia")
  }

  @Test func writesACalendarForChannelsThatClose() throws {
    #expect(try site.page("calendars/en/phone.ics").contains("SUMMARY:Phone\r\n"))
    #expect(
      !FileManager.default.fileExists(
        atPath: site.output.appending(path: "calendars/en/chat.ics").path))
  }

  @Test func tellsSearchEnginesTheHoursOfEachContactPoint() throws {
    let page = try site.page("en/contact/index.html")
    let start = try #require(
      page.firstRange(of: "{\"@context\":\"https://schema.org\",\"@type\":\"Organization\""))
    let end = try #require(page[start.lowerBound...].firstRange(of: "</script>"))
    let data = Data(page[start.lowerBound..<end.lowerBound].utf8)
    let block = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let points = try #require(block["contactPoint"] as? [[String: Any]])
    #expect(points.map { $0["name"] as? String } == ["Phone", "Phone", "</script>", "Mail"])
    let hours = try #require(points[0]["hoursAvailable"] as? [[String: Any]])
    let told = hours.prefix(8).map { entry in
      let days = (entry["dayOfWeek"] as? [String])?.map { $0.suffix(9) }.count
      return
        "\(days ?? 0) \(entry["opens"] ?? "")-\(entry["closes"] ?? "") \(entry["validFrom"] ?? "")"
    }
    #expect(
      told == [
        "4 08:00-12:30 ", "4 13:00-20:00 ", "1 08:00-12:30 ", "1 13:00-20:00 ",
        "1 22:00-02:00 ", "1 22:00-02:00 ", "6 08:00-18:00 2026-12-01", "0 00:00-00:00 2026-11-18",
      ])
    #expect(points[3]["email"] as? String == "help@example.com")
    #expect(
      points.map { ($0["availableLanguage"] as? [String]) ?? [] } == [["lv"], ["en"], [], []])
    let english = try #require(points[1]["hoursAvailable"] as? [[String: Any]])
    #expect(
      english.prefix(3).map {
        "\($0["opens"] ?? "")-\($0["closes"] ?? "") \($0["validFrom"] ?? "")"
      }
        == ["09:00-12:30 ", "13:00-16:00 ", "09:00-16:00 2026-12-01"])
  }

  @Test func saysHowLongPeopleUsuallyWait() throws {
    let page = try site.page("en/contact/index.html")
    #expect(
      page.contains(
        "<dt>Usual wait</dt><dd><span>Mon–Fri 8:00–10:00</span> <span>6 minutes</span></dd>"
          + "<dd><span>10:00–20:00</span> <span>1 minute</span></dd></div>"))
  }

  @Test func asksForACallWithAMailToFillIn() throws {
    let page = try site.page("en/contact/index.html")
    #expect(page.contains("<select data-call-back=\"phone\">"))
    #expect(
      page.contains(
        "<a href=\"mailto:call@example.com?subject=Ask%20us%20to%20call%20you"
          + "&amp;body=When%3A%20%0D%0AYour%20number%3A%20\""))
  }

  @Test(arguments: [
    ("en", "Mon–Fri", "Mon–Fri 9:00–16:00"),
    ("lv", "Pirmd.–piektd.", "pirmd.–piektd. 9:00–16:00"),
    ("pl", "Pon.–pt.", "pon.–pt. 9:00–16:00"),
    ("ru", "Пн–Пт", "Пн–Пт 9:00–16:00"),
  ]) func writesDaysAsTheLanguageDoesAndWithACapitalWhereALineBegins(
    code: String, days: String, line: String
  ) throws {
    let loaded = ContentLoader(root: site.content).load()
    let language = try #require(Language(code))
    let words = ContactWords(
      language: language, site: loaded.library.site, strings: SiteStrings(language))
    let week = loaded.contact?.channels.first?.spoken["en"]
    #expect(words.rows(week).first?["days"] as? String == days)
    #expect(words.line(week) == line)
  }

  @Test(arguments: [
    ([1, 3], "Tue, Thu 12:00–18:00"), ([0, 1, 2, 4], "Mon–Wed, Fri 12:00–18:00"),
    ([6, 0, 3], "Thu, Sun–Mon 12:00–18:00"), ([], ""),
  ])
  func namesDaysThatAreNotInARowTogetherInALine(open: [Int], line: String) throws {
    let loaded = ContentLoader(root: site.content).load()
    let english = try #require(Language("en"))
    let words = ContactWords(
      language: english, site: loaded.library.site, strings: SiteStrings(english))
    let noon = try #require(TimeRange(start: 720, end: 1080))
    #expect(words.line((0..<7).map { open.contains($0) ? [noon] : [] }) == line)
  }

  @Test func namesTheHoursInRowsOfDaysWithTheSame() throws {
    let loaded = ContentLoader(root: site.content).load()
    let english = try #require(Language("en"))
    let contact = ContactContext(
      loaded.contact, language: english, site: loaded.library.site,
      strings: SiteStrings(english), today: Date(timeIntervalSince1970: 1_790_000_000))
    let phone = try #require(contact.channels.first)
    let rows = try #require(phone["hours"] as? [[String: Any]])
    #expect(
      rows.map { "\($0["days"] ?? "") \($0["times"] ?? "")" } == [
        "Mon–Thu 8:00–12:30, 13:00–20:00", "Fri 8:00–12:30, 13:00–20:00, 22:00–2:00",
        "Sat 22:00–2:00", "Sun Closed",
      ])
    let seasons = try #require(phone["seasons"] as? [[String: Any]])
    #expect(seasons.map { $0["title"] as? String } == ["1 December – 31 January"])
    let spoken = try #require(phone["spoken"] as? [[String: Any]])
    #expect(
      spoken.map { "\($0["name"] ?? "") \($0["hoursText"] ?? "")" } == [
        "English Mon–Fri 9:00–16:00"
      ])
    #expect(contact.timeZone == "Riga, Eastern European Time")
  }
}
