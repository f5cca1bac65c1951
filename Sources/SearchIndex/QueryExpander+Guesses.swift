import TextAnalysis

/// What a word may have been meant for that the index doesn't know.
extension QueryExpander {
  private static let transliterationWeight = 205
  /// One typing mistake, two.
  static let typoWeights = [180, 128]
  private static let partWeight = 154
  private static let beginningWeight = 128
  private static let substringWeight = 102
  private static let shortestGuess = 4
  private static let shortestTypo = 3
  /// A word that may be an inflection may as well be another with a mistake; with two letters
  /// exchanged it rather is.
  private static let typoOfInflectionWeight = 90
  /// Bytes of a word with the signs around it.
  private static let longestTyped = 160
  /// From this many letters on, two mistakes are looked for.
  private static let longForTypos = 9

  /// Adds the likeliest kind of guess that finds something.
  ///
  /// - Returns: Whether the word is taken for one that says little.
  func addGuesses(
    for form: [UInt8], in text: [UInt8], at range: Range<Int>, completes: Bool,
    to found: inout ExpansionSet
  ) -> Bool {
    if completes {
      // `kauc` becomes `kaucja`, which stands nowhere but in synonyms.
      for asked in index.matcher.asked(beginningWith: form) {
        addSynonyms(of: asked, weight: Self.full, to: &found)
      }
    }
    if found.isStrong { return false }
    let cyrillic = cyrillic(form)
    // What stands in the index as it is was meant, rather than another form of a word on other keys.
    let isWritten = cyrillic.map { vocabulary.words.number(of: $0[...]) != nil } ?? false
    if !isWritten { addOtherLayouts(in: text, at: range, completes: completes, to: &found) }
    if found.isStrong { return false }
    if let cyrillic {
      addMeant(
        cyrillic, weight: Self.transliterationWeight, reason: .transliteration, to: &found)
    }
    if found.isStrong { return false }
    addWithoutPrefix(form, to: &found)
    if found.isStrong { return false }
    if !completes, addTyposOfWeak(form, to: &found) { return true }
    addTypos(of: form, to: &found)
    if !found.isStrong, let cyrillic { addTypos(of: cyrillic, to: &found) }
    if !found.isStrong { addParts(of: form, to: &found) }
    return false
  }

  /// The whole of what stands between two spaces, since a letter may be on the key of a sign; else
  /// the word alone.
  private func addOtherLayouts(
    in text: [UInt8], at range: Range<Int>, completes: Bool, to found: inout ExpansionSet
  ) {
    let chunk = self.chunk(around: range, in: text).flatMap { $0 == range ? nil : $0 }
    for typed in [chunk, range].compactMap(\.self) {
      for meant in Spelling.otherLayouts(of: String(decoding: text[typed], as: UTF8.self)) {
        guard let word = Tokenizer.tokens(in: meant).first.map({ Array($0.form.utf8) })
        else { continue }
        addMeant(word, weight: Self.full, reason: .keyboard, to: &found)
        if completes, word.letterCount > 2 {
          addCompletions(of: word, reason: .keyboard, to: &found)
        }
        if found.isStrong { return }
      }
    }
  }

  /// What stands between two spaces; nil when it is too long for a word.
  private func chunk(around range: Range<Int>, in text: [UInt8]) -> Range<Int>? {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start > 0, text[start - 1] > 32, end - start <= Self.longestTyped { start -= 1 }
    while end < text.count, text[end] > 32, end - start <= Self.longestTyped { end += 1 }
    return end - start <= Self.longestTyped ? start..<end : nil
  }

  private func cyrillic(_ form: [UInt8]) -> [UInt8]? {
    guard index.language.isCyrillic else { return nil }
    return Spelling.cyrillic(String(decoding: form, as: UTF8.self)).map { Array($0.utf8) }
  }

  /// A word in all its forms, and the words that synonyms have for it; without any of these those
  /// that the thesaurus has.
  private func addMeant(
    _ word: [UInt8], weight: Int, reason: QueryTerm.Reason, to found: inout ExpansionSet
  ) {
    addStrong(word, weight: weight, reason: reason, to: &found)
    let stem = stem(of: word)
    addSynonyms(of: stem, weight: weight, to: &found)
    if !found.isStrong { found.add(related(to: stem), Self.relatedInsteadWeight, reason) }
  }

  private func addSynonyms(of stem: [UInt8], weight: Int, to found: inout ExpansionSet) {
    for other in index.matcher.words(for: stem) {
      addStrong(
        other, weight: Self.synonymWeight * weight / Self.full, reason: .synonym, to: &found)
    }
  }

  /// `neatveras` without `ne`.
  private func addWithoutPrefix(_ form: [UInt8], to found: inout ExpansionSet) {
    for prefix in index.suffixes?.prefixes ?? [] where form.starts(with: prefix) {
      let rest = Array(form.dropFirst(prefix.count))
      guard rest.letterCount >= Self.shortestGuess else { continue }
      addStrong(rest, weight: Self.partWeight, reason: .parts, to: &found)
    }
  }

