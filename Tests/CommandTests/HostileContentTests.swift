import Foundation
import Testing

/// Script in every place an author can write; none of it may run in any file of the site.
@Suite struct HostileContentTests {
  /// With signs that marks are combined with, which to a `Character` are other signs.
  private static let combined = "\u{600}<img src=x onerror=alert(3)>"
  private static let attack =
    "\"'><script>alert(1)</script><img src=x onerror=alert(2)>\(combined)\"\u{301} onload=alert(4) "
  private static let quoted =
    "\"\\\"'><script>alert(1)</script><img src=x onerror=alert(2)>\(combined)\\\"\u{301} onload=alert(4) \""

  private static let files = [
    "signpost.yml": """
    title: \(quoted)
    tagline: \(quoted)
    company: \(quoted)
    base-url: https://help.example.com
    languages: [en, pl]
    footer: [{title: \(quoted), url: "javascript:alert(1)"}, {title: \(quoted), url: "https://example.com/\\"><script>"}]
    """,
    "contact.yml": """
    time-zone: Europe/Riga
    channels:
      - {id: "a\\"><script>", kind: phone, title: \(quoted), value: "+371 6000 0100<script>", note: \(quoted), always: true}
      - {id: b, kind: chat, title: \(quoted), value: "javascript:alert(1)", hours: {mon-fri: "8:00-20:00"}}
      - {id: c, kind: mail, title: Mail, value: "a@b.example?<script>", answers-within: 1 working day}
    """,
    "notices.yml": "- {id: x, severity: outage, text: \(quoted)}\n",
    "synonyms/en.yml": "- [\(quoted), refund]\n",
    "en/topic/_category.yml": "title: \(quoted)\ndescription: \(quoted)\n",
    "en/topic/<script>alert(1)<_script>.md": "---\ntitle: T\n---\nText.\n",
    "en/topic/all.md": """
    ---
    title: \(quoted)
    description: \(quoted)
    kind: process
    goal: \(quoted)
    needs: [\(quoted)]
    owner: \(quoted)
    tags: [\(quoted)]
    questions: [\(quoted)]
    sms: \(quoted)
    video: "javascript:alert(1)"
    aliases: ["/old\\"><script>alert(1)</script>", "/../../etc/x"]
    stages: [{title: \(quoted), who: \(quoted), takes: 2 working days}]
    ---
    \(attack)

    [link](javascript:alert(1)) [link](<https://a.example/"onmouseover="alert(1)>) [\(attack)](x.md "\(attack)")

    ![\(attack)](https://a.example/x.png "t \\" onload=alert(1)") ![a](javascript:alert(1))

    <javascript:alert(1)> <a href="javascript:alert(1)">x</a> <svg onload=alert(1)>

    ## \(attack) {#x"onclick=alert(1)}

    ```js"><script>alert(1)</script>
    </code></pre><script>alert(1)</script>
    ```

    ::: details \(attack)
    x
    :::

    ::: tabs
    == \(attack)
    a
    :::

    | \(attack) | b |
    |---|---|
    | \(attack) | `\(attack)` |

    > [!NOTE] \(attack)
    > \(attack)

    a[^1] &lt;script&gt;alert(1)&lt;/script&gt; &#60;script&#62;

    [^1]: \(attack)
    """,
    "pl/topic/all.md": "---\ntitle: \(quoted)\nstatus: archived\nsuccessor: topic/all\n---\nx\n",
    "assets/evil.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>",
    "assets/evil.html": "<script>alert(1)</script>",
  ]

  @Test func nothingOfItRunsInAnyPage() throws {
    let centre = try SmallHelpCentre(Self.files)
    let outcome = try centre.signpost.run(["publish"])
    #expect(outcome.status == 1, "\(outcome.errors)")
    let root = centre.folder.appending(path: "public")
    let names = FileManager.default.enumerator(atPath: root.path)?.allObjects as? [String] ?? []
    let pages = names.filter { $0.hasSuffix(".html") }
    #expect(pages.count > 8 && names.contains("en/topic/all/index.html"))
    #expect(!names.contains { $0.hasSuffix("evil.html") })
    let mark = try Regex(#"<(/?[a-zA-Z][a-zA-Z0-9]*)((?:"[^"]*"|[^>"])*)>"#)
    for name in pages {
      // Each sign for itself, as browsers read it.
      let bytes = try Data(contentsOf: root.appending(path: name))
      let page = String(decoding: bytes.map { $0 < 0x80 ? $0 : 0x2D }, as: UTF8.self)
      for match in page.matches(of: mark) {
        let tag = String(match.output[1].substring ?? "").lowercased()
        let attributes = String(match.output[2].substring ?? "")
        let bare = attributes.replacing(/"[^"]*"/, with: "\"\"").lowercased()
        #expect(!bare.contains(/\son[a-z]+\s*=/), "\(name): <\(tag)\(attributes)>")
        #expect(
          !attributes.lowercased().contains("=\"javascript:"), "\(name): <\(tag)\(attributes)>")
        #expect(
          !["svg", "iframe", "object", "embed", "base"].contains(tag) || !bare.contains("onload"))
        if tag == "script" {
          let isData = attributes.contains("type=\"application/")
          #expect(isData || attributes.contains("src=\"/assets/"), "\(name): <\(tag)\(attributes)>")
        }
      }
      #expect(!page.contains("<script>"), "\(name)")
      #expect(!page.contains("alert(1)</script>"), "\(name)")
      #expect(!page.contains("<img src=x"), "\(name)")
    }
    for name in names where name.contains("..") || name.hasPrefix("etc") {
      Issue.record("\(name) lies where no address may lead")
    }
  }

  @Test func noOtherFileIsBrokenByIt() throws {
    let centre = try SmallHelpCentre(Self.files)
    try centre.signpost.run(["publish"])
    let root = centre.folder.appending(path: "public")
    let names = FileManager.default.enumerator(atPath: root.path)?.allObjects as? [String] ?? []
    for name in names where name.hasSuffix(".json") {
      let data = try Data(contentsOf: root.appending(path: name))
      #expect(throws: Never.self, "\(name)") {
        try JSONSerialization.jsonObject(with: data, options: .fragmentsAllowed)
      }
    }
    for name in names where name.hasSuffix(".xml") {
      let text = try String(contentsOf: root.appending(path: name), encoding: .utf8)
      #expect(!text.contains("<script"), "\(name)")
    }
  }
}
