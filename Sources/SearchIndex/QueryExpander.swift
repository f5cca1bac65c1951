import TextAnalysis

/// Turns a text into terms: each word with its inflections, and what else may have been meant.
///
/// Only a word that the index doesn't know in any inflection is taken for a typing mistake, another
/// keyboard layout or alphabet, or a part of a longer word (`QueryExpander+Guesses`).
struct QueryExpander {
  static let full = 256
  static let completionWeight = 205
  static let synonymWeight = 205
  private static let phraseWeight = 128
  private static let weakPhraseWeight = 45
  /// A pair that stands in a title, heading or lead, and a word written apart or together.
  private static let pairWeight = 115
  /// A pair of words that say little.
  private static let weakPairWeight = 36
  /// Parts of a word with signs within, and neighbours that stand as one word elsewhere.
  private static let compoundWeight = 56
  /// Question words and courtesy (`SuffixTable.isWeak`).
  private static let weakWeight = 90
  /// Words that are common in any text (`SuffixTable.isCommon`).
  static let commonWeight = 154
  /// What the thesaurus has for a word, beside it; for a word that stands nowhere, in its place.
  private static let relatedWeight = 77
  static let relatedInsteadWeight = 128
  /// What the thesaurus has for two words side by side, which say more than either; where one of
  /// them stands nowhere, so that the rest says little.
  private static let relatedPhraseWeight = 110
  private static let relatedPhraseInsteadWeight = 200
  /// Words like a word, beside it.
  private static let similarWeight = 38
  private static let shortestSimilar = 4
  /// A pair with the word that a mistyped one was taken for.
  private static let meantPairWeight = 128
  /// A pair with a word that the thesaurus has: `remove file` for `delete file`.
  private static let relatedPairWeight = 48
  /// An unfinished word of fewer letters may still become anything, so that it is no mistake.
  private static let shortestToComplete = 3
  /// Of a text with more unknown words than this the first are guessed at: the rest says nothing
  /// that these don't, and each guess looks through the vocabulary.
  private static let maximumGuesses = 24
  static let maximumBeginnings = 300
  /// Of a longer text the first words are looked up: they say what it is about, and in the browser
  /// each loads what is known of it.
  private static let maximumWords = 200
  /// Bytes of a text that is tried on another keyboard layout as a whole.
  private static let longestSwitched = 1000

  let index: SearchIndex
  var vocabulary: Vocabulary { index.vocabulary }

  /// What was typed, word by word.
  private struct Query {
    let text: [UInt8]
    let tokens: [Token]
    let utf8: [[UInt8]]
    let stems: [[UInt8]]
    /// The keyboard had another layout.
    var isSwitched = false
    /// The last word may be unfinished.
    private let isOpen: Bool

    init(_ text: String, isTyping: Bool, words: Int, suffixes: SuffixTable?) {
      self.text = Array(text.utf8)
      tokens = Array(Tokenizer.tokens(in: self.text).prefix(words))
      utf8 = tokens.map { Array($0.form.utf8) }
      stems = utf8.map { suffixes?.stem($0[...]) ?? $0 }
      isOpen = isTyping && tokens.last?.range.upperBound == self.text.count
    }

    func isOpen(_ position: Int) -> Bool { isOpen && position == tokens.count - 1 }
  }

  /// The text as typed, unless more of its words are known on another keyboard layout.
  ///
  /// - Parameter words: most of them that are read.
  private func query(_ text: String, isTyping: Bool, words: Int) -> Query {
    let typed = Query(text, isTyping: isTyping, words: words, suffixes: index.suffixes)
    let known = knownWords(typed)
    guard known * 2 < typed.tokens.count, typed.text.count <= Self.longestSwitched,
      typed.utf8.contains(where: { $0.letterCount >= Self.shortestToComplete })
    else { return typed }
    for meant in Spelling.otherLayouts(of: text) {
      var other = Query(meant, isTyping: isTyping, words: words, suffixes: index.suffixes)
      let meantWords = knownWords(other)
      if meantWords > known, meantWords * 2 >= other.tokens.count {
        other.isSwitched = true
        return other
      }
    }
    return typed
  }

