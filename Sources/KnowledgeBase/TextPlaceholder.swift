/// Words in an article's HTML that belong to the site's language; pages put them in.
package enum TextPlaceholder: String, CaseIterable, Sendable {
  /// What stands on a block that unfolds, when the author wrote nothing.
  case details = "article.details"
  /// The heading of the notes below an article.
  case notes = "article.notes"
  /// Leads from a note back to the text.
  case backToText = "article.backToText"

  /// Stands in the HTML for the words, which the site's strings have under `rawValue`.
  package var comment: String { "<!--text:\(rawValue)-->" }

  /// An article's HTML with words in place of all of these.
  ///
  /// - Complexity: O(*n*) in the length of the HTML.
  package static func filled(_ html: String, with words: (String) -> String) -> String {
    allCases.reduce(html) { $0.replacing(mark: $1.comment, with: words($1.rawValue)) }
  }
}
