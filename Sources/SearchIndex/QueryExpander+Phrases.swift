import TextAnalysis

/// What several words of a query say together, or one of them as several.
extension QueryExpander {
  private static let phraseWeight = 128
  private static let weakPhraseWeight = 45
  /// A pair that stands in a title, heading or lead, and a word written apart or together.
  private static let pairWeight = 115
  /// A pair of words that say little.
  private static let weakPairWeight = 36
  /// Parts of a word with signs within, and neighbours that stand as one word elsewhere.
  private static let compoundWeight = 56
  /// What the thesaurus has for two words side by side, which say more than either; where one of
  /// them stands nowhere, so that the rest says little.
  private static let relatedPhraseWeight = 110
  private static let relatedPhraseInsteadWeight = 200
  /// A pair with the word that a mistyped one was taken for.
  private static let meantPairWeight = 128
  /// A pair with a word that the thesaurus has: `remove file` for `delete file`.
  private static let relatedPairWeight = 48

  // MARK: - Synonyms

  /// Adds the words of phrases that synonyms have for what was typed.
  func addPhrases(_ phrases: [[[UInt8]]], for query: Query, to terms: inout TermList) {
    for (number, phrase) in phrases.enumerated() {
      let isOther = phrase.allSatisfy { !query.stems.contains(stem(of: $0)) }
      let unit = phrase.count > 1 && isOther ? -1 - number : nil
      for word in phrase {
        let form = String(decoding: word, as: UTF8.self)
        guard !query.stems.contains(stem(of: word)), terms.note(form) else { continue }
        var found = ExpansionSet()
        addStrong(word, weight: Self.full, reason: .synonym, to: &found)
        // `in` of `plug in` is no more telling than where it was typed.
        let weight = isWeak(word) ? Self.weakPhraseWeight : Self.phraseWeight
        if unit != nil || !found.isEmpty { terms.add(form, found, weight: weight, unit: unit) }
      }
    }
  }

  /// By position, the first of the phrase that the word is a part of: `back` of `money back` is asked
  /// for together with it, unless other words for the phrase hold it too.
  func units(in query: Query, _ synonyms: SynonymMatcher.Matches) -> [Int: Int] {
    let others = synonyms.phrases.joined().map(stem)
    var units: [Int: Int] = [:]
    for phrase in synonyms.asked
    where phrase.allSatisfy({ !others.contains(query.stems[$0]) && units[$0] == nil }) {
      for position in phrase { units[position] = phrase.lowerBound }
    }
    return units
  }

  // MARK: - Two words that are one

  /// Adds what may be one word: parts with a sign between, and words that stand side by side.
  func addJoined(_ query: Query, without leftOut: Set<Int>, to terms: inout TermList) {
    let compounds = Compounds.runs(of: query.tokens.map(\.range), in: query.text)
    let neighbours = query.tokens.indices.dropLast().map { $0...$0 + 1 }
      .filter { !$0.contains(where: leftOut.contains) }
    for run in compounds + neighbours {
      let word = query.utf8[run].flatMap { $0 }
      let form = String(decoding: word, as: UTF8.self)
      guard word.letterCount <= Tokenizer.maximumLength,
        index.suffixes?.isWeak(word[...]) != true, terms.note(form)
      else { continue }
      var found = ExpansionSet()
      addStrong(word, weight: Self.full, reason: .compound, to: &found)
      if !found.isEmpty { terms.add(form, found, weight: Self.compoundWeight) }
    }
  }

  // MARK: - Two words side by side

  /// Adds what the thesaurus has for two words side by side, or between which only words stand that
  /// say little, `charged twice` of `charged me twice`, once the second is finished: as long as it
  /// stands nowhere it may become another, for which the browser needn't load anything.
  func addRelatedPhrases(of query: Query, to terms: inout TermList) {
    var seen: Set<[UInt8]> = []
    for (first, second) in neighbours(among: Array(query.tokens.indices), of: query) {
      let stems = query.stems[first] + [0x20] + query.stems[second]
      guard seen.insert(stems).inserted else { continue }
      let isUnknown = self.isUnknown(second, in: query)
      if isUnknown, query.isOpen(second) { continue }
      var found = ExpansionSet()
      found.add(related(to: stems), Self.full, .related)
      let isInstead = isUnknown || self.isUnknown(first, in: query)
      terms.addRelated(
        query.neighbours(first, second), found,
        weight: isInstead ? Self.relatedPhraseInsteadWeight : Self.relatedPhraseWeight)
    }
  }

  /// Whether a word that says something stands nowhere in any inflection.
  private func isUnknown(_ position: Int, in query: Query) -> Bool {
    !query.isWeak[position]
      && vocabulary.words(ofStem: query.stems[position][...]).isEmpty
  }

  /// Adds pairs that stand so in a title, heading or lead, in any inflection.
  func addPairs(
    of query: Query, without leftOut: Set<Int>, meant: [String: [[UInt8]]],
    to terms: inout TermList
  ) {
    for (first, second) in pairs(of: query)
    where !leftOut.contains(first) && !leftOut.contains(second) {
      let stems = query.stems[first] + [0x20] + query.stems[second]
      guard terms.note(String(decoding: stems, as: UTF8.self)) else { continue }
      var found = ExpansionSet()
      let rights = meanings(at: second, of: query, meant: meant)
      for left in meanings(at: first, of: query, meant: meant) {
        for right in rights {
          guard let number = vocabulary.number(ofPair: left.stem[...], right.stem[...])
          else { continue }
          found.add(number, min(left.weight, right.weight), .pair)
        }
      }
      if found.isEmpty { continue }
      let isWeak = query.isWeak[first] && query.isWeak[second]
      terms.add(
        query.neighbours(first, second), found,
        weight: isWeak ? Self.weakPairWeight : Self.pairWeight, isWeak: isWeak)
    }
  }

  /// Positions of words that stand side by side, short ones left out; then of those between which
  /// only words stand that say little: `lost card` of `lost my card`.
  private func pairs(of query: Query) -> [(Int, Int)] {
    let long = query.tokens.indices.filter {
      query.utf8[$0].letterCount >= TermVectors.shortestInPair
    }
    return neighbours(among: long, of: query)
  }

  /// Of positions those side by side, then those between which only words stand that say little.
  private func neighbours(among positions: [Int], of query: Query) -> [(Int, Int)] {
    let telling = positions.indices.filter { !query.isWeak[positions[$0]] }
    let apart = zip(telling, telling.dropFirst()).filter { $1 > $0 + 1 }
    return Array(zip(positions, positions.dropFirst()))
      + apart.map { (positions[$0], positions[$1]) }
  }

  /// The stem of a word as typed, of those it was taken for, and, in a small index, of those that
  /// the thesaurus has for it.
  private func meanings(
    at position: Int, of query: Query, meant: [String: [[UInt8]]]
  ) -> [(stem: [UInt8], weight: Int)] {
    let typed = query.stems[position]
    let isWeak = query.isWeak[position]
    let related =
      query.hasRelated && index.isSmall && !isWeak ? index.related.words(for: typed[...]) : []
    return [(typed, Self.full)]
      + (meant[query.tokens[position].form] ?? []).map { ($0, Self.meantPairWeight) }
      + related.map { ($0, Self.relatedPairWeight) }
  }
}
