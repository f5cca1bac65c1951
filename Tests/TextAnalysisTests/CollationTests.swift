import TestSupport
import Testing

@testable import TextAnalysis

@Suite struct CollationTests {
  /// Each list is in the order that its readers expect.
  @Test(arguments: [
    (
      "pl",
      """
      2 kluczyki|10 kluczyków|Anulowanie|Ąkanie|Cena|Ćma|Ekran|Ładowanie auta|ładowarka|Łódź|Marka
      Opłata|Ósemka|Sala|Śnieg|Zwrot|Źródło|Żaba
      """
    ),
    (
      "lv",
      """
      Ātrums|Atslēga|Auto|Cena|Čeks|Garāža|Ģimene|Internets|YouTube|Īre|Josla|Karte|Ķēde|Ledus|Ļaudis
      Nauda|Ņemt|Sods|Šoferis|Ūdens|Uzlāde|Zādzība|Žogs
      """
    ),
    (
      "ru",
      """
      5 минут|12 часов|Аренда|Ежедневно|Ёлка|Ель|Жалоба|Индекс|Йод|Оплата|Щётка|Яма|App Store|Wi-Fi
      """
    ),
    ("uk", "Гараж|Ґанок|Далі|Ера|Єдність|Замок|Ирій|Ілюстрація|Їжа|Йод|Ключ"),
    (
      "en",
      """
      1|2|2 a|10|100|A car|Abort|Äpfel|apple|apples|B|café|Cafeteria|Łódź|naïve|resume|Résumé
      résumé of it|Zoo|Ёлка
      """
    ),
    ("de", "Aal|Äpfel|Apfelsaft|Strasse|Straße|Straßen|Zug"),
    ("et", "Sild|Šokk|Zoo|Žanr|Tee|Vesi|Õlu|Äri|Öö|Ülikool|Xerox"),
    ("es", "Nube|Ñandú|Ojo|Ola|Óleo"),
    ("lt", "Auga|Ąžuolas|Cukrus|Čia|Ilgas|Yra|Jonas|Šuo|Žala"),
    ("pt-BR", "A senha|Ação|Acesso"),
  ])
  func ordersAsReadersOfALanguageDo(_ language: String, _ lists: String) {
    let expected = lists.split { $0 == "|" || $0 == "\n" }.map(String.init)
    let collation = Collation(language: language)
    var random = SeededGenerator(seed: 5)
    let sorted = expected.shuffled(using: &random).sorted {
      collation.key(of: $0) < collation.key(of: $1)
    }
    #expect(sorted == expected)
  }

  @Test(arguments: [
    ("pl", "„Żółta” karta", "Ż"), ("pl", "łódź", "Ł"), ("lv", "Ārpus Rīgas", "A"),
    ("lv", "YouTube", "I"), ("ru", "Ёлка", "Е"), ("ru", "Йод", "Й"), ("de", "Übergabe", "U"),
    ("en", "10 minutes", "0–9"), ("en", "(free) parking", "F"), ("en", "…", "#"), ("en", "", "#"),
    ("en", "Щётка", "Щ"), ("ar", "إلغاء", "ا"), ("zh", "退款", "退"), ("ar", "٣ أيام", "0–9"),
  ])
  func listsUnderALetterOfTheAlphabet(_ language: String, _ text: String, _ heading: String) {
    let collation = Collation(language: language)
    #expect(collation.heading(of: collation.key(of: text)) == heading)
  }

  /// Texts with the same heading stand together, whatever they begin with.
  @Test(arguments: ["en", "pl", "lv", "ru", "uk", "et", "ar"])
  func headingsFollowTheOrder(_ language: String) {
    var random = SeededGenerator(seed: 11)
    let letters = Array("aAbzŻżźłāēŗyYiĪßäёЁйґії1٣0 -„”(!ا退")
    let texts = (0..<2000).map { _ in
      String(
        (0..<Int.random(in: 0...4, using: &random)).compactMap { _ in
          letters.randomElement(using: &random)
        })
    }
    let collation = Collation(language: language)
    let keys = texts.map { collation.key(of: $0) }.sorted()
    let headings = keys.map { collation.heading(of: $0) }
    let groups = headings.indices.filter { $0 == 0 || headings[$0] != headings[$0 - 1] }
    #expect(groups.count == Set(headings).count)
  }

  @Test(arguments: [("7", "007"), ("3", "٣"), ("a-b", "a b"), ("A", "a"), ("e", "é")])
  func nothingThatDiffersIsTheSame(_ first: String, _ second: String) {
    let collation = Collation(language: "en")
    let (one, other) = (collation.key(of: first), collation.key(of: second))
    #expect(one != other && (one < other) != (other < one))
  }
}
