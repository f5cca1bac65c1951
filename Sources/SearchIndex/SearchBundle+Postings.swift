import KnowledgeBase

/// Postings of forms, each: in how many documents it stands, but one; then for each of those kept, how many are
/// between it and the one before, in the context of how many bits the documents left by the postings
/// left has, unless there are as many; and the impact by 5 bits in the context of the lowest impact
/// that the same document had before in this file: most words stand once in the body.
private struct CodedPostings {
  private static let gaps = 1 + BitCoder.numberContexts
  private static let mostGaps = 18
  private static let impacts = gaps + mostGaps * BitCoder.numberContexts
  static let contexts = impacts + 32 << 5

  private var lowestImpacts: LowestImpacts

  /// - Parameter count: of all postings that will be appended.
  init(count: Int) { lowestImpacts = LowestImpacts(count: count) }

  mutating func append(_ form: Int, of index: SearchIndex, to coder: inout BitCoder) {
    let postings = index.postings(of: form)
    coder.append(number: index.documentFrequency(of: form) - 1, 1)
    var next = 0
    for posting in postings {
      let document = index.postingDocuments[posting]
      let left = index.documents.count - next
      let toCome = postings.upperBound - posting
      if left > toCome {
        let context = min(Self.mostGaps, Int.bitWidth - (left / toCome).leadingZeroBitCount) - 1
        coder.append(
          number: Int(document) - next, Self.gaps + context * BitCoder.numberContexts)
      }
      let impact = index.postingImpacts[posting]
      let lowest = lowestImpacts.take(impact, of: document)
      coder.append(Int(impact), bits: 5, Self.impacts + Int(lowest) << 5)
      next = Int(document) + 1
    }
  }

  /// Bytes, about: 5 bits and those of how far documents are apart.
  static func estimate(_ form: Int, of index: SearchIndex) -> Int {
    let count = index.postings(of: form).count
    let apart = Int.bitWidth - (index.documents.count / count).leadingZeroBitCount
    return 1 + count * (4 + apart) / 8
  }
}

/// The lowest impact that each document had: a table with open addresses, at most half full.
private struct LowestImpacts {
  private static let none = UInt32.max

  private var documents: [UInt32]
  private var impacts: [UInt8]

  init(count: Int) {
    let size = 1 << (Int.bitWidth - (2 * count).leadingZeroBitCount)
    documents = [UInt32](repeating: Self.none, count: size)
    impacts = [UInt8](repeating: 0, count: size)
  }

  /// - Returns: the lowest that the document had before; 0 for the first.
  mutating func take(_ impact: UInt8, of document: UInt32) -> UInt8 {
    // Knuth: The Art of Computer Programming, volume 3, section 6.4: multiplicative hashing.
    var place = Int(document &* 0x9E37_79B9 >> 8) & (documents.count - 1)
    while documents[place] != document {
      if documents[place] == Self.none {
        documents[place] = document
        break
      }
      place = (place + 1) & (documents.count - 1)
    }
    let lowest = impacts[place]
    if lowest == 0 || impact < lowest { impacts[place] = impact }
    return lowest
  }
}

/// The files `s/N-M.json`.
struct WordFiles: Sendable {
  private(set) var files: [(path: String, source: UInt64, words: Range<Int>)] = []
  /// By part of the words: how many words each of its files holds.
  private(set) var counts: [[Int]] = []
  let isInside: Bool

  init(_ index: SearchIndex, parts: VocabularyParts, size: SearchBundle.Sizes) {
    let words = 0..<index.vocabulary.words.count
    let bytes = words.reduce(0) { $0 + CodedPostings.estimate($1, of: index) }
    isInside = bytes <= (parts.indices.count > 1 ? size.inside : size.insideWhole)
    for place in parts.indices {
      var counts: [Int] = []
      var bytes = 0
      for word in parts.words(place) {
        let added = CodedPostings.estimate(word, of: index)
        if counts.isEmpty || !isInside && bytes + added > size.postings {
          counts.append(0)
          bytes = 0
        }
        counts[counts.count - 1] += 1
        bytes += added
      }
      self.counts.append(counts)
      var first = parts.words(place).lowerBound
      for (number, count) in counts.enumerated() {
        let words = first..<first + count
        files.append(("s/\(place)-\(number).json", Self.source(of: words, in: index), words))
        first += count
      }
    }
  }

  private static func source(of words: Range<Int>, in index: SearchIndex) -> UInt64 {
    var digest = ContentDigest()
    digest.add(index.documents.count)
    for word in words { digest.add(index.digest(ofPostingsOf: word)) }
    return digest.value
  }

  static func text(of words: Range<Int>, in index: SearchIndex) -> String {
    var coder = BitCoder(contexts: CodedPostings.contexts)
    var postings = CodedPostings(count: words.reduce(0) { $0 + index.postings(of: $1).count })
    for word in words { postings.append(word, of: index, to: &coder) }
    return JSONText.string(coder.text())
  }
}

