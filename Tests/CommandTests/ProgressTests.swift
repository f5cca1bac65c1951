import Testing

@testable import SignpostCommands

@Suite struct ProgressTests {
  @Test(arguments: [
    (0, 10, "[                              ] 0 of 10 pages"),
    (5, 10, "[###############               ] 5 of 10 pages"),
    (10, 10, "[##############################] 10 of 10 pages"),
    (11, 10, "[##############################] 11 of 10 pages"),
    (0, 0, "[##############################] 0 of 0 pages"),
  ])
  func theBarIsAsLongAsWhatIsDone(_ done: Int, _ all: Int, _ bar: String) {
    #expect(ProgressMeter.bar(done, of: all, "pages") == bar)
  }

  /// What a program reads from standard error has no bars in it.
  @Test func nothingIsDrawnWhereNobodyLooks() throws {
    let centre = try SmallHelpCentre.sample()
    for number in 0..<300 {
      try centre.write(
        "---\ntitle: Article \(number)\n---\nText.\n", to: "content/en/a\(number).md")
    }
    let outcome = try centre.signpost.run(["publish"])
    #expect(!outcome.errors.contains("\r") && !outcome.errors.contains("pages"))
  }
}
