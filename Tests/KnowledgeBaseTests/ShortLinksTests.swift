import Testing

@testable import KnowledgeBase

@Suite struct ShortLinksTests {
  private static let articles = (1...2000).map { ArticleID("category/article-\($0)") }

  @Test func codesDependOnTheIdAlone() {
    var forwards = ShortLinks()
    forwards.assign(to: Array(Self.articles.prefix(50)))
    var single = ShortLinks()
    single.assign(to: [Self.articles[20]])
    #expect(forwards.code(of: Self.articles[20]) == single.code(of: Self.articles[20]))
  }

  @Test func everyArticleGetsACodeOfItsOwnThatCanBeTyped() {
    var links = ShortLinks()
    links.assign(to: Self.articles)
    let codes = Self.articles.compactMap { links.code(of: $0) }
    #expect(Set(codes).count == Self.articles.count)
    #expect(codes.allSatisfy { ShortLinks.isCode($0) && $0.count <= 5 })
    #expect(codes.joined().allSatisfy { !"01ilou".contains($0) })
  }

  @Test func codesThatWereGivenStay() {
    var links = ShortLinks()
    let isFirst = links.add("fuel", to: ArticleID("fuel/refuel-the-car"))
    let isSecond = links.add("fuel", to: ArticleID("other"))
    let new = links.assign(to: [ArticleID("fuel/refuel-the-car")])
    #expect(isFirst)
    #expect(!isSecond)
    #expect(new.isEmpty)
    #expect(links.path(of: ArticleID("fuel/refuel-the-car")) == "s/fuel/")
  }

  @Test(arguments: [
    ("abc2", true), ("a-b", true), ("", false), ("A", false), ("ą", false), ("a/b", false),
  ])
  func aCodeNeedsNoEscaping(_ text: String, _ isCode: Bool) {
    #expect(ShortLinks.isCode(text) == isCode)
  }
}
