import Foundation
import Testing

/// The loop from a topic of the review to an article, a decision, and what came of it.
@Suite struct GapsDecisionCommandTests {
  private static let header = "id,time,channel,language,reason\n"

  /// Lost umbrellas and lost keys, which one may take for one topic or for two, and refunds.
  private static func centre() throws -> SmallHelpCentre {
    let centre = try SmallHelpCentre.sample()
    let reasons =
      (1...4).map { _ in "lost my umbrella in the car" }
      + (5...8).map { _ in "lost my keys in the car" }
      + (9...12).map { _ in "refund still not here" }
    let rows = reasons.enumerated().map {
      "c\($0),2026-10-\($0 + 10)T10:00:00Z,chat,en,\($1)\n"
    }
    try centre.write(header + rows.joined(), to: "content/contacts/log.csv")
    return centre
  }

  private static func topics(_ centre: SmallHelpCentre) throws -> [String: Int] {
    let outcome = try centre.signpost.run(["gaps", "--period", "2026-10", "--format", "csv"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let rows = outcome.output.split(whereSeparator: \.isNewline).dropFirst()
    return Dictionary(
      uniqueKeysWithValues: rows.map { row in
        let cells = row.split(separator: ",", omittingEmptySubsequences: false)
        return (String(cells[0]), Int(cells[5]) ?? 0)
      })
  }

  private static func id(_ word: String, _ centre: SmallHelpCentre) throws -> String {
    try #require(topics(centre).keys.sorted().first { $0.contains(word) })
  }

  @Test func aTopicKeepsItsIdWhenOtherWordsComeFirst() throws {
    let centre = try Self.centre()
    let lost = try Self.id("lose", centre)
    // In the next review they say "umbrella" above all.
    let rows = (1...30).map {
      "n\($0),2026-11-\($0 % 28 + 1)T10:00:00Z,chat,en,lost my red umbrella in your van\n"
    }
    try centre.write(Self.header + rows.joined(), to: "content/contacts/november.csv")
    let november = try centre.signpost.run(["gaps", "--period", "2026-11", "--format", "csv"])
    #expect(november.output.contains(lost), "\(november.output)")
    // Without what is remembered, it is called by those words.
    try FileManager.default.removeItem(
      at: centre.folder.appending(path: ".signpost/topics.json"))
    let anew = try centre.signpost.run(["gaps", "--period", "2026-11", "--format", "csv"])
    #expect(!anew.output.contains(lost), "\(anew.output)")
  }

  @Test func whatIsRememberedIsForgottenWithTheContactsThatSaidIt() throws {
    let centre = try Self.centre()
    let refunds = (1...4).map {
      "r\($0),2026-10-0\($0)T10:00:00Z,chat,en,c\($0)@example.com,refund of money late\n"
    }
    let rings = (1...3).map {
      "x\($0),2026-10-0\($0)T11:00:00Z,chat,en,eve@example.com,wedding ring in brambles\n"
    }
    try centre.write(
      "id,time,channel,language,customer,reason\n" + (refunds + rings).joined(), to: "log.csv")
    try centre.signpost.run(["contacts", "import", "log.csv"])
    try centre.signpost.run(["gaps", "--period", "2026-10"])
    let remembered = try centre.text(of: ".signpost/topics.json")
    #expect(remembered.contains("brambl") && remembered.contains("refund"))
    try centre.signpost.run(["contacts", "forget", "--customer", "eve@example.com"])
    let left = try centre.text(of: ".signpost/topics.json")
    #expect(!left.contains("brambl") && left.contains("refund"), "\(left)")
  }

  @Test func aReviewOfAFileClosesTheFolder() throws {
    let centre = try Self.centre()
    try centre.signpost.run(["gaps", "--period", "2026-10"])
    #expect(try centre.text(of: ".signpost/.gitignore") == "*\n")
    let attributes = try FileManager.default.attributesOfItem(
      atPath: centre.folder.appending(path: ".signpost").path)
    #expect(attributes[.posixPermissions] as? Int == 0o700)
  }

  @Test func aTopicIsSplitByAWordAndStaysSo() throws {
    let centre = try Self.centre()
    let lost = try Self.id("lose", centre)
    #expect(try Self.topics(centre)[lost] == 8)
    let outcome = try centre.signpost.run(["gaps", "decide", lost, "--split", "umbrellas"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("\(lost)-umbrella: 4 contacts; \(lost): 4 contacts"))
    #expect(try Self.topics(centre)["\(lost)-umbrella"] == 4)
    #expect(try Self.topics(centre)[lost] == 4)
  }

  @Test func aWordThatPartsNothingIsRefused() throws {
    let centre = try Self.centre()
    let lost = try Self.id("lose", centre)
    let outcome = try centre.signpost.run(["gaps", "decide", lost, "--split", "bicycle"])
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("'bicycle' doesn't part '\(lost)' into two topics"))
    #expect(
      !FileManager.default.fileExists(
        atPath: centre.folder.appending(path: "content/decisions.yml").path))
  }

  @Test func twoTopicsAreMergedAndStaySo() throws {
    let centre = try Self.centre()
    let (lost, refund) = (try Self.id("lose", centre), try Self.id("refund", centre))
    let outcome = try centre.signpost.run(["gaps", "decide", lost, "--merge", refund])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try Self.topics(centre) == [lost: 12])
    // A decision about the topic keeps what belongs to it.
    _ = try centre.signpost.run(["gaps", "decide", lost, "--as", "write", "--owner", "Fleet"])
    #expect(try Self.topics(centre) == [lost: 12])
  }

