import CivilCalendar
import Diagnostics
import KnowledgeBase

/// Finds translations whose source was changed after them.
struct TranslationOutdatedRule: ContentRule {
  let name = "translation-outdated"
  let severity = Diagnostic.Severity.warning
  let headline = "A translation is as recent as its source"
  let reason = """
    The source is the article in the first of the site's languages that has it. When its 'updated' is \
    later than the translation's, readers of the translation get what was true before.
    """

  func check(_ content: CheckedContent) -> [Finding] {
    content.library.articles.compactMap { article in
      guard content.library.isOutdated(article),
        let source = content.library.source(of: article.id),
        let changed = source.frontMatter.updated
      else { return nil }
      let age = CalendarDay(content.today).flatMap { today in
        CalendarDay(changed).map { today.daysSince1970 - $0.daysSince1970 }
      }
      let ago = age.map { $0 == 1 ? ", 1 day ago" : ", \($0) days ago" } ?? ""
      return Finding(
        "source \(source.sourcePath) was changed on \(changed)\(ago)",
        cures: ["carry the change over, then set 'updated' to \(changed) or later"], in: article,
        key: "updated")
    }
  }
}
