/// Something that readers should know now, before they ask: an outage, a delay, works.
package struct Notice: Hashable, Sendable {
  package enum Severity: String, Hashable, Sendable, CaseIterable { case info, warning, outage }

  package let id: String
  package let severity: Severity
  /// Minutes since 1970 in UTC; nil for from the start.
  package let from: Int?
  /// Minutes since 1970 in UTC; nil until it is removed.
  package let until: Int?
  /// Folders of the categories it stands in; empty for the whole site.
  package let categories: [[String]]
  /// By language code; under the empty code the text for all languages.
  package let text: [String: String]

  package init(
    id: String, severity: Severity, from: Int?, until: Int?, categories: [[String]],
    text: [String: String]
  ) {
    self.id = id
    self.severity = severity
    self.from = from
    self.until = until
    self.categories = categories
    self.text = text
  }

  package func isOver(at minute: Int) -> Bool { until.map { $0 <= minute } ?? false }

  package func hasBegun(at minute: Int) -> Bool { from.map { $0 <= minute } ?? true }

  /// True for pages of the folder or below it, and for all when it is for the whole site.
  ///
  ///     notice.concerns(["payments", "cards"])  // true for a notice in payments
  package func concerns(_ folder: [String]) -> Bool {
    categories.isEmpty || categories.contains { folder.starts(with: $0) }
  }
}
