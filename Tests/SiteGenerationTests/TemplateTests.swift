import Foundation
import KnowledgeBase
import SiteTemplates
import Testing

@testable import SiteGeneration

@Suite struct TemplateTests {
  @Test func aTemplateOfTheUsersOwnWins() throws {
    let site = try SiteFixture.twoLanguages()
    try site.write("<b>{{home}}</b>", to: "site-templates/templates/mark.mustache")
    try site.publish(overrides: true)
    #expect(try site.page("en/index.html").contains("<b>/base/en/</b>"))
  }

  @Test func stringsOfTheUsersOwnWinOneByOne() throws {
    let site = try SiteFixture.twoLanguages()
    try site.write(#"{"home.title": "Ask away"}"#, to: "site-templates/strings/en.json")
    try site.publish(overrides: true)
    let page = try site.page("en/index.html")
    #expect(page.contains("<h1>Ask away</h1>"))
    #expect(page.contains("Ask in your own words"))
  }

  /// What stands in the file, and the first line that is said.
  @Test(arguments: [
    (
      "templates/home.mustache", "a\n{{#hasPinned}}\nb\n",
      "site-templates/templates/home.mustache:2:1: error: template can't be read: 'hasPinned' isn't closed [template]"
    ),
    (
      "templates/rows.mustache", "{{#articles}}{{/artikles}}",
      "site-templates/templates/rows.mustache:1:14: error: template can't be read: 'artikles' is closed while 'articles' is open [template]"
    ),
    (
      "templates/rows.mustache", "{{>search-box}}{{>rows}}",
      "site-templates/templates/rows.mustache: error: template 'rows' is part of itself [template]"
    ),
    (
      "strings/pl.json", "{\"home.title\": 1}",
      "site-templates/strings/pl.json:1: error: strings can't be read [template]"
    ),
    (
      "strings/pl.json",
      "{\n  \"home.title\": \"a\",\n  \"nav.all\": b,\n  \"search.all\": \"c\"\n}\n",
      "site-templates/strings/pl.json:3: error: strings can't be read [template]\n    \"nav.all\": b,\n"
    ),
    (
      "strings/lt.json", "{\n  \"home.title\": \"a\"\n  \"nav.all\": \"b\"\n}\n",
      "site-templates/strings/lt.json:3: error: strings can't be read [template]"
    ),
    (
      "strings/pl.json", "{\n  \"home.title\": \"a\"\n",
      "site-templates/strings/pl.json:3: error: strings can't be read [template]"
    ),
    (
      "strings/pl.json", "",
      "site-templates/strings/pl.json:1: error: strings can't be read [template]"
    ),
  ])
  func aBrokenFileIsNamedWithItsPlaceAndCure(_ path: String, _ text: String, _ line: String) throws
  {
    let site = try SiteFixture.twoLanguages()
    try site.publish()
    let before = try site.files()
    try site.write(text, to: "site-templates/\(path)")
    let error = #expect(throws: TemplateFaults.self) { try site.publish(overrides: true) }
    let description = error?.description ?? ""
    #expect(description.contains(line), "\(description)")
    #expect(description.contains("\n  cure: "))
    #expect(try site.files() == before)
  }

  @Test(arguments: [
    (
      "<b>\n  {{titel}}</b>",
      "site-templates/templates/mark.mustache:2:3: error: no variable 'titel' [template]\n    {{titel}}</b>\n    ^\n  cure: did you mean 'title'?"
    ),
    (
      "{{s.home.titel}}",
      "site-templates/templates/mark.mustache:1:1: error: no variable 's.home.titel' [template]\n  {{s.home.titel}}\n  ^\n  cure: did you mean 's.home.title'?"
    ),
    (
      "{{>serch-box}}",
      "site-templates/templates/mark.mustache:1:1: error: no template 'serch-box' [template]\n  {{>serch-box}}\n  ^\n  cure: did you mean 'search-box'?"
    ),
    (
      "{{{incomprehensible}}}",
      "site-templates/templates/mark.mustache:1:1: error: no variable 'incomprehensible' [template]\n  {{{incomprehensible}}}\n  ^\n  cure: 'signpost templates reference' lists what there is"
    ),
  ])
  func whatIsUnknownIsNamedWithItsPlaceAndCure(_ text: String, _ words: String) throws {
    let site = try SiteFixture.twoLanguages()
    try site.write(text, to: "site-templates/templates/mark.mustache")
    let error = #expect(throws: TemplateFaults.self) { try site.publish(overrides: true) }
    #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
  }

  @Test func allFaultsAreToldAtOnce() throws {
    let site = try SiteFixture.twoLanguages()
    try site.write("{{a}}\n{{>b}}", to: "site-templates/templates/mark.mustache")
    try site.write("{{#c}}", to: "site-templates/templates/rows.mustache")
    try site.write("[]", to: "site-templates/strings/pl.json")
    try site.write("body {}", to: "site-templates/assets/sight.css")
    let faults = TemplateFaults(in: site.content.appending(path: "site-templates"))
    let places = faults.diagnostics.map {
      "\($0.location.file.split(separator: "/").last ?? ""):\($0.location.line ?? 0) \($0.severity)"
    }
    #expect(
      places == [
        "sight.css:0 warning", "pl.json:1 error", "mark.mustache:1 error", "mark.mustache:2 error",
        "rows.mustache:1 error",
      ])
    #expect(faults.diagnostics.first?.cures == ["did you mean 'assets/site.css'?"])
    let error = #expect(throws: TemplateFaults.self) { try site.publish(overrides: true) }
    #expect(error?.diagnostics.count == 4)
  }

