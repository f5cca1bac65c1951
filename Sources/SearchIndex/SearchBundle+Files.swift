import KnowledgeBase
import TextAnalysis

/// The words of an index in parts, for the files `v/N.json`.
///
/// A part ends before a word that says so itself, by its digest, so that a new word changes one part
/// and leaves the others as they are (Muthitacharoen, Chen, Mazières: A Low-bandwidth Network File
/// System, 2001, section 3.1).
struct VocabularyParts: Sendable {
  /// How many numbers a part has for its words.
  let step: Int
  /// How many words a part has at least, but for the last.
  let least: Int
  let borders: [[UInt8]]
  /// By word: what pairs know it by.
  let numbers: [Int]
  /// By part: its first word's place among all; one entry more than there are parts.
  private let starts: [Int]
  /// By part: words of other parts whose stems would be in it.
  private let away: [[String]]

  /// - Parameter least: words of a part; nil for one part.
  init(_ index: SearchIndex, least: Int?) {
    let words = index.vocabulary.words
    step = least.map { 4 * $0 } ?? max(1, words.count)
    self.least = least ?? words.count
    let starts = least.map { Self.starts(of: words, least: $0) } ?? [0]
    let borders = starts.map { start in
      start == 0 ? [] : Self.border(words.utf8(start - 1), words.utf8(start))
    }
    self.starts = starts + [words.count]
    self.borders = borders
    numbers = Self.numbers(of: words, starts: self.starts, step: step)
    var away = [[String]](repeating: [], count: starts.count)
    for place in starts.indices where starts.count > 1 {
      for number in self.starts[place]..<self.starts[place + 1] {
        let stem = index.stem(words.utf8(number))
        let home = borders.partitioningIndex { stem.lexicographicallyPrecedes($0) } - 1
        if home != place { away[home].append(words[number]) }
      }
    }
    self.away = away
  }

  private static func most(of least: Int) -> Int { least * 5 / 2 }

  /// Beyond the least, one word in half as many ends a part, and the most does.
  private static func starts(of words: FormTable, least: Int) -> [Int] {
    var starts = [0]
    for number in 0..<words.count {
      let count = number - starts[starts.count - 1]
      guard count >= least else { continue }
      var digest = ContentDigest()
      digest.add(words.utf8(number))
      if count == most(of: least) || digest.value % UInt64(max(1, least / 2)) == 0 {
        starts.append(number)
      }
    }
    return starts
  }

  var indices: Range<Int> { borders.indices }

  /// Of a number.
  var bits: Int { Int.bitWidth - (borders.count * step).leadingZeroBitCount }

  func words(_ place: Int) -> Range<Int> { starts[place]..<starts[place + 1] }

  /// By word, in parts that begin at some places.
  private static func numbers(of words: FormTable, starts: [Int], step: Int) -> [Int] {
    guard starts.count > 2 else { return Array(0..<words.count) }
    return zip(starts, starts.dropFirst()).enumerated().flatMap { place, range in
      var isTaken = [Bool](repeating: false, count: step)
      return (range.0..<range.1).map { word in
        var slot = Int(hash(of: words.utf8(word))) % step
        while isTaken[slot] { slot = (slot + 1) % step }
        isTaken[slot] = true
        return place * step + slot
      }
    }
  }

  /// FNV-1a (Fowler, Noll, Vo) of 32 bits.
  private static func hash(of word: ArraySlice<UInt8>) -> UInt32 {
    word.reduce(0x811C_9DC5) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
  }

  func file(_ place: Int, counts: [Int], pairFiles: Int, of index: SearchIndex) -> String {
    let (letters, words) = CodedWords.texts(of: words(place), in: index)
    return JSONText.list([
      JSONText.string(letters), JSONText.string(words), JSONText.numbers(counts),
      JSONText.string(away[place].joined(separator: " ")), "\(pairFiles)",
    ])
  }

