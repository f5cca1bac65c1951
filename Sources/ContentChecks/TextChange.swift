/// How much of a text differs from what it was.
///
///     TextChange(from: "at most 10 days", to: "at most 14 days").changesNumbers  // true
struct TextChange {
  /// 0…1: of pairs of neighbouring words, those that only one of the texts has, by Sørensen and
  /// Dice. Punctuation, case and line breaks don't count.
  let share: Double
  /// True when amounts, dates or prices differ: a few characters, but other facts.
  let changesNumbers: Bool

  /// - Complexity: O(*n*) in the words of both.
  init(from old: String, to new: String) {
    let (old, new) = (Words.folded(in: old), Words.folded(in: new))
    share = Self.difference(Self.pairs(old), Self.pairs(new))
    func numbers(_ words: [String]) -> [String] {
      words.filter { $0.contains(where: \.isNumber) }.sorted()
    }
    changesNumbers = numbers(old) != numbers(new)
  }

  /// A text of one word has one pair, with nothing.
  private static func pairs(_ words: [String]) -> [UInt64: Int] {
    var counts: [UInt64: Int] = [:]
    for end in words.indices.dropFirst(words.count == 1 ? 0 : 1) {
      counts[Words.hash(of: words[max(0, end - 1)...end]), default: 0] += 1
    }
    return counts
  }

  private static func difference(_ left: [UInt64: Int], _ right: [UInt64: Int]) -> Double {
    let all = left.values.reduce(0, +) + right.values.reduce(0, +)
    guard all > 0 else { return 0 }
    let common = left.reduce(0) { $0 + min($1.value, right[$1.key] ?? 0) }
    return 1 - Double(2 * common) / Double(all)
  }
}
