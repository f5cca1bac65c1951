import Testing

@testable import CustomerMessages

@Suite struct AnsweringRulesTests {
  private func refusal(_ fields: String) throws -> AnsweringRules.Refusal? {
    AnsweringRules.refusal(of: try mail("\(fields)\n\nHello"), ownAddresses: ["help@a.example"])
  }

  @Test(arguments: [
    "From: a@b.example\nSubject: Card", "From: a@b.example\nAuto-Submitted: no",
    "From: a@b.example\nReturn-Path: <a@b.example>\nPrecedence: normal",
    "From: a@b.example\nX-Auto-Response-Suppress: DR, RN",
    "From: a@b.example\nIn-Reply-To: <1@b.example>", "From: reply@b.example",
    String(repeating: "Received: by x\n", count: 40) + "From: a@b.example",
  ])
  func answersPeople(fields: String) throws {
    #expect(try refusal(fields) == nil)
  }

  @Test(
    arguments: [
      ("From: a@b.example\nAuto-Submitted: auto-replied (vacation)", .automatic("Auto-Submitted")),
      ("From: a@b.example\nAuto-Submitted: auto-generated", .automatic("Auto-Submitted")),
      ("From: a@b.example\nPrecedence: bulk", .automatic("Precedence")),
      ("From: a@b.example\nPrecedence: list", .list),
      ("From: a@b.example\nList-Id: <x.b.example>", .list),
      ("From: a@b.example\nList-Unsubscribe: <https://b.example>", .list),
      ("From: a@b.example\nReturn-Path: <>", .bounce),
      ("From: a@b.example\nReturn-Path: <MAILER-DAEMON@b.example>", .bounce),
      ("From: a@b.example\nContent-Type: multipart/report; boundary=x", .bounce),
      ("From: MAILER-DAEMON@b.example", .automatic("sender")),
      ("From: No-Reply <no-reply@b.example>", .automatic("sender")),
      ("From: a@b.example\nReply-To: noreply-7@b.example", .automatic("sender")),
      ("From: owner-x@b.example", .list), ("From: x-request@b.example", .list),
      ("From: x-bounces+a=b@c.example", .list),
      ("From: HELP@a.example", .ourselves),
      ("From: a@b.example\nReply-To: help@a.example", .ourselves),
      ("From: a@b.example\nX-Auto-Response-Suppress: All", .automatic("X-Auto-Response-Suppress")),
      ("From: a@b.example\nX-Loop: a", .automatic("x-loop")),
      ("From: a@b.example\nX-Spam-Flag: YES", .spam),
      (
        "From: a@b.example\nSubject: =?utf-8?Q?Automatyczna_odpowied=C5=BA?=: x",
        .automatic("Subject")
      ),
      ("From: a@b.example\nSubject: Re: Automatic reply: Card", .automatic("Subject")),
      ("From: a@b.example\nSubject: Odp: Automātiska atbilde: Karte", .automatic("Subject")),
      (
        String(repeating: "Received: by x\n", count: 41) + "From: a@b.example", .looping
      ),
      ("From: a@b.example\nX: " + String(repeating: "y", count: 300_000), .longHeader),
      ("X: " + String(repeating: "y", count: 300_000) + "\nFrom: a@b.example", .longHeader),
      (String(repeating: "X: y\n", count: 60_000) + "From: a@b.example", .longHeader),
      ("From: a@b.example\nSubject: Mail could not be delivered", .automatic("Subject")),
      (
        "From: a@b.example\nReferences: <1@b> <signpost-reply-1@a.example>", .answerToAutomaticReply
      ),
      ("From: nobody at all\nSubject: x", .noSender), ("Message-ID: <1@b>\nSubject: x", .noSender),
    ] as [(String, AnsweringRules.Refusal)])
  func neverAnswersProgramsListsBouncesAndItself(
    fields: String, expected: AnsweringRules.Refusal
  ) throws {
    #expect(try refusal(fields) == expected)
  }

  @Test func doesNotAnswerNothing() throws {
    let empty = try mail("From: a@b.example\n\n> only a quotation")
    #expect(AnsweringRules.refusal(of: empty, ownAddresses: []) == .nothingWritten)
  }
}
