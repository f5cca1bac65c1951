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
    fileprivate let isRow: Bool
    /// What an impact of 1 adds, in `unit`.
    fileprivate let step: UInt16
    fileprivate let highestImpact: UInt8
    fileprivate var impacts: Range<Int>
    fileprivate var runs: Range<Int>

    /// The most that the word adds, in `MatchedWords.unit`.
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
  /// Documents and what is added to them, word after word.
  private var documents: [UInt32] = []
  private var impacts: [UInt8] = []
  /// Of words in many documents: what is added, by document.
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
    documents.count * 5 + rows.count + runs.count * MemoryLayout<ArticleRuns.Run>.stride
      + words.count * MemoryLayout<Word>.stride
  }

  subscript(number: Int) -> Word { words[number] }

  /// The runs of a word that some article holds, each once.
  func runs(of word: Word) -> ArraySlice<ArticleRuns.Run> { runs[word.runs] }

  /// What a word in many documents adds, in `rows`; nil for others.
  func row(of word: Word) -> DocumentRow? {
    word.isRow
      ? DocumentRow(first: word.impacts.lowerBound, step: word.step, most: word.most) : nil
  }

  /// Adds what a word adds to the scores of documents.
  ///
  /// - Parameter mayFind: whether it counts for documents that no other word was found in.
  func add<Sum>(_ word: Word, to board: inout DocumentScores<Sum>, mayFind: Bool) {
    if word.isRow {
      board.add(row: rows.span.extracting(word.impacts), step: word.step, mayFind: mayFind)
    } else {
      board.add(
        impacts.span.extracting(word.impacts), step: word.step,
        for: documents.span.extracting(word.impacts), mayFind: mayFind)
    }
  }

  mutating func removeAll() {
    words.removeAll(keepingCapacity: true)
    documents.removeAll(keepingCapacity: true)
    impacts.removeAll(keepingCapacity: true)
    rows.removeAll(keepingCapacity: true)
    runs.removeAll(keepingCapacity: true)
  }

  /// Forgets some words; the others are numbered anew.
  ///
  /// - Returns: the old numbers of those that stay, by the new ones.
  mutating func removeAll(where isRemoved: (Word) -> Bool) -> [Int] {
    var stay: [Int] = []
    var end = (impacts: 0, rows: 0, runs: 0)
    for (number, old) in words.enumerated() where !isRemoved(old) {
      var word = old
      if word.isRow {
        word.impacts = rows.move(old.impacts, to: &end.rows)
      } else {
        var first = end.impacts
        _ = documents.move(old.impacts, to: &first)
        word.impacts = impacts.move(old.impacts, to: &end.impacts)
      }
      word.runs = runs.move(old.runs, to: &end.runs)
      words[stay.count] = word
      stay.append(number)
    }
    words.removeLast(words.count - stay.count)
    documents.removeLast(documents.count - end.impacts)
    impacts.removeLast(impacts.count - end.impacts)
    rows.removeLast(rows.count - end.rows)
    runs.removeLast(runs.count - end.runs)
    return stay
  }

  /// Keeps a word.
  ///
  /// - Parameters:
  ///   - found: documents, rising, and what is added to them in `unit`.
  ///   - rowLength: the number of all documents if a row of them is faster to add, else nil.
  mutating func append(
    _ evidence: Evidence, documents found: [UInt32], scores: [Int], rowLength: Int?
  ) {
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
    let firstRun = runs.count
    runs += evidence.runs
    words.append(
      Word(
        ideal: evidence.ideal, unknownRuns: evidence.unknownRuns, isWeak: evidence.isWeak,
        isKnown: evidence.isKnown, hasPhrases: evidence.hasPhrases, isRow: rowLength != nil,
        step: UInt16(step), highestImpact: impact(highest),
        impacts: first..<(rowLength == nil ? impacts.count : rows.count),
        runs: firstRun..<runs.count))
  }

  mutating func append(contentsOf others: MatchedWords) {
    for var word in others.words {
      let offset = word.isRow ? rows.count : impacts.count
      word.impacts = word.impacts.lowerBound + offset..<word.impacts.upperBound + offset
      word.runs = word.runs.lowerBound + runs.count..<word.runs.upperBound + runs.count
      words.append(word)
    }
    documents += others.documents
    impacts += others.impacts
    rows += others.rows
    runs += others.runs
  }
}

extension Array {
  /// Moves elements towards the beginning.
  ///
  /// - Parameter place: where the first of them goes; then the place after the last.
  fileprivate mutating func move(_ range: Range<Int>, to place: inout Int) -> Range<Int> {
    let first = place
    for position in range {
      self[place] = self[position]
      place += 1
    }
    return first..<place
  }
}
