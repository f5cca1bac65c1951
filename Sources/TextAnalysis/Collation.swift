/// Orders texts as readers of a language look for them: by its alphabet, without regard to case and
/// to marks that make no letter of their own, numbers by their value.
///
///     let polish = Collation(language: "pl")
///     polish.key(of: "Łódź") < polish.key(of: "Marka")  // true: ł stands before m
///     polish.heading(of: polish.key(of: "„Żółta” karta"))  // "Ż"
///
/// The same on every machine, since nothing of the system's is asked. Punctuation counts as a space
/// between words, and for nothing at the ends.
///
/// Source of the alphabets: Unicode CLDR 46, collation rules.
package struct Collation: Sendable {
  /// What a text is compared by; made once for each text, since making it takes longer than a
  /// comparison.
  package struct Key: Comparable, Sendable {
    /// Weights of letters, numbers and spaces; then 0 and the marks that the weights leave out.
    fileprivate let weights: [UInt32]
    private let text: String
    /// Orders as the keys do where it differs.
    package let beginning: UInt64

    fileprivate init(weights: [UInt32], text: String) {
      self.weights = weights
      self.text = text
      // A weight is below 2^21: see `otherLetter`.
      beginning = (0..<3).reduce(0) {
        $0 << 21 | UInt64($1 < weights.count ? weights[$1] : 0)
      }
    }

    package static func < (left: Key, right: Key) -> Bool {
      left.weights == right.weights
        ? left.text < right.text : left.weights.lexicographicallyPrecedes(right.weights)
    }
  }

  private static let latin = "abcdefghijklmnopqrstuvwxyz"
  private static let cyrillic = "абвгдежзийклмнопрстуфхцчшщъыьэюя"
  private static let alphabets = [
    "be": "абвгдеёжзійклмнопрстуўфхцчшыьэюя",
    "cs": "abcčdefghijklmnopqrřsštuvwxyzž",
    "da": "abcdefghijklmnopqrstuvwxyzæøå",
    "es": "abcdefghijklmnñopqrstuvwxyz",
    "et": "abcdefghijklmnopqrsšzžtuvwõäöüxy",
    "fi": "abcdefghijklmnopqrstuvwxyzåäö",
    "lt": "abcčdefghiyjklmnopqrsštuvwxzž",
    "lv": "abcčdefgģhijkķlļmnņopqrŗsštuvwxzž",
    "nb": "abcdefghijklmnopqrstuvwxyzæøå",
    "pl": "aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźż",
    "ru": cyrillic,
    "sk": "aäbcčdefghijklmnoôpqrsštuvwxyzž",
    "sv": "abcdefghijklmnopqrstuvwxyzåäö",
    "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
  ]
  /// Letters that stand among others although nothing relates them: Latvian lists Y with I.
  private static let variants: [String: [Unicode.Scalar: Unicode.Scalar]] = ["lv": ["y": "i"]]

  /// Weights: 0 ends those of letters, then come spaces, numbers by their length, digits, letters of
  /// the alphabet, and all other letters by their code.
  private static let space: UInt32 = 1
  private static let number: UInt32 = 2
  private static let longestNumber: UInt32 = 0xF00
  private static let digit: UInt32 = 0xF10
  private static let letter: UInt32 = 0x1000
  private static let otherLetter: UInt32 = 0x1_0000

  private struct Entry {
    var weights: (UInt32, UInt32, UInt32) = (0, 0, 0)
    /// 0 for a letter of the alphabet.
    var mark: UInt32 = 0
  }

  private let letters: [Unicode.Scalar]
  private let ranks: [Unicode.Scalar: UInt32]
  private let variants: [Unicode.Scalar: Unicode.Scalar]
  /// The entries of Latin and Cyrillic letters.
  private var table: [Entry] = []
  private static let tableEnd: UInt32 = 0x530

  /// - Parameter language: a tag of BCP 47 or its first part. The letters of other scripts follow
  ///   those of the language's own.
  package init(language: String) {
    let primary = String(language.prefix { $0 != "-" })
    let all = (Self.alphabets[primary] ?? "") + Self.latin + Self.cyrillic
    variants = Self.variants[primary] ?? [:]
    var letters: [Unicode.Scalar] = []
    var ranks: [Unicode.Scalar: UInt32] = [:]
    for scalar in all.unicodeScalars where ranks[scalar] == nil && variants[scalar] == nil {
      ranks[scalar] = Self.letter + UInt32(letters.count)
      letters.append(scalar)
    }
    self.letters = letters
    self.ranks = ranks
    table = (0..<Self.tableEnd).map { Unicode.Scalar($0).map(entry) ?? Entry() }
  }

  /// - Complexity: O(*n*) in the length of the text.
  package func key(of text: String) -> Key {
    var weights: [UInt32] = []
    weights.reserveCapacity(text.utf8.count + 4)
    var marks: [UInt32] = []
    var count = 0
    var digits: [UInt32] = []
    var isSpaceDue = false
    func add(_ weight: UInt32, mark: UInt32 = 0) {
      if isSpaceDue, !weights.isEmpty { weights.append(Self.space) }
      isSpaceDue = false
      weights.append(weight)
      if mark != 0 {
        // Most texts have none.
        marks += repeatElement(0, count: count - marks.count) + [mark]
      }
      count += 1
    }
    func addNumber() {
      guard !digits.isEmpty else { return }
      let value = digits.drop { $0 == 0 }
      add(Self.number + min(UInt32(value.count), Self.longestNumber))
      for digit in value { add(Self.digit + digit) }
      digits.removeAll(keepingCapacity: true)
    }
    for scalar in text.unicodeScalars {
      if let digit = Self.digit(scalar) {
        digits.append(digit)
        continue
      }
      addNumber()
      let entry =
        scalar.value < Self.tableEnd ? table[Int(scalar.value)] : self.entry(for: scalar)
      switch entry.weights.0 {
      case Folding.separator: isSpaceDue = true
      case Folding.ignorable: break
      case let first:
        add(first, mark: entry.mark)
        if entry.weights.1 != 0 { add(entry.weights.1) }
        if entry.weights.2 != 0 { add(entry.weights.2) }
      }
    }
    addNumber()
    if !marks.isEmpty { weights += [0] + marks + repeatElement(0, count: count - marks.count) }
    return Key(weights: weights, text: text)
  }

  /// What a text stands under in a list from A to Z: a letter, `0–9`, or `#` where it has neither.
  package func heading(of key: Key) -> String {
    switch key.weights.first ?? 0 {
    case 0: "#"
    case ..<Self.letter: "0–9"
    case ..<Self.otherLetter:
      letters[Int(key.weights[0] - Self.letter)].properties.uppercaseMapping
    default:
      Unicode.Scalar(key.weights[0] - Self.otherLetter)?.properties.uppercaseMapping ?? "#"
    }
  }

  private func entry(for scalar: Unicode.Scalar) -> Entry {
    let lower = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
    if let rank = ranks[lower] { return Entry(weights: (rank, 0, 0)) }
    if let variant = variants[lower], let rank = ranks[variant] {
      return Entry(weights: (rank, 0, 0), mark: lower.value)
    }
    let folded = Folding.entry(for: scalar)
    guard folded > Folding.ignorable else { return Entry(weights: (folded, 0, 0)) }
    let weights = Folding.scalars(folded).map { ranks[$0] ?? Self.otherLetter + $0.value }
    return Entry(
      weights: (
        weights[0], weights.count > 1 ? weights[1] : 0, weights.count > 2 ? weights[2] : 0
      ), mark: lower.value)
  }

  /// The value of a decimal digit of any script.
  private static func digit(_ scalar: Unicode.Scalar) -> UInt32? {
    switch scalar.value {
    case 0x30...0x39: return scalar.value - 0x30
    case ..<0x660: return nil
    default:
      guard scalar.properties.numericType == .decimal else { return nil }
      return scalar.properties.numericValue.map { UInt32($0) }
    }
  }
}
