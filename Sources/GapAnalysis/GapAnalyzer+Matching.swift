import ContactLog
import KnowledgeBase

extension GapAnalyzer {
  /// What a word such as `and` adds to the coverage of a language that has it; coverage is 0…1.
  private static let evidenceWeight = 0.05

  /// Each contact in the language that the log states, else in the one whose articles and everyday
  /// words it fits best.
  ///
  /// Many say the same: each text is matched once in a language.
  func matched(_ contacts: [Contact]) -> [(language: Language, match: ContactMatch)] {
    var known: [String?: [Language]] = [nil: ownLanguages]
    var asked: [[Language]] = []
    asked.reserveCapacity(contacts.count)
    // Of each contact's text, in each of the languages that it may be in.
    var numbers: [Int] = []
    numbers.reserveCapacity(contacts.count)
    var texts: [Language: DistinctTexts] = [:]
    var undecided = DistinctTexts()
    for contact in contacts {
      let languages = known[contact.language] ?? languages(stated: contact.language)
      known[contact.language] = languages
      asked.append(languages)
      let said = contact.said
      for language in languages {
        numbers.append(texts[language, default: DistinctTexts()].number(of: said))
      }
      if languages.count > 1 { numbers.append(undecided.number(of: said)) }
    }
    let matches = texts.reduce(into: [Language: [ContactMatch]]()) { matches, entry in
      matches[entry.key] = matchers[entry.key]?.matches(entry.value.texts)
    }
    let evidence = concurrently(undecided.texts, chunk: 1_024) { [ownLanguages] texts in
      texts.map { MessageLanguage.evidence(in: $0, of: ownLanguages) }
    }
    let none = ContactMatch(candidates: [])
    var next = 0
    return asked.map { languages in
      func match(in language: Language) -> ContactMatch {
        defer { next += 1 }
        return matches[language]?[numbers[next]] ?? none
      }
      guard languages.count > 1 else {
        return languages.first.map { ($0, match(in: $0)) } ?? (library.site.languages[0], none)
      }
      let found = languages.map(match)
      let told = evidence[numbers[next]]
      next += 1
      let fits = languages.indices.map {
        found[$0].coverage + Self.evidenceWeight * Double(told[$0])
      }
      // Of languages that fit alike the site's first.
      let best = fits.indices.max { fits[$0] != fits[$1] ? fits[$0] < fits[$1] : $0 > $1 } ?? 0
      return (languages[best], found[best])
    }
  }

  /// The languages with articles, in the site's order.
  private var ownLanguages: [Language] { library.site.languages.filter { matchers[$0] != nil } }

  /// The language with articles that the stated one is, or is a variety of; all with articles where
  /// nothing that is a language is stated.
  private func languages(stated: String?) -> [Language] {
    stated.flatMap { Language($0) }.map { [known($0) ?? $0] } ?? ownLanguages
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
