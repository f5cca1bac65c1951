import KnowledgeBase
import Testing

@testable import SiteGeneration

/// A space that no line ends at is shown as `~`.
@Suite struct LineBreaksTests {
  private func set(_ html: String, in code: String) throws -> String {
    let language = try #require(Language(code))
    return LineBreaks(in: language).set(in: html).replacing("\u{A0}", with: "~")
  }

  @Test(arguments: [
    ("Call +371 6000 0112 today", "Call +371~6000~0112 today"),
    ("130 zł, 5 € and 20 %.", "130~zł, 5~€ and 20~%."),
    ("10 min, 2 days or 30 minutes", "10~min, 2~days or 30 minutes"),
    ("10 4G networks", "10~4G networks"),
    ("a – b — c –d", "a~– b~— c –d"),
    ("<a title=\"5 km\">5\nkm</a>", "<a title=\"5 km\">5~km</a>"),
    ("<pre><code>5 km</code> 5 km</pre> 5 km", "<pre><code>5 km</code> 5 km</pre> 5~km"),
    ("<code class=\"x\">1 2</code> 1 2", "<code class=\"x\">1 2</code> 1~2"),
    ("<code>1 2", "<code>1 2"), ("1 <", "1 <"), (" ", " "), ("", ""),
    ("I am a man", "I am a man"),
  ])
  func numbersKeepTheirUnitsAndDashesTheirPlace(text: String, shown: String) throws {
    #expect(try set(text, in: "en") == shown)
  }

  @Test(arguments: [
    ("pl", "W domu i w ogrodzie", "W~domu i~w~ogrodzie"),
    ("pl", "<p>Z <em>nim</em> (o nim)</p>", "<p>Z~<em>nim</em> (o~nim)</p>"),
    ("ru", "Я иду в дом, а ты к реке", "Я~иду в~дом, а~ты к~реке"),
    ("uk", "є й у нас", "є~й~у~нас"), ("lv", "es e tu", "es e tu"),
    ("pl", "żółw ą 5 i ź", "żółw ą~5~i~ź"),
    ("pl", "USB-C i x", "USB-C i~x"),
  ])
  func wordsOfOneLetterDoNotEndALine(code: String, text: String, shown: String) throws {
    #expect(try set(text, in: code) == shown)
  }
}
