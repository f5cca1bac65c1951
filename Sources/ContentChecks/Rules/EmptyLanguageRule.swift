import Diagnostics
import KnowledgeBase

/// Finds languages of the configuration that nothing is written in.
struct EmptyLanguageRule: ContentRule {
  let name = "empty-language"
  let severity = Diagnostic.Severity.warning
  let headline = "Every language of the configuration has an article"
  let reason = """
    A language without any article that is published has no pages, and nobody can choose it. Write \
    the first article, or take the language out of signpost.yml until there is one.
    """

  func check(_ content: CheckedContent) -> [Finding] {
    let library = content.library
    return library.site.languages.filter { library.articles(in: $0).isEmpty }.map { language in
      Finding(
        "language '\(language.code)' has no article that is published, so the site is without it",
        cures: ["begin one: signpost new faq \"…\" --lang \(language.code)"],
        file: "\(content.root)/signpost.yml")
    }
  }
}
