import Diagnostics
import KnowledgeBase

/// Finds articles that somebody should have read again.
struct ReviewOverdueRule: ContentRule {
  let name = "review-overdue"
  let severity = Diagnostic.Severity.warning
  let headline = "Articles are read again by the day they name"
  let reason = """
    Products, prices and wording change while articles stay. 'review-by' names a day, 'review-every' \
    counts from 'updated'; set 'updated' when you have read it.
    """

  func check(_ content: CheckedContent) -> [Finding] {
    content.library.articles.compactMap { article in
      let matter = article.frontMatter
      let counted = matter.updated.flatMap { matter.reviewEvery?.due(after: $0) }
      guard let due = [matter.reviewBy, counted].compactMap({ $0 }).min(), due < content.today
      else {
        return nil
      }
      let owner = matter.owner.map { ", owner \($0)" } ?? ""
      return Finding(
        "review was due on \(due)\(owner)",
        cures: ["read it, then set 'updated' to today and 'review-by' to the next day"],
        in: article,
        key: matter.reviewBy == due ? "review-by" : "review-every")
    }
  }
}
