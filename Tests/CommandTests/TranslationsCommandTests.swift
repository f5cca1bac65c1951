import Foundation
import Testing

@Suite struct TranslationsCommandTests {
  private static func article(_ text: String) -> String { "---\ntitle: T\n---\n\(text)\n" }

  static func git(_ arguments: [String], in folder: URL) throws {
    let identity = ["-c", "user.name=Editor", "-c", "user.email=editor@example.com"]
    let outcome = try SignpostProcess.launch(
      URL(filePath: "/usr/bin/env"), ["git"] + identity + arguments, in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
  }

  static let hasGit =
    ["/usr/bin/git", "/usr/local/bin/git"].contains {
      FileManager.default.isExecutableFile(atPath: $0)
    }

  @Test(.enabled(if: hasGit))
  func gitTellsWhichSourcesChangedAfterTheirTranslations() throws {
    let centre = try SmallHelpCentre([
      "signpost.yml": "languages: [en, pl]\n",
      "en/behind.md": Self.article("At most five days from the day on which you ask."),
      "pl/behind.md": Self.article("Najwyżej pięć dni."),
      "en/followed.md": Self.article("One text."), "pl/followed.md": Self.article("Jeden tekst."),
      "en/edited.md": Self.article("One text."), "pl/edited.md": Self.article("Jeden tekst."),
    ])
    try Self.git(["init", "-q"], in: centre.folder)
    try Self.git(["add", "."], in: centre.folder)
    try Self.git(["commit", "-qm", "First"], in: centre.folder)
    try centre.write(
      Self.article("At most five days after we have checked it."), to: "content/en/behind.md")
    try centre.write(Self.article("Another text."), to: "content/en/followed.md")
    try Self.git(["commit", "-qam", "Change"], in: centre.folder)
    try centre.write(Self.article("Inny tekst."), to: "content/pl/followed.md")
    try Self.git(["commit", "-qam", "Follow"], in: centre.folder)
    try centre.write(Self.article("Not committed."), to: "content/en/edited.md")

    let outcome = try centre.signpost.run(["translations"])
    #expect(outcome.status == 1)
    let lines = outcome.output.split(separator: "\n").dropFirst(2)
    #expect(lines.count == 2, "\(outcome.output)")
    #expect(outcome.output.contains("content/pl/behind.md: source changed on "))
    #expect(outcome.output.contains("content/pl/edited.md: source changed on "))
    #expect(outcome.output.contains(", today, "))
    let check = try centre.signpost.run(["check", "--rule", "translation-outdated"])
    #expect(check.output.contains("% of its text [translation-outdated]"), "\(check.output)")
  }

  @Test func withoutAHistoryTheDatesDecide() throws {
    let centre = try SmallHelpCentre.sample()
    let outcome = try centre.signpost.run(["translations"])
    #expect(outcome.status == 0)
    #expect(
      outcome.output == """
        en: source of all
        pl: 1 current, 1 missing

        missing  pl/password: Reset your password

        """)
  }

  @Test func thePageIsWrittenToAFile() throws {
    let centre = try SmallHelpCentre.sample()
    let outcome = try centre.signpost.run([
      "translations", "--format", "html", "--output", "state/page.html",
    ])
    #expect(outcome.status == 0 && outcome.output.isEmpty)
    #expect(try centre.text(of: "state/page.html").hasPrefix("<!doctype html>"))
  }
}
