import Diagnostics
import KnowledgeBase

/// Finds headings that skip a level.
struct HeadingJumpRule: ContentRule {
  let name = "heading-jump"
  let severity = Diagnostic.Severity.warning
  let headline = "Headings go down one level at a time"
  let reason = """
    Screen readers move from heading to heading by level; a level that is left out looks to them like \
    a part that is missing (WCAG 2.2, 1.3.1).
    """

  func check(_ content: CheckedContent) -> [Finding] {
    content.library.articles.flatMap { article in
      var previous = 1
      return article.sections.filter { $0.level > 0 }.compactMap { section -> Finding? in
        defer { previous = section.level }
        guard section.level > previous + 1 else { return nil }
        let marks = String(repeating: "#", count: previous + 1)
        return Finding(
          "heading '\(section.title)' jumps from level \(previous) to \(section.level)",
          cures: ["write it as '\(marks) \(section.title)'"], in: article, line: section.line)
      }
    }
  }
}
