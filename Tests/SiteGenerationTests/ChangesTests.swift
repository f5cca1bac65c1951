import FileStamps
import Foundation
import KnowledgeBase
import TestSupport
import Testing
import TextAnalysis

@testable import SiteGeneration

/// Publishing what has changed gives the site that publishing everything gives.
@Suite struct ChangesTests {
  /// After any edits, a few at a time, every file has the bytes that it has when made from nothing.
  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func anyEditsGiveTheSiteThatIsMadeAnew(seed: UInt64) throws {
    let site = try SiteFixture.twoLanguages()
    var editor = RandomEditor(site: site, seed: seed)
    try site.publishChanges()
    for round in 0..<10 {
      var edits: [String] = []
      for _ in 0..<Int.random(in: 0...2, using: &editor.random) { edits.append(try editor.edit()) }
      try site.publishChanges(day: editor.day)
      let (made, anew) = (try site.files(), try site.filesMadeAnew(day: editor.day))
      let differing = Set(made.keys).union(anew.keys).filter { made[$0] != anew[$0] }.sorted()
      try #require(differing == [], "seed \(seed), round \(round), after \(edits)")
      let left = SiteWorkshop(site.folder.appending(path: "workshop").path, site: site.output.path)
      try #require(left.isUntouched, "seed \(seed), round \(round), after \(edits)")
    }
  }

  @Test func onlyWhatAnArticleTouchesIsMade() throws {
    let site = try SiteFixture.twoLanguages()
    try site.publishChanges()
    let untouched = ["pl/index.html", "en/billing/refund/index.html", "en/billing/index.html"]
    let before = try untouched.map { try #require(FileStamp(of: site.path($0))) }
    // A page that isn't made isn't read either: of one that was changed in place, with its time put
    // back, nothing is noticed.
    try site.disguise("pl/index.html")
    try site.write("---\ntitle: Unlock\nkind: how-to\n---\nTap twice.\n", to: "en/unlock.md")
    let report = try site.publishChanges()
    #expect(
      report.changed.filter { !$0.hasPrefix("search/en-") } == [
        "api/en/articles.json", "en/index.html", "en/unlock/index.html", "en/unlock/index.md",
        "llms.txt", "search/en.json",
      ])
    #expect(try site.page("pl/index.html").hasPrefix("disguised"))
    let after = untouched.map { FileStamp(of: site.path($0)) }
    #expect(after == before)
  }

  @Test func nothingChangesNothing() throws {
    let site = try SiteFixture.twoLanguages()
    try site.publishChanges()
    let stamp = FileStamp(of: site.output.path)
    let report = try site.publishChanges()
    #expect(report.changed + report.added + report.removed == [])
    #expect(report.kept == (try site.files().count))
    #expect(FileStamp(of: site.output.path) == stamp)
  }

  /// What others do to the site is mended, as when everything is made.
  @Test(arguments: [
    "a file changed", "a file removed", "a file compressed", "the site removed",
  ])
  func whatOthersDidToTheSiteIsMended(_ deed: String) throws {
    let site = try SiteFixture.twoLanguages()
    try site.publishChanges()
    try site.write("---\ntitle: Unlock\n---\nTwice.\n", to: "en/unlock.md")
    try site.publishChanges()
    switch deed {
    case "a file changed": try Data("x".utf8).write(to: site.url("en/index.html"))
    case "a file removed": try FileManager.default.removeItem(at: site.url("en/index.html"))
    case "a file compressed": try Data("x".utf8).write(to: site.url("en/index.html.gz"))
    default: try FileManager.default.removeItem(at: site.output)
    }
    try site.write("---\ntitle: Unlock\n---\nThree times.\n", to: "en/unlock.md")
    try site.publishChanges()
    #expect(try site.files() == site.filesMadeAnew())
  }

