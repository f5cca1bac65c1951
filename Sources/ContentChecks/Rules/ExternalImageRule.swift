import Diagnostics
import KnowledgeBase

/// Finds images that are loaded from other hosts.
struct ExternalImageRule: ContentRule {
  let name = "external-image"
  let severity = Diagnostic.Severity.note
  let headline = "Images lie beside the articles"
  let reason = """
    An image from another host tells that host who reads what, can change or vanish any day, and has \
    no size that the page could reserve.
    """

  func check(_ content: CheckedContent) -> [Finding] {
    content.library.articles.flatMap { article in
      article.images.filter { $0.address.contains("//") }.map { image in
        Finding(
          "image is loaded from another host: \(image.address.prefix(80))",
          cures: ["save it beside the article and name the file"], in: article, line: image.line,
          column: image.column)
      }
    }
  }
}
