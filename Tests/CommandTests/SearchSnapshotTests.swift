import Foundation
import KnowledgeBase
import SearchIndex
import Testing

@testable import SignpostCommands

@Suite struct SearchSnapshotTests {
  private let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("signpost-snapshot-\(UUID().uuidString)").path
  private var content: String { folder + "/content" }
  private var article: String { content + "/en/refund.md" }

  private func write(_ text: String) throws {
    try FileManager.default.createDirectory(
      atPath: content + "/en", withIntermediateDirectories: true)
    try text.write(toFile: article, atomically: true, encoding: .utf8)
  }

  private func built(_ language: Language) -> SearchIndex {
    SearchIndex(
      [], language: language,
      synonyms: Synonyms(twoWay: [["refund", "money back"]], oneWay: []))
  }

  private func sources(_ language: Language) -> AnswerSources {
    AnswerSources(
      site: Site(title: ["en": "Help"], baseURL: "https://help.example", languages: [language]),
      languages: [language], make: built)
  }

  @Test(arguments: [
    ("content", ".signpost/search"), ("c", ".signpost/search"),
    ("help/c/", "help/.signpost/search"),
    ("/content", "/.signpost/search"), ("/srv/help/content", "/srv/help/.signpost/search"),
    ("../content", "../.signpost/search"), ("/", "/.signpost/search"),
  ])
  func liesBesideTheContent(content: String, folder: String) {
    #expect(SearchSnapshot(content: content, day: "2026-10-03").folder == folder)
  }

  @Test func isReadUntilAnArticleTheDayOrTheNamesChange() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let language = try #require(Language("en"))
    try write("one")
    let snapshot = SearchSnapshot(content: content, day: "2026-10-03")
    #expect(snapshot.load(orBuild: built) == nil)
    snapshot.save(sources(language))
    let kept = try #require(snapshot.load(orBuild: built))
    #expect(kept.languages == [language])
    #expect(kept.site.baseURL == "https://help.example")
    #expect(kept.index(for: language).synonyms == built(language).synonyms)
    #expect(SearchSnapshot(content: content, day: "2026-10-04").load(orBuild: built) == nil)

    try write("other")
    #expect(snapshot.load(orBuild: built) == nil, "a changed article")
    snapshot.save(sources(language))
    #expect(snapshot.load(orBuild: built) != nil)
    try FileManager.default.moveItem(atPath: article, toPath: content + "/en/returns.md")
    #expect(snapshot.load(orBuild: built) == nil, "a renamed article")
  }

  @Test func aDamagedIndexIsBuiltAnew() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let language = try #require(Language("en"))
    try write("one")
    let snapshot = SearchSnapshot(content: content, day: "2026-10-03")
    snapshot.save(sources(language))
    try Data([1, 2, 3]).write(to: URL(filePath: folder + "/.signpost/search/en.index"))
    let kept = try #require(snapshot.load(orBuild: built))
    #expect(kept.index(for: language).synonyms == built(language).synonyms)
  }

  @Test func aLinkToAFolderIsNotTrusted() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try write("one")
    try FileManager.default.createSymbolicLink(
      atPath: content + "/loop", withDestinationPath: content)
    let snapshot = SearchSnapshot(content: content, day: "2026-10-03")
    snapshot.save(sources(try #require(Language("en"))))
    #expect(snapshot.load(orBuild: built) == nil)
  }
}
