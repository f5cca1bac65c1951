#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Counts what tells one encoding from another while a log's bytes go by.
///
/// A file with more broken UTF-8 sequences than well-formed ones was saved in a code page, and the
/// letters' frequencies say in which.
struct EncodingSurvey {
  /// What a file is encoded in.
  struct Verdict {
    let encoding: TextEncoding
    /// Whether it is only likely, by the letters' frequencies.
    var isGuess = false
    /// Whether it is UTF-8 without a fault.
    var isWellFormed = false
    /// What bytes that aren't UTF-8 may be; nil if there are none.
    var codePage: CodePage?
  }

  /// Bytes from 0x80 on outside well-formed UTF-8 sequences.
  private var upperBytes = [Int](repeating: 0, count: 128)
  private var zeros = (even: 0, odd: 0)
  private var total = 0
  private var wellFormed = 0
  /// Well-formed sequences of letters that no code page has.
  private var foreign = 0
  private var malformed = 0
  /// The sequence begun last: its bytes, and how many continuation bytes it still needs.
  private var sequence: UInt32 = 0
  private var expected = 0

  /// - Complexity: O(*n*), *n* the number of bytes.
  mutating func add(_ bytes: some RandomAccessCollection<UInt8>) {
    var position = total
    for byte in bytes {
      if byte & 0x80 == 0 {
        if expected > 0 { breakOff() }
        if byte == 0 { countZero(at: position) }
      } else {
        addUpper(byte)
      }
      position += 1
    }
    total = position
  }

  private mutating func addUpper(_ byte: UInt8) {
    if expected > 0 {
      if byte & 0xC0 == 0x80 {
        expected -= 1
        sequence = sequence << 8 | UInt32(byte)
        if expected == 0 { finishSequence() }
        return
      }
      breakOff()
    }
    sequence = UInt32(byte)
    switch byte {
    case 0xC2...0xDF: expected = 1
    case 0xE0...0xEF: expected = 2
    case 0xF0...0xF4: expected = 3
    default: breakOff()
    }
  }

  /// Overlong forms, surrogates and values beyond Unicode are as broken as stray bytes.
  private mutating func finishSequence() {
    switch sequence {
    case 0xE08080...0xE09FBF, 0xEDA080...0xEDBFBF, 0xF0808080...0xF08FBFBF, 0xF4908080...:
      breakOff()
    case 0xC280...0xDFBF where !CodePage.hasScalar(sequence >> 2 & 0x7C0 | sequence & 0x3F):
      foreign += 1
    default: wellFormed += 1
    }
  }

  private mutating func breakOff() {
    malformed += 1
    expected = 0
    while sequence != 0 {
      upperBytes[Int(sequence & 0x7F)] += 1
      sequence >>= 8
    }
  }

  private mutating func countZero(at position: Int) {
    if position & 1 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
  }

  /// Whether all of it is UTF-8.
  var isWellFormed: Bool { malformed == 0 && expected == 0 }
  var hasWellFormed: Bool { wellFormed + foreign > 0 }
  /// Whether it is UTF-8 with some faults rather than something else.
  ///
  /// Capitals of a code page, such as ÓŁ, may look like UTF-8 of a letter that nobody here writes,
  /// so foreign letters must be many to count.
  var isMostlyWellFormed: Bool { malformed <= max(wellFormed, foreign / 8) }
  /// Whether it is UTF-8 in which a few letters were cut.
  var isDamagedUTF8: Bool { malformed > 0 && malformed < wellFormed }
  /// Whether it is UTF-8 with letters of the code pages only.
  var isPlainlyUTF8: Bool { isWellFormed && foreign == 0 }

  /// The likeliest encoding, and whether that is a guess that must be told to the user.
  func verdict() -> Verdict {
    // UTF-16 without its mark: every space, digit and delimiter has a zero on the same side.
    if (zeros.even + zeros.odd) * 20 > total {
      if zeros.odd > 8 * zeros.even { return Verdict(encoding: .utf16LittleEndian, isGuess: true) }
      if zeros.even > 8 * zeros.odd { return Verdict(encoding: .utf16BigEndian, isGuess: true) }
    }
    guard malformed > 0 else { return Verdict(encoding: .utf8, isWellFormed: isWellFormed) }
    let page = likeliestCodePage
    return isMostlyWellFormed
      ? Verdict(encoding: .utf8, codePage: CodePage(page))
      : Verdict(encoding: page, isGuess: true, codePage: CodePage(page))
  }

  private var likeliestCodePage: TextEncoding {
    // Signs such as dashes and quotation marks, the same in all three, tell nothing.
    let pages = [TextEncoding.windows1250, .windows1251, .windows1257]
    let halves = pages.map { CodePage($0).upperHalf }
    let telling = (0..<128).filter { index in
      upperBytes[index] > 0 && !halves.allSatisfy { $0[index] == halves[0][index] }
    }
    var best = (page: TextEncoding.windows1250, score: -Double.infinity)
    for (page, half) in zip(pages, halves) {
      for letters in Self.letters(writtenIn: page) {
        let score = telling.reduce(0.0) { sum, index in
          sum + Double(upperBytes[index]) * Self.logLikelihood(of: half[index], among: letters)
        }
        if score > best.score { best = (page, score) }
      }
    }
    return best.page
  }

  /// Each language's letters outside ASCII, the most frequent first.
  private static func letters(writtenIn page: TextEncoding) -> [String] {
    switch page {
    case .windows1250: ["łęąóżśćńź", "íáéěýžčřšůúňťďó", "üäöß"]
    case .windows1251: ["оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё", "оанивітерскмлдпуязбгьчхйїжцщюшфєґ"]
    default: ["āīēšūņļžčķģ", "ėšųąžįūčę", "äõüöšž"]
    }
  }

  /// Zipf's law: the *r*-th most frequent letter has a share proportional to 1/*r*.
  private static func logLikelihood(of scalar: Unicode.Scalar, among letters: String) -> Double {
    /// The share of a letter that the language doesn't use, in names and loan words.
    let foreign = 0.0005
    let lower = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
    let ranked = Array(letters.unicodeScalars)
    guard let rank = ranked.firstIndex(of: lower) else { return log(foreign) }
    let harmonic = (1...ranked.count).reduce(0) { $0 + 1 / Double($1) }
    return log(1 / Double(rank + 1) / harmonic)
  }
}
