import KnowledgeBase
import TextAnalysis

/// The words of an index in parts of equal numbers, for the files `v/N.json`.
struct VocabularyParts {
  let part: Int
  let borders: [[UInt8]]
  /// By part: words of other parts whose stems would be in it.
  private let away: [[String]]

  init(_ index: SearchIndex, part: Int) {
    let words = index.vocabulary.words
    let starts = Array(stride(from: 0, to: max(1, words.count), by: part))
    let borders = starts.map { start in
      start == 0 ? [] : Self.border(words.utf8(start - 1), words.utf8(start))
    }
    var away = [[String]](repeating: [], count: starts.count)
    for number in 0..<words.count where starts.count > 1 {
      let stem = index.stem(words.utf8(number))
      let home = borders.partitioningIndex { stem.lexicographicallyPrecedes($0) } - 1
      if home != number / part { away[home].append(words[number]) }
    }
    (self.part, self.borders, self.away) = (part, borders, away)
  }

  var indices: Range<Int> { borders.indices }

  func words(_ place: Int, of index: SearchIndex) -> Range<Int> {
    place * part..<min((place + 1) * part, index.vocabulary.words.count)
  }

  func file(_ place: Int, counts: [Int], pairFiles: Int, of index: SearchIndex) -> String {
    let (letters, words) = CodedWords.texts(of: words(place, of: index), in: index)
    return JSONText.list([
      JSONText.string(letters), JSONText.string(words), JSONText.numbers(counts),
      JSONText.string(away[place].joined(separator: " ")), "\(pairFiles)",
    ])
  }

  /// Of all that the file is made from.
  func source(_ place: Int, counts: [Int], pairFiles: Int, of index: SearchIndex) -> UInt64 {
    var digest = ContentDigest()
    let range = words(place, of: index)
    digest.add(range.count)
    for word in range { digest.add(index.vocabulary.words.utf8(word)) }
    digest.add(counts[...])
    digest.add(away[place])
    digest.add(pairFiles)
    return digest.value
  }

  /// The shortest beginning of a word that the word before doesn't share.
  private static func border(_ last: ArraySlice<UInt8>, _ first: ArraySlice<UInt8>) -> [UInt8] {
    let shared = Array(first).sharedLetters(with: last)
    return Array(first.prefix(letters: shared + 1))
  }
}

/// Words in their order, each after the one before: how many letters both begin with, at most 15, by
/// 4 bits in the context of how many letters that has, at most 15; the letters after these by their
/// number in `letters` from 1, each in the context of the letter before, or of none when numbers need
/// more than 7 bits; 0; and a bit whether the word is common in any text.
private enum CodedWords {
  private static let longest = 15
  private static let mostBitsInContext = 7

  static func texts(of numbers: Range<Int>, in index: SearchIndex) -> (String, String) {
    let words = numbers.map { Array(index.vocabulary.words[$0].unicodeScalars) }
    let letters = Set(words.joined()).sorted()
    let numberOf = Dictionary(uniqueKeysWithValues: zip(letters, 1...))
    let bits = Int.bitWidth - letters.count.leadingZeroBitCount
    let isInContext = bits <= mostBitsInContext
    let letterContexts = 2 + (longest + 1) << 4
    var coder = BitCoder(contexts: letterContexts + 1 << (isInContext ? 2 * bits : bits))
    func append(_ number: Int, after last: Int) {
      coder.append(number, bits: bits, letterContexts + (isInContext ? last << bits : 0))
    }
    var last: [Unicode.Scalar] = []
    for (number, word) in zip(numbers, words) {
      let shared = min(longest, zip(last, word).prefix { $0 == $1 }.count)
      coder.append(shared, bits: 4, 2 + min(longest, last.count) << 4)
      var before = shared == 0 ? 0 : numberOf[word[shared - 1]] ?? 0
      for letter in word[shared...].map({ numberOf[$0] ?? 0 }) + [0] {
        append(letter, after: before)
        before = letter
      }
      let isCommon = index.suffixes?.isCommon(index.vocabulary.words.utf8(number)) == true
      coder.append(bit: isCommon, 1)
      last = word
    }
    var text = ""
    text.unicodeScalars.append(contentsOf: letters)
    return (text, coder.text())
  }
}

