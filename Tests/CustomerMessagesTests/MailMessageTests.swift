import Testing

@testable import CustomerMessages

/// A mail from text, bytes of other character sets written as `%F3`.
func mail(_ text: String) throws -> MailMessage {
  var bytes: [UInt8] = []
  var rest = Array(text.utf8)[...]
  while let byte = rest.popFirst() {
    if byte == UInt8(ascii: "%"), rest.count >= 2,
      let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
    {
      bytes.append(value)
      rest = rest.dropFirst(2)
    } else {
      bytes.append(byte)
    }
  }
  return try #require(MailMessage(bytes))
}

/// Mails in the shapes that common mail programs send, each asking one thing.
@Suite struct MailMessageTests {
  @Test func readsPlainTextInWindows1250WithAnOutlookQuotation() throws {
    let mail = try mail(
      """
      Return-Path: <anna@wp.example>
      From: =?windows-1250?Q?Anna_Ko=B3odziej?= <anna@wp.example>
      Subject: =?windows-1250?B?WmFrb/FjemVuaWUgd3luYWptdQ==?=
      Message-ID: <1@wp.example>
      Content-Type: text/plain; charset="windows-1250"
      Content-Transfer-Encoding: 8bit
      X-Mailer: Microsoft Outlook 16.0

      Nie mog%EA zako%F1czy%E6 wynajmu.

      Anna

      -----Wiadomo%9C%E6 oryginalna-----
      Od: Kilometr
      Temat: Witamy
      """)
    #expect(mail.subject == "Zakończenie wynajmu")
    #expect(mail.sender?.text == "anna@wp.example")
    #expect(mail.body.text == "Nie mogę zakończyć wynajmu.\n\nAnna")
  }

  @Test func readsBase64InKOI8WithASignature() throws {
    let mail = try mail(
      """
      From: Ivan <ivan@mail.example>
      Subject: =?koi8-r?B?98/a1w==?= =?koi8-r?B?0sHU?=
      MIME-Version: 1.0
      Content-Type: text/plain; charset=koi8-r
      Content-Transfer-Encoding: base64
      X-Mailer: The Bat! (v3)

      68/HxMEg18XSztXUIMTFztjHyT8KCi0tIArp18HO
      """)
    #expect(mail.subject == "Возврат")
    #expect(mail.body.text == "Когда вернут деньги?")
  }

  @Test func takesThePlainAlternativeAndLeavesOutWhatGmailQuotes() throws {
    let mail = try mail(
      """
      From: =?UTF-8?B?SsSBbmlz?= <janis@gmail.example>
      Subject: Re: jaut=
      Content-Type: multipart/alternative; boundary="000000000000a"

      --000000000000a
      Content-Type: text/plain; charset="UTF-8"
      Content-Transfer-Encoding: quoted-printable

      K=C4=81 atcelt rezerv=C4=81c=
      iju?

      On Fri, 20 Nov 2026 at 10:12, Kilometr <
      help@kilometr.example> wrote:

      > Sveiki
      --000000000000a
      Content-Type: text/html; charset="UTF-8"

      <p>other</p>
      --000000000000a--
      """)
    #expect(mail.body.text == "Kā atcelt rezervāciju?")
  }

  @Test func readsHTMLWithoutAPlainAlternative() throws {
    let mail = try mail(
      """
      From: "Smith, Bob (work)" <bob@icloud.example>
      Subject: Car
      Content-Type: multipart/mixed; boundary="Apple-Mail=_1"

      --Apple-Mail=_1
      Content-Type: text/html; charset=utf-8
      Content-Transfer-Encoding: quoted-printable

      <html><head><style>p { x }</style></head><body>It won=E2=80=99t <b>un</b>lock.<br><br>=
      Sent from my iPhone</body></html>
      --Apple-Mail=_1
      Content-Type: text/plain; name="log.txt"
      Content-Disposition: attachment; filename="log.txt"

      not this
      --Apple-Mail=_1--
      """)
    #expect(mail.sender?.text == "bob@icloud.example")
    #expect(mail.body.text == "It won’t unlock.")
  }

