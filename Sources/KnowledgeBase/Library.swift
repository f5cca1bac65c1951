import TextAnalysis

/// Everything that is published: articles by language, categories, the site's own settings.
package struct Library: Sendable {
  package let site: Site
  /// In the order of language, then category, then `order`, then title.
  package let articles: [Article]
  package let categories: [Category]
  /// In the order of their addresses.
  package let redirects: [Redirect]
  /// In the order of the file.
  package let notices: [Notice]
  /// Those retired last come first.
  package let retired: [RetiredArticle]
  /// The languages that have articles, the site's order first.
  package let languages: [Language]
  private let numbersByKey: [ArticleKey: Int]
  private let numbersByLanguage: [Language: Range<Int>]
  private let articlesByLanguage: [Language: [Article]]
  private let categoriesByLanguage: [Language: [Category]]

  private struct ArticleKey: Hashable {
    let id: ArticleID
    let language: Language
  }

  /// - Complexity: O(*n* log *n*) in the articles; every look-up after it takes constant time.
  package init(
    site: Site, articles: [Article], categories: [Category], redirects: [Redirect] = [],
    notices: [Notice] = [], retired: [RetiredArticle] = []
  ) {
    self.site = site
    self.redirects = redirects
    self.notices = notices
    self.retired = retired.sorted {
      ($1.since ?? "", $0.title) < ($0.since ?? "", $1.title)
    }
    // What is asked of a language is asked once, not for each article.
    var articlesByLanguage = Dictionary(grouping: articles, by: \.language)
    var categoriesByLanguage = Dictionary(grouping: categories, by: \.language)
    let present = Set(articlesByLanguage.keys)
    let configured = site.languages.filter(present.contains)
    languages = configured + present.subtracting(configured).sorted()
    var (sorted, folders) = ([Article](), [Category]())
    var numbersByLanguage: [Language: Range<Int>] = [:]
    for language in present.union(categoriesByLanguage.keys).sorted() {
      let collation = Collation(language: language.code)
      let own = Self.sorted(articlesByLanguage[language] ?? [], by: collation)
      articlesByLanguage[language] = own
      numbersByLanguage[language] = sorted.count..<sorted.count + own.count
      sorted += own
      let ownFolders = Self.sorted(categoriesByLanguage[language] ?? [], by: collation)
      categoriesByLanguage[language] = ownFolders
      folders += ownFolders
    }
    var numbersByKey = [ArticleKey: Int](minimumCapacity: sorted.count)
    // Of several with one name the first.
    for (number, article) in sorted.enumerated().reversed() {
      numbersByKey[ArticleKey(id: article.id, language: article.language)] = number
    }
    self.articles = sorted
    self.categories = folders
    self.numbersByKey = numbersByKey
    self.numbersByLanguage = numbersByLanguage
    self.articlesByLanguage = articlesByLanguage
    self.categoriesByLanguage = categoriesByLanguage
  }

  package func articles(in language: Language) -> [Article] {
    articlesByLanguage[language] ?? []
  }

  /// Where the articles of a language stand among `articles`.
  package func numbers(in language: Language) -> Range<Int> {
    numbersByLanguage[language] ?? 0..<0
  }

  package func categories(in language: Language) -> [Category] {
    categoriesByLanguage[language] ?? []
  }

  /// The categories' titles by their paths.
  package func categoryTitles(in language: Language) -> [[String]: String] {
    Dictionary(
      categories(in: language).map { ($0.path, $0.title) }, uniquingKeysWith: { first, _ in first })
  }

  /// The article in that language, if it has been written or translated.
  package func article(_ id: ArticleID, in language: Language) -> Article? {
    number(of: id, in: language).map { articles[$0] }
  }

  /// Where that article stands among `articles`.
  package func number(of id: ArticleID, in language: Language) -> Int? {
    numbersByKey[ArticleKey(id: id, language: language)]
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

  /// - Parameter categories: of one language, as `collation` is.
  private static func sorted(_ categories: [Category], by collation: Collation) -> [Category] {
    let keyed = categories.map { ($0, collation.key(of: $0.title)) }
    return keyed.sorted { left, right in
      let (first, second) = (left.0, right.0)
      if first.path.count != second.path.count { return first.path.count < second.path.count }
      if first.order != second.order { return first.order < second.order }
      if left.1 != right.1 { return left.1 < right.1 }
      return first.path.lexicographicallyPrecedes(second.path)
    }.map(\.0)
  }

  /// - Parameter articles: of one language, as `collation` is.
  private static func sorted(_ articles: [Article], by collation: Collation) -> [Article] {
    let paths = Set(articles.map(\.categoryPath)).sorted { $0.lexicographicallyPrecedes($1) }
    let ranks = Dictionary(uniqueKeysWithValues: zip(paths, paths.indices))
    let titles = concurrentMap(articles) { collation.key(of: $0.title) }
    // Numbers are cheaper to move and to compare than articles, and tell most apart.
    let places = articles.indices.map { number in
      let article = articles[number]
      let order = article.frontMatter.order ?? (isFolderPage(article) ? Int.min : Int.max)
      return (
        folder: ranks[article.categoryPath] ?? 0, order: order,
        title: titles[number].beginning, number: number
      )
    }
    return places.sorted { left, right in
      let first = (left.folder, left.order, left.title)
      let second = (right.folder, right.order, right.title)
      if first != second { return first < second }
      let (one, other) = (left.number, right.number)
      if titles[one] != titles[other] { return titles[one] < titles[other] }
      return articles[one].id < articles[other].id
    }.map { articles[$0.number] }
  }

  /// Whether it is called like its folder, which it stands at the beginning of.
  private static func isFolderPage(_ article: Article) -> Bool {
    guard let name = article.categoryPath.last, article.id.rawValue.hasSuffix(name) else {
      return false
    }
    return article.id.rawValue == article.categoryPath.joined(separator: "/")
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
  package var baseURL: String { didSet { root = Self.root(of: baseURL) } }
  /// The folder the site lives in on its host, with a slash at both ends: `/` or `/base/`.
  package private(set) var root: String
  /// The first is the default.
  package var languages: [Language]
  package var brandColour: String = "#0b5cad"
  package var pinned: [ArticleID] = []
  package var footer: [FooterLink] = []
  package var output: String = "public"
  /// Whether the search page asks for a marker when it finds nothing, so that the web server's log
  /// knows the query.
  package var countsNoResults = false
  /// Elements of HTML that articles may have, of those that can do no harm.
  package var allowedHTML: Set<String> = []
  /// Those of them that stand within a line.
  package static let harmlessInlines: Set<String> = [
    "abbr", "b", "bdi", "cite", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s", "samp",
    "small", "span", "strong", "sub", "sup", "u", "var",
  ]
  /// How files are compressed beside themselves, for web servers that send them so.
  package var precompress: [Precompression] = []
  /// Into how many segments a short message may be cut, the short address counted in.
  package var smsSegments = 3
  /// What reviews of contacts take for granted.
  package var review = ReviewAssumptions()
  /// How serious findings of a rule are, where the site says so.
  package var checks: [String: CheckLevel] = [:]
  /// Where readers say whether an article helped: a mail address, or an address that takes forms.
  package var feedback: String?
  /// The picture that stands beside links to the site, below the site's root; nil for the drawn one.
  package var socialImage: String?
  /// What stands before the site's name at the top of every page; nil for a signpost.
  package var logo: Logo?

  package init(title: [String: String], baseURL: String, languages: [Language]) {
    self.title = title
    self.baseURL = baseURL
    self.languages = languages
    root = Self.root(of: baseURL)
  }

  /// A picture in light pages and, where it needs another, in dark ones.
  package struct Logo: Hashable, Sendable {
    /// So much wider than high is a picture that holds the name itself.
    private static let widthOfNames = 2

    /// Below the site's root.
    package let path: String
    package let darkPath: String?
    /// In pixels.
    package let width: Int
    package let height: Int

    package init(path: String, darkPath: String?, width: Int, height: Int) {
      self.path = path
      self.darkPath = darkPath
      self.width = width
      self.height = height
    }

    package var holdsName: Bool { width >= height * Self.widthOfNames }
  }

  package struct FooterLink: Sendable {
    package let title: [String: String]
    package let url: String

    package init(title: [String: String], url: String) {
      self.title = title
      self.url = url
    }
  }

  private static func root(of baseURL: String) -> String {
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

/// A content encoding of HTTP that files are kept in ready-made.
package enum Precompression: String, Sendable, CaseIterable { case gzip, brotli }

/// How serious a site takes the findings of a rule.
package enum CheckLevel: String, Sendable, CaseIterable {
  case off, note, warning, error
}
