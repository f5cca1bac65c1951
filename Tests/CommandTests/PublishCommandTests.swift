import Foundation
import Testing

@Suite struct PublishCommandTests {
  @Test func writesEveryLanguageAndSaysHowMuch() throws {
    let centre = try SmallHelpCentre.sample()
    let outcome = try centre.signpost.run(["publish"])
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("public: "))
    #expect(outcome.output.contains("2 languages (en, pl)"))
    for page in [
      "index.html", "en/password/index.html", "pl/billing/refund/index.html", "404.html",
    ] {
      #expect(centre.exists("public/\(page)"), "\(page)")
    }
  }

  @Test func anAddressThatLeadsNowhereAnyMoreIsToldOnce() throws {
    let centre = try SmallHelpCentre.sample()
    try centre.signpost.run(["publish"])
    let text = try centre.text(of: "content/en/password.md")
    try FileManager.default.removeItem(
      at: centre.folder.appending(path: "content/en/password.md"))
    try centre.write(text, to: "content/en/new-password.md")
    let renamed = try centre.signpost.run(["publish"])
    #expect(
      renamed.errors.contains(
        """
        note: /en/password/ leads nowhere now
          cure: if content/en/new-password.md took its place, write aliases: [/en/password/]
        """), "\(renamed.errors)")
    #expect(try !centre.signpost.run(["publish"]).errors.contains("nowhere"))
    try centre.write(
      text.replacing("kind: how-to", with: "kind: how-to\naliases: [/en/password/]"),
      to: "content/en/new-password.md")
    try centre.signpost.run(["publish"])
    #expect(centre.exists("public/en/password/index.html"))
  }

  /// What is wrong, the words that name file, line and cure, and that the rest is published.
  @Test(arguments: [
    (
      "en/bad.md", "---\ntitle: [open\n---\nx\n",
      "content/en/bad.md:3:1: error: did not find expected ',' or ']' [yaml]"
    ),
    (
      "en/bad.md", "---\ntitle: A\ntilte: B\n---\nx\n",
      "content/en/bad.md:3:1: warning: unknown key 'tilte' [unknown-key]\n  tilte: B\n  ^\n  cure: did you mean 'title'?"
    ),
    (
      "en/bad.md", "---\ntitle: A\n---\nSee [it](pasword.md).\n",
      "content/en/bad.md:4:10: error: article 'pasword.md' doesn't exist [broken-link]\n  See [it](pasword.md).\n           ^\n  cure: did you mean 'password'?"
    ),
    (
      "en/bad.md", "---\ntitle: A\npermalink: password\n---\nx\n",
      "content/en/password.md:1: error: address '/en/password/' belongs to content/en/bad.md already [permalink-collision]"
    ),
    ("en/bad.md", "No title here.\n", "content/en/bad.md:1: error: title missing [missing-title]"),
    (
      "en/bad.md", "---\ntitle: A\nx\n",
      "content/en/bad.md:1:1: error: front matter has no end [front-matter]"
    ),
  ])
  func namesFileLineAndCureAndPublishesTheRest(_ path: String, _ text: String, _ words: String)
    throws
  {
    let centre = try SmallHelpCentre.sample()
    try centre.write(text, to: "content/\(path)")
    let outcome = try centre.signpost.run(["publish"])
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains(words), "\(outcome.errors)")
    #expect(outcome.errors.contains("  cure: "))
    #expect(centre.exists("public/en/billing/refund/index.html"))
  }

  /// The second time nothing has changed.
  @Test func tellsOfFilesThatWouldBeLost() throws {
    let centre = try SmallHelpCentre.sample()
    try centre.signpost.run(["publish"])
    for name in ["CNAME", "a", "b", "c", "d", "e"] { try centre.write("x", to: "public/\(name)") }
    try centre.write("# New\n", to: "content/en/new.md")
    let outcome = try centre.signpost.run(["publish"])
    #expect(outcome.status == 1)
    #expect(
      outcome.errors.contains(
        "public/CNAME: error: file isn't of the site and would be lost [output]"))
    #expect(outcome.errors.contains("… and 1 more [output]"))
    #expect(
      outcome.errors.contains(
        "  cure: move it into content/static, which is published as it is, or remove it"))
    #expect(centre.exists("public/CNAME"))
  }

  @Test func takesNoFileForItsFolder() throws {
    let centre = try SmallHelpCentre.sample()
    try centre.write("mine", to: "site")
    for options in [[], ["--dry-run"]] {
      let outcome = try centre.signpost.run(["publish", "--output", "site"] + options)
      #expect(outcome.status == 64)
      #expect(outcome.errors.contains("Error: --output site is a file; name a folder."))
    }
    #expect(try centre.text(of: "site") == "mine")
  }

  @Test(arguments: [false, true])
  func leavesALinkToItsFolder(isThere: Bool) throws {
    let centre = try SmallHelpCentre.sample()
    if isThere { try centre.write("", to: "disk/www/index.html") }
    if isThere { try centre.write("", to: "disk/www/sitemap.xml") }
    let link = centre.folder.appending(path: "site").path
    try FileManager.default.createDirectory(
      at: centre.folder.appending(path: "disk"), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "disk/www")
    for text in ["# Anew\n", "# Again\n"] {
      try centre.write(text, to: "content/en/new.md")
      try #require(centre.signpost.run(["publish", "--output", "site"]).status == 0)
      #expect(
        try centre.text(of: "disk/www/en/new/index.html").contains(text.dropFirst(2).dropLast()))
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "disk/www")
    }
    try FileManager.default.createSymbolicLink(
      atPath: centre.folder.appending(path: "inside").path, withDestinationPath: "content")
    let outcome = try centre.signpost.run(["publish", "--output", "inside/site"])
    #expect(outcome.errors.contains("would overwrite the content"))
  }

  /// Each waits for the others, so that none fails and the last one's site is whole.
  @Test func publishesOneAfterAnother() async throws {
    let centre = try SmallHelpCentre.sample()
    for round in 0..<3 {
      try centre.write("# Round \(round)\n", to: "content/en/new.md")
      try await withThrowingTaskGroup(of: SignpostProcess.Outcome.self) { group in
        for _ in 0..<4 {
          group.addTask { [signpost = centre.signpost] in try signpost.run(["publish"]) }
        }
        for try await outcome in group { #expect(outcome.status == 0, "\(outcome.errors)") }
      }
      #expect(try centre.text(of: "public/en/new/index.html").contains("Round \(round)"))
    }
  }

  @Test func saysHowManyDraftsAreLeftOut() throws {
    let centre = try SmallHelpCentre.sample()
    for name in ["one", "two"] {
      try centre.write("---\ntitle: \(name)\nstatus: draft\n---\nx\n", to: "content/en/\(name).md")
    }
    for _ in 0..<2 {
      let outcome = try centre.publishAfterAWhile()
      #expect(outcome.status == 0)
      #expect(outcome.errors == "note: 2 drafts aren't published; --drafts publishes them too\n")
    }
    #expect(try !centre.signpost.run(["publish", "--drafts"]).errors.contains("drafts"))
  }

  /// Publishing again what hasn't changed says the same, also after what changed was taken back.
  @Test func saysTheSameWhenNothingHasChanged() throws {
    let centre = try SmallHelpCentre.sample()
    try centre.write("---\ntitle: A\ntilte: B\n---\nx\n", to: "content/en/bad.md")
    let answer = try centre.publishAfterAWhile()
    #expect(answer.status == 1 && answer.errors.contains("unknown key 'tilte'"))
    #expect(centre.exists(".signpost/published"))
    for _ in 0..<2 {
      let again = try centre.publishAfterAWhile()
      #expect(again.output == answer.output && again.errors == answer.errors)
      #expect(again.status == 1)
    }
    let trial = try centre.signpost.run(["publish", "--dry-run"])
    #expect(trial.output.contains("files stay as they are"))
    try centre.write("---\ntitle: B\n---\nMended.\n", to: "content/en/bad.md")
    let mended = try centre.publishAfterAWhile()
    #expect(mended.status == 0 && mended.errors == "")
    #expect(try centre.text(of: "public/en/bad/index.html").contains("Mended."))
    try FileManager.default.removeItem(at: centre.folder.appending(path: "public/en/bad"))
    try centre.publishAfterAWhile()
    #expect(centre.exists("public/en/bad/index.html"))
  }

  @Test func namesTheByteThatIsNotUTF8() throws {
    let centre = try SmallHelpCentre.sample()
    try centre.write(
      Data("---\ntitle: Gr".utf8) + Data([0xFC]) + Data("n\n---\nx\n".utf8),
      to: "content/en/bad.md")
    let outcome = try centre.signpost.run(["publish"])
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("content/en/bad.md:2:10: error: text isn't UTF-8 [encoding]"))
    #expect(centre.exists("public/en/password/index.html"))
  }

  @Test func anEmptyFolderIsAnErrorAndWritesNothing() throws {
    let centre = try SmallHelpCentre([:])
    try centre.write("title: Empty\n", to: "content/signpost.yml")
    let outcome = try centre.signpost.run(["publish"])
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("content: error: no article can be published [no-articles]"))
    #expect(!centre.exists("public"))
  }

  @Test func aFolderThatIsNotThereIsNamed() throws {
    let centre = try SmallHelpCentre.sample()
    let outcome = try centre.signpost.run(["publish", "--content", "nowhere"])
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("nowhere: error: content folder doesn't exist"))
  }

  @Test func theOldSiteStaysWhenATemplateIsBroken() throws {
    let centre = try SmallHelpCentre.sample()
    try centre.signpost.run(["publish"])
    let before = try centre.text(of: "public/en/password/index.html")
    try centre.write("{{#open}}\n", to: "content/site-templates/templates/article.mustache")
    try centre.write("---\ntitle: Changed\n---\nx\n", to: "content/en/password.md")
    let outcome = try centre.signpost.run(["publish"])
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("site-templates/templates/article.mustache"))
    #expect(outcome.errors.contains("cure: "))
    #expect(try centre.text(of: "public/en/password/index.html") == before)
    let left = try FileManager.default.contentsOfDirectory(atPath: centre.folder.path)
    #expect(left.sorted() == [".signpost", "content", "public"])
  }

  @Test(arguments: [["--output", "content"], ["--output", "."], ["--output", "content/en"]])
  func refusesToOverwriteTheContent(_ options: [String]) throws {
    let centre = try SmallHelpCentre.sample()
    let outcome = try centre.signpost.run(["publish"] + options)
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("would overwrite the content"))
    #expect(centre.exists("content/en/password.md"))
  }

  @Test func refusesAFolderThatItDidNotWrite() throws {
    let centre = try SmallHelpCentre.sample()
    try centre.write("important", to: "public/thesis.txt")
    let outcome = try centre.signpost.run(["publish"])
    #expect(outcome.status == 64)
    #expect(try centre.text(of: "public/thesis.txt") == "important")
  }

  @Test func theSameContentGivesTheSameBytes() throws {
    let centre = try SmallHelpCentre.sample()
    try centre.signpost.run(["publish", "--output", "one"])
    try centre.signpost.run(["publish", "--output", "two"])
    let names = try FileManager.default.subpathsOfDirectory(
      atPath: centre.folder.appending(path: "one").path)
    #expect(names.count > 20)
    for name in names.sorted() {
      var isFolder: ObjCBool = false
      let one = centre.folder.appending(path: "one/\(name)")
      guard FileManager.default.fileExists(atPath: one.path, isDirectory: &isFolder),
        !isFolder.boolValue
      else { continue }
      let two = centre.folder.appending(path: "two/\(name)")
      #expect(try Data(contentsOf: one) == Data(contentsOf: two), "\(name)")
    }
  }
}

extension SmallHelpCentre {
  /// Publishes when the files are old enough to be known by their times.
  @discardableResult
  fileprivate func publishAfterAWhile() throws -> SignpostProcess.Outcome {
    usleep(100_000)
    return try signpost.run(["publish"])
  }
}
