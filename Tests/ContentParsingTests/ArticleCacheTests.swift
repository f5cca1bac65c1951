import FileStamps
import Foundation
import KnowledgeBase
import Testing

@testable import ContentParsing

/// Articles that are remembered are the articles that would be read.
@Suite struct ArticleCacheTests {
  private static let files = [
    "signpost.yml": "title: Help\nbase-url: https://example.com\nlanguages: [en, pl]\n",
    "en/everything.md": """
    ---
    title: Everything
    description: All of it
    kind: process
    id: all
    questions: [one, two]
    answers: [three]
    goal: To know
    duration: 5 minutes
    needs: [a phone]
    stages:
      - {title: Ask, who: You, takes: 2 working days}
      - {title: Wait}
    related: [other]
    tags: [x, y]
    updated: 2026-09-14
    owner: Ann
    review-by: 2026-12-01
    review-every: 6 months
    status: published
    published: 2026-01-01
    expires: 2036-01-01
    successor: other
    aliases: [/old/]
    permalink: /all-of-it/
    order: 4
    sms: Short
    video: ../assets/film.mp4
    translation-of: other
    ---
    See [other](other.md#there), [file](../assets/a.pdf), [out](https://example.org) and
    [nothing](nothing.md).

    ## A heading

    ![A picture](../assets/p.png)

    """,
    "en/other.md": "---\ntitle: Other\nowner: Bo\nunknown-key: 1\n---\n## There\n\nText.\n",
    "en/untitled.md": "Nothing stands above.\n",
    "en/titled.md": "# By its heading\n\nText.\n",
    "pl/other.md": "---\ntitle: Inny\npermalink: /x/\n---\nTekst [tu](#nigdzie).\n",
    "pl/third.md": "---\ntitle: Trzeci\npermalink: /x/\n---\nTekst.\n",
    "pl/broken.md": "---\ntitle: [\n---\nTekst.\n",
    "assets/film.mp4": "film", "assets/a.pdf": "a", "assets/p.png": "p",
  ]

