import Availability
import KnowledgeBase

extension ContactPlan {
  /// The channels that a sentence in lower case names: by title or value, else by their kind.
  func channels(
    namedIn text: String, _ language: Language, _ words: LanguageWords
  ) -> [Channel] {
    let titled = channels.filter { $0.isNamed(in: text, language) }
    if !titled.isEmpty { return titled }
    let kinds = words.channels.filter { $0.words.contains(where: text.contains) }.map(\.kind)
    return channels.filter { kinds.contains($0.kind.rawValue) }
  }
}

extension Channel {
  /// True when a sentence in lower case names the channel by its title or value.
  func isNamed(in text: String, _ language: Language) -> Bool {
    let title = title[language.code]?.lowercased() ?? ""
    return !title.isEmpty && text.contains(title) || text.contains(value.lowercased())
      || kind == .phone && isCalled(in: text)
  }

  /// Whether the number stands there, with the code of its country or without.
  private func isCalled(in text: String) -> Bool {
    let number = value.filter(\.isNumber).suffix(Self.subscriber)
    return number.count == Self.subscriber && text.filter(\.isNumber).contains(number)
  }

  /// Figures that tell numbers of a country apart, with few in common by chance.
  private static let subscriber = 8

  /// The title in that language, else in any, else the id.
  func title(in language: Language) -> String {
    title[language.code] ?? title[""] ?? title.sorted { $0.key < $1.key }.first?.value ?? id
  }
}
