/// A one-byte encoding of Windows: ASCII, and 128 letters and signs of its own.
struct CodePage: Sendable {
  let encoding: TextEncoding
  /// What each of the upper 128 bytes stands for.
  let upperHalf: [Unicode.Scalar]
  private let encoded: [[UInt8]]

  init(_ encoding: TextEncoding) {
    self.encoding = encoding
    let characters =
      switch encoding {
      case .windows1251: Self.upperHalfOf1251
      case .windows1257: Self.upperHalfOf1257
      default: Self.upperHalfOf1250
      }
    upperHalf = Array(characters.unicodeScalars)
    encoded = upperHalf.map { Array(String($0).utf8) }
  }

  /// Appends the text of `bytes` as UTF-8.
  func decode(_ bytes: ArraySlice<UInt8>, into output: inout [UInt8]) {
    for byte in bytes {
      if byte & 0x80 == 0 { output.append(byte) } else { output += encoded[Int(byte & 0x7F)] }
    }
  }

  /// Whether some code page has the letter or sign.
  static func hasScalar(_ value: UInt32) -> Bool {
    value < UInt32(ownScalars.count) && ownScalars[Int(value)]
  }

  /// By value, up to U+07FF.
  private static let ownScalars: [Bool] = {
    var own = [Bool](repeating: false, count: 0x800)
    for scalar in (upperHalfOf1250 + upperHalfOf1251 + upperHalfOf1257).unicodeScalars
    where scalar.value < 0x800 {
      own[Int(scalar.value)] = true
    }
    return own
  }()
}

/// Bytes 0x80 to 0xFF of each code page in order, U+FFFD where it has nothing.
///
/// Source: https://www.unicode.org/Public/MAPPINGS/VENDORS/MICSFT/WINDOWS/
extension CodePage {
  private static let upperHalfOf1250 = """
    €\u{FFFD}‚\u{FFFD}„…†‡\u{FFFD}‰Š‹ŚŤŽŹ\u{FFFD}‘’“”•–—\u{FFFD}™š›śťžź\
    \u{A0}ˇ˘Ł¤Ą¦§¨©Ş«¬\u{AD}®Ż°±˛ł´µ¶·¸ąş»Ľ˝ľż\
    ŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢß\
    ŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙
    """
  private static let upperHalfOf1251 = """
    ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u{FFFD}™љ›њќћџ\
    \u{A0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{AD}®Ї°±Ііґµ¶·ё№є»јЅѕї\
    АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ\
    абвгдежзийклмнопрстуфхцчшщъыьэюя
    """
  private static let upperHalfOf1257 = """
    €\u{FFFD}‚\u{FFFD}„…†‡\u{FFFD}‰\u{FFFD}‹\u{FFFD}¨ˇ¸\u{FFFD}‘’“”•–—\u{FFFD}™\u{FFFD}›\u{FFFD}\
    ¯˛\u{FFFD}\u{A0}\u{FFFD}¢£¤\u{FFFD}¦§Ø©Ŗ«¬\u{AD}®Æ°±²³´µ¶·ø¹ŗ»¼½¾æ\
    ĄĮĀĆÄÅĘĒČÉŹĖĢĶĪĻŠŃŅÓŌÕÖ×ŲŁŚŪÜŻŽß\
    ąįāćäåęēčéźėģķīļšńņóōõö÷ųłśūüżž˙
    """
}
