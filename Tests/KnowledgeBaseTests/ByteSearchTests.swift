import KnowledgeBase
import Testing

@Suite struct ByteSearchTests {
  @Test(arguments: [
    ("a-b-c", "-", "+", "a+b+c"), ("--", "-", "", ""), ("a", "-", "+", "a"), ("", "-", "+", ""),
    ("aaa", "aa", "b", "ba"), ("żółć", "ół", "-", "ż-ć"), ("a{n}", "{n}", "{n}{n}", "a{n}{n}"),
    // One character to a reader, two marks in the file.
    ("a\r\nb", "\n", " ", "a\r b"), ("ab", "", "x", "ab"),
  ])
  func replacesMarksByTheirBytes(_ text: String, _ mark: String, _ new: String, _ result: String) {
    #expect(text.replacing(mark: mark, with: new) == result)
  }
}
