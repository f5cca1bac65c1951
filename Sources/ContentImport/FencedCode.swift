extension String {
  /// The Markdown text with each line changed that isn't fenced code, or left out where nothing is
  /// given for it.
  ///
  ///     "a\n```\na\n```\n".changingLinesOutsideCode { $0 == "a" ? "b" : String($0) }  // "b\n```\na\n```\n"
  ///
  /// - Complexity: O(*n*) but for what the change takes.
  func changingLinesOutsideCode(_ change: (Substring) -> String?) -> String {
    var fence: Substring?
    let lines = split(separator: "\n", omittingEmptySubsequences: false).compactMap { line in
      let mark = line.drop { $0 == " " }.prefix { $0 == "`" || $0 == "~" }
      if mark.count >= 3 {
        if fence == nil {
          fence = mark
        } else if let open = fence, mark.hasPrefix(open) {
          fence = nil
        }
      }
      return fence == nil ? change(line) : String(line)
    }
    return lines.joined(separator: "\n")
  }
}
