import Testing

@testable import ContactLog

@Suite struct SharedTextsTests {
  @Test func textsComeBackAsTheyWereWhateverCameBefore() {
    var shared = SharedTexts()
    // More than there is room for, twice, so that texts take the places of others.
    let texts = (0..<40_000).map { $0 % 3 == 0 ? "\($0)" : "kaucja i zwrot pieniędzy \($0)" }
    for text in texts + ["", "ą"] + texts {
      let read = Array(text.utf8).withUnsafeBufferPointer { shared.text($0) }
      #expect(read == text)
    }
  }
}
