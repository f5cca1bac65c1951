import KnowledgeBase
import TextAnalysis

/// Finds the words of a query that synonyms are known for, in any inflection.
struct SynonymMatcher: Sendable {
  struct Matches {
    /// By position in the query: other words for the word there.
    var words: [Int: [[UInt8]]] = [:]
    /// Phrases that stand for something in the query.
    var phrases: [[[UInt8]]] = []
    /// Positions of phrases in the query that other words are known for.
    var asked: [Range<Int>] = []
  }

  private struct Rule {
    let asked: [[UInt8]]
    let finds: [[[UInt8]]]
  }

  /// By the first stem of what is asked, in the order of the list.
  private var rules: [[UInt8]: [Int]] = [:]
  private let all: [Rule]
  private let asked: Set<[UInt8]>
  /// What single words ask for, each once, in the order of the list.
  private var single: [[UInt8]] = []

  init(_ synonyms: Synonyms, suffixes: SuffixTable?) {
    func words(_ phrase: String) -> [[UInt8]] {
      Tokenizer.tokens(in: phrase).map { Array($0.form.utf8) }
    }
    all = synonyms.expansions.map { phrase, finds in
      Rule(
        asked: words(phrase).map { suffixes?.stem($0[...]) ?? $0 }, finds: finds.map(words))
    }
    asked = Set(all.flatMap(\.asked))
    for (number, rule) in all.enumerated() {
      guard let first = rule.asked.first else { continue }
      if rule.asked.count == 1, !single.contains(first) { single.append(first) }
      rules[first, default: []].append(number)
    }
  }

  /// True for a word, by its stem, of a phrase that synonyms are known for.
  func isAsked(_ stem: [UInt8]) -> Bool { asked.contains(stem) }

  /// Words that stand for a single word, with its stem.
  func words(for stem: [UInt8]) -> [[UInt8]] {
    (rules[stem] ?? []).filter { all[$0].asked.count == 1 }.flatMap { all[$0].finds.joined() }
  }

  /// Stems of single words that synonyms are known for and that begin so.
  func asked(beginningWith form: [UInt8]) -> [[UInt8]] { single.filter { $0.starts(with: form) } }

  /// Stems of single words that synonyms are known for, within a distance of a stem.
  func asked(within limit: Int, of stem: [UInt8]) -> [(stem: [UInt8], distance: Int)] {
    var distances = DamerauDistance(
      String(decoding: stem, as: UTF8.self).unicodeScalars.map(\.value), limit: limit)
    return single.compactMap { asked in
      let distance = distances.distance(to: asked[...])
      return distance <= limit ? (asked, distance) : nil
    }
  }

  /// - Complexity: O(*n*) in the words of the query and the rules that begin with them.
  func matches(in stems: [[UInt8]]) -> Matches {
    var matches = Matches()
    guard !rules.isEmpty else { return matches }
    // In the order of the list, each at its first place.
    var places: [Int: Int] = [:]
    for (position, stem) in stems.enumerated() {
      for number in rules[stem] ?? [] where places[number] == nil {
        let asked = all[number].asked
        if stems[position...].prefix(asked.count).elementsEqual(asked) { places[number] = position }
      }
    }
    for (number, position) in places.sorted(by: { $0.key < $1.key }) {
      let rule = all[number]
      for words in rule.finds {
        if rule.asked.count == 1, words.count == 1 {
          matches.words[position, default: []] += words
        } else {
          matches.phrases.append(words)
        }
      }
      if rule.asked.count > 1 { matches.asked.append(position..<position + rule.asked.count) }
    }
    return matches
  }
}
