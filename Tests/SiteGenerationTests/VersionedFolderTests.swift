import FileStamps
import Foundation
import KnowledgeBase
import Synchronization
import TestSupport
import Testing

@testable import SiteGeneration

/// A folder whose name changes with its content is written by what has changed in it.
@Suite struct VersionedFolderTests {
  private static let part = "#search/en"

  /// After any changes, and whatever happened to the site and to what is remembered, the site holds
  /// what it should and no more.
  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func anyChangesGiveTheFolderThatIsWrittenAnew(seed: UInt64) throws {
    let site = try SiteFixture([:])
    var random = SeededGenerator(seed: seed)
    var content: [String: String] = [:]
    for round in 0..<40 {
      for _ in 0..<Int.random(in: 0...6, using: &random) {
        let kind = ["s", "p", "d"].randomElement(using: &random) ?? "s"
        let text = Int.random(in: 0..<5, using: &random)
        content["\(kind)/\(Int.random(in: 0..<12, using: &random)).json"] =
          text == 0 ? nil : "\(text)"
      }
      let deed = Int.random(in: 0..<16, using: &random)
      let workshop = site.folder.appending(path: "workshop")
      switch deed {
      case 0: try? FileManager.default.removeItem(at: workshop.appending(path: "record"))
      case 1: try? FileManager.default.removeItem(at: workshop)
      case 2: try? FileManager.default.removeItem(at: workshop.appending(path: "previous"))
      case 3: try? Data("x".utf8).write(to: site.output.appending(path: "index.html.gz"))
      case 4: try? FileManager.default.removeItem(at: site.output.appending(path: "search"))
      default: break
      }
      try publish(content, hasPart: deed != 5, page: "\(round / 3)", in: site)
      var expected = ["index.html": "\(round / 3)"]
      if deed != 5 {
        for (name, text) in content { expected["\(path(of: content))/\(name)"] = text }
      }
      let files = try site.files().mapValues { String(decoding: $0, as: UTF8.self) }
      try #require(files == expected, "seed \(seed), round \(round), deed \(deed)")
    }
  }

  @Test func whatIsMadeFromTheSameIsNeitherMadeNorWritten() throws {
    let site = try SiteFixture([:])
    var content = ["s/0.json": "a", "s/1.json": "b", "d/0.json": "c"]
    #expect(try publish(content, in: site) == ["d/0.json", "s/0.json", "s/1.json"])
    let stamp = FileStamp(of: site.output.path + "/\(path(of: content))/s/0.json")
    content["s/1.json"] = "new"
    #expect(try publish(content, in: site) == ["s/1.json"])
    content["d/0.json"] = nil
    #expect(try publish(content, in: site) == [])
    #expect(FileStamp(of: site.output.path + "/\(path(of: content))/s/0.json") == stamp)
  }

  /// - Returns: the names of files that were made.
  @discardableResult
  private func publish(
    _ content: [String: String], hasPart: Bool = true, page: String = "", in site: SiteFixture
  ) throws -> [String] {
    let writer = try SiteWriter(
      output: site.output, workshop: site.folder.appending(path: "workshop"))
    let made = Names()
    var outcome = SiteParts.Outcome()
    try writer.write(page, to: "index.html")
    outcome.made["/"] = SiteRecord.Part(
      digest: 1, shown: [], paths: ["index.html"], stamps: [.none])
    if hasPart {
      let names = content.keys.sorted()
      let old = writer.workshop?.record?.parts[Self.part]
      let digest = digest(of: content)
      if let old, old.digest == digest, writer.keep(old, of: Self.part) {
        outcome.kept = [Self.part]
      } else {
        outcome.made[Self.part] = SiteRecord.Part(digest: digest, shown: [], paths: [], stamps: [])
        outcome.versioned[Self.part] = try writer.write(
          VersionedFolder.Draft(
            names: names, sources: names.map { ContentDigest.of(content[$0] ?? "") },
            text: { number in
              made.add(names[number])
              return content[names[number]] ?? ""
            }, path: { _ in path(of: content) }), of: Self.part)
      }
    }
    _ = try writer.finish(frame: 1, parts: outcome)
    return made.all
  }

  private func path(of content: [String: String]) -> String {
    "search/en-\(String(digest(of: content), radix: 36))"
  }

  private func digest(of content: [String: String]) -> UInt64 {
    var digest = ContentDigest()
    for (name, text) in content.sorted(by: { $0.key < $1.key }) { digest.add([name, text]) }
    return digest.value
  }
}

/// Names that are noted on many threads.
private final class Names: Sendable {
  private let names = Mutex<[String]>([])

  var all: [String] { names.withLock { $0.sorted() } }

  func add(_ name: String) { names.withLock { $0.append(name) } }
}
