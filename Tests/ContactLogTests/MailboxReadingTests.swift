import Testing

@testable import ContactLog

@Suite struct MailboxReadingTests {
  static let mailbox = """
    From anna@inbox.example Thu Oct 15 08:30:00 2026
    Message-ID: <1@inbox.example>
    Date: Thu, 15 Oct 2026 08:30:00 +0200 (CEST)
    From: =?utf-8?Q?Anna_Nowak?= <anna@inbox.example>
    To: pomoc@acme.example
    Subject: =?utf-8?B?UmU6IEthcnRh?=
    Content-Type: text/plain; charset=windows-1250
    Content-Transfer-Encoding: quoted-printable

    Nie mog=EA znale=9F=E6 karty.
    From tamtej chwili szukam.

    --
    Wysłane z telefonu

    From pomoc@acme.example Thu Oct 15 09:00:00 2026
    Message-ID: <2@acme.example>
    Date: Thu, 15 Oct 2026 09:00:00 +0200
    From: pomoc@acme.example
    Subject: Re: Karta

    Pod osłoną kierowcy.

    From noreply@acme.example Thu Oct 15 10:00:00 2026
    Date: 15 Oct 2026 10:00:00 +0000
    From: noreply@acme.example
    Reply-To: jan@inbox.example
    Subject: Formularz
    Content-Type: text/html

    <p>Gdzie jest &amp; kto ma kartę?</p><blockquote>Regulamin</blockquote>

    From noreply@shop.example Thu Oct 15 11:00:00 2026
    Date: Thu, 15 Oct 2026 11:00:00 +0200
    From: noreply@shop.example
    Subject: Your order

    Thank you.

    """

  @Test func mailsOfCustomersAreContacts() throws {
    let log = try LogFixture(Self.mailbox, options: Self.options)
    #expect(log.times == ["2026-10-15T08:30:00+02:00", "2026-10-15T10:00:00Z"])
    #expect(log.reasons.first == "Karta – Nie mogę znaleźć karty.\nFrom tamtej chwili szukam.")
    #expect(log.reasons.last?.hasPrefix("Formularz – Gdzie jest & kto ma kartę?") == true)
    #expect(log.contacts.allSatisfy { $0.customer != nil })
    #expect(log.summary.text.hasPrefix("mailbox, "))
    #expect(log.summary.encoding == nil)
  }

  @Test func mailThatNoCustomerWroteIsPassedOver() throws {
    let log = try LogFixture(Self.mailbox, options: Self.options)
    #expect(
      log.said == [
        """
        log:16: note: 2 mails are automatic, of a list or the company's own; passed over [log-mail]
          cure: nothing to do
        """
      ])
  }

  @Test func aMailLongerThanARowIsRejectedAndTheNextIsRead() throws {
    let long = "From a@b.example\nFrom: a@b.example\n\n" + String(repeating: "x\n", count: 600)
    let log = try LogFixture(
      long + "\nFrom c@d.example\nFrom: c@d.example\n\nCard\n", longestRow: 900)
    #expect(log.reasons == ["Card"])
    #expect(log.said.first?.hasPrefix("log:1: warning: row is longer than 32 MB") == true)
  }

  @Test func aColumnNameThatBeginsLikeAnEnvelopeIsNoMailbox() throws {
    let log = try LogFixture("From name;Reason\nAnna;Card\n")
    #expect(log.reasons == ["Card"])
  }

  @Test func textsOfHelpDesksAreReadWithoutMarkupAndQuotations() throws {
    let log = try LogFixture(
      """
      {"id": 1, "body": "<p>Brak karty<br>w aucie</p>"}
      {"id": 2, "body": "Brak karty\\n\\nAnna\\n\\n-----Original Message-----\\nFrom: pomoc@acme.example"}
      {"id": 3, "body": "a < b, c > d"}
      {"id": 4, "body": "> Brak karty\\n> w aucie"}
      """)
    #expect(
      log.reasons == [
        "Brak karty\nw aucie", "Brak karty\n\nAnna", "a < b, c > d", "> Brak karty\n> w aucie",
      ])
  }

  private static var options: ReadOptions {
    var options = ReadOptions()
    options.ownAddresses = ["pomoc@acme.example"]
    return options
  }
}
