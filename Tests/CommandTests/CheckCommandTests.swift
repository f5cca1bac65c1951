import Foundation
import Testing

@Suite struct CheckCommandTests {
  private static func centre() throws -> SmallHelpCentre {
    try SmallHelpCentre([
      "signpost.yml": "languages: [en]\nbase-url: https://help.acme.example\n",
      "en/a.md": "---\ntitle: A\ndescripton: Żó, all of it\nkind: howto\n---\nSee [b](b.md).\n",
      "en/b.md": "---\ntitle: B\ndescription: B\n---\nText [a](a.md), [c](c.md).\n",
    ])
  }

  @Test func templatesStringsAndShortAddressesAreCheckedToo() throws {
    let centre = try SmallHelpCentre([
      "signpost.yml": "languages: [en]\nbase-url: https://help.acme.example\n",
      "en/a.md": "---\ntitle: A\ndescription: A\n---\nText.\n",
      "shortlinks.yml": "k4: b\n",
      "site-templates/templates/mark.mustache": "<b>{{titel}}</b>\n",
    ])
    let outcome = try centre.signpost.run(["check"])
    #expect(outcome.status == 1)
    #expect(
      outcome.output == """
        content/shortlinks.yml: warning: short address 'k4' leads to 'b', which doesn't exist [short-link]
          cure: did you mean 'a'?
        content/site-templates/templates/mark.mustache:1:4: error: no variable 'titel' [template]
          <b>{{titel}}</b>
             ^
          cure: did you mean 'title'?
        1 error, 1 warning

        """)
  }

  @Test func printsWhatIsWrongAndCounts() throws {
    let centre = try Self.centre()
    let outcome = try centre.signpost.run(["check"])
    #expect(outcome.status == 1)
    #expect(
      outcome.output == """
        content/en/a.md:3:1: warning: unknown key 'descripton' [unknown-key]
          descripton: Żó, all of it
          ^
          cure: did you mean 'description'?
        content/en/a.md:4:7: error: 'howto' isn't a kind [unknown-value]
          kind: howto
                ^
          cure: did you mean 'how-to'?
        content/en/b.md:5:21: error: article 'c.md' doesn't exist [broken-link]
          Text [a](a.md), [c](c.md).
                              ^
          cure: write the article or remove the link
        2 errors, 1 warning

        """)
    #expect(outcome.errors == "1 note more: --notes\n")
  }

  @Test func mendsWhatNeedsNoThought() throws {
    let centre = try Self.centre()
    let outcome = try centre.signpost.run(["check", "--fix"])
    #expect(outcome.errors.hasPrefix("2 places mended\n"))
    #expect(
      try String(contentsOf: centre.folder.appending(path: "content/en/a.md"), encoding: .utf8)
        == "---\ntitle: A\ndescription: Żó, all of it\nkind: how-to\n---\nSee [b](b.md).\n")
    #expect(!outcome.output.contains("unknown-key"))
  }

  @Test func doesNotMendAKeyIntoOneThatStandsAlready() throws {
    let text = "---\ntitle: A\ntittle: B\nownr: C\nownerr: D\n---\nText.\n"
    let centre = try SmallHelpCentre(["signpost.yml": "languages: [en]\n", "en/a.md": text])
    let outcome = try centre.signpost.run(["check", "--fix"])
    #expect(outcome.errors.hasPrefix("1 place mended\n"))
    #expect(
      try centre.text(of: "content/en/a.md") == text.replacing("ownr: C", with: "owner: C"))
    #expect(outcome.output.contains("unknown key 'tittle'"))
  }

  @Test func printsForProgramsToo() throws {
    let centre = try Self.centre()
    let gitHub = try centre.signpost.run(["check", "--format", "github", "--rule", "broken-link"])
    #expect(
      gitHub.output
        == "::error file=content/en/b.md,line=5,col=21,title=broken-link::article 'c.md' doesn't "
        + "exist%0Awrite the article or remove the link\n")
    let json = try centre.signpost.run(["check", "--format", "json", "--rule", "broken-link"])
    let list = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]]
    #expect(list?.first?["rule"] as? String == "broken-link")
    #expect(list?.first?["line"] as? Int == 5)
    let gitLab = try centre.signpost.run(["check", "--format", "gitlab"])
    let issues =
      try JSONSerialization.jsonObject(with: Data(gitLab.output.utf8)) as? [[String: Any]]
    #expect(issues?.compactMap { $0["severity"] as? String } == ["minor", "major", "major"])
    #expect(Set(issues?.compactMap { $0["fingerprint"] as? String } ?? []).count == 3)
  }

  @Test func explainsRules() throws {
    let centre = try Self.centre()
    let page = try centre.signpost.run(["check", "--explain", "orphan"])
    #expect(page.output.hasPrefix("## orphan\n\n**Some other article leads to each article.**"))
    let unknown = try centre.signpost.run(["check", "--explain", "orphans"])
    #expect(unknown.status == 64)
    #expect(unknown.errors.contains("There is no rule 'orphans'. Did you mean 'orphan'?"))
  }
}

