import ContactLog
import KnowledgeBase
import Testing

@testable import GapAnalysis

@Suite struct RenderingTests {
  private static func report(_ reason: String) -> GapReport {
    let contacts = (0..<4).map { Fixture.contact($0, reason, minutes: 2.5) }
    return Fixture.analyzer(Fixture.carSharing).review(contacts, period: nil).report
  }

  @Test(arguments: [
    "=HYPERLINK(\"http://x\")", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "＝1+1",
  ])
  func spreadsheetsComputeNothing(reason: String) throws {
    let row = try #require(Self.report(reason).csv.split(separator: "\r\n").dropFirst().first)
    for cell in row.split(separator: ",") {
      let first = try #require(cell.drop { $0 == "\"" }.first)
      #expect(!"=+-@\t＝".contains(first), "\(cell)")
    }
  }

  @Test func aContactIsQuotedOnOneLineWithoutWhatMovesACursor() {
    let text = Self.report("where is\r\n my \u{1B}[31mcard\u{202E} now\u{2028}please").text()
    #expect(text.contains("where is my [31mcard now please"))
  }

  @Test func noCostIsClaimedWhereNobodyKnowsHowLongContactsTook() {
    let contacts = (0..<4).map { Fixture.contact($0, "umbrella left behind") }
    let report = Fixture.analyzer(Fixture.carSharing).review(contacts, period: nil).report
    let topic = "umbrella left behind"
    #expect(report.text().contains("Most of all: “\(topic)” · Contacts: 4\n"))
    for text in [report.text(), report.markdown(), report.html()] {
      #expect(text.contains(topic))
      #expect(!text.contains("0 EUR") && !text.contains("Cost of what is not answered"))
    }
  }

  @Test(arguments: ReportLanguage.allCases)
  func aNarrowTerminalIsEnough(language: ReportLanguage) {
    let contacts = (0..<40).map { number in
      Fixture.contact(
        number, number < 20 ? "umbrella left behind in the car" : "when will I get my refund",
        on: "2026-\(number % 2 == 0 ? "09" : "10")-15", solved: number % 3 == 0, minutes: 4,
        reply: Double(number * 30))
    }
    let report = Fixture.analyzer(Fixture.carSharing)
      .review(contacts, period: Period("2026-10")).report
    let lines = report.text(language: language, width: 80).split(separator: "\n")
    #expect(lines.filter { $0.count > 80 } == [])
  }

  @Test func tablesQuoteWhatSeparates() throws {
    let csv = Self.report("refund, \"now\"; please").csv
    #expect(csv.contains("\"refund, \"\"now\"\"; please\""))
    let rows = csv.split(separator: "\r\n")
    #expect(rows.count == 2)
    #expect(rows[0].hasPrefix("id,language,verdict,"))
    #expect(rows[1].contains(",10,6,"))
  }

  @Test func customersWriteNoMarkdown() {
    let markdown = Self.report("refund | **now** <b>[x](http://y)</b> `c` # 1").markdown()
    #expect(markdown.contains("refund \\| \\*\\*now\\*\\* &lt;b&gt;\\[x\\](http://y)"))
    #expect(!markdown.contains("<b>"))
  }

