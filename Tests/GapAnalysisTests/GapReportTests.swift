import ContactLog
import Foundation
import KnowledgeBase
import Testing

@testable import GapAnalysis

@Suite struct GapReportTests {
  private static let hostile = "<script>alert(\"x\")</script> & 'y' zebra"

  /// Refunds asked for although answered, deposits not found, a lost bag, noise, odd ones.
  private static let contacts: [Contact] =
    (0..<8).map {
      Fixture.contact(
        $0, "when will I get my refund \($0 % 2 == 0 ? "please" : "back")", solved: $0 < 2)
    }
    + (10..<18).map {
      Fixture.contact($0, "why a deposit \($0 % 2 == 0 ? "again" : "taken")", solved: true)
    }
    + (20..<25).map { Fixture.contact($0, "left my bag behind \($0 % 2)", solved: false) }
    + (30..<34).map { Fixture.contact($0, "hello") }
    + [Fixture.contact(40, "gift vouchers"), Fixture.contact(41, hostile)]

  private static let review = Fixture.analyzer(Fixture.carSharing)
    .review(contacts, period: Period("2026-10"))

  @Test func everyContactIsCountedOnce() {
    let report = Self.review.report
    let inTopics = report.topics.flatMap(\.contacts)
    #expect(inTopics.count == Set(inTopics).count)
    #expect(inTopics.count + report.single == Self.contacts.count)
    #expect(report.topics.allSatisfy { $0.contacts.count == $0.measures.contacts })
    #expect(report.bands.values.reduce(0, +) == Self.contacts.count)
    #expect(report.languages.values.reduce(0, +) == Self.contacts.count)
    #expect(report.channels.map(\.contacts).reduce(0, +) == Self.contacts.count)
    #expect(Self.review.assignments.map(\.contact).sorted() == Self.contacts.map(\.id).sorted())
  }

  @Test(arguments: [
    ("deposit", GapReport.Verdict.notFound), ("bag", .missing), ("refund", .foundYetAsked),
  ])
  func verdictsFollowArticlesAndOutcomes(word: String, verdict: GapReport.Verdict) throws {
    let topic = try #require(Self.review.report.topics.first { $0.words.contains(word) })
    #expect(topic.verdict == verdict)
  }

  @Test func greetingsAreNoise() {
    let noise = Self.review.report.topics.filter { $0.verdict == .noise }
    #expect(noise.map(\.measures.contacts) == [4])
  }

