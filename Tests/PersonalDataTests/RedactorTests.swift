import PersonalData
import TestSupport
import Testing

@Suite struct RedactorTests {
  private let redactor = Redactor()

  @Test(arguments: [
    // Mail addresses
    ("Write to jan.kowalski@example.com please", "Write to [e-mail] please"),
    ("anna+shop@mail.example.co.uk.", "[e-mail]."),
    ("E-mail:<o'brien_1@firma.pl>", "E-mail:<[e-mail]>"),
    ("почта иван@пример.рф, жду", "почта [e-mail], жду"),
    ("„jānis@pasts.lv”", "„[e-mail]”"),
    ("601234567@x.pl", "[e-mail]"),
    ("jan@gmail", "[e-mail]"),
    ("jan.kowal\u{200B}ski@wp.pl", "[e-mail]"),
    ("jan.ko\u{AD}walski@wp.pl", "[e-mail]"),
    ("jan.kowalski\u{1B}@wp.pl", "[e-mail]"),
    ("jan＠wp.pl", "[e-mail]"),
    ("https://a.example/unsubscribe/jan%40wp.pl", "https://a.example/unsubscribe/[e-mail]"),
    ("jan&#64;wp.pl", "[e-mail]"),
    // As they are seen
    ("601\u{200B}234\u{200B}567", "[phone]"),
    ("tel. \u{202D}601234567\u{202C}!", "tel. \u{202D}[phone]!"),
    ("＋４８ ６０１ ２３４ ５６７", "[phone]"),
    ("٦٠١٢٣٤٥٦٧ ok", "[phone] ok"),
    ("４４０５１４０１３５９", "[national id]"),
    ("4111\u{200B}1111\u{200B}1111\u{200B}1111", "[card]"),
    ("PL61\u{2060}10901014000007121981\u{2060}2874", "[iban]"),
    ("zadzwoń: 601 234\n567 dzisiaj", "zadzwoń: [phone] dzisiaj"),
    ("4111 1111\n1111 1111", "[card]"),
    ("PL61 1090 1014\n0000 0712 1981 2874", "[iban]"),
    ("PL61.1090.1014.0000.0712.1981.2874", "[iban]"),
    ("4111/1111/1111/1111", "[card]"),
    ("440514 01359", "[national id]"),
    ("440514-01359", "[national id]"),
    ("44 05 14 01359", "[national id]"),
    // Phone numbers
    ("call +48 601 234 567 130 zł", "call [phone] 130 zł"),
    ("+48601234567", "[phone]"),
    ("(+48) 601-234-567", "[phone]"),
    ("tel. 601234567", "tel. [phone]"),
    ("tel601234567", "tel[phone]"),
    ("601 234 567, 8:00", "[phone], 8:00"),
    ("601-234-567", "[phone]"),
    ("601.234.567", "[phone]"),
    ("(22) 123 45 67", "[phone]"),
    ("numer 22 123 45 67 od 8:00", "numer [phone] od 8:00"),
    ("0048 601 234 567", "[phone]"),
    ("48601234567", "[phone]"),
    ("500 601 234 567", "[phone]"),
    ("+371 26 123 456", "[phone]"),
    ("+371 26123456 2026-10-15", "[phone] 2026-10-15"),
    ("zvaniet 26123456!", "zvaniet [phone]!"),
    ("2612 3456", "[phone]"),
    ("67 123 456", "[phone]"),
    ("8 (916) 123-45-67", "[phone]"),
    ("+7(916)123-45-67", "[phone]"),
    ("8 916 123 45 67", "[phone]"),
    ("89161234567", "[phone]"),
    ("телефон: 123-45-67", "телефон: [phone]"),
    ("0171 1234567", "[phone]"),
    ("040/1234567", "[phone]"),
    ("+49 171 1234567", "[phone]"),
    ("(555) 123-4567", "[phone]"),
    ("my mobile is 12345678", "my mobile is [phone]"),
    ("numer\u{A0}601\u{A0}234\u{A0}567", "numer\u{A0}[phone]"),
    ("Rēķins jan@wp.pl 601 234 567", "Rēķins [e-mail] [phone]"),
    ("order 4812345, phone 601234567", "order 4812345, phone [phone]"),
    // Cards and accounts
    ("card 4111 1111 1111 1111 12/26", "card [card] 12/26"),
    ("5500-0000-0000-0004", "[card]"),
    ("378282246310005", "[card]"),
    ("PL61 1090 1014 0000 0712 1981 2874 dziękuję", "[iban] dziękuję"),
    ("LV80BANK0000435195001.", "[iban]."),
    ("iban de89 3704 0044 0532 0130 00", "iban [iban]"),
    ("61 1090 1014 0000 0712 1981 2874", "[iban]"),
    ("konto 61109010140000071219812874", "konto [iban]"),
    // National ids
    ("PESEL 44051401359", "PESEL [national id]"),
    ("44051401359", "[national id]"),
    ("PESEL: 44051401358", "PESEL: [national id]"),
    ("161175-19997", "[national id]"),
    ("p.k. 320000-12345", "p.k. [national id]"),
    ("16117519997", "[national id]"),
    ("СНИЛС 112-233-445 95", "СНИЛС [national id]"),
    ("11223344595", "[national id]"),
    ("ИНН 500100732259", "ИНН [national id]"),
    ("500100732259", "[national id]"),
    ("ИНН 7707083893", "ИНН [national id]"),
    // URLs
    (
      "see https://example.com/reset?token=abc&mail=x#top now", "see https://example.com/reset now"
    ),
    ("(www.example.com/a?b=c)", "(www.example.com/a)"),
    ("example.com/login?session=1234 fails", "example.com/login fails"),
    ("https://user:secret@example.com/x", "https://user:[e-mail]/x"),
  ])
  func replaces(_ text: String, _ expected: String) {
    #expect(redactor.redact(text) == expected)
  }

