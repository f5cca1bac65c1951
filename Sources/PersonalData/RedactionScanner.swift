/// One pass over one text: finds personal data in it.
///
/// It works on bytes, for nearly all that matters is ASCII; letters beyond are decoded where words
/// are compared.
struct RedactionScanner {
  let vocabulary: RedactionVocabulary
  let folding = LetterFolding.table
  let text: [UInt8]
  var index = 0

  /// What the words before tell about the next number, and for how many words it holds.
  var context = RedactionVocabulary.NumberContext.none
  var contextWords = 0
  static let contextLength = 4

  var run = DigitRun()

  /// The number that ended last, and the currency that an amount follows.
  var numberEnd = -2
  private var currencyEnd = -2
  /// The last word, for what stands behind names, streets and the like.
  private(set) var wordBefore: Word?
  /// Whether a word was read that streets are named by.
  private(set) var hasStreet = false

  let hasAtSign: Bool
  /// Up to here no mail address begins: its part before the @ has been looked through.
  var localPartEnd = 0
  private var found: [Finding] = []
  private(set) var foundEnd = 0
  private var urlEnd = 0
  /// The query of the URL that is being read, cut when it is reached.
  private var query: Range<Int>?

  let isReference: (@Sendable (String) -> Bool)?

  struct Finding {
    let range: Range<Int>
    let label: RedactionLabel
  }

  init(
    _ text: [UInt8], vocabulary: RedactionVocabulary,
    isReference: (@Sendable (String) -> Bool)?
  ) {
    self.text = text
    self.isReference = isReference
    self.vocabulary = vocabulary
    hasAtSign = text.contains(UInt8(ascii: "@"))
  }

  /// What is personal in the text, in its order and without overlaps.
  mutating func findings() -> [Finding] {
    while index < text.count {
      if let cut = query, index >= cut.lowerBound {
        query = nil
        if index < cut.upperBound {
          replace(index..<cut.upperBound, with: .nothing)
          continue
        }
      }
      let byte = text[index]
      if byte >= 0x80 {
        nonASCII()
      } else if Self.isLetter(byte) {
        if !mailAddress() { word() }
      } else if Self.isDigit(byte) {
        if !mailAddress(), !address(), !longMachineAddress(), !birthDate(), !vehicleNumber() {
          number()
        }
      } else {
        sign(byte)
      }
    }
    return found
  }

  /// Whether an amount begins at `index`, its currency before it: `PLN 601 234 567`.
  var isAfterCurrency: Bool { index == currencyEnd + 1 }

  /// Whether the word is one that a title such as "kungs" stands behind.
  private func isName(_ name: Word, before title: Word) -> Bool {
    name.end + 1 == title.start && name.start >= foundEnd && name.isCapitalised
      && !vocabulary.isStop(name.hash)
  }

  /// Puts a label in the place of `range`, which must not begin before `index` by more than signs.
  mutating func replace(_ range: Range<Int>, with label: RedactionLabel) {
    found.append(Finding(range: max(foundEnd, range.lowerBound)..<range.upperBound, label: label))
    foundEnd = range.upperBound
    index = range.upperBound
    // It is a word to what comes next: in "invoice a@b.pl 601 234 567" the phone isn't the invoice's.
    contextWords -= 1
  }