  @Test func customersMainWordIsToBeAdded() throws {
    let deposit = try #require(
      Self.review.report.topics.first { $0.verdict == .notFound })
    #expect(deposit.wordsToAdd.first == "deposit")
  }

  @Test func reviewsAreTheSameInEveryRun() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let again = Fixture.analyzer(Fixture.carSharing).review(
      Self.contacts, period: Period("2026-10"))
    #expect(try encoder.encode(again.report) == encoder.encode(Self.review.report))
    #expect(again.report.html() == Self.review.report.html())
  }

  @Test func readsItsOwnJSON() throws {
    let data = try JSONEncoder().encode(Self.review.report)
    let read = try JSONDecoder().decode(GapReport.self, from: data)
    #expect(read.text() == Self.review.report.text())
  }

  @Test(arguments: ReportLanguage.allCases)
  func textFitsATerminal(language: ReportLanguage) {
    let lines = Self.review.report.text(language: language).split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 100 })
    #expect(lines.contains { $0.contains("deposit") })
  }

  @Test func markupOfCustomersIsText() {
    let contacts = (0..<4).map { number in
      Fixture.contact(number, Self.hostile, channel: "<b>\(number / 2)</b>")
    }
    let library = Fixture.library([
      Fixture.article("<i>", "Refund <img src=x onerror=alert(1)>", text: "refund script alert")
    ])
    let html = Fixture.analyzer(library).review(contacts, period: nil).report.html()
    #expect(!html.contains("<script"))
    #expect(!html.contains("<img"))
    #expect(!html.contains("<b>0"))
    #expect(html.contains("&lt;script&gt;"))
  }

  @Test func signsJoinedWithOthersAreEscapedToo() {
    // To a Character, `<` behind U+0600 and `"` before an accent are other signs.
    let contacts = (0..<4).map {
      Fixture.contact($0, "\u{600}<img src=x onerror=alert(1)> refund \"\u{301},=1+1")
    }
    let report = Fixture.analyzer(Fixture.carSharing).review(contacts, period: nil).report
    func signs(_ text: String) -> String {
      String(decoding: text.utf8.map { $0 < 0x80 ? $0 : 0x2D }, as: UTF8.self)
    }
    #expect(!signs(report.html()).contains("<img"))
    #expect(signs(report.csv).contains("refund \"\"--,=1+1"))
  }

  @Test func pageIsOneFileWithoutScript() {
    let html = Self.review.report.html()
    #expect(html.contains("default-src 'none'"))
    #expect(!html.contains("http://") && !html.contains("https://"))
    #expect(html.hasPrefix("<!doctype html>"))
  }

  @Test func anEmptyLogMakesAnEmptyReport() {
    let review = Fixture.analyzer(Fixture.carSharing).review([], period: Period("2026-10"))
    #expect(review.report.contacts == 0 && review.report.topics.isEmpty)
    #expect(review.report.text().contains("Too few ask for the same to tell (contacts: 0)"))
    #expect(review.report.html().contains("</html>"))
  }

  @Test(arguments: [1, 40])
  func logsOfOneTextMakeOneGroup(count: Int) {
    let contacts = (0..<count).map { Fixture.contact($0, "where is my refund") }
    let review = Fixture.analyzer(Fixture.carSharing).review(contacts, period: nil)
    #expect(Set(review.assignments.map(\.group)).count == 1)
    #expect(review.report.topics.count == (count < 3 ? 0 : 1))
  }

  @Test func aHelpCentreWithoutArticlesMissesEverything() {
    let library = Fixture.library([])
    let review = Fixture.analyzer(library).review(Self.contacts, period: nil)
    #expect(review.assignments.count == Self.contacts.count)
    #expect(review.assignments.allSatisfy { $0.article == nil && $0.band == .gap })
  }

  @Test func aLanguageWithoutArticlesIsReviewedByItself() throws {
    let contacts = (0..<4).map { Fixture.contact($0, "wo ist mein Geld", language: "de") }
    let report = Fixture.analyzer(Fixture.carSharing).review(contacts, period: nil).report
    let topic = try #require(report.topics.first)
    #expect(topic.language == "de" && topic.verdict == .missing && topic.article == nil)
  }

  @Test func contactsOfOtherPeriodsAreCompared() throws {
    let september = (100..<106).map {
      Fixture.contact($0, "when will I get my refund", on: "2026-09-10")
    }
    let review = Fixture.analyzer(Fixture.carSharing)
      .review(Self.contacts + september, period: Period("2026-10"))
    let refund = try #require(review.report.topics.first { $0.words.contains("refund") })
    #expect(refund.before == 6)
    #expect(refund.measures.contacts == 8)
    #expect(review.report.history.map(\.period) == ["2026-09", "2026-10"])
    #expect(review.assignments.count == Self.contacts.count)
  }

  @Test(arguments: [(1, [2, 1], 0), (0, [], 2)])
  func whatFewAskForInEachLanguageIsATopicTogether(polish: Int, counts: [Int], single: Int) throws {
    func contacts(_ count: Int, _ reason: String, _ language: String, in month: String) -> [Contact]
    {
      (0..<count).map {
        Fixture.contact(
          $0, reason, on: "2026-\(month)-0\($0 + 1)", language: language, solved: false)
      }
    }
    let (english, inPolish) = ("lost my backpack in the car", "zgubiłem plecak w aucie")
    let log =
      contacts(4, english, "en", in: "09") + contacts(2, english, "en", in: "10")
      + contacts(4, inPolish, "pl", in: "09") + contacts(polish, inPolish, "pl", in: "10")
    let report = Fixture.analyzer(Fixture.carSharingInPolishToo)
      .review(log, period: Period("2026-10")).report
    #expect(report.topics.map(\.measures.contacts) == counts)
    #expect(report.single == single)
    // The last period's share is what the report says of it.
    let unanswered = Double(counts.reduce(0, +)) / Double(2 + polish)
    #expect(abs((report.history.last?.unanswered ?? -1) - unanswered) < 0.001)
  }

  @Test func whatIsClearlyNewMoreLessAndGoneIsShown() throws {
    func contacts(_ count: Int, _ reason: String, in month: String, from id: Int) -> [Contact] {
      (0..<count).map {
        Fixture.contact(id + $0, reason, on: "2026-\(month)-\(10 + $0 % 18)")
      }
    }
    let log =
      contacts(20, "umbrella left behind", in: "09", from: 0)
      + contacts(20, "when will I get my refund", in: "09", from: 100)
      + contacts(20, "unlock button spins", in: "09", from: 200)
      + contacts(60, "when will I get my refund", in: "10", from: 300)
      + contacts(21, "unlock button spins", in: "10", from: 400)
      + contacts(20, "charger cable is stuck", in: "10", from: 500)
    let report = Fixture.analyzer(Fixture.carSharing)
      .review(log, period: Period("2026-10")).report
    #expect(report.gone.map(\.name) == ["umbrella left behind"])
    #expect(report.gone.map(\.contacts) == [0])
    let table = try #require(ChangeTable(report: report, words: ReportWords(.english)).table)
    #expect(
      table.rows.map(\.name) == [
        "when will I get my refund", "charger cable is stuck", "umbrella left behind",
      ])
    #expect(table.rows.map { $0.cells.prefix(2) } == [["20", "60"], ["0", "20"], ["20", "0"]])
    #expect(table.rows.first?.cells.last?.hasPrefix("+") == true)
    #expect(table.rows.dropFirst().map { $0.cells.last } == ["new", "gone"])
    #expect(report.text().contains("WHAT CHANGED SINCE THE PERIOD BEFORE"))
    #expect(report.markdown().contains("## What changed since the period before"))
    #expect(report.html().contains("<h2>What changed since the period before</h2>"))
  }

  @Test func contactsOfOneBusyDayAreAnIncident() throws {
    let contacts =
      (100..<109).map {
        Fixture.contact($0, "server error \($0 % 3)", on: "2026-10-14", solved: false)
      } + Self.contacts
    let review = Fixture.analyzer(Fixture.carSharing)
      .review(contacts, period: Period("2026-10"))
    let incidents = review.report.topics.filter { $0.verdict == .notContent }
    #expect(incidents.map(\.measures.contacts) == [9])
  }

  /// What is asked for all year comes four times in two days now and then.
  @Test(arguments: [(4, []), (12, [12])])
  func aFewOnTwoDaysOfWhatIsAlwaysAskedAreNoIncident(count: Int, found: [Int]) {
    let now = (0..<count).map {
      Fixture.contact($0, "error at login \($0 % 3)", on: "2026-10-14", solved: false)
    }
    let before = (100..<130).map {
      Fixture.contact(
        $0, "error at login \($0 % 3)", on: "2026-0\($0 % 3 + 7)-\($0 % 15 + 10)", solved: false)
    }
    let incidents = Fixture.analyzer(Fixture.carSharing)
      .review(now + before + Self.contacts, period: Period("2026-10"))
      .report.topics.filter { $0.verdict == .notContent }
    #expect(incidents.map(\.measures.contacts) == found)
  }

  /// Of three contacts in two days chance makes some every month, unless all else came then too.
  @Test(arguments: [(0, []), (9, [9, 3])])
  func threeAreAnIncidentOnABusyDayOnly(others: Int, found: [Int]) {
    let outage = (0..<others).map {
      Fixture.contact(
        100 + $0, "server error \($0 % 3)", on: "2026-10-14", language: "en", solved: false)
    }
    let polish = (0..<3).map {
      Fixture.contact(
        200 + $0, "błąd serwera \($0)", on: "2026-10-14", language: "pl", solved: false)
    }
    let incidents = Fixture.analyzer(Fixture.carSharing)
      .review(outage + polish + Self.contacts, period: Period("2026-10"))
      .report.topics.filter { $0.verdict == .notContent }
    #expect(incidents.map(\.measures.contacts) == found)
  }

  /// A day and a week are too short to tell; what lies before them does, if it is long enough.
  @Test(arguments: ["2026-W42", "2026-10-14"])
  func anIncidentIsOneInAShortPeriodToo(period: String) {
    let contacts =
      (100..<109).map {
        Fixture.contact($0, "server error \($0 % 3)", on: "2026-10-14", solved: false)
      } + Self.contacts
    let before = (200..<260).map {
      Fixture.contact($0, "where can I park", on: "2026-09-\($0 % 20 + 10)", solved: true)
    }
    let incidents = [contacts, contacts + before].map { contacts in
      Fixture.analyzer(Fixture.carSharing).review(contacts, period: Period(period))
        .report.topics.filter { $0.verdict == .notContent }.map(\.measures.contacts)
    }
    #expect(incidents == [[], [9]])
  }

  @Test func aLogOfOneDayHasNoIncidents() throws {
    let contacts = Self.contacts.map {
      Fixture.contact($0.row, $0.reason, on: "2026-10-14", solved: $0.resolvedAtFirstContact)
    }
    let review = Fixture.analyzer(Fixture.carSharing)
      .review(contacts, period: Period("2026-10"))
    #expect(!review.report.topics.contains { $0.verdict == .notContent })
  }
}

