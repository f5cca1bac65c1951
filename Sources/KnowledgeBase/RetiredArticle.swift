/// An article that customers no longer see: archived, or past the day it expired.
package struct RetiredArticle: Sendable {
  package let title: String
  package let language: Language
  /// The first day on which it wasn't shown any more, where its file says so: `2026-10-01`.
  package let since: String?
  /// The page that answers instead, where its old address leads.
  package let successor: Permalink?

  package init(title: String, language: Language, since: String?, successor: Permalink?) {
    self.title = title
    self.language = language
    self.since = since
    self.successor = successor
  }
}
