import Testing
import TextAnalysis

@testable import CustomerReplies

@Suite struct ShortMessageTests {
  @Test(arguments: [
    ("", ShortMessage.Alphabet.gsm7, 0, 160),
    ("Hello @ £ é Ω", .gsm7, 1, 147),
    (String(repeating: "a", count: 160), .gsm7, 1, 0),
    (String(repeating: "a", count: 161), .gsm7, 2, 145),
    (String(repeating: "a", count: 306), .gsm7, 2, 0),
    (String(repeating: "a", count: 307), .gsm7, 3, 152),
    (String(repeating: "€", count: 80), .gsm7, 1, 0),
    // The 77th € would be cut: 152 places are used, and it goes to the next segment.
    (String(repeating: "€", count: 81), .gsm7, 2, 143),
    ("ż", .ucs2, 1, 69),
    (String(repeating: "ж", count: 70), .ucs2, 1, 0),
    (String(repeating: "ж", count: 71), .ucs2, 2, 63),
    (String(repeating: "😀", count: 35), .ucs2, 1, 0),
    // 33 pairs take 66 of 67 places, the next isn't cut.
    (String(repeating: "😀", count: 36), .ucs2, 2, 61),
  ])
  func countsSegments(
    text: String, alphabet: ShortMessage.Alphabet, segments: Int, left: Int
  ) {
    let message = ShortMessage(text)
    #expect(message.alphabet == alphabet)
    #expect(message.segments == segments)
    #expect(message.placesLeft == left)
  }

  @Test(arguments: [
    ("Zażółć gęślą jaźń", "Zazolc gesla jazn"),
    ("Ģimenes ķēve — „šķūnis”", "Gimenes keve - \"skunis\""),
    ("„tak” … 5 € ł", "\"tak\" ... 5 € l"),
  ])
  func leavesOutMarksWhereThatMakesItGSM(text: String, expected: String) {
    let plain = ShortMessage(text).withoutMarks
    #expect(plain?.text == expected)
    #expect(plain?.alphabet == .gsm7)
  }

  @Test(arguments: ["Hello", "Привет", "ok 😀"])
  func hasNoPlainFormWhereNoneIsNeededOrPossible(text: String) {
    #expect(ShortMessage(text).withoutMarks == nil)
  }
}
