import KnowledgeBase
import TestSupport
import Testing

@testable import SearchIndex

@Suite struct AddressWordsTests {
  private func article(
    _ code: String, title: String, address: String, formerly aliases: [String] = [],
    asked questions: [String] = []
  ) throws -> Article {
    var front = FrontMatter(title: title)
    front.aliases = aliases
    front.questions = questions
    return Article(
      id: ArticleID(address), language: try #require(Language(code)), sourcePath: "article.md",
      categoryPath: [], permalink: Permalink("\(code)/help/\(address)/"), frontMatter: front,
      html: "", markdown: "",
      sections: [Section(level: 0, anchor: "", title: "", text: "Ask us.")])
  }

  @Test(
    arguments: [
      ("en", "Why isn't my password working?", "forgot-your-password", ["forgot"]),
      ("en", "Changing your passwords", "change-password", []),
      ("en", "Refunds", "refunds-from-a-seller-in-france", []),
      ("en", "Refunds", "000123", []), ("en", "Refunds", "", []),
      ("pl", "Jak zmienić hasło?", "zmiana-zapomnianego-hasla", ["zapomnianego"]),
      ("pl", "Jak zmienić hasło?", "forgot-your-password", []),
      ("pl", "Ekran główny", "screen", []),
    ] as [(String, String, String, [String])])
  func anAddressSaysWhatTheTitleDoesNotIfTheTitleSaysHalfOfIt(
    code: String, title: String, address: String, words: [String]
  ) throws {
    #expect(try article(code, title: title, address: address).wordsOfAddresses == words)
  }

  @Test func formerAddressesSpeakToo() throws {
    let article = try article(
      "en", title: "Sign in without a password", address: "sign-in",
      formerly: [
        "/old/reset-password.html", "/help/lost-password/", "/p/reset-your-password", "/9",
      ],
      asked: ["I lost my password"])
    #expect(article.wordsOfAddresses == ["reset"])
  }

  @Test func anArticleIsFoundByWhatOnlyItsAddressSays() throws {
    let articles = [
      try article("en", title: "Passwords and how to change them", address: "change-passwords"),
      try article("en", title: "Why isn't my password working?", address: "forgot-your-password"),
    ]
    let index = SearchIndex(
      articles.flatMap { SearchDocument.documents(of: $0, category: "", isPinned: false) },
      language: try #require(Language("en")))
    #expect(
      index.search("I forgot my password").map(\.document.title)
        == ["Why isn't my password working?", "Passwords and how to change them"])
  }
}
