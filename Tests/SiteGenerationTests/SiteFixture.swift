import ContentParsing
import Foundation
import KnowledgeBase

@testable import SiteGeneration

/// A content folder of its own in a temporary place, removed with the value that owns it.
final class SiteFixture {
  let folder: URL

  init(_ files: [String: String]) throws {
    folder = FileManager.default.temporaryDirectory
      .appending(path: "signpost-site-\(UUID().uuidString)")
    for (path, text) in files { try write(text, to: path) }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  var content: URL { folder.appending(path: "content") }
  var output: URL { folder.appending(path: "public") }

  func write(_ text: String, to path: String) throws {
    let url = content.appending(path: path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  /// - Parameters:
  ///   - day: counted from 21 September 2026.
  ///   - remembers: articles that haven't changed aren't read again.
  func generator(
    overrides: Bool = false, day: Int = 0, remembers: Bool = false, last: LastPublication? = nil
  ) -> SiteGenerator {
    let today = Self.day(day)
    let loaded = ContentLoader(
      root: content, shownAs: "content", today: String(today.formatted(.iso8601).prefix(10)),
      cache: remembers ? folder.appending(path: "cache/articles") : nil
    ).load()
    return SiteGenerator(
      SiteGenerator.Input(
        library: loaded.library, contact: loaded.contact, synonyms: loaded.synonyms,
        assets: loaded.assets.map { ($0.source, $0.destination) },
        overrides: overrides ? content.appending(path: "site-templates") : nil,
        today: today, digest: loaded.digest), last: last)
  }

  /// - Parameter number: counted from 21 September 2026.
  static func day(_ number: Int) -> Date {
    Date(timeIntervalSince1970: 1_790_000_000 + Double(number) * 86_400)
  }

  @discardableResult
  func publish(overrides: Bool = false, isTrial: Bool = false) throws -> SiteGenerator.Report {
    try generator(overrides: overrides).publish(to: output, isTrial: isTrial)
  }

  /// Publishes what has changed since the last time.
  @discardableResult
  func publishChanges(day: Int = 0, isTrial: Bool = false) throws -> SiteGenerator.Report {
    try generator(overrides: hasTemplates, day: day, remembers: true, last: last)
      .publish(to: output, workshop: folder.appending(path: "workshop"), isTrial: isTrial)
  }

  /// What the last publication of changes left.
  var last: LastPublication {
    LastPublication(site: output.path, workshop: folder.appending(path: "workshop").path)
  }

  /// Every file of the site as it comes out when it is made from nothing.
  func filesMadeAnew(day: Int = 0) throws -> [String: Data] {
    let anew = folder.appending(path: "anew")
    try? FileManager.default.removeItem(at: anew)
    _ = try generator(overrides: hasTemplates, day: day).publish(to: anew)
    return try files(in: anew)
  }

  private var hasTemplates: Bool {
    FileManager.default.fileExists(atPath: content.appending(path: "site-templates").path)
  }

  func page(_ path: String) throws -> String {
    try String(contentsOf: output.appending(path: path), encoding: .utf8)
  }

  /// Every file of the site with its bytes.
  func files() throws -> [String: Data] { try files(in: output) }

  private func files(in site: URL) throws -> [String: Data] {
    let names = FileManager.default.enumerator(atPath: site.path)?.allObjects as? [String] ?? []
    return names.reduce(into: [:]) { files, name in
      files[name] = try? Data(contentsOf: site.appending(path: name))
    }
  }

  /// Two languages, one article in one of them only, one translation that is behind.
  static func twoLanguages() throws -> SiteFixture {
    try SiteFixture([
      "signpost.yml":
        "title: {en: Help, pl: Pomoc}\nbase-url: https://help.example.com/base\nlanguages: [en, pl]\n",
      "en/billing/_category.yml": "title: Billing & more\n",
      "pl/billing/_category.yml": "title: Płatności\n",
      "en/billing/refund.md":
        "---\ntitle: How long does a refund take?\nkind: process\nupdated: 2026-05-01\n"
        + "stages:\n  - {title: Ask, who: You, takes: 0 days}\n"
        + "  - {title: Check, who: We, takes: 2 working days}\n"
        + "  - {title: Pay, who: Bank, takes: 3 working days}\n---\n"
        + "Five days.\n\n## Why?\n\nBecause.\n",
      "pl/billing/refund.md":
        "---\ntitle: Jak długo trwa zwrot?\nkind: process\nupdated: 2026-04-01\n---\nPięć dni.\n",
      "en/billing/pets.md":
        "---\ntitle: May I take a pet <script>alert(1)</script>?\nkind: faq\n---\nYes & no.\n",
      "en/unlock.md":
        "---\ntitle: Unlock\nkind: how-to\nneeds: [the app]\nduration: 2 minutes\n---\n"
        + "Tap it.\n\n1. Tap.\n2. Wait.\n\n## If it does not work\n\nCall.\n",
    ])
  }
}