@Suite struct ReportWordsTests {
  @Test(arguments: ReportLanguage.allCases)
  func everyLanguageHasEverySentence(language: ReportLanguage) {
    let table = ReportWords.tables[language] ?? [:]
    for key in ReportWords.Key.allCases {
      #expect(table[key]?.isEmpty == false, "\(language.rawValue) lacks \(key.rawValue)")
    }
  }

  @Test(arguments: ReportLanguage.allCases)
  func sentencesTakeTheSameValues(language: ReportLanguage) {
    for key in ReportWords.Key.allCases {
      let values = { (text: String?) in
        (0..<3).filter { text?.contains("{\($0)}") == true }
      }
      let english = values(ReportWords.english[key])
      #expect(values(ReportWords.tables[language]?[key]) == english, "\(key.rawValue)")
    }
  }

  @Test(arguments: [
    ("nav degvielas kartes mašīnā", "lv"), ("nie ma karty w aucie", "pl"),
    // What tells nothing is in the site's first language.
    ("24/7", "pl"), ("umbrella", "pl"),
  ])
  func whereTheLogSaysNoLanguageItsWordsAndArticlesTell(reason: String, code: String) {
    let pages = [("pl", "Gdzie jest parking"), ("lv", "Kur novietot auto"), ("ar", "أين السيارة")]
    let library = Library(
      site: Site(
        title: [:], baseURL: "https://help.example",
        languages: pages.map { Fixture.language($0.0) }),
      articles: pages.map { Fixture.article("park", $0.1, language: Fixture.language($0.0)) },
      categories: [])
    let contacts = (0..<4).map { Fixture.contact($0, reason, language: nil) }
    let report = Fixture.analyzer(library).review(contacts, period: nil).report
    #expect(report.languages == [code: 4])
  }