  private mutating func sign(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "+"):
      if startsPhoneAfterPlus() { number() } else { index += 1 }
    case UInt8(ascii: "@"), UInt8(ascii: "("), UInt8(ascii: "["):
      if !spelledMailAddress() { index += 1 }
    case UInt8(ascii: "#"):
      setContext(.reference)
      index += 1
      replaceReference()
    case UInt8(ascii: "?"):
      if isBareQuery() {
        replace(index..<endOfURL(from: index), with: .nothing)
      } else {
        index += 1
      }
    default:
      index += 1
    }
  }

  private mutating func nonASCII() {
    let (scalar, length) = self.scalar(at: index)
    if folding.isLetter(scalar) {
      if !mailAddress() { word() }
    } else {
      index += length
      if scalar == 0x2116 {  // №
        setContext(.reference)
        replaceReference()
      }
    }
  }

  // MARK: Words

  private mutating func word() {
    let start = index
    if iban() || vehicleNumber() || postcode() || documentNumber() || longMachineAddress() {
      return
    }
    let word = self.word(at: start, stoppingAtDigits: true)
    index = word.end
    contextWords -= 1
    if contextWords <= 0 { context = .none }
    defer { wordBefore = word }
    if start > numberEnd + 1, vocabulary.isCurrencyCode(word.hash) { currencyEnd = word.end }
    guard let trigger = vocabulary.trigger(word.hash) else {
      skipRestOfWord()
      return
    }
    if trigger.context != .none { setContext(trigger.context) }
    if trigger.isStreet { hasStreet = true }
    if trigger.isURLScheme, readURL(from: word.end) { return }
    for phrase in trigger.phrases {
      if phrase.kind == .titleBehind, let name = wordBefore, isName(name, before: word) {
        replace(name.start..<name.end, with: .name)
        index = word.end
        return
      }
      if let end = end(of: phrase, from: word.end), let name = name(after: end, phrase.kind) {
        replace(name, with: .name)
        return
      }
    }
    if trigger.isSecretWord, secret(after: word.end) { return }
    if trigger.context == .none { skipRestOfWord() }
    if trigger.context == .reference { replaceReference() }
  }

  /// Replaces the number of an order or the like that stands at `index`, if that is asked for.
  private mutating func replaceReference() {
    guard let number = referenceNumber(from: index) else { return }
    replace(number, with: .reference)
  }

  /// Digits in a word belong to it (`A123`), unless the word announces a number (`tel601234567`).
  private mutating func skipRestOfWord() {
    while index < text.count {
      if text[index] < 0x80 {
        guard Self.isLetter(text[index]) || Self.isDigit(text[index]) else { return }
        index += 1
      } else {
        let (scalar, length) = self.scalar(at: index)
        guard folding.isLetter(scalar) else { return }
        index += length
      }
    }
  }

  struct Word {
    let start: Int
    let end: Int
    let hash: UInt64
    let letters: Int
    fileprivate let first: UInt32

    var isCapitalised: Bool { Unicode.Scalar(first)?.properties.isUppercase ?? false }
  }

  /// The letters (and digits) from `start` on; empty if there are none.
  func word(at start: Int, stoppingAtDigits: Bool = false) -> Word {
    var index = start
    var hash = WordHash.start
    var letters = 0
    var first: UInt32 = 0
    while index < text.count {
      let byte = text[index]
      var scalar = UInt32(byte)
      var length = 1
      if byte >= 0x80 {
        (scalar, length) = self.scalar(at: index)
        guard folding.isLetter(scalar) else { break }
      } else if Self.isDigit(byte) {
        if stoppingAtDigits { break }
      } else if !Self.isLetter(byte) {
        break
      }
      if letters == 0 { first = scalar }
      letters += 1
      hash = WordHash.add(folding.fold(scalar), to: hash)
      index += length
    }
    return Word(start: start, end: index, hash: hash, letters: letters, first: first)
  }

  mutating func setContext(_ context: RedactionVocabulary.NumberContext) {
    self.context = context
    contextWords = Self.contextLength
  }

  // MARK: URLs

  /// After `http` or `www`: notes where the URL's query is, if it is a URL.
  private mutating func readURL(from start: Int) -> Bool {
    let rest = text[start...]
    guard rest.starts(with: "://".utf8) || rest.first == UInt8(ascii: ".") else { return false }
    // A URL inside a URL has been looked through with the outer one.
    guard start >= urlEnd else { return true }
    urlEnd = endOfURL(from: start)
    if let cut = text[start..<urlEnd].firstIndex(where: { $0 == 0x3F || $0 == 0x23 }) {
      query = cut..<urlEnd
    }
    return true
  }

  private func endOfURL(from start: Int) -> Int {
    var end = start
    while end < text.count, text[end] > 0x20, text[end] != UInt8(ascii: "<"),
      text[end] != UInt8(ascii: ">"), text[end] != UInt8(ascii: "\""),
      text[end] != UInt8(ascii: ")")
    {
      end += 1
    }
    // The sentence's own signs.
    let signs: [UInt8] = [0x21, 0x27, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F]  // !',.:;?
    while end > start, signs.contains(text[end - 1]) { end -= 1 }
    return end
  }

  /// `?token=…` in an address that was written without its scheme.
  private func isBareQuery() -> Bool {
    guard index > 0, text[index - 1] > 0x20 else { return false }
    var end = index + 1
    while end < text.count, end - index < 40,
      Self.isLetter(text[end]) || Self.isDigit(text[end]) || text[end] == UInt8(ascii: "_")
        || text[end] == UInt8(ascii: "-")
    {
      end += 1
    }
    return end > index + 1 && end < text.count && text[end] == UInt8(ascii: "=")
  }

  // MARK: Bytes

  static func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }
  static func isLetter(_ byte: UInt8) -> Bool { 0x61...0x7A ~= byte | 0x20 }

  /// The scalar that begins at `index`. The text came from a String, so it is well-formed.
  func scalar(at index: Int) -> (scalar: UInt32, length: Int) {
    let byte = text[index]
    let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    guard length > 1, index + length <= text.count else { return (UInt32(byte), 1) }
    var scalar = UInt32(byte) & (0x7F >> UInt32(length))
    for next in text[index + 1..<index + length] { scalar = scalar << 6 | UInt32(next & 0x3F) }
    return (scalar, length)
  }
}
