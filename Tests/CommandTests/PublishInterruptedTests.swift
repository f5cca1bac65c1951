import Foundation
import Testing

/// A publication may end at any moment: what customers see is a whole site, the old or the new.
@Suite struct PublishInterruptedTests {
  private static let articles = 60
  private static let kills = 16

  @Test func aKillAtAnyMomentLeavesAWholeSite() throws {
    let centre = try SmallHelpCentre(["signpost.yml": "title: Help\nlanguages: [en]\n"])
    func write(edition: Int) throws {
      for number in 0..<Self.articles {
        try centre.write(
          "---\ntitle: Article \(number)\n---\nEdition \(edition).\n",
          to: "content/en/topic-\(number % 7)/a\(number).md")
      }
    }
    try write(edition: 0)
    try centre.signpost.run(["publish"])
    try write(edition: 1)
    let start = ContinuousClock.now
    try centre.signpost.run(["publish"])
    let time = start.duration(to: .now)
    var shown = 1
    for kill in 0..<Self.kills {
      let edition = kill + 2
      try write(edition: edition)
      // Spread over the whole run, and a little beyond its usual end.
      try killedPublication(of: centre, after: time * kill * 5 / (Self.kills * 4))
      let editions = try editions(of: centre)
      #expect(editions == [shown] || editions == [edition], "kill \(kill)")
      shown = editions.first ?? shown
    }
    try centre.signpost.run(["publish"])
    try centre.signpost.run(["publish", "--output", "anew"])
    #expect(try files(of: centre, "public") == files(of: centre, "anew"))
    let left = try FileManager.default.contentsOfDirectory(
      atPath: centre.folder.appending(path: ".signpost/publish/public").path)
    #expect(
      Set(left).isSubset(of: [
        "previous", "record", "terms-en", "terms-en-postings", "terms-en-recent",
      ]), "\(left)")
  }

  private func killedPublication(of centre: SmallHelpCentre, after delay: Duration) throws {
    let process = Process()
    process.executableURL = SignpostProcess.executable
    process.arguments = ["publish"]
    process.currentDirectoryURL = centre.folder
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    let microseconds = delay / .microseconds(1)
    usleep(UInt32(microseconds))
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  /// The editions that the articles' pages show; one for a site that is whole.
  private func editions(of centre: SmallHelpCentre) throws -> Set<Int> {
    var editions: Set<Int> = []
    for number in 0..<Self.articles {
      let page = try centre.text(of: "public/en/topic-\(number % 7)/a\(number)/index.html")
      let edition = page.firstMatch(of: /<p>Edition (\d+)\.<\/p>/).flatMap { Int($0.1) }
      editions.insert(try #require(edition, "page \(number) is cut off"))
      #expect(page.hasSuffix("</html>\n"))
    }
    return editions
  }

  private func files(of centre: SmallHelpCentre, _ folder: String) throws -> [String: Data] {
    let root = centre.folder.appending(path: folder)
    return try FileManager.default.subpathsOfDirectory(atPath: root.path).reduce(into: [:]) {
      $0[$1] = try? Data(contentsOf: root.appending(path: $1))
    }
  }
}
