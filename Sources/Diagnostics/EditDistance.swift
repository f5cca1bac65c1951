/// Number of insertions, deletions, substitutions and swaps of neighbours that turn one word into
/// the other (optimal string alignment), or nil when it exceeds `limit`.
///
///     editDistance("titel", "title", limit: 2)  // 1
///
/// - Complexity: O(*n* · *m*) for words of *n* and *m* characters.
package func editDistance(_ left: String, _ right: String, limit: Int) -> Int? {
  let a = Array(left.unicodeScalars)
  let b = Array(right.unicodeScalars)
  guard abs(a.count - b.count) <= limit else { return nil }
  guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
  var beforeLast = [Int](repeating: 0, count: b.count + 1)
  var last = Array(0...b.count)
  for i in 1...a.count {
    var row = [i] + [Int](repeating: 0, count: b.count)
    for j in 1...b.count {
      let same = a[i - 1] == b[j - 1]
      row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1))
      if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
        row[j] = min(row[j], beforeLast[j - 2] + 1)
      }
    }
    if let best = row.min(), best > limit { return nil }
    (beforeLast, last) = (last, row)
  }
  return last[b.count] <= limit ? last[b.count] : nil
}

/// The candidate closest to `word`, if any is close enough to be what was meant.
///
///     didYouMean("titel", among: ["title", "tags"])  // "title"
package func didYouMean(_ word: String, among candidates: some Sequence<String>) -> String? {
  let limit = spellingTolerance(of: word)
  return candidates.compactMap { candidate in
    editDistance(word, candidate, limit: limit).map { (distance: $0, candidate: candidate) }
  }.min { ($0.distance, $0.candidate) < ($1.distance, $1.candidate) }?.candidate
}

/// How many typing errors a word of that length may have: one in three letters.
func spellingTolerance(of word: String) -> Int { max(1, word.count / 3) }