  /// One mistake in words of 3 to 8 letters, two in longer ones, if one explains nothing; else as
  /// many in the word's stem. What synonyms are known for may be mistyped as well.
  private func addTypos(of form: [UInt8], to found: inout ExpansionSet) {
    func limit(_ word: [UInt8], shortest: Int) -> Int {
      let count = word.letterCount
      return count >= Self.longForTypos ? 2 : count >= shortest ? 1 : 0
    }
    func add(_ near: [(number: Int, distance: Int)]) {
      for (number, distance) in near {
        addMistyped(number, weight: Self.typoWeights[distance - 1], to: &found)
      }
    }
    let inForm = limit(form, shortest: Self.shortestTypo)
    guard inForm > 0 else { return }
    add(near(form, within: inForm))
    let isFound = found.isStrong
    let stem = stem(of: form)
    let inStem = limit(stem, shortest: Self.shortestGuess)
    guard inStem > 0 else { return }
    for (asked, distance) in index.matcher.asked(within: inStem, of: stem) where distance > 0 {
      addSynonyms(of: asked, weight: Self.typoWeights[distance - 1], to: &found)
    }
    if !isFound {
      add(
        vocabulary.words(withStemWithin: inStem, of: stem[...], alikeOnly: !index.isSmall))
    }
  }

  /// Words that another becomes by the fewest mistakes, without those of one letter or two.
  private func near(_ form: [UInt8], within limit: Int) -> [(number: Int, distance: Int)] {
    vocabulary.words(within: limit, of: form[...], alikeOnly: !index.isSmall).filter {
      vocabulary.words.utf8($0.number).letterCount >= Self.shortestTypo
    }
  }

  private func addMistyped(_ number: Int, weight: Int, to found: inout ExpansionSet) {
    let word = Array(vocabulary.words.utf8(number))
    addStrong(word, weight: weight, reason: .typo, to: &found)
    found.addMeant(stem(of: word))
  }

  /// One mistake away from a word that says little and from no other, or that with two letters
  /// exchanged.
  private func addTyposOfWeak(_ form: [UInt8], to found: inout ExpansionSet) -> Bool {
    guard form.letterCount >= Self.shortestTypo else { return false }
    let beginnings = form.firstTwoLetters
    var distances = DamerauDistance(
      String(decoding: form, as: UTF8.self).unicodeScalars.map(\.value), limit: 1)
    let words = index.suffixes?.weakForms ?? FormTable()
    let weak = (0..<words.count).map(words.utf8).filter { word in
      beginnings.contains(word.prefix(letters: 1)) && word.letterCount >= Self.shortestTypo
        && distances.distance(to: word) <= 1
    }.map(Array.init)
    if weak.isEmpty { return false }
    let isOther = near(form, within: 1).contains { !isWeak($0.number) }
    let exchanged = weak.filter { $0.sorted() == form.sorted() }
    let meant = isOther ? exchanged : weak
    if meant.isEmpty { return false }
    for word in meant {
      addStrong(word, weight: Self.typoWeights[0], reason: .typo, to: &found)
    }
    return true
  }

  /// What stands nowhere but as another form of a word may be a mistake: `fule` is no form of `full`.
  func addTyposOfInflection(_ form: [UInt8], stem: [UInt8], to found: inout ExpansionSet) {
    guard index.isSmall, form.letterCount >= Self.shortestGuess,
      vocabulary.words.number(of: form[...]) == nil, !vocabulary.words(ofStem: stem[...]).isEmpty,
      index.suffixes?.isIrregular(form[...]) != true
    else { return }
    let beginnings = form.firstTwoLetters
    for (number, _) in near(form, within: 1) {
      let word = Array(vocabulary.words.utf8(number))
      guard beginnings.contains(word.firstLetter), !isWeak(number),
        self.stem(of: word) != stem
      else { continue }
      let isExchanged = word.sorted() == form.sorted()
      addMistyped(
        number, weight: isExchanged ? Self.typoWeights[0] : Self.typoOfInflectionWeight, to: &found)
    }
  }

  /// Two known words written as one; else the forms with the longest shared beginning and, in a small
  /// index, those that contain the word.
  private func addParts(of form: [UInt8], to found: inout ExpansionSet) {
    let count = form.letterCount
    let shortest = Self.shortestPart(of: form)
    guard count >= shortest else { return }
    for length in stride(from: count - 3, through: 3, by: -1) {
      let first = form.prefix(letters: length)
      let second = form[first.endIndex...]
      guard vocabulary.words.number(of: first) != nil, vocabulary.words.number(of: second) != nil
      else { continue }
      addStrong(Array(first), weight: Self.partWeight, reason: .parts, to: &found)
      addStrong(Array(second), weight: Self.partWeight, reason: .parts, to: &found)
      return
    }
    for length in stride(from: count - 1, through: shortest, by: -1) {
      let numbers = words(beginningWith: form.prefix(letters: length))
      guard !numbers.isEmpty else { continue }
      for number in numbers {
        let longest = max(count, vocabulary.words.utf8(number).letterCount)
        found.add(number, Self.beginningWeight * length / longest, .beginning)
      }
      break
    }
    guard index.isSmall else { return }
    for number in vocabulary.words(containing: form[...]).prefix(Self.maximumBeginnings) {
      found.add(number, Self.substringWeight, .substring)
    }
  }

  /// How many letters say what word it is: an ideograph alone, two of scripts that leave vowels out or
  /// write a syllable at once, which all come after Armenian's.
  private static func shortestPart(of form: [UInt8]) -> Int {
    guard let first = String(decoding: form, as: UTF8.self).unicodeScalars.first else {
      return shortestGuess
    }
    return Tokenizer.isIdeograph(first) ? 1 : first.value < 0x590 ? shortestGuess : 2
  }
}
