import Foundation
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
    #expect(page.contains("What do you need help with?"))
  }

  /// What stands in the file, and the first line that is said.
  @Test(arguments: [
    (
      "templates/home.mustache", "a\n{{#hasPinned}}\nb\n",
      "site-templates/templates/home.mustache:4:1: error: template can't be read: expectedSectionEnd [template]"
    ),
    (
      "templates/rows.mustache", "{{#articles}}{{/artikles}}",
      "site-templates/templates/rows.mustache:1:17: error: template can't be read: sectionCloseNameIncorrect [template]"
    ),
    (
      "strings/pl.json", "{\"home.title\": 1}",
      "site-templates/strings/pl.json: error: strings can't be read [template]"
    ),
  ])
  func aBrokenFileIsNamedWithItsPlaceAndCure(_ path: String, _ text: String, _ line: String) throws
  {
    let site = try SiteFixture.twoLanguages()
    try site.publish()
    let before = try site.files()
    try site.write(text, to: "site-templates/\(path)")
    let error = #expect(throws: TemplateError.self) { try site.publish(overrides: true) }
    let description = error?.description ?? ""
    #expect(description.contains(line), "\(description)")
    #expect(description.contains("\n  cure: "))
    #expect(try site.files() == before)
  }

  @Test func aFileThatIsNotUTF8IsNamed() throws {
    let site = try SiteFixture.twoLanguages()
    try site.write("x", to: "site-templates/assets/site.css")
    try Data([0x61, 0xff, 0xfe]).write(
      to: site.content.appending(path: "site-templates/assets/site.css"))
    let error = #expect(throws: TemplateError.self) { try site.publish(overrides: true) }
    #expect(error?.description.contains("site.css: error: file can't be read as UTF-8") == true)
  }
}
