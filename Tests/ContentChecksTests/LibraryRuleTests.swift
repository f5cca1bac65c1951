import Testing

@testable import ContentChecks

/// Rules that compare articles with each other, with files, and with the calendar.
@Suite struct LibraryRuleTests {
  @Test func titlesAndQuestionsStandOnce() throws {
    let fixture = try CheckFixture([
      "en/a.md": "---\ntitle: Money back?\nquestions: [Where is my money]\n---\nA.\n",
      "en/b.md": "---\ntitle: money back\n---\nB.\n",
      "en/c.md": "---\ntitle: C\nquestions: ['Where is my money?', Other]\n---\nC.\n",
      "pl/c.md": "---\ntitle: Money back?\n---\nC.\n",
    ])
    #expect(
      fixture.findings("duplicate-title") == [
        "en/b.md:2 warning: title 'money back' is that of content/en/a.md too; "
          + "say in the title what the other article doesn't answer"
      ])
    #expect(
      fixture.findings("duplicate-question") == [
        "en/c.md:3 warning: question 'Where is my money?' is answered in content/en/a.md too; "
          + "keep it in the article that answers it best, and link to that"
      ])
  }

  @Test func imagesOfMoreThanAMegabyteAreFoundOnce() throws {
    let fixture = try CheckFixture([
      "en/a.md": "# A\n\nSee ![x](/assets/large.png) and ![y](/assets/small.png)\n",
      "pl/a.md": "# A\n\n![x](/assets/large.png)\n",
      "assets/large.png": String(repeating: "x", count: 2_150_000),
      "assets/small.png": String(repeating: "x", count: 1_000_000),
    ])
    #expect(
      fixture.findings("heavy-image") == [
        "en/a.md:3:10 warning: image 'assets/large.png' weighs 2.1 MB; "
          + "save it as WebP or JPEG, at most 1600 pixels wide; a film as MP4"
      ])
  }

  @Test func nearlyEqualArticlesAreFoundWithTheirShare() throws {
    let words = (0..<60).map { "word\($0)" }
    let same = words.joined(separator: " ")
    let half = (words.prefix(45) + (0..<15).map { "new\($0)" }).joined(separator: " ")
    let other = (0..<60).map { "other\($0)" }.joined(separator: " ")
    let fixture = try CheckFixture([
      "en/a.md": "# A\n\n\(same)\n", "en/b.md": "# B\n\n\(half)\n", "en/c.md": "# C\n\n\(other)\n",
      "lv/a.md": "# A\n\n\(same)\n", "en/d.md": "# D\n\nShort text.\n",
      "en/e.md": "# E\n\nShort text.\n",
    ])
    #expect(
      fixture.findings("near-duplicate") == [
        "en/b.md:1 warning: article is 59 % alike with content/en/a.md; "
          + "make one article of both, or move what they share into a third"
      ])
  }

  @Test func articlesThatNothingLeadsToAreNoted() throws {
    let fixture = try CheckFixture([
      "signpost.yml": "languages: [en]\npinned: [pinned]\n",
      "en/a.md": "---\ntitle: A\nrelated: [related]\n---\n[x](linked.md) [y](a.md)\n",
      "en/linked.md": "# L\n\nText.\n", "en/related.md": "# R\n\nText.\n",
      "en/pinned.md": "# P\n\nText.\n", "en/orphan.md": "# O\n\nText.\n",
    ])
    #expect(
      fixture.findings("orphan").map { $0.prefix { $0 != " " } } == ["en/a.md:2", "en/orphan.md:1"])
  }

  @Test func translationsAreThereAndRecent() throws {
    let fixture = try CheckFixture([
      "signpost.yml": "languages: [en, pl, lv]\n",
      "en/a.md": "---\ntitle: A\nupdated: 2026-10-01\n---\nText.\n",
      "pl/a.md": "---\ntitle: B\nupdated: 2026-09-01\n---\nText.\n",
      "lv/c.md": "---\ntitle: C\n---\nText.\n",
    ])
    #expect(
      fixture.findings("translation-outdated") == [
        "pl/a.md:3 warning: source content/en/a.md was changed on 2026-10-01, 4 days ago; "
          + "carry the change over, then set 'updated' to 2026-10-01 or later"
      ])
    #expect(
      fixture.findings("translation-missing") == [
        "en/a.md:2 note: article 'A' is missing in lv; translate it to lv/a.md",
        "lv/c.md:2 note: article 'C' is missing in en, pl; translate it to en/c.md",
      ])
  }

  @Test(arguments: [
    ("en", []), ("en, pl", ["pl"]), ("de, en, lv", ["de", "lv"]),
  ])
  func languagesWithoutAnArticleAreNamed(languages: String, empty: [String]) throws {
    let fixture = try CheckFixture([
      "signpost.yml": "languages: [\(languages)]\n", "en/a.md": "---\ntitle: A\n---\nText.\n",
      "lv/a.md": "---\ntitle: A\nstatus: draft\n---\nText.\n",
    ])
    #expect(
      fixture.findings("empty-language")
        == empty.map {
          "signpost.yml warning: language '\($0)' has no article that is published, so the site is "
            + "without it; begin one: signpost new faq \"…\" --lang \($0)"
        })
  }

  @Test func textsOfTheConfigurationAreThereInEveryLanguage() throws {
    let fixture = try CheckFixture([
      "signpost.yml": """
      languages: [en, pl, lv]
      title: {en: Help, pl: Pomoc}
      tagline: Answers
      footer: [{title: {en: Terms}, url: /terms}, {title: {en: A, pl: B, lv: C}, url: /a}]

      """,
      "en/a.md": "# A\n", "pl/a.md": "# A\n", "lv/a.md": "# A\n",
      "notices.yml": "notices: [{id: late, text: {en: Late, pl: Później}}]\n",
      "contact.yml": """
      channels:
        - {id: a, kind: mail, title: {en: Mail, lv: Pasts}, note: {en: Soon}, value: a@acme.com}

      """,
    ])
    #expect(
      fixture.findings("untranslated-text")
        == [
          "contact.yml note: title of channel 'a' is missing in pl; write 'pl: …' beside the others",
          "contact.yml note: note of channel 'a' is missing in pl, lv; write 'pl: …' beside the others",
          "notices.yml note: notice 'late' is missing in lv; write 'lv: …' beside the others",
          "signpost.yml note: footer link '/terms' is missing in pl, lv; write 'pl: …' beside the others",
          "signpost.yml note: title is missing in lv; write 'lv: …' beside the others",
        ].sorted())
  }

  @Test func whatChangesTomorrowHasNotChangedYet() throws {
    let fixture = try CheckFixture([
      "en/a.md": "---\ntitle: A\nupdated: 2026-10-06\n---\nText.\n",
      "en/b.md": "---\ntitle: B\nupdated: 2026-10-05\n---\nText.\n",
    ])
    #expect(
      fixture.findings("future-update") == [
        "en/a.md:3 warning: article was changed on 2026-10-06, which is yet to come; "
          + "write the day on which it was changed, or 'published: 2026-10-06' to hide it until then"
      ])
  }

  /// Settings, and what is said of them.
  @Test(arguments: [
    ("base-url: https://help.example.com\n", ["signpost.yml base-url 'https://help.example.com'"]),
    ("base-url: http://example.org/help\n", ["signpost.yml base-url 'http://example.org/help'"]),
    ("base-url: https://localhost:8080\n", ["signpost.yml base-url 'https://localhost:8080'"]),
    (
      "base-url: https://help.acme.test\nfeedback: a@example.com\n",
      ["signpost.yml feedback 'a@example.com'"]
    ),
    ("base-url: https://help.acme.com\n", []),
    ("base-url: https://myexample.com\n", []),
    // What can't be read is no example's, whatever stands in for it.
    ("base-url: ftp://help.acme.com\n", []), ("base-url: : :\n", []),
  ])
  func addressesOfExamplesAreSaid(site: String, said: [String]) throws {
    let fixture = try CheckFixture(["signpost.yml": site, "en/a.md": "---\ntitle: A\n---\nText.\n"])
    #expect(
      fixture.findings("example-address")
        == said.map { place in
          let (file, what) = (place.prefix { $0 != " " }, place.drop { $0 != " " }.dropFirst())
          return "\(file) warning: \(what) is an example's; write your own"
        })
  }

  @Test func channelsOfExamplesAreSaid() throws {
    let fixture = try CheckFixture([
      "signpost.yml": "base-url: https://help.acme.com\n",
      "en/a.md": "---\ntitle: A\n---\nText.\n",
      "contact.yml": """
      time-zone: Europe/Riga
      channels:
        - {id: mail, kind: mail, title: Mail, value: help@example.com}
        - {id: other, kind: mail, title: Mail, value: help@acme.com}

      """,
    ])
    #expect(
      fixture.findings("example-address") == [
        "contact.yml warning: channel 'help@example.com' is an example's; write your own"
      ])
  }

  @Test func hiddenArticlesAreLookedAfter() throws {
    let fixture = try CheckFixture([
      "en/a.md": "---\ntitle: A\nexpires: 2026-10-01\n---\nText.\n",
      "en/b.md": "---\ntitle: B\nstatus: archived\n---\nText.\n",
      "en/c.md": "---\ntitle: C\nstatus: archived\nsuccessor: d\n---\nText.\n",
      "en/d.md": "---\ntitle: D\nexpires: 2026-12-01\n---\nText.\n",
    ])
    #expect(
      fixture.findings("expired") == [
        "en/a.md:3 warning: article 'A' expired on 2026-10-01; "
          + "write status: archived and a successor, or a later day"
      ])
    #expect(
      fixture.findings("archived-without-successor") == [
        "en/b.md:3 note: archived article 'B' has no successor; "
          + "write successor: with the id of the article that answers now"
      ])
  }

  @Test func filesThatNothingUsesAreNoted() throws {
    let fixture = try CheckFixture([
      "en/a.md": "# A\n\n![x](a.png) [y](/assets/b.pdf) ![z](c.mp4)\n", "en/a.png": "",
      "assets/b.pdf": "", "en/c.mp4": "", "en/c.vtt": "", "en/d.png": "", "assets/e.pdf": "",
      "static/CNAME": "",
    ])
    #expect(
      fixture.findings("unused-asset") == [
        "assets/e.pdf note: file 'assets/e.pdf' is used nowhere; show or link it, or remove it",
        "en/d.png note: file 'en/d.png' is used nowhere; show or link it, or remove it",
      ])
  }

  @Test func anEmptyIndexIsTakenForTheTitleOfACategory() throws {
    let fixture = try CheckFixture([
      "en/a/index.md": "---\ntitle: Account\n---\n", "en/a/b.md": "---\ntitle: B\n---\n",
    ])
    #expect(
      fixture.findings("empty-article") == [
        "en/a/b.md:2 warning: article 'B' has no text; write the answer, or set status: draft",
        "en/a/index.md:2 warning: article 'Account' has no text; write the answer, or "
          + "name the file _index.md if it titles its category",
      ])
  }

  @Test func pinnedArticlesExist() throws {
    let fixture = try CheckFixture([
      "signpost.yml": "languages: [en]\npinned: [refnud]\n", "en/refund.md": "# R\n\nText.\n",
    ])
    #expect(
      fixture.findings("unknown-reference") == [
        "signpost.yml error: pinned article 'refnud' doesn't exist; did you mean 'refund'?"
      ])
  }
}
