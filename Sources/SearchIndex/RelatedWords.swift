import TextAnalysis

/// Other words for a word, by stem: those of the thesaurus that the index holds.
struct RelatedWords: Sendable {
  private var asked = FormTable()
  /// By number in `asked`: stems, each once, in the order of the thesaurus.
  private var found: [[[UInt8]]] = []
  /// The lines of the thesaurus that find something: stems that the index holds, then the others.
  private(set) var lines: [(known: [String], unknown: [String])] = []

  /// - Complexity: O(*w*) in the words of the thesaurus.
  init(_ thesaurus: Thesaurus?, suffixes: SuffixTable?, vocabulary: Vocabulary) {
    for group in thesaurus?.groups ?? [] {
      let stems = group.compactMap { Self.stem($0, suffixes) }
      let known = stems.filter { !vocabulary.words(ofStem: $0[...]).isEmpty }
      if known.isEmpty || Set(stems).count < 2 { continue }
      func text(_ stem: [UInt8]) -> String { String(decoding: stem, as: UTF8.self) }
      lines.append((known.map(text), stems.filter { !known.contains($0) }.map(text)))
      for stem in stems {
        let others = known.filter { $0 != stem }
        guard !others.isEmpty else { continue }
        let number = asked.insert(stem[...])
        if number == found.count { found.append([]) }
        found[number] += others.filter { !found[number].contains($0) }
      }
    }
  }

  /// Stems of other words for a word, with its stem.
  func words(for stem: ArraySlice<UInt8>) -> [[UInt8]] {
    asked.number(of: stem).map { found[$0] } ?? []
  }

  private static func stem(_ word: String, _ suffixes: SuffixTable?) -> [UInt8]? {
    guard let form = Tokenizer.tokens(in: word).first?.form else { return nil }
    return suffixes?.stem(Array(form.utf8)[...]) ?? Array(form.utf8)
  }
}
