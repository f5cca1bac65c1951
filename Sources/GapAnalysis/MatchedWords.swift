import TextAnalysis

/// What words of contacts add to the scores of documents. All lies in a few arrays, so that a word
/// that comes again costs neither memory nor counting of references.
struct MatchedWords: Sendable {
  /// Scores are counted in parts of this size.
  static let unit = 1.0 / 32

  /// A word, with places in what `MatchedWords` keeps.
  struct Word: Sendable {
    /// What the word adds to the score of a document that holds it prominently.
    let ideal: Double
    /// How many of its runs no article holds.
    let unknownRuns: Int
    let isWeak: Bool
    /// Whether the articles hold the word itself or an inflection.
    let isKnown: Bool
    /// Whether it stands for phrases, or begins one, so that its text must be taken as a whole.
    let hasPhrases: Bool
    fileprivate var term: Int32
    fileprivate var runs: Range<Int>
  }

  /// What one term adds: many words stand for the same, most of them typing mistakes.
  private struct Term {
    let isRow: Bool
    /// What an impact of 1 adds, in `unit`.
    let step: UInt16
    let highestImpact: UInt8
    var impacts: Range<Int>

    var most: Int { Int(step) * Int(highestImpact) }
  }

  /// What is known of a word before it is kept.
  struct Evidence {
    let ideal: Double
    let unknownRuns: Int
    let runs: [ArticleRuns.Run]
    var isWeak = false
    var isKnown = false
    var hasPhrases = false
  }

  private var words: [Word] = []
  /// What each term is made of, told apart as bytes.
  private var keys = FormTable()
  private var terms: [Term] = []
  /// Documents and what is added to them, term after term.
  private var documents: [UInt32] = []
  private var impacts: [UInt8] = []
  /// Of terms in many documents: what is added, by document.
  private(set) var rows: [UInt8] = []
  private var runs: [ArticleRuns.Run] = []

  init() {}

  /// - Parameter bytes: how much will be kept at most, about; arrays that grow are copied, which
  ///   takes twice the memory meanwhile.
  init(reserving bytes: Int) {
    documents.reserveCapacity(bytes / 5)
    impacts.reserveCapacity(bytes / 5)
    rows.reserveCapacity(bytes / 2)
  }

  var count: Int { words.count }

  /// How much memory is kept, in bytes.
  var bytes: Int {
    documents.count * 5 + rows.count + keys.bytes.count
      + runs.count * MemoryLayout<ArticleRuns.Run>.stride
      + words.count * MemoryLayout<Word>.stride + terms.count * MemoryLayout<Term>.stride
  }

  subscript(number: Int) -> Word { words[number] }

  /// The runs of a word that some article holds, each once.
  func runs(of word: Word) -> ArraySlice<ArticleRuns.Run> { runs[word.runs] }

  /// The most that a word adds, in `unit`.
  func most(of word: Word) -> Int { terms[Int(word.term)].most }

  /// What a word in many documents adds, in `rows`; nil for others.
  func row(of word: Word) -> DocumentRow? {
    let term = terms[Int(word.term)]
    return term.isRow
      ? DocumentRow(first: term.impacts.lowerBound, step: term.step, most: term.most) : nil
  }

  /// Adds what a word adds to the scores of documents.
  ///
  /// - Parameter mayFind: whether it counts for documents that no other word was found in.
  func add<Sum>(_ word: Word, to board: inout DocumentScores<Sum>, mayFind: Bool) {
    let term = terms[Int(word.term)]
    if term.isRow {
      board.add(row: rows.span.extracting(term.impacts), step: term.step, mayFind: mayFind)
    } else {
      board.add(
        impacts.span.extracting(term.impacts), step: term.step,
        for: documents.span.extracting(term.impacts), mayFind: mayFind)
    }
  }

  mutating func removeAll() {
    words.removeAll(keepingCapacity: true)
    keys = FormTable()
    terms.removeAll(keepingCapacity: true)
    documents.removeAll(keepingCapacity: true)
    impacts.removeAll(keepingCapacity: true)
    rows.removeAll(keepingCapacity: true)
    runs.removeAll(keepingCapacity: true)
  }

  /// Keeps a word.
  ///
  /// - Parameters:
  ///   - term: what it stands for; of words that stand for the same, the first one's scores are kept.
  ///   - found: documents, rising, and what is added to them in `unit`.
  ///   - rowLength: the number of all documents if a row of them is faster to add, else nil.
  mutating func append(
    _ evidence: Evidence, term: [UInt8], documents found: [UInt32], scores: [Int], rowLength: Int?
  ) {
    let term = keys.insert(term[...])
    if term == terms.count { addTerm(documents: found, scores: scores, rowLength: rowLength) }
    let firstRun = runs.count
    runs += evidence.runs
    words.append(
      Word(
        ideal: evidence.ideal, unknownRuns: evidence.unknownRuns, isWeak: evidence.isWeak,
        isKnown: evidence.isKnown, hasPhrases: evidence.hasPhrases, term: Int32(term),
        runs: firstRun..<runs.count))
  }

  private mutating func addTerm(documents found: [UInt32], scores: [Int], rowLength: Int?) {
    let highest = scores.max() ?? 0
    let step = max(1, (highest + 254) / 255)
    // Never nothing: the document was found.
    func impact(_ score: Int) -> UInt8 { UInt8(max(1, (score + step / 2) / step)) }
    let added = scores.lazy.map(impact)
    let first = rowLength == nil ? impacts.count : rows.count
    if let rowLength {
      rows += repeatElement(0, count: rowLength)
      for (document, impact) in zip(found, added) { rows[first + Int(document)] = impact }
    } else {
      documents += found
      impacts += added
    }
    terms.append(
      Term(
        isRow: rowLength != nil, step: UInt16(step), highestImpact: impact(highest),
        impacts: first..<(rowLength == nil ? impacts.count : rows.count)))
  }

  mutating func append(contentsOf others: MatchedWords) {
    let numbers = others.terms.indices.map { other in
      let number = keys.insert(other, of: others.keys)
      if number == terms.count { addTerm(others.terms[other], of: others) }
      return Int32(number)
    }
    for var word in others.words {
      word.term = numbers[Int(word.term)]
      word.runs = word.runs.lowerBound + runs.count..<word.runs.upperBound + runs.count
      words.append(word)
    }
    runs += others.runs
  }

  private mutating func addTerm(_ other: Term, of others: MatchedWords) {
    var term = other
    let first = term.isRow ? rows.count : impacts.count
    term.impacts = first..<first + other.impacts.count
    if term.isRow {
      rows += others.rows[other.impacts]
    } else {
      documents += others.documents[other.impacts]
      impacts += others.impacts[other.impacts]
    }
    terms.append(term)
  }
}
