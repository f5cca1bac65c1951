import Foundation
import Testing

/// `announce`, `snippet` and `reply`, run as their users do.
@Suite struct CustomerReplyCommandTests {
  private static let contact = """
    time-zone: Europe/Riga
    holidays: LV
    working-hours: {mon-fri: "9:00-17:00"}
    channels:
      - {id: phone, kind: phone, title: {en: Phone, pl: Telefon}, value: "+371 1", hours: {mon-fri: "8:00-20:00"}}
      - {id: mail, kind: mail, title: Mail, value: help@example.com, answers-within: 1 working day}

    """

  private func centre() throws -> SmallHelpCentre {
    let centre = try SmallHelpCentre.sample()
    try centre.write(Self.contact, to: "content/contact.yml")
    return centre
  }

  private static let mail = """
    From: Anna <anna@example.org>
    Subject: Refund
    Message-ID: <1@example.org>

    Hello, how long does a refund take?

    """

  @Test func announcesInEveryLanguageOfTheSite() throws {
    let centre = try centre()
    let outcome = try centre.signpost.run([
      "announce", "--channel", "phone", "--at", "2026-12-24T10:00",
    ])
    #expect(outcome.status == 0)
    let texts = outcome.output.split(separator: "\n\n").map(String.init)
    #expect(texts.count == 2)
    #expect(
      texts.first?.contains("We are closed now: Christmas Eve. We are back on Monday at 8:00.")
        == true)
    #expect(texts.last?.contains("Zapraszamy w poniedziałek od godziny 8:00.") == true)
  }

  @Test func listsAYearOfOpenings() throws {
    let centre = try centre()
    let csv = try centre.signpost.run([
      "announce", "--channel", "phone", "--format", "csv", "--at", "2026-12-23",
    ])
    let lines = csv.output.split(whereSeparator: \.isNewline)
    #expect(lines.count == 366)
    #expect(
      lines.prefix(3) == [
        "date,weekday,opens,closes,reason", "2026-12-23,3,08:00,20:00,",
        "2026-12-24,4,,,Christmas Eve",
      ])
    let ics = try centre.signpost.run([
      "announce", "--channel", "phone", "--format", "ics", "--at", "2026-12-23",
    ])
    #expect(ics.output.hasPrefix("BEGIN:VCALENDAR\r\n"))
    #expect(ics.output.hasSuffix("END:VCALENDAR\r\n"))
    #expect(ics.output.contains("DTSTART:20261223T060000Z\r\nDTEND:20261223T180000Z\r\n"))
  }

  @Test(arguments: [
    (["announce", "--channel", "fone"], "use one of: phone, mail"),
    (["announce", "--channel", "mail"], "has no hours"),
    (["announce", "--channel", "phone", "--at", "soon"], "'soon' isn't a time"),
    (["snippet", "billing/refnd"], "did you mean 'billing/refund'?"),
    (["snippet", "refund"], "did you mean 'billing/refund'?"),
    (["snippet", "password", "--lang", "pl"], "it is there in: en"),
    (["reply", "nothing-there.eml"], "nothing-there.eml can't be read"),
    (["reply", "--from", "not an address"], "isn't a mail address"),
  ])
  func namesTheCureOfAWrongOption(arguments: [String], cure: String) throws {
    let centre = try centre()
    let outcome = try centre.signpost.run(arguments, input: "Hello")
    #expect(outcome.status == 64)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains(cure))
    #expect(outcome.errors.hasSuffix("  See 'signpost help \(arguments[0])'.\n"))
  }

  @Test func writesAShortMessageAndSaysItsSegments() throws {
    let centre = try centre()
    let outcome = try centre.signpost.run(["snippet", "billing/refund", "--as", "sms"])
    #expect(
      outcome.output == "At most five working days. https://help.acme.example/en/billing/refund/\n")
    #expect(outcome.errors == "GSM-7, 1 segment, 71 characters, 89 left\n")
  }

  @Test(arguments: ["mail", "text", "html", "markdown"])
  func writesTheArticleInOtherForms(form: String) throws {
    let centre = try centre()
    let outcome = try centre.signpost.run(["snippet", "billing/refund", "--as", form])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("At most five working days."))
    #expect(outcome.output.contains("How long does a refund take?"))
    #expect(outcome.output.contains("https://help.acme.example/en/billing/refund/"))
    #expect(outcome.output.contains("help@example.com") == (form == "mail"))
  }

  @Test func sendsNotesAndFoldedPartsAsText() throws {
    let centre = try centre()
    try centre.write(
      "# App\n\nTap it.[^1]\n\n::: details\nMore.\n:::\n\n[^1]: With a finger.\n",
      to: "content/en/app.md")
    let text = try centre.signpost.run(["snippet", "app"]).output
    let expected = "Tap it.[1]\n\nDetails\n\nMore.\n\nNotes\n\n1. With a finger.\n"
    #expect(text.contains(expected), "\(text)")
  }

  @Test func writesAPageToPrintToAFile() throws {
    let centre = try centre()
    let outcome = try centre.signpost.run([
      "snippet", "billing/refund", "--as", "print", "--output", "out/refund.html",
    ])
    #expect(outcome.status == 0 && outcome.output.isEmpty)
    let page = try centre.text(of: "out/refund.html")
    #expect(page.hasPrefix("<!doctype html>"))
    #expect(page.contains("<h1>How long does a refund take?</h1>"))
    #expect(page.contains("Phone: +371 1 (Mon–Fri 8:00–20:00)"))
    #expect(page.contains("<bdi dir=\"ltr\">https://help.acme.example/en/billing/refund/</bdi>"))
    #expect(page.contains("<svg width=\"28mm\""))
  }

  @Test(.enabled(if: TranslationsCommandTests.hasGit))
  func gitTellsWhichShortMessagesAreBehindTheirAnswers() throws {
    func article(_ sms: String, _ answer: String) -> String {
      "---\ntitle: T\nsms: \(sms)\n---\n\(answer)\n"
    }
    let old = "Ask in the app and wait."
    let new = "Write to us and send a photo."
    let names = ["behind", "followed", "edited", "kept", "read"]
    var files = ["signpost.yml": "languages: [en]\n"]
    for name in names { files["en/\(name).md"] = article("Ask.", old) }
    let centre = try SmallHelpCentre(files)
    func commit(_ message: String) throws {
      try TranslationsCommandTests.git(["add", "."], in: centre.folder)
      try TranslationsCommandTests.git(["commit", "-qm", message], in: centre.folder)
    }
    func write(_ name: String, _ sms: String, _ answer: String) throws {
      try centre.write(article(sms, answer), to: "content/en/\(name).md")
    }
    try TranslationsCommandTests.git(["init", "-q"], in: centre.folder)
    try commit("First")
    try write("behind", "Ask.", new)
    try write("followed", "Write.", new)
    try write("read", "Ask.", new)
    try commit("Change")
    try write("read", "Ask. # read 2026-11-25", new)
    try commit("Read")
    try write("edited", "Ask.", new)
    let outcome = try centre.signpost.run(["check", "--rule", "sms-outdated"])
    #expect(outcome.status == 1)
    let found = outcome.output.split(separator: "\n").filter { $0.hasPrefix("content/") }
    #expect(
      found.map { $0.prefix { $0 != ":" } } == ["content/en/behind.md", "content/en/edited.md"],
      "\(outcome.output)")
  }

  @Test func repliesWithThePromiseAndTheArticle() throws {
    let centre = try centre()
    let outcome = try centre.signpost.run(
      ["reply", "--at", "2026-11-27T18:30"], input: Self.mail)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("A person reads it and answers on Monday by 17:00."))
    #expect(outcome.output.contains("* How long does a refund take?"))
    #expect(outcome.output.contains("Phone: +371 1 (open until 20:00)"))
  }

  @Test func writesAMailThatIsMarkedAsAutomatic() throws {
    let centre = try centre()
    let outcome = try centre.signpost.run(
      ["reply", "--at", "2026-11-27T18:30", "--format", "eml"], input: Self.mail)
    let header = outcome.output.split(separator: "\r\n")
    #expect(header.contains("To: anna@example.org"))
    #expect(!outcome.output.replacing("\r\n", with: "").contains("\n"))
    #expect(header.contains("From: help@example.com"))
    #expect(header.contains("Date: Fri, 27 Nov 2026 18:30:00 +0200"))
    #expect(header.contains("Auto-Submitted: auto-replied"))
    #expect(header.contains("In-Reply-To: <1@example.org>"))
  }

  @Test func leavesAutomaticMailAlone() throws {
    let centre = try centre()
    let outcome = try centre.signpost.run(
      ["reply"], input: "Auto-Submitted: auto-replied\n" + Self.mail)
    #expect(outcome.status == 1)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors == "no reply to this mail: it is automatic mail (Auto-Submitted)\n")
  }

  @Test(arguments: [
    ("en", "open until 20:00"), ("pl", "czynne do 20:00"), ("lv", "strādājam līdz plkst. 20:00"),
    ("ru", "работаем до 20:00"),
  ])
  func answersInTheLanguagesOfTheSampleCentre(lang: String, state: String) throws {
    let signpost = SignpostProcess(folder: SignpostProcess.package)
    let reply = try signpost.run(
      ["reply", "--lang", lang, "--at", "2026-11-27T18:30"], input: "12345")
    #expect(reply.status == 0)
    #expect(reply.output.contains(state))
    for form in ["sms", "mail", "text", "html", "markdown"] {
      let snippet = try signpost.run(["snippet", "payments/refund", "--as", form, "--lang", lang])
      #expect(snippet.status == 0)
      #expect(snippet.output.count > 60)
    }
    let announced = try signpost.run([
      "announce", "--channel", "phone", "--lang", lang, "--format", "json", "--at",
      "2026-10-25T03:30",
    ])
    #expect(announced.output.contains("\"open\" : false"))
    #expect(announced.output.contains("\"until\" : \"2026-10-26T08:00+02:00\""))
  }
}
