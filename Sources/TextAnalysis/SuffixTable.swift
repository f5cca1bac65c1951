/// Finds the stem that a word's inflections share: one ending stripped, one stem ending mended.
///
/// Words are folded before (`Folding`), so the rules have no diacritics. The same text is given to
/// the browser, which reads the same kinds of line:
///
///     suffix 3 ami ach        endings, stripped when at least 3 letters remain
///     alternation dz>d        a stem ending and what it becomes
///     irregular pay=paid,pays a stem and words of it besides itself
///     alias zwrot=zwroc       a stem that stands for other stems
///     prefix nie              a beginning without which an unknown word may be known
///     shared 6                words that begin with so many letters alike may be of one root
///     weak jak czy            words that say little about what is asked
///     aside nadal niestety    the same, of circumstances and moods that many tell beside it
///     common nowy dostac      words that say less than their rarity in a few articles suggests
///
/// Of several endings the longest counts whose minimum is met; of alternations the longest, if two
/// letters or more remain.
///
///     SuffixTable.polish.stem("kartami")  // "kart"
///
/// A class, since a copy of all its tables for each word that is looked up costs more than to look.
package final class SuffixTable: Sendable {
  package static let defaultSharedLetters = 5

  /// The rules as written, without comments.
  package let text: String
  /// How many first letters make words likely to be of one root.
  package let sharedLetters: Int
  /// Beginnings that negate a word or say that it must be.
  package let prefixes: [[UInt8]]
  private let suffixes: Suffixes
  private let alternations: [Alternation]
  private let irregulars: Replacements
  private let aliases: Replacements
  private let weak: FormTable
  private let common: FormTable

  private typealias Alternation = (ending: [UInt8], replacement: [UInt8], remaining: Int)

  private struct Suffixes {
    var forms = FormTable()
    /// By number in `forms`.
    var minimumStems: [Int] = []
    /// In letters.
    var longest = 0

    mutating func add(_ listed: ArraySlice<String>, minimum: Int) {
      for suffix in listed {
        let number = forms.insert(Array(suffix.utf8)[...])
        if number == minimumStems.count { minimumStems.append(minimum) }
        minimumStems[number] = minimum
        longest = max(longest, suffix.unicodeScalars.count)
      }
    }
  }

  private struct Replacements {
    var from = FormTable()
    var to: [[UInt8]] = []

    /// - Parameter group: `pay=paid,pays`; of two groups with a form the first has it.
    mutating func add(_ group: String) {
      let forms = SuffixTable.forms(of: group)
      for form in forms where from.insert(form[...]) == to.count { to.append(forms[0]) }
    }

    func callAsFunction(_ form: ArraySlice<UInt8>) -> [UInt8]? {
      from.number(of: form).map { to[$0] }
    }
  }

  /// `pay=paid,pays`: a stem and what stands for it.
  private static func forms(of group: String) -> [[UInt8]] {
    group.split { $0 == "=" || $0 == "," }.map { Array($0.utf8) }
  }

  package init(_ source: String) {
    let lines = source.split(separator: "\n").filter { !$0.hasPrefix("#") }
    var sharedLetters = Self.defaultSharedLetters
    var prefixes: [[UInt8]] = []
    var suffixes = Suffixes()
    var alternations: [Alternation] = []
    var (irregulars, aliases) = (Replacements(), Replacements())
    var (weak, common) = (FormTable(), FormTable())
    for line in lines {
      let words = line.split(separator: " ").map(String.init)
      guard let kind = words.first else { continue }
      switch kind {
      case "suffix":
        suffixes.add(words.dropFirst(2), minimum: words.count > 1 ? Int(words[1]) ?? 3 : 3)
      case "alternation":
        alternations += words.dropFirst().map { rule in
          let parts = rule.split(separator: ">", omittingEmptySubsequences: false)
            .map { Array($0.utf8) }
          let (ending, replacement) = (parts[0], parts.count > 1 ? parts[1] : [])
          let shortened = Self.length(ending[...]) - Self.length(replacement[...])
          return (ending, replacement, 2 + shortened)
        }
      case "prefix": prefixes += words.dropFirst().map { Array($0.utf8) }
      case "shared": sharedLetters = words.dropFirst().first.flatMap { Int($0) } ?? sharedLetters
      case "irregular": for group in words.dropFirst() { irregulars.add(group) }
      case "alias": for group in words.dropFirst() { aliases.add(group) }
      case "weak", "aside": for word in words.dropFirst() { weak.insert(Array(word.utf8)[...]) }
      case "common": for word in words.dropFirst() { common.insert(Array(word.utf8)[...]) }
      default: continue
      }
    }
    text = lines.joined(separator: "\n")
    self.sharedLetters = sharedLetters
    self.prefixes = prefixes
    self.suffixes = suffixes
    self.irregulars = irregulars
    self.aliases = aliases
    self.weak = weak
    self.common = common
    // Stable, so that of equal length the first listed counts, as in the browser.
    let lengths = alternations.map { Self.length($0.ending[...]) }
    self.alternations = alternations.indices.sorted { (-lengths[$0], $0) < (-lengths[$1], $1) }
      .map { alternations[$0] }
  }

  /// - Parameter word: folded; a word with a digit is its own stem.
  /// - Complexity: O(*n*) in the length of the longest ending, and in the number of alternations.
  package func stem(_ word: String) -> String {
    String(decoding: stem(Array(word.utf8)[...]), as: UTF8.self)
  }

  /// - Parameter word: folded, in UTF-8.
  package func stem(_ word: ArraySlice<UInt8>) -> [UInt8] {
    if word.contains(where: { (48...57).contains($0) }) { return Array(word) }
    return irregulars(word) ?? regularStem(word)
  }

  /// What the rules make of a word that may be listed as irregular.
  private func regularStem(_ word: ArraySlice<UInt8>) -> [UInt8] {
    var stem = Array(withoutSuffix(word))
    let length = Self.length(stem[...])
    if let rule = alternations.first(where: { $0.remaining <= length && stem.hasSuffix($0.ending) })
    {
      stem.removeLast(rule.ending.count)
      stem += rule.replacement
    }
    return aliases(stem[...]) ?? stem
  }

  /// True for words that say little about what is asked: question words, pronouns, courtesy, and
  /// what is told beside it.
  package func isWeak(_ word: ArraySlice<UInt8>) -> Bool { weak.number(of: word) != nil }

  /// True for words that are common in any text, `new`, `get`, `person`: a small collection makes
  /// them look rarer than they are.
  package func isCommon(_ word: ArraySlice<UInt8>) -> Bool { common.number(of: word) != nil }

  /// True for a word whose stem is listed.
  package func isIrregular(_ word: ArraySlice<UInt8>) -> Bool { irregulars(word) != nil }

  /// The rules of stems and weak words for the browser, without those of common ones: a line for
  /// each kind, for each minimum of endings. Endings are sorted; each begins with how many letters,
  /// at most 9, it has of the one before:
  ///
  ///     suffix 3 0ach 1mi      ach ami
  ///
  /// Letters from а to я are written as signs: see `Spelling.exchanged`.
  ///
  /// - Parameters:
  ///   - isKnown: whether a stem is one that matters.
  ///   - isMarked: whether the browser learns elsewhere that a word says little; nil when it learns
  ///     of none, and needs them all.
  /// - Returns: The rules, and apart those irregular words and aliases without which no word gets or
  ///   loses a stem that matters, with the words told beside what is asked.
  package func rules(
    knowing isKnown: (ArraySlice<UInt8>) -> Bool, marking isMarked: (([UInt8]) -> Bool)? = nil
  ) -> (known: String, others: String) {
    var (known, others) = (RuleLines(), RuleLines())
    for line in text.split(separator: "\n") where !line.hasPrefix("common ") {
      let words = line.split(separator: " ").map(String.init)
      switch words[0] {
      case "irregular", "alias":
        for group in words.dropFirst() {
          let forms = Self.forms(of: group)
          let matters =
            isKnown(forms[0][...])
            || words[0] == "irregular" && forms.contains { isKnown(regularStem($0[...])[...]) }
          if matters { known.add([group], of: words[0]) } else { others.add([group], of: words[0]) }
        }
      case "weak", "aside":
        let unmarked = words.dropFirst().filter { isMarked?(Array($0.utf8)) != true }
        if isMarked != nil, words[0] == "aside" {
          others.add(unmarked, of: "weak")
        } else {
          known.add(unmarked, of: "weak")
        }
      case "suffix": known.add(words[2...], of: "suffix \(words[1])")
      default: known.add(words[1...], of: words[0])
      }
    }
    return (known.text, others.text)
  }

  private struct RuleLines {
    private var kinds: [String] = []
    private var words: [String: [String]] = [:]

    mutating func add(_ more: some Sequence<String>, of kind: String) {
      if words[kind] == nil { kinds.append(kind) }
      words[kind, default: []] += more
    }

    var text: String {
      let lines = kinds.map { kind in
        let words = words[kind] ?? []
        let written = kind.hasPrefix("suffix") ? SuffixTable.sharingBeginnings(words) : words
        return "\(kind) \(written.joined(separator: " "))"
      }
      return Spelling.exchanged(lines.joined(separator: "\n"))
    }
  }

  private static func sharingBeginnings(_ words: [String]) -> [String] {
    let sorted = Set(words).sorted {
      $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars)
    }
    return zip([""] + sorted, sorted).map { before, word in
      let shared = zip(before.unicodeScalars, word.unicodeScalars).prefix(9).prefix { $0 == $1 }
        .count
      return "\(shared)" + String(word.unicodeScalars.dropFirst(shared))
    }
  }

  /// All that `isWeak` is true for.
  package var weakWords: [String] { (0..<weak.count).map { weak[$0] } }

  /// The same in UTF-8.
  package var weakForms: FormTable { weak }

  private func withoutSuffix(_ word: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let length = Self.length(word)
    var start = word.startIndex
    var remaining = 0
    // From the longest ending that could be to the shortest: a letter at a time from the front.
    while remaining < length - 1 {
      start += 1
      while start < word.endIndex, word[start] & 0xC0 == 0x80 { start += 1 }
      remaining += 1
      if length - remaining > suffixes.longest { continue }
      if let number = suffixes.forms.number(of: word[start...]),
        remaining >= suffixes.minimumStems[number]
      {
        return word[..<start]
      }
    }
    return word
  }

  /// In letters.
  private static func length(_ word: ArraySlice<UInt8>) -> Int {
    word.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
  }

  /// The table of a language, by the first part of its tag.
  package static func table(for language: String) -> SuffixTable? {
    switch language.split(separator: "-").first {
    case "de": german
    case "en": english
    case "es": spanish
    case "fr": french
    case "lt": lithuanian
    case "lv": latvian
    case "pl": polish
    case "ru": russian
    case "uk": ukrainian
    default: nil
    }
  }
}

extension [UInt8] {
  fileprivate func hasSuffix(_ ending: [UInt8]) -> Bool {
    count >= ending.count && self[(count - ending.count)...].elementsEqual(ending)
  }
}