  @Test func labelsOfWhatWasRedactedAreNoWords() {
    let contacts = (0..<6).map { Fixture.contact($0, "umbrella left, I am [national id] [e-mail]") }
    let topics = Fixture.analyzer(Fixture.carSharing).review(contacts, period: nil).report.topics
    #expect(topics.flatMap(\.words).allSatisfy { !["national", "mail", "id"].contains($0) })
    #expect(topics.first?.name == "umbrella left, I am [national id] [e-mail]")
  }

  @Test func numbersAreWrittenInTheLanguage() {
    let english = ReportWords(.english)
    #expect(english.count(1_234_567) == "1\u{202F}234\u{202F}567")
    #expect(english.percent(0.294) == "29%")
    #expect(ReportWords(.russian).percent(0.294) == "29\u{A0}%")
    #expect(english.signedPercent(-0.4) == "−40%")
    #expect(ReportWords(.latvian).signedPercent(0.2) == "+20\u{A0}%")
    #expect(english.signedPercent(2.9) == "× 3.9")
    #expect(english.duration(minutes: 1.64) == "1.6 min")
    #expect(english.duration(minutes: 444) == "7.4 h")
    #expect(ReportWords(.polish).decimal(1.6) == "1,6")
    #expect(english.period("2026-10") == "October 2026")
    #expect(ReportWords(.latvian).period("2026-10") == "2026. gada oktobris")
    #expect(english.period("2026-W44") == "week 44 of 2026")
  }
}
