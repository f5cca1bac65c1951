import SearchIndex
import TextAnalysis

/// What each word of contacts adds to the scores of documents, worked out once: words come again and
/// again.
///
/// All scores lie in a few arrays, so that a word that comes again costs neither memory nor counting
/// of references.
struct MatchedWords {
  /// What is kept, in bytes; beyond that all is forgotten and worked out anew.
  private static let mostBytes = 24 << 20
  /// From this share of the documents on, a row of all documents is faster to add.
  private static let denseShare = 8

  /// A word, with places in what `MatchedWords` keeps.
  struct Word {
    /// What the word adds to the score of a document that holds it prominently, in 1/1024.
    let ideal: Double
    /// How many of its runs no article holds.
    let unknownRuns: Int
    let isWeak: Bool
    /// Whether the articles hold the word itself or an inflection.
    let isKnown: Bool
    /// Whether it stands for phrases, or begins one, so that its text must be taken as a whole.
    let hasPhrases: Bool
    fileprivate let isRow: Bool
    fileprivate let scores: Range<Int>
    fileprivate let runs: Range<Int>
  }

  private let index: SearchIndex
  private let rarityOfRun: (UInt32) -> Float?
  /// Stems that begin a phrase which synonyms are known for.
  private let phraseBeginnings: Set<String>
  private var forms = FormTable()
  private var words: [Word] = []
  /// Documents and what is added to them, word after word.
  private var documents: [UInt32] = []
  private var scores: [UInt16] = []
  /// Of words in many documents: what is added, by document.
  private var rows: [UInt16] = []
  private var runs: [ArticleRuns.Run] = []
  /// How much of the arrays belongs to numbered words.
  private var kept = (scores: 0, rows: 0, runs: 0)
  private var frequencies: [Int32]

  /// - Parameter rarityOfRun: nil for a run that no article holds.
  init(
    _ index: SearchIndex, phraseBeginnings: Set<String>,
    rarityOfRun: @escaping (UInt32) -> Float?
  ) {
    self.index = index
    self.phraseBeginnings = phraseBeginnings
    self.rarityOfRun = rarityOfRun
    frequencies = [Int32](repeating: 0, count: index.documents.count)
  }

  subscript(number: Int) -> Word { words[number] }

  /// The runs of a word that some article holds, each once.
  func runs(of word: Word) -> ArraySlice<ArticleRuns.Run> { runs[word.runs] }

  /// Adds what a word adds to the scores of documents.
  ///
  /// - Parameter mayFind: whether it counts for documents that no other word was found in.
  func add(_ word: Word, to board: inout DocumentScores, mayFind: Bool) {
    if word.isRow {
      board.add(row: rows.span.extracting(word.scores), mayFind: mayFind)
    } else {
      board.add(
        scores.span.extracting(word.scores), for: documents.span.extracting(word.scores),
        mayFind: mayFind)
    }
  }

  /// Forgets words without a number, and everything if it has grown too large; words and numbers
  /// from before are void then.
  mutating func makeRoom() {
    let bytes =
      kept.scores * 6 + kept.rows * 2 + kept.runs * MemoryLayout<ArticleRuns.Run>.stride
      + words.count * (MemoryLayout<Word>.stride + 24)
    if bytes > Self.mostBytes {
      forms = FormTable()
      words.removeAll(keepingCapacity: true)
      kept = (0, 0, 0)
    }
    documents.removeLast(documents.count - kept.scores)
    scores.removeLast(scores.count - kept.scores)
    rows.removeLast(rows.count - kept.rows)
    runs.removeLast(runs.count - kept.runs)
  }

  /// The number of a folded word.
  mutating func number(of form: [UInt8]) -> Int {
    let number = forms.insert(form[...])
    if number == words.count {
      words.append(word(form))
      kept = (scores.count, rows.count, runs.count)
    }
    return number
  }

  private mutating func word(_ form: [UInt8]) -> Word {
    let text = String(decoding: form, as: UTF8.self)
    let terms = index.terms(of: text, hasRelated: false).filter { !$0.form.contains(" ") }
    let hasPhrases =
      terms.count > 1 || !phraseBeginnings.isEmpty && phraseBeginnings.contains(index.stem(text))
    return word(terms.first, form: form, hasPhrases: hasPhrases)
  }

  /// A word without a number.
  ///
  /// - Parameter form: whose runs are the word's; none for a word that nobody wrote.
  mutating func word(_ term: QueryTerm?, form: [UInt8]?, hasPhrases: Bool = false) -> Word {
    let found = term.map { index.scores(of: $0, frequencies: &frequencies) } ?? TermScores()
    // A word that is only guessed at counts as one that no article knows.
    let isKnown = term?.expansions.contains { $0.weight == 256 } ?? false
    let frequency = isKnown ? (found.parts + 128) / 256 : 0
    let keys = form.map { Set(CharacterRuns.of(form: $0).map(CharacterRuns.key)).sorted() } ?? []
    let firstRun = runs.count
    for key in keys {
      if let rarity = rarityOfRun(key) { runs.append(ArticleRuns.Run(key: key, rarity: rarity)) }
    }
    let isRow = found.documents.count * Self.denseShare > frequencies.count
    return Word(
      ideal: Rarity.of(frequency, in: frequencies.count) * Double(term?.weight ?? 256) / 256,
      unknownRuns: keys.count - (runs.count - firstRun), isWeak: term?.isWeak ?? false,
      isKnown: isKnown || term?.isWeak ?? false, hasPhrases: hasPhrases, isRow: isRow,
      scores: isRow ? keepRow(found) : keep(found), runs: firstRun..<runs.count)
  }

  private mutating func keep(_ found: TermScores) -> Range<Int> {
    let first = scores.count
    documents += found.documents
    scores += found.scores
    return first..<scores.count
  }

  private mutating func keepRow(_ found: TermScores) -> Range<Int> {
    let first = rows.count
    rows += repeatElement(0, count: frequencies.count)
    for (document, score) in zip(found.documents, found.scores) {
      rows[first + Int(document)] = score
    }
    return first..<rows.count
  }
}
