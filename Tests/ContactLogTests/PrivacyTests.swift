import Diagnostics
import Testing

@testable import ContactLog

/// Raw personal data end in the reader, whichever column they are in and whatever is wrong.
@Suite struct PrivacyTests {
  static let planted = [
    "jan.kowalski@example.com", "+48 601 234 567", "4111 1111 1111 1111", "44051401359",
    "PL61109010140000071219812874", "161175-19997", "112-233-445 95", "500100732259", "Kowalska",
    "token=abc",
  ]
  static let sentence = """
    My name is Anna Kowalska, jan.kowalski@example.com, +48 601 234 567, 4111 1111 1111 1111, \
    44051401359, PL61109010140000071219812874, 161175-19997, 112-233-445 95, ИНН 500100732259, \
    https://example.com/?token=abc
    """
  /// Good, repeated, and bad in every way.
  static let log = """
    id;date;channel;language;customer;reason;details;category;fcr;aht
    jan.kowalski@example.com;2026-10-15;S;S;S;S;S;S;S;S
    1;2026-10-15;S;S;S;S;S;S;S;S
    1;2026-10-15;S;S;S;other S;S;S;S;S
    2;S;S;S;S;S;S;S;S;S
    3;2026-10-15;S;S;S;S
    4;2026-10-15;S;S;S;"S;S;S;S;S
    5;2026-10-15;S;S;S;"S"S;S;S;S;S
    6;2026-10-15;S;S;S;;;S;S;S

    """.replacing("S", with: sentence)

  private static func expectNothingPlanted(in outputs: [String]) {
    for value in planted {
      for output in outputs where output.contains(value) {
        Issue.record("\(value) is in \(output)")
      }
    }
  }

  @Test func noPlantedValueIsInAnyOutput() throws {
    let log = try LogFixture(Self.log)
    #expect(log.contacts.count == 3)
    #expect(log.summary.rejected == 5)
    Self.expectNothingPlanted(
      in: log.contacts.map { String(describing: $0) } + log.said + [log.summary.text])
  }

  @Test func noPlantedValueIsInAnyOutputOfJSON() throws {
    let quoted = Self.sentence
    let log = try LogFixture(
      """
      {"id":"\(quoted)","subject":"\(quoted)","tags":["\(quoted)"],"via":{"channel":"\(quoted)"}}
      {"id":2,"subject":"\(quoted)","created_at":"\(quoted)"}
      {"id":3,"subject":"\(quoted)
      {"id":4,"\(quoted)":"\(quoted)","subject":"x"}

      """)
    #expect(log.summary.accepted == 2 && log.summary.rejected == 2)
    Self.expectNothingPlanted(
      in: log.contacts.map { String(describing: $0) } + log.said + [log.summary.text])
  }

  @Test(arguments: [
    ("7", "7"), ("601234567", "601234567"), ("GH-1234", "GH-1234"), ("jan@x.pl", "row-2"),
    ("+48 601 234 567", "row-2"), ("PL61109010140000071219812874", "row-2"),
    ("4111 1111 1111 1111", "row-2"),
  ])
  func idsThatGiveTheirCustomerAwayAreNotShown(_ id: String, _ shown: String) throws {
    #expect(try LogFixture("id;reason\n\(id);x\n").contacts.map(\.id) == [shown])
  }

  @Test(arguments: [
    "\(sentence);x;y\n1;2;3\n", "name;x;\(sentence)\n1;2;3\n", "{\"\(sentence)\":\"x\"}\n",
  ])
  func noPlantedValueIsInTheWordsForAnUnusableLog(_ text: String) {
    let failure = LogFixture.failure(Array(text.utf8))
    #expect(failure.contains("error:"))
    Self.expectNothingPlanted(in: [failure])
  }

  @Test func longTextIsCutBehindWhatIsRedacted() throws {
    let filler = String(repeating: "words and ", count: 6_550)
    for shift in stride(from: 0, to: 60, by: 7) {
      let text = filler + String(repeating: "x", count: shift) + " " + Self.sentence
      let log = try LogFixture("reason\n\"\(text + filler)\"\n")
      Self.expectNothingPlanted(in: log.reasons)
    }
  }
}
