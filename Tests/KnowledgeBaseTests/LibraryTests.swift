import KnowledgeBase
import Testing

@Suite struct LibraryTests {
  private static func article(
    _ id: String, _ code: String, path: [String] = [], order: Int? = nil, updated: String? = nil
  ) throws -> Article {
    var matter = FrontMatter(title: "Title of \(id)")
    matter.order = order
    matter.updated = updated
    return Article(
      id: ArticleID(id), language: try #require(Language(code)), sourcePath: "\(code)/\(id).md",
      categoryPath: path, permalink: Permalink("\(code)/\(id)/"), frontMatter: matter, html: "",
      markdown: "", sections: [])
  }

  private static func library() throws -> Library {
    let languages = try ["pl", "en", "lv"].map { try #require(Language($0)) }
    let paths = [[], ["a"], ["a", "b"], ["a-b"], ["c", "d", "e"]]
    var articles: [Article] = []
    var categories: [Category] = []
    for language in languages.prefix(2) {
      for (number, path) in paths.enumerated() {
        for copy in 0..<3 {
          articles.append(try article("n\(number)-\(copy)", language.code, path: path))
        }
        guard !path.isEmpty else { continue }
        categories.append(
          Category(
            language: language, path: path, title: path.joined(), description: nil, order: 0,
            permalink: Permalink("\(language.code)/\(path.joined(separator: "/"))/")))
      }
    }
    return Library(
      site: Site(title: [:], baseURL: "", languages: languages), articles: articles.shuffled(),
      categories: categories)
  }

  @Test func looksUpWhatFilteringFinds() throws {
    let library = try Self.library()
    for language in library.languages {
      let all = library.articles.filter { $0.language == language }
      #expect(library.articles(in: language).map(\.id) == all.map(\.id))
      #expect(
        library.categories(in: language)
          == library.categories.filter { $0.language == language })
      for article in all {
        #expect(library.article(article.id, in: language)?.permalink == article.permalink)
      }
    }
  }

  @Test func keepsTheSitesOrderOfLanguages() throws {
    let library = try Self.library()
    #expect(library.languages.map(\.code) == ["pl", "en"])
    #expect(library.source(of: ArticleID("n0-0"))?.language.code == "pl")
  }

  @Test func sortsByCategoryThenOrderThenTitle() throws {
    let articles = [
      try Self.article("b", "en", path: ["x"]), try Self.article("a", "en", path: ["x"]),
      try Self.article("c", "en", path: ["x"], order: 1), try Self.article("z", "en"),
    ]
    let library = Library(
      site: Site(title: [:], baseURL: "", languages: []), articles: articles, categories: [])
    #expect(library.articles.map(\.id.rawValue) == ["z", "c", "a", "b"])
  }

  /// `updated` of the source and of the translation, and whether the latter is out of date.
  @Test(arguments: [
    ("2026-02-01", "2026-01-01", true), ("2026-02-01", "2026-02-01", false),
    ("2026-02-01", nil, true), (nil, "2026-02-01", false), (nil, nil, false),
  ])
  func knowsWhichTranslationsAreOutOfDate(source: String?, translation: String?, isOutdated: Bool)
    throws
  {
    let pl = try #require(Language("pl"))
    let articles = [
      try Self.article("a", "pl", updated: source),
      try Self.article("a", "en", updated: translation),
    ]
    let library = Library(
      site: Site(title: [:], baseURL: "", languages: [pl]), articles: articles, categories: [])
    #expect(articles.map(library.isOutdated) == [false, isOutdated])
  }
}
