import KnowledgeBase

/// The passages of an article that a customer's words may repeat: title, questions, headings,
/// sentences.
struct Passages: Sendable {
  /// Longer sentences are cut; nobody asks in so many words.
  private static let longest = 240

  /// The runs of all passages, one after the other.
  private let runs: [Int32]
  /// Where each passage ends, and the length of its vector.
  private let ends: [(end: Int, norm: Double)]

  init(_ article: Article, characters: CharacterIndex) {
    var seen: Set<String> = []
    var runs: [Int32] = []
    var ends: [(end: Int, norm: Double)] = []
    for text in Self.texts(of: article) where seen.insert(text).inserted {
      let own = characters.numbers(of: text)
      let square = own.reduce(0.0) { sum, run in
        let rarity = characters.rarity(of: run)
        return sum + rarity * rarity
      }
      guard square > 0 else { continue }
      runs += own
      ends.append((runs.count, square.squareRoot()))
    }
    self.runs = runs
    self.ends = ends
  }

  /// How close the closest passage comes, 0…1: the cosine over rare runs of characters.
  ///
  /// - Parameters:
  ///   - weights: by run, the squared rarity of the contact's runs, 0 for all others.
  ///   - norm: the length of the contact's vector.
  /// - Complexity: O(*r*), *r* runs of the passages.
  func likeness(to weights: [Double], norm: Double) -> Double {
    guard norm > 0 else { return 0 }
    var best = 0.0
    var start = 0
    for (end, own) in ends {
      var product = 0.0
      for position in start..<end { product += weights[Int(runs[position])] }
      best = max(best, product / own)
      start = end
    }
    return best / norm
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
