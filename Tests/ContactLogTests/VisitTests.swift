import CivilCalendar
import Foundation
import Testing

@testable import ContactLog

@Suite struct AccessLogLineTests {
  @Test func readsTheCommonFormat() throws {
    let line = try #require(
      AccessLogLine(
        #"192.0.2.1 - anna [10/Oct/2026:13:55:36 +0300] "GET /en/search/?q=fuel+card&x=1 HTTP/1.1" 200 512"#
      ))
    #expect(line.day == CalendarDay("2026-10-10"))
    #expect(line.path == "/en/search/")
    #expect(line.value(of: "q") == "fuel card")
    #expect(line.isPageView)
    #expect(!line.isRobot)
  }

  @Test func readsTheCombinedFormatWithQuotesInTheAgent() throws {
    let line = try #require(
      AccessLogLine(
        #"2001:db8::1 - - [01/Jan/2027:00:00:00 +0000] "GET /s/c6xh/?p=KM-101 HTTP/2.0" 304 0 "https://a.example/\"x\"" "Mozilla/5.0""#
      ))
    #expect(line.day == CalendarDay("2027-01-01"))
    #expect(line.value(of: "p") == "KM-101")
    #expect(line.isPageView)
  }

  @Test(arguments: [
    ("POST", 200, false), ("HEAD", 200, false), ("GET", 404, false), ("GET", 301, false),
    ("GET", 206, false), ("GET", 200, true), ("GET", 304, true),
  ])
  func onlyPagesThatWereGotCount(_ method: String, _ status: Int, _ isView: Bool) throws {
    let text = #"h - - [10/Oct/2026:13:55:36 +0300] "\#(method) / HTTP/1.1" \#(status) 1"#
    #expect(try #require(AccessLogLine(text)).isPageView == isView)
  }

  @Test(arguments: [
    "Mozilla/5.0 (compatible; Googlebot/2.1)", "curl/7.88", "python-requests/2.3",
    "Mozilla/5.0 HeadlessChrome/120", "UptimeRobot/2.0",
  ])
  func programsAreNotPeople(_ agent: String) throws {
    let text = #"h - - [10/Oct/2026:13:55:36 +0300] "GET / HTTP/1.1" 200 1 "-" "\#(agent)""#
    #expect(try #require(AccessLogLine(text)).isRobot)
  }

  @Test(arguments: [
    "", "hello", "h - - [10/Oct/2026:13:55:36 +0300]",
    #"h - - [31/Feb/2026:1:1:1 +0] "GET /" 200 1"#,
    #"h - - [10/Oct/2026:13:55:36 +0300] "-" 408 0"#,
    #"h - - [10/Okt/2026:1:1:1 +0] "GET / H" 200 1"#,
    "\0", #"h - - ]10/Oct/2026[ "GET / HTTP/1.1" 200 1"#,
  ])
  func otherLinesAreRefused(_ text: String) {
    #expect(AccessLogLine(text) == nil)
  }

  @Test(arguments: [
    ("a+b%20c", "a b c"), ("%D1%82%D0%BE%D0%BF", "топ"), ("%zz", nil), ("%4", nil), ("%ff", nil),
  ])
  func decodesQueries(_ text: String, _ decoded: String?) {
    #expect(AccessLogLine.decoded(text[...]) == decoded)
  }
}

@Suite struct VisitImportTests {
  private static func line(_ target: String, day: Int = 10, agent: String = "Firefox") -> String {
    #"192.0.2.7 - - [\#(day)/Oct/2026:13:55:36 +0300] "GET \#(target) HTTP/1.1" 200 1 "-" "\#(agent)""#
      + "\n"
  }

  private static func subject(_ path: String) -> VisitSubject? {
    switch path {
    case "/en/refund/": .article("refund", language: "en")
    case "/en/search/": .search(language: "en")
    case "/en/search/none.txt": .noResult(language: "en")
    case "/s/c6xh/": .shortLink(code: "c6xh")
    default: nil
    }
  }