  private func knownWords(_ query: Query) -> Int {
    query.tokens.indices.count { position in
      vocabulary.words.number(of: query.utf8[position][...]) != nil
        || !vocabulary.words(ofStem: query.stems[position][...]).isEmpty
        || isWeak(query.utf8[position])
        || index.matcher.isAsked(query.stems[position])
        || query.isOpen(position) && !completions(of: query.utf8[position]).isEmpty
    }
  }

  /// - Parameters:
  ///   - isTyping: the last word may be unfinished, so every form it starts counts.
  ///   - hasRelated: whether other words than those typed add a little.
  func terms(of text: String, isTyping: Bool, hasRelated: Bool) -> [QueryTerm] {
    let query = query(text, isTyping: isTyping, words: hasRelated ? Self.maximumWords : .max)
    let synonyms = index.matcher.matches(in: query.stems)
    var terms: [QueryTerm] = []
    var seen: Set<String> = []
    var guesses = 0
    func add(
      _ form: String, _ found: ExpansionSet, weight: Int, isWeak: Bool = false,
      unit: Int? = nil, isRelated: Bool = false
    ) {
      terms.append(
        QueryTerm(
          form: form, expansions: found.sorted, weight: weight, isWeak: isWeak, unit: unit,
          isRelated: isRelated))
    }
    func addRelated(_ form: String, _ found: ExpansionSet, weight: Int) {
      if !found.isEmpty { add(form, found, weight: weight, isRelated: true) }
    }

    let units = units(in: query, synonyms)
    let leftOut = hasRelated ? leftOut(of: query) : []
    var meant: [String: [[UInt8]]] = [:]
    for (position, token) in query.tokens.enumerated()
    where !leftOut.contains(position) && seen.insert(token.form).inserted {
      let form = query.utf8[position]
      var found = ExpansionSet()
      addStrong(
        form, weight: Self.full, reason: query.isSwitched ? .keyboard : .inflection, to: &found)
      for word in synonyms.words[position] ?? [] {
        addStrong(word, weight: Self.synonymWeight, reason: .synonym, to: &found)
      }
      let completes = query.isOpen(position)
      if completes { addCompletions(of: form, reason: .completion, to: &found) }
      var isWeak = self.isWeak(form)
      let isReplaced = found.isEmpty
      if isReplaced, !isWeak {
        found.add(related(to: query.stems[position]), Self.relatedInsteadWeight, .related)
      }
      let isKnown = !found.isEmpty
      // Where there are many documents, those with the word itself are enough, and in the browser
      // the others would take most of what is loaded.
      if !isKnown || !index.isHuge || index.suffixes == nil || !hasRelated {
        addSharedPrefixes(of: form, to: &found)
      }
      let isGuessed =
        !isKnown && guesses < Self.maximumGuesses
        && !(completes && form.letterCount < Self.shortestToComplete)
      if isGuessed {
        guesses += 1
        let isMistypedWeak = addGuesses(
          for: form, in: query.text, at: token.range, completes: completes, to: &found)
        isWeak = isWeak || isMistypedWeak
      } else if isKnown, !isWeak, !completes, !query.isSwitched {
        addTyposOfInflection(form, stem: query.stems[position], to: &found)
      }
      if index.isSmall { meant[token.form] = found.meant }
      let unit = isWeak ? nil : units[position]
      add(
        token.form, found,
        weight: weight(of: form, withStem: query.stems[position], isWeak: isWeak), isWeak: isWeak,
        unit: unit)
      guard hasRelated, !isWeak else { continue }
      var others = ExpansionSet()
      if !isReplaced, index.isSmall, !vocabulary.words(ofStem: query.stems[position][...]).isEmpty {
        others.add(related(to: query.stems[position]), Self.full, .related)
      }
      addRelated(token.form, others, weight: Self.relatedWeight)
      let similar = similar(to: form, withStem: query.stems[position])
      addRelated(token.form, similar, weight: Self.similarWeight)
    }
    if hasRelated, index.isSmall {
      var seenPhrases: Set<[UInt8]> = []
      for first in query.tokens.indices.dropLast() {
        let form = "\(query.tokens[first].form) \(query.tokens[first + 1].form)"
        let stems = query.stems[first] + [0x20] + query.stems[first + 1]
        guard seenPhrases.insert(stems).inserted else { continue }
        var found = ExpansionSet()
        found.add(related(to: stems), Self.full, .related)
        let isInstead = [first, first + 1].contains { isUnknown($0, in: query) }
        addRelated(
          form, found,
          weight: isInstead ? Self.relatedPhraseInsteadWeight : Self.relatedPhraseWeight)
      }
    }
    for (number, phrase) in synonyms.phrases.enumerated() {
      let isOther = phrase.allSatisfy { !query.stems.contains(index.suffixes?.stem($0[...]) ?? $0) }
      let unit = phrase.count > 1 && isOther ? -1 - number : nil
      for word in phrase {
        let form = String(decoding: word, as: UTF8.self)
        let stem = index.suffixes?.stem(word[...]) ?? word
        guard !query.stems.contains(stem), seen.insert(form).inserted else { continue }
        var found = ExpansionSet()
        addStrong(word, weight: Self.full, reason: .synonym, to: &found)
        // `in` of `plug in` is no more telling than where it was typed.
        let isWeak = self.isWeak(word)
        let weight = isWeak ? Self.weakPhraseWeight : Self.phraseWeight
        if unit != nil || !found.isEmpty { add(form, found, weight: weight, unit: unit) }
      }
    }
    for (form, word) in joined(query, without: leftOut) where seen.insert(form).inserted {
      var found = ExpansionSet()
      addStrong(word, weight: Self.full, reason: .compound, to: &found)
      if !found.isEmpty { add(form, found, weight: Self.compoundWeight) }
    }
    for (first, second) in pairs(of: query)
    where !leftOut.contains(first) && !leftOut.contains(second) {
      let stems = String(
        decoding: query.stems[first] + [0x20] + query.stems[second], as: UTF8.self)
      guard seen.insert(stems).inserted else { continue }
      var found = ExpansionSet()
      let rights = meanings(at: second, of: query, meant: meant, hasRelated: hasRelated)
      for left in meanings(at: first, of: query, meant: meant, hasRelated: hasRelated) {
        for right in rights {
          guard let number = vocabulary.number(ofPair: left.stem[...], right.stem[...])
          else { continue }
          found.add(number, min(left.weight, right.weight), .pair)
        }
      }
      let isWeak = [first, second].allSatisfy { self.isWeak(query.utf8[$0]) }
      if found.isEmpty { continue }
      let form = "\(query.tokens[first].form) \(query.tokens[second].form)"
      add(form, found, weight: isWeak ? Self.weakPairWeight : Self.pairWeight, isWeak: isWeak)
    }
    return terms
  }

