import Foundation
import Testing

@testable import GapAnalysis

@Suite struct ContactAssignmentTests {
  private struct Read: Decodable {
    let article: String?
    let band: String
    let contact: String
    let coverage: Double
    let group: String
  }

  @Test(arguments: [
    ("7", "refund", 0.125, "en-money"), ("a\"b\\c", nil, 0, "pl-łódź/1"),
    ("line\nbreak\u{1}\t", "пин", 1, "ru-\u{7F}🙂"), ("", "", 0.001, ""),
  ])
  func linesReadBackAsTheyWere(
    contact: String, article: String?, coverage: Double, group: String
  ) throws {
    let assignment = ContactAssignment(
      contact: contact, article: article, coverage: coverage, band: .unsure, group: group)
    var line: [UInt8] = []
    assignment.appendLine(to: &line)
    #expect(line.count { $0 == 0x0A } == 1 && line.last == 0x0A)
    let read = try JSONDecoder().decode(Read.self, from: Data(line))
    #expect(read.contact == contact && read.article == article && read.group == group)
    #expect(read.coverage == coverage && read.band == "unsure")
  }

  @Test func keysAreSortedAndAMissingArticleIsNull() {
    var lines: [UInt8] = []
    for article in [nil, "refund"] {
      ContactAssignment(
        contact: "7", article: article, coverage: 1, band: .covered, group: "en-money"
      ).appendLine(to: &lines)
    }
    #expect(
      String(decoding: lines, as: UTF8.self) == """
        {"article":null,"band":"covered","contact":"7","coverage":1,"group":"en-money"}
        {"article":"refund","band":"covered","contact":"7","coverage":1,"group":"en-money"}

        """)
  }
}
