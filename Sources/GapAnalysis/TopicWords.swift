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

  private let texts: [String]
  let words: NumberedTexts
  /// By stem: how many texts hold it.
  let frequencies: [Int]
  /// By stem: whether it is of digits alone.
  private let isNumber: [Bool]

  init(_ texts: [String], suffixes: SuffixTable?) {
    self.texts = texts
    words = NumberedTexts(texts, suffixes: suffixes)
    var frequencies = [Int](repeating: 0, count: words.stems.count)
    for text in texts.indices {
      for stem in words.distinctStems(of: text) { frequencies[Int(stem)] += 1 }
    }
    self.frequencies = frequencies
    isNumber = (0..<words.stems.count).map { [stems = words.stems] in
      stems.utf8($0).allSatisfy { 48...57 ~= $0 }
    }
  }

  var count: Int { texts.count }

  /// Whether a text holds one of some stems.
  func holds(_ text: Int, _ stems: Set<String>) -> Bool {
    let numbers = stems.compactMap { words.stems.number(of: Array($0.utf8)[...]) }
    return words.stems(of: text).contains { numbers.contains(Int($0)) }
  }

  /// The words that set the group apart, heaviest first.
  ///
  /// - Complexity: O(*w*), *w* words of the members.
  func distinctive(in members: [Int]) -> [Word] {
    // No word of a single text is said twice.
    guard members.count > 1 else { return [] }
    let size = Double(members.count)
    let others = Double(max(1, texts.count - members.count))
    var inside: [Int32: Int] = [:]
    for member in members {
      for stem in words.distinctStems(of: member) { inside[stem, default: 0] += 1 }
    }
    var shares: [Int32: (inside: Double, outside: Double)] = [:]
    for (stem, count) in inside {
      let share = Double(count) / size
      guard count >= 2, share >= Self.smallestShare, !isNumber[Int(stem)],
        words.stems[Int(stem)].unicodeScalars.count >= Self.shortest
      else { continue }
      let outside = Double(frequencies[Int(stem)] - count) / others
      if share > 2 * outside { shares[stem] = (share, outside) }
    }
    let forms = mostFrequentForms(of: shares.keys, in: members)
    let spellings = spellings(of: Set(forms.values), in: members)
    return shares.compactMap { stem, share -> Word? in
      guard let number = forms[stem] else { return nil }
      let form = words.forms[Int(number)]
      let prominence = share.inside / max(share.outside, 1 / (2 * others))
      return Word(
        form: form, stem: words.stems[Int(stem)], spelling: spellings[number] ?? form,
        share: share.inside,
        weight: (share.inside - share.outside) * min(Self.mostProminent, log2(prominence)),
        prominence: prominence)
    }.sorted { $0.weight != $1.weight ? $0.weight > $1.weight : $0.form < $1.form }
  }

  /// By stem: the form that most words of the members have.
  private func mostFrequentForms(
    of stems: some Collection<Int32>, in members: [Int]
  ) -> [Int32: Int32] {
    let stems = Set(stems)
    var counts: [Int32: Int] = [:]
    for member in members {
      for form in words.words(of: member) where stems.contains(words.stem(of: form)) {
        counts[form, default: 0] += 1
      }
    }
    return Dictionary(counts.keys.map { (words.stem(of: $0), $0) }) { one, other in
      let (a, b) = (counts[one, default: 0], counts[other, default: 0])
      if a != b { return a > b ? one : other }
      return words.forms[Int(one)] < words.forms[Int(other)] ? one : other
    }
  }

  /// By form: the spelling that most of the members use; one with diacritics counts twice, since
  /// many leave them out.
  private func spellings(of forms: Set<Int32>, in members: [Int]) -> [Int32: String] {
    var counts: [Int32: [String: Int]] = [:]
    for member in members where words.words(of: member).contains(where: forms.contains) {
      let bytes = Array(texts[member].utf8)
      var scanner = TokenScanner(bytes)
      for form in words.words(of: member) {
        guard let range = scanner.next() else { break }
        guard forms.contains(form) else { continue }
        let written = String(decoding: bytes[range], as: UTF8.self).lowercased()
        let isFolded = written.utf8.elementsEqual(scanner.form)
        counts[form, default: [:]][written, default: 0] += isFolded ? 1 : 2
      }
    }
    return counts.compactMapValues { counts in
      counts.max { $0.value != $1.value ? $0.value < $1.value : $0.key > $1.key }?.key
    }
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
    let own = words.prefix(Self.telling).compactMap { word in
      self.words.stems.number(of: Array(word.stem.utf8)[...]).map { ($0, word.weight) }
    }
    var best: [[Int32]: (member: Int, score: Double, count: Int)] = [:]
    let clean = members.filter { !isLikelyMistyped($0) }
    for member in clean.count >= limit ? clean : members {
      let score = typicality[member, default: 0] * care(of: member) * share(of: own, heldBy: member)
      let key = self.words.stems(of: member).sorted()
      let known = best[key] ?? (member, -1, 0)
      best[key] =
        score > known.score
        ? (member, score, known.count + 1) : (known.member, known.score, known.count + 1)
    }
    return best.values.map { ($0.member, $0.score * (1 + Self.manyShare * log2(Double($0.count)))) }
      .sorted { $0.1 != $1.1 ? $0.1 > $1.1 : $0.0 < $1.0 }
      .prefix(limit).map(\.0)
  }

  /// Half, and as much more as the text has of the weight of the stems that set its group apart.
  private func share(of own: [(stem: Int, weight: Double)], heldBy member: Int) -> Double {
    let total = own.reduce(0) { $0 + $1.weight }
    guard total > 0 else { return 1 }
    let stems = words.stems(of: member)
    let held = own.reduce(0) { sum, word in
      stems.contains(Int32(word.stem)) ? sum + word.weight : sum
    }
    return 0.5 + held / total
  }

  /// Whether the text has a word that nobody else uses.
  private func isLikelyMistyped(_ member: Int) -> Bool {
    words.stems(of: member).contains { frequencies[Int($0)] == 1 && !isNumber[Int($0)] }
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
    // Of equals the shorter: ten words count as two thirds of one.
    let brevity = 20 / Double(20 + words.words(of: member).count)
    return care * brevity * (hasMarks(text) ? 1.1 : 1)
  }

  /// Whether a word has letters with diacritics, or others that folding changes.
  private func hasMarks(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    var scanner = TokenScanner(bytes)
    while let range = scanner.next() {
      let written = bytes[range]
      if written.elementsEqual(scanner.form) { continue }
      let small = String(decoding: written, as: UTF8.self).lowercased()
      if !small.utf8.elementsEqual(scanner.form) { return true }
    }
    return false
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

  private static let longest = 4

  static func isNoise(_ text: String) -> Bool {
    var scanner = TokenScanner(Array(text.utf8))
    var count = 0
    while scanner.next() != nil {
      let form = String(decoding: scanner.form, as: UTF8.self)
      count += 1
      guard count <= longest, words.contains(form) || form.unicodeScalars.count <= 1 else {
        return false
      }
    }
    return true
  }
}
