import Availability
import CivilCalendar
import CustomerMessages
import KnowledgeBase
import SiteGeneration
import Testing

@testable import CustomerReplies

@Suite struct AutomaticReplyTests {
  private func reply(
    _ code: String, day: String = "2026-11-27", minute: Int = 1110, subject: String = "Card",
    answers: [AutomaticReply.Answer] = []
  ) throws -> AutomaticReply {
    let language = try #require(Language(code))
    let range = try #require(TimeRange(start: 540, end: 1020))
    let hours = OpeningHours(week: Array(repeating: [range], count: 5))
    let mail = Channel(
      id: "mail", kind: .mail, title: ["": "Mail"], value: "help@a.example",
      promise: AnswerPromise(amount: 1, unit: .workingDays))
    let phone = Channel(
      id: "phone", kind: .phone, title: ["": "Phone"], value: "+371 1", hours: hours)
    let plan = ContactPlan(
      channels: [mail, phone], zone: .utc, holidays: nil, workingHours: hours)
    let site = Site(title: ["": "Help <Us>"], baseURL: "https://a.example", languages: [language])
    return AutomaticReply(
      subject: subject, answers: answers,
      words: ContactWords(language: language, site: site, strings: SiteStrings(language)),
      plan: plan, channel: mail,
      at: TimeZoneRules.utc.instant(
        of: try #require(CalendarDay(day)), minute: minute, .earliest))
  }

  private let answer = AutomaticReply.Answer(
    title: "A & B", summary: "It <is> so.", url: "https://a.example/s/x/", coverage: 0.5)

  @Test func promisesWhatThePlanPromisesAndNamesWhatOpensNext() throws {
    #expect(
      try reply("en").text == """
        Hello,

        We have received your message. A person reads it and answers on Monday by 17:00.

        If it is urgent:
        Phone: +371 1 (closed, opens on Monday at 9:00)

        This reply was sent by a program. If you want to add something, simply answer it.

        Kind regards
        Help <Us>

        """)
  }

  @Test(arguments: [
    ("pl", "2026-11-25", "odpowie jutro do 15:00"),
    ("lv", "2026-11-25", "atbildi saņemsi rīt līdz plkst. 15:00"),
    ("ru", "2026-11-27", "ответит в понедельник до 15:00"),
  ])
  func saysTheDayAsItsLanguageDoes(code: String, day: String, text: String) throws {
    #expect(try reply(code, day: day, minute: 900).text.contains(text))
  }

  @Test func listsAnswersInTextAndEscapesThemInHTML() throws {
    let reply = try reply("en", answers: [answer])
    #expect(
      reply.text.contains(
        "Perhaps this helps you already:\n\n* A & B\n  It <is> so.\n  https://a.example/s/x/\n\n"))
    #expect(
      reply.html.contains(
        "<li><a href=\"https://a.example/s/x/\">A &amp; B</a><br>It &lt;is&gt; so.</li>"))
    #expect(reply.html.contains("Help &lt;Us&gt;"))
  }

  @Test func isAMailThatNoProgramAnswers() throws {
    let text =
      "From: a@b.example\nReply-To: c@d.example\nSubject: =?utf-8?Q?x=0D=0ABcc:_e@f.example?=\n"
      + "Message-ID: <1@b.example>\nReferences: <0@b.example>\n\nHello"
    let mail = try #require(MailMessage(Array(text.utf8)))
    let sender = try #require(MailAddress("help@a.example"))
    let written = try #require(
      ReplyMail(
        to: mail, reply: try reply("lv", subject: mail.subject, answers: [answer]), from: sender,
        date: "Fri, 27 Nov 2026 18:30:00 +0000", language: "lv"))
    let bytes = Array(written.text.utf8)
    #expect(bytes.allSatisfy { $0 < 128 })
    #expect(written.text.split(separator: "\r\n").allSatisfy { $0.count <= 78 })
    let read = try #require(MailMessage(bytes))
    #expect(read.header.count(of: "bcc") == 0)
    #expect(read.header.text("to") == "c@d.example")
    #expect(read.subject == "Automātiska atbilde: x Bcc: e@f.example")
    #expect(read.references == ["<0@b.example>", "<1@b.example>", "<1@b.example>"])
    #expect(read.fullText.contains("Varbūt tev jau palīdzēs šis:"))
    #expect(
      AnsweringRules.refusal(of: read, ownAddresses: []) == .automatic("Auto-Submitted"))
  }

  @Test(arguments: ["en", "pl", "lv", "ru", "lt", "et", "uk", "de", "fr", "es", "ar"])
  func isNotAnsweredWhenItComesBack(code: String) throws {
    let prefix = SiteStrings(try #require(Language(code)))("reply.subject")
    let mail = try #require(
      MailMessage(Array("From: a@b.example\nSubject: Re: \(prefix): x\n\nHello".utf8)))
    #expect(AnsweringRules.refusal(of: mail, ownAddresses: []) == .automatic("Subject"))
  }
}
