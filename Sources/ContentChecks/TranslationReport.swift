import CivilCalendar
import ContentParsing
import Diagnostics
import KnowledgeBase

/// The source of a translation, or of a short message, as it was when that was last changed; known
/// where the content has a history.
package struct PastSource: Sendable {
  /// The source's text then, as Markdown.
  package let text: String
  /// The day of the first change after it, ISO 8601.
  package let changedOn: String

  package init(text: String, changedOn: String) {
    self.text = text
    self.changedOn = changedOn
  }
}

/// Which articles are translated into which languages, and how far translations are behind.
///
///     TranslationReport(content).count(.outdated, in: polish)  // 3
package struct TranslationReport: Sendable {
  package enum State: String, Sendable, CaseIterable {
    case current, outdated
    /// Written, but not published yet.
    case draft
    case missing
  }

  /// How far a translation is behind its source.
  package struct Lag: Sendable, Hashable {
    /// ISO 8601.
    package let changedOn: String
    package let days: Int?
    /// 0…1 of the source's text; nil where nothing is known of its past.
    package let share: Double?
    package let changesNumbers: Bool

    /// What is as good as unchanged is noted only; half of a text that is wrong for a quarter of a
    /// year is an error.
    package var severity: Diagnostic.Severity {
      guard let share else { return .warning }
      if share < 0.1, !changesNumbers { return .note }
      return share >= 0.5 && (days ?? 0) > 90 ? .error : .warning
    }

    /// `on 2026-09-14, 72 days ago, 12 % of its text, other numbers`.
    package var text: String {
      let ago = days.map { $0 == 0 ? "today" : $0 == 1 ? "1 day ago" : "\($0) days ago" }
      let part = share.map { "\(max(1, Int(($0 * 100).rounded()))) % of its text" }
      return ["on \(changedOn)", ago, part, changesNumbers ? "other numbers" : nil]
        .compactMap { $0 }.joined(separator: ", ")
    }
  }

  package struct Translation: Sendable {
    package let language: Language
    package let state: State
    package let article: Article?
    /// Nil unless the translation is out of date.
    package let lag: Lag?
  }

  package struct Row: Sendable {
    package let source: Article
    /// One for each language of the site but the source's, in the site's order.
    package let translations: [Translation]
  }

  package let languages: [Language]
  /// In the order of the library.
  package let rows: [Row]

  /// Less than this share of a text is taken for mended spelling.
  private static let leastShare = 0.05

  package init(_ content: CheckedContent) {
    let library = content.library
    let site = library.site.languages
    languages = site + library.languages.filter { !site.contains($0) }
    let drafts = Dictionary(
      content.hidden.filter { $0.status == .draft }.map {
        ("\($0.language)/\($0.id)", $0)
      },
      uniquingKeysWith: { first, _ in first })
    var seen: Set<ArticleID> = []
    var rows: [Row] = []
    for language in library.languages {
      for article in library.articles(in: language) where seen.insert(article.id).inserted {
        let others = languages.filter { $0 != language }
        rows.append(
          Row(
            source: article,
            translations: others.map { other in
              guard let translation = library.article(article.id, in: other) else {
                let draft = drafts["\(other)/\(article.id)"]
                return Translation(
                  language: other, state: draft == nil ? .missing : .draft, article: draft,
                  lag: nil)
              }
              let lag = Self.lag(of: translation, behind: article, content)
              return Translation(
                language: other, state: lag == nil ? .current : .outdated, article: translation,
                lag: lag)
            }))
      }
    }
    self.rows = rows
  }

  /// How many articles are in that state in a language; its own articles aren't counted.
  package func count(_ state: State, in language: Language) -> Int {
    rows.reduce(0) { sum, row in
      sum + row.translations.count { $0.language == language && $0.state == state }
    }
  }

  /// True when a translation is out of date by more than a note.
  package var hasFindings: Bool {
    rows.contains { $0.translations.contains { ($0.lag?.severity ?? .note) != .note } }
  }

  /// Nil for a translation that is as recent as its source.
  private static func lag(
    of translation: Article, behind source: Article, _ content: CheckedContent
  ) -> Lag? {
    let past = content.pastSources[translation.sourcePath]
    let change = past.map { TextChange(from: $0.text, to: source.markdown) }
    let isDated = content.library.isOutdated(translation)
    let isChanged = change.map { $0.share >= leastShare || $0.changesNumbers } ?? false
    guard isDated || isChanged,
      let changedOn = isDated ? source.frontMatter.updated : past?.changedOn
    else { return nil }
    let days = CalendarDay(content.today).flatMap { today in
      CalendarDay(changedOn).map { today.daysSince1970 - $0.daysSince1970 }
    }
    return Lag(
      changedOn: changedOn, days: days, share: change?.share,
      changesNumbers: change?.changesNumbers ?? false)
  }
}
