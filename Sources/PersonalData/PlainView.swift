/// A text as it is seen, for the scanner: without signs that nobody sees, and with the digits of
/// all scripts and the letters and signs of full width as those of ASCII.
///
///     PlainView(Array("tel. 601\u{200B}234\u{200B}567".utf8))?.bytes  // those of "tel. 601234567"
///
/// Telephones write numbers with invisible signs of direction around them, word processors put soft
/// hyphens and joints of no width between letters; in links and in HTML `@` is `%40` and `&#64;`.
struct PlainView {
  let bytes: [UInt8]
  /// Where each byte stands in the text, and behind them the text's length.
  private let places: [Int]

  /// Nil where the text is seen as it is written, as nearly all are.
  ///
  /// - Complexity: O(*n*) in the bytes of the text.
  init?(_ text: [UInt8]) {
    guard text.indices.contains(where: { Self.mayBegin(at: $0, in: text) }) else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    var places: [Int] = []
    places.reserveCapacity(text.count + 1)
    var index = 0
    var differs = false
    while index < text.count {
      var length = 1
      var kept = true
      var plain: UInt8?
      if Self.mayBegin(at: index, in: text) {
        if let coded = Self.atSigns.first(where: { text[index...].starts(with: $0) }) {
          length = coded.count
          plain = UInt8(ascii: "@")
        } else {
          var decoder = UTF8()
          var rest = text[index...].prefix(4).makeIterator()
          if case .scalarValue(let scalar) = decoder.decode(&rest) {
            length = UTF8.width(scalar)
            kept = !scalar.isUnseen
            plain = scalar.asASCII
          }
        }
      }
      if let plain {
        differs = true
        bytes.append(plain)
        places.append(index)
      } else if kept {
        for place in index..<index + length {
          bytes.append(text[place])
          places.append(place)
        }
      } else {
        differs = true
      }
      index += length
    }
    guard differs else { return nil }
    places.append(text.count)
    self.bytes = bytes
    self.places = places
  }

  /// What a range of the view takes up in the text.
  func place(of range: Range<Int>) -> Range<Int> {
    places[range.lowerBound]..<places[range.upperBound]
  }

  private static let atSigns = ["%40", "&#64;", "&#x40;", "&commat;"].map { Array($0.utf8) }

  /// Whether something may begin there that is seen as something else: a control character, a code of
  /// `@`, an invisible sign among Latin and punctuation, or one of the scripts after Cyrillic.
  private static func mayBegin(at index: Int, in text: [UInt8]) -> Bool {
    switch text[index] {
    case 0x09, 0x0A, 0x0D: return false
    case ..<0x20, 0x25, 0x26, 0x7F, 0xCD, 0xD8..<0xE2, 0xE3...: return true
    case 0xC2: return index + 1 < text.count && (text[index + 1] < 0xA0 || text[index + 1] == 0xAD)
    case 0xE2:
      // Dashes, quotes and currencies stand in most texts.
      guard index + 2 < text.count else { return false }
      let last = text[index + 2]
      return text[index + 1] == 0x80 && (0x8B...0x8F ~= last || 0xAA...0xAE ~= last)
        || text[index + 1] == 0x81 && 0xA0...0xAF ~= last
    default: return false
    }
  }
}

extension Unicode.Scalar {
  /// Takes no room and shows nothing of its own beside a digit or a letter.
  fileprivate var isUnseen: Bool {
    switch value {
    case ..<0x20, 0x7F...0x9F, 0xAD, 0x034F, 0x0600...0x0605, 0x061C, 0x180E, 0x200B...0x200F,
      0x202A...0x202E, 0x2060...0x206F,
      0xFE00...0xFE0F, 0xFEFF, 0xE0000...0xE0FFF:
      true
    default: false
    }
  }

  /// The digit of another script, or the sign of full width, as that of ASCII.
  fileprivate var asASCII: UInt8? {
    switch value {
    case 0xFF01...0xFF5E: return UInt8(value - 0xFEE0)
    case 0x3000: return 0x20
    case ..<0x0660, 0x2000...0x2FFF: return nil
    default:
      guard properties.numericType == .decimal, let digit = properties.numericValue else {
        return nil
      }
      return UInt8(digit) + 0x30
    }
  }
}
