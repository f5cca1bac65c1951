import ContactLog
import KnowledgeBase
import Testing

@testable import GapAnalysis

@Suite struct SelfServiceTests {
  private static let contacts =
    (0..<4).map { Fixture.contact($0, "lost umbrella in the trunk", minutes: 5) }
    + (4..<8).map { Fixture.contact($0, "when will I get my refund", minutes: 5) }

  private static func visit(
    _ kind: VisitCount.Kind, _ key: String, _ count: Int, language: String = "en"
  ) -> VisitCount {
    VisitCount(kind: kind, key: key, language: language, count: count)
  }

  private static func report(_ visits: [VisitCount], before: [VisitCount] = []) -> GapReport {
    let analyzer = Fixture.analyzer(Fixture.carSharing)
    var links = ShortLinks()
    let isNew = links.add("c6xh", to: ArticleID("refund"))
    #expect(isNew)
    let review = analyzer.review(contacts, period: nil)
    return analyzer.adding(SiteVisits(visits, before: before, shortLinks: links), to: review)
      .report
  }

  @Test func aReviewWithoutVisitsSaysNothingOfThem() {
    let report = Fixture.analyzer(Fixture.carSharing).review(Self.contacts, period: nil).report
    #expect(report.selfService == nil)
    #expect(report.topics.allSatisfy { $0.selfService == nil })
    for text in [report.text(), report.markdown(), report.html()] {
      #expect(!text.lowercased().contains("by themselves"))
    }
  }

  @Test func viewsStandBesideTheContactsOfTheirArticle() throws {
    let report = Self.report([
      Self.visit(.article, "refund", 200), Self.visit(.article, "park", 50),
    ])
    let uses = try #require(report.selfService?.articles)
    #expect(uses.map(\.article) == ["refund", "park"])
    #expect(uses[0].contacts == 4)
    #expect(uses[0].contactsPerHundredViews == 2)
    #expect(uses[1].contacts == 0)
    let topic = try #require(report.topics.first { $0.article == "refund" })
    #expect(topic.selfService?.views == 200)
  }

  @Test func aSearchWithoutResultComesToTheTopicThatAsksTheSameAndIsCountedApart() throws {
    let report = Self.report([
      Self.visit(.search, "umbrella lost trunk", 9),
      Self.visit(.noResult, "umbrella lost trunk", 9),
    ])
    let topic = try #require(report.topics.first { $0.name.contains("umbrella") })
    #expect(topic.selfService == GapReport.TopicUse(views: 0, searches: 9, withoutResult: 9))
    #expect(topic.measures.contacts == 4)
    let query = try #require(report.selfService?.unanswered.first)
    #expect(query.isAlsoContact)
    #expect(query.id == topic.id)
  }

  @Test func whatIsOnlySearchedForIsATopicOfItsOwn() throws {
    let report = Self.report([
      Self.visit(.noResult, "ski rack", 5), Self.visit(.noResult, "ski racks", 7),
      Self.visit(.noResult, "pay for petrol quickly", 3),
    ])
    let queries = try #require(report.selfService?.unanswered)
    #expect(queries.map(\.name) == ["ski racks", "pay for petrol quickly"])
    #expect(queries[0].withoutResult == 12)
    #expect(queries[0].wordings == ["ski racks", "ski rack"])
    #expect(queries[0].verdict == .missing && !queries[0].isAlsoContact)
    #expect(queries[1].verdict == .notFound && queries[1].article == "refuel")
    #expect(report.contacts == 8)
  }

  @Test func everyKindIsInTheTotals() throws {
    let report = Self.report(
      [
        Self.visit(.article, "refund", 3), Self.visit(.search, "refund", 8),
        Self.visit(.noResult, "xyz", 2), Self.visit(.sticker, "c6xh KM-1", 4, language: ""),
      ], before: [Self.visit(.article, "refund", 1)])
    let selfService = try #require(report.selfService)
    #expect(selfService.totals.views == 3 && selfService.totals.searches == 8)
    #expect(selfService.totals.withoutResult == 2 && selfService.totals.stickers == 4)
    #expect(selfService.totals.withoutResultShare == 0.25)
    #expect(selfService.before?.views == 1)
  }

  @Test func stickersAreToldApartByPlace() throws {
    let report = Self.report([
      Self.visit(.sticker, "c6xh KM-1", 4, language: ""),
      Self.visit(.sticker, "c6xh KM-2", 2, language: ""),
      Self.visit(.sticker, "zzzz", 1, language: ""),
    ])
    let stickers = try #require(report.selfService?.stickers)
    #expect(stickers.map(\.place) == ["KM-1", "KM-2", ""])
    #expect(stickers.map(\.article) == ["refund", "refund", nil])
  }

  @Test(arguments: ReportLanguage.allCases)
  func everyRenderingShowsThem(language: ReportLanguage) {
    let report = Self.report([
      Self.visit(.article, "refund", 1234), Self.visit(.noResult, "<ski> | rack", 77),
      Self.visit(.sticker, "c6xh KM-1", 41, language: ""),
    ])
    let words = ReportWords(language)
    let texts = [
      report.text(language: language), report.markdown(language: language),
      report.html(language: language),
    ]
    for text in texts {
      for key in [ReportWords.Key.sectionSelfService, .sectionSearches, .sectionStickers] {
        #expect(text.contains(words(key)) || text.contains(words(key).uppercased()))
      }
      #expect(text.contains("1\u{202F}234") && text.contains("77") && text.contains("KM-1"))
    }
    #expect(!texts[1].contains("<ski>") && !texts[2].contains("<ski>"))
    #expect(report.csv.contains("en-search-ski-rack,en,missing"))
  }

  @Test func noSentenceIsMissingInALanguage() {
    for (language, table) in ReportWords.tables {
      for key in ReportWords.Key.allCases { #expect(table[key] != nil, "\(language) \(key)") }
    }
  }
}
