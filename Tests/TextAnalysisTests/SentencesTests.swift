import Testing
import TextAnalysis

@Suite struct SentencesTests {
  @Test(arguments: [
    ("One. Two! Three? Four", ["One.", "Two!", "Three?", "Four"]),
    ("Zadzwoń, np. Do nas. Potem czekaj.", ["Zadzwoń, np. Do nas.", "Potem czekaj."]),
    ("Zvani plkst. 8 vai rīt. Gaidi.", ["Zvani plkst. 8 vai rīt.", "Gaidi."]),
    ("Costs 2.50 in all. Pay.", ["Costs 2.50 in all.", "Pay."]),
    ("Ждите 5 мин. Потом звоните.", ["Ждите 5 мин.", "Потом звоните."]),
    ("", []),
  ])
  func cutsSentences(text: String, sentences: [String]) {
    #expect(Sentences.of(text) == sentences)
  }
}