  private struct Fixture: ~Copyable {
    let folder: URL
    let store: ContactStore

    init() throws {
      folder = FileManager.default.temporaryDirectory.appending(path: "visits-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      store = try ContactStore(at: folder.appending(path: "contacts.db").path, creating: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func load(_ text: String, as name: String = "access.log") throws -> VisitSummary {
      let path = folder.appending(path: name).path
      try Data(text.utf8).write(to: URL(filePath: path))
      return try store.importVisits(from: path, shownAs: name, subject: VisitImportTests.subject)
    }
  }

  @Test func countsViewsSearchesAndStickersByDay() throws {
    let fixture = try Fixture()
    let log = [
      Self.line("/en/refund/"), Self.line("/en/refund/"), Self.line("/en/refund/", day: 11),
      Self.line("/en/search/?q=Fuel++CARD"), Self.line("/en/search/none.txt?q=umbrella"),
      Self.line("/s/c6xh/?p=KM-101"), Self.line("/assets/site.css"), "broken\n",
      Self.line("/en/refund/", agent: "Googlebot"),
    ].joined()
    let summary = try fixture.load(log)
    #expect(summary.lines == 9)
    #expect(summary.counted == 6)
    #expect(summary.passedOver == 1)
    #expect(summary.robots == 1)
    #expect(summary.malformed == 1)
    #expect(summary.firstMalformed == 8)
    #expect(
      try fixture.store.visits() == [
        VisitCount(kind: .article, key: "refund", language: "en", count: 3),
        VisitCount(kind: .noResult, key: "umbrella", language: "en", count: 1),
        VisitCount(kind: .search, key: "fuel card", language: "en", count: 1),
        VisitCount(kind: .sticker, key: "c6xh KM-101", language: "", count: 1),
      ])
    let day = try #require(CalendarDay("2026-10-11"))
    #expect(try fixture.store.visits(day...day).map(\.count) == [1])
  }

  @Test func aLogThatGrewOrWasRenamedIsCountedOnce() throws {
    let fixture = try Fixture()
    let first = Self.line("/en/refund/") + Self.line("/en/refund/")
    _ = try fixture.load(first + "192.0.2.7 - - [10/Oct")
    let grown = first + Self.line("/en/refund/")
    #expect(try fixture.load(grown).known == 2)
    #expect(try fixture.load(grown, as: "access.log.1").counted == 0)
    #expect(try fixture.load(first, as: "access.log.2").counted == 0)
    #expect(try fixture.load(grown).counted == 0)
    #expect(try fixture.store.visits().map(\.count) == [3])
  }

  @Test func nothingOfTheVisitorIsKept() throws {
    let fixture = try Fixture()
    let planted = ["192.0.2.7", "Firefox", "anna@example.org", "26123456", "Kowalska"]
    _ = try fixture.load(
      Self.line("/en/search/?q=anna@example.org+my+name+is+Anna+Kowalska+call+%2B371+26123456")
        + Self.line("/s/c6xh/?p=anna@example.org"))
    let keys = try fixture.store.visits().map(\.key).joined(separator: "\n")
    #expect(keys.contains("[e-mail]"))
    let files = try FileManager.default.contentsOfDirectory(
      at: fixture.folder, includingPropertiesForKeys: nil
    ).filter { $0.lastPathComponent.hasPrefix("contacts") }
    for file in files {
      let bytes = try Data(contentsOf: file)
      for value in planted {
        #expect(bytes.firstRange(of: Data(value.lowercased().utf8)) == nil, "\(value)")
        #expect(bytes.firstRange(of: Data(value.utf8)) == nil, "\(value)")
      }
    }
  }

  @Test func anEmptyLogCountsNothing() throws {
    let fixture = try Fixture()
    #expect(try fixture.load("") == VisitSummary())
    #expect(throws: ContactLogError.self) {
      try fixture.store.importVisits(from: "/nowhere/x", shownAs: "x", subject: Self.subject)
    }
  }
}
