import Diagnostics
import KnowledgeBase

/// Finds one question that two articles claim to answer.
struct DuplicateQuestionRule: ContentRule {
  let name = "duplicate-question"
  let severity = Diagnostic.Severity.warning
  let headline = "A question is answered in one place"
  let reason = """
    When two articles answer the same question, a search can't know which is meant, and sooner or \
    later one of them is out of date. Titles, 'questions' and the questions of FAQ pages count; case, \
    accents and marks don't.
    """

  func check(_ content: CheckedContent) -> [Finding] {
    var findings: [Finding] = []
    for language in content.library.languages {
      var owners: [String: Article] = [:]
      let articles = content.library.articles(in: language).sorted { $0.sourcePath < $1.sourcePath }
      for article in articles {
        for question in Self.questions(of: article) {
          let key = Self.folded(question.text)
          guard let owner = owners[key] else {
            owners[key] = article
            continue
          }
          // Equal titles are another rule's.
          guard owner.permalink != article.permalink,
            Self.folded(owner.title) != key || Self.folded(article.title) != key
          else { continue }
          findings.append(
            Finding(
              "question '\(question.text)' is answered in \(owner.sourcePath) too",
              cures: ["keep it in the article that answers it best, and link to that"], in: article,
              key: question.key))
        }
      }
    }
    return findings
  }

  private static func questions(of article: Article) -> [(text: String, key: String)] {
    [(article.title, "title")] + article.frontMatter.questions.map { ($0, "questions") }
      + article.questionSections.map { ($0.title, "title") }
  }

  static func folded(_ text: String) -> String {
    Words.folded(in: text).joined(separator: " ")
  }
}
