import Foundation
import Testing

@Suite struct GapsCommandTests {
  private static let header = "id,time,channel,language,reason\n"

  private struct Assignment: Decodable {
    let contact: String
    let article: String?
    let coverage: Double
    let band: String
    let group: String
  }

  @Test func givesEveryContactOfThePeriodAnAssignment() throws {
    let centre = try SmallHelpCentre.sample()
    let rows = (1...9).map {
      "c\($0),2026-10-\($0 < 9 ? "1\($0)" : "09")T10:00:00Z,chat,en,\($0 % 2 == 0 ? "refund still not here" : "lost my umbrella")\n"
    }
    try centre.write(
      Self.header + rows.joined() + "c10,2026-09-30T23:00:00Z,chat,en,refund\n", to: "log.csv")
    let outcome = try centre.signpost.run(
      ["gaps", "log.csv", "--period", "2026-10", "--assignments", "out.jsonl"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let assignments = try centre.text(of: "out.jsonl").split(separator: "\n").map {
      try JSONDecoder().decode(Assignment.self, from: Data($0.utf8))
    }
    #expect(assignments.map(\.contact).sorted() == (1...9).map { "c\($0)" })
    let byContact = Dictionary(uniqueKeysWithValues: assignments.map { ($0.contact, $0) })
    #expect(byContact["c2"]?.article == "billing/refund")
    #expect(byContact["c1"]?.band == "gap")
    #expect(assignments.allSatisfy { (0...1).contains($0.coverage) })
    #expect(byContact["c1"]?.group == byContact["c3"]?.group)
    #expect(byContact["c1"]?.group != byContact["c2"]?.group)
  }

  @Test func whatTwoExportsHoldIsCountedOnce() throws {
    let centre = try SmallHelpCentre.sample()
    let rows = (1...9).map { "c\($0),2026-10-1\($0)T10:00:00Z,chat,en,lost my umbrella\n" }
    try centre.write(Self.header + rows.prefix(6).joined(), to: "week.csv")
    try centre.write(Self.header + rows.joined(), to: "month.csv")
    let outcome = try centre.signpost.run(["gaps", "week.csv", "month.csv", "--period", "2026-10"])
    #expect(outcome.output.contains("Contacts: 9"), "\(outcome.output)")
    #expect(outcome.errors.contains("9 rows = 3 new + 6 known + 0 rejected"))
  }

  @Test func volumesAreWrittenForTheSite() throws {
    let centre = try SmallHelpCentre.sample()
    let rows = (1...9).map {
      "c\($0),2026-10-1\($0)T10:00:00Z,chat,en,\($0 % 2 == 0 ? "how long does my refund take" : "lost my umbrella")\n"
    }
    try centre.write(Self.header + rows.joined(), to: "log.csv")
    let outcome = try centre.signpost.run([
      "gaps", "log.csv", "--period", "2026-10", "--save-volumes",
    ])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(
      try centre.text(of: "content/volumes.yml")
        == "period: \"2026-10\"\narticles:\n  billing/refund: 4\n")
    #expect(try centre.signpost.run(["check"]).errors.contains("volumes") == false)
  }

  @Test func aBadRowIsCountedAndShownAndTheRestIsReviewed() throws {
    let centre = try SmallHelpCentre.sample()
    try centre.write(
      Self.header + "1,2026-10-15T10:00:00Z,chat,en,refund\n2,2026-10-15T10:00:00Z,chat,en\n",
      to: "log.csv")
    let outcome = try centre.signpost.run(["gaps", "log.csv"])
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("log.csv:3: warning: row has 4 fields instead of 5 [log-row]"))
    #expect(outcome.output.hasPrefix("Gap review · whole log · Contacts: 1 (en 1)"))
  }

  @Test func otherColumnsAreNamedWithTheCure() throws {
    let centre = try SmallHelpCentre.sample()
    try centre.write("first;second\n1;2\n", to: "log.csv")
    let outcome = try centre.signpost.run(["gaps", "log.csv"])
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("log.csv:1: error: no column says why"))
    #expect(outcome.errors.contains("'first', 'second'"))
    #expect(outcome.errors.contains("  cure: "))
  }

  @Test func aPeriodOfALogWithoutTimesIsNamedWithTheCure() throws {
    let centre = try SmallHelpCentre.sample()
    try centre.write("reason,when\nrefund,yesterday\n", to: "log.csv")
    let outcome = try centre.signpost.run(["gaps", "--period", "2026-10", "log.csv"])
    #expect(outcome.status == 1)
    #expect(
      outcome.errors.contains(
        "log.csv: error: no column says when contacts were made, so none lies in 2026-10 "
          + "[log-columns]\n  cure: say which: --column time='when'"))
  }

  @Test func aLogThatIsNotThereIsNamed() throws {
    let centre = try SmallHelpCentre.sample()
    let outcome = try centre.signpost.run(["gaps", "missing.csv"])
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("missing.csv: error: log can't be read"))
  }

  @Test func aWrongPeriodIsExitCode64() throws {
    let centre = try SmallHelpCentre.sample()
    let outcome = try centre.signpost.run(["gaps", "--period", "October"])
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("'October' isn't a period"))
  }

  /// Nothing of what a customer told about themselves is in any output.
  @Test func personalDataReachesNoOutput() throws {
    let centre = try SmallHelpCentre.sample()
    let planted = [
      "anna.kowalska@example.org", "+371 2612 3456", "4111 1111 1111 1111", "Kowalska",
    ]
    let rows = (1...4).map {
      "\($0),2026-10-15T10:00:00Z,mail,en,\"where is my umbrella, my name is Anna Kowalska, "
        + "anna.kowalska@example.org or +371 2612 3456, card 4111 1111 1111 1111\"\n"
    }
    try centre.write(Self.header + rows.joined(), to: "log.csv")
    for format in ["text", "html", "json"] {
      let outcome = try centre.signpost.run(
        ["gaps", "log.csv", "--format", format, "--assignments", "out.jsonl"])
      let everything = outcome.output + outcome.errors + (try centre.text(of: "out.jsonl"))
      #expect(everything.contains("umbrella"))
      for value in planted { #expect(!everything.contains(value), "\(value) in \(format)") }
    }
  }
}
