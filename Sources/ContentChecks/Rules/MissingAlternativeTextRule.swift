import Diagnostics
import KnowledgeBase

/// Finds images that say nothing to those who don't see them.
struct MissingAlternativeTextRule: ContentRule {
  let name = "missing-alt-text"
  let severity = Diagnostic.Severity.warning
  let headline = "Every image says in words what it shows"
  let reason = """
    Who doesn't see an image hears the text in its brackets, and search finds it (WCAG 2.2, 1.1.1).
    """

  func check(_ content: CheckedContent) -> [Finding] {
    content.library.articles.flatMap { article in
      article.images.filter { $0.alternative.allSatisfy(\.isWhitespace) }.map { image in
        Finding(
          "image '\(image.address.prefix(80))' has no text",
          cures: ["write what it shows: ![The app's menu](menu.png)"], in: article,
          line: image.line, column: image.column)
      }
    }
  }
}
