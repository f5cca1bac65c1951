import Testing

@testable import ContentChecks

/// Times in texts against those of processes and channels.
@Suite struct PromisedTimesTests {
  private static let process = """
    ---
    title: Refund
    kind: process
    stages:
      - {title: A, who: Us, takes: 2 working days}
      - {title: B, who: Us, takes: 8 working days}
    ---
    Text.

    """

  /// What a process' own article says; and the time in it that its stages don't have.
  private static let own: [(language: String, text: String, stray: String?)] = [
    ("en", "At most 10 working days: 2 working days, then eight or 8 working days.", nil),
    ("en", "Call after 14 working days.", "14 working days"),
    ("en", "It takes 21 days.", "21 days"), ("en", "It takes 14 days.", nil),
    ("en", "You can ask within 30 days. Wait 3 minutes.", nil),
    ("pl", "Zwrot trwa 21 dni.", "21 days"), ("pl", "Do pięciu dni roboczych.", "5 working days"),
    ("pl", "Do dziesięciu dni roboczych, najwyżej 10 dni roboczych.", nil),
    ("lv", "Ne vairāk par 12 darba dienām.", "12 working days"),
    ("lv", "Tas ilgst 5 dienas.", "5 days"), ("lv", "Divas darba dienas.", nil),
    ("ru", "Не более 12 рабочих дней.", "12 working days"),
    ("ru", "Возврат занимает 7 суток.", "7 days"), ("ru", "Прочтите 3 части.", nil),
    ("de", "Die Rückzahlung dauert vier Tage.", "4 days"), ("de", "Zwei Arbeitstage.", nil),
    ("fr", "Cela prend 12 jours ouvrés.", "12 working days"), ("fr", "Deux jours ouvrés.", nil),
    ("es", "Tarda 21 días.", "21 days"), ("es", "Dos días laborables.", nil),
    ("et", "See kestab 5 päeva.", "5 days"), ("et", "Kahe tööpäeva jooksul.", nil),
    ("lt", "Tai trunka 5 dienas.", "5 days"), ("lt", "Per dvi darbo dienas.", nil),
    ("uk", "Це триває 5 днів.", "5 days"), ("uk", "Протягом двох робочих днів.", nil),
    ("ar", "يستغرق ذلك 5 أيام.", "5 days"), ("ar", "خلال 10 أيام عمل.", nil),
  ]

  @Test(arguments: own)
  func aProcessKeepsToItsStages(language: String, text: String, stray: String?) throws {
    let fixture = try CheckFixture(["\(language)/a.md": Self.process + "\n\(text)\n"])
    let expected = stray.map {
      [
        "\(language)/a.md:10 warning: text says \($0), the stages take 10 working days; "
          + "correct the text or the stages"
      ]
    }
    #expect(fixture.findings("time-promise") == expected ?? [])
  }

  /// A sentence of another article, and the time in it that the linked process doesn't have.
  @Test(arguments: [
    ("We pay back in 5 working days, see [refund](refund.md).", "5 working days" as String?),
    ("We pay back in 10 working days, see [refund](refund.md).", nil),
    ("See [refund](refund.md). Cars are washed every 5 working days.", nil),
    ("A [refund](refund.md) within an hour.", nil),
    ("See [other](other.md), 5 working days.", nil),
  ])
  func whoLinksToAProcessSaysItsTime(text: String, stray: String?) throws {
    let fixture = try CheckFixture([
      "en/refund.md": Self.process, "en/other.md": "# Other\n\nText.\n",
      "en/a.md": "# T\n\nText.\n\n\(text)\n",
    ])
    let expected = stray.map {
      [
        "en/a.md:5 warning: text says \($0), process 'Refund' takes 10 working days; "
          + "say the time of the process, or leave it to that article"
      ]
    }
    #expect(fixture.findings("time-promise") == expected ?? [])
  }

  private static let contact = """
    time-zone: Europe/Riga
    channels:
      - id: phone
        kind: phone
        title: {en: Phone, pl: Telefon, lv: Tālrunis, ru: Телефон}
        value: "+371 6000 0100"
        hours: {mon-fri: "8:00-20:00", sat: "9:00-17:00"}
      - id: mail
        kind: mail
        title:
          {en: Email, pl: E-mail, lv: E-pasts, ru: Электронная почта, de: Mail, es: Mail, lt: Mail,
           uk: Mail, ar: Mail}
        value: help@kilometr.example
        answers-within: 1 working day
      - id: chat
        kind: chat
        title: {en: Chat, pl: Czat, lv: Čats, ru: Чат}
        value: https://kilometr.example/chat
        hours: {mon-sun: "8:00-22:00"}
        answers-within: 24 hours
    """

