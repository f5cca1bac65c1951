import KnowledgeBase
import TextAnalysis

/// The postings of all words and pairs of documents, from which an index is frozen.
///
/// After an edit, those of a few documents are exchanged: the result is the same as if all documents
/// had been read.
package struct IndexPostings: Sendable {
  /// Sorted by their bytes.
  let words: FormTable
  /// Those of the words, and maybe others.
  let stems: FormTable
  let stemOfWord: [UInt32]
  /// Of words, then of pairs.
  private(set) var lists: PostingLists
  /// Each two stems, the first << 32; in the order of the first words of their stems.
  let pairs: [UInt64]
  /// By stem: in how many documents a word of it stands that is long enough for pairs.
  let documentsOfStem: [UInt32]
  /// By document and field: how many words stand there.
  let lengths: [UInt32]
  /// By field; see `averages(of:)`.
  let averages: [Float]

  /// - Complexity: O(*t* + *v* log *v*) for *t* words of text and *v* different ones.
  package init(_ documents: [SearchDocument], language: Language) {
    let vectors = TermVectors.vectors(of: documents, language: language)
    self.init(vectors, runs: vectors.indices.map { ($0, 0..<vectors[$0].count) })
  }

  /// - Parameter runs: all documents, in their order, by their numbers in one of the vectors.
  /// - Complexity: O(*e* + *v* log *v*), *e* entries of the vectors.
  package init(
    _ vectors: consuming [TermVectors], runs: [(vectors: Int, documents: Range<Int>)]
  ) {
    self = IndexBuilder(vectors, runs: runs).build()
  }

  init(
    words: FormTable, stems: FormTable, stemOfWord: [UInt32], pairs: [UInt64],
    lists: consuming PostingLists, documentsOfStem: [UInt32], lengths: [UInt32], averages: [Float]
  ) {
    self.words = words
    self.stems = stems
    self.stemOfWord = stemOfWord
    self.pairs = pairs
    self.lists = lists
    self.documentsOfStem = documentsOfStem
    self.lengths = lengths
    self.averages = averages
  }

  /// How many documents there are.
  package var count: Int { lengths.count / SearchField.allCases.count }

  var listsOfWords: PostingLists { lists.only(0..<words.count) }

  var listsOfPairs: PostingLists { lists.only(words.count..<lists.forms) }

  /// How long each field is on an average, where it isn't empty; with ten binary digits, so that
  /// one document more or less seldom changes the impact of words in all others.
  static func averages(of lengths: [UInt32]) -> [Float] {
    let fields = SearchField.allCases.count
    return (0..<fields).map { field in
      var (sum, filled) = (0, 0)
      for place in stride(from: field, to: lengths.count, by: fields) {
        sum += Int(lengths[place])
        filled += lengths[place] > 0 ? 1 : 0
      }
      guard filled > 0 else { return 1 }
      let bits = (Float(sum) / Float(filled)).bitPattern
      return Float(bitPattern: (bits + 1 << 13) & ~((1 << 14) - 1))
    }
  }

  /// By stem: the first of its words.
  static func firstWords(of stemOfWord: [UInt32], stems: Int) -> [UInt32] {
    var first = [UInt32](repeating: .max, count: stems)
    for (word, stem) in stemOfWord.enumerated().reversed() { first[Int(stem)] = UInt32(word) }
    return first
  }

  /// Without pairs that say no more than one of their words: where a word is never without the
  /// other, it finds the same.
  ///
  /// - Parameter most: postings of a form, those of its highest impacts.
  consuming func frozen(keeping most: Int) -> IndexBuilder.Frozen {
    let firstWords = Self.firstWords(of: stemOfWord, stems: stems.count)
    // Taken out, so that it is changed in place.
    var lists = PostingLists()
    swap(&lists, &self.lists)
    var (telling, others) = ([UInt64](), [Int]())
    telling.reserveCapacity(pairs.count)
    for (number, pair) in pairs.enumerated() {
      let (first, second) = (Int(pair >> 32), Int(pair & 0xFFFF_FFFF))
      let form = words.count + number
      if lists[form].count < min(documentsOfStem[first], documentsOfStem[second]) {
        telling.append(UInt64(firstWords[first]) << 32 | UInt64(firstWords[second]))
      } else {
        others.append(form)
      }
    }
    lists.remove(others)
    let leftOut = lists.keep(most: most)
    return IndexBuilder.Frozen(
      vocabulary: Vocabulary(words: words, pairs: telling, stems: stems, stemOfWord: stemOfWord),
      starts: lists.starts, documents: lists.documents, impacts: lists.impacts,
      leftOut: leftOut)
  }

  // MARK: - On disk

  /// Those that `write(to:)` wrote.
  package init?(_ reader: inout RawArrayReader) {
    guard let words = FormTable(&reader), let stems = FormTable(&reader),
      let stemOfWord = reader.numbers(UInt32.self), let pairs = reader.numbers(UInt64.self),
      let lists = PostingLists(&reader), let documentsOfStem = reader.numbers(UInt32.self),
      let lengths = reader.numbers(UInt32.self), let averages = reader.numbers(UInt32.self),
      lists.forms == words.count + pairs.count
    else { return nil }
    self.init(
      words: words, stems: stems, stemOfWord: stemOfWord, pairs: pairs, lists: lists,
      documentsOfStem: documentsOfStem, lengths: lengths,
      averages: averages.map { Float(bitPattern: $0) })
  }

  /// For this machine to read back: see `RawArrayWriter`.
  package func write(to writer: inout RawArrayWriter) {
    words.write(to: &writer)
    stems.write(to: &writer)
    writer.append(stemOfWord)
    writer.append(pairs)
    lists.write(to: &writer)
    writer.append(documentsOfStem)
    writer.append(lengths)
    writer.append(averages.map(\.bitPattern))
  }
}
