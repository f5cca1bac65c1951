#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Counts what tells one encoding from another while a log's bytes go by.
///
/// A few broken rows in a UTF-8 file are the rows' fault; a file without any well-formed
/// sequence was saved in a code page, and the letters' frequencies say in which.
struct EncodingSurvey {
  private var upperBytes = [Int](repeating: 0, count: 128)
  private var zeros = (even: 0, odd: 0)
  private var total = 0
  private var wellFormed = 0
  private var malformed = 0
  /// Continuation bytes that the sequence begun last still needs.
  private var expected = 0

  /// - Complexity: O(*n*), *n* the number of bytes.
  mutating func add(_ bytes: [UInt8]) {
    for index in bytes.indices {
      let byte = bytes[index]
      if byte & 0x80 == 0 {
        if expected > 0 { breakOff() }
        if byte == 0 { countZero(at: total + index) }
      } else {
        addUpper(byte)
      }
    }
    total += bytes.count
  }

  private mutating func addUpper(_ byte: UInt8) {
    upperBytes[Int(byte & 0x7F)] += 1
    if expected > 0 {
      if byte & 0xC0 == 0x80 {
        expected -= 1
        if expected == 0 { wellFormed += 1 }
        return
      }
      breakOff()
    }
    switch byte {
    case 0xC2...0xDF: expected = 1
    case 0xE0...0xEF: expected = 2
    case 0xF0...0xF4: expected = 3
    default: malformed += 1
    }
  }

  private mutating func breakOff() {
    malformed += 1
    expected = 0
  }

  private mutating func countZero(at position: Int) {
    if position & 1 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
  }

  /// The likeliest encoding, and whether that is a guess that must be told to the user.
  var verdict: (encoding: TextEncoding, isGuess: Bool) {
    // UTF-16 without its mark: every space, digit and delimiter has a zero on the same side.
    if (zeros.even + zeros.odd) * 20 > total {
      if zeros.odd > 8 * zeros.even { return (.utf16LittleEndian, true) }
      if zeros.even > 8 * zeros.odd { return (.utf16BigEndian, true) }
    }
    guard malformed > 0, malformed > wellFormed else { return (.utf8, false) }
    return (likeliestCodePage, true)
  }

  private var likeliestCodePage: TextEncoding {
    // Signs such as dashes and quotation marks, the same in all three, tell nothing.
    let pages = [TextEncoding.windows1250, .windows1251, .windows1257]
    let halves = pages.map { $0.upperHalf ?? [] }
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
