import KnowledgeBase
import Testing

@testable import SiteGeneration

/// `<bdi dir="ltr">…</bdi>` and isolates are shown as `‹…›`, ` dir="ltr"` as ` ltr`.
@Suite struct LeftToRightPartsTests {
  private func shown(_ text: String) -> String {
    text.replacing("<bdi dir=\"ltr\">", with: "‹").replacing("</bdi>", with: "›")
      .replacing(" dir=\"ltr\"", with: " ltr")
      .replacing("\u{2066}", with: "‹").replacing("\u{2069}", with: "›")
  }

  private func parts() throws -> LeftToRightParts {
    let arabic = try #require(Language("ar"))
    return try #require(LeftToRightParts(in: arabic))
  }

  private static let numbers: [(text: String, shown: String)] = [
    ("اتصل +371 6000 0112 الآن", "اتصل ‹+371 6000 0112› الآن"),
    ("+37160000112", "‹+37160000112›"),
    ("هاتف (020) 7946-0958.", "هاتف ‹(020) 7946-0958›."),
    ("(+371 6000 0112)", "(‹+371 6000 0112›)"),
    ("(800 123 456)", "‹(800 123 456)›"),
    ("020 7946 (0958)", "‹020 7946 (0958)›"),
    ("050-123-4567، 050\u{A0}123\u{A0}4568", "‹050-123-4567›، ‹050\u{A0}123\u{A0}4568›"),
    ("800 123 456 أو 1188", "‹800 123 456› أو 1188"),
    ("من 2024 2025 2026", "من 2024 2025 2026"),
    ("1000-2000", "1000-2000"), ("(1) 2024", "(1) 2024"), ("10:00", "10:00"), ("12 345", "12 345"),
    ("x20 7946 0958", "x20 7946 0958"), ("&#39; 1 (", "&#39; 1 ("), ("+", "+"), ("", ""),
    ("123456789012345678", "123456789012345678"),
  ]

  @Test(arguments: numbers)
  func phoneNumbersKeepTheirOrder(text: String, expected: String) throws {
    #expect(try shown(parts().marked(in: text)) == expected)
    #expect(try shown(parts().isolated(in: text)) == expected)
  }

  @Test(arguments: [
    (
      "<a href=\"mailto:help@acme.org\">help@acme.org</a>",
      "<a ltr href=\"mailto:help@acme.org\">help@acme.org</a>"
    ),
    (
      "<a href=\"https://acme.org/a/\">https://acme.org/a/</a>",
      "<a ltr href=\"https://acme.org/a/\">https://acme.org/a/</a>"
    ),
    ("<a href=\"/ar/b/\">بطاقة</a>", "<a href=\"/ar/b/\">بطاقة</a>"),
    ("<a href=\"/ar/b/\">Visa</a>", "<a href=\"/ar/b/\">Visa</a>"),
    ("<a href=\"tel:+371\">+371 6000 0112</a>", "<a href=\"tel:+371\">‹+371 6000 0112›</a>"),
    ("<code>/usr/share</code>", "<code ltr>/usr/share</code>"),
    ("<pre><code>+371 6000 0112</code></pre>", "<pre><code>+371 6000 0112</code></pre>"),
    ("<img alt=\"+371 6000 0112\">", "<img alt=\"+371 6000 0112\">"),
    ("<code>+371 6000", "<code ltr>+371 6000"), ("<a ", "<a "), ("<", "<"),
  ])
  func addressesAndCodeHaveADirectionOfTheirOwn(html: String, expected: String) throws {
    #expect(try shown(parts().marked(in: html)) == expected)
  }

  @Test(arguments: ["en", "pl", "ru", "ja"])
  func nothingIsMarkedWhereTextIsReadFromTheLeft(code: String) throws {
    let language = try #require(Language(code))
    #expect(LeftToRightParts(in: language).map { _ in true } == nil)
  }
}
