import Foundation
import KnowledgeBase
import SiteTemplates
import Testing

@testable import SiteGeneration

@Suite struct SiteStringsTests {
  /// Numbers and their categories, from the samples in CLDR's plurals.xml.
  @Test(arguments: [
    ("en", "other one other other"), ("pl", "many one few many"), ("ru", "many one few many"),
    ("uk", "many one few many"), ("lv", "zero one other other"), ("lt", "other one few few"),
    ("fr", "one one other other"), ("ar", "zero one two few"), ("ja", "other other other other"),
  ])
  func smallNumbersHaveTheirCategories(_ code: String, _ expected: String) throws {
    let language = try #require(Language(code))
    let categories = [0, 1, 2, 5].map { PluralCategory(of: $0, in: language).rawValue }
    #expect(categories.joined(separator: " ") == expected)
  }

  @Test(arguments: [
    ("pl", 22, "few"), ("pl", 12, "many"), ("pl", 21, "many"), ("ru", 21, "one"),
    ("ru", 111, "many"), ("lv", 21, "one"), ("lv", 11, "zero"), ("lv", 30, "zero"),
    ("lt", 21, "one"), ("lt", 11, "other"), ("ar", 11, "many"), ("ar", 102, "other"),
  ])
  func largeNumbersHaveTheirCategories(_ code: String, _ count: Int, _ expected: String) throws {
    let language = try #require(Language(code))
    #expect(PluralCategory(of: count, in: language).rawValue == expected)
  }

  /// Every text of a language has the placeholders of the English one, and is one the site uses.
  @Test func translationsKeepKeysAndPlaceholders() throws {
    let english = try texts("strings/en.json")
    let files = SiteTemplates.paths(in: "strings/").filter { $0 != "strings/client-keys.json" }
    for file in files {
      // Months are only given where a language bends them.
      for (key, text) in try texts(file) where !key.hasPrefix("month.") {
        let parts = key.split(separator: ".")
        let base = parts.dropLast().joined(separator: ".")
        let original = english[key] ?? english[base + ".other"]
        #expect(original != nil, "\(file): \(key) isn't a text of the site")
        guard let original else { continue }
        #expect(placeholders(text) == placeholders(original), "\(file): \(key)")
      }
    }
  }

  /// The four languages of the first users miss nothing.
  @Test(arguments: ["pl", "lv", "ru"])
  func aFullTranslationHasEveryText(_ code: String) throws {
    let translated = try texts("strings/\(code).json")
    for key in try texts("strings/en.json").keys {
      #expect(translated[key] != nil || key.hasSuffix(".one"), "\(code): \(key)")
    }
  }

  private func texts(_ path: String) throws -> [String: String] {
    let text = try #require(SiteTemplates.text(of: path))
    return try JSONDecoder().decode([String: String].self, from: Data(text.utf8))
  }

  private func placeholders(_ text: String) -> Set<Substring> {
    Set(
      text.split(separator: "{", omittingEmptySubsequences: false).dropFirst().compactMap {
        $0.split(separator: "}").first
      })
  }
}
