import Foundation
import KnowledgeBase
import Testing

@testable import SiteGeneration

@Suite struct PublishingTests {
  /// Files of the index have another folder whenever they change.
  private func isOfIndex(_ path: String) -> Bool { path.hasPrefix("search/en-") }

  @Test func theSameContentGivesTheSameBytes() throws {
    let (one, other) = (try SiteFixture.twoLanguages(), try SiteFixture.twoLanguages())
    try one.publish()
    try other.publish()
    #expect(try one.files() == other.files())
  }

  @Test func whatDidNotChangeKeepsItsTimes() throws {
    let site = try SiteFixture.twoLanguages()
    try site.publish()
    let old = Date(timeIntervalSince1970: 1_000_000_000)
    for path in try site.files().keys {
      try FileManager.default.setAttributes(
        [.modificationDate: old], ofItemAtPath: site.output.appending(path: path).path)
    }
    try site.write("---\ntitle: Unlock\nkind: how-to\n---\nTap twice.\n", to: "en/unlock.md")
    let report = try site.publish()
    // The home page shows the first words of articles without a topic.
    #expect(
      report.changed == [
        "api/en/articles.json", "en/index.html", "en/unlock/index.html", "en/unlock/index.md",
        "llms.txt", "search/en.json",
      ])
    #expect(report.added.allSatisfy(isOfIndex))
    #expect(try changedSince(old, in: site) == Set(report.changed + report.added))
    #expect(try site.page("en/unlock/index.html").contains("Tap twice."))
  }

  @Test func anArticleThatIsGoneLeavesNothing() throws {
    let site = try SiteFixture.twoLanguages()
    try site.publish()
    try FileManager.default.removeItem(at: site.content.appending(path: "en/unlock.md"))
    let report = try site.publish()
    #expect(
      report.removed.filter { !isOfIndex($0) } == ["en/unlock/index.html", "en/unlock/index.md"])
    #expect(try site.files()["en/unlock/index.html"] == nil)
  }

  @Test func aTrialSaysWhatWouldChangeAndWritesNothing() throws {
    let site = try SiteFixture.twoLanguages()
    let first = try site.publish(isTrial: true)
    #expect(first.added.contains("en/unlock/index.html"))
    #expect(!FileManager.default.fileExists(atPath: site.output.path))
    try site.publish()
    let before = try site.files()
    try site.write("---\ntitle: New\n---\nx\n", to: "en/new.md")
    let second = try site.publish(isTrial: true)
    #expect(
      second.added.filter { !isOfIndex($0) } == ["en/new/index.html", "en/new/index.md"])
    #expect(try site.files() == before)
  }

  @Test func anErrorLeavesTheOldSite() throws {
    let site = try SiteFixture.twoLanguages()
    try site.publish()
    let before = try site.files()
    // A folder stands where the copy of an image should go: reading it fails half way through.
    try site.write("not an image", to: "assets/photo.png")
    let generator = site.generator()
    try FileManager.default.removeItem(at: site.content.appending(path: "assets/photo.png"))
    #expect(throws: (any Error).self) { try generator.publish(to: site.output) }
    #expect(try site.files() == before)
    let left = try FileManager.default.contentsOfDirectory(atPath: site.folder.path).sorted()
    #expect(left == ["content", "public"])
  }

  @Test(arguments: ["../escape.html", "a/../../b.html", "a//b.html", ""])
  func noPathLeadsOutOfTheSite(_ path: String) throws {
    let site = try SiteFixture([:])
    let writer = try SiteWriter(output: site.output)
    #expect(throws: SitePathError.self) { try writer.write("x", to: path) }
    writer.discard()
  }

  private func changedSince(_ date: Date, in site: SiteFixture) throws -> Set<String> {
    let changed = try site.files().keys.filter { path in
      let attributes = try FileManager.default.attributesOfItem(
        atPath: site.output.appending(path: path).path)
      return attributes[.modificationDate] as? Date != date
    }
    return Set(changed)
  }
}
