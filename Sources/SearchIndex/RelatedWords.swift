import TextAnalysis

/// Other words for a word, by stem: those of the thesaurus that the index holds.
struct RelatedWords: Sendable {
  private var asked = FormTable()
  /// By number in `asked`: stems, each once, in the order of the thesaurus.
  private var found: [[[UInt8]]] = []

  /// - Complexity: O(*w*) in the words of the thesaurus.
  init(_ thesaurus: Thesaurus?, suffixes: SuffixTable?, vocabulary: Vocabulary) {
    for group in thesaurus?.groups ?? [] {
      let stems = group.compactMap { Self.stem($0, suffixes) }
      let known = stems.filter { !vocabulary.words(ofStem: $0[...]).isEmpty }
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

  /// Every stem with others for it, in the order of the thesaurus.
  var entries: [(stem: String, others: [String])] {
    found.enumerated().map { number, others in
      (asked[number], others.map { String(decoding: $0, as: UTF8.self) })
    }
  }

  private static func stem(_ word: String, _ suffixes: SuffixTable?) -> [UInt8]? {
    guard let form = Tokenizer.tokens(in: word).first?.form else { return nil }
    return suffixes?.stem(Array(form.utf8)[...]) ?? Array(form.utf8)
  }
}
