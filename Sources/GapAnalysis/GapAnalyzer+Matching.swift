import ContactLog
import KnowledgeBase

extension GapAnalyzer {
  /// Each contact in the language that the log states, else in the one where it matches best.
  ///
  /// Many say the same: each text is matched once in a language.
  func matched(_ contacts: [Contact]) -> [(language: Language, match: ContactMatch)] {
    var known: [String?: [Language]] = [nil: matchers.keys.sorted()]
    var asked: [[Language]] = []
    asked.reserveCapacity(contacts.count)
    // Of each contact's text, in each of the languages that it may be in.
    var numbers: [Int] = []
    numbers.reserveCapacity(contacts.count)
    var texts: [Language: DistinctTexts] = [:]
    for contact in contacts {
      let languages = known[contact.language] ?? languages(stated: contact.language)
      known[contact.language] = languages
      asked.append(languages)
      for language in languages {
        numbers.append(texts[language, default: DistinctTexts()].number(of: contact.reason))
      }
    }
    let matches = texts.reduce(into: [Language: [ContactMatch]]()) { matches, entry in
      matches[entry.key] = matchers[entry.key]?.matches(entry.value.texts)
    }
    let none = (library.site.languages[0], ContactMatch(candidates: []))
    var next = 0
    return asked.map { languages in
      var best: (language: Language, match: ContactMatch)?
      for language in languages {
        let match = matches[language]?[numbers[next]] ?? ContactMatch(candidates: [])
        if match.coverage > best?.match.coverage ?? -1 { best = (language, match) }
        next += 1
      }
      return best ?? none
    }
  }

  /// The language with articles that the stated one is, or is a variety of; all with articles where
  /// nothing that is a language is stated.
  private func languages(stated: String?) -> [Language] {
    stated.flatMap { Language($0) }.map { [known($0) ?? $0] } ?? matchers.keys.sorted()
  }

  private func known(_ stated: Language) -> Language? {
    indexes.keys.filter { $0.primary == stated.primary }
      .min { ($0 == stated ? 0 : 1, $0.code) < ($1 == stated ? 0 : 1, $1.code) }
  }
}

/// Texts, each once, in the order of their first appearance.
private struct DistinctTexts {
  private var numbers: [String: Int] = [:]
  private(set) var texts: [String] = []

  mutating func number(of text: String) -> Int {
    if let number = numbers[text] { return number }
    numbers[text] = texts.count
    texts.append(text)
    return texts.count - 1
  }
}
