import KnowledgeBase
import SearchIndex
import Testing

@testable import SiteGeneration

/// The contact page among what search finds.
@Suite struct SearchedContactPageTests {
  private static let contact = """
    time-zone: Europe/Riga
    channels:
      - {id: phone, kind: phone, title: Phone, value: "+371 6000 0100", hours: {mon-fri: "8:00-20:00"}}
      - {id: chat, kind: chat, title: Chat, value: "https://chat.acme.test/", always: true}
      - {id: mail, kind: mail, title: Email, value: help@acme.test}

    """

  private func site(_ files: [String: String] = [:]) throws -> SiteFixture {
    let languages = "languages: [en, pl, lv, ru]"
    let own = [
      "signpost.yml": "title: Help\nbase-url: https://help.acme.test\n\(languages)\n",
      "contact.yml": Self.contact,
      "en/number.md": "---\ntitle: Change your phone number\n---\nOpen Profile.\n",
      "pl/number.md": "---\ntitle: Jak zmienić numer telefonu\n---\nOtwórz profil.\n",
      "lv/number.md": "---\ntitle: Kā nomainīt tālruņa numuru\n---\nAtver profilu.\n",
      "ru/number.md": "---\ntitle: Как сменить номер телефона\n---\nОткройте профиль.\n",
    ]
    return try SiteFixture(own.merging(files) { $1 })
  }

  private func found(_ query: String, in code: String, of site: SiteFixture) throws -> [String] {
    let language = try #require(Language(code))
    let documents = site.generator().input.searched(in: language)
      .flatMap { SearchDocument.documents(of: $0, category: "", isPinned: false) }
    return SearchIndex(documents, language: language).search(query).map(\.document.url)
  }

  @Test(arguments: [
    ("en", "opening hours"), ("en", "contact"), ("en", "speak to a human"), ("en", "email"),
    ("en", "customer service number"), ("pl", "godziny otwarcia"), ("pl", "kontakt"),
    ("pl", "infolinia"), ("pl", "jak zadzwonic"), ("lv", "darba laiks"), ("lv", "kontakti"),
    ("lv", "kā piezvanīt"), ("ru", "часы работы"), ("ru", "как позвонить"), ("ru", "контакты"),
    ("ru", "оператор"), ("en", "+371 6000 0100"), ("pl", "37160000100"), ("lv", "6000 0100"),
    ("en", "help@acme.test"), ("pl", "HELP@ACME.TEST"), ("ru", "<help@acme.test>"),
    ("en", "24/7"), ("pl", "całą dobę"), ("lv", "visu diennakti"), ("ru", "круглосуточно"),
  ])
  func isFoundByWhatCustomersCallIt(code: String, query: String) throws {
    #expect(try found(query, in: code, of: site()).first == "\(code)/contact/")
  }

  /// Of a mail address only the whole leads to it: its parts are names.
  @Test func isNotFoundByTheNameInAMailAddress() throws {
    let site = try site(["en/app.md": "---\ntitle: Profile\n---\nIn the Acme app.\n"])
    #expect(try found("acme", in: "en", of: site) == ["en/app/"])
  }

  @Test(arguments: [
    ("en", "change my phone number"), ("pl", "zmiana numeru telefonu"),
    ("lv", "mainīt tālruņa numuru"), ("ru", "сменить номер телефона"),
  ])
  func comesAfterAnArticleThatAnswers(code: String, query: String) throws {
    #expect(try found(query, in: code, of: site()) == ["\(code)/number/", "\(code)/contact/"])
  }

  @Test func showsNumbersAndAddressesButNotWhereAChatIs() throws {
    let english = try #require(Language("en"))
    let page = try #require(try site().generator().input.searched(in: english).last)
    #expect(page.title == "Contact us")
    #expect(page.summary == "Phone: +371 6000 0100 · Chat · Email: help@acme.test")
  }

  @Test func isNotFoundWithoutChannels() throws {
    let site = try site(["contact.yml": "time-zone: Europe/Riga\nchannels: []\n"])
    #expect(try found("helpline", in: "en", of: site) == [])
  }

  @Test func isFoundWhereItIsWhenAnArticleHasItsAddress() throws {
    let site = try site(["en/contact.md": "---\ntitle: Lenses\n---\nText.\n"])
    #expect(try found("helpline", in: "en", of: site) == ["en/contact-channels/"])
  }

  @Test func isInThePublishedIndexOfItsLanguageOnceAChannelIsThere() throws {
    let site = try site(["contact.yml": "time-zone: Europe/Riga\nchannels: []\n"])
    try site.publishChanges()
    #expect(try !site.page("search/en.json").contains("en/contact/"))
    try site.write(Self.contact, to: "contact.yml")
    try site.publishChanges()
    #expect(try site.page("search/en.json").contains("en/contact/"))
  }
}
