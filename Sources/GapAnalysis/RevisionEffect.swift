import ContactLog
import KnowledgeBase

/// Compares the contacts on an article's subject before and after it was revised with those on subjects that nothing
/// was done about.
struct RevisionEffect {
  /// The longest stretch before and after that is compared.
  private static let longest = 42
  /// Shorter stretches and fewer contacts tell nothing.
  private static let shortest = 7
  private static let fewest = 10

  /// A contact with the article of its topic, if one answers it.
  struct Item {
    fileprivate let day: Int?
    fileprivate let language: Language
    fileprivate let article: ArticleID?
    fileprivate let near: ArticleID?
    fileprivate let group: String

    /// - Parameters:
    ///   - article: the one that answers the contact's topic.
    ///   - near: the one that nearly all of the topic lies nearest to, where none answers it.
    init(_ contact: ReviewedContact, article: ArticleID?, near: ArticleID? = nil) {
      day = contact.contact.time?.calendarDay.daysSince1970
      language = contact.language
      group = contact.group
      self.article = article
      self.near = near
    }
  }

  private let items: [(day: Int, item: Item)]
  private let days: ClosedRange<Int>?
  private let library: Library
  /// The days that articles were revised, by language.
  private let revisions: [Language: [ArticleID: Int]]

  init(_ items: [Item], library: Library) {
    self.library = library
    revisions = library.articles.reduce(into: [:]) { days, article in
      let day = article.frontMatter.updated.flatMap(Self.day)
      if let day { days[article.language, default: [:]][article.id] = day }
    }
    self.items = items.compactMap { item in item.day.map { ($0, item) } }
    let all = self.items.map(\.day)
    days = all.min().flatMap { first in all.max().map { first...$0 } }
  }

  /// The effects that the log is long enough for, clearest first.
  ///
  /// An article is measured by the topics that it answers, and where more contacts are on topics that
  /// lie nearest to it without an answer, by these too: one that is new needn't ask what customers
  /// ask to spare contacts.
  ///
  /// - Complexity: O(*a* · *c*), *a* articles revised within the log, *c* contacts.
  func effects() -> [GapReport.Effect] {
    let answered = items.compactMap(\.item.article).reduce(into: [:]) { $0[$1, default: 0] += 1 }
    let near = items.compactMap(\.item.near).reduce(into: [:]) { $0[$1, default: 0] += 1 }
    var revisions: [String: [Article]] = [:]
    for article in library.articles {
      guard let date = article.frontMatter.updated else { continue }
      revisions["\(date) \(article.id)", default: []].append(article)
    }
    return revisions.sorted { $0.key < $1.key }.compactMap { _, articles -> GapReport.Effect? in
      guard let article = articles.first, let date = article.frontMatter.updated else { return nil }
      return effect(
        of: article.id.rawValue, title: library.source(of: article.id)?.title ?? article.title,
        titles: library.titles(of: article.id), on: date, languages: Set(articles.map(\.language))
      ) { item in
        item.article == article.id
          || item.near == article.id
            && near[article.id, default: 0] > answered[article.id, default: 0]
      }
    }.sorted { left, right in
      let (a, b) = (left.outcome == .tooFew, right.outcome == .tooFew)
      return a != b ? b : left.before + left.after > right.before + right.after
    }
  }

  /// The effect on a topic, and those shown with it, of what was done about it that day.
  func effect(
    of gap: String, with groups: Set<String>, done date: String
  ) -> GapReport.Effect? {
    let languages = Set(items.map(\.item).filter { groups.contains($0.group) }.map(\.language))
    return effect(of: gap, title: gap, titles: [:], on: date, languages: languages) {
      groups.contains($0.group)
    }
  }

  private func effect(
    of id: String, title: String, titles: [String: String], on date: String,
    languages: Set<Language>, isOwn: (Item) -> Bool
  ) -> GapReport.Effect? {
    guard let days, let day = Self.day(date) else { return nil }
    let length = min(Self.longest, day - days.lowerBound, days.upperBound - day + 1)
    guard length >= Self.shortest else { return nil }
    var counts = (before: 0, after: 0, othersBefore: 0, othersAfter: 0)
    for (other, item) in items where languages.contains(item.language) {
      guard day - length <= other, other < day + length else { continue }
      switch (isOwn(item), other < day) {
      case (true, true): counts.before += 1
      case (true, false): counts.after += 1
      case (false, true) where isUntouched(item, around: day, length): counts.othersBefore += 1
      case (false, false) where isUntouched(item, around: day, length): counts.othersAfter += 1
      case (false, _): break
      }
    }
    guard counts.before + counts.after >= Self.fewest else { return nil }
    let (ratio, interval) = Statistics.rateRatio(
      after: counts.after, afterDays: length, before: counts.before, beforeDays: length,
      control: (after: counts.othersAfter, before: counts.othersBefore))
    return GapReport.Effect(
      article: id, title: title, titles: titles, languages: languages.map(\.code).sorted(),
      date: date,
      days: length, before: counts.before, after: counts.after, othersBefore: counts.othersBefore,
      othersAfter: counts.othersAfter, relative: rounded(ratio - 1),
      interval: [rounded(interval.lowerBound - 1), rounded(interval.upperBound - 1)],
      outcome: interval.contains(1) ? .tooFew : ratio < 1 ? .fewer : .more)
  }

  /// Whether nothing was done about what the contact asks: its article wasn't revised in the days
  /// that are compared, so that it tells what would have happened anyway.
  private func isUntouched(_ item: Item, around day: Int, _ length: Int) -> Bool {
    guard let article = item.article ?? item.near, let revised = revisions[item.language]?[article]
    else {
      return true
    }
    return revised < day - length || revised >= day + length
  }

  private static func day(_ date: String) -> Int? {
    Timestamp(date)?.calendarDay.daysSince1970
  }
}

extension Library {
  /// An article's titles by language.
  func titles(of article: ArticleID) -> [String: String] {
    let all = languages.compactMap { self.article(article, in: $0) }
    return Dictionary(
      all.map { ($0.language.code, $0.title) }, uniquingKeysWith: { first, _ in first })
  }
}
