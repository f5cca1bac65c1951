import Diagnostics
import KnowledgeBase

/// Finds articles and questions without a text, how-tos without steps.
struct EmptyArticleRule: ContentRule {
  let name = "empty-article"
  let severity = Diagnostic.Severity.warning
  let headline = "An article says something, and a how-to has steps"
  let reason = """
    A page that only has a title sends the reader to the phone. Questions on a FAQ page need a text \
    each, a how-to a numbered list.
    """

  func check(_ content: CheckedContent) -> [Finding] {
    content.library.articles.flatMap { article -> [Finding] in
      let text = article.sections.map(\.text).joined()
      if text.isEmpty, article.frontMatter.stages.isEmpty, article.images.isEmpty {
        // Other generators take it for the page of its folder.
        let other =
          article.sourcePath.hasSuffix("/index.md")
          ? "name the file _index.md if it titles its category" : "set status: draft"
        return [
          Finding(
            "article '\(article.title)' has no text",
            cures: ["write the answer, or \(other)"], in: article)
        ]
      }
      if article.kind == .howTo, !article.html.contains("<ol") {
        return [
          Finding(
            "how-to '\(article.title)' has no steps",
            cures: ["number the steps: '1. …', or use another kind"], in: article, key: "kind")
        ]
      }
      return article.questionSections.filter(\.text.isEmpty).compactMap { section in
        let below = article.sections.drop { $0.anchor != section.anchor }.dropFirst().first
        if let below, below.level > section.level { return nil }
        return Finding(
          "question '\(section.title)' has no answer", cures: ["write it below the heading"],
          in: article, line: section.line)
      }
    }
  }
}