  @Test func rulesOfOnesOwnComeAfterTheBuiltInOnes() throws {
    let site = try SiteFixture.twoLanguages()
    try site.publish()
    let before = try style(of: site)
    try site.write(
      "/* ours */\nbody {\n  font-family: Acme, serif;\n}\n", to: "site-templates/assets/own.css")
    #expect(TemplateFaults(in: site.content.appending(path: "site-templates")).diagnostics == [])
    try site.publish(overrides: true)
    #expect(try style(of: site) == before + "body{font-family:Acme,serif}\n")
  }

  private func style(of site: SiteFixture) throws -> String {
    let folder = site.output.appending(path: "assets")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    let name = try #require(names.first { $0.hasPrefix("site.") && $0.hasSuffix(".css") })
    return try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  @Test func whatNothingShowsIsSaidWithWhatWasMeant() throws {
    let site = try SiteFixture.twoLanguages()
    let files = [
      "templates/foter.mustache": "<footer></footer>", "templates/own.mustache": "{{>mine}}",
      "templates/mine.mustache": "{{s.my.text}}",
      "strings/pl.json":
        "{\n  \"nav.all\": \"A\",\n  \"my.text\": \"B\",\n  \"home.titel\": \"C\",\n"
        + "  \"articles.few\": \"D\"\n}",
    ]
    for (path, text) in files { try site.write(text, to: "site-templates/\(path)") }
    let found = TemplateFaults(in: site.content.appending(path: "site-templates")).diagnostics
    let told = found.map { "\($0.location.line ?? 0) \($0.severity) \($0.summary); \($0.cures[0])" }
    let unused = "0 warning template stands in for none of the command's own, and none shows it; "
    #expect(
      told == [
        "4 warning no text 'home.titel' is shown; did you mean 'home.title'?",
        unused + "did you mean 'footer'?",
        unused + "show it with {{>own}} in another, or remove it",
      ])
    try site.publish(overrides: true)
  }

  @Test func languagesWithoutWordsOfTheSiteAreSaid() throws {
    let site = try SiteFixture.twoLanguages()
    try site.write(#"{"home.title": "Hej"}"#, to: "site-templates/strings/sv.json")
    let languages = ["en", "pl", "fi", "sv", "pt-BR"].compactMap { Language($0) }
    let found = TemplateFaults(
      in: site.content.appending(path: "site-templates"), languages: languages
    ).diagnostics
    #expect(
      found.map(\.summary)
        == ["fi", "pt-BR"].map {
          "menus and buttons have no words in '\($0)' and are shown in English"
        })
    #expect(
      found.first?.cures == [
        "signpost templates export strings/en.json, name the copy strings/fi.json, and translate it"
      ])
  }

  @Test func aModuleOfTheUsersOwnStandsInTheScriptsThatAreJoinedWithIt() throws {
    let site = try SiteFixture.twoLanguages()
    try site.write(
      "// Mine.\nexport const ownBox = 1\n", to: "site-templates/assets/search-box.js")
    try site.write("b { c: d }", to: "site-templates/assets/site.css")
    try site.publish(overrides: true)
    let files = try site.files().filter { $0.key.hasSuffix("js") || $0.key.hasSuffix("css") }
    func names(with text: String) -> [String] {
      files.filter { String(decoding: $0.value, as: UTF8.self).contains(text) }
        .map { String($0.key.split(separator: ".")[0]) }.sorted()
    }
    #expect(names(with: "\nconst ownBox=1\n") == ["assets/site"])
    #expect(names(with: "const ownBox=1\n") == ["assets/site", "widget"])
    #expect(names(with: "export const") == [])
    #expect(names(with: "\nb{c:d}\n") == ["assets/site"])
  }

  @Test func whatStandsInForNoFileHasNoEffect() throws {
    let site = try SiteFixture.twoLanguages()
    try site.write("b", to: "site-templates/assets/sight.css")
    try site.write("x", to: "site-templates/templates/.mark.mustache.swp")
    try site.publish(overrides: true)
  }

  @Test func templatesOfTheUsersOwnMayShowTextsOfTheirOwn() throws {
    let site = try SiteFixture.twoLanguages()
    try site.write("{{s.home.hello}}", to: "site-templates/templates/mark.mustache")
    try site.write(#"{"home.hello": "Dzień dobry"}"#, to: "site-templates/strings/pl.json")
    try site.publish(overrides: true)
    #expect(try site.page("pl/index.html").contains("Dzień dobry"))
  }

  @Test func theReferenceHasWhatTheCommandsOwnTemplatesUse() throws {
    let strings = SiteStrings(try #require(Language("en")))
    let known = Set(TemplateReference.names(with: strings.keys))
    for path in SiteTemplates.paths(in: "templates/") {
      let text = try #require(SiteTemplates.text(of: path))
      for tag in TemplateTag.tags(in: text) where tag.kind == .variable {
        #expect(known.contains(tag.name), "\(path):\(tag.line): \(tag.name)")
      }
    }
    let names = TemplateReference.entries.map(\.name)
    #expect(names == names.sorted())
    #expect(TemplateReference.entries.allSatisfy { !$0.meaning.isEmpty })
  }

  @Test func aFileThatIsNotUTF8IsNamed() throws {
    let site = try SiteFixture.twoLanguages()
    try site.write("x", to: "site-templates/assets/site.css")
    try Data([0x61, 0xff, 0xfe]).write(
      to: site.content.appending(path: "site-templates/assets/site.css"))
    let error = #expect(throws: TemplateFaults.self) { try site.publish(overrides: true) }
    #expect(error?.description.contains("site.css: error: file can't be read as UTF-8") == true)
  }
}
