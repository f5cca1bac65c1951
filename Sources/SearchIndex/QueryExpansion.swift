import TextAnalysis

/// One word of a query with all the forms in the index that stand for it.
package struct QueryTerm: Sendable {
  /// The word as typed, folded; a pair of stems for neighbouring words.
  package let form: String
  package let expansions: [Expansion]
  /// How much this term counts among the others, of 256.
  package let weight: Int

  package struct Expansion: Sendable, Hashable {
    /// The number of the form in the index.
    package let form: Int
    /// How much a form counts as the word asked for, of 256.
    package let weight: Int
    package let reason: Reason
  }

  /// Why a form stands for a word.
  package enum Reason: String, Sendable {
    case exact, inflection, prefix, completion, synonym, typo, keyboard, transliteration
    case beginning, substring, pair
  }
}

/// Turns a text into terms: each word with its inflections, and what else may have been meant.
///
/// Only a word that the index doesn't know in any inflection is taken for a typing mistake, another
/// keyboard layout or alphabet, or a part of a longer word.
struct QueryExpander {
  static let full = 256
  private static let synonymWeight = 205
  private static let completionWeight = 205
  private static let transliterationWeight = 205
  private static let pairWeight = 128
  private static let phraseWeight = 128
  private static let sharedPrefixLength = 5

  let index: SearchIndex

  /// - Parameter isTyping: the last word may be unfinished, so every form it starts counts.
  func terms(of text: String, isTyping: Bool) -> [QueryTerm] {
    let tokens = Tokenizer.tokens(in: text)
    let forms = tokens.map(\.form)
    let isOpen = isTyping && tokens.last.map { $0.range.upperBound == text.utf8.count } == true
    var terms: [QueryTerm] = []
    var seen: Set<String> = []
    let synonyms = SynonymMatcher(index: index).matches(in: forms)

    for (position, (form, token)) in zip(forms, tokens).enumerated()
    where seen.insert(form).inserted {
      let typed = Array(text.utf8)[token.range]
      let completes = isOpen && position == forms.count - 1
      let expansions = expand(
        form, typed: String(decoding: typed, as: UTF8.self), completes: completes,
        synonyms: synonyms.words[form] ?? [])
      if !expansions.isEmpty {
        terms.append(QueryTerm(form: form, expansions: expansions, weight: Self.full))
      }
    }
    for form in synonyms.phrases where seen.insert(form).inserted {
      let expansions = strong(form).map {
        QueryTerm.Expansion(form: $0.form, weight: $0.weight, reason: .synonym)
      }
      if !expansions.isEmpty {
        terms.append(QueryTerm(form: form, expansions: expansions, weight: Self.phraseWeight))
      }
    }
    for pair in IndexBuilder.pairs(of: forms, suffixes: index.suffixes)
    where seen.insert(pair).inserted {
      if let number = index.number(of: pair) {
        terms.append(
          QueryTerm(
            form: pair,
            expansions: [QueryTerm.Expansion(form: number, weight: Self.full, reason: .pair)],
            weight: Self.pairWeight))
      }
    }
    return terms
  }

  private func expand(
    _ form: String, typed: String, completes: Bool, synonyms: [String]
  ) -> [QueryTerm.Expansion] {
    var found = ExpansionSet()
    for expansion in strong(form) { found.add(expansion) }
    for word in synonyms {
      for expansion in strong(word) {
        found.add(expansion.form, Self.synonymWeight, .synonym)
      }
    }
    if completes, form.unicodeScalars.count >= 2 {
      for number in index.words(beginningWith: form) {
        found.add(number, Self.completionWeight, .completion)
      }
    }
    let hasStrongForm = !found.isEmpty
    addSharedPrefixes(of: form, to: &found)
    if !hasStrongForm { addGuesses(for: form, typed: typed, completes: completes, to: &found) }
    return found.sorted
  }

  /// The word itself and all forms of its stem.
  private func strong(_ form: String) -> [QueryTerm.Expansion] {
    var found = ExpansionSet()
    if let number = index.number(of: form) { found.add(number, Self.full, .exact) }
    for number in index.numbers(ofStem: index.stem(form)) {
      found.add(number, Self.full, .inflection)
    }
    return found.sorted
  }

  /// Forms that share at least five letters count by how much of the longer word is shared.
  private func addSharedPrefixes(of form: String, to found: inout ExpansionSet) {
    let scalars = Array(form.unicodeScalars)
    guard scalars.count >= Self.sharedPrefixLength else { return }
    let prefix = Self.text(scalars.prefix(Self.sharedPrefixLength))
    for number in index.words(beginningWith: prefix) {
      let other = Array(index.forms[number].unicodeScalars)
      let shared = zip(scalars, other).prefix { $0 == $1 }.count
      found.add(number, 128 * shared / max(scalars.count, other.count), .prefix)
    }
  }

