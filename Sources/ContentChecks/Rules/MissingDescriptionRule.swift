import Diagnostics
import KnowledgeBase

/// Finds articles without a description.
struct MissingDescriptionRule: ContentRule {
  let name = "missing-description"
  let severity = Diagnostic.Severity.note
  let headline = "Every article says its answer in one sentence"
  let reason = """
    Lists, search results and search engines show the description; without it they show the first \
    words of the text, which seldom are the answer.
    """

  func check(_ content: CheckedContent) -> [Finding] {
    content.library.articles.filter { ($0.frontMatter.description ?? "").isEmpty }.map {
      Finding(
        "article '\($0.title)' has no description",
        cures: ["write description: with the answer in one sentence"], in: $0)
    }
  }
}
