import KnowledgeBase

/// The passages of an article that a customer's words may repeat: title, questions, headings,
/// sentences.
struct Passages: Sendable {
  /// Longer sentences are cut; nobody asks in so many words.
  private static let longest = 240

  private struct Passage {
    /// Sorted.
    let runs: [UInt64]
    let norm: Double
  }

  private let passages: [Passage]

  init(_ article: Article, characters: CharacterIndex) {
    var seen: Set<String> = []
    passages = Self.texts(of: article).filter { seen.insert($0).inserted }.map { text in
      let runs = Set(CharacterRuns.of(text)).sorted()
      let square = runs.reduce(0.0) { sum, run in
        let rarity = characters.rarity(of: run)
        return sum + rarity * rarity
      }
      return Passage(runs: runs, norm: square.squareRoot())
    }
  }

  /// How close the closest passage comes, 0…1: the cosine over rare runs of characters.
  ///
  /// - Parameter rarities: the runs of the contact, squared rarity by run.
  /// - Complexity: O(*r*), *r* runs of the passages.
  func likeness(to rarities: [UInt64: Double], norm: Double) -> Double {
    guard norm > 0 else { return 0 }
    var best = 0.0
    for passage in passages where passage.norm > 0 {
      let product = passage.runs.reduce(0.0) { $0 + (rarities[$1] ?? 0) }
      best = max(best, product / (passage.norm * norm))
    }
    return best
  }

  private static func texts(of article: Article) -> [String] {
    let matter = article.frontMatter
    let sentences = article.sections.flatMap { section in
      [section.title]
        + section.text.split(whereSeparator: { ".?!\n".contains($0) }).map(String.init)
    }
    return ([article.title, matter.description ?? ""] + matter.questions + sentences)
      .map { String($0.prefix(longest)) }.filter { $0.count > 2 }
  }
}
