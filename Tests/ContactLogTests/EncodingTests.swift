import TestSupport
import Testing

@testable import ContactLog

@Suite struct EncodingTests {
  private static let polish = """
    Data;Kanał;Powód kontaktu
    03.10.2026;telefon;Brakuje karty paliwowej w samochodzie, gdzie ją znaleźć?
    03.10.2026;mejl;Proszę o wystawienie faktury – dlaczego jeszcze jej nie ma
    04.10.2026;telefon;Nie mogę otworzyć samochodu, co zrobić, żeby się odblokował

    """
  private static let latvian = """
    Datums;Kanāls;Iemesls
    03.10.2026;tālrunis;Automašīnā nav degvielas kartes, kur to meklēt?
    03.10.2026;e-pasts;Kad saņemšu rēķinu par pagājušo mēnesi
    04.10.2026;tālrunis;Nevar atvērt durvis, lūdzu palīdziet pēc iespējas ātrāk

    """
  private static let russian = """
    Дата;Канал;Причина обращения
    03.10.2026;телефон;В машине нет топливной карты, где её искать?
    03.10.2026;почта;Когда придёт счёт за прошлый месяц – жду уже неделю
    04.10.2026;телефон;Не открывается дверь, помогите пожалуйста

    """
  private static let texts = [polish, latvian, russian]

  @Test(arguments: [TextEncoding.utf8, .utf16LittleEndian, .utf16BigEndian], texts)
  func readsUnicodeWithAndWithoutMark(_ encoding: TextEncoding, _ text: String) throws {
    let marked = try LogFixture(encoding.encode("\u{FEFF}" + text))
    let bare = try LogFixture(encoding.encode(text))
    let expected = try LogFixture(text).reasons
    #expect(marked.reasons == expected)
    #expect(bare.reasons == expected)
    #expect(marked.summary.encoding == encoding && bare.summary.encoding == encoding)
    #expect(!marked.summary.encodingIsGuess)
  }