  /// RFC 2231: values with a character set, or in pieces.
  @Test func readsParametersThatAreEncodedOrCut() throws {
    let mail = try mail(
      """
      From: a@b.example
      Content-Type: multipart/mixed; boundary*0="x"; boundary*1=y;
       boundary*2*=%20z

      --xy z
      Content-Type: text/plain; charset*=us-ascii''iso-8859-13

      Kur ir %FB?
      --xy z--
      """.replacing("%20", with: "%2520"))
    #expect(mail.body.text == "Kur ir ū?")
  }

  @Test func readsTextThatFollowsAHeaderWithoutAnEmptyLine() throws {
    let mail = try mail(
      "From: a@b.example\nSubject: x\nWhere is the card, please?\nPrecedence: bulk\n")
    #expect(mail.body.text.hasPrefix("Where is the card, please?"))
    #expect(
      AnsweringRules.refusal(of: mail, ownAddresses: []) == .automatic("Precedence"))
  }

  @Test func readsAPartWithoutAnEmptyLineBelowItsHeader() throws {
    let mail = try mail(
      "From: a@b.example\nContent-Type: multipart/mixed; boundary=f\n\n--f\n"
        + "Content-Type: text/plain\nbar\n--f--\n")
    #expect(mail.body.text == "bar")
  }

  @Test func readsForwardedPartsWithoutABoundaryAtTheEnd() throws {
    let mail = try mail(
      """
      From: a@b.example
      Subject: x
      Content-Type: multipart/related; boundary=b;
       type="multipart/alternative"

      preamble
      --b
      Content-Type: multipart/alternative; boundary=c

      --c

      Where is the card?
      --c--
      --b
      Content-Type: image/png

      %89PNG
      """)
    #expect(mail.body.text == "Where is the card?")
  }

  @Test(arguments: [
    ("utf-8", "%C5%BC", "ż"), ("iso-8859-2", "%BF", "ż"), ("iso-8859-13", "%FB", "ū"),
    ("windows-1257", "%E2", "ā"), ("windows-1251", "%E6", "ж"), ("cp866", "%A6", "ж"),
    ("koi8-u", "%A4", "є"), ("iso-8859-1", "%93x%94", "“x”"), ("x-unknown", "%C5%BC", "ż"),
    ("x-unknown", "%FF", "ÿ"), ("utf-8//IGNORE", "%C5%BC", "ż"), ("us-ascii", "%C5%BC", "ż"),
    ("utf-8", "a%FFb", "a\u{FFFD}b"), ("shift_jis", "%82%A0", "あ"),
  ])
  func readsCharacterSets(charset: String, bytes: String, text: String) throws {
    let mail = try mail(
      "From: a@b.example\nContent-Type: text/plain; charset=\(charset)\n\n\(bytes)\n")
    #expect(mail.body.text == text)
  }

  @Test(arguments: [
    ("=?utf-8?Q?a=0D=0ABcc:_x@y.example?=", "a Bcc: x@y.example"),
    ("=?utf-8?B?xbw=?=\n =?utf-8?B?xbw=?=", "żż"),
    ("=?utf-8?Q?=C5?= =?utf-8?Q?=BC?=", "ż"),
    ("=?utf-8*en?q?a_b?= c", "a b c"),
    ("=?utf-8?x?a?=", "=?utf-8?x?a?="),
    ("a =?utf-8?Q?b", "a =?utf-8?Q?b"),
    ("plain\n\tfolded", "plain folded"),
  ])
  func readsSubjectsOnOneLine(field: String, subject: String) throws {
    #expect(try mail("From: a@b.example\nSubject: \(field)\n\nx").subject == subject)
  }

  @Test(arguments: [
    ("Re: Fwd: Card", "Card"), ("Odp: karta", "karta"), ("RE[2]: HA: card", "HA: card"),
    ("Aw: Karte", "Karte"), ("Refund: when?", "Refund: when?"), ("", ""),
  ])
  func leavesOutWhatProgramsPutBeforeASubject(subject: String, text: String) {
    #expect(MessageSubject(subject).text == text)
  }

  @Test(arguments: [
    ("a@b.example", "a@b.example"), ("Anna <a.b+c@d-e.example>", "a.b+c@d-e.example"),
    ("\"x <y@z.example>\" <a@b.example>", "a@b.example"), ("a@b.example (Anna)", "a@b.example"),
    ("anna@żółw.example", "anna@żółw.example"), ("A <a@b.example>, C <c@d.example>", "a@b.example"),
    ("a@b@c.example", nil), ("a b@c.example", nil), ("<>", nil), ("a@", nil), ("a@.example", nil),
  ])
  func readsOneAddress(field: String, address: String?) {
    #expect(MailAddress(field: field)?.text == address)
  }

  @Test(arguments: [
    ("Hi\n> quoted\nmore", "Hi\nmore"), ("Hi\n-- \nAnna", "Hi"),
    ("Cześć\n\nW dniu 5.11.2026 o 10:12, Kilometr pisze:\n> x", "Cześć"),
    ("Да\n\n5 ноября 2026 г., 10:12, Kilometr <a@b.example> написал(а):\n\nx", "Да"),
    ("Jā\n\n2026. gada 5. novembris, Kilometr <a@b.example> rakstīja:\nx", "Jā"),
    ("Hi\n\nFrom: A\nSent: Monday\nTo: B\n\nx", "Hi"),
    (
      "From: the station I walked.\nWhere is the car?",
      "From: the station I walked.\nWhere is the car?"
    ),
    ("He wrote:\nno card", "He wrote:\nno card"),
    ("Ok\n\nWysłane z iPhone'a", "Ok"),
    (
      "Pieniądze\nWysłane z konta nie doszły, co robić?",
      "Pieniądze\nWysłane z konta nie doszły, co robić?"
    ),
    ("> only quoted", ""),
    // The answer below what it quotes, as Thunderbird has it.
    ("On 04/02/2026 06:26 PM, Megan wrote:\n> Hi\n> there\n\nHello", "Hello"),
    ("One\nOn 5 Nov 2026 at 10:12, A <a@b.example>\nwrote:\n\n> Hi\n\nTwo", "One\n\n\nTwo"),
    ("Hello\n\n----- Original Message -----\nFrom: x", "Hello"),
    ("Cześć\n\n---------- Forwarded message ---------\nx", "Cześć"),
    ("Я\n\n-------- Пересылаемое сообщение --------\nx", "Я"),
    ("Hi\n\n---\nDate: Thu, 26 Jun 2026\nSubject: T\nFrom: a@b.example\n\nx", "Hi"),
    ("Да\n\n26.06.2026, 14:41, \"A\" <a@b.example>:\n> x", "Да"),
    ("Да\n\nThu, 26 Jun 2026 14:00:51 +0400 от A <a@b.example>:\nx", "Да"),
    ("-- a list\n---\nOriginal message", "-- a list\n---\nOriginal message"),
    ("Salut\n\nLe 5 nov. 2026 à 10:12, A <a@b.example> a écrit :\n\nx", "Salut"),
  ])
  func keepsWhatTheSenderWrote(full: String, text: String) {
    #expect(MessageBody(full).text == text)
  }

  @Test func isNilForTextThatIsNoMail() {
    #expect(MailMessage(Array("Where is the card?\nNote: it is red.\n\nThanks".utf8)) == nil)
    #expect(MailMessage([]) == nil)
  }

  @Test func cutsWhatIsTooDeepOrTooManyAndSaysSo() throws {
    let deep = (0..<500).map { "--b\($0)\nContent-Type: multipart/mixed; boundary=b\($0 + 1)\n\n" }
    let nested = try mail(
      "From: a@b.example\nContent-Type: multipart/mixed; boundary=b0\n\n" + deep.joined())
    #expect(nested.limits == ["parts nested too deep or too many were left out"])
    let many = String(repeating: "--b\n\nx\n", count: 5000)
    let flat = try mail("From: a@b.example\nContent-Type: multipart/mixed; boundary=b\n\n" + many)
    #expect(flat.limits == ["parts nested too deep or too many were left out"])
    let long = try mail("From: a@b.example\n\n" + String(repeating: "word ", count: 20_000))
    #expect(long.limits == ["only the first 64 kB of the text were read"])
  }
}
