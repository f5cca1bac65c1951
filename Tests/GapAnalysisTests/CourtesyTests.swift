import Testing

@testable import GapAnalysis

@Suite struct CourtesyTests {
  @Test(arguments: [
    ("Hi, where is my card? Kind regards, [name]", "where is my card?"),
    ("Hello [name], where is my card", "where is my card"),
    ("Dzień dobry, gdzie jest faktura Z góry dziękuję, [name] tel. [phone]", "gdzie jest faktura"),
    ("Labdien! nav ūdens Paldies!", "nav ūdens"),
    ("Labdien! Sveiki, nav ūdens – paldies, ar cieņu, Ilze", "nav ūdens"),
    ("Здравствуйте! дайте реквизиты С уважением, [name]", "дайте реквизиты"),
    ("DZIEN DOBRY gdzie faktura", "gdzie faktura"),
  ])
  func isLeftOutOfWhatIsShown(_ text: String, _ asked: String) {
    #expect(Courtesy.without(text) == asked)
  }

  @Test(arguments: [
    "Hello", "Hi there", "Thanks for nothing, where is my card", "thanks", "",
    "I said thanks and they hung up", "card Thanks",
  ])
  func staysWhereItSaysMoreOrNothingElseIsSaid(_ text: String) {
    #expect(Courtesy.without(text) == text)
  }
}
