import Foundation
import Testing

@testable import SiteGeneration

/// What programs read is what its page says.
@Suite struct ProgramFilesTests {
  private let site: SiteFixture

  init() throws {
    site = try SiteFixture([
      "signpost.yml": "title: Help\nbase-url: https://help.example.com\nlanguages: [en]\n",
      "en/pay/_category.yml": "title: Paying\ndescription: Cards.\n",
      "en/pay/a.md": "---\ntitle: A\nupdated: 2026-09-01\n---\nText.\n",
      // Published on 2026-09-21 at 14:13 UTC, 17:13 in Riga.
      "contact.yml": """
      time-zone: Europe/Riga
      holidays: LV
      channels:
        - id: phone
          kind: phone
          title: Phone
          value: "+371 1"
          note: Quick.
          languages: {lv: all, en: {mon-fri: "9:00-16:00"}}
          hours: {mon-fri: "8:00-20:00"}
          call-back: {value: call@example.com}
          waits: {mon-fri: {"8:00-10:00": 6 minutes}}
        - {id: mail, kind: mail, title: Mail, value: help@example.com, answers-within: 1 working day}
        - {id: desk, kind: phone, title: Desk, value: "+1 212", time-zone: America/New_York, hours: {mon: "9:00-17:00"}}

      """,
      "notices.yml": """
      notices:
        - {id: over, text: Gone, until: 2026-09-21 17:00}
        - {id: now, severity: outage, text: Down, until: 2026-09-21 18:00, categories: [pay]}
        - {id: later, text: "Works <b>", from: 2026-09-22 8:30}

      """,
    ])
    try site.publish()
  }

  @Test func noticesThatAreNotOverAreTold() throws {
    let text = try site.page("api/en/notices.json")
    #expect(
      text == """
        {"language":"en","notices":[\
        {"id":"now","severity":"outage","text":"Down","categories":["pay"],\
        "until":"2026-09-21T15:00:00Z"},\
        {"id":"later","severity":"info","text":"Works \\u003cb>","categories":[],\
        "from":"2026-09-22T05:30:00Z"}]}

        """)
  }

  @Test(arguments: [
    ("Help", "Help"), ("Help of sixteen.", "Help of sixteen."),
    ("Acme Ferries – help", "Acme Ferries"),
    ("Questions, and the answers", "Questions, and"), ("Donaudampfschifffahrt", "Donaudampfschiff"),
    ("Acme – – – – – – –", "Acme"), ("?????????????????", "????????????????"),
  ])
  func aSearchEngineOfBrowsersHasAShortName(title: String, name: String) throws {
    try site.write(
      "title: \"\(title)\"\nbase-url: https://help.example.com\nlanguages: [en]\n",
      to: "signpost.yml")
    try site.publish()
    #expect(try site.page("en/opensearch.xml").contains("<ShortName>\(name)</ShortName>"))
  }

  @Test func twinsTellTimesInTheirLanguage() throws {
    try site.write(
      "title: Pomoc\nbase-url: https://help.example.com\nlanguages: [pl]\n", to: "signpost.yml")
    try site.write(
      """
      ---
      title: Zwrot
      duration: 5 minutes
      stages:
        - {title: Sprawdzamy, who: My, takes: 2 working days}
        - {title: Płacimy, takes: 0 days}
      ---
      Szybko.

      """, to: "pl/zwrot.md")
    try site.publish()
    let twin = try site.page("pl/zwrot/index.md")
    #expect(twin.contains("- Takes: 5 minut\n"))
    #expect(twin.contains("1. Sprawdzamy (My), 2 dni robocze\n2. Płacimy\n"))
  }

  @Test func linksOfTwinsLeadWhereThoseOfPagesDo() throws {
    try site.write(
      """
      # B

      [a](a.md#x) ![i](../img/i.png) [f](/assets/f.pdf#page=2) [c](/contact/) [t](/en/pay/) [h](/)
      [e](https://e.example/x.md) [n](nowhere.png) [m](mailto:a@b.example) [here](#b)

      """, to: "en/pay/b.md")
    try site.write("", to: "en/img/i.png")
    try site.write("", to: "assets/f.pdf")
    try site.publish()
    let links = try site.page("en/pay/b/index.md").matches(of: /\]\(([^)]*)\)/).map { String($0.1) }
    let root = "https://help.example.com"
    #expect(
      links == [
        "\(root)/en/pay/a/#x", "\(root)/assets/en/img/i.png", "\(root)/assets/f.pdf#page=2",
        "\(root)/en/contact/", "\(root)/en/pay/", "\(root)/en/",
        "https://e.example/x.md", "nowhere.png", "mailto:a@b.example", "#b",
      ])
  }

  @Test(arguments: ["articles", "categories", "notices", "channels"])
  func hasTheMembersThatItsPageLists(name: String) throws {
    let data = Data(try site.page("api/en/\(name).json").utf8)
    var members: Set<String> = []
    Self.collect(try JSONSerialization.jsonObject(with: data), at: "", into: &members)
    #expect(members == (try Self.documented(name)))
  }

  @Test func itsPageNamesFilesThatAreThere() throws {
    let page = try Self.page()
    let files = try #require(page.components(separatedBy: "## Other files\n").last)
      .split(separator: "\n").filter { $0.hasPrefix("| `") }
      .map { String($0.split(separator: "`")[1]) }
    #expect(files.count > 5)
    for file in files {
      let path = file.replacing("<lang>", with: "en").replacing("<article>", with: "pay/a")
        .replacing("<channel>", with: "phone")
      #expect(throws: Never.self, "\(file)") { try site.page(path) }
    }
  }

  /// Names of the members of a JSON value, `articles[].id`; those named by a date or a language are
  /// one.
  private static func collect(_ value: Any, at path: String, into members: inout Set<String>) {
    switch value {
    case let object as [String: Any] where !path.hasSuffix(".days") && !path.hasSuffix(".spoken"):
      for (key, value) in object {
        collect(value, at: path.isEmpty ? key : "\(path).\(key)", into: &members)
      }
    case let array as [Any] where !path.hasSuffix("[]"):
      for element in array { collect(element, at: path + "[]", into: &members) }
    default: members.insert(path)
    }
  }

  /// The members in the first column of the table below the file's heading.
  private static func documented(_ name: String) throws -> Set<String> {
    let heading = "## `api/<lang>/\(name).json`\n"
    let section = try #require(page().components(separatedBy: heading).dropFirst().first)
    let rows = section.prefix(upTo: section.firstRange(of: "\n## ")?.lowerBound ?? section.endIndex)
      .split(separator: "\n").filter { $0.hasPrefix("| `") }
    return Set(
      rows.flatMap { row in
        row.split(separator: "|")[0].split(separator: "`").map(String.init)
          .filter { $0.contains(where: \.isLetter) }
      })
  }

  private static func page() throws -> String {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try String(contentsOf: root.appending(path: "Sources/PROGRAMS.md"), encoding: .utf8)
  }

  @Test func anAddressForFormsEndsNoDirectiveOfThePolicy() throws {
    let site = try SiteFixture([
      "signpost.yml": """
      title: Help
      base-url: https://help.example.com
      languages: [en]
      feedback: "https://a.example;script-src *\\n  X-Evil: 1/"

      """, "en/a.md": "---\ntitle: A\n---\nText.\n",
    ])
    try site.publish()
    let headers = try String(
      contentsOf: site.output.appending(path: "_headers"), encoding: .utf8)
    #expect(headers.contains("form-action 'self'; base-uri"))
    #expect(!headers.contains("X-Evil"))
  }
}
