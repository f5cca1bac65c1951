import Testing

@testable import ContactLog

@Suite struct JSONReadingTests {
  @Test(arguments: [
    ("{\"reason\":\"a\"}\n{\"reason\":\"b\"}\n", ["a", "b"]),
    ("{\"reason\":\"a\"}\r\n\r\n{\"reason\":\"b\"}", ["a", "b"]),
    ("\u{FEFF}[{\"reason\":\"a\"},{\"reason\":\"b\"}]", ["a", "b"]),
    ("[\n  {\n    \"reason\": \"a\"\n  },\n  {\n    \"reason\": \"b\"\n  }\n]\n", ["a", "b"]),
    ("{\n  \"reason\": \"a\"\n}\n{\n  \"reason\": \"b\"\n}\n", ["a", "b"]),
    ("{\"data\":[{\"reason\":\"a\"}],\"next\":[1]}", ["a"]),
    ("{\"tags\":[{\"reason\":\"x\"}],\"reason\":\"a\"}", ["a"]),
    (#"{"reason":"\"\\\/\n\t\u0105\uD83D\uDE00\ud83d"}"#, ["\"\\/\n\tą😀\u{FFFD}"]),
    (#"{"a":{"b":[1,{"c":[]}]},"reason":"x","n":-1.5e+3,"t":true,"z":null}"#, ["x"]),
  ])
  func readsWithoutComplaint(_ text: String, _ reasons: [String]) throws {
    let log = try LogFixture(text)
    #expect(log.reasons == reasons)
    #expect(log.said.isEmpty)
  }

  @Test(arguments: [
    // Each bad element is one row, and those around it are read.
    ("{\"reason\":\"a\"}\n{\"reason\":\"b\n{\"reason\":\"c\"}\n", 2),
    ("{\"reason\":\"a\"}\n{\"reason\":\"b\"\n{\"reason\":\"c\"}\n", 2),
    ("{\"reason\":\"a\"}\nhello\n{\"reason\":\"c\"}\n", 2),
    ("{\"reason\":\"a\"}\n[1]\n{\"reason\":\"c\"}\n", 2),
    ("{\"reason\":\"a\"}\n{reason:\"b\"}\n{\"reason\":\"c\"}\n", 2),
    ("{\"reason\":\"a\"}\n{\"reason\":\"\\x\"}\n{\"reason\":\"c\"}\n", 2),
    ("[{\"reason\":\"a\"},{\"reason\":b},{\"reason\":\"c\"}]", 1),
    ("[\n {\"reason\":\"a\"},\n {\"reason\":b},\n {\"reason\":\"c\"}\n]", 3),
    ("[\n {\n  \"reason\":\"a\"\n },\n {\n  \"reason\":b\n },\n {\n  \"reason\":\"c\"\n }\n]", 5),
    ("[\n {\n  \"reason\":\"a\"\n },\n {\n  \"reason\":\"b\"\n\n {\n  \"reason\":\"c\"\n }\n]", 5),
  ])
  func badObjectIsSaidAndCostsNoOther(_ text: String, _ line: Int) throws {
    let log = try LogFixture(text)
    #expect(log.reasons == ["a", "c"])
    #expect(
      log.said == [
        "log:\(line): warning: line isn't a JSON object [log-row]\n"
          + "  cure: write each contact as one object on one line"
      ])
  }

  @Test func arrayThatIsNeverClosedIsSaid() throws {
    let log = try LogFixture("[\n{\"reason\":\"a\"},\n{\"reason\":\"b\"},\n{\"rea")
    #expect(log.reasons == ["a", "b"])
    #expect(log.summary.rejected == 1)
    #expect(
      log.said.contains { $0.contains("JSON array is never closed; the export may be cut off") })
  }

  @Test func deepNestingIsRefusedNotFollowed() throws {
    let deep = String(repeating: "[", count: 100_000)
    let log = try LogFixture("{\"reason\":\"a\"}\n{\"x\":\(deep)\n{\"reason\":\"c\"}\n")
    #expect(log.reasons == ["a", "c"])
  }

  @Test func membersMayComeLateAndInAnyOrder() throws {
    let log = try LogFixture(
      "{\"subject\":\"a\"}\n{\"created_at\":\"2026-10-15\",\"subject\":\"b\"}\n"
        + "{\"via\":{\"channel\":\"chat\"},\"subject\":\"c\"}\n")
    #expect(log.reasons == ["a", "b", "c"])
    #expect(log.times == ["", "2026-10-15T00:00:00", ""])
    #expect(log.contacts.map(\.channel) == [nil, nil, "chat"])
  }

  @Test(arguments: [
    ("created_at", "25/10/2026", nil, "2026-10-25", "2026-04-03"),
    ("created_at", "10/25/2026", nil, "2026-10-25", "2026-03-04"),
    ("data utworzenia", "1/4/2026", nil, "2026-04-01", "2026-04-03"),
    ("created_at", "1/4/2026", SlashDateOrder.dayFirst, "2026-04-01", "2026-04-03"),
  ])
  func dayAndMonthAreToldApart(
    _ name: String, _ first: String, _ stated: SlashDateOrder?, _ day: String, _ second: String
  ) throws {
    var options = ReadOptions()
    options.slashDates = stated
    let rows = [first, "3/4/2026"].map { "{\"\(name)\": \"\($0)\", \"subject\": \"a\"}\n" }
    let log = try LogFixture(rows.joined(), options: options)
    #expect(log.times == [day, second].map { $0 + "T00:00:00" })
  }

  @Test func objectsAcrossChunksAreWhole() throws {
    let long = String(repeating: "ą", count: 300_000)
    let log = try LogFixture(
      "[" + (0..<5).map { "{\"id\":\($0),\"reason\":\"\(long)\"}" }.joined(separator: ",\n") + "]")
    #expect(log.contacts.map(\.id) == ["0", "1", "2", "3", "4"])
  }
}
