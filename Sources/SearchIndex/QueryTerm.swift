/// One word of a query with all the forms in the index that stand for it.
package struct QueryTerm: Sendable {
  /// The word as typed, folded; two with a space between for neighbours.
  package let form: String
  /// The heaviest first, then by form; empty for a word that stands for nothing in the index.
  package let expansions: [Expansion]
  /// How much this term counts among the others, of 256.
  package let weight: Int
  /// A question word, courtesy, or a pair of such words: it says little about what is asked.
  package let isWeak: Bool
  /// Terms of one unit, a phrase that synonyms are known for, find only what holds all of them. A
  /// phrase that was typed adds to what others find; one that was not, below zero, counts only as a
  /// whole.
  package let unit: Int?
  /// Other words than the one typed, which add a little to what that finds.
  package let isRelated: Bool

  /// Part of a phrase that synonyms have for what was typed.
  var isPartOfOther: Bool { unit.map { $0 < 0 } ?? false }

  package struct Expansion: Sendable, Hashable {
    /// The number of the form in the index.
    package let form: Int
    /// How much a form counts as the word asked for, of 256.
    package let weight: Int
    package let reason: Reason
  }

  /// Why a form stands for a word.
  package enum Reason: String, Sendable, CaseIterable {
    case exact, inflection, prefix, completion, synonym, typo, keyboard, transliteration
    case beginning, substring, pair, compound, parts, related, similar
  }
}

extension QueryTerm.Expansion: Comparable {
  package static func < (left: Self, right: Self) -> Bool {
    left.weight != right.weight ? left.weight > right.weight : left.form < right.form
  }
}

/// Expansions of one word; of two ways to the same form the heavier stays, of equals the first.
struct ExpansionSet {
  private var all: [QueryTerm.Expansion] = []
  /// True when a form was found that is more than a shared beginning.
  private(set) var isStrong = false
  /// Stems of the words that a mistyped one was taken for.
  private(set) var meant: [[UInt8]] = []

  var isEmpty: Bool { all.isEmpty }

  mutating func add(_ form: Int, _ weight: Int, _ reason: QueryTerm.Reason) {
    all.append(QueryTerm.Expansion(form: form, weight: weight, reason: reason))
    if reason != .prefix { isStrong = true }
  }

  mutating func addMeant(_ stem: [UInt8]) {
    if !meant.contains(stem) { meant.append(stem) }
  }

  mutating func add(_ forms: [Int], _ weight: Int, _ reason: QueryTerm.Reason) {
    for form in forms { add(form, weight, reason) }
  }

  var sorted: [QueryTerm.Expansion] {
    guard all.count > 1 else { return all }
    let byForm = all.enumerated().sorted {
      ($0.element.form, -$0.element.weight, $0.offset) < (
        $1.element.form, -$1.element.weight, $1.offset
      )
    }.map(\.element)
    var unique: [QueryTerm.Expansion] = []
    for expansion in byForm where unique.last?.form != expansion.form { unique.append(expansion) }
    return unique.sorted()
  }
}

/// The terms of a query in the order that they are found in.
struct TermList {
  private(set) var all: [QueryTerm] = []
  private var seen: Set<String> = []

  /// - Returns: Whether a form is new: each is looked for once.
  mutating func note(_ form: String) -> Bool { seen.insert(form).inserted }

  mutating func add(
    _ form: String, _ found: ExpansionSet, weight: Int, isWeak: Bool = false, unit: Int? = nil
  ) {
    all.append(
      QueryTerm(
        form: form, expansions: found.sorted, weight: weight, isWeak: isWeak, unit: unit,
        isRelated: false))
  }

  /// Adds other words than those typed, if there are any.
  mutating func addRelated(_ form: String, _ found: ExpansionSet, weight: Int) {
    if found.isEmpty { return }
    all.append(
      QueryTerm(
        form: form, expansions: found.sorted, weight: weight, isWeak: false, unit: nil,
        isRelated: true))
  }
}
