import TextAnalysis

/// Says what a group of texts is about: its most typical text, the words that set it apart.
struct TopicWords {
  private let stems: [[String]]
  private let forms: [[String]]
  private let frequencies: [String: Int]

  init(_ texts: [String], suffixes: SuffixTable?) {
    let tokens = texts.map { Tokenizer.tokens(in: $0).map(\.form) }
    forms = tokens
    stems = tokens.map { $0.map { suffixes?.stem($0) ?? $0 } }
    frequencies = stems.reduce(into: [:]) { counts, stems in
      for stem in Set(stems) { counts[stem, default: 0] += 1 }
    }
  }

  /// The words that are in at least a fifth of the group and far rarer outside, at most five, each
  /// in its most frequent form.
  func distinctive(in members: [Int]) -> [String] {
    var inside: [String: Int] = [:]
    var shown: [String: [String: Int]] = [:]
    for member in members {
      for stem in Set(stems[member]) { inside[stem, default: 0] += 1 }
      for (stem, form) in zip(stems[member], forms[member]) {
        shown[stem, default: [:]][form, default: 0] += 1
      }
    }
    let scored = inside.compactMap { stem, count -> (stem: String, score: Double)? in
      guard stem.unicodeScalars.count >= 3, count * 5 >= members.count, count >= 2 else { return nil }
      let total = Double(frequencies[stem] ?? count)
      return (stem, Double(count) * Double(count) / total)
    }
    return scored.sorted { $0.score != $1.score ? $0.score > $1.score : $0.stem < $1.stem }
      .prefix(5).compactMap { entry in
        shown[entry.stem]?.max { $0.value != $1.value ? $0.value < $1.value : $0.key > $1.key }?.key
      }
  }

  /// The members that hold most of what the group has in common, most typical first, at most five
  /// with different words.
  func typical(of members: [Int]) -> [Int] {
    var counts: [String: Int] = [:]
    for member in members { for stem in Set(stems[member]) { counts[stem, default: 0] += 1 } }
    let scored = members.map { member -> (member: Int, score: Double) in
      let unique = Set(stems[member])
      let common = unique.map { Double(counts[$0] ?? 0) * Double(counts[$0] ?? 0) }.reduce(0, +)
      return (member, common / Double(unique.count + 3))
    }
    var seen: Set<[String]> = []
    return scored.sorted { $0.score != $1.score ? $0.score > $1.score : $0.member < $1.member }
      .filter { seen.insert(stems[$0.member].sorted()).inserted }
      .prefix(5).map(\.member)
  }
}

/// Contacts that ask for nothing: greetings, tests, single signs.
enum Noise {
  private static let words: Set<String> = [
    "hello", "hi", "hey", "test", "testing", "thanks", "thank", "you", "ok", "good", "morning",
    "anyone", "there", "dzien", "dobry", "witam", "czesc", "halo", "hej", "dziekuje", "proba",
    "labdien", "sveiki", "labrit", "labvakar", "cau", "paldies", "ludzu", "alo", "tests",
    "привет", "здравствуйте", "алло", "добрый", "день", "спасибо", "тест", "доброе", "утро",
  ]

  static func isNoise(_ text: String) -> Bool {
    let forms = Tokenizer.tokens(in: text).map(\.form)
    return forms.count <= 4 && forms.allSatisfy { words.contains($0) || $0.unicodeScalars.count <= 1 }
  }
}
