import KnowledgeBase
import Testing

@Suite struct EscapedTextTests {
  @Test(arguments: [
    ("plain ł", "plain ł"),
    ("<b> & \"c\"", "&lt;b&gt; &amp; &quot;c&quot;"),
    ("\u{600}<img>", "\u{600}&lt;img&gt;"),
    ("\"\u{301} onclick=x", "&quot;\u{301} onclick=x"),
    ("&\u{200D}lt;", "&amp;\u{200D}lt;"),
  ])
  func marksOfHTMLAreEscapedWhateverStandsBeside(text: String, escaped: String) {
    #expect(Array(text.escapedForHTML.utf8) == Array(escaped.utf8))
  }

  @Test(arguments: [
    ("plain", "\"plain\""),
    ("a \"b\" \\", "\"a \\\"b\\\" \\\\\""),
    ("a\"\u{301}, owner: b", "\"a\\\"\u{301}, owner: b\""),
    ("one\r\ntwo\rthree\nfour", "\"one  two three four\""),
    ("a\u{1B}[31m\u{0}\u{9B}\u{FEFF}b", "\"a[31mb\""),
    ("a\u{2028}b\u{85}c", "\"a b c\""),
  ])
  func valuesOfYAMLAreOneLineAndEndWhereTheyEnd(text: String, quoted: String) {
    #expect(Array(text.quotedForYAML.utf8) == Array(quoted.utf8))
  }
}