  /// Of all that the file is made from.
  func source(_ place: Int, counts: [Int], pairFiles: Int, of index: SearchIndex) -> UInt64 {
    var digest = ContentDigest()
    let range = words(place)
    digest.add(range.count)
    for word in range {
      digest.add(index.vocabulary.words.utf8(word))
      if !index.isSmall { digest.add(index.frequencyWidth(of: word)) }
    }
    for count in counts { digest.add(count) }
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
/// number in `letters` from 1, the first in the context of the letter in its place before, the others
/// in that of the letter before each, or of none when numbers need more than 7 bits; 0; and a bit
/// whether the word is common in any text or weak, if so another whether it is weak; in a large index 5
/// bits of how wide the number of its documents is.
private enum CodedWords {
  private static let longest = 15
  private static let mostBitsInContext = 7
  private static let widthBits = 5

  static func texts(of numbers: Range<Int>, in index: SearchIndex) -> (String, String) {
    let words = numbers.map { Array(index.vocabulary.words[$0].unicodeScalars) }
    let letters = Set(words.joined()).sorted()
    let numberOf = Dictionary(uniqueKeysWithValues: zip(letters, 1...))
    let bits = Int.bitWidth - letters.count.leadingZeroBitCount
    let isInContext = bits <= mostBitsInContext
    let letterContexts = 2 + (longest + 1) << 4
    let firstContexts = letterContexts + 1 << (isInContext ? 2 * bits : bits)
    let widthContexts = 2 * firstContexts - letterContexts
    var coder = BitCoder(contexts: widthContexts + 1 << widthBits)
    var last: [Unicode.Scalar] = []
    for (number, word) in zip(numbers, words) {
      let shared = min(longest, zip(last, word).prefix { $0 == $1 }.count)
      coder.append(shared, bits: 4, 2 + min(longest, last.count) << 4)
      var before = shared < last.count ? numberOf[last[shared]] ?? 0 : 0
      var contexts = firstContexts
      for letter in word[shared...].map({ numberOf[$0] ?? 0 }) + [0] {
        coder.append(letter, bits: bits, contexts + (isInContext ? before << bits : 0))
        (before, contexts) = (letter, letterContexts)
      }
      let form = index.vocabulary.words.utf8(number)
      let isWeak = index.suffixes?.isWeak(form) == true
      let isMarked = isWeak || index.suffixes?.isCommon(form) == true
      coder.append(bit: isMarked, 1)
      if isMarked { coder.append(bit: isWeak, 2) }
      if !index.isSmall {
        coder.append(index.frequencyWidth(of: number), bits: widthBits, widthContexts)
      }
      last = word
    }
    var text = ""
    text.unicodeScalars.append(contentsOf: letters)
    return (text, coder.text())
  }
}

/// Groups of words, how many there are; then each: how many words it has, and their numbers, by as
/// many bits as the highest number may have.
enum CodedGroups {
  private static let counts = 1 + BitCoder.numberContexts
  private static let numbers = counts + BitCoder.numberContexts

  static func text(of groups: [[Int]], bits: Int) -> String {
    var coder = BitCoder(contexts: numbers + 1 << bits)
    coder.append(number: groups.count, 1)
    for group in groups {
      coder.append(number: group.count, counts)
      for number in group { coder.append(number, bits: bits, numbers) }
    }
    return coder.text()
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
      bytes += Self.row(document, in: index).utf8.count
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
    var category: String?
    return JSONText.list(
      documents.map { number in
        defer { category = index.documents[number].category }
        return row(number, after: category, in: index)
      })
  }

  /// - Parameter category: of the document before.
  private static func row(
    _ number: Int, after category: String? = nil, in index: SearchIndex
  ) -> String {
    let document = index.documents[number]
    return index.json(
      of: [document.title, document.url, document.summary]
        + (document.category == category ? [] : [document.category]))
  }

  private static func texts(of document: SearchDocument) -> [String] {
    [document.title, document.url, document.section, document.summary, document.category]
  }
}

extension SearchIndex {
  /// Texts in few bytes: those of a Cyrillic language without its small letters.
  func json(of texts: [String]) -> String { JSONText.list(texts.map(json)) }

  func json(of text: String) -> String {
    JSONText.string(language.isCyrillic ? Spelling.exchanged(text) : text)
  }

  /// The stem of a word in UTF-8.
  fileprivate func stem(_ word: ArraySlice<UInt8>) -> [UInt8] {
    suffixes?.stem(word) ?? Array(word)
  }
}
