/// The five kinds of alert that GitHub's Markdown knows, `> [!WARNING]`.
package enum Alert: String, CaseIterable, Sendable {
  case note, tip, important, warning, caution

  /// Nil unless the text is a marker: `[!WARNING]`, in any case.
  package init?(marker: String) {
    let trimmed = marker.split(separator: " ").joined(separator: " ")
    guard trimmed.hasPrefix("[!"), trimmed.hasSuffix("]") else { return nil }
    self.init(rawValue: trimmed.dropFirst(2).dropLast().lowercased())
  }

  /// Stands in an article's HTML for the alert's title, whose words belong to the site's language.
  package var placeholder: String { "<!--alert:\(rawValue)-->\n" }
}
