import ContactLog
import ContentParsing
import Foundation
import KnowledgeBase
import SearchIndex
import Testing

@testable import GapAnalysis

/// What the sample log was planted with is found, and nothing else is taken for a gap.
@Suite struct SampleLogTests {
  private static let content = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "content")

  private static let report = review(of: "2026-10")

  private static func review(of period: String, content: URL = content) -> GapReport {
    let loaded = ContentLoader(root: content, shownAs: "content").load()
    let indexes = loaded.library.languages.map { language in
      (
        language,
        SearchIndex(
          SearchDocument.documents(of: loaded.library, in: language), language: language,
          synonyms: loaded.synonyms[language] ?? Synonyms())
      )
    }
    var contacts: [Contact] = []
    for month in ["2026-08", "2026-09", "2026-10"] {
      let file = content.appending(path: "contacts/\(month).csv").path
      _ = try? ContactLogReader(file: file, customerKey: (1, 2)).read { contacts.append($0) }
    }
    return GapAnalyzer(loaded.library, indexes: Dictionary(uniqueKeysWithValues: indexes))
      .review(contacts, period: Period(period)).report
  }

  private func topics(_ verdict: GapReport.Verdict, in language: String) throws -> [GapReport.Topic]
  {
    Self.report.topics.filter { $0.verdict == verdict && $0.language == language }
  }

  @Test(arguments: ["en", "lv", "pl", "ru"])
  func theMissingFuelCardIsTheFirstGapOfEachLanguage(language: String) throws {
    let first = try #require(topics(.missing, in: language).first)
    #expect(first.article == "fuel/refuel-the-car")
    #expect(first.confidence == .likely)
    // Between 11 in English and 24 in Latvian were planted in October.
    #expect((7...45).contains(first.measures.contacts))
    #expect(first.sameIn.count == 3)
  }

  @Test(arguments: [
    ("en", ["lost", "left"]), ("lv", ["aizmirs"]), ("pl", ["zostawil", "zapomnia"]),
    ("ru", ["забы", "вещи"]),
  ])
  func lostPropertyIsMissingInEachLanguage(language: String, words: [String]) throws {
    let found = try topics(.missing, in: language).contains { topic in
      topic.words.contains { word in
        words.contains { word.folding(options: .diacriticInsensitive, locale: nil).hasPrefix($0) }
      }
    }
    #expect(found)
  }

  @Test func whatAnotherLanguageIsAnsweredIsNotFoundRatherThanMissing() throws {
    let tyres = try #require(
      topics(.notFound, in: "pl").first { $0.words.contains("ciśnienie") })
    #expect(tyres.article == "damage/breakdown-on-the-road" && tyres.confidence == .unsure)
    #expect(tyres.reasons.first?.kind == .askedElsewhere)
    #expect(tyres.wordsToAdd.contains("oponach"))
  }

  @Test func wordsThatTellNothingAreNoReason() throws {
    let reasons = Self.report.topics.flatMap(\.reasons)
    let words = Set(reasons.flatMap(\.words).map { $0.lowercased() })
    #expect(
      words.isDisjoint(with: ["vai", "kad", "się", "czy", "kiedy", "есть", "когда", "when", "how"]))
  }

  @Test func whatToDoIsTheSameInEveryLanguageOfTheReport() throws {
    let report = Self.report
    let advised = ReportLanguage.allCases.map { language in
      let words = ReportWords(language)
      let shown = words(.adviceAskedSolved, "{0}").split(separator: "{0}")[0]
      return report.text(limit: 100, language: language).split(separator: "\n").count {
        $0.contains("→ \(shown)")
      }
    }
    #expect(advised[0] > 0 && Set(advised).count == 1)
    for theme in ReportTheme.themes(of: report, with: [.missing, .foundYetAsked]) {
      let solved = ReportLanguage.allCases.flatMap { language in
        theme.reasons(in: language).filter { [.solvedAtOnce, .seldomSolved].contains($0.kind) }
      }
      #expect(Set(solved).count <= 1)
    }
  }

  @Test func lostPropertyIsOneTopicInThreeLanguages() throws {
    let themes = ReportTheme.themes(of: Self.report, with: [.missing])
    let lost = try #require(themes.first { $0.topics.contains { $0.stems.contains("zostaw") } })
    #expect(Set(lost.topics.map(\.language)).isSuperset(of: ["lv", "pl", "ru"]))
    // Of 32 that were planted.
    #expect((24...36).contains(lost.contacts))
  }

  @Test(arguments: [("en", "deposit"), ("lv", "depoz"), ("pl", "kaucj"), ("ru", "депозит")])
  func theDepositIsNotFoundForItsWord(language: String, word: String) throws {
    let topic = try #require(
      topics(.notFound, in: language).first { $0.article == "payments/card-hold" })
    #expect(topic.confidence == .likely)
    #expect(topic.wordsToAdd.first?.hasPrefix(word) == true)
  }

  /// Alone, the Latvian deposit lies nearest to how to reserve a car.
  @Test func whatOthersAreAnsweredByIsLentToTheLastLanguageWithoutTheWord() throws {
    let content = URL.temporaryDirectory.appending(path: "lent-\(UUID().uuidString)")
    try FileManager.default.copyItem(at: Self.content, to: content)
    defer { try? FileManager.default.removeItem(at: content) }
    for (language, question) in [
      ("en", "Is the deposit refundable"), ("ru", "Зачем взяли депозит"), ("pl", "Kaucja zwrotna"),
    ] {
      let file = content.appending(path: "\(language)/payments/card-hold.md")
      let text = try String(contentsOf: file, encoding: .utf8)
      try text.replacing("questions:\n", with: "questions:\n  - \(question)\n", maxReplacements: 1)
        .write(to: file, atomically: true, encoding: .utf8)
    }
    let topics = Self.review(of: "2026-10", content: content).topics
    let deposits = topics.filter { $0.article == "payments/card-hold" }
    #expect(
      deposits.filter { $0.verdict == .notFound && $0.wordsToAdd.first == "depozīts" }
        .map(\.language) == ["lv"])
    let answered = Set(deposits.filter { $0.verdict == .foundYetAsked }.map(\.language))
    #expect(answered.isSuperset(of: ["en", "ru"]))
  }

  @Test(arguments: ["en", "lv", "pl", "ru"])
  func theRefundIsFoundYetAsked(language: String) throws {
    let topic = try #require(
      topics(.foundYetAsked, in: language).first { $0.article == "payments/refund" })
    #expect(topic.measures.firstContactResolution ?? 1 < 0.7)
  }

  @Test(arguments: [
    ("en", "Why is it not there yet?"), ("pl", "Dlaczego jeszcze ich nie ma?"),
    ("ru", "Почему денег ещё нет?"),
  ])
  func theSectionToImproveIsNamed(language: String, title: String) throws {
    let topic = try #require(
      topics(.foundYetAsked, in: language).first { $0.article == "payments/refund" })
    #expect(topic.section == title)
    let words = try #require(ReportLanguage(rawValue: language).map(ReportWords.init))
    let advice = words(.adviceAskedSection, topic.articleTitle ?? "", title)
    #expect(Self.report.markdown(language: words.language).contains(advice))
  }

  @Test func russianLacksWhatOthersHave() throws {
    let topics = try topics(.otherLanguageOnly, in: "ru")
    // One, to which nothing is added that happens to lie near the same article.
    #expect(topics.map(\.article) == ["driving/drive-abroad"])
    for language in ["en", "lv", "pl"] {
      #expect(try self.topics(.otherLanguageOnly, in: language).isEmpty)
    }
  }

  @Test func noTopicQuotesAWordingTwice() {
    let cards = Self.report.html().components(separatedBy: "<ul class=\"quotes\">").dropFirst()
    #expect(cards.count > 10)
    for card in cards {
      let quotes = card.components(separatedBy: "</ul>")[0].components(separatedBy: "</li>")
      #expect(Set(quotes).count == quotes.count, "\(quotes)")
    }
  }

  @Test func theOutageIsOneIncidentOfItsDayAndNoMatterForArticles() throws {
    let themes = ReportTheme.themes(of: Self.report, with: [.notContent])
    let outage = try #require(themes.first)
    #expect(themes.count == 1)
    #expect((25...40).contains(outage.contacts))
    #expect(Set(outage.topics.map(\.language)) == ["en", "lv", "pl", "ru"])
    #expect(outage.topics.allSatisfy { $0.reasons.map(\.words) == [["2026-10-14"]] })
    #expect(outage.topics.allSatisfy { $0.article == nil })
  }

  @Test func aWeeksFirstTyreLightsAreNoIncident() throws {
    let themes = ReportTheme.themes(of: Self.review(of: "2026-W42"), with: [.notContent])
    #expect(themes.count == 1)
    #expect(themes.first.map { (25...40).contains($0.contacts) } == true)
    #expect(themes.first?.topics.allSatisfy { $0.reasons.map(\.words) == [["2026-10-14"]] } == true)
  }

  @Test func tyreLightsRiseClearly() throws {
    let report = Self.report
    let theme = try #require(
      ReportTheme.themes(of: report, with: [.foundYetAsked])
        .first { $0.first.article == "damage/breakdown-on-the-road" })
    let change = try #require(theme.change(in: report))
    #expect(change.isClear && change.relative > 1)
  }

  @Test func theRevisedArticleIsFollowedByFewerContacts() throws {
    let effects = Self.report.effects
    let effect = try #require(effects.first { $0.article == "driving/end-the-rental" })
    #expect(effect.date == "2026-09-10")
    #expect(effect.outcome == .fewer)
    #expect(effect.relative < -0.4)
  }

  @Test func nothingElseIsALikelyGapOfSize() throws {
    let gaps = Self.report.topics.filter {
      $0.verdict.isGap && $0.confidence == .likely && $0.measures.contacts >= 5
    }
    let planted = [
      "fuel", "card", "kart", "карт", "топл", "degviel", "deposit", "depoz", "депозит", "kaucj",
      "lost", "left", "aizmirs", "zostawil", "zapomnia", "забы", "вещи", "границ", "осталась",
    ]
    for gap in gaps {
      let words = gap.words.map { $0.folding(options: .diacriticInsensitive, locale: nil) }
      #expect(
        words.contains { word in planted.contains { word.hasPrefix($0) } },
        "\(gap.id) was not planted")
    }
  }

  @Test func noPersonalDataIsShown() throws {
    let report = Self.report
    let page = report.html() + report.text(limit: 1_000)
    for secret in [
      "Hartwell", "Brzozowska", "Vītoliņa", "Лесникова", "7700", "555 014", "555 017", "555 018",
      "mail.example", "poczta.example", "pasts.example", "pochta.example",
    ] {
      #expect(!page.contains(secret), "\(secret) is shown")
    }
  }
}
