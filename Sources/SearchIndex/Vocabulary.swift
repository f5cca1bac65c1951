import TextAnalysis

/// The frozen forms of an index: words first, then pairs of neighbouring stems, each sorted by
/// their bytes; with the ways to find words by beginning, stem or likeness.
struct Vocabulary: Sendable {
  let words: FormTable
  let pairs: FormTable
  private let stems: FormTable
  /// Words by stem: those of stem *s* are `wordsByStem[stemStarts[s]..<stemStarts[s + 1]]`.
  private let stemStarts: [UInt32]
  private let wordsByStem: [UInt32]
  private let nearWords: NearForms
  private let nearStems: NearForms

  init(words: FormTable, pairs: FormTable, suffixes: SuffixTable?) {
    self.words = words
    self.pairs = pairs
    var stems = FormTable()
    let stemNumbers = (0..<words.count).map { number in
      let word = words.utf8(number)
      return stems.insert((suffixes?.stem(word) ?? Array(word))[...])
    }
    self.stems = stems
    (stemStarts, wordsByStem) = grouped(stemNumbers, groups: stems.count)
    nearWords = NearForms(words)
    nearStems = NearForms(stems)
  }

  /// The vocabulary that `write(to:)` wrote.
  init?(_ reader: inout RawArrayReader) {
    guard let words = FormTable(&reader), let pairs = FormTable(&reader),
      let stems = FormTable(&reader), let stemStarts = reader.numbers(UInt32.self),
      let wordsByStem = reader.numbers(UInt32.self), let nearWords = NearForms(&reader),
      let nearStems = NearForms(&reader)
    else { return nil }
    self.words = words
    self.pairs = pairs
    self.stems = stems
    self.stemStarts = stemStarts
    self.wordsByStem = wordsByStem
    self.nearWords = nearWords
    self.nearStems = nearStems
  }

  func write(to writer: inout RawArrayWriter) {
    words.write(to: &writer)
    pairs.write(to: &writer)
    stems.write(to: &writer)
    writer.append(stemStarts)
    writer.append(wordsByStem)
    nearWords.write(to: &writer)
    nearStems.write(to: &writer)
  }

  var count: Int { words.count + pairs.count }

  subscript(number: Int) -> String {
    number < words.count ? words[number] : pairs[number - words.count]
  }

  func number(ofPair pair: ArraySlice<UInt8>) -> Int? {
    pairs.number(of: pair).map { $0 + words.count }
  }

  /// The words of a stem, rising.
  func words(ofStem stem: ArraySlice<UInt8>) -> ArraySlice<UInt32> {
    guard let number = stems.number(of: stem) else { return [] }
    return wordsByStem[Int(stemStarts[number])..<Int(stemStarts[number + 1])]
  }

  /// The words that begin with `prefix`.
  ///
  /// - Complexity: O(log *v*).
  func words(beginningWith prefix: ArraySlice<UInt8>) -> Range<Int> {
    let first = partition { $0.lexicographicallyPrecedes(prefix) }
    let last = partition { word in
      word.lexicographicallyPrecedes(prefix) || word.starts(with: prefix)
    }
    return first..<last
  }

