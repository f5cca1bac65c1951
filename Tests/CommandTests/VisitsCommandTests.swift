import Foundation
import Testing

@Suite struct VisitsCommandTests {
  private static func line(_ target: String) -> String {
    #"192.0.2.7 - - [10/Oct/2026:13:55:36 +0300] "GET \#(target) HTTP/1.1" 200 1 "-" "Firefox""#
      + "\n"
  }

  @Test func countsWhatTheSiteHasByTheNamesOfItsArticles() throws {
    let centre = try SmallHelpCentre.sample()
    let outcome = try centre.signpost.run(["shortlinks"])
    let code = try #require(
      outcome.output.split(separator: "\n").first { $0.contains("  billing/refund  ") }?
        .split(separator: "/").dropFirst(3).first)
    let log = [
      "/pl/billing/refund/", "/en/billing/refund/", "/en/billing/refund/", "/en/search/?q=Refund",
      "/en/search/none.txt?q=umbrella", "/s/\(code)/?p=till-3", "/en/",
    ].map(Self.line).joined()
    try centre.write(log, to: "access.log")
    let imported = try centre.signpost.run(["visits", "import", "access.log"])
    #expect(imported.status == 0, "\(imported.errors)")
    #expect(imported.errors.contains("7 lines = 6 visits + 0 known"))
    let listed = try centre.signpost.run(["visits", "list", "--format", "csv"])
    #expect(
      listed.output.split(whereSeparator: \.isNewline).map(String.init) == [
        "kind,key,language,count", "article,billing/refund,en,2", "article,billing/refund,pl,1",
        "no-result,umbrella,en,1", "search,refund,en,1", "sticker,\(code) till-3,,1",
      ])
  }

  @Test func aPackedLogIsReadAndARepeatedOneCountsNothing() throws {
    let centre = try SmallHelpCentre.sample()
    try centre.write(String(repeating: Self.line("/en/password/"), count: 3), to: "access.log")
    try centre.signpost.run(["visits", "import", "access.log"])
    _ = try SignpostProcess.launch(
      URL(filePath: "/usr/bin/env"), ["gzip", "access.log"], in: centre.folder)
    let again = try centre.signpost.run(["visits", "import", "access.log.gz"])
    #expect(again.errors.contains("3 lines = 0 visits + 3 known"))
    let listed = try centre.signpost.run(["visits", "list"])
    #expect(listed.output == "Articles read: 3\n      3  password  (en)\n")
  }

  @Test func aLogOfAnotherFormatIsSaidWithItsLine() throws {
    let centre = try SmallHelpCentre.sample()
    try centre.write(Self.line("/en/password/") + "{\"json\":true}\n", to: "access.log")
    let outcome = try centre.signpost.run(["visits", "import", "access.log"])
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("access.log:2: warning: line isn't of the common or combined"))
  }

  @Test func visitsStandBesideContactsInTheReview() throws {
    let centre = try SmallHelpCentre.sample()
    let log = ["/en/billing/refund/", "/en/billing/refund/", "/en/search/none.txt?q=umbrella"]
      .map(Self.line).joined()
    try centre.write(log, to: "access.log")
    try centre.write(
      "date,channel,reason\n"
        + String(repeating: "2026-10-03,phone,where is my refund\n", count: 4),
      to: "log.csv")
    try centre.signpost.run(["visits", "import", "access.log"])
    let outcome = try centre.signpost.run(["gaps", "log.csv", "--period", "2026-10"])
    #expect(outcome.output.contains("Articles read: 2. Searches: 0, without result: 1 (100%)."))
    #expect(outcome.output.contains("missing · Write an article that answers “umbrella”"))
  }
}
