import SearchIndex
import TextAnalysis

/// Works out what words add to the scores of documents: the same as the search adds.
struct WordScorer {
  /// From this share of the documents on, a row of all documents is faster to add.
  private static let denseShare = 8

  private let index: SearchIndex
  /// Nil for a run that no article holds.
  private let rarityOfRun: (UInt32) -> Float?
  /// Stems that begin a phrase which synonyms are known for.
  private let phraseBeginnings: Set<String>
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

  /// Adds a folded word of a contact.
  mutating func add(_ form: ArraySlice<UInt8>, to words: inout MatchedWords) {
    let text = String(decoding: form, as: UTF8.self)
    let terms = index.terms(of: text, hasRelated: false).filter { !$0.form.contains(" ") }
    var runs = CharacterRuns.of(form: Array(form)).map(CharacterRuns.key).sorted()
    runs.removeRepeated()
    let known = runs.compactMap { key in
      rarityOfRun(key).map { ArticleRuns.Run(key: key, rarity: $0) }
    }
    add(
      terms.first, runs: known, unknownRuns: runs.count - known.count,
      hasPhrases: terms.count > 1
        || !phraseBeginnings.isEmpty && phraseBeginnings.contains(index.stem(text)),
      to: &words)
  }

  /// Adds the words of a text that must be taken as a whole.
  mutating func addTerms(of text: String, to words: inout MatchedWords) {
    for term in index.terms(of: text, hasRelated: false) where !term.form.contains(" ") {
      add(term, runs: [], unknownRuns: 0, hasPhrases: false, to: &words)
    }
  }

  private mutating func add(
    _ term: QueryTerm?, runs: [ArticleRuns.Run], unknownRuns: Int, hasPhrases: Bool,
    to words: inout MatchedWords
  ) {
    let found = term.map { index.scores(of: $0, frequencies: &frequencies) } ?? TermScores()
    // A word that is only guessed at counts as one that no article knows.
    let isKnown = term?.expansions.contains { $0.weight == 256 } ?? false
    let frequency = isKnown ? (found.parts + 128) / 256 : 0
    let isRow = found.documents.count * Self.denseShare > frequencies.count
    let parts = Int(1024 * MatchedWords.unit)
    words.append(
      MatchedWords.Evidence(
        ideal: Rarity.of(frequency, in: frequencies.count) * Double(term?.weight ?? 256) / 256,
        unknownRuns: unknownRuns, runs: runs, isWeak: term?.isWeak ?? false,
        isKnown: isKnown || term?.isWeak ?? false, hasPhrases: hasPhrases),
      term: term?.key ?? [], documents: found.documents,
      scores: found.scores.map { (Int($0) + parts / 2) / parts },
      rowLength: isRow ? frequencies.count : nil)
  }
}

extension QueryTerm {
  /// What its scores depend on, as bytes.
  fileprivate var key: [UInt8] {
    ([weight] + expansions.flatMap { [$0.form, $0.weight] }).flatMap { number in
      [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: number >> $0) }
    }
  }
}

extension Array where Element: Equatable {
  /// Keeps the first of equal neighbours.
  mutating func removeRepeated() {
    var end = 0
    for place in indices where end == 0 || self[place] != self[end - 1] {
      self[end] = self[place]
      end += 1
    }
    removeLast(count - end)
  }
}
