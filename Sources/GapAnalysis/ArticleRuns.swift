import KnowledgeBase
import TextAnalysis

/// The runs of characters of one article, and which of its passages hold them.
struct ArticleRuns: Sendable {
  /// BM25's *k1* and *b*.
  private static let saturation = 1.2
  private static let lengthNormalisation = 0.75
  /// Longer sentences are cut; nobody asks in so many words.
  private static let longestPassage = 240
  /// As many passages of an article are compared; questions and headings come before sentences.
  private static let mostPassages = 255
  /// Runs of an article in passages; the places of lists have 16 bits.
  private static let mostPlaces = 52_000
  private static let sentenceEnds: Set<UInt8> = [0x2E, 0x3F, 0x21, 0x0A]

  /// Entries that are looked at together: most beginnings have fewer.
  private static let compared = 8

  /// The entries of the runs, by rising key, and at least one that no run comes after; no fewer than
  /// `compared`.
  private let entries: [UInt64]
  /// By the beginnings of keys: a place from which on `compared` entries are looked at, not behind
  /// the first that begins so.
  private let starts: [UInt16]
  /// How far a key is shifted for its beginning.
  private let shift: UInt64
  /// Passages of runs that stand in more than an entry has room for, each list with an end.
  private let lists: [UInt8]
  private let differentRuns: Int
  private let length: Int
  /// What a run's count is held against: BM25's *k1*, more for articles longer than others.
  private var longer = saturation
  /// By passage: one through the length of its vector.
  private var scales: [Float]

  /// A run of a contact, in one number so that many are sorted fast.
  struct Run: Sendable, Hashable, Comparable {
    private let bits: UInt64

    init(key: UInt32, rarity: Float) {
      bits = UInt64(key) << 32 | UInt64(rarity.bitPattern)
    }

    var key: UInt32 { UInt32(truncatingIfNeeded: bits >> 32) }
    var rarity: Float { Float(bitPattern: UInt32(truncatingIfNeeded: bits)) }

    static func < (left: Self, right: Self) -> Bool { left.bits < right.bits }
  }

  /// - Complexity: O(*n* log *n*) in the length of the article.
  init(_ article: Article) {
    var runs: [UInt64] = []
    Self.append(article.wholeText, passage: 0, to: &runs)
    runs = runs.sortedByKey()
    length = runs.count
    let (places, passageCount) = Self.places(in: Self.passages(of: article))
    var entries: [UInt64] = []
    var lists: [UInt8] = []
    var (run, place) = (0, 0)
    while run < runs.count {
      let key = runs[run] >> 8
      let first = run
      while run < runs.count, runs[run] >> 8 == key { run += 1 }
      while place < places.count, places[place] >> 8 < key { place += 1 }
      let firstPlace = place
      while place < places.count, places[place] >> 8 == key { place += 1 }
      entries.append(
        Entry(
          key: UInt32(key), count: run - first,
          passages: places[firstPlace..<place].map { UInt8(truncatingIfNeeded: $0) }, lists: &lists
        ).bits)
    }
    // Three to six entries begin alike, on an average.
    let beginnings = max(2, entries.count / 3)
    let bits = min(16, Int.bitWidth - beginnings.leadingZeroBitCount - 1)
    let shift = UInt64(64 - bits)
    var starts = [Int](repeating: 0, count: 1 << bits + 1)
    for entry in entries { starts[Int(entry >> shift) + 1] += 1 }
    for start in starts.indices.dropFirst() { starts[start] += starts[start - 1] }
    differentRuns = entries.count
    entries += repeatElement(Entry.last.bits, count: max(1, Self.compared - entries.count))
    let lastStart = min(entries.count - Self.compared, Int(UInt16.max))
    // Copied, since what they grew by takes a third of the memory.
    self.entries = entries.withUnsafeBufferPointer(Array.init)
    self.starts = starts.dropLast().map { UInt16(min($0, lastStart)) }
    self.shift = shift
    self.lists = lists.withUnsafeBufferPointer(Array.init)
    scales = [Float](repeating: 0, count: passageCount)
  }

