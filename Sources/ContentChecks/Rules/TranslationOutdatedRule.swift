import Diagnostics
import KnowledgeBase

/// Finds translations whose source was changed after them.
struct TranslationOutdatedRule: ContentRule {
  let name = "translation-outdated"
  let severity = Diagnostic.Severity.warning
  let headline = "A translation is as recent as its source"
  let reason = """
    The source is the article in the first of the site's languages that has it. When its 'updated' is \
    later than the translation's, or the content's Git history has changes of at least 5 % of its text \
    or of numbers in it since the translation was last changed, readers of the translation get what was \
    true before. With a history, less than 10 % without other numbers is a note, and half of the text \
    for more than 90 days is an error. 'signpost translations' shows the state of all.
    """

  func check(_ content: CheckedContent) -> [Finding] {
    TranslationReport(content).rows.flatMap { row in
      row.translations.compactMap { translation in
        guard let article = translation.article, let lag = translation.lag else { return nil }
        return Finding(
          "source \(row.source.sourcePath) was changed \(lag.text)",
          cures: ["carry the change over, then set 'updated' to \(lag.changedOn) or later"],
          in: article, key: "updated"
        ).asSerious(as: lag.severity)
      }
    }
  }
}
