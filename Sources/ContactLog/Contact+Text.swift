import PersonalData

extension Contact {
  /// The customer's own words: the reason without the labels that redaction left in it.
  ///
  ///     // "I am [name], where is my card"
  ///     contact.said  // "I am  , where is my card"
  package var said: String {
    guard reason.utf8.contains(UInt8(ascii: "[")) else { return reason }
    return RedactionLabel.shown.reduce(reason) { $0.replacing($1, with: " ") }
  }

  /// The reason as it may stand in a line of a report: without line breaks, and without characters
  /// that move a terminal's cursor or turn the direction of what follows.
  package var quote: String { Self.onOneLine(reason) }

  /// A text of the log as `quote` shows the reason.
  package static func onOneLine(_ text: String) -> String {
    let isPlain = text.unicodeScalars.allSatisfy {
      $0.value >= 0x20 && ($0.isASCII || !Self.isUnprintable($0))
    }
    if isPlain { return text }
    let shown = text.unicodeScalars.map { Self.isUnprintable($0) ? " " : Character($0) }
    return shown.split(whereSeparator: \.isWhitespace).map { String($0) }.joined(separator: " ")
  }

  private static func isUnprintable(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .control || scalar.properties.isBidiControl
      || scalar.properties.isWhitespace && scalar.value >= 0x2028
  }
}