  var runCount: Int { length }

  /// The keys of the runs, rising.
  var keys: some Collection<UInt32> {
    entries.prefix(differentRuns).lazy.map { Entry(bits: $0).key }
  }

  /// Weighs the runs once all articles are known.
  mutating func weigh(averageLength: Double, rarity: (UInt32) -> Float) {
    let relative = Double(length) / max(1, averageLength)
    longer = Self.saturation * (1 + Self.lengthNormalisation * (relative - 1))
    var squares = [Float](repeating: 0, count: scales.count)
    for bits in entries.prefix(differentRuns) {
      let entry = Entry(bits: bits)
      let rarity = rarity(entry.key)
      entry.forEachPassage(lists: lists.span) { squares[$0] += rarity * rarity }
    }
    scales = squares.map { $0 > 0 ? 1 / $0.squareRoot() : 0 }
  }

  /// How much of the runs' rarity the article holds, and the cosine of the closest passage before it
  /// is divided by the length of the runs' vector.
  ///
  /// - Parameter products: room for a number a passage, used again from article to article.
  /// - Complexity: O(*r* + *p*), *r* runs, *p* places of them in passages.
  func likeness(
    to runs: Span<Run>, products: inout [Float]
  ) -> (held: Float, closest: Float) {
    var products = products.mutableSpan
    for passage in scales.indices { products[passage] = 0 }
    var held: Float = 0
    var found = InlineArray<64, UInt64>(repeating: 0)
    var rarities = InlineArray<64, Float>(repeating: 0)
    for start in stride(from: 0, to: runs.count, by: found.count) {
      var count = 0
      for number in start..<min(start + found.count, runs.count) {
        // Without a branch, which would be foretold wrongly; and so that reads overlap, most of
        // which aren't in the cache.
        let entry = entry(of: runs[number].key)
        found[count] = entry.bits
        rarities[count] = runs[number].rarity
        count += entry.key == runs[number].key ? 1 : 0
      }
      for number in 0..<count {
        let (entry, rarity) = (Entry(bits: found[number]), rarities[number])
        held += rarity * Float(entry.count / (entry.count + longer))
        entry.add(rarity * rarity, to: &products, lists: lists.span)
      }
    }
    // Floats that aren't below zero are ordered as their bits are, and several are compared at a
    // time.
    var closest: Int32 = 0
    for (passage, scale) in scales.enumerated() {
      closest = max(closest, Int32(bitPattern: (products[passage] * scale).bitPattern))
    }
    return (held, Float(bitPattern: UInt32(bitPattern: closest)))
  }