  private func partition(_ isBefore: (ArraySlice<UInt8>) -> Bool) -> Int {
    var low = 0
    var high = words.count
    while low < high {
      let middle = (low + high) / 2
      if isBefore(words.utf8(middle)) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The words that `word` becomes by at most `limit` typing mistakes, with their distance: those
  /// that begin with its first letter or its second, and if none does any others.
  ///
  /// - Complexity: O(*v*) with a small factor.
  func words(
    within limit: Int, of word: ArraySlice<UInt8>
  ) -> [(number: Int, distance: Int)] {
    let near = nearWords.forms(of: words, within: limit, of: word).filter { $0.distance > 0 }
    let beginnings = Array(word).firstTwoLetters
    let alike = near.filter { beginnings.contains(Array(words.utf8($0.number)).firstLetter) }
    return alike.isEmpty ? near : alike
  }

  /// The stems that a stem becomes by at most `limit` typing mistakes, each with its first word:
  /// those with a word that begins with its first letter or its second, and if none any others.
  func words(
    withStemWithin limit: Int, of stem: ArraySlice<UInt8>
  ) -> [(number: Int, distance: Int)] {
    let near = nearStems.forms(of: stems, within: limit, of: stem).filter { $0.distance > 0 }
    let beginnings = Array(stem).firstTwoLetters
    let alike = near.filter { entry in
      words(ofStem: stems.utf8(entry.number)).contains {
        beginnings.contains(Array(words.utf8(Int($0))).firstLetter)
      }
    }
    return (alike.isEmpty ? near : alike).map { number, distance in
      (Int(wordsByStem[Int(stemStarts[number])]), distance)
    }
  }

  /// Longer words that hold `part`, rising.
  ///
  /// - Complexity: O(*b*) in the bytes of the vocabulary.
  func words(containing part: ArraySlice<UInt8>) -> [Int] {
    guard let first = part.first else { return [] }
    return (0..<words.count).filter { number in
      let word = words.utf8(number)
      guard word.count > part.count else { return false }
      return (word.startIndex...word.endIndex - part.count).contains { start in
        word[start] == first && word[start..<start + part.count].elementsEqual(part)
      }
    }
  }
}

/// Finds the forms of a table that are one typing mistake or two away.
///
/// Only forms of about the same length are looked at, and of these only those whose letters differ
/// in at most two a mistake.
struct NearForms: Sendable {
  /// Forms by their number of letters, each with a signature of the letters it holds.
  private let lengthStarts: [Int]
  private let byLength: [UInt32]
  private let signatures: [UInt32]

  init(_ forms: FormTable) {
    let lengths = (0..<forms.count).map { forms.utf8($0).letterCount }
    let sorted = grouped(lengths, groups: (lengths.max() ?? 0) + 1)
    lengthStarts = sorted.starts.map(Int.init)
    byLength = sorted.members
    signatures = sorted.members.map { Self.signature(of: forms.utf8(Int($0))) }
  }

  init?(_ reader: inout RawArrayReader) {
    guard let lengthStarts = reader.numbers(Int.self), let byLength = reader.numbers(UInt32.self),
      let signatures = reader.numbers(UInt32.self)
    else { return nil }
    self.lengthStarts = lengthStarts
    self.byLength = byLength
    self.signatures = signatures
  }

  func write(to writer: inout RawArrayWriter) {
    writer.append(lengthStarts)
    writer.append(byLength)
    writer.append(signatures)
  }

  /// The forms within a distance of `word`, rising.
  ///
  /// - Parameter forms: the table that this was made of.
  func forms(
    of forms: FormTable, within limit: Int, of word: ArraySlice<UInt8>
  ) -> [(number: Int, distance: Int)] {
    let letters = String(decoding: word, as: UTF8.self).unicodeScalars.map(\.value)
    let signature = Self.signature(of: word)
    var found: [(number: Int, distance: Int)] = []
    let shortest = max(0, letters.count - limit)
    let longest = min(lengthStarts.count - 2, letters.count + limit)
    guard shortest <= longest else { return [] }
    var distances = DamerauDistance(letters, limit: limit)
    for position in lengthStarts[shortest]..<lengthStarts[longest + 1]
    where (signatures[position] ^ signature).nonzeroBitCount <= 2 * limit {
      let number = Int(byLength[position])
      let distance = distances.distance(to: forms.utf8(number))
      if distance <= limit { found.append((number, distance)) }
    }
    return found.sorted { $0.number < $1.number }
  }

  /// One bit for each letter, some sharing theirs.
  private static func signature(of word: ArraySlice<UInt8>) -> UInt32 {
    var bits: UInt32 = 0
    var last: UInt8?
    for byte in word {
      // The last byte of a letter tells most about it; a letter may set but one bit.
      if let last, byte & 0xC0 != 0x80 { bits |= 1 << (UInt32(last & 0x7F) % 31) }
      last = byte
    }
    if let last { bits |= 1 << (UInt32(last & 0x7F) % 31) }
    return bits
  }
}

/// Sorts members by key, by counting: those of key *k* are `members[starts[k]..<starts[k + 1]]`.
private func grouped(_ keys: [Int], groups: Int) -> (starts: [UInt32], members: [UInt32]) {
  var starts = [UInt32](repeating: 0, count: groups + 1)
  for key in keys { starts[key + 1] += 1 }
  for group in 0..<groups { starts[group + 1] += starts[group] }
  var next = starts
  var members = [UInt32](repeating: 0, count: keys.count)
  for (member, key) in keys.enumerated() {
    members[Int(next[key])] = UInt32(member)
    next[key] += 1
  }
  return (starts, members)
}
