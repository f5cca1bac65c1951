#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif
import TextAnalysis

/// Says what a group of texts is about: its most typical text, the words that set it apart.
struct TopicWords {
  /// A word of a group, in its most frequent form.
  struct Word: Hashable {
    /// Folded: `karty`.
    let form: String
    /// What its inflections share: `kart`.
    let stem: String
    /// As most customers spell it.
    let spelling: String
    /// In what share of the group's texts it stands.
    let share: Double
    /// How much it sets the group apart: its share in the group beyond that outside, by how much
    /// more frequent it is.
    let weight: Double
    /// How much more frequent it is in the group than outside; at least 1.
    let prominence: Double
  }

  /// Words that fewer of a group's texts hold say nothing about the group.
  private static let smallestShare = 0.06
  /// Beyond 32 times it doesn't matter how much more frequent a word is; in doublings.
  private static let mostProminent = 5.0
  /// A topic is told by its heaviest words.
  private static let telling = 3
  /// What a text that twice as many said is better by.
  private static let manyShare = 0.1
  /// Shorter words are particles in all our languages.
  private static let shortest = 3

  private let stems: [[String]]
  private let forms: [[String]]
  private let texts: [String]
  private let frequencies: [String: Int]

  init(_ texts: [String], suffixes: SuffixTable?) {
    self.texts = texts
    forms = texts.map { Tokenizer.tokens(in: $0).map(\.form) }
    stems = forms.map { $0.map { suffixes?.stem($0) ?? $0 } }
    frequencies = stems.reduce(into: [:]) { counts, stems in
      for stem in Set(stems) { counts[stem, default: 0] += 1 }
    }
  }

  /// Whether a text holds one of some stems.
  func holds(_ text: Int, _ stems: Set<String>) -> Bool {
    self.stems[text].contains(where: stems.contains)
  }

  /// The words that set the group apart, heaviest first.
  ///
  /// - Complexity: O(*w*), *w* words of the members.
  func distinctive(in members: [Int]) -> [Word] {
    var inside: [String: Int] = [:]
    var shown: [String: [String: Int]] = [:]
    for member in members {
      for stem in Set(stems[member]) { inside[stem, default: 0] += 1 }
      for (stem, form) in zip(stems[member], forms[member]) {
        shown[stem, default: [:]][form, default: 0] += 1
      }
    }
    let size = Double(members.count)
    let others = Double(max(1, stems.count - members.count))
    return inside.compactMap { stem, count -> Word? in
      let share = Double(count) / size
      guard count >= 2, share >= Self.smallestShare,
        stem.unicodeScalars.count >= Self.shortest, !stem.utf8.allSatisfy({ 48...57 ~= $0 }),
        let form = shown[stem]?.max(by: {
          $0.value != $1.value ? $0.value < $1.value : $0.key > $1.key
        })?.key
      else { return nil }
      let outside = Double((frequencies[stem] ?? count) - count) / others
      guard share > 2 * outside else { return nil }
      let prominence = share / max(outside, 1 / (2 * others))
      return Word(
        form: form, stem: stem, spelling: spelling(of: form, in: members), share: share,
        weight: (share - outside) * min(Self.mostProminent, log2(prominence)),
        prominence: prominence)
    }.sorted { $0.weight != $1.weight ? $0.weight > $1.weight : $0.form < $1.form }
  }

  /// The spelling that most of the texts use; one with diacritics counts twice, since many leave
  /// them out.
  private func spelling(of form: String, in members: [Int]) -> String {
    var counts: [String: Int] = [:]
    for member in members where forms[member].contains(form) {
      let bytes = Array(texts[member].utf8)
      for token in Tokenizer.tokens(in: texts[member]) where token.form == form {
        let written = String(decoding: bytes[token.range], as: UTF8.self).lowercased()
        counts[written, default: 0] += written == form ? 1 : 2
      }
    }
    let most = counts.max { $0.value != $1.value ? $0.value < $1.value : $0.key > $1.key }
    return most?.key ?? form
  }

  /// The most typical members, each with other words: those that hold the words which set the group
  /// apart, and that many customers said. Of the same words the most careful spelling counts.
  ///
  /// - Parameters:
  ///   - words: what sets the group apart, heaviest first.
  ///   - typicality: how much each text is like the others of its group.
  func typical(
    of members: [Int], words: [Word], typicality: [Int: Double], limit: Int = 5
  ) -> [Int] {
    var best: [[String]: (member: Int, score: Double, count: Int)] = [:]
    let clean = members.filter { !isLikelyMistyped($0) }
    for member in clean.count >= limit ? clean : members {
      let score = typicality[member, default: 0] * care(of: member) * held(words, by: member)
      let key = stems[member].sorted()
      let known = best[key] ?? (member, -1, 0)
      best[key] =
        score > known.score
        ? (member, score, known.count + 1) : (known.member, known.score, known.count + 1)
    }
    return best.values.map { ($0.member, $0.score * (1 + Self.manyShare * log2(Double($0.count)))) }
      .sorted { $0.1 != $1.1 ? $0.1 > $1.1 : $0.0 < $1.0 }
      .prefix(limit).map(\.0)
  }

  /// Half, and as much more as the text has of the weight of the words that set its group apart.
  private func held(_ words: [Word], by member: Int) -> Double {
    let own = words.prefix(Self.telling)
    let total = own.reduce(0) { $0 + $1.weight }
    guard total > 0 else { return 1 }
    let stems = Set(stems[member])
    let held = own.reduce(0) { stems.contains($1.stem) ? $0 + $1.weight : $0 }
    return 0.5 + held / total
  }

  /// Whether the text has a word that nobody else uses.
  private func isLikelyMistyped(_ member: Int) -> Bool {
    stems[member].contains { frequencies[$0] == 1 && !$0.utf8.allSatisfy { 48...57 ~= $0 } }
  }

  /// How well a text may stand for others: plates, personal data, capitals and mistyped words count
  /// against it, diacritics for it.
  private func care(of member: Int) -> Double {
    let text = texts[member]
    var care = 1.0
    if text.utf8.contains(where: { 48...57 ~= $0 }) { care *= 0.7 }
    if text.utf8.contains(UInt8(ascii: "[")) { care *= 0.3 }
    if text == text.uppercased() { care *= 0.5 }
    if isLikelyMistyped(member) { care *= 0.6 }
    let bytes = Array(text.utf8)
    let marked = Tokenizer.tokens(in: text).count { token in
      String(decoding: bytes[token.range], as: UTF8.self).lowercased() != token.form
    }
    // Of equals the shorter: ten words count as two thirds of one.
    let brevity = 20 / Double(20 + stems[member].count)
    return care * brevity * (marked > 0 ? 1.1 : 1)
  }
}

/// Contacts that ask for nothing: greetings, tests, single signs.
enum Noise {
  private static let words: Set<String> = [
    "hello", "hi", "hey", "test", "testing", "thanks", "thank", "you", "ok", "good", "morning",
    "anyone", "there", "dzien", "dobry", "witam", "czesc", "halo", "hej", "dziekuje", "proba",
    "labdien", "sveiki", "labrit", "labvakar", "cau", "paldies", "ludzu", "alo", "tests",
    "привет", "здравствуйте", "алло", "добрый", "день", "спасибо", "тест", "доброе", "утро",
    "здравствуй", "ок",
  ]

  static func isNoise(_ text: String) -> Bool {
    let forms = Tokenizer.tokens(in: text).map(\.form)
    return forms.count <= 4
      && forms.allSatisfy { words.contains($0) || $0.unicodeScalars.count <= 1 }
  }
}
