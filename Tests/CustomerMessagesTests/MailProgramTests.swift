import Testing

@testable import CustomerMessages

/// One question in the shapes of ten mail programs and services, each with its own way of encoding,
/// quoting and signing.
@Suite struct MailProgramTests {
  struct Program: Sendable, CustomTestStringConvertible {
    let name: String
    let mail: String
    let subject: String
    let body: String

    var testDescription: String { name }
  }

  private static let programs = [
    Program(
      name: "Outlook for Windows, Polish: text and HTML in CP1250, header of the quotation",
      mail: """
        From: "Nowak, Anna" <anna@firma.example>
        Subject: =?Windows-1250?Q?ODP:_Zwrot_pieni=EAdzy?=
        Content-Type: multipart/alternative;
        %09boundary="----=_NextPart_000_0012_01DB.7A"
        X-Mailer: Microsoft Outlook 16.0

        This is a multipart message in MIME format.

        ------=_NextPart_000_0012_01DB.7A
        Content-Type: text/plain;
        %09charset="Windows-1250"
        Content-Transfer-Encoding: quoted-printable

        Kiedy dostan=EA zwrot pieni=EAdzy?

        Pozdrawiam
        Anna

        From: Kilometr <help@a.example>=20
        Sent: Monday, November 23, 2026 9:00 AM
        To: Nowak, Anna
        Subject: Zwrot

        Dzie=F1 dobry

        ------=_NextPart_000_0012_01DB.7A
        Content-Type: text/html; charset="Windows-1250"

        <p>other</p>
        ------=_NextPart_000_0012_01DB.7A--
        """, subject: "ODP: Zwrot pieniędzy",
      body: "Kiedy dostanę zwrot pieniędzy?\n\nPozdrawiam\nAnna"),
    Program(
      name: "Outlook Express: HTML alone in CP1257",
      mail: """
        From: Janis <janis@inbox.example>
        Subject: =?windows-1257?B?TmF1ZGFzIGF0bWFrc2E=?=
        Content-Type: text/html; charset="windows-1257"
        Content-Transfer-Encoding: 8bit
        X-Mailer: Microsoft Outlook Express 6.00

        <HTML><BODY><DIV>Kad b%FBs atmaksa?</DIV><DIV>&nbsp;</DIV>
        <BLOCKQUOTE><DIV>Sveiki</DIV></BLOCKQUOTE></BODY></HTML>
        """, subject: "Naudas atmaksa", body: "Kad būs atmaksa?"),
    Program(
      name: "The Bat!: base64 in KOI8-R, signature",
      mail: """
        From: =?koi8-r?B?6dfBzg==?= <ivan@mail.example>
        Subject: =?koi8-r?B?98/a19LB1A==?=
        Content-Type: text/plain; charset=koi8-r
        Content-Transfer-Encoding: base64
        X-Mailer: The Bat! (v9.3)

        68/HxMEgwtXExdQg18/a19LB1D8NCg0KLS0gDQrp18HODQo=
        """, subject: "Возврат", body: "Когда будет возврат?"),
    Program(
      name: "Gmail, Russian: introduction over two lines",
      mail: """
        From: Ivan <ivan@gmail.example>
        Subject: Re: =?UTF-8?B?0JLQvtC30LLRgNCw0YI=?=
        Content-Type: multipart/alternative; boundary="000000000000ab"

        --000000000000ab
        Content-Type: text/plain; charset="UTF-8"
        Content-Transfer-Encoding: base64

        0JrQvtCz0LTQsCDQsdGD0LTQtdGCINCy0L7Qt9Cy0YDQsNGCPwoK0L/QvSwg
        MjMg0L3QvtGP0LEuIDIwMjYg0LMuINCyIDEwOjEyLCBLaWxvbWV0ciA8aGVs
        cEBhLmV4YW1wbGU+OgoKPiDQl9C00YDQsNCy0YHRgtCy0YPQudGC0LUKCg==
        --000000000000ab
        Content-Type: text/html; charset="UTF-8"

        <div>other</div>
        --000000000000ab--
        """, subject: "Re: Возврат", body: "Когда будет возврат?"),
    Program(
      name: "Apple Mail on iPhone: quoted-printable, soft breaks, footer",
      mail: """
        From: Anna <anna@icloud.example>
        Subject: Refund
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: quoted-printable
        Mime-Version: 1.0 (1.0)
        X-Mailer: iPhone Mail (20H364)

        When is my refund=E2=80=99s last day? I asked for it some days ago in the ap=
        p.

        Sent from my iPhone

        > On 23 Nov 2026, at 10:12, Kilometr <help@a.example> wrote:
        >=20
        > Hello
        """, subject: "Refund",
      body: "When is my refund’s last day? I asked for it some days ago in the app."),
    Program(
      name: "Thunderbird: format=flowed, answer below the quotation",
      mail: """
        From: Anna <anna@posteo.example>
        Subject: Re: Zwrot
        User-Agent: Mozilla Thunderbird
        Content-Type: text/plain; charset=UTF-8; format=flowed
        Content-Transfer-Encoding: 8bit

        W dniu 23.11.2026 o 10:12, Kilometr pisze:
        > Dzień dobry,
        > czy dotarł?

        Nie, kiedy dostanę zwrot?

        -- 
        Anna
        """, subject: "Re: Zwrot", body: "Nie, kiedy dostanę zwrot?"),
    Program(
      name: "wp.pl: ISO-8859-2 in a subject of two words, attachment of text",
      mail: """
        From: Anna <anna@wp.example>
        Subject: =?ISO-8859-2?Q?Zwrot_pieni=EAdzy_za?=
         =?ISO-8859-2?Q?_przejazd?=
        Content-Type: multipart/mixed; boundary="part11"

        --part11
        Content-Type: text/plain; charset=ISO-8859-2; format=flowed

        Kiedy dostan%EA zwrot?
        --part11
        Content-Type: text/plain; charset=us-ascii; name=dziennik.txt
        Content-Disposition: attachment;
         filename*=iso-8859-2''dzien%F1ik.txt

        ERROR 17
        --part11--
        """, subject: "Zwrot pieniędzy za przejazd", body: "Kiedy dostanę zwrot?"),
    Program(
      name: "Mail.ru: nested alternative, address as introduction",
      mail: """
        From: =?UTF-8?B?0JjQstCw0L0=?= <ivan@mail.example>
        Subject: =?UTF-8?B?0JLQvtC30LLRgNCw0YI=?=
        Content-Type: multipart/mixed; boundary="--mix"
        X-Mailer: Mail.Ru Mailer 1.0

        ----mix
        Content-Type: multipart/alternative; boundary="--ALT--Xy1"

        ----ALT--Xy1
        Content-Type: text/plain; charset=utf-8

        Когда будет возврат?

        Пн, 23 ноя 2026 10:12 +03:00 от Kilometr <help@a.example>:

        >Здравствуйте
        ----ALT--Xy1
        Content-Type: text/html; charset=utf-8

        <p>other</p>
        ----ALT--Xy1--
        ----mix--
        """, subject: "Возврат", body: "Когда будет возврат?"),
    Program(
      name: "Yahoo: original message",
      mail: """
        From: Anna <anna@yahoo.example>
        Subject: Fw: Refund
        X-Mailer: WebService/1.1 YMailNorrin
        Content-Type: text/plain; charset=UTF-8

        When do I get my refund?

        ----- Forwarded Message -----From: Kilometr <help@a.example>
        To: Anna
        """, subject: "Fw: Refund", body: "When do I get my refund?"),
    Program(
      name: "Exchange: UTF-8 HTML in base64 beside winmail.dat, line of underscores",
      mail: """
        From: Anna <anna@exchange.example>
        Subject: Zwrot
        Content-Type: multipart/mixed; boundary="_004_"
        X-MS-Has-Attach: yes

        --_004_
        Content-Type: text/html; charset="utf-8"
        Content-Transfer-Encoding: base64

        PGh0bWw+PGJvZHk+PHA+S2llZHkgZG9zdGFuxJkgendyb3Q/PC9wPjxwPl9fX19f
        X19fX19fX19fX19fX19fX19fX19fX19fX19fX19fPC9wPjxwPk9kOiBLaWxvbWV0
        cjwvcD48L2JvZHk+PC9odG1sPg==
        --_004_
        Content-Type: application/ms-tnef; name="winmail.dat"
        Content-Transfer-Encoding: base64

        eJ8+IhEBAQ==
        --_004_--
        """, subject: "Zwrot", body: "Kiedy dostanę zwrot?"),
  ]

  @Test(arguments: programs)
  func readsWhatTheSenderAsks(program: Program) throws {
    let mail = try mail(program.mail)
    #expect(mail.subject == program.subject)
    #expect(mail.body.text == program.body)
    #expect(AnsweringRules.refusal(of: mail, ownAddresses: ["help@a.example"]) == nil)
  }

  @Test(arguments: programs)
  func readsItWithTheLineEndsOfMailToo(program: Program) throws {
    let mail = try mail(program.mail.replacing("\n", with: "\r\n"))
    #expect(mail.subject == program.subject)
    #expect(mail.body.text == program.body)
  }
}