/// The files `p/N-M.json`: how many pairs there are; each after the one before, in the order of their
/// two numbers: how much the first is above that before, from the first word of the part; the second
/// by how much it is above that before and 1, where the first is the same, else by as many bits as
/// the highest number may have, of which those after 12 are even; and its postings.
struct PairFiles: Sendable {
  private static let firsts = CodedPostings.contexts
  private static let repeated = firsts + BitCoder.numberContexts
  private static let seconds = repeated + BitCoder.numberContexts
  private static let mostBits = 12
  /// Those of a file follow one another.
  private var pairs: [Pair] = []
  /// With the places of their pairs, and the first word of their part.
  private(set) var files: [(path: String, source: UInt64, pairs: Range<Int>, from: Int)] = []
  /// By part of the words: how many files its pairs have.
  private(set) var counts: [Int] = []
  let isInside: Bool
  /// Of a word's number.
  private let bits: Int

  /// Small, since there may be millions.
  private struct Pair {
    private let numbers: (first: UInt32, second: UInt32, form: UInt32)

    init(first: Int, second: Int, form: Int) {
      numbers = (UInt32(first), UInt32(second), UInt32(form))
    }

    /// Words by their numbers in `VocabularyParts`.
    var first: Int { Int(numbers.first) }
    var second: Int { Int(numbers.second) }
    var form: Int { Int(numbers.form) }
  }

  init(_ index: SearchIndex, parts: VocabularyParts, size: SearchBundle.Sizes) {
    let all = Self.pairs(of: index, parts: parts)
    // They are in the order of their first words, and so of the parts.
    var rest = all[...]
    let ofParts = parts.indices.map { place in
      let own = rest[..<rest.partitioningIndex { $0.first / parts.step > place }]
      rest = rest[own.endIndex...]
      let bytes = own.reduce(0) { $0 + 1 + CodedPostings.estimate($1.form, of: index) }
      return (pairs: own, bytes: bytes)
    }
    bits = parts.bits
    isInside = ofParts.reduce(0) { $0 + $1.bytes } <= size.inside
    pairs.reserveCapacity(all.count)
    for (place, (own, bytes)) in zip(parts.indices, ofParts) {
      let count = own.isEmpty ? 0 : isInside ? 1 : bytes / size.postings + 1
      counts.append(count)
      var files = [[Pair]](repeating: [], count: count)
      for pair in own {
        // Where other words are looked up too, a file has all pairs of a word with them.
        let spread = parts.indices.count == 1 ? pair.first : 31 * pair.first + pair.second
        files[spread % count].append(pair)
      }
      let start = place * parts.step
      for (number, file) in files.enumerated() {
        let source = source(of: file, from: start, in: index)
        let places = pairs.count..<pairs.count + file.count
        self.files.append(("p/\(place)-\(number).json", source, places, start))
        pairs += file
      }
    }
  }

  private static func pairs(of index: SearchIndex, parts: VocabularyParts) -> [Pair] {
    index.vocabulary.pairs.enumerated().map { number, pair in
      Pair(
        first: parts.numbers[Int(pair >> 32)],
        second: parts.numbers[Int(pair & 0xFFFF_FFFF)],
        form: index.vocabulary.words.count + number)
    }
  }

  private func source(
    of pairs: [Pair], from start: Int, in index: SearchIndex
  ) -> UInt64 {
    var digest = ContentDigest()
    digest.add(index.documents.count)
    digest.add(bits)
    for pair in pairs {
      digest.add(pair.first - start)
      digest.add(pair.second)
      digest.add(index.digest(ofPostingsOf: pair.form))
    }
    return digest.value
  }

  func text(of places: Range<Int>, from start: Int, in index: SearchIndex) -> String {
    let even = max(0, bits - Self.mostBits)
    var coder = BitCoder(contexts: Self.seconds + 1 << (bits - even))
    var postings = CodedPostings(
      count: places.reduce(0) { $0 + index.postings(of: pairs[$1].form).count })
    coder.append(number: places.count, 1)
    var last: (first: Int, second: Int)?
    for pair in pairs[places].sorted(by: { ($0.first, $0.second) < ($1.first, $1.second) }) {
      coder.append(number: pair.first - (last?.first ?? start), Self.firsts)
      if let last, last.first == pair.first {
        coder.append(number: pair.second - last.second - 1, Self.repeated)
      } else {
        coder.append(pair.second >> even, bits: bits - even, Self.seconds)
        for place in stride(from: even - 1, through: 0, by: -1) {
          coder.append(bit: pair.second >> place & 1 == 1, 0)
        }
      }
      postings.append(pair.form, of: index, to: &coder)
      last = (pair.first, pair.second)
    }
    return JSONText.string(coder.text())
  }
}

extension SearchIndex {
  /// Of its own for each form: a processor works on several that don't wait for one another.
  fileprivate func digest(ofPostingsOf form: Int) -> UInt64 {
    var digest = ContentDigest()
    digest.add(documentFrequency(of: form))
    digest.add(postingDocuments[postings(of: form)])
    digest.add(postingImpacts[postings(of: form)])
    return digest.value
  }
}

extension ContentDigest {
  mutating func add<Number: BitwiseCopyable>(_ numbers: ArraySlice<Number>) {
    numbers.withUnsafeBytes { add($0) }
  }
}