  /// By position, the first of the phrase that the word is a part of: `back` of `money back` is asked
  /// for together with it, unless other words for the phrase hold it too.
  private func units(in query: Query, _ synonyms: SynonymMatcher.Matches) -> [Int: Int] {
    let others = synonyms.phrases.joined().map { index.suffixes?.stem($0[...]) ?? $0 }
    var units: [Int: Int] = [:]
    for phrase in synonyms.asked
    where phrase.allSatisfy({ !others.contains(query.stems[$0]) && units[$0] == nil }) {
      for position in phrase { units[position] = phrase.lowerBound }
    }
    return units
  }

  /// In a large index words that say little are not looked up beside others: they stand everywhere.
  private func leftOut(of query: Query) -> Set<Int> {
    if index.isSmall { return [] }
    let weak = query.tokens.indices.filter { isWeak(query.utf8[$0]) }
    return weak.count == query.tokens.count ? [] : Set(weak)
  }

  /// What may be one word: parts with a sign between, and words that stand side by side.
  private func joined(
    _ query: Query, without leftOut: Set<Int>
  ) -> [(form: String, utf8: [UInt8])] {
    let compounds = Compounds.runs(of: query.tokens.map(\.range), in: query.text)
    let neighbours = query.tokens.indices.dropLast().map { $0...$0 + 1 }
      .filter { !$0.contains(where: leftOut.contains) }
    return (compounds + neighbours).compactMap { run in
      let word = query.utf8[run].flatMap { $0 }
      guard word.letterCount <= Tokenizer.maximumLength else { return nil }
      return (String(decoding: word, as: UTF8.self), word)
    }
  }

