import Foundation
import KnowledgeBase

/// What the home page and the archive have of their own.
extension PageContext {
  /// How many articles the home page names as most asked.
  private static let mostAskedLimit = 8
  /// More loose articles than this are left to the list of all.
  private static let looseLimit = 24

  func home() -> TemplateObject {
    var topics = shelf.categories(in: [])
    var loose = shelf.articles(in: [])
    if loose.isEmpty, topics.count == 1 {
      // A single topic is no choice: what is in it stands here.
      loose = shelf.articles(in: topics[0].path)
      topics = shelf.categories(in: topics[0].path)
    }
    let asked = mostAsked()
    return [
      "categories": .objects(topics.map(tile)), "hasCategories": .flag(!topics.isEmpty),
      "pinned": .objects(asked.map(link)), "hasPinned": .flag(!asked.isEmpty),
      "articles": .objects(loose.prefix(Self.looseLimit).map(row)),
      "hasArticles": .flag(!loose.isEmpty), "hasMore": .flag(loose.count > Self.looseLimit),
    ]
  }

  /// What most contacts asked for when a log was last reviewed; then, up to as many, what the site
  /// has pinned, and all of that where no log was.
  func mostAsked() -> [Article] {
    let pinned = site.pinned.compactMap { library.article($0, in: language) }
    let asked = shelf.articles.filter { $0.contacts > 0 }
    guard !asked.isEmpty else { return pinned }
    let order = asked.enumerated().sorted {
      ($1.element.contacts, $0.offset) < ($0.element.contacts, $1.offset)
    }
    let first = order.prefix(Self.mostAskedLimit).map(\.element)
    let ids = Set(first.map(\.id))
    let others = pinned.filter { !ids.contains($0.id) }
    return first + others.prefix(Self.mostAskedLimit - first.count)
  }

  /// The site's tagline, else what there is to read.
  func summary() -> String {
    if let tagline = site.text(site.tagline, in: language) { return tagline }
    let topics = shelf.categories(in: []).map(\.title)
    let titles = topics.isEmpty ? shelf.articles.map(\.title) : topics
    return "\(strings("nav.site")): \(titles.prefix(6).joined(separator: " · "))"
  }

  func archive() -> TemplateObject {
    let titles = Dictionary(
      shelf.articles.map { ($0.permalink, $0.title) }, uniquingKeysWith: { first, _ in first })
    let retired = library.retired.filter { $0.language == language }
    return ["retired": .objects(retired.map { row($0, titles) })]
  }

  private func row(_ article: RetiredArticle, _ titles: [Permalink: String]) -> TemplateObject {
    .present([
      "title": set(article.title),
      "since": article.since.map {
        let date = LocalisedDate.text(of: $0, in: language)
        return .text(strings("archive.since", ["date": date]))
      },
      "successor": article.successor.map {
        .object([
          "title": set(titles[$0] ?? article.title), "href": .text(site.root + $0.path),
        ])
      },
    ])
  }

  /// A text that is shown as such, with what belongs on one line kept there.
  func set(_ text: String) -> TemplateValue { .text(lines.set(in: text)) }

  func link(_ article: Article) -> TemplateObject {
    ["title": set(article.title), "href": .text(site.root + article.permalink.path)]
  }

  /// A link with what the article is about.
  func row(_ article: Article) -> TemplateObject {
    .present([
      "title": set(article.title), "href": .text(site.root + article.permalink.path),
      "description": set(article.summary),
      "kindName": .text(strings("kind.\(article.kind.rawValue)")),
    ])
  }

  /// A link with what the category is about: its description, else the first of what is in it.
  func tile(_ category: KnowledgeBase.Category) -> TemplateObject {
    let titles =
      shelf.categories(in: category.path).map(\.title)
      + shelf.articles(in: category.path).prefix(Self.namedTitles).map(\.title)
    // No line begins with the sign between two.
    let named = titles.prefix(Self.namedTitles).joined(separator: "\u{A0}· ")
    return .present([
      "title": set(category.title), "href": .text(site.root + category.permalink.path),
      "description": set(category.description ?? named),
      "count": .text(strings.plural("articles", shelf.articles(below: category.path).count)),
    ])
  }
}
