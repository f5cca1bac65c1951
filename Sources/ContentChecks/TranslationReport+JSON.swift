import Foundation
import KnowledgeBase

extension TranslationReport {
  private struct Document: Encodable {
    struct Summary: Encodable {
      let language: String
      let current: Int
      let outdated: Int
      let draft: Int
      let missing: Int
    }

    struct Row: Encodable {
      let id: String
      let title: String
      let language: String
      let file: String
      let updated: String?
      let translations: [Entry]
    }

    struct Entry: Encodable {
      let language: String
      let state: String
      let file: String?
      let updated: String?
      let changedOn: String?
      let days: Int?
      let share: Double?
      let changesNumbers: Bool?
      let severity: String?
    }

    let languages: [Summary]
    let articles: [Row]
  }

  /// An object with `languages` (how many articles are in which state) and `articles`, each with
  /// its `translations`; `share` is 0…1 of the source's text.
  package var json: String {
    get throws {
      let document = Document(
        languages: languages.map { language in
          Document.Summary(
            language: language.code, current: count(.current, in: language),
            outdated: count(.outdated, in: language), draft: count(.draft, in: language),
            missing: count(.missing, in: language))
        },
        articles: rows.map { row in
          Document.Row(
            id: row.source.id.rawValue, title: row.source.title, language: row.source.language.code,
            file: row.source.sourcePath, updated: row.source.frontMatter.updated,
            translations: row.translations.map(entry))
        })
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
      return String(decoding: try encoder.encode(document), as: UTF8.self)
    }
  }

  private func entry(_ translation: Translation) -> Document.Entry {
    let lag = translation.lag
    return Document.Entry(
      language: translation.language.code, state: translation.state.rawValue,
      file: translation.article?.sourcePath, updated: translation.article?.frontMatter.updated,
      changedOn: lag?.changedOn, days: lag?.days,
      share: lag?.share.map { ($0 * 1000).rounded() / 1000 },
      changesNumbers: lag?.changesNumbers, severity: lag?.severity.rawValue)
  }
}
