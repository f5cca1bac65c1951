import Foundation
import KnowledgeBase
import Testing

@testable import SiteGeneration

@Suite struct SitePlanTests {
  private let english: Language
  private let polish: Language

  init() throws {
    english = try #require(Language("en"))
    polish = try #require(Language("pl"))
  }

  private func library(_ paths: [(Language, String)]) -> Library {
    Library(
      site: Site(
        title: ["": "Help"], baseURL: "https://help.example.com",
        languages: [english, polish]),
      articles: paths.map { language, path in
        Article(
          id: ArticleID(path), language: language, sourcePath: "\(path).md",
          categoryPath: path.split(separator: "/").dropLast().map(String.init),
          permalink: Permalink("\(language.code)/\(path)/"), frontMatter: FrontMatter(title: path),
          html: "", markdown: "", sections: [])
      }, categories: [])
  }

  @Test func noTwoPagesShareAnAddress() {
    let plan = SitePlan(
      library([
        (english, "contact"), (english, "search"), (english, "a-z"),
        (polish, "not-found"),
      ]))
    let addresses = plan.pages.map(\.permalink)
    #expect(Set(addresses).count == addresses.count)
  }

  @Test func aTranslationHasTheSameIdentityInEveryLanguage() throws {
    let plan = SitePlan(library([(english, "a/b"), (polish, "a/b")]))
    let page = try #require(plan.pages.first { $0.permalink.path == "en/a/b/" })
    #expect(plan.permalink(of: page, in: polish)?.path == "pl/a/b/")
  }

  @Test func withoutChannelsThereIsNoPageForThem() {
    let plan = SitePlan(library([(english, "a")]), hasContact: false)
    #expect(!plan.pages.contains { $0.permalink.path == "en/contact/" })
  }
}
