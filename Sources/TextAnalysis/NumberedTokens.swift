/// The words of a text by their numbers in a table, and where they stand. The storage is used again
/// for the next text, so that reading many of them makes no string and no array for each.
///
///     var tokens = NumberedTokens()
///     tokens.read(Array("Karta, karta".utf8), numbering: &words)
///     tokens.numbers  // [0, 0]
package struct NumberedTokens: Sendable {
  /// By word of the text, in its order: the number in the table.
  package private(set) var numbers: [UInt32] = []
  /// By word of the text: its UTF-8 offsets.
  package private(set) var ranges: [Range<Int>] = []
  private var forms: [ShortForm] = []
  /// The forms of more than sixteen bytes one after another.
  private var longForms: [UInt8] = []

  package init() {}

  /// Replaces what was read before; words that the table lacks are added to it.
  ///
  /// - Parameter text: valid UTF-8.
  /// - Complexity: O(*n*) in the length of the text.
  package mutating func read(_ text: [UInt8], numbering words: inout FormTable) {
    Self.scan(text, &forms, &longForms, &ranges)
    let (forms, longForms) = (forms, longForms)
    // All forms are known before the first is looked for, so that the processor waits for the memory
    // of many slots at once.
    numbers.removeAll(keepingCapacity: true)
    numbers.append(addingCapacity: forms.count) { numbers in
      for form in forms {
        let number =
          form.isWhole
          ? words.insert(form)
          : words.insert(longForms.span.extracting(form.offset..<form.offset + form.count))
        numbers.append(UInt32(truncatingIfNeeded: number))
      }
    }
  }

  private static func scan(
    _ text: [UInt8], _ forms: inout [ShortForm], _ longForms: inout [UInt8],
    _ ranges: inout [Range<Int>]
  ) {
    forms.removeAll(keepingCapacity: true)
    longForms.removeAll(keepingCapacity: true)
    ranges.removeAll(keepingCapacity: true)
    // Two words have a byte between them at least, and pairs of ideographs take more.
    let most = text.count / 2 + 1
    var scanner = TokenScanner(text)
    forms.append(addingCapacity: most) { forms in
      ranges.append(addingCapacity: most) { ranges in
        while true {
          if let token = scanner.nextPlain() {
            forms.append(token.form)
            ranges.append(token.range)
          } else if let range = scanner.next() {
            forms.append(ShortForm(scanner.form.span, orAfter: &longForms))
            ranges.append(range)
          } else {
            return
          }
        }
      }
    }
  }
}

extension TokenScanner {
  /// The next token, if it has up to fifteen ASCII letters and digits, nothing else, and ASCII after
  /// it, as most have; else nil, and `next()` tells what comes.
  @inline(__always)
  mutating func nextPlain() -> (range: Range<Int>, form: ShortForm)? {
    let before = position
    let form = Self.plain(in: text, from: &position, ascii: ascii)
    if position > before { isPaired = false }
    return form.map { (position - $0.count..<position, $0) }
  }

  /// Reads to the end of the next token, or to its start when it is another.
  @inline(__always)
  private static func plain(
    in text: [UInt8], from position: inout Int, ascii: [UInt8]
  ) -> ShortForm? {
    let text = text.span
    let ascii = ascii.span
    while position < text.count, ascii[Int(text[position])] == 0, text[position] < 0x80 {
      position += 1
    }
    guard position + 16 < text.count else { return nil }
    let first = EightBytes(text.bytes, at: position)
    var length = first.lettersAtStart
    var form = ShortForm(count: length, first: first.folded(length), second: 0)
    if length == 8 {
      let second = EightBytes(text.bytes, at: position + 8)
      length += second.lettersAtStart
      form = ShortForm(
        count: length, first: first.folded(8), second: second.folded(second.lettersAtStart))
    }
    // What is no ASCII may be a letter, and an apostrophe stands within words.
    let after = text[position + length]
    guard length > 0, length < 16, after < 0x80, after != 0x27 else { return nil }
    position += length
    return form
  }
}

/// A folded word in UTF-8: of up to sixteen bytes all of them, the first lowest, zeros above the last;
/// of a longer one where it stands among others.
struct ShortForm {
  private static let longest = 16

  let count: Int
  let first: UInt64
  let second: UInt64

  init(count: Int, first: UInt64, second: UInt64) {
    self.count = count
    self.first = first
    self.second = second
  }

  /// - Parameter longForms: where a word is kept that is longer.
  init(_ form: Span<UInt8>, orAfter longForms: inout [UInt8]) {
    count = form.count
    if form.count > Self.longest {
      (first, second) = (UInt64(longForms.count), 0)
      for place in form.indices { longForms.append(form[place]) }
    } else {
      (first, second) = (Self.eightBytes(of: form, from: 0), Self.eightBytes(of: form, from: 8))
    }
  }

  var isWhole: Bool { count <= Self.longest }

  /// Of a word that isn't whole.
  var offset: Int { Int(first) }

  var bytes: [UInt8] {
    (0..<count).map { place in
      UInt8(truncatingIfNeeded: (place < 8 ? first : second) >> UInt64(8 * (place & 7)))
    }
  }

  private static func eightBytes(of form: Span<UInt8>, from start: Int) -> UInt64 {
    var bytes: UInt64 = 0
    for place in start..<max(start, min(form.count, start + 8)) {
      bytes |= UInt64(form[place]) << UInt64(8 * (place - start))
    }
    return bytes
  }
}

/// Eight bytes of a text at once, the first lowest ("SIMD within a register").
private struct EightBytes {
  private static let highBits: UInt64 = 0x8080_8080_8080_8080
  private static let ones: UInt64 = 0x0101_0101_0101_0101

  private let bytes: UInt64

  init(_ text: RawSpan, at offset: Int) {
    bytes = UInt64(littleEndian: text.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// How many ASCII letters and digits come before anything else.
  var lettersAtStart: Int { (~isLetter & Self.highBits).trailingZeroBitCount / 8 }

  /// The first bytes, letters and digits, in lower case: digits have that bit too.
  @inline(__always)
  func folded(_ count: Int) -> UInt64 {
    let lower = bytes | Self.ones &* 0x20
    return count == 8 ? lower : lower & (1 << UInt64(8 * count) &- 1)
  }

  /// The high bit of each byte that is an ASCII letter or digit.
  private var isLetter: UInt64 {
    let low = bytes & ~Self.highBits
    let lower = low | Self.ones &* 0x20
    let letters = Self.atLeast(0x61, in: lower) & ~Self.atLeast(0x7B, in: lower)
    let digits = Self.atLeast(0x30, in: low) & ~Self.atLeast(0x3A, in: low)
    return (letters | digits) & ~bytes & Self.highBits
  }

  /// Sets the high bit of each byte, below 0x80, that is `limit` or more.
  private static func atLeast(_ limit: UInt64, in bytes: UInt64) -> UInt64 {
    bytes &+ ones &* (0x80 - limit)
  }
}
