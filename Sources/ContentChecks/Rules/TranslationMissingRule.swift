import Diagnostics
import KnowledgeBase

/// Finds articles that some of the site's languages don't have.
struct TranslationMissingRule: ContentRule {
  let name = "translation-missing"
  let severity = Diagnostic.Severity.note
  let headline = "Every article exists in every language of the site"
  let reason = """
    A customer who finds an answer in another language only, or none, makes contact. One finding an \
    article names the languages it lacks.
    """

  func check(_ content: CheckedContent) -> [Finding] {
    let library = content.library
    var seen: Set<ArticleID> = []
    return library.languages.flatMap { library.articles(in: $0) }.compactMap { article in
      guard seen.insert(article.id).inserted else { return nil }
      // A translation with an error isn't there, and is told of by itself.
      let missing = library.languages.filter {
        library.article(article.id, in: $0) == nil
          && !content.faultyFiles.contains("\(content.root)/\($0.code)/\(article.id).md")
      }
      guard !missing.isEmpty else { return nil }
      return Finding(
        "article '\(article.title)' is missing in \(missing.map(\.code).joined(separator: ", "))",
        cures: ["translate it to \(missing[0].code)/\(article.id).md"], in: article)
    }
  }
}
