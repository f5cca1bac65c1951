import KnowledgeBase
import Testing

@testable import ContentParsing

@Suite struct LanguageTests {
  /// Files, and which articles they make: language, id, address.
  @Test(arguments: [
    (["en/pay/a.md", "pl/pay/a.md"], ["en pay/a en/pay/a/", "pl pay/a pl/pay/a/"]),
    (["pay/a.en.md", "pay/a.pl.md"], ["en pay/a en/pay/a/", "pl pay/a pl/pay/a/"]),
    (["pay/a._en.md", "pay/a._pl.md"], ["en pay/a en/pay/a/", "pl pay/a pl/pay/a/"]),
    (["pay/a.md", "pay/a.pl.md"], ["en pay/a en/pay/a/", "pl pay/a pl/pay/a/"]),
    (["a.pt-BR.md"], ["pt-BR a pt-BR/a/"]),
    (["zh-Hans/a.md"], ["zh-Hans a zh-Hans/a/"]),
    (["en/a.v2.md"], ["en a.v2 en/a.v2/"]),
    (["en/pay/index.md"], ["en pay en/pay/"]),
    (["pay/index.pl.md"], ["pl pay pl/pay/"]),
    (["_help/a._lv.md"], ["lv help/a lv/help/a/"]),
    (["guides/a.md"], ["en guides/a en/guides/a/"]),
    (["en/Как вернуть.md"], ["en Как вернуть en/Как-вернуть/"]),
    (["en/a'\"<b>.md"], ["en a'\"<b> en/a---b-/"]),
    (["README.md", "en/README.md", "en/a.md"], ["en a en/a/"]),
  ])
  func areFoundFromFoldersAndNames(files: [String], articles: [String]) throws {
    let fixture = try ContentFixture(
      Dictionary(uniqueKeysWithValues: files.map { ($0, "---\ntitle: T\n---\nText\n") }))
    let found = fixture.load().library.articles.map { "\($0.language) \($0.id) \($0.permalink)" }
    #expect(found == articles)
  }

  @Test func areThoseOfTheConfigurationIfItNamesThem() throws {
    let fixture = try ContentFixture([
      "signpost.yml": "languages: [lv, en]\n", "en/a.md": "# A\n", "lv/a.md": "# B\n",
      "de/c.md": "# C\n",
    ])
    let library = fixture.load().library
    #expect(library.languages.map(\.code) == ["lv", "en"])
    #expect(
      library.articles.map { "\($0.language) \($0.id)" } == ["en a", "lv a", "lv de/c"])
  }

  @Test func translationsShareTheirPathOrTheirID() throws {
    let fixture = try ContentFixture([
      "signpost.yml": "languages: [en, pl, lv]\n",
      "en/a.md": "---\ntitle: A\nupdated: 2026-02-01\n---\n",
      "pl/a.md": "---\ntitle: B\nupdated: 2026-01-01\n---\n",
      "lv/other.md": "---\ntitle: C\ntranslation-of: a\nupdated: 2026-02-01\n---\n",
    ])
    let library = fixture.load().library
    let id = ArticleID("a")
    #expect(library.languages.compactMap { library.article(id, in: $0)?.title } == ["A", "B", "C"])
    #expect(library.articles.filter(library.isOutdated).map(\.title) == ["B"])
  }
}
