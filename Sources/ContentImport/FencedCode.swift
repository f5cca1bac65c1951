extension String {
  /// The lines of Markdown text, each with whether it belongs to fenced code.
  ///
  ///     "a\n```\nb\n```\n".linesAndCode.map(\.isCode)  // [false, true, true, true, false]
  ///
  /// - Complexity: O(*n*).
  var linesAndCode: [(line: Substring, isCode: Bool)] {
    var fence: Substring?
    return split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let mark = line.drop { $0 == " " || $0 == ">" }.prefix { $0 == "`" || $0 == "~" }
      guard mark.count >= 3 else { return (line, fence != nil) }
      if fence == nil {
        fence = mark
      } else if let open = fence, mark.hasPrefix(open) {
        fence = nil
      }
      return (line, true)
    }
  }

  /// The Markdown text with each line changed that isn't fenced code, or left out where nothing is
  /// given for it.
  ///
  ///     "a\n```\na\n```\n".changingLinesOutsideCode { $0 == "a" ? "b" : String($0) }  // "b\n```\na\n```\n"
  ///
  /// - Complexity: O(*n*) but for what the change takes.
  func changingLinesOutsideCode(_ change: (Substring) -> String?) -> String {
    linesAndCode.compactMap { $0.isCode ? String($0.line) : change($0.line) }
      .joined(separator: "\n")
  }
}
