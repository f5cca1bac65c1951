/// Finds the name that was meant among many, without measuring the distance to each.
///
///     NameIndex(["refund", "card-hold"]).closest(to: "refnud")  // "refund"
package struct NameIndex: Sendable {
  /// Names compared letter by letter; those that share most pairs of letters come first.
  private static let compared = 24
  /// Longer words than this are no names; their distance isn't worth its time.
  private static let maximumLength = 200

  private let names: [String]
  private let postings: [UInt64: [Int32]]

  /// - Complexity: O(*n*) in the names' letters.
  package init(_ names: some Sequence<String>) {
    self.names = Set(names).sorted()
    var postings: [UInt64: [Int32]] = [:]
    for (number, name) in self.names.enumerated() {
      for pair in Self.pairs(of: name) { postings[pair, default: []].append(Int32(number)) }
    }
    self.postings = postings
  }

  /// The closest name by edit distance, of equals the first in alphabetical order.
  ///
  /// - Complexity: O(*p*), *p* the names that share a pair of letters with `word`.
  package func closest(to word: String) -> String? {
    guard word.count <= Self.maximumLength else { return nil }
    var shared: [Int32: Int] = [:]
    for pair in Self.pairs(of: word) {
      for number in postings[pair] ?? [] { shared[number, default: 0] += 1 }
    }
    let best = shared.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(Self.compared)
    return didYouMean(word, among: best.map { names[Int($0.key)] })
  }

  /// The pairs of neighbouring scalars, the ends of the word included.
  private static func pairs(of name: String) -> Set<UInt64> {
    var pairs: Set<UInt64> = []
    var previous: UInt64 = 0
    for scalar in name.unicodeScalars {
      pairs.insert(previous << 32 | UInt64(scalar.value))
      previous = UInt64(scalar.value)
    }
    pairs.insert(previous << 32)
    return pairs
  }
}