  @Test func rememberedArticlesAreThoseThatWereRead() throws {
    let fixture = try ContentFixture(Self.files)
    try age(fixture)
    let plain = describe(fixture.loader().load())
    let cache = fixture.root.deletingLastPathComponent().appending(path: "cache/\(UUID())")
    defer { try? FileManager.default.removeItem(at: cache) }
    for _ in 0..<3 { #expect(plain.elementsEqual(describe(fixture.loader(cache: cache).load()))) }
    // The text is gone, yet all that isn't made of it is known.
    for path in Self.files.keys where path.hasSuffix("titled.md") {
      try fixture.disguise(path) { String(repeating: "z", count: $0.utf8.count) }
    }
    let loaded = fixture.loader(cache: cache).load()
    #expect(loaded.library.articles.contains { $0.title == "By its heading" })
    #expect(loaded.diagnostics.contains { $0.rule == "missing-title" })
  }

  /// What belongs to a folder changes though its own file doesn't.
  @Test func aRememberedArticleBelongsToTheFolderThatHasItsName() throws {
    let files = [
      "en/pay.md": "# Paying\n", "en/car/index.md": "# Your car\n", "en/car/a.md": "# A\n",
    ]
    let fixture = try ContentFixture(files)
    try age(fixture, files.keys)
    let cache = fixture.root.deletingLastPathComponent().appending(path: "cache/\(UUID())")
    defer { try? FileManager.default.removeItem(at: cache) }
    func folders() -> [String] {
      fixture.loader(cache: cache).load().library.articles.map {
        "\($0.title): \($0.categoryPath.joined(separator: "/"))"
      }
    }
    // The page of a folder stands before its other articles.
    for _ in 0..<2 { #expect(folders() == ["Paying: ", "Your car: car", "A: car"]) }
    try fixture.write("# Refund\n", to: "en/pay/cards/refund.md")
    #expect(folders() == ["Your car: car", "A: car", "Paying: pay", "Refund: pay/cards"])
    try FileManager.default.removeItem(at: fixture.root.appending(path: "en/pay"))
    #expect(folders() == ["Paying: ", "Your car: car", "A: car"])
  }

  /// A key of front matter that the cache forgets fails here: the article above has all of them.
  @Test func everyFieldOfFrontMatterIsTold() throws {
    let fixture = try ContentFixture(Self.files)
    let article = try #require(
      fixture.loader().load().library.articles.first { $0.title == "Everything" })
    for field in Mirror(reflecting: article.frontMatter).children {
      let text = String(describing: field.value)
      #expect(text != "nil" && text != "[]", "\(field.label ?? "") has no value")
    }
  }

  @Test(arguments: ["cut", "a bit", "empty", "rubbish", "gone"])
  func aDamagedCacheIsVoid(_ damage: String) throws {
    let fixture = try ContentFixture(Self.files)
    try age(fixture)
    let plain = describe(fixture.loader().load())
    let cache = fixture.root.deletingLastPathComponent().appending(path: "cache/\(UUID())")
    defer { try? FileManager.default.removeItem(at: cache) }
    _ = fixture.loader(cache: cache).load()
    var bytes = [UInt8](try Data(contentsOf: cache))
    switch damage {
    case "cut": bytes.removeLast(bytes.count / 2)
    case "a bit": bytes[bytes.count / 2] ^= 4
    case "empty": bytes = []
    case "rubbish": bytes = Array(repeating: 0xFF, count: 1000)
    default: bytes = []
    }
    if damage == "gone" {
      try FileManager.default.removeItem(at: cache)
    } else {
      try Data(bytes).write(to: cache)
    }
    #expect(plain.elementsEqual(describe(fixture.loader(cache: cache).load())))
  }

  @Test(arguments: [
    ("en/new.md", "---\ntitle: New\n---\nText.\n"),
    ("en/nothing.md", "---\ntitle: N\n---\nText.\n"),
    ("en/other.md", "---\ntitle: Other\n---\n## Elsewhere\n\nText.\n"), ("assets/p.png", "another"),
    ("signpost.yml", "title: Help\nbase-url: https://example.com/base\nlanguages: [pl, en]\n"),
  ])
  func whatChangesIsReadAgain(_ path: String, _ text: String) throws {
    let fixture = try ContentFixture(Self.files)
    let cache = fixture.root.deletingLastPathComponent().appending(path: "cache/\(UUID())")
    defer { try? FileManager.default.removeItem(at: cache) }
    try age(fixture)
    _ = fixture.loader(cache: cache).load()
    try fixture.write(text, to: path)
    #expect(describe(fixture.loader(cache: cache).load()) == describe(fixture.loader().load()))
  }

  /// Files of this moment may be written again within a step of the clock.
  @Test func whatWasJustWrittenIsNotRemembered() throws {
    let fixture = try ContentFixture(["en/a.md": "---\ntitle: A\n---\nOne.\n"])
    let cache = fixture.root.deletingLastPathComponent().appending(path: "cache/\(UUID())")
    defer { try? FileManager.default.removeItem(at: cache) }
    try fixture.write("---\ntitle: A\n---\nOne.\n", to: "en/a.md")
    _ = fixture.loader(cache: cache).load()
    try fixture.disguise("en/a.md") { $0.replacing("title: A", with: "title: B") }
    #expect(fixture.loader(cache: cache).load().library.articles.first?.title == "B")
  }

  @Test func howTheFolderLayIsNotLookedAtAgain() throws {
    let fixture = try ContentFixture(Self.files)
    let cache = fixture.root.deletingLastPathComponent().appending(path: "cache/\(UUID())")
    defer { try? FileManager.default.removeItem(at: cache) }
    try age(fixture)
    _ = fixture.loader(cache: cache).load()
    let seen = FolderState(of: fixture.root.path)
    try fixture.write("---\ntitle: Another\n---\nText.\n", to: "en/other.md")
    func titles(_ loader: ContentLoader) -> [String] { loader.load().library.articles.map(\.title) }
    #expect(titles(fixture.loader(cache: cache, seen: seen)).contains("Other"))
    #expect(titles(fixture.loader(cache: cache)).contains("Another"))
  }

  @Test func valuesComeBackAsTheyWere() throws {
    let numbers = [0, 1, -1, 63, 64, -64, -65, 300, Int.max, Int.min]
    var writer = ValueWriter()
    for number in numbers { writer.write(number) }
    writer.write("ąć\u{0}")
    writer.write(nil as String?)
    writer.write(UInt64.max - 5)
    var reader = ValueReader(writer.bytes[...])
    for number in numbers { #expect(try reader.number() == number) }
    #expect(try reader.text() == "ąć\u{0}")
    #expect(try reader.textIfAny() == nil)
    #expect(try reader.digest() == UInt64.max - 5)
    #expect(throws: ValueReader.Damage.self) { try reader.flag() }
  }

  /// Sets all files' times back, so that none counts as just written.
  private func age(
    _ fixture: ContentFixture, _ paths: some Collection<String> = files.keys
  ) throws {
    for path in paths {
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSinceNow: -60)],
        ofItemAtPath: fixture.root.appending(path: path).path)
    }
  }

  private func describe(_ loaded: LoadedContent) -> [String] {
    loaded.library.articles.map { article in
      """
      \(article.id) \(article.language.code) \(article.sourcePath) \(article.categoryPath) \
      \(article.permalink) \(article.frontMatter) \(article.html) \(article.markdown) \
      \(article.sections) \(article.anchors) \(article.links) \(article.images) \
      \(String(describing: article.video)) \(article.places.keyLines.sorted { $0.key < $1.key }) \
      \(article.places.bodyLine) \(String(describing: article.digest)) \(article.summary)
      """
    } + loaded.diagnostics.map { "\($0)" } + ["\(String(describing: loaded.digest))"]
  }
}
