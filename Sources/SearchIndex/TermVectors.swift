import Foundation
import KnowledgeBase
import Synchronization
import TextAnalysis

/// How often words stand in the fields of documents: all that an index needs of their texts.
///
/// Flat arrays, so that they are quick to write down and read back. Numbers of words are those of
/// `words`, which grows with each document; `IndexBuilder` brings several vectors together.
///
///     var vectors = TermVectors(language: english)
///     for document in documents { vectors.add(document) }
///     SearchIndex(documents, vectors: [vectors], runs: [(0, 0..<documents.count)], …)
package struct TermVectors: Sendable {
  /// Words of one letter or two make no pair.
  static let shortestInPair = 3

  private let suffixes: SuffixTable?
  private(set) var words = FormTable()
  private(set) var stems = FormTable()
  /// By word: the number of its stem.
  private(set) var stemOfWord: [UInt32] = []
  /// By word: 1 when it is long enough for a pair.
  private(set) var isLong: [UInt8] = []
  /// By document and field: how many words stand there.
  private(set) var lengths: [UInt32] = []
  /// By document: where its entries end.
  private(set) var entryEnds: [UInt32] = []
  /// By entry: the word. Those of one word and document follow one another.
  private(set) var entryWords: [UInt32] = []
  /// By entry: how often it stands in a field, << 3 | the field.
  private(set) var entryCounts: [UInt32] = []
  /// By document: where its pairs end.
  private(set) var pairEnds: [UInt32] = []
  /// By pair of neighbouring words, as often as it stands in the document: its stems.
  private(set) var pairStems: [UInt64] = []
  private(set) var pairFields: [UInt8] = []
  private var counter = WordCounter()

  package init(language: Language) {
    suffixes = SuffixTable.table(for: language.code)
  }

  /// How many documents there are.
  package var count: Int { entryEnds.count }

  /// - Complexity: O(*n*) in the document's text.
  package mutating func add(_ document: SearchDocument) {
    let fieldCount = SearchField.allCases.count
    let start = lengths.count
    lengths += repeatElement(0, count: fieldCount)
    for (field, text) in document.fields where !text.isEmpty {
      let (ranges, numbers, compounds) = read(Array(text.utf8))
      lengths[start + field.rawValue] += UInt32(ranges.count)
      counter.count(numbers, in: field)
      counter.count(compounds, in: field)
      if field.hasPairs { addPairs(of: numbers, in: field) }
    }
    counter.take(into: &entryWords, counts: &entryCounts)
    entryEnds.append(UInt32(entryWords.count))
    pairEnds.append(UInt32(pairStems.count))
  }

  private mutating func read(
    _ text: [UInt8]
  ) -> (ranges: [Range<Int>], words: [UInt32], compounds: [UInt32]) {
    var scanner = TokenScanner(text)
    var ranges: [Range<Int>] = []
    var numbers: [UInt32] = []
    ranges.reserveCapacity(text.count / 5)
    numbers.reserveCapacity(text.count / 5)
    while let range = scanner.next() {
      ranges.append(range)
      numbers.append(number(of: scanner.form))
    }
    var compounds: [UInt32] = []
    for run in Compounds.runs(of: ranges, in: text) {
      let form = numbers[run].flatMap { words.utf8(Int($0)) }
      if form.letterCount <= Tokenizer.maximumLength { compounds.append(number(of: form)) }
    }
    return (ranges, numbers, compounds)
  }

  private mutating func number(of form: [UInt8]) -> UInt32 {
    let number = words.insert(form.span)
    if number == stemOfWord.count {
      let stem = suffixes?.stem(form[...]) ?? form
      stemOfWord.append(UInt32(stems.insert(stem.span)))
      isLong.append(form.letterCount < Self.shortestInPair ? 0 : 1)
    }
    return UInt32(number)
  }

  /// Neighbouring words by their stems: `end rent` of "Ending a rental" without the short word.
  private mutating func addPairs(of numbers: [UInt32], in field: SearchField) {
    var last: UInt32?
    for number in numbers where isLong[Int(number)] == 1 {
      let stem = stemOfWord[Int(number)]
      if let last {
        pairStems.append(UInt64(last) << 32 | UInt64(stem))
        pairFields.append(UInt8(field.rawValue))
      }
      last = stem
    }
  }
}

extension TermVectors {
  /// Fewer documents aren't worth another core.
  private static let fewestForCore = 250

