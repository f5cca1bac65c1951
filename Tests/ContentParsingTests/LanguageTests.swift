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
    (["en/a.md", "pl/pay/a.pl.md"], ["en a en/a/", "pl pay/a pl/pay/a/"]),
    (["en/a.md", "pl/a._pl.md"], ["en a en/a/", "pl a pl/a/"]),
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

  /// Files, and the folders that are said to be missing among `languages: [pl, en]`.
  @Test(arguments: [
    (["pl/a.md", "de/a.md"], ["de"]),
    (["pl/a.md", "pt-BR/a.md", "uk/b.md"], ["pt-BR", "uk"]),
    (["pl/a.md", "en/a.md", "assets/x.png", "delivery/a.md", "xx/a.md"], []),
    // Without folders of languages, one may be of a topic: IT, HR.
    (["a.md", "it/a.md", "hr/a.en.md"], []),
  ])
  func foldersOfLanguagesThatTheConfigurationForgotAreSaid(
    files: [String], folders: [String]
  ) throws {
    let fixture = try ContentFixture(
      Dictionary(uniqueKeysWithValues: files.map { ($0, "---\ntitle: T\n---\nText\n") }))
    try fixture.write("languages: [pl, en]\n", to: "signpost.yml")
    let said = fixture.load().diagnostics.filter { $0.rule == "unlisted-language" }
    #expect(said.map(\.location.file) == folders.map { "content/\($0)" })
    if folders == ["de"] {
      #expect(
        said.map(\.line) == [
          "warning: signpost.yml doesn't list 'de', so it is a category [unlisted-language]; "
            + "add the language: languages: [pl, en, de]; or give the folder another name"
        ])
    }
  }

  @Test func aNameThatSaysAnotherLanguageThanItsFolderIsSaid() throws {
    let fixture = try ContentFixture([
      "signpost.yml": "languages: [pl, en]\n", "pl/a.md": "# A\n", "en/a.pl.md": "# A\n",
      "en/b.v2.md": "# B\n", "en/c.de.md": "# C\n",
    ])
    let said = fixture.load().diagnostics
    #expect(said.map(\.location.file) == ["content/en/a.pl.md"])
    #expect(
      said.map(\.line) == [
        "warning: file is named for 'pl' and lies in 'en', so it is an article in 'en' "
          + "[language-folder]; move it into 'pl', or take '.pl' out of its name"
      ])
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
