import Foundation
import KnowledgeBase
import Testing

@testable import SiteGeneration

/// Compressed files say the same as those they stand beside, and live as long.
@Suite struct CompressorTests {
  private static let text = String(repeating: "Zwrot trwa pięć dni roboczych. ", count: 400)

  @Test func gzipGivesTheTextBackAndTheSameBytesEachTime() throws {
    let gzip = try #require(Compressor(.gzip))
    let bytes = Array(Self.text.utf8)
    let first = try #require(bytes.withUnsafeBytes { gzip.compressed($0) })
    #expect(first.count < bytes.count / 20)
    #expect(bytes.withUnsafeBytes { gzip.compressed($0) } == first)
    // RFC 1952: magic, deflate, no flags, no time.
    #expect(Array(first.prefix(8)) == [0x1F, 0x8B, 8, 0, 0, 0, 0, 0])
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(first).write(to: folder.appending(path: "a.gz"))
    let process = Process()
    process.executableURL = URL(filePath: "/bin/gzip")
    process.arguments = ["-d", "a.gz"]
    process.currentDirectoryURL = folder
    try process.run()
    process.waitUntilExit()
    #expect(try String(contentsOf: folder.appending(path: "a"), encoding: .utf8) == Self.text)
  }

  /// Noise can't be made shorter, so nothing is written beside it.
  @Test func whatIsNotShorterIsLeftOut() throws {
    var random = SystemRandomNumberGenerator()
    let noise = (0..<2000).map { _ in UInt8.random(in: 0...255, using: &random) }
    let gzip = try #require(Compressor(.gzip))
    #expect(noise.withUnsafeBytes { gzip.compressed($0) } == nil)
  }

  @Test(arguments: [
    ("en/a/index.html", 5000, true), ("llms.txt", 256, true), ("a.svg", 300, true),
    ("llms.txt", 255, false), ("assets/photo.png", 5000, false), ("noextension", 5000, false),
  ])
  func textsThatAreLongEnoughGain(_ path: String, _ bytes: Int, _ gains: Bool) {
    #expect(Compressor.mayGain(path, bytes: bytes) == gains)
  }

  @Test func compressedFilesChangeWithTheirsAndGoWithThem() throws {
    let site = try SiteFixture.twoLanguages()
    let configuration = try String(
      contentsOf: site.content.appending(path: "signpost.yml"), encoding: .utf8)
    try site.write(configuration + "precompress: [gzip]\n", to: "signpost.yml")
    try site.publishChanges()
    #expect(try site.files()["en/unlock/index.html.gz"] != nil)
    #expect(try site.files()["en/unlock/index.html.br"] == nil)
    try site.write("---\ntitle: Unlock\n---\nTap twice.\n", to: "en/unlock.md")
    let report = try site.publishChanges()
    #expect(report.changed.contains("en/unlock/index.html.gz"))
    #expect(!report.changed.contains("en/billing/refund/index.html.gz"))
    try FileManager.default.removeItem(at: site.content.appending(path: "en/unlock.md"))
    try site.publishChanges()
    #expect(try site.files()["en/unlock/index.html.gz"] == nil)
    #expect(try site.files() == site.filesMadeAnew())
    try site.write(configuration, to: "signpost.yml")
    try site.publishChanges()
    #expect(try site.files().keys.filter { $0.hasSuffix(".gz") } == [])
  }
}
