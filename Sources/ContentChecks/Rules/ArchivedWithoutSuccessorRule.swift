import Diagnostics
import KnowledgeBase

/// Finds archived articles whose address leads nowhere.
struct ArchivedWithoutSuccessorRule: ContentRule {
  let name = "archived-without-successor"
  let severity = Diagnostic.Severity.note
  let headline = "An archived article names the one that takes its place"
  let reason = """
    Its address stands in old mails, bookmarks and search engines. With 'successor' it leads on to \
    the article that answers now, without it to a page that says there is nothing.
    """

  func check(_ content: CheckedContent) -> [Finding] {
    content.hidden.compactMap { article in
      guard article.status == .archived, article.frontMatter.successor == nil else {
        return nil
      }
      return Finding(
        "archived article '\(article.title)' has no successor",
        cures: ["write successor: with the id of the article that answers now"], in: article,
        key: "status")
    }
  }
}
