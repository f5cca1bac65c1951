/// Everything that is published: articles by language, categories, the site's own settings.
package struct Library: Sendable {
  package let site: Site
  /// In the order of language, then category, then `order`, then title.
  package let articles: [Article]
  package let categories: [Category]
  private let articlesByKey: [Key: Int]

  private struct Key: Hashable {
    let id: ArticleID
    let language: Language
  }

  package init(site: Site, articles: [Article], categories: [Category]) {
    self.site = site
    self.categories = categories.sorted {
      ($0.language, $0.path.count, $0.order, $0.title, $0.path.joined(separator: "/"))
        < ($1.language, $1.path.count, $1.order, $1.title, $1.path.joined(separator: "/"))
    }
    let sorted = articles.sorted { left, right in
      if left.language != right.language { return left.language < right.language }
      let (leftPath, rightPath) = (
        left.categoryPath.joined(separator: "/"), right.categoryPath.joined(separator: "/")
      )
      if leftPath != rightPath { return leftPath < rightPath }
      let (leftOrder, rightOrder) = (
        left.frontMatter.order ?? Int.max, right.frontMatter.order ?? Int.max
      )
      if leftOrder != rightOrder { return leftOrder < rightOrder }
      return left.title != right.title ? left.title < right.title : left.id < right.id
    }
    self.articles = sorted
    articlesByKey = Dictionary(
      sorted.enumerated().map { (Key(id: $1.id, language: $1.language), $0) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The languages that have articles, the site's order first.
  package var languages: [Language] {
    let present = Set(articles.map(\.language))
    let configured = site.languages.filter(present.contains)
    return configured + present.subtracting(configured).sorted()
  }

  package func articles(in language: Language) -> [Article] {
    articles.filter { $0.language == language }
  }

  package func categories(in language: Language) -> [Category] {
    categories.filter { $0.language == language }
  }

  /// The article in that language, if it has been written or translated.
  package func article(_ id: ArticleID, in language: Language) -> Article? {
    articlesByKey[Key(id: id, language: language)].map { articles[$0] }
  }

  /// The article that others are translations of: in the first of the site's languages it has.
  package func source(of id: ArticleID) -> Article? {
    languages.lazy.compactMap { article(id, in: $0) }.first
  }

  /// True when the source of a translation was changed after the translation was.
  package func isOutdated(_ article: Article) -> Bool {
    guard let source = source(of: article.id), source.language != article.language,
      let changed = source.frontMatter.updated
    else { return false }
    return (article.frontMatter.updated ?? "") < changed
  }
}

/// A folder of articles in one language.
package struct Category: Sendable, Hashable {
  package let language: Language
  package let path: [String]
  package let title: String
  package let description: String?
  package let order: Int
  package let permalink: Permalink

  package init(
    language: Language, path: [String], title: String, description: String?, order: Int,
    permalink: Permalink
  ) {
    self.language = language
    self.path = path
    self.title = title
    self.description = description
    self.order = order
    self.permalink = permalink
  }
}

/// What `signpost.yml` says about the site.
package struct Site: Sendable {
  package var title: [String: String]
  package var tagline: [String: String] = [:]
  package var company: String?
  /// Absolute, without a slash at the end: `https://help.example.com/base`.
  package var baseURL: String
  /// The first is the default.
  package var languages: [Language]
  package var brandColour: String = "#0b5cad"
  package var pinned: [ArticleID] = []
  package var footer: [FooterLink] = []
  package var output: String = "public"

  package init(title: [String: String], baseURL: String, languages: [Language]) {
    self.title = title
    self.baseURL = baseURL
    self.languages = languages
  }

  package struct FooterLink: Sendable {
    package let title: [String: String]
    package let url: String

    package init(title: [String: String], url: String) {
      self.title = title
      self.url = url
    }
  }

  /// The folder the site lives in on its host, with a slash at both ends: `/` or `/base/`.
  package var root: String {
    guard let scheme = baseURL.firstRange(of: "://") else { return "/" }
    let rest = baseURL[scheme.upperBound...]
    guard let slash = rest.firstIndex(of: "/") else { return "/" }
    let path = rest[slash...]
    return path.hasSuffix("/") ? String(path) : path + "/"
  }

  /// A text that may be given by language: the language's, else the default's, else any.
  package func text(_ texts: [String: String], in language: Language) -> String? {
    texts[language.code] ?? texts[language.primary]
      ?? languages.lazy.compactMap { texts[$0.code] }.first ?? texts[""]
      ?? texts.sorted { $0.key < $1.key }.first?.value
  }
}