  @Test(arguments: [
    (TextEncoding.windows1250, polish), (.windows1257, latvian), (.windows1251, russian),
  ])
  func tellsCodePagesApartByTheirLetters(_ encoding: TextEncoding, _ text: String) throws {
    let log = try LogFixture(encoding.encode(text))
    #expect(log.summary.encoding == encoding)
    #expect(log.summary.encodingIsGuess)
    #expect(log.reasons == (try LogFixture(text).reasons))
    #expect(log.summary.columns.map(\.field) == [.time, .channel, .reason])
    #expect(
      log.said == [
        "log:1: note: text isn't UTF-8; by its letters it is read as \(encoding.rawValue) "
          + "[log-encoding]\n  cure: save the log as UTF-8 if letters look wrong"
      ])
  }

  /// One row is enough, if it has a few letters of its own.
  @Test(arguments: [
    (TextEncoding.windows1250, "reason\nnie działa wyświetlacz\n"),
    (.windows1257, "reason\nnav pieejams rēķins, lūdzu atsūtiet\n"),
    (.windows1251, "reason\nне работает\n"),
    (.windows1250, "reason\nNIE DZIAŁA WYŚWIETLACZ – PRZEŁĄCZNIK\n"),
    (.windows1257, "reason\nPAZUDIS RĒĶINS, LŪDZU ATSŪTIET VĒLREIZ\n"),
  ])
  func tellsCodePagesApartInOneRow(_ encoding: TextEncoding, _ text: String) throws {
    let log = try LogFixture(encoding.encode(text))
    #expect(log.summary.encoding == encoding)
    #expect(log.reasons == (try LogFixture(text).reasons))
  }

  @Test func statedEncodingIsNotGuessed() throws {
    var options = ReadOptions()
    options.encoding = .windows1257
    let log = try LogFixture(
      TextEncoding.windows1257.encode("reason\nõlletoob ja äri, müük\n"), options: options)
    #expect(log.reasons == ["õlletoob ja äri, müük"])
    #expect(log.said.isEmpty)
  }

  @Test func readsLinesInAnotherEncodingThanTheLog() throws {
    let rows = TextEncoding.utf8.encode("reason\nnie działa\nznów źle\n")
    let log = try LogFixture(rows + TextEncoding.windows1250.encode("proszę o fakturę\nkoniec\n"))
    #expect(log.reasons == ["nie działa", "znów źle", "proszę o fakturę", "koniec"])
    #expect(
      log.said == [
        "log:4: warning: 1 line is in another encoding than the log, read as Windows-1250 "
          + "[log-encoding]\n  cure: save the whole log in one encoding, UTF-8 at best"
      ])
    let reverse = try LogFixture(
      TextEncoding.windows1251.encode("reason\nне работает\nгде счёт\nплохо\nочень плохо\n")
        + TextEncoding.utf8.encode("не могу войти\n"))
    #expect(reverse.reasons.last == "не могу войти")
    #expect(reverse.reasons.first == "не работает")
    #expect(reverse.said.last?.hasPrefix("log:6: warning: 1 line is in another encoding") == true)
  }

  /// Bytes D3 A3 are ÓŁ in Windows-1250 and a letter of Tajik in UTF-8.
  @Test func capitalsOfACodePageAreNotTakenForUTF8() throws {
    let log = try LogFixture(
      TextEncoding.windows1250.encode("reason\nnie działa wyświetlacz\nSPÓŁKA\nPODRÓŻ\n"))
    #expect(log.reasons == ["nie działa wyświetlacz", "SPÓŁKA", "PODRÓŻ"])
  }

  @Test func keepsRowsWhoseTextWasCutInsideALetter() throws {
    let cut = TextEncoding.utf8.encode("reason\nzażółć gę") + [0xC5, 0x0A]
    let log = try LogFixture(cut + TextEncoding.utf8.encode("nie działa\n"))
    #expect(log.reasons == ["zażółć gę\u{FFFD}", "nie działa"])
    #expect(log.said.first?.hasPrefix("log:2: warning: 1 line has broken characters") == true)
  }

  @Test(arguments: 0..<30)
  func decodesInChunksOfAnySizeAsInOne(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let encodings = TextEncoding.allCases
    let encoding = encodings[Int(seed) % encodings.count]
    let text = "reason\nąęł\n😀 ēņš\r\nпривет, 8:00\n" + Self.texts[Int(seed) % 3]
    var bytes = encoding.encode(text)
    if seed % 2 == 0 { bytes.insert(0xC5, at: Int.random(in: 0..<bytes.count, using: &random)) }
    var survey = EncodingSurvey()
    survey.add(bytes)
    var whole: [UInt8] = []
    var once = TextDecoder(survey.verdict(), isStated: false)
    once.decode(bytes[...], into: &whole)
    once.finish(into: &whole)
    #expect(String(validating: whole, as: UTF8.self) != nil, "seed \(seed): not UTF-8")

    var pieces: [UInt8] = []
    var decoder = TextDecoder(survey.verdict(), isStated: false)
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = Int.random(in: 1...7, using: &random)
      decoder.decode(rest.prefix(count), into: &pieces)
      rest = rest.dropFirst(count)
    }
    decoder.finish(into: &pieces)
    #expect(pieces == whole, "seed \(seed)")
  }

  @Test func surveyAgreesWithTheStandardLibraryOnWhatIsUTF8() {
    var random = SeededGenerator(seed: 7)
    let alphabet: [UInt8] = [
      0x41, 0x80, 0xBF, 0xC0, 0xC3, 0xE0, 0xED, 0xA0, 0x9F, 0xF0, 0xF4, 0x90,
    ]
    for _ in 0..<5_000 {
      let bytes = (0..<Int.random(in: 0...6, using: &random)).compactMap { _ in
        alphabet.randomElement(using: &random)
      }
      var survey = EncodingSurvey()
      survey.add(bytes)
      #expect(survey.isWellFormed == (String(validating: bytes, as: UTF8.self) != nil), "\(bytes)")
    }
  }
}