  /// Whether a word that says something stands nowhere in any inflection.
  private func isUnknown(_ position: Int, in query: Query) -> Bool {
    !isWeak(query.utf8[position])
      && vocabulary.words(ofStem: query.stems[position][...]).isEmpty
  }

  /// Positions of words that stand side by side, short ones left out; then of those between which
  /// only words stand that say little: `lost card` of `lost my card`.
  private func pairs(of query: Query) -> [(Int, Int)] {
    let long = query.tokens.indices.filter {
      query.utf8[$0].letterCount >= TermVectors.shortestInPair
    }
    let telling = long.indices.filter { !isWeak(query.utf8[long[$0]]) }
    let apart = zip(telling, telling.dropFirst()).filter { $1 > $0 + 1 }
    return Array(zip(long, long.dropFirst())) + apart.map { (long[$0], long[$1]) }
  }

  /// The stem of a word as typed, of those it was taken for, and, in a small index, of those that
  /// the thesaurus has for it.
  private func meanings(
    at position: Int, of query: Query, meant: [String: [[UInt8]]], hasRelated: Bool
  ) -> [(stem: [UInt8], weight: Int)] {
    let typed = query.stems[position]
    let isWeak = self.isWeak(query.utf8[position])
    let related =
      hasRelated && index.isSmall && !isWeak ? index.related.words(for: typed[...]) : []
    return [(typed, Self.full)]
      + (meant[query.tokens[position].form] ?? []).map { ($0, Self.meantPairWeight) }
      + related.map { ($0, Self.relatedPairWeight) }
  }

  private func weight(of form: [UInt8], withStem stem: [UInt8], isWeak: Bool) -> Int {
    if isWeak { return Self.weakWeight }
    guard let suffixes = index.suffixes else { return Self.full }
    // Only words of the index are looked up, so that the browser needs no others: what stands there
    // in other inflections alone says no more than these, `got` no more than `get`.
    let isCommon =
      vocabulary.words.number(of: form[...]) != nil
      ? suffixes.isCommon(form[...])
      : vocabulary.words(ofStem: stem[...]).map { vocabulary.words.utf8(Int($0)) }
        .contains { suffixes.isCommon($0) || suffixes.isWeak($0) }
    return isCommon ? Self.commonWeight : Self.full
  }

  // MARK: - Other words

  /// The forms of words that the thesaurus has for a word, with its stem.
  func related(to stem: [UInt8]) -> [Int] {
    index.related.words(for: stem[...]).flatMap { vocabulary.words(ofStem: $0[...]) }
      .map(Int.init).filter { !isWeak($0) }
  }

  func isWeak(_ form: Int) -> Bool {
    index.suffixes?.isWeak(vocabulary.words.utf8(form)) == true
  }

  private func isWeak(_ word: [UInt8]) -> Bool { index.suffixes?.isWeak(word[...]) == true }

  private func similar(to form: [UInt8], withStem stem: [UInt8]) -> ExpansionSet {
    var found = ExpansionSet()
    guard let similar = index.similar, form.letterCount >= Self.shortestSimilar else {
      return found
    }
    let own = vocabulary.words(ofStem: stem[...])
    for (number, likeness) in similar.words(to: form[...])
    where !own.contains(UInt32(number)) && !isWeak(number) {
      found.add(number, likeness, .similar)
    }
    return found
  }
}
