import KnowledgeBase
import TextAnalysis

/// The frozen forms of an index: words first, sorted by their bytes, then pairs of neighbouring stems;
/// with the ways to find words by beginning, stem or likeness.
///
/// A class, since a copy of all its tables for each word that is looked up costs more than to look.
final class Vocabulary: Sendable {
  let words: FormTable
  /// Each the first words of two stems, that of the first << 32; rising.
  let pairs: [UInt64]
  /// In the order of their first words.
  private let stems: FormTable
  /// Words by stem: those of stem *s* are `wordsByStem[stemStarts[s]..<stemStarts[s + 1]]`.
  private let stemStarts: [UInt32]
  private let wordsByStem: [UInt32]
  /// Made when the first mistyped word is looked up: nothing that is published needs them.
  private let nearWords: Deferred<NearForms>
  private let nearStems: Deferred<NearForms>

  /// - Parameters:
  ///   - stems: those of the words, and maybe others.
  ///   - stemOfWord: by word, the number in `stems`.
  init(words: FormTable, pairs: [UInt64], stems: FormTable, stemOfWord: [UInt32]) {
    self.words = words
    self.pairs = pairs
    // Without those of no word.
    var numbers = [Int](repeating: -1, count: stems.count)
    var kept: [Int] = []
    let stemNumbers = stemOfWord.map { stem in
      let stem = Int(stem)
      if numbers[stem] < 0 {
        numbers[stem] = kept.count
        kept.append(stem)
      }
      return numbers[stem]
    }
    let own = stems.reordered(kept)
    self.stems = own
    (stemStarts, wordsByStem) = grouped(stemNumbers, groups: own.count)
    nearWords = Deferred { NearForms(words) }
    nearStems = Deferred { NearForms(own) }
  }

  /// The vocabulary that `write(to:)` wrote.
  init?(_ reader: inout RawArrayReader) {
    guard let words = FormTable(&reader), let pairs = reader.numbers(UInt64.self),
      let stems = FormTable(&reader), let stemStarts = reader.numbers(UInt32.self),
      let wordsByStem = reader.numbers(UInt32.self), let nearWords = NearForms(&reader),
      let nearStems = NearForms(&reader)
    else { return nil }
    self.words = words
    self.pairs = pairs
    self.stems = stems
    self.stemStarts = stemStarts
    self.wordsByStem = wordsByStem
    self.nearWords = Deferred(nearWords) { NearForms(words) }
    self.nearStems = Deferred(nearStems) { NearForms(stems) }
  }

  func write(to writer: inout RawArrayWriter) {
    words.write(to: &writer)
    writer.append(pairs)
    stems.write(to: &writer)
    writer.append(stemStarts)
    writer.append(wordsByStem)
    nearWords.value.write(to: &writer)
    nearStems.value.write(to: &writer)
  }

  var count: Int { words.count + pairs.count }

  subscript(number: Int) -> String {
    if number < words.count { return words[number] }
    let pair = pairs[number - words.count]
    return "\(stem(ofFirstWord: pair >> 32)) \(stem(ofFirstWord: pair & 0xFFFF_FFFF))"
  }

  private func stem(ofFirstWord word: UInt64) -> String {
    let number = (0..<stems.count).partitioningIndex { wordsByStem[Int(stemStarts[$0])] >= word }
    return stems[number]
  }

  /// - Complexity: O(log *p*) in the number of pairs.
  func number(ofPair first: ArraySlice<UInt8>, _ second: ArraySlice<UInt8>) -> Int? {
    guard let first = words(ofStem: first).first, let second = words(ofStem: second).first
    else { return nil }
    let pair = UInt64(first) << 32 | UInt64(second)
    let number = pairs.partitioningIndex { $0 >= pair }
    return number < pairs.count && pairs[number] == pair ? words.count + number : nil
  }

  /// The words of a stem, rising.
  func words(ofStem stem: ArraySlice<UInt8>) -> ArraySlice<UInt32> {
    guard let number = stems.number(of: stem) else { return [] }
    return wordsByStem[Int(stemStarts[number])..<Int(stemStarts[number + 1])]
  }

  /// The words of each stem, rising.
  var wordsOfStems: some Collection<ArraySlice<UInt32>> {
    (0..<stems.count).lazy.map { [self] stem in
      wordsByStem[Int(stemStarts[stem])..<Int(stemStarts[stem + 1])]
    }
  }

  /// The words that begin with `prefix`.
  ///
  /// - Complexity: O(log *v*).
  func words(beginningWith prefix: ArraySlice<UInt8>) -> Range<Int> {
    let numbers = 0..<words.count
    let first = numbers.partitioningIndex { !words.utf8($0).lexicographicallyPrecedes(prefix) }
    let last = numbers[first...].partitioningIndex { !words.utf8($0).starts(with: prefix) }
    return first..<last
  }

  /// The words that `word` becomes by the fewest typing mistakes, at most `limit`, with their
  /// number: those that begin with its first letter or its second, and if none does any others
  /// unless `alikeOnly`.
  ///
  /// - Complexity: O(*v*) with a small factor, unless one mistake suffices.
  func words(
    within limit: Int, of word: ArraySlice<UInt8>, alikeOnly: Bool = false
  ) -> [(number: Int, distance: Int)] {
    let beginnings = Array(word).firstTwoLetters
    let near = nearWords.value
    return nearest(within: limit, of: word, in: words, near: near, alikeOnly: alikeOnly) { number in
      beginnings.contains(words.utf8(number).prefix(letters: 1))
    }
  }

  /// The stems that a stem becomes by the fewest typing mistakes, each with its first word: those
  /// with a word that begins with its first letter or its second, and if none any others unless
  /// `alikeOnly`.
  func words(
    withStemWithin limit: Int, of stem: ArraySlice<UInt8>, alikeOnly: Bool = false
  ) -> [(number: Int, distance: Int)] {
    let beginnings = Array(stem).firstTwoLetters
    let near = nearest(
      within: limit, of: stem, in: stems, near: nearStems.value, alikeOnly: alikeOnly
    ) { number in
      wordsByStem[Int(stemStarts[number])..<Int(stemStarts[number + 1])].contains {
        beginnings.contains(words.utf8(Int($0)).prefix(letters: 1))
      }
    }
    return near.map { number, distance in (Int(wordsByStem[Int(stemStarts[number])]), distance) }
  }

  /// Forms that begin alike come before others, then those with fewer mistakes.
  private func nearest(
    within limit: Int, of form: ArraySlice<UInt8>, in forms: FormTable, near: NearForms,
    alikeOnly: Bool, isAlike: (Int) -> Bool
  ) -> [(number: Int, distance: Int)] {
    let one = near.forms(of: forms, within: 1, of: form)
    let alike = one.filter { isAlike($0.number) }
    if !alike.isEmpty || limit < 2 { return alike.isEmpty && !alikeOnly ? one : alike }
    let two = near.forms(of: forms, within: limit, of: form).filter { $0.distance > 1 }
    let alikeByTwo = two.filter { isAlike($0.number) }
    if !alikeByTwo.isEmpty || alikeOnly { return alikeByTwo }
    return one.isEmpty ? two : one
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
