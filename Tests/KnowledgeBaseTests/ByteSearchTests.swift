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

  @Test(
    arguments: [
      ("refund.md", "en/payments", "en/payments/refund.md"), ("../a/b.md", "en/c", "en/a/b.md"),
      ("./b.md", "en", "en/b.md"), ("b.md", "", "b.md"), ("../b.md", "en", "b.md"),
      ("../b.md", "", nil), ("../../b.md", "en", nil), ("a//b/./c/", "en", "en/a/b/c"),
      ("..", "en/a", "en"), ("", "en", "en"), (".../..b/.c", "é", "é/.../..b/.c"),
    ] as [(String, String, String?)])
  func aPathLeadsThroughFolders(_ path: String, _ folder: String, _ result: String?) {
    #expect(path.path(from: folder[...]) == result)
  }

  @Test(arguments: [("en/a/b.md", "en/a"), ("b.md", ""), ("/b", ""), ("", ""), ("a/", "a")])
  func aFolderIsWhatStandsBeforeTheLastSlash(_ path: String, _ folder: Substring) {
    #expect(path.folderPath == folder)
  }
}
