import Diagnostics
import Testing

@testable import ContentParsing

@Suite struct BadFrontMatterTests {
  @Test func showsLineCaretAndCureOfBadYAML() throws {
    let fixture = try ContentFixture([
      "en/a.md": "---\ntitle: Refund\ndescription: At most: ten days\n---\nText\n",
      "en/b.md": "# B\n",
    ])
    #expect(
      fixture.report() == """
        content/en/a.md:3:21: error: value holds ': ' and isn't in quotes [yaml]
          description: At most: ten days
                              ^
          cure: write description: "At most: ten days"
        1 error
        """)
    #expect(fixture.load().library.articles.map(\.title) == ["B"])
  }

  /// Text of a file and what is said about it.
  private static let saysWhatIsWrongCases: [(String, String)] = [
    (
      "---\ntitle: T\nText without an end\n",
      "1:1 error: front matter has no end [front-matter]; "
        + "close it with a line of three hyphens, '---'"
    ),
    (
      "+++\ntitle = \"T\"\n+++\n",
      "1:1 error: front matter in TOML isn't read [front-matter]; "
        + "write it as YAML between '---' lines: 'title = \"…\"' becomes 'title: …'"
    ),
    (
      "---\ntitle: T\ntitle: U\n---\n",
      "2:1 error: key 'title' stands twice [yaml]; keep one of them"
    ),
    (
      "---\n- a\n- b\n---\n",
      "2 error: expected 'key: value' lines [yaml]; write one key a line, 'title: …'"
    ),
    (
      "---\ntitle: [a, b\n---\n",
      "3:1 error: did not find expected ',' or ']' [yaml]; quote values that contain ': ' or start "
        + "with one of [ ] { } # & * ! | > ' \" %"
    ),
    (
      "---\nquestions:\n  - a: b: \"c\"\n---\n",
      "3:9 error: value holds ': ' and isn't in quotes [yaml]; quote values that contain ': ' or "
        + "start with one of [ ] { } # & * ! | > ' \" %"
    ),
    (
      "---\ntitle: T\nstages:\n\t- title: Asked\n---\n",
      "4:1 error: lines are indented by a tab [yaml]; indent them by spaces"
    ),
    (
      "---\ntitle: \"T\nkind: faq\n---\n",
      "2:8 error: quotation mark has no end [yaml]; close it with another at the end of the value"
    ),
    (
      "---\ntitle: 'T's'\n---\n",
      "2:11 error: did not find expected key [yaml]; quote values that contain ': ' or start "
        + "with one of [ ] { } # & * ! | > ' \" %"
    ),
    (
      "---\ntitle: {a: b}\n---\n",
      "2:8 error: 'title' should be a text [wrong-type]; write title: \"…\" on one line"
    ),
    (
      "---\ntitle: T\norder: first\n---\n",
      "3:8 error: 'order' should be a whole number [wrong-type]; write order: 1"
    ),
    (
      "---\ntitle: T\ntags: {a: b}\n---\n",
      "3:7 error: 'tags' should be a list of texts [wrong-type]; write one '- …' line for each"
    ),
    (
      "---\ntitle: T\nquestions:\n  - How: this\n---\n",
      "4:5 error: 'questions' should be a list of texts [wrong-type]; "
        + "quote an entry that contains ': '"
    ),
    (
      "---\ntitle: T\nkind: howto\n---\n",
      "3:7 error: 'howto' isn't a kind [unknown-value]; did you mean 'how-to'?"
    ),
    (
      "---\ntitle: T\nkind: tutorial\n---\n",
      "3:7 error: 'tutorial' isn't a kind [unknown-value]; use one of: faq, how-to, process, page"
    ),
    (
      "---\ntitle: T\nupdated: 2026-02-30\n---\n",
      "3:10 error: '2026-02-30' isn't a date [date]; "
        + "2026-02 has 28 days: write 2026-02-28 or 2026-03-01"
    ),
    (
      "---\ntitle: T\nexpires: 29.02.2027\n---\n",
      "3:10 error: '29.02.2027' isn't a date [date]; "
        + "2027-02 has 28 days: write 2027-02-28 or 2027-03-01"
    ),
    (
      "---\ntitle: T\nupdated: yesterday\n---\n",
      "3:10 error: 'yesterday' isn't a date [date]; write it as year-month-day: 2026-09-14"
    ),
    (
      "---\ntitle: T\nquestions:\n  - [a, b]\n---\n",
      "4:5 error: 'questions' should be a list of texts [wrong-type]; "
        + "write one '- …' line for each text, without a list in it"
    ),
    (
      "---\ntitle: T\ntags:\n  - - a\n    - b\n---\n",
      "4:5 error: 'tags' should be a list of texts [wrong-type]; "
        + "write one '- …' line for each text, without a list in it"
    ),
    (
      "---\ntitle: T\nexpires: 1.10.2026\n---\n",
      "3:10 error: '1.10.2026' isn't a date [date]; write it as year-month-day: 2026-10-01"
    ),
    (
      "---\ntitle: T\nduration: soon\n---\n",
      "3:11 error: 'soon' isn't a time span [time-span]; write a number and minutes, hours, days "
        + "or working days: '3 working days'"
    ),
    (
      "---\ntitle: T\nreview-every: often\n---\n",
      "3:15 error: 'often' isn't a time span [time-span]; write a number and days, weeks, months "
        + "or years: '6 months'"
    ),
    (
      "---\ntitle: T\nstages: [soon]\n---\n",
      "3:10 error: 'stages' should be a list of 'key: value' entries [wrong-type]; write '- id: …'"
    ),
    (
      "---\ntitle: T\ndraft: perhaps\n---\n",
      "3:8 error: 'draft' should be true or false [wrong-type]; write draft: true"
    ),
    (
      "---\ndescription: x\n---\nText\n",
      "1 error: title missing [missing-title]; write 'title: …' between '---' lines at the top"
    ),
  ]

  @Test(arguments: saysWhatIsWrongCases)
  func saysWhatIsWrong(text: String, finding: String) throws {
    #expect(try ContentFixture.findings(text).first == finding)
  }

  @Test func keepsAnArticleHiddenWhoseStatusIsNotUnderstood() throws {
    let fixture = try ContentFixture([
      "en/a.md": "---\ntitle: A\nstatus: drfat\n---\n", "en/b.md": "# B\n",
    ])
    let loaded = fixture.load()
    #expect(loaded.library.articles.map(\.title) == ["B"])
    #expect(
      loaded.diagnostics.map(\.line) == [
        "3:9 error: 'drfat' isn't a status [unknown-value]; did you mean 'draft'?"
      ])
  }

  @Test func refusesAliasesThatWouldFillTheMemory() throws {
    let levels = (1...40).map {
      "l\($0): &l\($0) [\(Array(repeating: "*l\($0 - 1)", count: 9).joined(separator: ", "))]"
    }
    let bomb = "---\ntitle: T\nl0: &l0 [x]\n\(levels.joined(separator: "\n"))\n---\n"
    #expect(
      try ContentFixture.findings(bomb).first
        == "2 error: YAML has too many aliases [yaml]; write each value out instead of '*name'")
  }

  @Test func understandsAFewAliases() throws {
    let article = try ContentFixture.article("title: T\ntags: &t [a, b]\nquestions: *t")
    #expect(article?.frontMatter.questions == ["a", "b"])
  }

  @Test func refusesDeepNesting() throws {
    for opening in ["[", "{a: ", "- "] {
      let text =
        "---\ntitle: T\ntags: \(opening == "- " ? "\n  " : "")"
        + String(repeating: opening, count: 20_000) + "\n---\n"
      let findings = try ContentFixture.findings(text)
      #expect(
        findings.first?.contains("[yaml]") == true
          || findings.first?.contains("[front-matter]") == true)
    }
  }
}
