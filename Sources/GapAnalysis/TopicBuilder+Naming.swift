import ContactLog
import KnowledgeBase
import SearchIndex
import TextAnalysis

extension TopicBuilder {
  /// A group with its name.
  struct Named: Sendable {
    let id: String
    let members: [Int]
    let words: [TopicWords.Word]
    let stems: [String]
    let decision: ReviewDecision?
  }

  /// The groups, split where they mix what isn't alike, by what was decided and with their names.
  func named(
    _ groups: [[Int]], of items: [ReviewedContact], words: TopicWords, meanings: TopicMeanings,
    vocabulary: ArticleVocabulary, index: SearchIndex
  ) -> [Named] {
    let split = concurrently(groups, chunk: Self.chunk) { groups in
      groups.flatMap { parts(of: $0, items: items, meanings: meanings) }.flatMap {
        parts(of: $0, items: items, words: words, vocabulary: vocabulary)
      }
    }
    let distinctiveOf = concurrently(split, chunk: Self.chunk) { $0.map(words.distinctive) }
    let known = Dictionary(zip(split, distinctiveOf), uniquingKeysWith: { first, _ in first })
    let shapes = TopicShapes(decisions, remembered: remembered, language: index.language).shapes(
      of: split,
      heaviest: distinctiveOf.map { Self.stems(of: $0, index: index) },
      holds: words.holds)
    var ids = TopicIDs(
      language: index.language, taken: Set(shapes.compactMap { $0.decision?.gap }))
    return shapes.map { shape in
      // Most groups are topics as they are.
      let distinctive = known[shape.members] ?? words.distinctive(in: shape.members)
      let stems = Self.stems(of: distinctive, index: index)
      return Named(
        id: shape.decision?.gap ?? ids.id(of: stems, contact: items[shape.members[0]].contact),
        members: shape.members, words: distinctive, stems: stems, decision: shape.decision)
    }
  }

  /// The stems of the heaviest words, each once.
  private static func stems(of words: [TopicWords.Word], index: SearchIndex) -> [String] {
    var seen: Set<String> = []
    return Array(
      words.map { index.stem($0.form) }.filter { seen.insert($0).inserted }
        .prefix(KnownTopics.comparedWords))
  }
}

/// Names topics by what sets them apart, so that a topic keeps its name from month to month.
private struct TopicIDs {
  private static let words = 3

  let language: Language
  private var taken: Set<String>

  init(language: Language, taken: Set<String>) {
    self.language = language
    self.taken = taken
  }

  /// `pl-brak-kart-paliw`: the heaviest stems in the alphabet's order; a number where that is
  /// taken; the contact's id where no word sets the group apart.
  mutating func id(of stems: [String], contact: Contact) -> String {
    let chosen = stems.prefix(Self.words).sorted()
    let base =
      chosen.isEmpty
      ? "\(language.code)-\(contact.id)"
      : "\(language.code)-\(chosen.map(Transliteration.latin).joined(separator: "-"))"
    var id = base
    var number = 2
    while !taken.insert(id).inserted {
      id = "\(base)-\(number)"
      number += 1
    }
    return id
  }
}
