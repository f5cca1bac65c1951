import Diagnostics
import KnowledgeBase

/// Finds ids in front matter and configuration that no article has.
struct UnknownReferenceRule: ContentRule {
  let name = "unknown-reference"
  let severity = Diagnostic.Severity.error
  let headline = "'related' and 'pinned' name articles that exist"
  let reason = """
    An id is an article's path below the language folder without its ending, payments/refund, or the \
    'id' of its front matter. What doesn't exist can't be shown.
    """

  func check(_ content: CheckedContent) -> [Finding] {
    let library = content.library
    let ids = Set(library.articles.map(\.id.rawValue))
    let hidden = Set(content.hidden.map(\.id.rawValue))
    let names = NameIndex(ids)
    func cure(_ id: String) -> [String] {
      if hidden.contains(id) { return ["publish that article, or remove the id"] }
      return [
        names.closest(to: id).map { "did you mean '\($0)'?" } ?? "remove it, or write the article"
      ]
    }
    let related = library.articles.flatMap { article in
      article.frontMatter.related.filter { !ids.contains($0) }.map { id in
        Finding(
          "related article '\(id)' doesn't exist", cures: cure(id), in: article, key: "related")
      }
    }
    let pinned = library.site.pinned.map(\.rawValue).filter { !ids.contains($0) }.map { id in
      Finding(
        "pinned article '\(id)' doesn't exist", cures: cure(id),
        file: "\(content.root)/signpost.yml")
    }
    return related + pinned
  }
}