  /// The entry of a run, or one that comes after it.
  @inline(__always)
  private func entry(of key: UInt32) -> Entry {
    let lowest = UInt64(key) << 32
    let first = Int(starts[beginning(of: key)])
    let entries = entries.span
    let compared = entries.extracting(first..<first + Self.compared)
    var position = 0
    for place in compared.indices { position += compared[place] < lowest ? 1 : 0 }
    if position < Self.compared { return Entry(bits: compared[position]) }
    // Hardly ever: of very many runs, more begin alike.
    var (low, high) = (first + position, entries.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle] < lowest { low = middle + 1 } else { high = middle }
    }
    return Entry(bits: entries[low])
  }

  private func beginning(of key: UInt32) -> Int { Int((UInt64(key) << 32) &>> shift) }

  /// A number for each passage, and for none.
  static var roomForProducts: [Float] { [Float](repeating: 0, count: mostPassages + 1) }

  /// Adds the runs of a text: key and passage in one number.
  private static func append(_ text: String, passage: Int, to places: inout [UInt64]) {
    var scanner = TokenScanner(Array(text.utf8))
    var runs: [UInt64] = []
    while scanner.next() != nil { CharacterRuns.append(scanner.form, to: &runs) }
    places += runs.lazy.map { UInt64(CharacterRuns.key(of: $0)) << 8 | UInt64(passage) }
  }

  /// What a customer's words may repeat: title, questions, headings, sentences.
  private static func passages(of article: Article) -> [String] {
    let matter = article.frontMatter
    let sentences = article.sections.flatMap { section in
      section.text.utf8.split(whereSeparator: sentenceEnds.contains).map { String(Substring($0)) }
    }
    var seen: Set<String> = []
    return
      ([article.title, matter.description ?? ""] + matter.questions
      + article.sections.map(\.title) + sentences)
      .map { $0.utf8.count > longestPassage ? String($0.prefix(longestPassage)) : $0 }
      .filter { $0.utf8.count > 2 && seen.insert($0).inserted }
  }

  /// Where the runs of passages stand: key and passage in one number, rising, each once.
  private static func places(in passages: [String]) -> (places: [UInt64], passages: Int) {
    var places: [UInt64] = []
    var count = 0
    for text in passages.prefix(mostPassages) {
      let before = places.count
      append(text, passage: count, to: &places)
      guard places.count <= mostPlaces else {
        places.removeLast(places.count - before)
        break
      }
      count += 1
    }
    places = places.sortedByKey()
    places.removeRepeated()
    return (places, count)
  }
}

extension ArticleRuns {
  /// A run of an article in one number, so that it costs one access to memory: key, count, and
  /// three passages or where a longer list of them is.
  private struct Entry {
    private static let perEntry = 3
    /// No passage, and the end of a list.
    private static let none: UInt8 = 0xFF
    private static let noList: UInt64 = 0xFFFF
    /// After all others, and of no passage.
    static let last = Entry(bits: UInt64(UInt32.max) << 32 | noList << 8 | UInt64(none))

    let bits: UInt64

    init(bits: UInt64) { self.bits = bits }

    /// - Parameter lists: gets the passages that the entry has no room for.
    init(key: UInt32, count: Int, passages: [UInt8], lists: inout [UInt8]) {
      var places: UInt64
      if passages.count > Self.perEntry {
        places = UInt64(lists.count) << 8 | UInt64(Self.none)
        lists += passages + [Self.none]
      } else {
        places = Self.noList << 8 | UInt64(Self.none)
        for passage in passages.reversed() { places = (places << 8 | UInt64(passage)) & 0xFF_FFFF }
      }
      bits = UInt64(key) << 32 | UInt64(min(count, 255)) << 24 | places
    }

    var key: UInt32 { UInt32(truncatingIfNeeded: bits >> 32) }
    var count: Double { Double(UInt8(truncatingIfNeeded: bits >> 24)) }

    /// Adds to the number of each passage.
    @inline(__always)
    func add(_ addend: Float, to sums: inout MutableSpan<Float>, lists: Span<UInt8>) {
      let passages = (bits & 0xFF, bits >> 8 & 0xFF, bits >> 16 & 0xFF)
      if passages.0 == Self.none {
        forEachPassage(lists: lists) { sums[$0] += addend }
      } else {
        // To that of no passage too, which is faster than to tell how many there are.
        sums[Int(passages.0)] += addend
        sums[Int(passages.1)] += addend
        sums[Int(passages.2)] += addend
      }
    }

    func forEachPassage(lists: Span<UInt8>, _ body: (Int) -> Void) {
      var rest = bits & 0xFF_FFFF
      if UInt8(truncatingIfNeeded: rest) == Self.none {
        var position = Int(rest >> 8)
        guard position != Self.noList else { return }
        while lists[position] != Self.none {
          body(Int(lists[position]))
          position += 1
        }
      } else {
        while UInt8(truncatingIfNeeded: rest) != Self.none {
          body(Int(rest & 0xFF))
          rest = rest >> 8 | UInt64(Self.none) << 16
        }
      }
    }
  }
}