  @Test(arguments: [
    (ReportLanguage.english, "× 0.6 EUR"), (.polish, "× 0,6 EUR"), (.latvian, "× 0,6 EUR"),
    (.russian, "× 0,6 EUR"),
  ])
  func theCostOfAMinuteIsWrittenAsTheLanguageDoes(language: ReportLanguage, cost: String) {
    let report = Self.report("where is my refund")
    for text in [
      report.text(language: language), report.html(language: language),
      report.markdown(language: language),
    ] { #expect(text.contains(cost)) }
  }

  @Test(arguments: [
    (ReportLanguage.english, "2026-W44", "week 44 of 2026"), (.english, "2026-Q4", "Q4 2026"),
    (.english, "2026-10", "October 2026"), (.english, "2026", "2026"),
    (.english, "all", "whole log"),
    (.polish, "2026-W04", "4. tydzień 2026"), (.latvian, "2026-Q4", "2026. gada 4. ceturksnis"),
    (.russian, "2026-Q1", "1-й квартал 2026"), (.latvian, "2026-10-03", "2026-10-03"),
    (.latvian, "all", "viss žurnāls"),
  ])
  func periodsAreNamedInTheLanguage(language: ReportLanguage, period: String, name: String) {
    #expect(ReportWords(language).period(period) == name)
  }

  @Test func twoTopicsOfALanguageAreCountedTogether() {
    let all = ["how do I pay for petrol", "where can I park"].enumerated().flatMap { number, text in
      (0..<4).map { Fixture.contact(number * 10 + $0, text) }
    }
    let topics = Fixture.analyzer(Fixture.carSharing).review(all, period: nil).report.topics
    #expect(topics.count == 2)
    #expect(ReportTheme(topics: topics).languages == "en 8")
  }

  @Test(
    arguments: [
      ([.missing, .missing], [0]), ([.missing, .notFound], [1, 0]),
      ([.notFound, .otherLanguageOnly], [0, 1]), ([.foundYetAsked, .foundYetAsked], [0]),
      ([.otherLanguageOnly, .otherLanguageOnly], [0]),
    ] as [([GapReport.Verdict], [Int])])
  func eachThingToDoIsAdvisedOnce(verdicts: [GapReport.Verdict], advised: [Int]) throws {
    let all = ["how do I pay for petrol", "where can I park"].enumerated().flatMap { number, text in
      (0..<4).map { Fixture.contact(number * 10 + $0, text) }
    }
    let found = Fixture.analyzer(Fixture.carSharing).review(all, period: nil).report.topics
    let topics = zip(found, verdicts).map { topic, verdict in
      var topic = topic
      topic.verdict = verdict
      topic.article = "refuel"
      return topic
    }
    let theme = ReportTheme(topics: topics).advised(in: .english)
    #expect(theme.map { $0[0].id } == advised.map { topics[$0].id })
    #expect(Set(theme.joined().map(\.id)) == Set(topics.map(\.id)))
  }

  @Test(
    arguments: [
      ("Fuel", "trusted to"), ("Call", "tells nothing about topics"), (nil, nil),
    ] as [(String?, String?)])
  func reportsSayHowFarCategoriesWereAHint(category: String?, said: String?) {
    let contacts = (0..<60).map { number in
      let words = [
        "where is my refund", "no fuel card here", "parking zone question", "invoice for company",
      ][number / 15]
      let own = category.map { $0 == "Call" ? $0 : "\($0) \(number / 15)" }
      return Fixture.contact(number, "\(words) \(number)", category: own)
    }
    let report = Fixture.analyzer(Fixture.carSharing).review(contacts, period: nil).report
    for text in [report.text(), report.html(), report.markdown()] {
      let plain = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(plain.contains("Category column") == (said != nil))
      if let said { #expect(plain.contains(said)) }
    }
  }

  @Test(arguments: ReportLanguage.allCases)
  func tablesHaveAsManyCellsInEachRow(language: ReportLanguage) {
    let lines = Self.report("where is my refund").markdown(language: language)
      .split(separator: "\n", omittingEmptySubsequences: false)
    var width: Int?
    for line in lines {
      guard line.hasPrefix("|") else {
        width = nil
        continue
      }
      let cells = line.replacing("\\|", with: "").filter { $0 == "|" }.count
      #expect(cells == width ?? cells)
      width = cells
    }
  }
}

@Suite struct TopicCardTests {
  private static func cards(_ contacts: [Contact], customers: Int? = nil) -> String {
    GapAnalyzer(
      Fixture.carSharing, indexes: Fixture.indexes(Fixture.carSharing),
      assumptions: ReviewAssumptions(customers: customers)
    ).review(contacts, period: Period("2026-10")).report.html()
  }

  @Test func showsWhatWasHandedOnHowLongItTookAndHowOftenItIsAsked() {
    let contacts = (0..<8).map {
      Fixture.contact($0, "left my bag in the car", escalated: $0 < 3, minutes: 12)
    }
    let html = Self.cards(contacts, customers: 2_000)
    #expect(html.contains("<dt>Escalated</dt><dd>3</dd>"))
    #expect(html.contains("<dt>Handling time</dt><dd>1.6 h</dd>"))
    #expect(html.contains("<dt>Per 1,000 customers</dt><dd>4.0</dd>"))
  }

  @Test func leavesOutWhatTheLogDoesNotSay() {
    let html = Self.cards((0..<8).map { Fixture.contact($0, "left my bag in the car") })
    for fact in ["Escalated", "Handling time", "Per 1,000 customers"] {
      #expect(!html.contains("<dt>\(fact)</dt>"), "\(fact)")
    }
  }
}

@Suite struct ArticleDraftTests {
  private static func topic(_ name: String, quotes: [String]) throws -> GapReport.Topic {
    let contacts = ([name] + quotes).enumerated().flatMap { number, text in
      // The name is said most often.
      (0..<(number == 0 ? 5 : 3)).map { Fixture.contact(number * 10 + $0, text) }
    }
    let report = Fixture.analyzer(Fixture.library([])).review(contacts, period: nil).report
    return try #require(report.topics.first)
  }

  @Test func holdsCustomersWordingsAndIsNoArticleYet() throws {
    let topic = try Self.topic("no fuel card in the car", quotes: ["no fuel card: where is it??"])
    let draft = try #require(
      ArticleDraft.drafts(of: [topic], category: ["fuel"], slug: "no-fuel-card").first)
    #expect(draft.path == "en/fuel/no-fuel-card.md")
    #expect(
      draft.text.hasPrefix("---\ntitle: No fuel card in the car\nkind: how-to\nstatus: draft\n"))
    #expect(draft.text.contains("questions:\n  - \"No fuel card: where is it?\"\n"))
  }

