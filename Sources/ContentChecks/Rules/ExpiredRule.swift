import Diagnostics
import KnowledgeBase

/// Finds articles that customers stopped seeing because their time is over.
struct ExpiredRule: ContentRule {
  let name = "expired"
  let severity = Diagnostic.Severity.warning
  let headline = "An article whose time is over is archived or given more time"
  let reason = """
    From the day 'expires' names, an article isn't published any more, and links to it are dead. \
    Decide: archive it with a successor, or set another day.
    """

  func check(_ content: CheckedContent) -> [Finding] {
    content.hidden.compactMap { article in
      guard article.status == .published, let day = article.expires,
        day <= content.today
      else { return nil }
      return Finding(
        "article '\(article.title)' expired on \(day)",
        cures: ["write status: archived and a successor, or a later day"], in: article,
        key: "expires")
    }
  }
}
