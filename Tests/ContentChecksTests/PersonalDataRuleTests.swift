import Testing

@testable import ContentChecks

@Suite struct PersonalDataRuleTests {
  private static let contact = """
    time-zone: Europe/Riga
    channels:
      - {id: phone, kind: phone, title: {en: Phone}, value: "+371 6712 3456", always: true}
      - {id: mail, kind: mail, title: {en: Mail}, value: anna@firma.lv}
    """

  /// A text, and what of a person stands in it.
  private static let texts: [(text: String, kind: String?)] = [
    ("Write to jan.kowalski@gmail.com.", "mail address"),
    ("Write to Jan.Kowalski@firma.lv.", "mail address"),
    ("Write to anna@firma.lv.", nil),
    ("Write to info@firma.lv or pomoc-auto@partner.pl.", nil),
    ("Write to jan.kowalski@example.com or a@b.test, as in name@agency.gov.", nil),
    ("Signs as !, @ and % count.", nil),
    ("Zadzwoń: 601 234 567.", "phone number"),
    ("Zvani +371 26 123 457.", "phone number"),
    ("Звоните +7 912 345-60-80.", "phone number"),
    ("Call +371 6712 3456 or 6712 3456.", nil),
    ("Call [the garage](tel:+37126123457), +371 26123457.", nil),
    ("Call 1-877-438-4338, (844) 875-6446, 0800 123 456 or 8 800 555-35-36.", nil),
    ("Call +1 212 555 0123 or +48 000 000 000.", nil),
    ("Pay to PL61 1090 1014 0000 0712 1981 2874.", "bank account number"),
    ("Karta 4111 1111 1111 1111.", "payment card number"),
    ("PESEL 44051401359.", "national id number"),
    ("Personas kods 161175-19997.", "national id number"),
    ("СНИЛС 112-233-445 95.", "national id number"),
    ("ИНН 500100732259.", "national id number"),
    ("Order 4812345 costs 1 250 000 zł since 2026-10-15, 8:00.", nil),
    ("Dear Mr Smith, best regards, Anna Nowak", nil),
  ]

  @Test func manyNumbersAreLookedAtOnce() throws {
    let fixture = try CheckFixture([
      "en/a.md": "# T\n\n" + String(repeating: "Call 601 234 567. ", count: 3000)
    ])
    #expect(fixture.findings("personal-data").count == 20)
  }

  @Test(arguments: texts)
  func findsOnlyWhatBelongsToAPerson(text: String, kind: String?) throws {
    let fixture = try CheckFixture([
      "contact.yml": Self.contact, "en/a.md": "# T\n\nText.\n\n\(text)\n",
    ])
    let found = fixture.findings("personal-data")
    let expected = kind.map { kind in
      let isReached = kind == "mail address" || kind == "phone number"
      return [
        "en/a.md:5 warning: \(kind) of a person stands in the text; replace it by an invented one, or "
          + (isReached ? "add it to contact.yml" : "name it in 'answers'")
          + " if it is the company's"
      ]
    }
    #expect(found == expected ?? [])
  }

  @Test(arguments: [
    ("description", "description: Ask jan.kowalski@gmail.com"),
    ("sms", "sms: Zadzwoń 601 234 567"),
    ("stages", "stages: [{title: Check, who: jan.kowalski@gmail.com}]"),
    ("questions", "questions: [How to reach 601 234 567?]"),
  ])
  func looksAtFrontMatterToo(key: String, line: String) throws {
    let fixture = try CheckFixture(["en/a.md": "---\ntitle: T\n\(line)\n---\nText.\n"])
    let found = fixture.findings("personal-data")
    #expect(found.count == 1 && found[0].hasPrefix("en/a.md:3 warning: "), "\(found)")
    #expect(found.first?.contains("of a person stands in '\(key)'") == true)
  }

  @Test func whatPeopleShallFindTheArticleByIsMeantToBeSeen() throws {
    let fixture = try CheckFixture([
      "en/a.md": """
      ---
      title: T
      answers: [PL61109010140000071219812874]
      ---
      Pay to PL61 1090 1014 0000 0712 1981 2874.
      """
    ])
    #expect(fixture.findings("personal-data") == [])
  }

  @Test func theFindingDoesNotRepeatTheData() throws {
    let fixture = try CheckFixture(["en/a.md": "# T\n\nPESEL 44051401359.\n"])
    #expect(!fixture.printed().contains("44051401359"))
  }
}
