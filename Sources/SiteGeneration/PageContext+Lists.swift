import KnowledgeBase

/// What lists of articles have of their own: that of all, and those of topics.
extension PageContext {
  /// From so many on a topic's articles stand by their first letters, without descriptions.
  private static let longList = 60
  /// How many titles say what is on a page that has no description.
  static let namedTitles = 4

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
      ? byLetters(titles.value.list(in: category.path), on: page)
      : ["articles": .objects(rows(articles, on: page))]
    let values: TemplateObject = [
      "lead": set(lead ?? ""), "hasLead": .flag(lead != nil),
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
      ? summary(strings("index.title"), titles.value.all.entries.lazy.map(\.article), on: page)
      : strings("index.description")
  }

  /// The description, else the titles of the first articles.
  func summary(of category: KnowledgeBase.Category, on page: SitePage) -> String {
    if page.isContinuation {
      let articles = shelf.articles(in: category.path)
      let order =
        standByLetters(articles)
        ? titles.value.list(in: category.path).entries.map(\.article) : articles
      return summary(category.title, order, on: page)
    }
    if let description = category.description { return description }
    return summary(category.title, shelf.articles(below: category.path), on: page)
  }

  private func summary(
    _ title: String, _ articles: some RandomAccessCollection<Article>, on page: SitePage
  ) -> String {
    let start = page.isContinuation ? page.range(of: articles.count).lowerBound : 0
    let titles = articles.dropFirst(start).prefix(Self.namedTitles).map(\.title)
    return "\(title): \(titles.joined(separator: " · "))"
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
  private func byLetters(_ list: TitleOrder.List, on page: SitePage) -> TemplateObject {
    let entries = list.entries
    shelf.note(entries.lazy.map(\.article))
    let range = page.range(of: entries.count)
    var letters: [TemplateObject] = []
    var sections: [TemplateObject] = []
    for titles in list.letters {
      let letter = entries[titles.lowerBound].letter
      let number = String(letters.count + 1)
      let address =
        page.part?.address(ofTitle: titles.lowerBound, of: entries.count) ?? page.permalink
      let path = address == page.permalink ? "" : site.root + address.path
      letters.append([
        "number": .text(number), "letter": .text(letter),
        "href": .text("\(path)#_letter-\(number)"),
      ])
      let here = range.clamped(to: titles)
      if !here.isEmpty {
        sections.append([
          "number": .text(number), "letter": .text(letter),
          "articles": .objects(entries[here].map { linkByTopic($0.article) }),
        ])
      }
    }
    return ["letters": .objects(letters), "sections": .objects(sections)]
  }

  /// A link whose title is told in two parts, the second beginning with what it stands by.
  private func linkByTopic(_ article: Article) -> TemplateObject {
    let (opening, rest) = titles.value.parts(of: lines.set(in: article.title))
    return link(article).adding(
      .present(["opening": .text(String(opening)), "rest": .text(String(rest))]))
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
