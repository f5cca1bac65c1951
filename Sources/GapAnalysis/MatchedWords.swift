import SearchIndex
import TextAnalysis

/// What each word of contacts adds to the scores of documents, worked out once: words come again and
/// again.
struct MatchedWords {
  /// Scores kept, in bytes; beyond that all is forgotten and worked out anew.
  private static let mostBytes = 48 << 20
  /// From this share of the documents on, a row of all documents is faster to add.
  private static let denseShare = 8

  /// A word with its scores.
  struct Word {
    enum Scores {
      case none
      case few(documents: [UInt32], scores: [UInt16])
      /// By document.
      case row([UInt16])
    }

    let scores: Scores
    /// What the word adds to the score of a document that holds it prominently, in 1/1024.
    let ideal: Double
    let isWeak: Bool
    /// Whether the articles hold the word itself or an inflection.
    let isKnown: Bool
    /// Whether it stands for phrases, so that its text must be taken as a whole.
    let hasPhrases: Bool
    let runs: [ArticleRuns.Run]
    /// How many of its runs no article holds.
    let unknownRuns: Int
  }

  private let index: SearchIndex
  private let rarityOfRun: (UInt32) -> Float?
  private var forms = FormTable()
  private var words: [Word] = []
  private var bytes = 0
  private var frequencies: [Int32]

  /// - Parameter rarityOfRun: nil for a run that no article holds.
  init(_ index: SearchIndex, rarityOfRun: @escaping (UInt32) -> Float?) {
    self.index = index
    self.rarityOfRun = rarityOfRun
    frequencies = [Int32](repeating: 0, count: index.documents.count)
  }

  subscript(number: Int) -> Word { words[number] }

  /// Forgets everything if it has grown too large; numbers from before are void then.
  mutating func makeRoom() {
    guard bytes > Self.mostBytes else { return }
    forms = FormTable()
    words = []
    bytes = 0
  }

  /// The number of a folded word.
  mutating func number(of form: [UInt8]) -> Int {
    let number = forms.insert(form[...])
    if number == words.count {
      let word = word(form)
      words.append(word)
      bytes += form.count + word.bytes
    }
    return number
  }

  private mutating func word(_ form: [UInt8]) -> Word {
    let text = String(decoding: form, as: UTF8.self)
    let terms = index.terms(of: text, hasRelated: false).filter { !$0.form.contains(" ") }
    return word(terms.first, form: form, hasPhrases: terms.count > 1)
  }

  /// - Parameter form: whose runs are the word's; none for a word that nobody wrote.
  mutating func word(_ term: QueryTerm?, form: [UInt8]?, hasPhrases: Bool = false) -> Word {
    let found = term.map { index.scores(of: $0, frequencies: &frequencies) } ?? TermScores()
    // A word that is only guessed at counts as one that no article knows.
    let isKnown = term?.expansions.contains { $0.weight == 256 } ?? false
    let frequency = isKnown ? (found.parts + 128) / 256 : 0
    let runs = form.map { Set(CharacterRuns.of(form: $0).map(CharacterRuns.key)).sorted() } ?? []
    let known = runs.compactMap { key in
      rarityOfRun(key).map { ArticleRuns.Run(key: key, rarity: $0) }
    }
    let scores: Word.Scores
    if found.documents.count * Self.denseShare > index.documents.count {
      var row = [UInt16](repeating: 0, count: index.documents.count)
      for (document, score) in zip(found.documents, found.scores) { row[Int(document)] = score }
      scores = .row(row)
    } else if found.documents.isEmpty {
      scores = .none
    } else {
      scores = .few(documents: found.documents, scores: found.scores)
    }
    return Word(
      scores: scores,
      ideal: Rarity.of(frequency, in: index.documents.count) * Double(term?.weight ?? 256) / 256,
      isWeak: term?.isWeak ?? false, isKnown: isKnown || term?.isWeak ?? false,
      hasPhrases: hasPhrases, runs: known,
      unknownRuns: runs.count - known.count)
  }
}

extension MatchedWords.Word {
  /// About as many as it takes.
  fileprivate var bytes: Int {
    let rows =
      switch scores {
      case .none: 0
      case .few(let documents, _): documents.count * 6
      case .row(let row): row.count * 2
      }
    return rows + runs.count * 8 + 160
  }
}