  private static let sentences: [(language: String, text: String, finding: String?)] = [
    ("en", "We answer e-mail within 2 working days.", "2 working days, channel 'Email'"),
    ("en", "We answer e-mail within 24 hours.", "24 hours, channel 'Email'"),
    ("en", "We answer e-mail within one working day.", nil),
    ("en", "In the chat we answer within one day.", nil),
    ("en", "In the chat we answer within 5 minutes.", "5 minutes, channel 'Chat'"),
    ("en", "We answer within 3 days.", "3 days, channel 'Email'"),
    ("en", "We answer within 24 hours.", nil),
    ("en", "The e-mail with the code arrives within 5 minutes.", nil),
    ("en", "Answer the e-mail within 2 days to keep the car.", nil),
    ("en", "We answer the phone from 8:00 to 18:00.", "8:00 to 18:00, channel 'Phone'"),
    ("en", "Call us 8:00–20:00, on Saturdays 9.00-17.00.", nil),
    ("en", "Cars can be washed 8:00-18:00.", nil),
    (
      "pl", "Na e-maile odpowiadamy w ciągu dwóch dni roboczych.",
      "2 working days, channel 'E-mail'"
    ),
    ("pl", "Na e-maile odpowiadamy w ciągu jednego dnia roboczego.", nil),
    ("pl", "Telefon działa 8:00-18:00.", "8:00-18:00, channel 'Telefon'"),
    ("lv", "Uz e-pastu atbildam 3 darba dienu laikā.", "3 working days, channel 'E-pasts'"),
    ("lv", "Uz e-pastu atbildam vienas darba dienas laikā.", nil),
    ("lv", "Zvani 8:00–18:00.", "8:00–18:00, channel 'Tālrunis'"),
    ("ru", "На письма отвечаем за два рабочих дня.", "2 working days, channel 'Электронная почта'"),
    ("ru", "На письма отвечаем в течение одного рабочего дня.", nil),
    ("ru", "Телефон работает 8:00–18:00.", "8:00–18:00, channel 'Телефон'"),
    ("de", "E-Mails: Wir antworten in zwei Arbeitstagen.", "2 working days, channel 'Mail'"),
    ("fr", "Par e-mail, nous répondons sous un jour ouvré.", nil),
    ("es", "Por correo respondemos en dos días laborables.", "2 working days, channel 'Mail'"),
    ("et", "E-kirjale vastame ühe tööpäeva jooksul.", nil),
    ("lt", "El. paštu atsakome per 3 darbo dienas.", "3 working days, channel 'Mail'"),
    ("uk", "На листи відповідаємо за 3 робочі дні.", "3 working days, channel 'Mail'"),
    ("ar", "نرد على البريد خلال 3 أيام عمل.", "3 working days, channel 'Mail'"),
  ]

  @Test(arguments: sentences)
  func aChannelKeepsWhatItPromises(language: String, text: String, finding: String?) throws {
    let fixture = try CheckFixture([
      "contact.yml": Self.contact, "\(language)/a.md": "# T\n\nText.\n\n\(text)\n",
    ])
    let found = fixture.findings("channel-times")
    #expect(found.count == (finding == nil ? 0 : 1), "\(found)")
    if let finding {
      #expect(found.first?.hasPrefix("\(language)/a.md:5 warning: text says \(finding) ") == true)
    }
  }

  @Test func theWordsAreExact() throws {
    let fixture = try CheckFixture([
      "contact.yml": Self.contact,
      "en/a.md": "# T\n\nWe answer e-mail within 2 days.\n\nCall 7:00-20:00.\n",
    ])
    #expect(
      fixture.findings("channel-times") == [
        "en/a.md:3 warning: text says 2 days, channel 'Email' promises 1 working day; "
          + "correct the text or contact.yml",
        "en/a.md:5 warning: text says 7:00-20:00, channel 'Phone' has other hours; "
          + "correct the text or contact.yml",
      ])
  }
}

@Suite struct BrandContrastTests {
  @Test(arguments: [("#0f5c4d", 0), ("#767676", 1), ("#ffd500", 1)])
  func aPaleColourIsFound(colour: String, count: Int) throws {
    let fixture = try CheckFixture([
      "signpost.yml": "languages: [en]\nbrand-colour: \"\(colour)\"\n", "en/a.md": "# T\n\nText.\n",
    ])
    #expect(fixture.findings("brand-contrast").count == count)
  }

  @Test func theWordsAreExact() throws {
    let fixture = try CheckFixture([
      "signpost.yml": "languages: [en]\nbrand-colour: \"#ffd500\"\n", "en/a.md": "# T\n\nText.\n",
    ])
    #expect(
      fixture.findings("brand-contrast") == [
        "signpost.yml warning: brand colour #ffd500 has a contrast of 1.4 to 1 on white, "
          + "text needs 4.5; write brand-colour: \"#806a00\", which the site uses now"
      ])
  }
}
