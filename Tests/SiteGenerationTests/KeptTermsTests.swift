import FileStamps
import Foundation
import KnowledgeBase
import Testing

@testable import SiteGeneration

/// What search indexes take from texts is kept between publications.
@Suite struct KeptTermsTests {
  private static let question =
    "---\ntitle: Pay\nkind: faq\n---\n## How?\n\nBy card.\n\n## When?\n\n"

  @Test func onlyChangedArticlesAreWrittenDownAgain() throws {
    let site = try SiteFixture.twoLanguages()
    try site.write(Self.question + "At the end.\n", to: "en/pay.md")
    try site.publishChanges()
    let first = try #require(FileStamp(of: site.terms("en")))
    let kept = KeptTerms(try #require(Language("en")), at: site.terms("en"))
    #expect(kept.recent.entries.isEmpty && kept.vectors.map(\.count).reduce(0, +) >= 3)
    try site.write(Self.question + "Before you leave.\n", to: "en/pay.md")
    try site.publishChanges()
    #expect(FileStamp(of: site.terms("en")) == first)
    let after = KeptTerms(try #require(Language("en")), at: site.terms("en"))
    let entry = try #require(after.recent.entries.values.first)
    #expect(after.recent.entries.count == 1 && entry.documents.count == 3)
    #expect(entry.questions.map(\.title) == ["How?", "When?"])
    #expect(entry.questions.map(\.summary) == ["By card.", "Before you leave."])
    #expect(try site.files() == site.filesMadeAnew())
  }

  @Test(arguments: ["cut off", "one bit changed", "empty", "gone"], ["terms", "terms-recent"])
  func damagedTermsAreTakenAnew(_ damage: String, of name: String) throws {
    let site = try SiteFixture.twoLanguages()
    try site.publishChanges()
    try site.write("---\ntitle: Unlock\n---\nTwice.\n", to: "en/unlock.md")
    try site.publishChanges()
    let file = URL(filePath: site.terms("en") + name.dropFirst("terms".count))
    var bytes = [UInt8](try Data(contentsOf: file))
    switch damage {
    case "cut off": bytes.removeLast(bytes.count / 2)
    case "one bit changed": bytes[bytes.count / 2] ^= 1
    case "empty": bytes = []
    default: try FileManager.default.removeItem(at: file)
    }
    if damage != "gone" { try Data(bytes).write(to: file) }
    try site.write("---\ntitle: Unlock\n---\nThree times.\n", to: "en/unlock.md")
    try site.publishChanges()
    #expect(try site.files() == site.filesMadeAnew())
  }

  /// The index in which one of many articles says something else is put together before pages are
  /// made; that in which many do isn't.
  @Test(arguments: [1, 2, 20])
  func theIndexOfFewChangesIsBegunFirst(edited: Int) throws {
    let site = try SiteFixture.twoLanguages()
    for number in 0..<20 {
      try site.write("---\ntitle: Note \(number)\n---\nA.\n", to: "en/\(number).md")
    }
    try site.publishChanges()
    for number in 0..<edited {
      try site.write("---\ntitle: Note \(number)\n---\nB.\n", to: "en/\(number).md")
    }
    let english = try #require(Language("en"))
    let input = site.generator(remembers: true).input
    let kept = KeptTerms(english, at: site.terms("en"))
    let mended = MendedIndex(of: english, in: input, from: kept)
    #expect((mended.bundle != nil) == (edited == 1))
    try site.publishChanges()
    #expect(try site.files() == site.filesMadeAnew())
  }

  @Test func anUnchangedFileOfTheIndexIsTheSameFileUnderItsNewName() throws {
    let site = try SiteFixture.twoLanguages()
    try site.publishChanges()
    let before = try site.indexFile("g/0.json")
    let stamp = FileStamp(of: site.output.path + "/" + before)
    try site.write(
      "---\ntitle: May I take a pet <script>alert(1)</script>?\nkind: faq\ntags: [xyzzy]\n---\n"
        + "Yes & no.\n", to: "en/billing/pets.md")
    try site.publishChanges()
    let after = try site.indexFile("g/0.json")
    #expect(after != before)
    #expect(FileStamp(of: site.output.path + "/" + after) == stamp)
  }
}

extension SiteFixture {
  fileprivate func terms(_ language: String) -> String {
    folder.appending(path: "workshop/terms-\(language)").path
  }

  /// The path of a file of the English index.
  fileprivate func indexFile(_ name: String) throws -> String {
    try #require(
      try files().keys.first { $0.hasPrefix("search/en-") && $0.hasSuffix("/" + name) })
  }
}
