/// Texts inside other notations.
///
/// Signs are looked for as scalars. To a `Character` a sign is another one as soon as a mark is
/// combined with it, and `\r\n` is neither of its two: an escape by characters lets `"` with an
/// accent, or `<` behind a sign that joins what follows (U+0600), through as they stand.
extension String {
  /// As text or as a value in quotes, of HTML and XML.
  ///
  ///     "\"<b>\" & more".escapedForHTML  // "&quot;&lt;b&gt;&quot; &amp; more"
  ///
  /// - Complexity: O(*n*)
  package var escapedForHTML: String {
    replacing(mark: "&", with: "&amp;").replacing(mark: "<", with: "&lt;")
      .replacing(mark: ">", with: "&gt;").replacing(mark: "\"", with: "&quot;")
  }

  /// As a value of YAML in double quotes, on one line and without the signs that YAML refuses.
  ///
  ///     "He said \"no\"\nand left".quotedForYAML  // "\"He said \\\"no\\\" and left\""
  ///
  /// - Complexity: O(*n*)
  package var quotedForYAML: String {
    var quoted = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\\", "\"":
        quoted += "\\"
        quoted.unicodeScalars.append(scalar)
      case "\t", "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": quoted += " "
      default: if !scalar.isRefusedByYAML { quoted.unicodeScalars.append(scalar) }
      }
    }
    return quoted + "\""
  }
}

extension Unicode.Scalar {
  /// Outside of what YAML 1.2, section 5.1, calls printable, or the mark of a byte order.
  package var isRefusedByYAML: Bool {
    switch value {
    case 0x09, 0x0A, 0x0D, 0x85: false
    case ..<0x20, 0x7F...0x9F, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }
}
