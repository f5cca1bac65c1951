import TextAnalysis

/// Other words for a word, or for two that stand side by side, by stem: those of the thesaurus that
/// the index holds.
struct RelatedWords: Sendable {
  private var asked = FormTable()
  /// By number in `asked`: stems, each once, in the order of the thesaurus.
  private var found: [[[UInt8]]] = []
  /// The lines of the thesaurus that find something: stems that the index holds, then the others.
  private(set) var lines: [(known: [String], unknown: [String])] = []
  /// The phrases of the thesaurus that find something: their stems with a space between, and stems
  /// that the index holds.
  private(set) var phrases: [(asked: String, known: [String])] = []

  /// - Complexity: O(*w*) in the words of the thesaurus.
  init(_ thesaurus: Thesaurus?, suffixes: SuffixTable?, vocabulary: Vocabulary) {
    func text(_ stem: [UInt8]) -> String { String(decoding: stem, as: UTF8.self) }
    func isKnown(_ stem: [UInt8]) -> Bool { !vocabulary.words(ofStem: stem[...]).isEmpty }
    for group in thesaurus?.groups ?? [] {
      let stems = group.compactMap { Self.stem($0, suffixes) }
      let known = stems.filter(isKnown)
      if known.isEmpty || Set(stems).count < 2 { continue }
      lines.append((known.map(text), stems.filter { !known.contains($0) }.map(text)))
      for stem in stems { add(known.filter { $0 != stem }, for: stem) }
    }
    for phrase in thesaurus?.phrases ?? [] {
      let stems = phrase.asked.compactMap { Self.stem($0, suffixes) }
      let known = phrase.finds.compactMap { Self.stem($0, suffixes) }.filter(isKnown)
      if known.isEmpty { continue }
      let asked = Array(stems.joined(separator: [0x20]))
      phrases.append((text(asked), known.map(text)))
      add(known, for: asked)
    }
  }

  private mutating func add(_ stems: [[UInt8]], for other: [UInt8]) {
    guard !stems.isEmpty else { return }
    let number = asked.insert(other[...])
    if number == found.count { found.append([]) }
    found[number] += stems.filter { !found[number].contains($0) }
  }

  /// Stems of other words for a word, with its stem, or for two with a space between their stems.
  func words(for stem: ArraySlice<UInt8>) -> [[UInt8]] {
    asked.number(of: stem).map { found[$0] } ?? []
  }

  private static func stem(_ word: String, _ suffixes: SuffixTable?) -> [UInt8]? {
    guard let form = Tokenizer.tokens(in: word).first?.form else { return nil }
    return suffixes?.stem(Array(form.utf8)[...]) ?? Array(form.utf8)
  }
}
