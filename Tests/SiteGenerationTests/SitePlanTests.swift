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

  @Test(arguments: [(120, 1), (121, 2), (241, 3)])
  func aLongListStandsOnPagesOfAboutTheSameLength(articles: Int, pages: Int) throws {
    let plan = SitePlan(library((0..<articles).map { (english, "topic/a\($0)") }))
    let list = plan.pages.filter {
      if case .index = $0.content { $0.language == english } else { false }
    }
    let addresses = ["en/a-z/", "en/a-z/2/", "en/a-z/3/"].prefix(pages)
    #expect(list.map(\.permalink.path) == Array(addresses))
    let ranges = list.map { $0.range(of: articles) }
    #expect(ranges.flatMap { Array($0) } == Array(0..<articles))
    #expect(ranges.allSatisfy { abs($0.count - articles / pages) <= 1 })
    for (page, range) in zip(list, ranges) {
      #expect(
        range.allSatisfy {
          page.part?.address(ofTitle: $0, of: articles) ?? page.permalink == page.permalink
        })
    }
  }

  @Test func furtherPagesOfAListLeaveAddressesThatAreTaken() {
    var paths = (0..<200).map { (english, "topic/a\($0)") }
    paths.append((english, "a-z/2"))
    let plan = SitePlan(library(paths))
    let addresses = plan.pages.map(\.permalink)
    #expect(Set(addresses).count == addresses.count)
    #expect(addresses.contains { $0.path == "en/a-z/page-2/" })
  }

  @Test func withoutChannelsThereIsNoPageForThem() {
    let plan = SitePlan(library([(english, "a")]), hasContact: false)
    #expect(!plan.pages.contains { $0.permalink.path == "en/contact/" })
  }
}
