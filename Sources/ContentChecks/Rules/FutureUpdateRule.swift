import Diagnostics
import KnowledgeBase

/// Finds articles that claim to have changed on a day to come.
struct FutureUpdateRule: ContentRule {
  let name = "future-update"
  let severity = Diagnostic.Severity.warning
  let headline = "'updated' is a day that has come"
  let reason = """
    Readers see the day, the feed is sorted by it, and translations count as out of date until it. \
    An article that is to appear on a later day has that day as 'published'.
    """

  func check(_ content: CheckedContent) -> [Finding] {
    content.library.articles.compactMap { article in
      guard let day = article.frontMatter.updated, day > content.today else { return nil }
      return Finding(
        "article was changed on \(day), which is yet to come",
        cures: [
          "write the day on which it was changed, or 'published: \(day)' to hide it until then"
        ], in: article, key: "updated")
    }
  }
}