  @Test(arguments: [
    ("My name is Anna Kowalska and I wait", "My name is [name] and I wait"),
    ("my name's frank", "my name's [name]"),
    ("MY NAME IS ANNA NOWAK AND", "MY NAME IS [name] AND"),
    ("Mam na imię Ewa.", "Mam na imię [name]."),
    ("nazywam się anna kowalska i mam pytanie", "nazywam się [name] i mam pytanie"),
    ("Nazywam sie Jan Nowak-Kowalski, proszę", "Nazywam sie [name], proszę"),
    ("Mans vārds ir Jānis Bērziņš", "Mans vārds ir [name]"),
    ("mani sauc Līga. Paldies", "mani sauc [name]. Paldies"),
    ("Меня зовут Анна Петрова, не приходит", "Меня зовут [name], не приходит"),
    ("Ich heiße Jürgen Müller", "Ich heiße [name]"),
    ("Thanks!\n\nBest regards,\nJ. O'Brien\nAcme", "Thanks!\n\nBest regards,\n[name]\nAcme"),
    ("Kind regards Tom", "Kind regards [name]"),
    ("Pozdrawiam serdecznie, Ewa Lis", "Pozdrawiam serdecznie, [name]"),
    ("Z poważaniem\r\nJan Maria Rokita", "Z poważaniem\r\n[name]"),
    ("Ar cieņu, Anna", "Ar cieņu, [name]"),
    ("С уважением, Иванов Иван Иванович", "С уважением, [name]"),
    ("Mit freundlichen Grüßen\nUwe Schmidt", "Mit freundlichen Grüßen\n[name]"),
    ("Z góry dziękuję, Anna Nowak tel. x", "Z góry dziękuję, [name] tel. x"),
    ("Paldies, Ilze", "Paldies, [name]"), ("Спасибо\nОльга Петрова\n", "Спасибо\n[name]\n"),
    ("Thanks,\nBest Regards,\nTom", "Thanks,\nBest Regards,\n[name]"),
    ("Imię i nazwisko: Jan Nowak", "Imię i nazwisko: [name]"),
    ("ФИО: Петров Петр", "ФИО: [name]"),
    ("Name: Mr. John Smith", "Name: Mr. [name]"),
    ("my name is Anna", "my name is [name]"), ("mam na imię anna.", "mam na imię [name]."),
    ("mani sauc ilze", "mani sauc [name]"), ("меня зовут тамара", "меня зовут [name]"),
  ])
  func replacesNamesAfterPhrases(_ text: String, _ expected: String) {
    #expect(redactor.redact(text) == expected)
  }

