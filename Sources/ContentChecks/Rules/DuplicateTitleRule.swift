import Diagnostics
import KnowledgeBase

/// Finds articles of one language with the same title.
struct DuplicateTitleRule: ContentRule {
  let name = "duplicate-title"
  let severity = Diagnostic.Severity.warning
  let headline = "Each article of a language has a title of its own"
  let reason = """
    In lists and search results readers see titles only. Two of the same can't be told apart; say in \
    each what the other doesn't answer.
    """

  func check(_ content: CheckedContent) -> [Finding] {
    content.library.languages.flatMap { language in
      var owners: [String: Article] = [:]
      let articles = content.library.articles(in: language).sorted { $0.sourcePath < $1.sourcePath }
      return articles.compactMap { article -> Finding? in
        let key = DuplicateQuestionRule.folded(article.title)
        guard let owner = owners[key] else {
          owners[key] = article
          return nil
        }
        return Finding(
          "title '\(article.title)' is that of \(owner.sourcePath) too",
          cures: ["say in the title what the other article doesn't answer"], in: article)
      }
    }
  }
}
