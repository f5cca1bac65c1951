import KnowledgeBase
import Testing

@Suite struct MessageLanguageTests {
  @Test(arguments: [
    ("Gdzie jest karta paliwowa", "pl"), ("nie moge zakonczyc wynajmu", "pl"),
    ("Kur ir degvielas karte?", "lv"), ("ka var atcelt rezervaciju", "lv"),
    ("где топливная карта", "ru"), ("How do I cancel?", "en"), ("12345", nil), ("", nil),
  ])
  func tellsTheLanguageOfAMessage(text: String, code: String?) {
    let languages = ["en", "pl", "lv", "ru"].compactMap(Language.init)
    #expect(MessageLanguage.of(text, among: languages)?.code == code)
  }

  @Test(arguments: [
    ("en", "Where is my fuel card, I can't find it"), ("pl", "Nie mam karty paliwowej w aucie"),
    ("lv", "Man nav degvielas kartes mašīnā"), ("ru", "У меня нет топливной карты в машине"),
    ("lt", "Kur yra kuro kortelė, aš jos nerandu"), ("et", "Kus on minu kütusekaart, ma ei leia"),
    ("uk", "Де паливна картка, у мене її немає"),
    ("de", "Wo ist die Tankkarte, ich finde sie nicht"),
    ("fr", "Où est la carte carburant, je ne la trouve pas"),
    ("es", "¿Dónde está la tarjeta de combustible? No la veo"),
    ("ar", "أين بطاقة الوقود؟ لا أجدها في السيارة"),
  ])
  func tellsElevenLanguagesApart(code: String, text: String) {
    let languages = ["en", "pl", "lv", "ru", "lt", "et", "uk", "de", "fr", "es", "ar"]
    let told = MessageLanguage.of(text, among: languages.compactMap(Language.init))
    #expect(told?.code == code)
  }

  @Test(arguments: [
    ("nav kartes mašīnā", [0, 0, 3, 0]), ("24/7 E10", [0, 0, 0, 0]), ("где карта", [0, 0, 0, 4]),
    // A word that several languages have tells of each.
    ("no i nie", [2, 4, 2, 0]),
  ])
  func evidenceIsWordsAndLettersOfALanguage(text: String, evidence: [Int]) {
    let languages = ["en", "pl", "lv", "ru"].compactMap(Language.init)
    #expect(MessageLanguage.evidence(in: text, of: languages) == evidence)
  }
}
