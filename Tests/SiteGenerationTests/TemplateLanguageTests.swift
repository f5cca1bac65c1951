import TestSupport
import Testing

@testable import SiteGeneration

/// The language of templates: Mustache's own examples, and what goes beyond them.
@Suite struct TemplateLanguageTests {
  private static var values: [String: Any] {
    [
      "name": "Ann", "mark": "<b> & \"c\" 'd'", "number": 3, "yes": true, "no": false,
      "empty": [String](), "letters": ["a", "b"], "person": ["name": "Bo", "town": "Łódź"],
      "rows": [["title": "one", "href": "/1"], ["title": "two"]] as [[String: Any]],
    ]
  }

  @Test(arguments: [
    ("{{name}}", "Ann"),
    ("{{ name }}-{{nothing}}-{{number}}", "Ann--3"),
    ("{{mark}}", "&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;"),
    ("{{{mark}}}|{{&mark}}", "<b> & \"c\" 'd'|<b> & \"c\" 'd'"),
    ("{{person.town}}{{person.nothing}}", "Łódź"),
    ("{{#yes}}a{{/yes}}{{^yes}}b{{/yes}}{{#no}}c{{/no}}{{^no}}d{{/no}}", "ad"),
    ("{{#letters}}({{.}}){{/letters}}{{^empty}}none{{/empty}}{{#empty}}x{{/empty}}", "(a)(b)none"),
    ("{{#name}}<{{.}}>{{/name}}", "<Ann>"),
    ("{{#person}}{{name}} of {{town}}, not {{yes}}{{/person}}", "Bo of Łódź, not true"),
    ("{{#rows}}{{title}}{{#.href}}={{.}}{{/.href}}{{^.href}}!{{/.href}} {{/rows}}", "one=/1 two! "),
    ("{{#rows}}{{name}}{{.name}}{{/rows}}", "AnnAnn"),
    ("a{{! said to nobody }}b", "ab"),
    ("a\n  {{#yes}}  \n b\n{{/yes}}\nc", "a\n b\nc"),
    ("a {{#yes}}\nb{{/yes}}\n", "a \nb\n"),
    ("{{!x}}\na\n{{!y}}", "a\n"),
    ("\r\n{{#yes}}\r\na\r\n{{/yes}}\r\n", "\r\na\r\n"),
    ("[{{>other}}]", "[Ann!\n]"),
    ("<\n  {{>other}}\n>", "<\n  Ann!\n>"),
    ("<\n  {{>lines}}\n>", "<\n  one\n  two\n  three\n>"),
    ("{{#no}}a\n{{/no}}b\n{{^no}}c\n{{/no}}d", "b\nc\nd"),
    ("{{>absent}}.", "."),
    ("{{<frame}}{{$body}}mine{{/body}}{{/frame}}", "<head><mine>"),
    ("{{<frame}}ignored{{/frame}}", "<head><theirs>"),
    ("{{<frame}}{{$body}}{{$body}}inner{{/body}}{{/body}}{{/frame}}", "<head><inner>"),
    ("{{<middle}}{{$body}}mine{{/body}}{{/middle}}", "<head><mine>"),
    ("{{<middle}}{{/middle}}", "<head><between>"),
    ("{ {name}} {{name}} }}", "{ {name}} Ann }}"),
    ("", ""),
  ])
  func rendersAsMustacheDoes(_ text: String, _ expected: String) throws {
    let library = try TemplateLibrary([
      "page": Template(text), "other": Template("{{name}}!\n"),
      "lines": Template("one\n{{#yes}}two\n{{/yes}}three\n"),
      "frame": Template("<head><{{$body}}theirs{{/body}}>"),
      "middle": Template("{{<frame}}{{$body}}between{{/body}}{{/frame}}"),
    ])
    let bytes = library.render("page", with: [TemplateObject(Self.values)])
    #expect(String(decoding: bytes, as: UTF8.self) == expected)
  }

  @Test func whatIsGivenLastIsAskedFirst() throws {
    let library = try TemplateLibrary(["page": Template("{{a}}{{b}}")])
    let bytes = library.render(
      "page", with: [["a": .text("1"), "b": .text("2")], ["b": .text("3")]])
    #expect(String(decoding: bytes, as: UTF8.self) == "13")
  }

  @Test func anObjectHasWhatIsNotNilAndWhatIsAddedWins() {
    let object: TemplateObject = ["a": .text("1"), "b": nil, "c": .text(""), "d": .flag(false)]
    let sum = object.adding(["a": .text("2"), "d": nil])
    #expect(text(object["a"]) == "1" && text(sum["a"]) == "2")
    #expect(object["b"] == nil && object["e"] == nil)
    #expect(text(object["c"]) == "" && TemplateObject.present(object)["c"] == nil)
    #expect(sum["d"] != nil)
  }

  private func text(_ value: TemplateValue?) -> String? {
    if case .text(let text) = value { text } else { nil }
  }

  @Test(arguments: [
    ("a\n {{#b}}c", 2, 2, TemplateSyntaxError.Reason.unclosed("b")),
    ("{{#a}}{{/b}}", 1, 7, .crossed("b", open: "a")),
    ("ą{{/b}}", 1, 2, .unopened("b")),
    ("a {{b", 1, 3, .unclosedTag),
    ("{{{b}}", 1, 1, .unclosedTag),
    ("{{ }}", 1, 1, .unnamed),
    ("{{=<% %>=}}", 1, 1, .unknownSign("=")),
    ("{{<a}}{{b}}{{/a}}", 1, 7, .strayInParent("a")),
  ])
  func aFaultHasItsPlace(
    _ text: String, _ line: Int, _ column: Int, _ reason: TemplateSyntaxError.Reason
  ) {
    #expect(throws: TemplateSyntaxError(line: line, column: column, reason: reason)) {
      try Template(text)
    }
  }

  @Test(arguments: [
    ["a": "{{>a}}"], ["a": "{{#x}}{{>b}}{{/x}}", "b": "{{<c}}{{/c}}", "c": "{{>a}}"],
  ])
  func templatesAreNotPartsOfThemselves(_ texts: [String: String]) throws {
    let templates = try texts.mapValues { try Template($0) }
    #expect(throws: TemplateCycle.self) { try TemplateLibrary(templates) }
  }

  /// Escaping leaves nothing that could end a text or an attribute, and can be undone.
  @Test func escapedTextHoldsNoMarks() {
    var random = SeededGenerator(seed: 4)
    for _ in 0..<200 {
      let text = String(
        (0..<Int.random(in: 0..<30, using: &random)).map { _ in
          "<>&\"'aż\u{200d}".randomElement(using: &random) ?? "a"
        })
      var output: [UInt8] = []
      PageText.escape(text, into: &output)
      let escaped = String(decoding: output, as: UTF8.self)
      #expect(!escaped.unicodeScalars.contains { "<>\"'".unicodeScalars.contains($0) })
      let entities = ["&lt;": "<", "&gt;": ">", "&quot;": "\"", "&#39;": "'", "&amp;": "&"]
      var plain = escaped
      for name in ["&lt;", "&gt;", "&quot;", "&#39;", "&amp;"] {
        plain = plain.replacing(name, with: entities[name] ?? "")
      }
      #expect(plain == text)
    }
  }
}