  @Test(arguments: [
    "I paid 130 zł on 2026-10-15 at 8:00",
    "30 EUR", "€1,234,567.89", "1 234 567 zł", "601 234 567 zł", "12 500 000 EUR", "+5%",
    "+1 000 000 zł", "20 000 000 hits",
    "2026-10-15T08:30:00+02:00", "15.10.2026 08:30", "10/15/2026", "20261015", "2024-2025",
    "2019 2020", "call me on 2026-10-15 at 12:30:45",
    "Error E-104", "0x80070005", "ERR-601234567", "HTTP 404", "Windows 11 23H2",
    "WA 12345", "А123ВС77", "GH-1234", "12345-WX",
    "order 4812345", "zamówienie 601234567", "Bestellung 26123456", "#601234567", "№ 26123456",
    "faktura FV/2026/10/123", "ticket 2025062110000012", "4111 1111 1111 1112",
    "PL61 1090 1014 0000 0712 1981 2875", "44051401358", "192.168.100.200", "v1.2.3.4",
    "3,14159265358", "4x4 100x200 60W", "8:00-16:00", "from 8 to 16, 7 days", "00000000000",
    "My name is wrong on the invoice", "my name is misspelled", "nazywam się inaczej",
    "Is that right? Yes=no", "https://example.com/articles/360012345678", "@example", "a @ b",
    "Regarding the name of Anna", "with regards to my bill", "AB12 does not work when cold",
    "Thanks, Visa was declined", "Dziękuję. Karta nie działa", "Paldies! Gaidu", "Спасибо, что",
    "Thank you\nThe card works", "Dziękuję, Karta nie działa",
    "", " ", "ąčę", "👩‍👩‍👧 🇱🇻",
  ])
  func keepsOrdinaryText(_ text: String) {
    #expect(redactor.redact(text) == text)
  }

  @Test func redactingTwiceChangesNothingMore() {
    let text =
      "I'm jan@x.pl, +48 601 234 567. Best regards, Jan Nowak, PL61109010140000071219812874"
    let once = redactor.redact(text)
    #expect(once == "I'm [e-mail], [phone]. Best regards, [name], [iban]")
    #expect(redactor.redact(once) == once)
  }

  /// Whatever stands around them, planted data go and the words stay.
  @Test(arguments: 0..<20)
  func findsPlantedDataBetweenWords(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let planted = [
      "jan.kowalski@example.com", "+48601234567", "4111111111111111", "44051401359",
      "PL61109010140000071219812874", "161175-19997", "112-233-445 95",
    ]
    let words = ["konto", "не", "работает", "130", "zł", "E-104", "the", "rēķins", "—", "8:00"]
    for _ in 0..<100 {
      var parts = (0..<8).compactMap { _ in words.randomElement(using: &random) }
      let secret = planted.randomElement(using: &random) ?? ""
      parts.insert(secret, at: Int.random(in: 0...parts.count, using: &random))
      let text = parts.joined(separator: [" ", ", ", "\n"].randomElement(using: &random) ?? " ")
      let redacted = redactor.redact(text)
      #expect(!redacted.contains(secret), "seed \(seed): \(text)")
    }
  }

  @Test func takesLinearTime() {
    // Each of these would be slow if every character started a search to the end.
    let texts = [
      String(repeating: "a.", count: 40_000), String(repeating: "1 ", count: 40_000),
      String(repeating: "+1", count: 40_000), String(repeating: "PL61", count: 20_000),
      String(repeating: "a@", count: 40_000), String(repeating: "my name is ", count: 10_000),
      String(repeating: "?a", count: 40_000), String(repeating: "http://", count: 10_000),
      String(repeating: "ul A 1 ", count: 20_000), String(repeating: "1 A ", count: 20_000),
      String(repeating: "a (at) b", count: 20_000), String(repeating: "pin: ", count: 20_000),
    ]
    for text in texts {
      let half = String(text.prefix(text.count / 2))
      let short = processorSeconds { _ = redactor.redact(half) }
      let long = processorSeconds { _ = redactor.redact(text) }
      #expect(long < short * 8 + 0.2, "\(text.prefix(10))…")
    }
  }
}
