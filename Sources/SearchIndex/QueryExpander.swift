import TextAnalysis

/// Turns a text into terms: each word with its inflections, and what else may have been meant.
///
/// Only a word that the index doesn't know in any inflection is taken for a typing mistake, another
/// keyboard layout or alphabet, or a part of a longer word (`QueryExpander+Guesses`).
struct QueryExpander {
  static let full = 256
  static let completionWeight = 205
  static let synonymWeight = 205
  /// Question words and courtesy (`SuffixTable.isWeak`).
  private static let weakWeight = 90
  /// Words that are common in any text (`SuffixTable.isCommon`).
  static let commonWeight = 154
  /// What the thesaurus has for a word, beside it; for a word that stands nowhere, in its place.
  private static let relatedWeight = 77
  static let relatedInsteadWeight = 128
  /// Words like a word, beside it.
  private static let similarWeight = 38
  private static let shortestSimilar = 4
  /// An unfinished word of fewer letters may still become anything, so that it is no mistake.
  private static let shortestToComplete = 3
  /// Of a text with more unknown words than this the first are guessed at: the rest says nothing
  /// that these don't, and each guess looks through the vocabulary.
  private static let maximumGuesses = 24
  static let maximumBeginnings = 300
  /// In a large index an unfinished word may become so many words, those of most documents; less where
  /// it is one itself. Each is loaded in the browser.
  static let maximumCompletions = (unknown: 12, known: 4)
  /// Of a longer text the first words are looked up: they say what it is about, and in the browser
  /// each loads what is known of it.
  private static let maximumWords = 200
  /// Bytes of a text that is tried on another keyboard layout as a whole.
  private static let longestSwitched = 1000

  let index: SearchIndex
  var vocabulary: Vocabulary { index.vocabulary }

  /// What was typed, word by word.
  struct Query {
    let text: [UInt8]
    let tokens: [Token]
    let utf8: [[UInt8]]
    let stems: [[UInt8]]
    /// Whether a word says little: some do anywhere, a letter beside a hyphen, `e` of `e-mail`.
    let isWeak: [Bool]
    /// Whether other words than those typed add a little.
    let hasRelated: Bool
    /// The keyboard had another layout.
    var isSwitched = false
    /// The last word may be unfinished.
    private let isOpen: Bool

    init(_ text: String, isTyping: Bool, hasRelated: Bool, suffixes: SuffixTable?) {
      self.text = Array(text.utf8)
      self.hasRelated = hasRelated
      let words = hasRelated ? QueryExpander.maximumWords : .max
      tokens = Array(Tokenizer.tokens(in: self.text).prefix(words))
      utf8 = tokens.map { Array($0.form.utf8) }
      stems = utf8.map { suffixes?.stem($0[...]) ?? $0 }
      isWeak = zip(utf8, tokens).map { [text = self.text] form, token in
        suffixes?.isWeak(form[...]) == true
          || form.letterCount == 1 && !(48...57).contains(form[0])
            && Self.isBesideHyphen(token.range, in: text)
      }
      isOpen = isTyping && tokens.last?.range.upperBound == self.text.count
    }

    private static func isBesideHyphen(_ range: Range<Int>, in text: [UInt8]) -> Bool {
      ["-", "\u{2010}", "\u{2011}"].contains { hyphen in
        text[range.upperBound...].starts(with: hyphen.utf8)
          || text[..<range.lowerBound].suffix(hyphen.utf8.count).elementsEqual(hyphen.utf8)
      }
    }

    func isOpen(_ position: Int) -> Bool { isOpen && position == tokens.count - 1 }

    /// A word and the next one as typed, folded.
    func neighbours(_ first: Int, _ second: Int) -> String {
      "\(tokens[first].form) \(tokens[second].form)"
    }
  }

