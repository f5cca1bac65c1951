import Foundation
import Testing

@Suite struct SearchCommandTests {
  private struct Answer: Decodable {
    struct Result: Decodable {
      let id: String
      let language: String
      let title: String
      let url: String
      let section: String?
      let score: Double
      let snippet: String
    }
    let id: String?
    let query: String
    let language: String
    let results: [Result]
  }

  private static func answers(_ text: String) throws -> [Answer] {
    try text.split(separator: "\n").map {
      try JSONDecoder().decode(Answer.self, from: Data($0.utf8))
    }
  }

  @Test func showsTitlePassageAndAddress() throws {
    let centre = try SmallHelpCentre.sample()
    let outcome = try centre.signpost.run(["search", "when is my refund there"])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("1. How long does a refund take?"))
    #expect(outcome.output.contains("At most five working days."))
    #expect(outcome.output.contains("https://help.acme.example/en/billing/refund/"))
  }

  @Test func explainsWhatEachWordWasTakenForOnce() throws {
    let centre = try SmallHelpCentre.sample()
    let outcome = try centre.signpost.run(["search", "--explain", "when is my refund there"])
    let names = outcome.output.split(separator: "\n").prefix { !$0.hasPrefix("1. ") }
      .compactMap { $0.split(separator: ":").first }
    #expect(names.contains("refund"))
    #expect(Set(names).count == names.count, "\(names)")
    #expect(outcome.output.contains("   score "))
  }

  @Test func looksOnlyAtWhatIsAskedFor() throws {
    let centre = try SmallHelpCentre.sample()
    let outcome = try centre.signpost.run(
      ["search", "--format", "json", "--category", "billing", "--", "refund"])
    let answer = try #require(try Self.answers(outcome.output).first)
    #expect(!answer.results.isEmpty)
    #expect(answer.results.allSatisfy { $0.id.hasPrefix("billing/") })
  }

  @Test(arguments: [
    (["--category", "no/such"], "category 'no/such'; there are: billing"),
    (["--tag", "no such tag"], "tag 'no such tag'; there are: "),
  ])
  func namesTheCategoriesAndTagsThatThereAre(options: [String], said: String) throws {
    let centre = try SmallHelpCentre.sample()
    let outcome = try centre.signpost.run(["search"] + options + ["--", "refund"])
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains(said), "\(outcome.errors)")
  }

  @Test func refusesAKindThatThereIsNot() throws {
    let centre = try SmallHelpCentre.sample()
    let outcome = try centre.signpost.run(["search", "--kind", "essay", "refund"])
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("how-to"))
  }

  @Test func givesProgramsTheDocumentedKeys() throws {
    let centre = try SmallHelpCentre.sample()
    let outcome = try centre.signpost.run(
      ["search", "--format", "json", "--limit", "1", "refund"])
    let answer = try #require(try Self.answers(outcome.output).first)
    #expect(answer.query == "refund")
    #expect(answer.language == "en")
    let result = try #require(answer.results.first)
    #expect(answer.results.count == 1)
    #expect(result.id == "billing/refund")
    #expect(result.language == "en")
    #expect(result.url == "https://help.acme.example/en/billing/refund/")
    #expect(result.section == nil)
    #expect(result.score > 0)
    #expect(result.snippet == "At most five working days.")
  }

  @Test func answersALineForEachQueryAndSaysWhichIsNone() throws {
    let centre = try SmallHelpCentre.sample()
    let queries = """
      {"id":"a","text":"zwrotu pieniedzy","lang":"pl"}

      not json
      {"id":"b","text":"paswords","lang":"en"}

      """
    let outcome = try centre.signpost.run(
      ["search", "--format", "json", "--queries", "-"], input: queries)
    #expect(outcome.status == 1)
    #expect(outcome.errors.hasPrefix("-:3: error: not a query [queries]\n  cure: write {\"id\""))
    let answers = try Self.answers(outcome.output)
    #expect(answers.map(\.id) == ["a", "b"])
    #expect(answers.map { $0.results.first?.id } == ["billing/refund", "password"])
  }

  @Test func answersAQueryBeforeTheNextIsWritten() throws {
    let centre = try SmallHelpCentre.sample()
    let process = Process()
    let (input, output) = (Pipe(), Pipe())
    process.executableURL = SignpostProcess.executable
    process.arguments = ["search", "--queries", "-"]
    process.currentDirectoryURL = centre.folder
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    for id in ["a", "b"] {
      input.fileHandleForWriting.write(
        Data("{\"id\":\"\(id)\",\"text\":\"refund\",\"lang\":\"en\"}\n".utf8))
      let answer = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
      #expect(try Self.answers(answer).map(\.id) == [id])
    }
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  @Test(arguments: [
    ("1", "1. \u{1B}]8;;\(refundAddress)\u{1B}\\How long does a refund take?\u{1B}]8;;\u{1B}\\"),
    ("0", "1. How long does a refund take?"),
  ])
  func titlesLeadToTheirArticles(forced: String, line: String) throws {
    let centre = try SmallHelpCentre.sample()
    let outcome = try SignpostProcess.launch(
      URL(filePath: "/usr/bin/env"),
      ["FORCE_HYPERLINK=\(forced)", SignpostProcess.executable.path, "search", "refund"],
      in: centre.folder)
    #expect(outcome.output.hasPrefix(line))
  }

  private static let refundAddress = "https://help.acme.example/en/billing/refund/"

  @Test func choosesTheLanguageThatKnowsTheWords() throws {
    let centre = try SmallHelpCentre.sample()
    let outcome = try centre.signpost.run(["search", "--format", "json", "zwrot"])
    #expect(try Self.answers(outcome.output).first?.language == "pl")
  }

  @Test(arguments: [
    ("zwrot 24/7", "pl"), ("24/7", "en"), ("kiedy", "pl"), ("12345", "en"), ("", "en"),
  ])
  func whatTellsNoLanguageIsAskedInTheFirst(question: String, code: String) throws {
    let centre = try SmallHelpCentre([
      "signpost.yml": "title: T\nbase-url: https://a.example\nlanguages: [en, pl]\n",
      "en/a.md": "---\ntitle: Refund\n---\nWe are there 24/7, and much more is said here.\n",
      "pl/a.md": "---\ntitle: Zwrot\n---\nJesteśmy 24/7.\n",
    ])
    let outcome = try centre.signpost.run(["search", "--format", "json", "--", question])
    #expect(try Self.answers(outcome.output).first?.language == code)
  }

  @Test(arguments: [
    "topic/licence-check", " topic/licence-check\n", "https://a.example/pl/topic/licence-check/",
    "KB-1234", "kb 1234", "modem-reset",
  ])
  func anIdentifierOrAnAddressLeadsToItsArticle(question: String) throws {
    let centre = try SmallHelpCentre([
      "signpost.yml": "title: T\nbase-url: https://a.example\nlanguages: [pl]\n",
      "pl/topic/licence-check.md": "---\ntitle: Prawo jazdy\n---\nKwadrans.\n",
      "pl/topic/modem.md": "---\ntitle: Modem\nid: KB-1234\n---\nWłącz.\n",
      "pl/topic/reset.md": "---\ntitle: Od nowa\nid: modem-reset\n---\nWyłącz.\n",
      "pl/topic/number.md": "---\ntitle: Zadzwoń\n---\n+48 22 123 45 67, licence check.\n",
    ])
    let outcome = try centre.signpost.run(["search", "--lang", "pl", "--", question])
    let wanted =
      switch question {
      case "KB-1234", "kb 1234": "Modem"
      case "modem-reset": "Od nowa"
      default: "Prawo jazdy"
      }
    #expect(outcome.output.hasPrefix("1. \(wanted)"), "\(outcome.output)")
  }

  @Test func aLongQuestionIsNotRepeatedWhole() throws {
    let centre = try SmallHelpCentre.sample()
    let question = String(repeating: "zzzz\n\u{1B}[2J", count: 5000)
    let outcome = try centre.signpost.run(["search", "--lang", "en", "--", question])
    #expect(outcome.output.hasPrefix("No article in English answers 'zzzz [2Jzzzz [2J"))
    #expect(outcome.output.count < 130)
  }

  @Test func saysWhenNothingAnswers() throws {
    let centre = try SmallHelpCentre.sample()
    let outcome = try centre.signpost.run(["search", "--lang", "en", "zzzz"])
    #expect(outcome.output == "No article in English answers 'zzzz'.\n")
    let polish = try centre.signpost.run(["search", "--lang", "pl", "zzzz"])
    #expect(polish.output == "No article in Polish answers 'zzzz'.\n")
  }

  @Test(
    arguments: [
      ["search", "x"], ["gaps"], ["gaps", "review"], ["visits", "list"],
    ], ["0", "-1"])
  func asksForOneOrMoreAnswers(command: [String], limit: String) throws {
    let centre = try SmallHelpCentre.sample()
    let outcome = try centre.signpost.run(command + ["--limit", limit])
    #expect(outcome.status == 64)
    #expect(outcome.errors.hasPrefix("Error: --limit must be 1 or more.\n"))
  }

  @Test(arguments: [
    ["search"], ["search", "--limit", "0", "x"], ["search", "--lang", "de", "x"],
    ["search", "--format", "xml", "x"], ["search", "--queries", "missing.jsonl"],
    ["search", "--queries", "content"], ["serach"],
  ])
  func wrongUsageIsExitCode64(_ arguments: [String]) throws {
    let centre = try SmallHelpCentre.sample()
    let outcome = try centre.signpost.run(arguments)
    #expect(outcome.status == 64)
    #expect(outcome.output == "")
    #expect(outcome.errors.hasPrefix("Error: "))
  }

  @Test(arguments: [
    "", " ", "?", "a", "<script>alert(1)</script>", "'\"--", "\u{202E}abc", "日本語", "🚗🚗",
    String(repeating: "refund ", count: 10_000),
  ])
  func anyTextIsAnsweredOrSaidToFindNothing(_ text: String) throws {
    let centre = try SmallHelpCentre.sample()
    let outcome = try centre.signpost.run(
      ["search", "--format", "json", "--queries", "-"],
      input: "{\"id\":\"1\",\"text\":\(try Self.json(text))}\n")
    #expect(outcome.status == 0)
    #expect(try Self.answers(outcome.output).count == 1)
  }

  private static func json(_ text: String) throws -> String {
    String(decoding: try JSONEncoder().encode(text), as: UTF8.self)
  }
}
