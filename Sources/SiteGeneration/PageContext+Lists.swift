import KnowledgeBase

/// What lists of articles have of their own: that of all, and those of topics.
extension PageContext {
  /// From so many on a topic's articles stand by their first letters, without descriptions.
  private static let longList = 60
  /// How many titles say what is on a page that has no description.
  private static let namedTitles = 4

  func index(on page: SitePage) -> TemplateObject {
    byLetters(titles.value.all, on: page).adding(links(between: page))
  }

  func values(of category: KnowledgeBase.Category, on page: SitePage) -> TemplateObject {
    let below = page.isContinuation ? [] : shelf.categories(in: category.path)
    let articles = shelf.articles(in: category.path)
    let beside = shelf.categories(in: category.path.dropLast())
    let isLong = standByLetters(articles)
    let lead = page.isContinuation ? nil : category.description
    let list: TemplateObject =
      isLong
      ? byLetters(titles.value.entries(in: category.path), on: page)
      : ["articles": .objects(rows(articles, on: page))]
    let values: TemplateObject = [
      "lead": .text(lead ?? ""), "hasLead": .flag(lead != nil),
      "categories": .objects(below.map(tile)), "hasCategories": .flag(!below.isEmpty),
      "hasArticles": .flag(!articles.isEmpty), "isLong": .flag(isLong),
      "topics": .objects(
        beside.map {
          [
            "title": .text($0.title), "href": .text(site.root + $0.permalink.path),
            "current": .flag($0.path == category.path),
          ]
        }),
      "hasTopics": .flag(beside.count > 1),
    ]
    return values.adding(list).adding(links(between: page))
  }

  /// The title of a list, with the number of a page that continues it.
  func title(_ title: String, of page: SitePage) -> String {
    guard let part = page.part, page.isContinuation else { return title }
    return "\(title) (\(part.number + 1)/\(part.addresses.count))"
  }

  func summaryOfIndex(on page: SitePage) -> String {
    page.isContinuation
      ? summary(strings("index.title"), titles.value.all.map(\.article.title), on: page)
      : strings("index.description")
  }

  /// The description, else the titles of the first articles.
  func summary(of category: KnowledgeBase.Category, on page: SitePage) -> String {
    if page.isContinuation {
      let articles = shelf.articles(in: category.path)
      let order =
        standByLetters(articles)
        ? titles.value.entries(in: category.path).map(\.article) : articles
      return summary(category.title, order.map(\.title), on: page)
    }
    if let description = category.description { return description }
    return summary(category.title, shelf.articles(below: category.path).map(\.title), on: page)
  }

  private func summary(_ title: String, _ titles: [String], on page: SitePage) -> String {
    let range = page.isContinuation ? page.range(of: titles.count) : titles.indices
    return "\(title): \(titles[range].prefix(Self.namedTitles).joined(separator: " · "))"
  }

  /// An order that editors gave is kept.
  private func standByLetters(_ articles: [Article]) -> Bool {
    articles.count >= Self.longList && articles.allSatisfy { $0.frontMatter.order == nil }
  }

  private func rows(_ articles: [Article], on page: SitePage) -> [TemplateObject] {
    page.part == nil
      ? articles.map(row) : articles[page.range(of: articles.count)].map(link)
  }

  /// All letters with the places where they begin, and the titles of those that are on the page.
  private func byLetters(_ entries: [TitleOrder.Entry], on page: SitePage) -> TemplateObject {
    shelf.note(entries.lazy.map(\.article))
    let range = page.range(of: entries.count)
    var letters: [TemplateObject] = []
    var sections: [TemplateObject] = []
    var start = 0
    while start < entries.count {
      let letter = entries[start].letter
      let end = entries[start...].firstIndex { $0.letter != letter } ?? entries.count
      let number = String(letters.count + 1)
      let address = page.part?.address(ofTitle: start, of: entries.count) ?? page.permalink
      let path = address == page.permalink ? "" : site.root + address.path
      letters.append([
        "number": .text(number), "letter": .text(letter),
        "href": .text("\(path)#_letter-\(number)"),
      ])
      let here = range.clamped(to: start..<end)
      if !here.isEmpty {
        sections.append([
          "number": .text(number), "letter": .text(letter),
          "articles": .objects(entries[here].map { link($0.article) }),
        ])
      }
      start = end
    }
    return ["letters": .objects(letters), "sections": .objects(sections)]
  }

  /// The ways from a page of a list to those before and after it.
  private func links(between page: SitePage) -> TemplateObject {
    guard let part = page.part else { return ["hasPages": .flag(false)] }
    func href(_ number: Int) -> TemplateValue? {
      part.addresses.indices.contains(number)
        ? .text(site.root + part.addresses[number].path) : nil
    }
    return [
      "hasPages": .flag(true), "place": .text("\(part.number + 1)/\(part.addresses.count)"),
      "previousHref": href(part.number - 1), "nextHref": href(part.number + 1),
    ]
  }
}