  @Test func whatALanguageAsksInSeveralTopicsIsOneDraft() throws {
    let topics = [
      try Self.topic("no fuel card in the car", quotes: []),
      try Self.topic("holder is empty", quotes: ["nothing in the holder"]),
    ]
    let drafts = ArticleDraft.drafts(of: topics, category: ["fuel"], slug: "no-fuel-card")
    #expect(drafts.map(\.path) == ["en/fuel/no-fuel-card.md"])
    let text = try #require(drafts.first).text
    #expect(text.contains("title: No fuel card in the car\n"))
    #expect(text.contains("questions:\n  - Holder is empty\n  - Nothing in the holder\n"))
  }

  @Test(arguments: [
    ("No fuel card in the car, now what", "no-fuel-card-in-the-car"),
    ("Zażółć gęślą jaźń", "zazolc-gesla-jazn"), ("Пропала карта", "propala-karta"),
    ("degvielas karte?", "degvielas-karte"), ("???", ""),
  ])
  func filesAreNamedInPlainLetters(title: String, slug: String) {
    #expect(ArticleDraft.slug(of: title) == slug)
  }

  @Test(arguments: [
    ("where is my refund...", "Where is my refund"), ("  really??  ", "Really?"),
    ("a\nb", "A b"), ("", ""),
  ])
  func wordingsBecomeSentences(typed: String, sentence: String) {
    #expect(CustomerWording.sentence(typed) == sentence)
  }

  @Test(arguments: [
    ("plain words", "plain words"), ("a: b", "\"a: b\""), ("say \"x\"", "\"say \\\"x\\\"\""),
    ("- dash", "\"- dash\""), ("no", "\"no\""), ("10 days", "\"10 days\""), ("", "\"\""),
    ("Really?", "Really?"),
  ])
  func valuesAreQuotedWhereYAMLNeedsIt(text: String, yaml: String) {
    #expect(CustomerWording.yaml(text) == yaml)
  }
}

@Suite struct QuestionsEditTests {
  private static let article = """
    ---
    title: Holds
    questions:
      - What is the hold?
    tags: [money]
    ---
    Text with questions: none.

    """

  @Test func addsAfterTheLastQuestion() throws {
    let edit = try #require(
      QuestionsEdit(Self.article, adding: ["where is my deposit"], known: ["What is the hold?"]))
    #expect(
      edit.text
        == Self.article.replacing(
          "What is the hold?\n", with: "What is the hold?\n  - Where is my deposit\n"))
    #expect(edit.diff == "   - What is the hold?\n+  - Where is my deposit\n tags: [money]")
  }

  @Test(arguments: [
    ("[a, b]", "[a, b, Deposit]"), ("[]", "[Deposit]"), ("[ a ] # mine", "[ a, Deposit] # mine"),
    (#"["a ] b", 'c]']"#, #"["a ] b", 'c]', Deposit]"#), ("[don't, b,]", "[don't, b, Deposit]"),
    (#"["a \" ]"]"#, #"["a \" ]", Deposit]"#),
  ])
  func extendsAListOnOneLine(list: String, extended: String) throws {
    let file = "---\ntitle: x\nquestions: \(list)\ntags: [y]\n---\nText\n"
    let edit = try #require(QuestionsEdit(file, adding: ["deposit"], known: []))
    #expect(edit.text == file.replacing("questions: \(list)", with: "questions: \(extended)"))
    #expect(edit.diff == "-questions: \(list)\n+questions: \(extended)")
  }

  @Test func addsTheKeyWhereThereIsNone() throws {
    let edit = try #require(
      QuestionsEdit("---\ntitle: x\n---\nText\n", adding: ["a: b"], known: []))
    #expect(edit.text == "---\ntitle: x\nquestions:\n  - \"A: b\"\n---\nText\n")
  }

  @Test func keepsWhatIsThereAlready() throws {
    let edit = try #require(
      QuestionsEdit(Self.article, adding: ["what is THE hold"], known: ["What is the hold?"]))
    #expect(edit.text == Self.article && edit.added.isEmpty)
  }

  @Test func leavesOutWhatIsRedacted() throws {
    let edit = try #require(
      QuestionsEdit(Self.article, adding: ["deposit, call [phone]"], known: []))
    #expect(edit.added.isEmpty)
  }

  @Test(arguments: [
    "no front matter", "---\ntitle: x\nno end", "---\nquestions: [a,\n  b]\n---\nText",
    "---\nquestions: *others\n---\nText",
  ])
  func refusesWhatItCannotExtend(file: String) {
    #expect(QuestionsEdit(file, adding: ["deposit"], known: []) == nil)
  }
}
