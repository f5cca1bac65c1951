import Testing
import TextAnalysis

@Suite struct QuestionWordsTests {
  @Test(arguments: [
    ("en", "Can I cancel my booking?", QuestionKind.yesOrNo),
    ("en", "I lost my card. Is it blocked now", .yesOrNo),
    ("en", "How can I cancel?", .other), ("en", "what's a card hold", .other),
    ("en", "How much is it?", .amount), ("en", "When will I get my money back?", .amount),
    ("pl", "Czy mogę anulować?", .yesOrNo), ("pl", "Jestem rolnikiem. Czy mogę pracować", .yesOrNo),
    ("pl", "Jak sprawdzić, czy karta działa", .other), ("pl", "ILE KOSZTUJE kaucja", .amount),
    ("pl", "Jak długo trwa zwrot?", .amount), ("pl", "gdzie jest auto", .other),
    ("lv", "Vai drīkstu braukt uz ārzemēm?", .yesOrNo), ("lv", "Cik maksā noma?", .amount),
    ("lv", "Kā atcelt?", .other), ("lv", "Kādi dokumenti vajadzīgi?", .other),
    ("ru", "Можно ли отменить?", .yesOrNo), ("ru", "Как узнать, можно ли отменить", .other),
    ("ru", "Сколько стоит час", .amount), ("ru", "Когда вернут деньги", .amount),
    ("uk", "Чи можна скасувати?", .yesOrNo), ("lt", "Ar galiu atšaukti?", .yesOrNo),
    ("de", "Kann ich stornieren?", .yesOrNo), ("de", "Wie lange dauert das?", .amount),
  ])
  func aQuestionAsksForAKindOfAnswer(code: String, text: String, kind: QuestionKind) {
    #expect(QuestionWords.words(for: code)?.kind(of: text) == kind)
  }

  @Test(arguments: [
    ("en", "cancel booking"), ("en", "My card can be used"), ("en", "nothing works when I drive"),
    ("pl", "zwrot kaucji"), ("pl", "czyszczenie auta"), ("lv", "telefons vai dators"),
    ("lv", "neatveras, kad maksāju"), ("ru", "возврат денег"), ("ru", "если что-то сломалось"),
    ("pl", ""), ("en", "?!"),
  ])
  func whatAsksNothingHasNoKind(code: String, text: String) {
    #expect(QuestionWords.words(for: code)?.kind(of: text) == nil)
  }

  @Test(arguments: [
    ("en", "Yes, up to an hour before.", true), ("en", "**No.** Cars stay here.", true),
    ("en", "Nothing is charged.", false), ("en", "Yesterday's trips are listed.", false),
    ("pl", "Tak. Zgłoś wyjazd.", true), ("pl", "Nie trzeba.", true), ("pl", "Niektóre auta", false),
    ("lv", "Jā, bez maksas.", true), ("lv", "Ja neatveras, zvani.", false), ("lv", "Nē.", true),
    ("ru", "Нет — только по карте.", true), ("ru", "Данные карты", false), ("ru", "", false),
  ])
  func anAnswerBeginsWithYesOrNo(code: String, text: String, isSo: Bool) {
    #expect(QuestionWords.words(for: code)?.answersYesOrNo(text) == isSo)
  }

  @Test func otherLanguagesAreNotAsked() {
    #expect(QuestionWords.words(for: "fi") == nil)
  }
}
