import Diagnostics

/// The manual of all rules, written from the rules themselves.
package enum RuleManual {
  private struct Page {
    let name: String
    let severity: Diagnostic.Severity
    let headline: String
    let reason: String
    let origin: String
  }

  private static var pages: [Page] {
    let checked = ContentChecker.rules.map {
      Page(
        name: $0.name, severity: $0.severity, headline: $0.headline, reason: $0.reason,
        origin: "looks at all articles together")
    }
    let read = ReadingRules.all.map {
      Page(
        name: $0.name, severity: $0.severity, headline: $0.headline, reason: $0.reason,
        origin: "comes from reading files")
    }
    return (checked + read).sorted { $0.name < $1.name }
  }

  /// All pages as one Markdown file.
  package static var markdown: String {
    """
    # Rules of `signpost check`

    Written by `signpost check --manual`. A rule's severity can be changed in `signpost.yml`:

    ```yaml
    checks:
      missing-description: warning
      orphan: off
    ```

    \(pages.map(section).joined(separator: "\n"))
    """
  }

  /// A line for each rule: name, severity, headline.
  package static var list: String {
    let width = pages.map(\.name.count).max() ?? 0
    return pages.map { page in
      let name = page.name + String(repeating: " ", count: width - page.name.count)
      let severity = page.severity.rawValue
      return
        "\(name)  \(severity)\(String(repeating: " ", count: 9 - severity.count))\(page.headline)"
    }.joined(separator: "\n")
  }

  /// One rule's page; nil when there is no such rule.
  package static func page(of name: String) -> String? {
    pages.first { $0.name == name }.map(section)
  }

  package static var names: [String] { pages.map(\.name) }

  private static func section(_ page: Page) -> String {
    """
    ## \(page.name)

    **\(page.headline).** \(page.reason)

    Severity: \(page.severity.rawValue); \(page.origin).

    """
  }
}