  @Test func aTopicIsNotMergedWithItselfNorWithNone() throws {
    let centre = try Self.centre()
    let lost = try Self.id("lose", centre)
    let own = try centre.signpost.run(["gaps", "decide", lost, "--merge", lost])
    #expect(own.status == 64)
    #expect(own.errors.contains("can't be merged with itself"))
    let none = try centre.signpost.run(["gaps", "decide", lost, "--merge", "en-none"])
    #expect(none.status == 64)
    #expect(none.errors.contains("The review has no topic 'en-none'; it has: "))
  }

  @Test func whatWasDecidedIsShownUntilItIsDone() throws {
    let centre = try Self.centre()
    let lost = try Self.id("lose", centre)
    let decided = try centre.signpost.run([
      "gaps", "decide", lost, "--as", "write", "--owner", "Fleet", "--due", "2026-10-20",
    ])
    #expect(decided.output == "content/decisions.yml: \(lost): write\n")
    let open = try centre.signpost.run(["gaps", "--period", "2026-10"]).output
    #expect(open.contains("Decision: write an article · Fleet · Due 2026-10-20 (overdue)"))
    _ = try centre.signpost.run(["gaps", "decide", lost, "--done", "2026-10-19"])
    let done = try centre.signpost.run(["gaps", "--period", "2026-10"]).output
    #expect(done.contains("Decision: write an article · Fleet · Done 2026-10-19"))
    #expect(!done.contains("overdue"))
  }

  @Test func aDecisionNeedsAnActionAndDatesThatAreOnes() throws {
    let centre = try Self.centre()
    let lost = try Self.id("lose", centre)
    let none = try centre.signpost.run(["gaps", "decide", lost])
    #expect(none.status == 64)
    #expect(none.errors.contains("Say what to do about '\(lost)'"))
    let date = try centre.signpost.run(["gaps", "decide", lost, "--due", "20.10.2026"])
    #expect(date.status == 64)
    #expect(date.errors.contains("'20.10.2026' isn't a date; write it as 2026-11-15."))
  }

  @Test func aDraftHoldsCustomersWordsAndIsNotWrittenOver() throws {
    let centre = try Self.centre()
    let lost = try Self.id("lose", centre)
    let arguments = ["gaps", "draft", lost, "--category", "billing", "--slug", "lost-property"]
    let outcome = try centre.signpost.run(arguments)
    #expect(outcome.output == "content/en/billing/lost-property.md\n", "\(outcome.errors)")
    let draft = try centre.text(of: "content/en/billing/lost-property.md")
    #expect(draft.contains("status: draft"))
    #expect(draft.contains("umbrella in the car"))
    let again = try centre.signpost.run(arguments)
    #expect(again.status == 64)
    #expect(again.errors.contains("lost-property.md exists; name another file with --slug."))
  }

  @Test func anArticleThatWasDecidedIsDraftedUnderItsName() throws {
    let centre = try Self.centre()
    let lost = try Self.id("lose", centre)
    let decide = ["gaps", "decide", lost, "--as", "write", "--owner", "Fleet", "--article"]
    _ = try centre.signpost.run(decide + ["billing/lost-property"])
    let outcome = try centre.signpost.run(["gaps", "draft", lost])
    #expect(outcome.output == "content/en/billing/lost-property.md\n", "\(outcome.errors)")
    #expect(try centre.text(of: "content/en/billing/lost-property.md").contains("owner: Fleet\n"))
    _ = try centre.signpost.run(decide + ["../lost-property"])
    let outside = try centre.signpost.run(["gaps", "draft", lost])
    #expect(outside.status == 64)
    #expect(outside.errors.contains("'../lost-property' isn't a folder or file of articles"))
  }

