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
  /// As often as almost every word stands in a body, so that its count takes a byte.
  static let mostInBody: UInt32 = 31

  private let suffixes: SuffixTable?
  private let questionWords: QuestionWords?
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
  /// By entry: the word, once a document.
  private(set) var entryWords: [UInt32] = []
  /// By entry: how often it stands in the body, up to `mostInBody`, << 3 | how many counts of fields
  /// it has.
  private(set) var entryCounts: [UInt8] = []
  /// By document: where the counts of its entries' fields end.
  private(set) var fieldEnds: [UInt32] = []
  /// By entry and field, rising: how often it stands there, << 3 | the field. The body is among the
  /// fields where it holds the word more often.
  private(set) var fieldCounts: [UInt32] = []
  /// By document: where its pairs end.
  private(set) var pairEnds: [UInt32] = []
  /// By pair of neighbouring words, as often as it stands in the document: its stems.
  private(set) var pairStems: [UInt64] = []
  private(set) var pairFields: [UInt8] = []
  private var counter = WordCounter()
  private var tokens = NumberedTokens()

  package init(language: Language) {
    suffixes = SuffixTable.table(for: language.code)
    questionWords = QuestionWords.words(for: language.code)
  }

  /// How many documents there are.
  package var count: Int { entryEnds.count }

  /// - Complexity: O(*n*) in the document's text.
  package mutating func add(_ document: SearchDocument) {
    let start = lengths.count
    lengths += repeatElement(0, count: SearchField.allCases.count)
    // The body's words come last: most entries are of them alone.
    for isBody in [false, true] {
      for (field, text) in document.fields where !text.isEmpty && (field == .body) == isBody {
        let compounds = read(Array(text.utf8))
        lengths[start + field.rawValue] += UInt32(tokens.numbers.count)
        counter.count(tokens.numbers, in: field)
        counter.count(compounds, in: field)
        if field.hasPairs { addPairs(in: field) }
        if field == .lead { addSigns(of: text) }
      }
    }
    counter.take(into: &entryWords, counts: &entryCounts, fields: &fieldCounts)
    entryEnds.append(UInt32(entryWords.count))
    fieldEnds.append(UInt32(fieldCounts.count))
    pairEnds.append(UInt32(pairStems.count))
  }

  /// Reads the words of a text into `tokens`.
  ///
  /// - Returns: The compounds of some of them.
  private mutating func read(_ text: [UInt8]) -> [UInt32] {
    tokens.read(text, numbering: &words)
    var compounds: [UInt32] = []
    for run in Compounds.runs(of: tokens.ranges, in: text) {
      let form = tokens.numbers[run].flatMap { words.utf8(Int($0)) }
      if form.letterCount <= Tokenizer.maximumLength {
        compounds.append(UInt32(words.insert(form.span)))
      }
    }
    addStems()
    return compounds
  }

  /// Of words that have none yet.
  private mutating func addStems() {
    while stemOfWord.count < words.count {
      let form = words.utf8(stemOfWord.count)
      let stem = suffixes?.stem(form) ?? Array(form)
      stemOfWord.append(UInt32(stems.insert(stem.span)))
      isLong.append(form.letterCount < Self.shortestInPair ? 0 : 1)
    }
  }

  /// What questions the lead answers, as words of it that make it no longer.
  private mutating func addSigns(of lead: String) {
    guard let questionWords else { return }
    let signs = AnswerSign.signs(of: lead, in: questionWords)
    counter.count(
      signs.map { UInt32(words.insert(Array($0.rawValue.utf8).span)) }, in: .lead)
    addStems()
  }

  /// Neighbouring words by their stems: `end rent` of "Ending a rental" without the short word.
  private mutating func addPairs(in field: SearchField) {
    var last: UInt32?
    for number in tokens.numbers where isLong[Int(number)] == 1 {
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
  /// The entries of so many documents are given up together while an index is built.
  private static let mostTogether = 10_000
  /// Of a word and the space after it; words that are said again make it more.
  private static let fewestBytesOfEntry = 8

  /// The words of documents, counted on all cores: the vectors follow one another as the documents.
  package static func vectors(
    of documents: [SearchDocument], language: Language
  ) -> [TermVectors] {
    let cores = min(
      ProcessInfo.processInfo.activeProcessorCount, max(1, documents.count / fewestForCore))
    let count = max(cores, documents.count / mostTogether)
    let parts = Mutex([TermVectors](repeating: TermVectors(language: language), count: count))
    DispatchQueue.concurrentPerform(iterations: count) { part in
      var vectors = TermVectors(language: language)
      let range = documents.count * part / count..<documents.count * (part + 1) / count
      vectors.reserve(for: documents[range])
      for document in documents[range] { vectors.add(document) }
      parts.withLock { [vectors] in $0[part] = vectors }
    }
    return parts.withLock { $0 }
  }

  /// Makes room, at once and for more than is needed: memory that isn't written to costs nothing,
  /// moving what was written does.
  private mutating func reserve(for documents: ArraySlice<SearchDocument>) {
    let bytes = documents.reduce(0) { $0 + $1.text.utf8.count }
    entryWords.reserveCapacity(bytes / Self.fewestBytesOfEntry)
    entryCounts.reserveCapacity(bytes / Self.fewestBytesOfEntry)
  }

  /// Those that `write(to:)` wrote.
  package init?(_ reader: inout RawArrayReader, language: Language) {
    self.init(language: language)
    guard let words = FormTable(&reader), let stems = FormTable(&reader),
      let stemOfWord = reader.numbers(UInt32.self), let isLong = reader.numbers(UInt8.self),
      let lengths = reader.numbers(UInt32.self), let entryEnds = reader.numbers(UInt32.self),
      let entryWords = reader.numbers(UInt32.self), let entryCounts = reader.numbers(UInt8.self),
      let fieldEnds = reader.numbers(UInt32.self), let fieldCounts = reader.numbers(UInt32.self),
      let pairEnds = reader.numbers(UInt32.self), let pairStems = reader.numbers(UInt64.self),
      let pairFields = reader.numbers(UInt8.self), stemOfWord.count == words.count,
      isLong.count == words.count, entryCounts.count == entryWords.count,
      pairFields.count == pairStems.count, pairEnds.count == entryEnds.count,
      fieldEnds.count == entryEnds.count,
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
    self.fieldEnds = fieldEnds
    self.fieldCounts = fieldCounts
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
    writer.append(fieldEnds)
    writer.append(fieldCounts)
    writer.append(pairEnds)
    writer.append(pairStems)
    writer.append(pairFields)
  }

  /// Gives up the words and stems, which an index numbers anew.
  mutating func takeForms() -> (words: FormTable, stems: FormTable, stemOfWord: [UInt32]) {
    defer { (words, stems, stemOfWord) = (FormTable(), FormTable(), []) }
    return (words, stems, stemOfWord)
  }

  /// Gives up what an index needs no more once it has the pairs.
  mutating func removePairs() { (pairStems, pairFields) = ([], []) }

  /// Gives up what an index needs no more once it has the words.
  mutating func removeEntries() { (entryWords, entryCounts, fieldCounts) = ([], [], []) }

  /// The entries of some documents.
  func entries(of documents: Range<Int>) -> Range<Int> { Self.range(of: documents, by: entryEnds) }

  /// The fields' counts of some documents' entries.
  func fields(of documents: Range<Int>) -> Range<Int> { Self.range(of: documents, by: fieldEnds) }

  /// The pairs of some documents.
  func pairs(of documents: Range<Int>) -> Range<Int> { Self.range(of: documents, by: pairEnds) }

  private static func range(of documents: Range<Int>, by ends: [UInt32]) -> Range<Int> {
    func start(_ document: Int) -> Int { document == 0 ? 0 : Int(ends[document - 1]) }
    return start(documents.lowerBound)..<start(documents.upperBound)
  }
}

extension Sequence<UInt8> {
  /// Letters of UTF-8.
  var letterCount: Int { reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) } }
}
