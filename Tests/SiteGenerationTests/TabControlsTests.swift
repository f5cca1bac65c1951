import Testing

@testable import SiteGeneration

@Suite struct TabControlsTests {
  private static func group(_ tabs: String...) -> String {
    "<div class=\"tabs\">\n\(tabs.joined())</div>\n"
  }

  private static func tab(_ name: String, _ content: String) -> String {
    "<div class=\"tab\">\n<p class=\"tab-label\">\(name)</p>\n\(content)</div>\n"
  }

  @Test func aTabIsChosenByARadioButton() {
    let tabs = Self.group(Self.tab("A &amp; b", "<p>1</p>\n"), Self.tab("B", "<p>2</p>\n"))
    #expect(
      TabControls.added(to: "<p>x</p>\n" + tabs) == """
        <p>x</p>
        <div class="tabs">
        <input type="radio" name="_tabs-1" id="_tab-1" checked>
        <label for="_tab-1">A &amp; b</label>
        <div class="tab">
        <p>1</p>
        </div>
        <input type="radio" name="_tabs-1" id="_tab-2">
        <label for="_tab-2">B</label>
        <div class="tab">
        <p>2</p>
        </div>
        </div>

        """)
  }

  /// The names of radio buttons, those that are chosen with an asterisk.
  @Test func groupsAreTheirOwnAlsoWithinATab() {
    let inner = Self.group(Self.tab("C", "<div>x</div>\n"), Self.tab("D", ""))
    let html =
      Self.group(Self.tab("A", inner), Self.tab("B", inner), Self.tab("E", ""))
      + Self.group(Self.tab("F", ""))
    let buttons = TabControls.added(to: html)
      .matches(of: #/name="_tabs-(\d)" id="\w+-\d"( checked)?/#)
    let names = buttons.map { "\($0.1)\($0.2 == nil ? "" : "*")" }
    #expect(names == ["1*", "2*", "2", "1", "3*", "3", "1", "4*"])
  }

  @Test(arguments: [
    ("iOS", "iphone|ipad"), ("iPhone 15", "iphone|ipad"), ("Android (Samsung)", "android"),
    ("Windows 11", "windows nt"), ("macOS", "macintosh"), ("Linux", "x11"), ("Website", nil),
    ("Macaroni", nil), ("Android \u{600}", "android"),
  ])
  func aTabNamesItsDevice(name: String, device: String?) {
    let html = TabControls.added(to: Self.group(Self.tab(name, "")))
    #expect(html.firstMatch(of: #/data-device="(.*?)"/#).map { String($0.1) } == device)
  }
}
