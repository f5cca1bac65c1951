/// The documents of the highest scores, one an article, inserted in rising order of their numbers.
struct TopDocuments {
  private let limit: Int
  /// Score, then document from the highest down, in one number that is large for the best; once all
  /// places are taken a binary heap (Williams 1964), the worst first.
  private var entries: [UInt64] = []
  /// The best document of the last article, which another of the same may still replace.
  private var last: (article: UInt32, entry: UInt64)?
  /// A score must be above this to get in.
  private(set) var threshold: Int32 = 0

  init(limit: Int) {
    self.limit = limit
    if limit <= 0 { threshold = .max }
  }

  /// Room for as many, all of which are at least as good as the worst of those that were found among
  /// some of the documents.
  init(limit: Int, startingAt some: TopDocuments) {
    self.init(limit: limit)
    var some = some
    some.insertLast()
    threshold = max(threshold, some.threshold - 1)
  }

  /// - Complexity: O(log *k*).
  mutating func insert(_ document: Int, of article: UInt32, score: Int32) {
    guard score > threshold else { return }
    let entry = UInt64(UInt32(bitPattern: score)) << 32 | UInt64(~UInt32(document))
    guard let last, last.article == article else {
      insertLast()
      last = (article, entry)
      return
    }
    self.last = (article, max(last.entry, entry))
  }

  /// Ends it: the documents, best first; of equal scores the earlier document.
  mutating func documents() -> [Int] {
    insertLast()
    last = nil
    return entries.sorted(by: >).map { Int(~UInt32(truncatingIfNeeded: $0)) }
  }

  private mutating func insertLast() {
    guard let entry = last?.entry else { return }
    if entries.count < limit {
      entries.append(entry)
      guard entries.count == limit else { return }
      entries.sort()
    } else if entry > entries[0] {
      replaceWorst(by: entry)
    }
    threshold = Int32(entries[0] >> 32)
  }

  private mutating func replaceWorst(by entry: UInt64) {
    var place = 0
    while true {
      var child = 2 * place + 1
      guard child < entries.count else { break }
      if child + 1 < entries.count, entries[child + 1] < entries[child] { child += 1 }
      guard entries[child] < entry else { break }
      entries[place] = entries[child]
      place = child
    }
    entries[place] = entry
  }
}