  private func addGuesses(
    for form: String, typed: String, completes: Bool, to found: inout ExpansionSet
  ) {
    if let other = Spelling.otherLayout(typed) {
      for word in Tokenizer.tokens(in: other).prefix(1) {
        for expansion in strong(word.form) {
          found.add(expansion.form, Self.full, .keyboard)
        }
        if completes, word.form.unicodeScalars.count >= 3 {
          for number in index.words(beginningWith: word.form) {
            found.add(number, Self.completionWeight, .keyboard)
          }
        }
      }
    }
    if index.language.isCyrillic, let word = Spelling.cyrillic(form) {
      for expansion in strong(word) {
        found.add(expansion.form, Self.transliterationWeight, .transliteration)
      }
    }
    guard found.isWeak else { return }
    addTypos(of: form, to: &found)
    guard found.isWeak else { return }
    addParts(of: form, to: &found)
  }

  /// One mistake in words of 4 to 7 letters, two in longer ones.
  private func addTypos(of form: String, to found: inout ExpansionSet) {
    let scalars = Array(form.unicodeScalars)
    guard scalars.count >= 4 else { return }
    let limit = scalars.count >= 8 ? 2 : 1
    for (number, other) in index.forms.enumerated()
    where abs(other.unicodeScalars.count - scalars.count) <= limit && !other.contains(" ") {
      let distance = damerauDistance(scalars, Array(other.unicodeScalars), limit: limit)
      if distance <= limit { found.add(number, distance == 1 ? 180 : 128, .typo) }
    }
  }

  /// The forms with the longest shared beginning, else those that contain the word.
  private func addParts(of form: String, to found: inout ExpansionSet) {
    let scalars = Array(form.unicodeScalars)
    guard scalars.count >= 4 else { return }
    for length in stride(from: scalars.count - 1, through: 4, by: -1) {
      let numbers = index.words(beginningWith: Self.text(scalars.prefix(length)))
      guard !numbers.isEmpty else { continue }
      for number in numbers {
        let longest = max(scalars.count, index.forms[number].unicodeScalars.count)
        found.add(number, 128 * length / longest, .beginning)
      }
      break
    }
    for (number, other) in index.forms.enumerated()
    where other.utf8.count > form.utf8.count && !other.contains(" ") && other.contains(form) {
      found.add(number, 102, .substring)
    }
  }

  private static func text(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}

/// Expansions of one word; of two ways to the same form the heavier stays.
private struct ExpansionSet {
  private var byForm: [Int: QueryTerm.Expansion] = [:]

  var isEmpty: Bool { byForm.isEmpty }
  /// Nothing but forms that share a beginning.
  var isWeak: Bool { !byForm.values.contains { $0.reason != .prefix } }
  var sorted: [QueryTerm.Expansion] { byForm.values.sorted { $0.form < $1.form } }

  mutating func add(_ expansion: QueryTerm.Expansion) {
    add(expansion.form, expansion.weight, expansion.reason)
  }

  mutating func add(_ form: Int, _ weight: Int, _ reason: QueryTerm.Reason) {
    if let known = byForm[form], known.weight >= weight { return }
    byForm[form] = QueryTerm.Expansion(form: form, weight: weight, reason: reason)
  }
}

/// Finds the words of a query that synonyms are known for, in any inflection.
struct SynonymMatcher {
  struct Matches {
    /// By word of the query: other words for it.
    var words: [String: [String]] = [:]
    /// Words of phrases that stand for something in the query.
    var phrases: [String] = []
  }

  let index: SearchIndex

  func matches(in forms: [String]) -> Matches {
    let stems = forms.map(index.stem)
    var matches = Matches()
    for (phrase, finds) in index.synonyms.expansions {
      let asked = Tokenizer.tokens(in: phrase).map { index.stem($0.form) }
      guard let position = Self.position(of: asked, in: stems) else { continue }
      for found in finds {
        let words = Tokenizer.tokens(in: found).map(\.form)
        if asked.count == 1, words.count == 1 {
          matches.words[forms[position], default: []] += words
        } else {
          matches.phrases += words
        }
      }
    }
    return matches
  }

  private static func position(of asked: [String], in stems: [String]) -> Int? {
    guard !asked.isEmpty, asked.count <= stems.count else { return nil }
    return (0...stems.count - asked.count).first {
      stems[$0..<$0 + asked.count].elementsEqual(asked)
    }
  }
}

/// Optimal string alignment distance, or `limit + 1` as soon as it must be larger.
///
/// - Complexity: O(*n* · *limit*).
func damerauDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar], limit: Int) -> Int {
  let over = limit + 1
  guard abs(a.count - b.count) <= limit else { return over }
  guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
  var beforeLast = [Int](repeating: over, count: b.count + 1)
  var last = (0...b.count).map { min($0, over) }
  for i in 1...a.count {
    var row = [Int](repeating: over, count: b.count + 1)
    row[0] = min(i, over)
    var best = row[0]
    for j in max(1, i - limit)...max(1, min(b.count, i + limit)) where j <= b.count {
      let cost = a[i - 1] == b[j - 1] ? 0 : 1
      var value = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + cost)
      if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
        value = min(value, beforeLast[j - 2] + 1)
      }
      row[j] = min(value, over)
      best = min(best, row[j])
    }
    if best > limit { return over }
    (beforeLast, last) = (last, row)
  }
  return last[b.count]
}
