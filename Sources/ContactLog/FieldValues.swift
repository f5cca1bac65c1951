import PersonalData

/// What cells mean, other than dates: yes and no, and durations.
enum FieldValues {
  private static let yes: Set<String> = ["yes", "y", "true", "t", "1", "tak", "ja", "да", "x"]
  private static let no: Set<String> = ["no", "n", "false", "f", "0", "nie", "ne", "nein", "нет"]

  /// English, Polish, Latvian, Russian and German, regardless of case and accents.
  static func bool(_ text: String) -> Bool? {
    let key = LetterFolding.table.key(text)
    if yes.contains(key) { return true }
    return no.contains(key) ? false : nil
  }

  /// Minutes in `12.5`, `12,5`, `1 234,5` of a unit, or in `h:mm:ss`, which brings its own.
  ///
  /// `5:30` is minutes and seconds where the unit is minutes or less, else hours and minutes.
  ///
  ///     FieldValues.minutes("1:30:00", minutesPerUnit: 1)  // 90
  static func minutes(_ text: String, minutesPerUnit: Double?) -> Double? {
    let unit = minutesPerUnit ?? 1
    let bytes = Array(text.utf8)
    guard bytes.contains(UInt8(ascii: ":")) else { return number(bytes).map { $0 * unit } }
    var digits = bytes[...]
    let isNegative = digits.first == UInt8(ascii: "-")
    if isNegative { digits = digits.dropFirst() }
    let parts = digits.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard 2...3 ~= parts.count else { return nil }
    var values: [Double] = []
    for part in parts {
      guard let value = number(Array(part)), value >= 0 else { return nil }
      values.append(value)
    }
    let minutes =
      values.count == 3
      ? values[0] * 60 + values[1] + values[2] / 60
      : unit >= 60 ? values[0] * 60 + values[1] : values[0] + values[1] / 60
    return isNegative ? -minutes : minutes
  }

  /// A decimal number; the last comma or point is the decimal one, spaces and others group.
  private static func number(_ bytes: [UInt8]) -> Double? {
    let comma = UInt8(ascii: ",")
    let point = UInt8(ascii: ".")
    let decimal = bytes.lastIndex { $0 == comma || $0 == point }
    var plain = ""
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        plain.unicodeScalars.append(Unicode.Scalar(byte))
      case comma, point:
        if index == decimal { plain += "." }
      case UInt8(ascii: "-") where index == 0: plain += "-"
      // No-break spaces are C2 A0 and E2 80 AF.
      case 0x20, 0xC2, 0xA0, 0xE2, 0x80, 0xAF: continue
      default: return nil
      }
    }
    return Double(plain)
  }
}
