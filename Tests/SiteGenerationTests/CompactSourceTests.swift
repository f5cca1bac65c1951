import Testing

@testable import SiteGeneration

@Suite struct CompactSourceTests {
  @Test(arguments: [
    ("a, b { color: red; margin: 0 }", "a,b{color:red;margin:0}"),
    (
      "/* Why. */\na b > c:hover {\n  width: calc(1px + 2em);\n}\n",
      "a b > c:hover{width:calc(1px + 2em)}"
    ),
    (
      "@media (width < 9em) { :is(a, b) ::after { content: \" (\" attr(href) \")\" } }",
      "@media (width < 9em){:is(a,b) ::after{content:\" (\" attr(href) \")\"}}"
    ),
    ("a {\n  font: 100%/1.6 \"A B\", c;\n}\n.d { --e: 1 }", "a{font:100%/1.6 \"A B\",c}.d{--e:1}"),
  ])
  func stylesLoseOnlySpaceWithoutMeaning(_ source: String, _ expected: String) {
    #expect(CompactStyle.of(source) == expected + "\n")
  }

  @Test(arguments: [
    (
      "// Why.\nlet a = 1 // here\n  /** Long\n   * words. */\n  b(\"// no\")\n",
      "let a=1\nb(\"// no\")"
    ),
    ("const { a, b } = c ?? [ d - e, + f ]", "const{a,b}=c??[d - e,+ f]"),
    ("f(' a , b ', `x ${ g( { h : 1 } ) } y`) // it's", "f(' a , b ',`x ${g({h:1})} y`)"),
    ("if (/^[ /(] \\/ $/.test(a)) return a / b / c", "if(/^[ /(] \\/ $/.test(a))return a / b / c"),
    ("return /[' ]/.test( a )", "return /[' ]/.test(a)"),
    ("for (const a of [b]) yield * c", "for(const a of[b])yield*c"),
  ])
  func scriptsLoseCommentsAndSpaceWithoutMeaning(_ source: String, _ expected: String) {
    #expect(CompactScript.of(source) == expected + "\n")
  }
}
