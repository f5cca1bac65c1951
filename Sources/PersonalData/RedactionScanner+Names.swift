extension RedactionScanner {
  /// Names have at most this many words: given, middle, family.
  private static let longestName = 3
  /// Signs and spaces between phrase and name: a comma, two line breaks, a dash.
  private static let longestGap = 16

  /// The index after the rest of a phrase whose first word ends at `start`.
  func end(of phrase: RedactionVocabulary.Phrase, from start: Int) -> Int? {
    var end = start
    for hash in phrase.rest {
      let next = skipGap(from: end, isInsidePhrase: true)
      guard next > end else { return nil }
      let word = word(at: next)
      guard word.letters > 0, word.hash == hash else { return nil }
      end = word.end
    }
    return end
  }

  /// The name that stands after a phrase, if one does.
  func name(after phrase: Int, _ kind: RedactionVocabulary.PhraseKind) -> Range<Int>? {
    var start = skipGap(from: phrase, isInsidePhrase: false)
    guard start > phrase, isGap(text[phrase..<start], kind) else { return nil }
    var first = word(at: start, stoppingAtDigits: true)
    for _ in 0..<2 where first.letters > 0 && vocabulary.isFiller(first.hash) {
      start = skipGap(from: first.end, isInsidePhrase: false)
      guard isGap(text[first.end..<start], kind == .label ? .title : kind) else { return nil }
      first = word(at: start, stoppingAtDigits: true)
    }
    guard first.letters > 0, !isStop(first),
      first.isCapitalised || kind == .introduction
    else { return nil }
    let isAddress = kind == .greeting || kind == .greetingWithComma || kind == .title
    if isAddress, isShouted(first) { return nil }
    var end = first.end
    var isInitial = first.letters == 1
    for _ in 1..<Self.longestName {
      guard let gap = gapInsideName(from: end, afterInitial: isInitial) else { break }
      let next = word(at: gap, stoppingAtDigits: true)
      // A name in small letters has two words at most; a third is rather the next sentence's.
      let fits = next.isCapitalised || (!first.isCapitalised && end == first.end)
      guard next.letters > 0, fits, !isStop(next) else { break }
      end = next.end
      isInitial = next.letters == 1
    }
    if isAddress, kind != .title, !endsSalutation(at: end) { return nil }
    if kind == .thanks {
      let isComma = text[phrase..<start].contains(UInt8(ascii: ","))
      let isWhole = end > first.end && isComma || endsSalutation(at: end)
      // "Thanks, Best Regards, Tom" goes on with another phrase.
      let isPhrase = vocabulary.trigger(first.hash)?.phrases.isEmpty == false
      if !isWhole || isPhrase || isShouted(first) { return nil }
    }
    if kind == .person, end == first.end || isShouted(first) { return nil }
    return start..<end
  }

  /// Whether the signs between phrase and name are such that one belongs to the other.
  private func isGap(_ signs: ArraySlice<UInt8>, _ kind: RedactionVocabulary.PhraseKind) -> Bool {
    switch kind {
    case .introduction, .closing, .titleBehind: true
    case .person: signs.allSatisfy { $0 == 0x20 || $0 == UInt8(ascii: ":") }
    case .thanks:
      signs.contains { $0 == UInt8(ascii: ",") || $0 == 0x0A }
        && signs.allSatisfy { $0 <= 0x20 || $0 == UInt8(ascii: ",") }
    case .label: signs.contains(UInt8(ascii: ":"))
    case .greeting, .title:
      signs.allSatisfy { $0 == 0x20 || $0 == 0xC2 || $0 == 0xA0 || $0 == UInt8(ascii: ".") }
    case .greetingWithComma: signs.allSatisfy { $0 == 0x20 || $0 == UInt8(ascii: ",") }
    }
  }

  /// "Hi Anna," but not "Hello World app".
  private func endsSalutation(at end: Int) -> Bool {
    end == text.count || [0x21, 0x2C, 0x2E, 0x0A, 0x0D].contains(text[end])
  }

  /// Whether it is written in capitals: then capitals don't tell names from words.
  private func isShouted(_ word: Word) -> Bool {
    word.letters > 1
      && !String(decoding: text[word.start..<word.end], as: UTF8.self).unicodeScalars.contains {
        $0.properties.isLowercase
      }
  }

  /// Whether the word can't be part of a name. "A." and "O'" can, though they are words too.
  private func isStop(_ word: Word) -> Bool {
    guard vocabulary.isStop(word.hash) else { return false }
    let isInitial =
      word.letters == 1 && word.isCapitalised && word.end < text.count
      && (text[word.end] == UInt8(ascii: ".") || text[word.end] == UInt8(ascii: "'"))
    return !isInitial
  }

  /// A space, hyphen or apostrophe, or a point and space after an initial.
  private func gapInsideName(from start: Int, afterInitial: Bool) -> Int? {
    var index = start
    if afterInitial, index < text.count, text[index] == UInt8(ascii: ".") { index += 1 }
    guard index < text.count else { return nil }
    switch text[index] {
    case 0x20, UInt8(ascii: "-"), UInt8(ascii: "'"): return index + 1
    case 0xC2, 0xE2:
      let (scalar, length) = scalar(at: index)
      return [0xA0, 0x2010, 0x2011, 0x2019].contains(scalar) ? index + length : nil
    default: return index > start ? index : nil
    }
  }

  private func skipGap(from start: Int, isInsidePhrase: Bool) -> Int {
    var index = start
    while index < text.count, index - start < Self.longestGap {
      let byte = text[index]
      if byte >= 0x80 {
        let (scalar, length) = scalar(at: index)
        guard !folding.isLetter(scalar), !isInsidePhrase || [0xA0, 0x2019].contains(scalar) else {
          break
        }
        index += length
      } else if byte <= 0x20 || byte == UInt8(ascii: "'") || byte == UInt8(ascii: ",") {
        index += 1
      } else if !isInsidePhrase, !Self.isLetter(byte), !Self.isDigit(byte),
        byte != UInt8(ascii: "@"), byte != UInt8(ascii: "+"), byte != UInt8(ascii: "?")
      {
        index += 1
      } else {
        break
      }
    }
    return index
  }
}