  @Test func theDraftOfADecidedArticleIsNotedWithTheDecision() throws {
    let centre = try Self.centre()
    let lost = try Self.id("lose", centre)
    _ = try centre.signpost.run(["gaps", "decide", lost, "--as", "write", "--due", "2026-10-01"])
    let outcome = try centre.signpost.run([
      "gaps", "draft", lost, "--category", "billing", "--slug", "lost",
    ])
    #expect(
      outcome.output
        == "content/en/billing/lost.md\ncontent/decisions.yml: \(lost): write billing/lost\n")
    let draft = try centre.text(of: "content/en/billing/lost.md")
    try centre.write(
      draft.replacing("status: draft", with: "updated: 2026-10-22"),
      to: "content/en/billing/lost.md")
    let done = try centre.signpost.run(["gaps", "--period", "2026-10"]).output
    #expect(done.contains("Decision: write an article · Done 2026-10-22"), "\(done)")
  }

  @Test func wordingsAreAddedToAQuestionListOnOneLine() throws {
    let centre = try Self.centre()
    let refund = try Self.id("refund", centre)
    let before = try centre.text(of: "content/en/billing/refund.md")
    let dry = try centre.signpost.run(["gaps", "accept", refund, "--dry-run"])
    #expect(dry.status == 0, "\(dry.errors)")
    #expect(dry.output.contains("+questions: [When do I get my money back?, "), "\(dry.output)")
    #expect(try centre.text(of: "content/en/billing/refund.md") == before)
    #expect(try centre.signpost.run(["gaps", "accept", refund]).output == dry.output)
    let after = try centre.text(of: "content/en/billing/refund.md")
    #expect(after.contains("efund still not here"))
    #expect(after.hasSuffix("---\nAt most five working days.\n"))
    let again = try centre.signpost.run(["gaps", "accept", refund])
    #expect(again.output == "content/en/billing/refund.md: has these questions already\n")
  }

  @Test func wordingsAreAddedToABlockOfQuestions() throws {
    let centre = try Self.centre()
    let refund = try Self.id("refund", centre)
    let block = try centre.text(of: "content/en/billing/refund.md").replacing(
      "questions: [When do I get my money back?]",
      with: "questions:\n  - When do I get my money back?\n  - Where is it?")
    try centre.write(block, to: "content/en/billing/refund.md")
    let outcome = try centre.signpost.run(["gaps", "accept", refund])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(
      try centre.text(of: "content/en/billing/refund.md").contains(
        "  - Where is it?\n  - Refund still not here\n---\n"))
  }

  @Test func aTopicWithoutAnArticleTakesNoWordings() throws {
    let centre = try SmallHelpCentre.sample()
    let rows = (1...4).map { "c\($0),2026-10-1\($0)T10:00:00Z,chat,lt,pamečiau skėtį mašinoje\n" }
    try centre.write(Self.header + rows.joined(), to: "content/contacts/log.csv")
    let id = try #require(Self.topics(centre).keys.first)
    let outcome = try centre.signpost.run(["gaps", "accept", id])
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("write one: signpost gaps draft \(id)"))
  }

  @Test func whatIsMissingIsTakenByTheArticleThatIsNamedOnly() throws {
    let centre = try SmallHelpCentre.sample()
    let rows = (1...8).map { "c\($0),2026-10-1\($0)T10:00:00Z,chat,en,lost my umbrella,no\n" }
    try centre.write(
      "id,time,channel,language,reason,resolved at first contact\n" + rows.joined(),
      to: "content/contacts/log.csv")
    let lost = try Self.id("lose", centre)
    let refund = try centre.text(of: "content/en/billing/refund.md")
    #expect(try centre.signpost.run(["gaps", "accept", lost]).status == 64)
    let unknown = try centre.signpost.run(["gaps", "accept", lost, "--article", "billing/no"])
    #expect(unknown.errors.contains("There is no article 'billing/no' in 'en'."))
    #expect(try centre.text(of: "content/en/billing/refund.md") == refund)
    let named = try centre.signpost.run(["gaps", "accept", lost, "--article", "billing/refund"])
    #expect(named.status == 0, "\(named.errors)")
    #expect(try centre.text(of: "content/en/billing/refund.md").contains("Lost my umbrella"))
  }

  @Test func topicsOfOneStoreOutliveWhatIsForgottenInAnother() throws {
    let centre = try Self.centre()
    let umbrellas = (1...4).map { "u\($0),2026-10-0\($0)T10:00:00Z,chat,en,red umbrella lost\n" }
    let rings = (1...4).map { "r\($0),2026-10-0\($0)T10:00:00Z,chat,en,wedding ring in brambles\n" }
    try centre.write(Self.header + umbrellas.joined(), to: "umbrellas.csv")
    try centre.write(Self.header + rings.joined(), to: "rings.csv")
    let other = ["--store", "other.db"]
    try centre.signpost.run(["contacts", "import", "umbrellas.csv"])
    try centre.signpost.run(["contacts", "import", "rings.csv"] + other)
    try centre.signpost.run(["gaps"])
    try centre.signpost.run(["gaps"] + other)
    #expect(try centre.text(of: "other.topics.json").contains("brambl"))
    try centre.signpost.run(["contacts", "forget", "--before", "2027-01-01"] + other)
    #expect(try !centre.text(of: "other.topics.json").contains("brambl"))
    #expect(try centre.text(of: ".signpost/topics.json").contains("umbrella"))
  }

  @Test(arguments: [
    (["--repeat-days", "0"], "--repeat-days is at least 1 day."),
    (["--cost-per-minute=-1"], "--cost-per-minute is an amount: 0.6."),
    (["--customers", "0"], "--customers is at least 1."),
  ])
  func assumptionsThatMeanNothingAreRefused(options: [String], error: String) throws {
    let centre = try Self.centre()
    let outcome = try centre.signpost.run(["gaps"] + options)
    #expect(outcome.status == 64 && outcome.errors.contains(error), "\(outcome.errors)")
  }

  @Test func assumptionsOfTheSiteCountUnlessAnOptionSaysOtherwise() throws {
    let centre = try Self.centre()
    let site = try centre.text(of: "content/signpost.yml")
    try centre.write(
      site + "review: {cost-per-minute: 2.5, currency: PLN, repeat-days: 14}\n",
      to: "content/signpost.yml")
    let ours = try centre.signpost.run(["gaps"]).output
    #expect(ours.contains("minutes of handling × 2.5 PLN"), "\(ours)")
    #expect(ours.contains("within 14 days"))
    let asked = try centre.signpost.run(["gaps", "--cost-per-minute", "3", "--repeat-days", "2"])
    #expect(asked.output.contains("minutes of handling × 3 PLN"))
    #expect(asked.output.contains("within 2 days"))
  }

  @Test func withoutRevisionsThereIsNoEffect() throws {
    let centre = try Self.centre()
    let outcome = try centre.signpost.run(["gaps", "effect"])
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("no article was revised within the log [effect]"))
  }

  /// Contacts on refunds before and after 15 September, and others that stay as they are.
  @Test(arguments: [
    (40, 8, "fewer contacts"), (8, 40, "more contacts"), (12, 11, "Too few to tell"),
  ])
  func theEffectOfARevisionIsToldFromChance(before: Int, after: Int, word: String) throws {
    let centre = try SmallHelpCentre.sample()
    let article = try centre.text(of: "content/en/billing/refund.md")
    try centre.write(
      article.replacing("kind: faq", with: "kind: faq\nupdated: 2026-09-15"),
      to: "content/en/billing/refund.md")
    var rows: [String] = []
    func add(_ count: Int, _ reason: String, from firstDay: Int) {
      for number in 0..<count {
        let day = String(firstDay + number % 10 + 100).dropFirst()
        rows.append("c\(rows.count),2026-09-\(day)T10:00:00Z,chat,en,\(reason)\n")
      }
    }
    add(before, "when do I get my money back from the refund", from: 2)
    add(after, "when do I get my money back from the refund", from: 18)
    add(40, "forgot my password and can't reset it", from: 2)
    add(40, "forgot my password and can't reset it", from: 18)
    try centre.write(Self.header + rows.joined(), to: "content/contacts/log.csv")
    let outcome = try centre.signpost.run(["gaps", "effect"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("\(before) → \(after)"), "\(outcome.output)")
    #expect(outcome.output.contains(word), "\(outcome.output)")
  }
}
