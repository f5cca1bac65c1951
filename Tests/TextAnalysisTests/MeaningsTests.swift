import Testing

@testable import TextAnalysis

@Suite struct MeaningsTests {
  @Test(arguments: [
    ("en", "keys"), ("pl", "kluczyki"), ("pl", "kluczem"), ("lv", "atslēgu"), ("ru", "ключами"),
    ("en-gb", "key"),
  ])
  func anInflectionHasItsMeaningInEachLanguage(language: String, word: String) {
    let form = Folding.fold(word)
    let stem = SuffixTable.table(for: language)?.stem(form) ?? form
    let meanings = Meanings(
      "door | drzwi | durvis | дверь\nkey | klucz kluczyk | atslēga | ключ",
      languages: ["en", "pl", "lv", "ru"])
    #expect(meanings.meanings(of: stem, in: language) == [1])
  }

  @Test(arguments: [("key", "de"), ("klucz", "en"), ("", "en"), ("key", "")])
  func otherWordsAndLanguagesHaveNone(word: String, language: String) {
    #expect(
      Meanings("key | klucz", languages: ["en", "pl"]).meanings(of: word, in: language) == [])
  }

  @Test(arguments: ["en", "pl", "lv", "ru"])
  func everyMeaningHasAWordThatCountsInEachLanguage(language: String) throws {
    let table = try #require(SuffixTable.table(for: language))
    let stems = try #require(Meanings.common.numbers[language])
    let said = stems.filter { !table.isWeak(Array($0.key.utf8)[...]) }.flatMap(\.value)
    #expect(Set(0..<Int32(Meanings.common.count)).subtracting(said).sorted() == [])
  }
}