  /// The text as typed, unless more of its words are known on another keyboard layout.
  private func query(_ text: String, isTyping: Bool, hasRelated: Bool) -> Query {
    let typed = Query(
      text, isTyping: isTyping, hasRelated: hasRelated, suffixes: index.suffixes)
    let known = knownWords(typed)
    guard known * 2 < typed.tokens.count, typed.text.count <= Self.longestSwitched,
      typed.utf8.contains(where: { $0.letterCount >= Self.shortestToComplete })
    else { return typed }
    for meant in Spelling.otherLayouts(of: text) {
      var other = Query(
        meant, isTyping: isTyping, hasRelated: hasRelated, suffixes: index.suffixes)
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
    let query = query(text, isTyping: isTyping, hasRelated: hasRelated)
    let synonyms = index.matcher.matches(in: query.stems)
    let leftOut = leftOut(of: query)
    var terms = TermList()
    let meant = addWords(of: query, without: leftOut, synonyms: synonyms, to: &terms)
    if hasRelated, index.isSmall { addRelatedPhrases(of: query, to: &terms) }
    addPhrases(synonyms.phrases, for: query, to: &terms)
    addJoined(query, without: leftOut, to: &terms)
    addPairs(of: query, without: leftOut, meant: meant, to: &terms)
    return terms.all
  }

  /// In a large index words that say little are not looked up beside others: they stand everywhere.
  private func leftOut(of query: Query) -> Set<Int> {
    if index.isSmall || !query.hasRelated { return [] }
    let weak = query.tokens.indices.filter { query.isWeak[$0] }
    return weak.count == query.tokens.count ? [] : Set(weak)
  }

  // MARK: - Words

  /// Adds each word with its inflections, synonyms and what it may have been meant for, then what the
  /// thesaurus has for it and words like it.
  ///
  /// - Returns: In a small index, by word the stems of those that it was taken for.
  private func addWords(
    of query: Query, without leftOut: Set<Int>, synonyms: SynonymMatcher.Matches,
    to terms: inout TermList
  ) -> [String: [[UInt8]]] {
    let units = units(in: query, synonyms)
    var meant: [String: [[UInt8]]] = [:]
    var guesses = 0
    for (position, token) in query.tokens.enumerated()
    where !leftOut.contains(position) && terms.note(token.form) {
      let (form, stem) = (query.utf8[position], query.stems[position])
      var found = written(at: position, of: query, synonyms: synonyms.words[position] ?? [])
      var isWeak = query.isWeak[position]
      let isReplaced = found.isEmpty
      if isReplaced, !isWeak { found.add(related(to: stem), Self.relatedInsteadWeight, .related) }
      let isKnown = !found.isEmpty
      // Where there are many documents, those with the word itself are enough, and in the browser
      // the others would take most of what is loaded.
      if !isKnown || !index.isHuge || index.suffixes == nil || !query.hasRelated {
        addSharedPrefixes(of: form, to: &found)
      }
      let completes = query.isOpen(position)
      if isKnown {
        if !isWeak, !completes, !query.isSwitched {
          addTyposOfInflection(form, stem: stem, to: &found)
        }
      } else if !isWeak, guesses < Self.maximumGuesses,
        !completes || form.letterCount >= Self.shortestToComplete
      {
        guesses += 1
        let isMistypedWeak = addGuesses(
          for: form, in: query.text, at: token.range, completes: completes, to: &found)
        isWeak = isWeak || isMistypedWeak
      }
      if index.isSmall { meant[token.form] = found.meant }
      terms.add(
        token.form, found, weight: weight(of: form, withStem: stem, isWeak: isWeak),
        isWeak: isWeak, unit: isWeak ? nil : units[position])
      guard query.hasRelated, !isWeak else { continue }
      if !isReplaced, index.isSmall, !vocabulary.words(ofStem: stem[...]).isEmpty {
        var others = ExpansionSet()
        others.add(related(to: stem), Self.full, .related)
        terms.addRelated(token.form, others, weight: Self.relatedWeight)
      }
      terms.addRelated(
        token.form, similar(to: form, withStem: stem), weight: Self.similarWeight)
    }
    return meant
  }

  /// A word as it was typed, in all inflections, with its synonyms, and completed if it is unfinished.
  private func written(at position: Int, of query: Query, synonyms: [[UInt8]]) -> ExpansionSet {
    var found = ExpansionSet()
    let form = query.utf8[position]
    addStrong(
      form, weight: Self.full, reason: query.isSwitched ? .keyboard : .inflection, to: &found)
    for word in synonyms {
      addStrong(word, weight: Self.synonymWeight, reason: .synonym, to: &found)
    }
    if query.isOpen(position) { addCompletions(of: form, reason: .completion, to: &found) }
    return found
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

  func stem(of word: [UInt8]) -> [UInt8] { index.suffixes?.stem(word[...]) ?? word }

  func isWeak(_ word: [UInt8]) -> Bool { index.suffixes?.isWeak(word[...]) == true }

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
