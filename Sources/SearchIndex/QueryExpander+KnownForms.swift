import TextAnalysis

extension QueryExpander {
  /// A shared beginning at its best: the whole of the longer word.
  private static let prefixWeight = 112

  /// The word itself and all forms of its stem; an inflection of itself is exact.
  func addStrong(
    _ form: [UInt8], weight: Int, reason: QueryTerm.Reason, to found: inout ExpansionSet
  ) {
    let stem = stem(of: form)
    let inflections = vocabulary.words(ofStem: stem[...])
    // A word that stands in the index does so with its stem.
    if inflections.isEmpty { return }
    if let number = vocabulary.words.number(of: form[...]) {
      found.add(number, weight, reason == .inflection ? .exact : reason)
    }
    for number in inflections { found.add(Int(number), weight, reason) }
  }

  /// The words that begin so, unless they are so many that they say nothing.
  func words(beginningWith prefix: ArraySlice<UInt8>) -> Range<Int> {
    let range = vocabulary.words(beginningWith: prefix)
    return range.count > Self.maximumBeginnings ? 0..<0 : range
  }

  func addCompletions(
    of form: [UInt8], reason: QueryTerm.Reason, to found: inout ExpansionSet
  ) {
    var words = Array(completions(of: form))
    if !index.isSmall {
      let most =
        found.isEmpty ? Self.maximumCompletions.unknown : Self.maximumCompletions.known
      words = Array(
        words.filter { !isWeak($0) }.map { (word: $0, width: index.frequencyWidth(of: $0)) }
          .sorted { ($1.width, $0.word) < ($0.width, $1.word) }.prefix(most).map(\.word))
    }
    for number in words { found.add(number, Self.completionWeight, reason) }
  }

  func completions(of form: [UInt8]) -> Range<Int> {
    form.letterCount < 2 ? 0..<0 : words(beginningWith: form[...])
  }

  /// Forms that begin with enough letters alike count by how much of the longer word is shared.
  func addSharedPrefixes(of form: [UInt8], to found: inout ExpansionSet) {
    let count = form.letterCount
    let leastShared = index.suffixes?.sharedLetters ?? SuffixTable.defaultSharedLetters
    guard count >= leastShared else { return }
    let prefix = form.prefix(letters: leastShared)
    for number in words(beginningWith: prefix) {
      let other = vocabulary.words.utf8(number)
      let longest = max(count, other.letterCount)
      found.add(number, Self.prefixWeight * form.sharedLetters(with: other) / longest, .prefix)
    }
  }
}

extension [UInt8] {
  var firstLetter: ArraySlice<UInt8> { prefix(letters: 1) }

  var firstTwoLetters: [ArraySlice<UInt8>] {
    let first = firstLetter
    return [first, prefix(letters: 2)[first.endIndex...]]
  }

  /// The first letters of UTF-8.
  func prefix(letters: Int) -> ArraySlice<UInt8> {
    var end = 0
    var count = 0
    while end < self.count, count < letters {
      end += 1
      while end < self.count, self[end] & 0xC0 == 0x80 { end += 1 }
      count += 1
    }
    return self[..<end]
  }

  /// How many letters two words begin with alike.
  func sharedLetters(with other: ArraySlice<UInt8>) -> Int {
    var bytes = 0
    for (left, right) in zip(self, other) {
      guard left == right else { break }
      bytes += 1
    }
    // A letter of which but the first byte is shared doesn't count.
    let isWhole = bytes == count || self[bytes] & 0xC0 != 0x80
    let isWholeInOther = bytes == other.count || other[other.startIndex + bytes] & 0xC0 != 0x80
    return self[..<bytes].letterCount - (isWhole && isWholeInOther ? 0 : 1)
  }
}