  /// The words of documents, counted on all cores: the vectors follow one another as the documents.
  package static func vectors(
    of documents: [SearchDocument], language: Language
  ) -> [TermVectors] {
    let cores = min(
      ProcessInfo.processInfo.activeProcessorCount, max(1, documents.count / fewestForCore))
    let parts = Mutex([TermVectors](repeating: TermVectors(language: language), count: cores))
    DispatchQueue.concurrentPerform(iterations: cores) { core in
      var vectors = TermVectors(language: language)
      let range = documents.count * core / cores..<documents.count * (core + 1) / cores
      for document in documents[range] { vectors.add(document) }
      parts.withLock { [vectors] in $0[core] = vectors }
    }
    return parts.withLock { $0 }
  }

  /// Those that `write(to:)` wrote.
  package init?(_ reader: inout RawArrayReader, language: Language) {
    self.init(language: language)
    guard let words = FormTable(&reader), let stems = FormTable(&reader),
      let stemOfWord = reader.numbers(UInt32.self), let isLong = reader.numbers(UInt8.self),
      let lengths = reader.numbers(UInt32.self), let entryEnds = reader.numbers(UInt32.self),
      let entryWords = reader.numbers(UInt32.self), let entryCounts = reader.numbers(UInt32.self),
      let pairEnds = reader.numbers(UInt32.self), let pairStems = reader.numbers(UInt64.self),
      let pairFields = reader.numbers(UInt8.self), stemOfWord.count == words.count,
      isLong.count == words.count, entryCounts.count == entryWords.count,
      pairFields.count == pairStems.count, pairEnds.count == entryEnds.count,
      lengths.count == entryEnds.count * SearchField.allCases.count
    else { return nil }
    self.words = words
    self.stems = stems
    self.stemOfWord = stemOfWord
    self.isLong = isLong
    self.lengths = lengths
    self.entryEnds = entryEnds
    self.entryWords = entryWords
    self.entryCounts = entryCounts
    self.pairEnds = pairEnds
    self.pairStems = pairStems
    self.pairFields = pairFields
  }

  /// For this machine to read back: see `RawArrayWriter`.
  package func write(to writer: inout RawArrayWriter) {
    words.write(to: &writer)
    stems.write(to: &writer)
    writer.append(stemOfWord)
    writer.append(isLong)
    writer.append(lengths)
    writer.append(entryEnds)
    writer.append(entryWords)
    writer.append(entryCounts)
    writer.append(pairEnds)
    writer.append(pairStems)
    writer.append(pairFields)
  }

  /// The entries of some documents.
  func entries(of documents: Range<Int>) -> Range<Int> { Self.range(of: documents, by: entryEnds) }

  /// The pairs of some documents.
  func pairs(of documents: Range<Int>) -> Range<Int> { Self.range(of: documents, by: pairEnds) }

  private static func range(of documents: Range<Int>, by ends: [UInt32]) -> Range<Int> {
    func start(_ document: Int) -> Int { document == 0 ? 0 : Int(ends[document - 1]) }
    return start(documents.lowerBound)..<start(documents.upperBound)
  }
}

/// Counts the words of one document by field.
private struct WordCounter: Sendable {
  private static let stride = 8

  /// By word: where it may be in `words`; what stands there tells whether it is (Briggs, Torczon:
  /// An Efficient Representation for Sparse Sets, 1993), so that nothing is cleared.
  private var places: [UInt32] = []
  private var words: [UInt32] = []
  /// By place: a bit for each field that holds the word.
  private var fields: [UInt8] = []
  /// By place and field; zero where there is no bit.
  private var counts: [UInt32] = []

  mutating func count(_ added: [UInt32], in field: SearchField) {
    guard let highest = added.max() else { return }
    if places.count <= highest {
      places += repeatElement(0, count: max(Int(highest) + 1 - places.count, places.count))
    }
    let bit = UInt8(1) << field.rawValue
    for word in added {
      var place = Int(places[Int(word)])
      if place >= words.count || words[place] != word {
        place = words.count
        places[Int(word)] = UInt32(place)
        words.append(word)
        fields.append(0)
        if counts.count < words.count * Self.stride {
          counts += repeatElement(0, count: max(Self.stride * 64, counts.count))
        }
      }
      fields[place] |= bit
      counts[place * Self.stride + field.rawValue] += 1
    }
  }

  /// Appends an entry for each word and field, and forgets them.
  mutating func take(into entries: inout [UInt32], counts result: inout [UInt32]) {
    for place in words.indices {
      var fields = fields[place]
      while fields != 0 {
        let field = fields.trailingZeroBitCount
        fields &= fields - 1
        entries.append(words[place])
        result.append(counts[place * Self.stride + field] << 3 | UInt32(field))
        counts[place * Self.stride + field] = 0
      }
    }
    words.removeAll(keepingCapacity: true)
    fields.removeAll(keepingCapacity: true)
  }
}

extension Sequence<UInt8> {
  /// Letters of UTF-8.
  var letterCount: Int { reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) } }
}
