import Diagnostics
import KnowledgeBase

/// Finds articles that no other leads to.
struct OrphanRule: ContentRule {
  let name = "orphan"
  let severity = Diagnostic.Severity.note
  let headline = "Some other article leads to each article"
  let reason = """
    Categories list every article, but readers follow what the text in front of them offers. Links, \
    'related' and the pinned articles of signpost.yml count.
    """

  func check(_ content: CheckedContent) -> [Finding] {
    let library = content.library
    var reached: Set<Permalink> = []
    for article in library.articles {
      for link in article.links {
        if case .page(let permalink, _) = link.target, permalink != article.permalink {
          reached.insert(permalink)
        }
      }
      for id in article.frontMatter.related {
        if let other = library.article(ArticleID(id), in: article.language) {
          reached.insert(other.permalink)
        }
      }
      if library.site.pinned.contains(article.id) { reached.insert(article.permalink) }
    }
    return library.articles.filter { !reached.contains($0.permalink) }.map {
      Finding(
        "no article leads to '\($0.title)'",
        cures: ["link to it where readers need it, or name it in 'related' of another"], in: $0)
    }
  }
}