  /// What others put into the site is lost by no publication, and goes on with the site once it lies
  /// where it belongs.
  @Test(arguments: ["CNAME", ".well-known/security.txt", "en/stray.html"])
  func filesOfOthersAreNotLost(_ path: String) throws {
    let site = try SiteFixture.twoLanguages()
    try site.publishChanges()
    let url = site.url(path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data("x".utf8).write(to: url)
    let before = try site.files()
    for text in ["Tap it.", "Twice."] {
      try site.write("---\ntitle: Unlock\n---\n\(text)\n", to: "en/unlock.md")
      let error = try #require(throws: ForeignFiles.self) { try site.publishChanges() }
      #expect(error.paths == [path])
      #expect(try site.files() == before)
    }
    try FileManager.default.removeItem(at: url)
    try site.write("x", to: "static/\(path)")
    try site.publishChanges()
    #expect(try site.files()[path] == Data("x".utf8))
    #expect(try site.files() == site.filesMadeAnew())
  }

  /// An editor's own file comes before the command's.
  @Test func aFileOfTheSitesOwnTakesThePlaceOfTheCommands() throws {
    let site = try SiteFixture.twoLanguages()
    try site.publishChanges()
    let robots = try site.page("robots.txt")
    for text in ["one", "two"] {
      try site.write(text, to: "static/robots.txt")
      try site.publishChanges()
      #expect(try site.page("robots.txt") == text)
      try site.write("---\ntitle: Unlock\n---\nTo \(text).\n", to: "en/unlock.md")
      try site.publishChanges()
      #expect(try site.page("robots.txt") == text)
    }
    try FileManager.default.removeItem(at: site.content.appending(path: "static/robots.txt"))
    try site.publishChanges()
    #expect(try site.page("robots.txt") == robots)
  }

  @Test(arguments: ["cut off", "one bit changed", "empty", "of another version", "gone"])
  func aDamagedRecordMeansMakingEverything(_ damage: String) throws {
    let site = try SiteFixture.twoLanguages()
    try site.publishChanges()
    try site.disguise("pl/index.html")
    let record = site.folder.appending(path: "workshop/record")
    var bytes = [UInt8](try Data(contentsOf: record))
    switch damage {
    case "cut off": bytes.removeLast(bytes.count / 2)
    case "one bit changed": bytes[bytes.count / 2] ^= 1
    case "empty": bytes = []
    case "of another version": bytes[8] ^= 0x40
    default: try FileManager.default.removeItem(at: record)
    }
    if damage != "gone" { try Data(bytes).write(to: record) }
    try site.write("---\ntitle: New\n---\nNew.\n", to: "en/new.md")
    try site.publishChanges()
    #expect(try site.files() == site.filesMadeAnew())
  }

  @Test func aTrialTellsTheChangesAndMakesNone() throws {
    let site = try SiteFixture.twoLanguages()
    try site.publishChanges()
    try site.write("---\ntitle: Unlock\n---\nTwice.\n", to: "en/unlock.md")
    let before = try site.files()
    let trial = try site.publishChanges(isTrial: true)
    #expect(try site.files() == before)
    #expect(trial.changed.contains("en/unlock/index.html"))
    let report = try site.publishChanges()
    #expect(report.changed == trial.changed && report.kept == trial.kept)
  }

  @Test func aRecordComesBackFromItsBytes() throws {
    var record = SiteRecord(frame: 7)
    let stamp = FileStamp(size: 1, nanoseconds: -2, inode: .max)
    record.parts = [
      "en/a/": SiteRecord.Part(
        digest: 1, shown: [3, 4], paths: ["en/a/index.html", "en/a/żółw.md"],
        stamps: [stamp, FileStamp(size: 7, nanoseconds: 8, inode: 9)]),
      "#root": SiteRecord.Part(digest: .max, shown: [], paths: [], stamps: []),
    ]
    record.versioned = [
      "#search/en": VersionedFolder(
        path: "search/en-2",
        files: [
          VersionedFolder.File(name: "s/0.json", source: 5, text: 6, stamp: stamp),
          VersionedFolder.File(name: "s/0.json.gz", source: 0, text: 0, stamp: stamp),
        ], former: "search/en-1", difference: ["s/1.json"])
    ]
    (record.folders, record.folderStamps) = ([""], [FileStamp(size: -1, nanoseconds: 5, inode: 6)])
    record.formerStamps = [FileStamp.none]
    record.difference = ["x", ""]
    var writer = RawArrayWriter()
    record.write(to: &writer)
    var reader = RawArrayReader(writer.bytes)
    let read = try #require(SiteRecord(&reader))
    #expect(read.frame == 7 && read.parts == record.parts && read.versioned == record.versioned)
    #expect(read.folders == record.folders && read.folderStamps == record.folderStamps)
    #expect(read.difference == record.difference)
    for place in writer.bytes.indices {
      var bytes = writer.bytes
      bytes[place] ^= 1
      var reader = RawArrayReader(bytes)
      #expect(SiteRecord(&reader) == nil, "byte \(place)")
    }
  }
}

extension SiteFixture {
  fileprivate func url(_ path: String) -> URL { output.appending(path: path) }
  fileprivate func path(_ path: String) -> String { url(path).path }

