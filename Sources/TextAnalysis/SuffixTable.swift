/// Finds the stem that a word's inflections share: one ending stripped, one stem ending mended.
///
/// Words are folded before (`Folding`), so the rules have no diacritics. The same text is given to
/// the browser, which reads the same four kinds of line:
///
///     suffix 3 ami ach        endings, stripped when at least 3 letters remain
///     alternation dz>d        a stem ending and what it becomes
///     irregular paid>pay      a word and its stem
///     alias zwroc>zwrot       a stem that another stem stands for
///
/// Of several endings the longest counts whose minimum is met; of alternations the longest, if two
/// letters or more remain.
///
///     SuffixTable.polish.stem("kartami")  // "kart"
package struct SuffixTable: Sendable {
  /// The rules as written, without comments.
  package let text: String
  private var minimumStems: [Substring: Int] = [:]
  private var longestSuffix = 0
  private var alternations: [(ending: String, replacement: String)] = []
  private var irregulars: [String: String] = [:]
  private var aliases: [String: String] = [:]

  package init(_ source: String) {
    let lines = source.split(separator: "\n").filter { !$0.hasPrefix("#") }
    text = lines.joined(separator: "\n")
    for line in lines {
      let words = line.split(separator: " ")
      guard let kind = words.first else { continue }
      let pairs = words.dropFirst().compactMap { word -> (String, String)? in
        let parts = word.split(separator: ">", omittingEmptySubsequences: false)
        return parts.count == 2 ? (String(parts[0]), String(parts[1])) : nil
      }
      switch kind {
      case "suffix":
        let minimum = words.count > 1 ? Int(words[1]) ?? 3 : 3
        for suffix in words.dropFirst(2) {
          minimumStems[suffix] = minimum
          longestSuffix = max(longestSuffix, suffix.unicodeScalars.count)
        }
      case "alternation": alternations += pairs.map { (ending: $0.0, replacement: $0.1) }
      case "irregular": irregulars.merge(pairs) { first, _ in first }
      case "alias": aliases.merge(pairs) { first, _ in first }
      default: continue
      }
    }
    // Stable, so that of equal length the first listed counts, as in the browser.
    let listed = alternations.enumerated().sorted { left, right in
      let (a, b) = (left.element.ending.unicodeScalars.count, right.element.ending.unicodeScalars.count)
      return a != b ? a > b : left.offset < right.offset
    }
    alternations = listed.map(\.element)
  }

  /// - Parameter word: folded; a word with a digit is its own stem.
  /// - Complexity: O(*n*) in the length of the longest ending, and in the number of alternations.
  package func stem(_ word: String) -> String {
    if word.utf8.contains(where: { $0 >= 48 && $0 <= 57 }) { return word }
    if let irregular = irregulars[word] { return irregular }
    var stem = withoutSuffix(word)
    if let rule = alternations.first(where: { fits($0, stem) }) {
      stem = String(stem.unicodeScalars.dropLast(rule.ending.unicodeScalars.count)) + rule.replacement
    }
    return aliases[stem] ?? stem
  }

  private func withoutSuffix(_ word: String) -> String {
    let scalars = word.unicodeScalars
    let length = scalars.count
    for count in stride(from: min(longestSuffix, length - 1), to: 0, by: -1) {
      let start = scalars.index(scalars.endIndex, offsetBy: -count)
      if let minimum = minimumStems[Substring(scalars[start...])], length - count >= minimum {
        return String(scalars[..<start])
      }
    }
    return word
  }

  private func fits(_ rule: (ending: String, replacement: String), _ stem: String) -> Bool {
    let remaining =
      stem.unicodeScalars.count - rule.ending.unicodeScalars.count
      + rule.replacement.unicodeScalars.count
    return remaining >= 2 && stem.utf8.count >= rule.ending.utf8.count
      && stem.utf8.suffix(rule.ending.utf8.count).elementsEqual(rule.ending.utf8)
  }

  /// The table of a language, by the first part of its tag.
  package static func table(for language: String) -> SuffixTable? {
    switch language.split(separator: "-").first {
    case "en": english
    case "lv": latvian
    case "pl": polish
    case "ru": russian
    default: nil
    }
  }
}