/// Postings of forms, each: the number of documents but one; then for each document, how many are
/// between it and the one before, in the context of how many bits the documents left by the postings
/// left has, unless there are as many; and the impact by 5 bits in the context of the last impact of
/// the same document in this file.
private struct CodedPostings {
  private static let gaps = 1 + BitCoder.numberContexts
  private static let mostGaps = 18
  private static let impacts = gaps + mostGaps * BitCoder.numberContexts
  static let contexts = impacts + 32 << 5

  private var lastImpacts: LastImpacts

  /// - Parameter count: of all postings that will be appended.
  init(count: Int) { lastImpacts = LastImpacts(count: count) }

  mutating func append(_ form: Int, of index: SearchIndex, to coder: inout BitCoder) {
    let postings = index.postings(of: form)
    coder.append(number: postings.count - 1, 1)
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
      let last = lastImpacts.exchange(impact, of: document)
      coder.append(Int(impact), bits: 5, Self.impacts + Int(last) << 5)
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

/// The impact that each document had last: a table with open addresses, at most half full.
private struct LastImpacts {
  private static let none = UInt32.max

  private var documents: [UInt32]
  private var impacts: [UInt8]

  init(count: Int) {
    let size = 1 << (Int.bitWidth - (2 * count).leadingZeroBitCount)
    documents = [UInt32](repeating: Self.none, count: size)
    impacts = [UInt8](repeating: 0, count: size)
  }

  /// - Returns: what the document had before; 0 for the first.
  mutating func exchange(_ impact: UInt8, of document: UInt32) -> UInt8 {
    // Knuth: The Art of Computer Programming, volume 3, section 6.4: multiplicative hashing.
    var place = Int(document &* 0x9E37_79B9 >> 8) & (documents.count - 1)
    while documents[place] != document {
      if documents[place] == Self.none {
        documents[place] = document
        break
      }
      place = (place + 1) & (documents.count - 1)
    }
    let last = impacts[place]
    impacts[place] = impact
    return last
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
    isInside = words.reduce(0) { $0 + CodedPostings.estimate($1, of: index) } <= size.inside
    for place in parts.indices {
      var counts: [Int] = []
      var bytes = 0
      for word in parts.words(place, of: index) {
        let added = CodedPostings.estimate(word, of: index)
        if counts.isEmpty || !isInside && bytes + added > size.postings {
          counts.append(0)
          bytes = 0
        }
        counts[counts.count - 1] += 1
        bytes += added
      }
      self.counts.append(counts)
      var first = place * parts.part
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
    for word in words { index.addPostings(of: word, to: &digest) }
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
/// the number of all words has, of which those after 12 are even; and its postings.
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

  private struct Pair {
    let first: Int
    let second: Int
    let form: Int
  }

  init(_ index: SearchIndex, parts: VocabularyParts, size: SearchBundle.Sizes) {
    var byPart = [[Pair]](repeating: [], count: parts.indices.count)
    var estimates = [Int](repeating: 0, count: byPart.count)
    for pair in Self.pairs(of: index) {
      byPart[pair.first / parts.part].append(pair)
      estimates[pair.first / parts.part] += 1 + CodedPostings.estimate(pair.form, of: index)
    }
    isInside = estimates.reduce(0, +) <= size.inside
    pairs.reserveCapacity(byPart.reduce(0) { $0 + $1.count })
    for (place, all) in byPart.enumerated() {
      let count = all.isEmpty ? 0 : isInside ? 1 : estimates[place] / size.postings + 1
      counts.append(count)
      var files = [[Pair]](repeating: [], count: count)
      for pair in all { files[(31 * pair.first + pair.second) % count].append(pair) }
      let start = place * parts.part
      for (number, file) in files.enumerated() {
        let sorted = file.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
        let source = Self.source(of: sorted, from: start, in: index)
        let places = pairs.count..<pairs.count + sorted.count
        self.files.append(("p/\(place)-\(number).json", source, places, start))
        pairs += sorted
      }
    }
  }

  private static func pairs(of index: SearchIndex) -> [Pair] {
    var pairs: [Pair] = []
    pairs.reserveCapacity(index.vocabulary.pairs.count)
    // Those with the same first stem follow one another.
    var last: (stem: ArraySlice<UInt8>, word: UInt32?) = ([], nil)
    for number in 0..<index.vocabulary.pairs.count {
      let pair = index.vocabulary.pairs.utf8(number)
      guard let space = pair.firstIndex(of: 0x20) else { continue }
      if last.stem != pair[..<space] {
        last = (pair[..<space], index.vocabulary.words(ofStem: pair[..<space]).first)
      }
      guard let first = last.word,
        let second = index.vocabulary.words(ofStem: pair[(space + 1)...]).first
      else { continue }
      pairs.append(
        Pair(
          first: Int(first), second: Int(second), form: index.vocabulary.words.count + number))
    }
    return pairs
  }

  private static func bits(of index: SearchIndex) -> Int {
    Int.bitWidth - index.vocabulary.words.count.leadingZeroBitCount
  }

  private static func source(
    of pairs: [Pair], from start: Int, in index: SearchIndex
  ) -> UInt64 {
    var digest = ContentDigest()
    digest.add(index.documents.count)
    digest.add(bits(of: index))
    for pair in pairs {
      digest.add(pair.first - start)
      digest.add(pair.second)
      index.addPostings(of: pair.form, to: &digest)
    }
    return digest.value
  }

  func text(of places: Range<Int>, from start: Int, in index: SearchIndex) -> String {
    let bits = Self.bits(of: index)
    let even = max(0, bits - Self.mostBits)
    var coder = BitCoder(contexts: Self.seconds + 1 << (bits - even))
    var postings = CodedPostings(
      count: places.reduce(0) { $0 + index.postings(of: pairs[$1].form).count })
    coder.append(number: places.count, 1)
    var last: (first: Int, second: Int)?
    for pair in pairs[places] {
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

/// The files `d/N.json`.
struct DocumentFiles: Sendable {
  let files: [(path: String, source: UInt64, documents: Range<Int>)]
  /// Documents in a file.
  let chunk: Int
  let isInside: Bool

  init(_ index: SearchIndex, size: SearchBundle.Sizes) {
    let count = index.documents.count
    var bytes = 0
    // No more rows are needed to know.
    for document in index.documents.indices where bytes <= size.inside * 2 {
      bytes += Self.row(of: index.documents[document]).utf8.count
    }
    isInside = bytes <= size.inside * 2
    let chunk = isInside ? max(1, count) : size.chunk
    files = stride(from: 0, to: count, by: chunk).enumerated().map { number, start in
      let range = start..<min(start + chunk, count)
      var digest = ContentDigest()
      for document in range { digest.add(Self.texts(of: index.documents[document])) }
      return ("d/\(number).json", digest.value, range)
    }
    self.chunk = chunk
  }

  static func text(of documents: Range<Int>, in index: SearchIndex) -> String {
    JSONText.list(documents.map { row(of: index.documents[$0]) })
  }

  private static func row(of document: SearchDocument) -> String {
    JSONText.strings(texts(of: document))
  }

  private static func texts(of document: SearchDocument) -> [String] {
    [document.title, document.url, document.section, document.summary, document.category]
  }
}

extension SearchIndex {
  /// The stem of a word in UTF-8.
  fileprivate func stem(_ word: ArraySlice<UInt8>) -> [UInt8] {
    suffixes?.stem(word) ?? Array(word)
  }

  fileprivate func addPostings(of form: Int, to digest: inout ContentDigest) {
    digest.add(postingDocuments[postings(of: form)])
    digest.add(postingImpacts[postings(of: form)])
  }
}

extension ContentDigest {
  fileprivate mutating func add<Number: BitwiseCopyable>(_ numbers: ArraySlice<Number>) {
    numbers.withUnsafeBytes { add($0) }
  }
}

extension Array {
  /// The first place for which something holds that holds for all after it.
  fileprivate func partitioningIndex(_ holds: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
