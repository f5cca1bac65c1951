import Foundation
import KnowledgeBase
import SiteTemplates
import Testing

@testable import SiteGeneration

/// The site's words: each language has all of them, so that nobody reads a mixture.
@Suite struct SiteStringsTests {
  static let languages = ["ar", "de", "en", "es", "et", "fr", "lt", "lv", "pl", "ru", "uk"]

  private struct PluralContract: Decodable {
    let numbers: [Int]
    let categories: [String: String]
  }

  /// What the page's script chooses is held to the same file.
  @Test(arguments: languages)
  func choosesPluralsAsTheScriptDoes(_ code: String) throws {
    let contract = try pluralContract()
    let language = try #require(Language(code))
    let chosen = contract.numbers.map { PluralCategory(of: $0, in: language).rawValue }
    #expect(chosen.joined(separator: " ") == contract.categories[code])
  }

  @Test func theLanguagesAreThoseWithAFileOfWords() {
    #expect(
      SiteTemplates.paths(in: "strings/").sorted() == Self.languages.map { "strings/\($0).json" })
  }

  /// No key of the English words is missing, and none is left that the site doesn't use; texts for
  /// numbers come in each category that the language has.
  @Test(arguments: languages)
  func everyLanguageHasEveryText(_ code: String) throws {
    let chosen = try #require(try pluralContract().categories[code])
    // Fractions are `other` in every language.
    let categories = Set(chosen.split(separator: " ") + ["other"])
    let english = try texts("strings/en.json")
    let expected = english.keys.reduce(into: Set<String>()) { keys, key in
      guard let base = pluralBase(of: key, in: english) else { return _ = keys.insert(key) }
      keys.formUnion(categories.map { "\(base).\($0)" })
    }
    // Months are given only where a language bends them.
    let given = try Set(texts("strings/\(code).json").keys.filter { !$0.hasPrefix("month.") })
    #expect(expected.subtracting(given).sorted() == [])
    #expect(given.subtracting(expected).sorted() == [])
  }

  /// Words in English, for want of others, have its plurals: 1 result, 2 results.
  @Test(arguments: [("zh", "en"), ("ja", "en"), ("cs", "en"), ("pl", "pl"), ("en-GB", "en-GB")])
  func thePagesScriptKnowsTheLanguageOfItsWords(_ code: String, _ words: String) throws {
    let strings = SiteStrings(try #require(Language(code)))
    #expect(strings.texts(under: ["search"])["lang"] == words)
    #expect(strings.clientJSON(tellsTimes: false).contains("\"lang\":\"\(words)\""))
  }

  /// An editor may write times as the site does.
  @Test(arguments: languages)
  func timesAreReadAsTheyAreShown(_ code: String) throws {
    let strings = SiteStrings(try #require(Language(code)))
    for unit in TimeSpan.Unit.allCases {
      for amount in 0...30 {
        let span = TimeSpan(amount: amount, unit: unit)
        let text = strings.time(span)
        // Arabic says one and two without a number.
        if text.first?.isNumber ?? false { #expect(TimeSpan(text) == span, "\(text)") }
      }
    }
  }

  /// Without channels the page's script has no times to tell.
  @Test func thePagesScriptGetsNoWordsThatItCannotUse() throws {
    let strings = SiteStrings(try #require(Language("et")))
    let (with, without) = (
      strings.clientJSON(tellsTimes: true), strings.clientJSON(tellsTimes: false)
    )
    for key in ["state.openUntil", "weekday.1", "month.1"] {
      #expect(with.contains("\"\(key)\":") && !without.contains("\"\(key)\":"))
    }
    #expect(without.contains("\"search.none\":") && without.contains("\"search.results.other\":"))
  }

  /// Words that are spelled alike in two languages; anything else would be English shown to others.
  @Test func noLanguageFallsBackToEnglish() throws {
    let alike: Set = [
      "de article.details", "es feedback.no", "es holiday.corpus-christi", "fr alert.important",
      "fr article.notes", "fr articles.one", "fr articles.other", "fr home.articles",
      "fr kind.page", "fr nav.contact", "fr time.minutes.one", "fr time.minutes.other",
    ]
    let english = try texts("strings/en.json")
    for code in Self.languages where code != "en" {
      for (key, text) in try texts("strings/\(code).json") where english[key] == text {
        #expect(alike.contains("\(code) \(key)"), "\(code): \(key) is English: \(text)")
      }
    }
  }

  /// Where a category means one number only, the words may say it instead of `{n}`: يومان, two days.
  @Test(arguments: languages)
  func translationsKeepPlaceholders(_ code: String) throws {
    let english = try texts("strings/en.json")
    for (key, text) in try texts("strings/\(code).json") where !key.hasPrefix("month.") {
      let base = pluralBase(of: key, in: english)
      let original = try #require(base.flatMap { english["\($0).other"] } ?? english[key])
      let isOneNumber = code == "ar" && [".zero", ".one", ".two"].contains(where: key.hasSuffix)
      let expected = placeholders(original).subtracting(isOneNumber ? ["n"] : [])
      #expect(placeholders(text).subtracting(isOneNumber ? ["n"] : []) == expected, "\(key)")
    }
  }

  /// French sets its high marks off with spaces, which must not break.
  @Test func frenchMarksNeverBeginALine() throws {
    for (key, text) in try texts("strings/fr.json") {
      #expect(!text.contains(/[ ][:;!?»]|«[ ]/), "\(key): \(text)")
    }
  }

  @Test(arguments: [("zh", "1 article"), ("he", "1 article"), ("pl", "1 artykuł")])
  func wordsInEnglishFollowTheRuleOfEnglish(code: String, text: String) throws {
    #expect(SiteStrings(try #require(Language(code))).plural("articles", 1) == text)
  }

  @Test func aSitesOwnWordsWin() throws {
    let german = try #require(Language("de"))
    let strings = SiteStrings(german, override: #"{"mail.greeting": "Moin,"}"#)
    #expect(strings("mail.greeting") == "Moin,")
    #expect(strings("mail.closing") == "Mit freundlichen Grüßen")
    #expect(strings.plural("announce.wait", 1) == "Sie warten meist 1 Minute.")
  }

  private func pluralContract() throws -> PluralContract {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "ScriptTests/plural-categories.json")
    return try JSONDecoder().decode(PluralContract.self, from: Data(contentsOf: file))
  }

  private func texts(_ path: String) throws -> [String: String] {
    let text = try #require(SiteTemplates.text(of: path))
    return try JSONDecoder().decode([String: String].self, from: Data(text.utf8))
  }

  /// `articles` of `articles.one` and its like; nil for a text without a number.
  private func pluralBase(of key: String, in english: [String: String]) -> String? {
    let base = key.split(separator: ".").dropLast().joined(separator: ".")
    return english["\(base).one"] == nil || english["\(base).other"] == nil ? nil : base
  }

  private func placeholders(_ text: String) -> Set<Substring> {
    Set(
      text.split(separator: "{", omittingEmptySubsequences: false).dropFirst().compactMap {
        $0.split(separator: "}").first
      })
  }
}
