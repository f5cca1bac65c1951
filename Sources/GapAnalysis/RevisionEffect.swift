import ContactLog
import KnowledgeBase

/// Compares the contacts on an article's subject before and after it was revised with all others.
struct RevisionEffect {
  /// The longest stretch before and after that is compared.
  private static let longest = 42
  /// Shorter stretches and fewer contacts tell nothing.
  private static let shortest = 7
  private static let fewest = 10

  private struct Dated {
    let day: Int
    let language: Language
    let article: ArticleID?
  }

  private let contacts: [Dated]

  /// - Parameter items: with the nearest article of each one's topic.
  init(_ items: [(contact: ReviewedContact, article: ArticleID?)]) {
    contacts = items.compactMap { item in
      item.contact.contact.time.map {
        Dated(
          day: $0.calendarDay.daysSince1970, language: item.contact.language, article: item.article)
      }
    }
  }

  /// The effects that the log is long enough for, clearest first.
  ///
  /// - Complexity: O(*a* · *c*), *a* articles revised within the log, *c* contacts.
  func effects(of library: Library) -> [GapReport.Effect] {
    guard let first = contacts.map(\.day).min(), let last = contacts.map(\.day).max() else {
      return []
    }
    var revisions: [String: [Article]] = [:]
    for article in library.articles {
      guard let date = article.frontMatter.updated, let day = Self.day(date),
        first + Self.shortest <= day, day + Self.shortest - 1 <= last
      else { continue }
      revisions["\(date) \(article.id)", default: []].append(article)
    }
    return revisions.sorted { $0.key < $1.key }
      .compactMap { effect(of: $0.value, in: library, first: first, last: last) }
      .sorted { left, right in
        let (a, b) = (left.outcome == .tooFew, right.outcome == .tooFew)
        if a != b { return b }
        return left.before + left.after > right.before + right.after
      }
  }

  private func effect(
    of articles: [Article], in library: Library, first: Int, last: Int
  ) -> GapReport.Effect? {
    guard let article = articles.first, let date = article.frontMatter.updated,
      let day = Self.day(date)
    else { return nil }
    let days = min(Self.longest, day - first, last - day + 1)
    let languages = Set(articles.map(\.language))
    var counts = (before: 0, after: 0, othersBefore: 0, othersAfter: 0)
    for contact in contacts where languages.contains(contact.language) {
      guard day - days <= contact.day, contact.day < day + days else { continue }
      switch (contact.article == article.id, contact.day < day) {
      case (true, true): counts.before += 1
      case (true, false): counts.after += 1
      case (false, true): counts.othersBefore += 1
      case (false, false): counts.othersAfter += 1
      }
    }
    guard counts.before + counts.after >= Self.fewest else { return nil }
    let (ratio, interval) = Statistics.rateRatio(
      after: counts.after, afterDays: days, before: counts.before, beforeDays: days,
      control: (after: counts.othersAfter, before: counts.othersBefore))
    return GapReport.Effect(
      article: article.id.rawValue, title: library.source(of: article.id)?.title ?? article.title,
      languages: languages.map(\.code).sorted(),
      date: date, days: days, before: counts.before, after: counts.after,
      othersBefore: counts.othersBefore, othersAfter: counts.othersAfter,
      relative: rounded(ratio - 1),
      interval: [rounded(interval.lowerBound - 1), rounded(interval.upperBound - 1)],
      outcome: interval.contains(1) ? .tooFew : ratio < 1 ? .fewer : .more)
  }

  private static func day(_ date: String) -> Int? {
    Timestamp(date)?.calendarDay.daysSince1970
  }
}
