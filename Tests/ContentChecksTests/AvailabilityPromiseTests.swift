import Testing

@testable import ContentChecks

@Suite struct AvailabilityPromiseTests {
  private static let contact = """
    time-zone: Europe/Riga
    channels:
      - id: roadside
        kind: phone
        title: {en: Roadside assistance, pl: Pomoc drogowa, lv: Palīdzība uz ceļa, ru: Помощь на дороге}
        value: "+371 6000 0112"
        languages: [lv, ru, en, pl]
        always: true
      - id: phone
        kind: phone
        title:
          {en: Phone, pl: Telefon, lv: Tālrunis, ru: Телефон, de: Telefon, fr: Téléphone,
           es: Teléfono, et: Telefon, lt: Telefonas, uk: Телефон (uk), ar: الهاتف}
        value: "+371 6000 0100"
        languages: [lv, ru, en, pl]
        hours: {mon-fri: "8:00-20:00"}
      - id: chat
        kind: chat
        title: {en: Chat, pl: Czat, lv: Čats, ru: Чат}
        value: https://kilometr.example/chat
        languages: [lv, ru, en, pl]
        hours: {mon-sun: "8:00-22:00"}
    """

  /// A sentence, its language, and the channel whose hours don't keep it, if any.
  private static let sentences: [(language: String, text: String, channel: String?)] = [
    ("en", "Our support is there for you 24/7.", "Phone"),
    ("en", "Write in the chat around the clock.", "Chat"),
    ("en", "Call Roadside assistance, 24/7.", nil),
    ("en", "Call +371 6000 0112 at any hour.", nil),
    ("en", "Call 6000 0112 at any hour.", nil),
    ("en", "Call 6000 0100 at any hour.", "Phone"),
    ("en", "Cars can be booked 24/7.", nil),
    ("en", "We answer within one day.", nil),
    ("pl", "Nasza infolinia działa całodobowo.", "Telefon"),
    ("pl", "Jesteśmy dla Ciebie 24 godziny na dobę.", "Telefon"),
    ("pl", "Pomoc drogowa działa całodobowo.", nil),
    ("pl", "Auto możesz zwrócić o każdej porze.", nil),
    ("lv", "Zvani mums diennakti.", "Tālrunis"),
    ("lv", "Čats ir pieejams visu diennakti.", "Čats"),
    ("lv", "Palīdzība uz ceļa strādā diennakti.", nil),
    ("ru", "Звоните нам круглосуточно.", "Телефон"),
    ("ru", "Поддержка отвечает 24 часа в сутки.", "Телефон"),
    ("ru", "Помощь на дороге работает круглосуточно.", nil),
    ("ru", "Парковка открыта круглосуточно.", nil),
    ("de", "Unsere Hotline ist rund um die Uhr besetzt.", "Telefon"),
    ("de", "Autos lassen sich rund um die Uhr buchen.", nil),
    ("fr", "Notre équipe vous répond 24 heures sur 24.", "Téléphone"),
    ("fr", "Le parking est ouvert jour et nuit.", nil),
    ("es", "Llámenos a cualquier hora.", "Teléfono"),
    ("es", "El aparcamiento abre las 24 horas.", nil),
    ("et", "Helista meile ööpäev läbi.", "Telefon"),
    ("et", "Parkla on avatud ööpäev läbi.", nil),
    ("lt", "Skambinkite mums visą parą.", "Telefonas"),
    ("lt", "Stovėjimo aikštelė veikia visą parą.", nil),
    ("uk", "Наша підтримка працює цілодобово.", "Телефон (uk)"),
    ("uk", "Стоянка відчинена цілодобово.", nil),
    ("ar", "فريق الدعم يرد على مدار الساعة.", "الهاتف"),
    ("ar", "يمكن حجز السيارات على مدار الساعة.", nil),
  ]

  @Test(arguments: sentences)
  func onlyServiceThatTheHoursDontKeepIsFound(
    language: String, text: String, channel: String?
  ) throws {
    let fixture = try CheckFixture([
      "contact.yml": Self.contact, "\(language)/a.md": "# T\n\nText.\n\n\(text)\n",
    ])
    let found = fixture.findings("availability-promise")
    #expect(found.count == (channel == nil ? 0 : 1), "\(found)")
    if let channel {
      #expect(
        found.first?.contains("but channel '\(channel)' isn't always open") == true, "\(found)")
      #expect(found.first?.hasPrefix("\(language)/a.md:5 warning: ") == true)
    }
  }

  @Test func theWordsAreExact() throws {
    let fixture = try CheckFixture([
      "contact.yml": Self.contact, "en/a.md": "# T\n\nOur hotline is open 24/7.\n",
    ])
    #expect(
      fixture.findings("availability-promise") == [
        "en/a.md:3 warning: '24/7' is promised, but channel 'Phone' isn't always open; "
          + "name the channel that is always open (Roadside assistance), or say the hours"
      ])
  }
}
