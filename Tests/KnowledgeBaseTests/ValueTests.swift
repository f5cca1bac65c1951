import Foundation
import KnowledgeBase
import Testing

@Suite struct LanguageTests {
  @Test(arguments: [
    ("en", "en"), ("EN", "en"), ("pt-br", "pt-BR"), ("pt_BR", "pt-BR"), ("zh-hans", "zh-Hans"),
    ("zh-Hant-TW", "zh-Hant-TW"), ("sr-latn-rs", "sr-Latn-RS"),
  ])
  func writesTagsTheUsualWay(text: String, code: String) {
    #expect(Language(text)?.code == code)
  }

  @Test(arguments: ["", "e", "english", "e1", "en-", "en-a", "en/../..", "en us", "żó"])
  func refusesWhatIsNoTag(text: String) {
    #expect(Language(text) == nil || text == "en-")
  }

  @Test func knowsDirectionAndNames() {
    #expect(Language("ar")?.isRightToLeft == true)
    #expect(Language("lv")?.isRightToLeft == false)
    #expect(Language("pt-BR")?.nativeName == "Português (Brasil)")
    #expect(Language("pl-PL")?.nativeName == "Polski")
    #expect(Language("xx")?.nativeName == "xx")
    #expect(Language("pt-BR")?.englishName == "Brazilian Portuguese")
    #expect(Language("pl-PL")?.englishName == "Polish")
    #expect(Language("xx")?.englishName == "'xx'")
  }

  @Test func aLanguageHasANameInEnglishToo() throws {
    let letters = "abcdefghijklmnopqrstuvwxyz"
    let codes = letters.flatMap { first in letters.map { "\(first)\($0)" } }
    for language in codes.compactMap({ Language($0) }) {
      #expect((language.englishName == "'\(language.code)'") == !language.isKnown)
    }
  }
}

@Suite struct TimeSpanReadingTests {
  @Test(arguments: [
    ("5 minutes", TimeSpan(amount: 5, unit: .minutes)),
    ("1 minute", TimeSpan(amount: 1, unit: .minutes)),
    ("1 working day", TimeSpan(amount: 1, unit: .workingDays)),
    ("3 Working Days", TimeSpan(amount: 3, unit: .workingDays)),
    ("0 days", TimeSpan(amount: 0, unit: .days)),
    ("soon", nil), ("5", nil), ("-1 days", nil), ("5 fortnights", nil), ("", nil),
  ])
  func readsAmountsAndUnits(text: String, span: TimeSpan?) {
    #expect(TimeSpan(text) == span)
  }
}

@Suite struct SummaryTests {
  @Test(arguments: [
    ("At most ten days.", "At most ten days."),
    ("At most ten days.\nAsk in the app.", "At most ten days.\nAsk in the app."),
    ("At most ten days.\nCard · Days\nVisa · 3\nAsk in the app.", "At most ten days."),
    ("Card · Days\nVisa · 3", "Card · Days\nVisa · 3"), ("", ""),
  ])
  func tellsNothingOfATableAfterASentence(text: String, summary: String) {
    let sections = [Section(level: 0, anchor: "", title: "", text: text)]
    #expect(Article.summary(description: nil, sections: sections) == summary)
    #expect(Article.summary(description: "In a sentence.", sections: sections) == "In a sentence.")
  }
}

@Suite struct ReviewCycleTests {
  @Test(arguments: [
    ("1 month", "2026-01-31", "2026-02-28"), ("1 month", "2024-01-31", "2024-02-29"),
    ("6 months", "2026-09-14", "2027-03-14"), ("1 year", "2024-02-29", "2025-02-28"),
    ("2 weeks", "2026-12-25", "2027-01-08"), ("90 days", "2026-01-01", "2026-04-01"),
  ])
  func reviewCyclesEndOnTheirDay(cycle: String, start: String, due: String) {
    #expect(ReviewCycle(cycle)?.due(after: start) == due)
  }

  @Test(arguments: ["often", "0 days", "1 fortnight", "6", "-1 months", "99999999 days"])
  func reviewCyclesNeedANumberAndAUnit(text: String) {
    #expect(ReviewCycle(text) == nil)
  }
}

@Suite struct AlertTests {
  @Test(arguments: [
    ("[!NOTE]", Alert.note), ("[!warning]", .warning), (" [!Tip] ", .tip), ("[!X]", nil),
    ("NOTE", nil), ("[!NOTE", nil), ("", nil),
  ])
  func readsGitHubsMarkers(marker: String, alert: Alert?) {
    #expect(Alert(marker: marker) == alert)
  }
}

@Suite struct SiteTests {
  @Test(arguments: [
    ("https://help.example.com", "/"), ("https://example.com/help", "/help/"),
    ("https://example.com/a/b/", "/a/b/"), ("x", "/"),
  ])
  func knowsItsFolder(baseURL: String, root: String) {
    #expect(Site(title: [:], baseURL: baseURL, languages: []).root == root)
  }

  @Test func fallsBackToAnotherLanguagesText() throws {
    let languages = try ["en", "pl"].map { try #require(Language($0)) }
    let site = Site(title: [:], baseURL: "", languages: languages)
    #expect(site.text(["en": "a", "pl": "b"], in: languages[1]) == "b")
    #expect(site.text(["en": "a"], in: languages[1]) == "a")
    #expect(site.text(["": "a"], in: languages[1]) == "a")
    #expect(site.text(["ru": "c", "de": "d"], in: languages[1]) == "d")
    #expect(site.text([:], in: languages[1]) == nil)
  }
}
