import ContactLog
import KnowledgeBase

extension GapAnalyzer {
  /// Each contact in the language that the log states, else in the one where it matches best.
  ///
  /// Many say the same: each text is matched once in a language.
  func matched(_ contacts: [Contact]) -> [(language: Language, match: ContactMatch)] {
    let every = matchers.keys.sorted()
    let asked = contacts.map { contact in
      contact.language.flatMap { Language($0) }.map { [known($0) ?? $0] } ?? every
    }
    var texts: [Language: DistinctTexts] = [:]
    let numbers = zip(contacts, asked).map { contact, languages in
      languages.map { texts[$0, default: DistinctTexts()].number(of: contact.reason) }
    }
    let matches = texts.reduce(into: [Language: [ContactMatch]]()) { matches, entry in
      matches[entry.key] = matchers[entry.key]?.matches(entry.value.texts)
    }
    let none = (library.site.languages[0], ContactMatch(candidates: []))
    return zip(asked, numbers).map { languages, numbers in
      var best: (language: Language, match: ContactMatch)?
      for (language, number) in zip(languages, numbers) {
        let match = matches[language]?[number] ?? ContactMatch(candidates: [])
        if match.coverage > best?.match.coverage ?? -1 { best = (language, match) }
      }
      return best ?? none
    }
  }

  /// The language with articles that the stated one is, or is a variety of.
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