  /// Overwrites the beginning of a file, and sets its time back.
  fileprivate func disguise(_ path: String) throws {
    var status = stat()
    try #require(stat(self.path(path), &status) == 0)
    let file = try FileHandle(forWritingTo: url(path))
    try file.write(contentsOf: Data("disguised".utf8))
    try file.close()
    let times = [status.st_atim, status.st_mtim]
    try #require(utimensat(AT_FDCWD, self.path(path), times, 0) == 0)
  }
}

/// Does to a help centre what its editors do, at random.
private struct RandomEditor {
  let site: SiteFixture
  var random: SeededGenerator
  private(set) var day = 0
  private var number = 0

  init(site: SiteFixture, seed: UInt64) {
    self.site = site
    random = SeededGenerator(seed: seed)
  }

  /// - Returns: what was done, for a failure's message.
  mutating func edit() throws -> String {
    number += 1
    let articles = articles()
    let any = articles.randomElement(using: &random) ?? "en/unlock.md"
    switch Int.random(in: 0..<14, using: &random) {
    case 0, 1:
      try append("\nMore \(number).\n", to: any)
      return "text of \(any)"
    case 2:
      try rewrite(any) { $0.replacing("title: ", with: "title: \(number) ") }
      return "title of \(any)"
    case 3:
      try rewrite(any) {
        $0.replacing(
          "---\n", with: "---\nupdated: 2026-08-0\(number % 9 + 1)\n", maxReplacements: 1)
      }
      return "date of \(any)"
    case 4:
      let folder =
        ["en", "pl", "en/billing", "pl/billing", "en/new/deep"]
        .randomElement(using: &random) ?? "en"
      let other = any.split(separator: "/").last ?? ""
      try site.write(
        "---\ntitle: Article \(number)\nrelated: [unlock, billing/refund]\n---\n"
          + "Text of \(number), see [it](\(other)).\n", to: "\(folder)/a\(number).md")
      return "article \(folder)/a\(number).md"
    case 5 where articles.count > 2:
      try FileManager.default.removeItem(at: site.content.appending(path: any))
      return "removal of \(any)"
    case 6:
      let target = any.replacing(".md", with: "-\(number).md")
      try FileManager.default.moveItem(
        at: site.content.appending(path: any), to: site.content.appending(path: target))
      return "renaming of \(any)"
    case 7:
      let status = ["draft", "archived", "published"].randomElement(using: &random) ?? "draft"
      try rewrite(any) {
        $0.replacing("---\n", with: "---\nstatus: \(status)\n", maxReplacements: 1)
      }
      return "\(status) \(any)"
    case 8:
      try append("tagline: Tag \(number)\n", to: "signpost.yml", instead: "tagline")
      return "configuration"
    case 9:
      try site.write(
        "notices:\n  - id: n\(number)\n    severity: warning\n    text: Notice \(number)\n"
          + "    until: 2026-09-\(22 + number % 6)T12:00\n", to: "notices.yml")
      return "notice"
    case 10:
      try site.write(
        number % 2 == 0 ? "<p>Footer \(number)</p>\n" : "<p>{{site.title}}</p>\n",
        to: "site-templates/templates/footer.mustache")
      return "template"
    case 11:
      try site.write("picture \(number)", to: "assets/p\(number % 3).png")
      return "picture"
    case 12:
      day += 1
      return "the next day"
    default:
      try site.write("title: Topic \(number)\n", to: "en/billing/_category.yml")
      return "category"
    }
  }

  private func articles() -> [String] {
    let paths =
      FileManager.default.enumerator(atPath: site.content.path)?.allObjects as? [String] ?? []
    return paths.filter { $0.hasSuffix(".md") }.sorted()
  }

  private func rewrite(_ path: String, _ change: (String) -> String) throws {
    let text = try String(contentsOf: site.content.appending(path: path), encoding: .utf8)
    try site.write(change(text), to: path)
  }

  private func append(_ text: String, to path: String, instead key: String? = nil) throws {
    try rewrite(path) { old in
      let lines = old.split(separator: "\n", omittingEmptySubsequences: false)
        .filter { line in key.map { !line.hasPrefix($0) } ?? true }
      return lines.joined(separator: "\n") + text
    }
  }
}
