import FileStamps
import Foundation
import KnowledgeBase
import Testing

@testable import SiteGeneration

/// While nothing has changed a publication isn't made again.
@Suite struct PublicationReceiptTests {
  @Test func holdsWhileTheSiteLiesAsItWasLeft() throws {
    let site = try SiteFixture.twoLanguages()
    let receipt = try site.publishedReceipt()
    #expect(receipt.holds(for: 7, at: SiteFixture.day(0)))
    try site.publishChanges()
    #expect(receipt.holds(for: 7, at: SiteFixture.day(0)))
  }

  @Test(arguments: [
    "a file changed", "a file of the index changed", "a file removed", "a file added",
    "a folder added", "the site removed", "the record removed", "another publication",
  ])
  func doesNotHoldAfter(_ deed: String) throws {
    let site = try SiteFixture.twoLanguages()
    let receipt = try site.publishedReceipt()
    let manager = FileManager.default
    let page = site.output.appending(path: "en/index.html")
    switch deed {
    case "a file changed": try Data("x".utf8).write(to: page, options: [])
    case "a file of the index changed":
      let index = try #require(try site.files().keys.first { $0.hasSuffix("/g/0.json") })
      try Data("x".utf8).write(to: site.output.appending(path: index), options: [])
    case "a file removed": try manager.removeItem(at: page)
    case "a file added": try Data("x".utf8).write(to: site.output.appending(path: "en/stray.html"))
    case "a folder added":
      try manager.createDirectory(
        at: site.output.appending(path: "stray"), withIntermediateDirectories: false)
    case "the site removed": try manager.removeItem(at: site.output)
    case "the record removed":
      try manager.removeItem(at: site.folder.appending(path: "workshop/record"))
    default:
      try site.write("---\ntitle: Unlock\n---\nTwice.\n", to: "en/unlock.md")
      try site.publishChanges()
    }
    #expect(!receipt.holds(for: 7, at: SiteFixture.day(0)))
  }

  @Test func doesNotHoldForAnotherSourceOrDay() throws {
    let receipt = try SiteFixture.twoLanguages().publishedReceipt()
    #expect(!receipt.holds(for: 8, at: SiteFixture.day(0)))
    #expect(!receipt.holds(for: 7, at: SiteFixture.day(1)))
    #expect(!receipt.holds(for: 7, at: SiteFixture.day(-1)))
  }

  /// 21 September 2026 is from minute 29832480 to 29833920 in UTC; the tests' publication is made at
  /// 29833333.
  @Test(arguments: [
    ("", "", 29_832_480..<29_833_920),
    ("", "from: 2026-09-21T10:00", 29_833_080..<29_833_920),
    ("", "until: 2026-09-21T15:00", 29_832_480..<29_833_380),
    ("", "from: 2026-09-22T10:00", 29_832_480..<29_833_920),
    ("time-zone: Europe/Riga\n", "", 29_832_300..<29_833_740),
  ])
  func lastsUntilADayOrANoticeBeginsOrEnds(
    _ zone: String, _ notice: String, _ minutes: Range<Int>
  ) throws {
    let site = try SiteFixture.twoLanguages()
    try site.write(
      zone + "channels:\n  - kind: phone\n    number: +371 67000000\n", to: "contact.yml")
    if !notice.isEmpty {
      try site.write("notices:\n  - id: n\n    text: N\n    \(notice)\n", to: "notices.yml")
    }
    #expect(try site.publishChanges().minutes == minutes)
  }

  @Test func comesBackFromTheDisk() throws {
    let site = try SiteFixture.twoLanguages()
    let receipt = try site.publishedReceipt()
    let path = site.folder.appending(path: "receipts/one").path
    #expect(PublicationReceipt(at: path) == nil)
    receipt.keep(at: path)
    #expect(PublicationReceipt(at: path) == receipt)
    var bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
    bytes[20] ^= 1
    try Data(bytes).write(to: URL(filePath: path))
    #expect(PublicationReceipt(at: path) == nil)
  }
}

/// Whatever is done to a folder, it has another stamp.
@Suite struct FolderStampTests {
  @Test(arguments: [
    "nothing", "change", "addition", "removal", "renaming", "hidden file", "file of hosts",
  ])
  func anotherNumberTells(_ deed: String) throws {
    let site = try SiteFixture.twoLanguages()
    let before = FolderStamp(of: site.content.path)
    let (one, other) = (site.content.appending(path: "en/unlock.md"), "en/lock.md")
    switch deed {
    case "change": try site.write("x", to: "en/unlock.md")
    case "addition": try site.write("x", to: other)
    case "removal": try FileManager.default.removeItem(at: one)
    case "renaming":
      try FileManager.default.moveItem(at: one, to: site.content.appending(path: other))
    case "hidden file": try site.write("x", to: "en/.unlock.md.swp")
    case "file of hosts": try site.write("x", to: "static/.well-known/security.txt")
    default: break
    }
    let isSame = FolderStamp(of: site.content.path).sum == before.sum
    #expect(isSame == ["nothing", "hidden file"].contains(deed))
  }

  @Test func theLatestChangeCounts() throws {
    let site = try SiteFixture.twoLanguages()
    let path = site.content.appending(path: "en/unlock.md").path
    let times = [
      timespec(tv_sec: 4_000_000_000, tv_nsec: 5), timespec(tv_sec: 4_000_000_000, tv_nsec: 5),
    ]
    try #require(utimensat(AT_FDCWD, path, times, 0) == 0)
    #expect(FolderStamp(of: site.content.path).latest == 4_000_000_000_000_000_005)
  }

  @Test func aLinkLiesAsWhatItLeadsTo() throws {
    let site = try SiteFixture.twoLanguages()
    try FileManager.default.createSymbolicLink(
      at: site.content.appending(path: "en/link.md"),
      withDestinationURL: site.content.appending(path: "en/unlock.md"))
    let state = FolderState(of: site.content.path)
    #expect(state.stamp == FolderStamp(of: site.content.path))
    let stamps = Dictionary(uniqueKeysWithValues: state.files.map { ($0.path, $0.stamp) })
    #expect(stamps["en/link.md"] == stamps["en/unlock.md"])
    let file = site.content.appending(path: "en/unlock.md")
    #expect(stamps["en/unlock.md"] == FileStamp(of: file.path))
  }

  @Test func aLinkToAFolderMayChangeUnseen() throws {
    let site = try SiteFixture.twoLanguages()
    try FileManager.default.createSymbolicLink(
      at: site.content.appending(path: "en/link"), withDestinationURL: site.content)
    #expect(!FolderStamp(of: site.content.path).isWhole)
  }
}

extension SiteFixture {
  /// Publishes, and gives the receipt for it, for the source 7.
  fileprivate func publishedReceipt() throws -> PublicationReceipt {
    let report = try publishChanges()
    return try #require(
      PublicationReceipt(
        source: 7, minutes: report.minutes, site: output,
        workshop: folder.appending(path: "workshop"), remarks: "note: x", answer: "public: 3 pages",
        hasFindings: true))
  }
}