@Suite struct StartCommandTests {
  @Test func initMakesAHelpCentreThatOnlyLacksAddresses() throws {
    let centre = try SmallHelpCentre([:])
    let made = try centre.signpost.run(["init", "--title", "Acme \"Help\"", "--languages", "en,lv"])
    #expect(made.status == 0, "\(made.errors)")
    let checked = try centre.signpost.run(["check"])
    #expect(
      checked.output == """
        content/contact.yml: warning: channel 'help@example.com' is an example's [example-address]
          cure: write your own
        content/signpost.yml: warning: base-url 'https://help.example.com' is an example's [example-address]
          cure: write your own
        2 warnings

        """)
    let published = try centre.signpost.run(["publish"])
    #expect(published.status == 0)
    #expect(
      published.errors
        == "note: the site's address is https://help.example.com, an example's; write your own as "
        + "'base-url' of signpost.yml\n")
    let again = try centre.signpost.run(["init"])
    #expect(again.status == 64)
    #expect(again.errors.contains("content/signpost.yml exists already"))
  }

  @Test func initWritesWhatTheLanguagesAskFor() throws {
    let centre = try SmallHelpCentre([:])
    try centre.signpost.run(["init", "--languages", "pl,uk", "--base-url", "pomoc.acme.pl"])
    let site = try centre.text(of: "content/signpost.yml")
    #expect(site.contains("base-url: https://pomoc.acme.pl\n"))
    let contact = try centre.text(of: "content/contact.yml")
    #expect(contact.contains("time-zone: Europe/Warsaw\n"))
    #expect(contact.contains("title: {pl: E-mail, uk: Пошта}\n"))
    let checked = try centre.signpost.run(["check"])
    #expect(
      checked.output == """
        content/contact.yml: warning: channel 'help@example.com' is an example's [example-address]
          cure: write your own
        1 warning

        """)
  }

  @Test(arguments: ["pomoc", "ftp://pomoc.acme.pl", "https:// acme.pl"])
  func initRefusesWhatIsNoAddress(address: String) throws {
    let centre = try SmallHelpCentre([:])
    let made = try centre.signpost.run(["init", "--base-url", address])
    #expect(made.status == 64)
    #expect(
      made.errors.contains(
        "'\(address)' isn't an address; write it in full: https://help.example.com."))
  }

  @Test(arguments: ["faq", "how-to", "process", "page"])
  func newWritesADraftThatCanBeRead(kind: String) throws {
    let centre = try SmallHelpCentre([:])
    try centre.signpost.run(["init", "--languages", "pl"])
    let made = try centre.signpost.run(["new", kind, "Jak \"dostać\" zwrot?", "--in", "money"])
    #expect(made.output == "content/pl/money/jak-dostac-zwrot.md\n")
    let russian = try centre.signpost.run(["new", kind, "Как вернуть деньги?", "--lang", "ru"])
    #expect(russian.output == "content/ru/kak-vernut-dengi.md\n")
    let checked = try centre.signpost.run(["check", "--drafts", "--format", "json"])
    #expect(!checked.output.contains("\"severity\" : \"error\""), "\(checked.output)")
    #expect(
      try centre.signpost.run(["new", kind, "Jak dostać zwrot", "--in", "money"]).status == 64)
    #expect(try centre.signpost.run(["new", kind, "x", "--in", "../.."]).status == 64)
  }

  @Test func importWritesArticlesAndLeavesWhatIsThere() throws {
    let centre = try SmallHelpCentre(["en/refunds.md": "# Mine\n"])
    let export = """
      {"articles": [
        {"id": 1, "title": "Refunds", "body": "<p>a</p>", "locale": "en"},
        {"id": 2, "title": "Pay", "body": "<p>b</p>", "locale": "en"}]}
      """
    try centre.write(export, to: "export.json")
    let outcome = try centre.signpost.run(["import", "zendesk", "export.json"])
    #expect(outcome.status == 1)
    #expect(outcome.output == "wrote 2 files to content: 2 articles (en), 2 redirects, 0 notes\n")
    #expect(
      outcome.errors.contains("content/en/refunds.md: warning: file exists and is left alone"))
    #expect(centre.exists("content/en/pay.md"))
    let missing = try centre.signpost.run(["import", "hugo", "nowhere"])
    #expect(missing.status == 1)
    #expect(missing.errors.contains("nowhere: error: file or folder doesn't exist [import]"))
  }
}

@Suite struct NoticePageTests {
  @Test func noticesStandOnThePagesTheyConcern() throws {
    let centre = try SmallHelpCentre([
      "signpost.yml": "languages: [en]\nbase-url: https://help.example.com\n",
      "en/payments/a.md": "# A\n\nText.\n", "en/b.md": "# B\n\nText.\n",
      "notices.yml": """
      notices:
        - {id: all, text: "All <b> pages"}
        - {id: some, severity: outage, categories: [payments], text: Cards fail}
        - {id: over, until: 2020-01-01, text: Long ago}
        - {id: later, from: 2999-01-01, text: Some day}

      """,
    ])
    #expect(try centre.signpost.run(["publish"]).status == 0)
    let article = try String(
      contentsOf: centre.folder.appending(path: "public/en/payments/a/index.html"), encoding: .utf8)
    let other = try String(
      contentsOf: centre.folder.appending(path: "public/en/b/index.html"), encoding: .utf8)
    #expect(article.contains("All &lt;b&gt; pages") && other.contains("All &lt;b&gt; pages"))
    #expect(
      article.contains(
        "<p class=\"bulletin bulletin-outage\"><span class=\"wrap\" dir=\"auto\">Cards fail"))
    #expect(!other.contains("Cards fail") && !article.contains("Long ago"))
    #expect(article.contains(" hidden><span class=\"wrap\" dir=\"auto\">Some day"))
  }
}
