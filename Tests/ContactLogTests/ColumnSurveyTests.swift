import Testing

@testable import ContactLog

/// Columns whose names say nothing are known by what they hold, in CSV and in JSON alike.
@Suite struct ColumnSurveyTests {
  /// The log as it is, as JSON lines, and as an array in JSON.
  private func forms(of text: String) -> [String] {
    let rows = text.split(separator: "\n").map { row in
      row.split(omittingEmptySubsequences: false) { $0 == (text.contains(";") ? ";" : ",") }
    }
    let objects = rows.dropFirst().map { row in
      let members = zip(rows[0], row).filter { !$1.isEmpty }.map { "\"\($0)\": \"\($1)\"" }
      return "{" + members.joined(separator: ", ") + "}"
    }
    return [text, objects.joined(separator: "\n"), "[\(objects.joined(separator: ",\n"))]"]
  }

  private func columns(_ text: String, options: ReadOptions = ReadOptions()) throws -> [String] {
    try LogFixture(text, options: options).summary.columns.map {
      "\($0.field.rawValue)=\($0.header)" + ($0.isFoundByValues ? "*" : "")
    }
  }

  @Test(arguments: [
    // When
    ("nr,kiedy,powód\n1,2026-10-15 08:30,a\n2,2026-10-16 09:00,b\n", ["time=kiedy*"]),
    ("nr,kiedy,powód\n1,27.11.2026 14:05,a\n", ["time=kiedy*"]),
    ("nr,kiedy,powód\n1,6/21/2025 16:14,a\n2,7/1/2025 16:14,b\n", ["time=kiedy*"]),
    // Contacts are closed after they were made.
    ("nr,x,y,powód\n1,2026-10-17,2026-10-15,a\n2,2026-10-19,2026-10-16,b\n", ["time=y*"]),
    // A name goes before values; a date in some rows isn't when; ten digits may be a telephone.
    ("nr,kiedy,data,powód\n1,2026-10-15,2026-10-16,a\n", ["time=data"]),
    ("nr,kiedy,powód\n1,2026-10-15,a\n2,,b\n", []), ("nr,kto,powód\n1,1760000000,a\n", []),
  ])
  func aColumnOfDatesIsWhen(_ text: String, _ time: [String]) throws {
    for form in forms(of: text) {
      #expect(try columns(form) == ["id=nr"] + time + ["reason=powód"])
    }
  }

  @Test(arguments: [
    ("Date,Time,Reason\n2026-10-15,08:30,a\n2026-10-16,5:15 PM,b\n", ["T08:30", "T17:15"]),
    ("Дата;Время звонка;Вопрос\n15.10.2026;08:30:10;a\n", ["T08:30:10"]),
    ("Data;Godzina;Powód\n2026-10-15;8:30;a\n2026-10-16;;b\n", ["T08:30", "T00:00"]),
    // Days with a time of their own need no other; what isn't a time, or isn't called so, is none.
    ("Date,Time,Reason\n2026-10-15 09:00,08:30,a\n", ["T09:00"]),
    ("Date,Hour,Reason\n2026-10-15,early,a\n", ["T00:00"]),
    ("Date,Talked,Reason\n2026-10-15,08:30,a\n", ["T00:00"]),
  ])
  func theTimeOfDayMayHaveAColumnOfItsOwn(_ text: String, _ times: [String]) throws {
    for form in forms(of: text) {
      let log = try LogFixture(form)
      for (time, wanted) in zip(log.times, times) { #expect(time.contains(wanted)) }
      #expect(log.times.count == times.count && log.said.isEmpty)
    }
  }

  private static let asked = [
    "Kā atgūt naudu par braucienu?", "Auto nesākas, ko darīt tagad", "Nav kartes manā mašīnā",
  ]

  @Test func textsSayWhyWhereNothingElseDoes() throws {
    let rows = Self.asked.map { "Rīga;\($0);Mēs atvainojamies un atmaksāsim visu naudu pilnībā\n" }
    for form in forms(of: "vieta;x;Mūsu atbilde\n" + rows.joined()) {
      #expect(try columns(form) == ["reason=x*"])
      let log = try LogFixture(form)
      #expect(log.reasons == Self.asked && log.said.isEmpty)
      #expect(log.summary.text.contains("reason from 'x' by its values; without effect"))
    }
  }

  @Test func listsOfLabelsAreNoTextInJSON() throws {
    let rows = Self.asked.map {
      "{\"x\": [\"ļoti liels steidzams\", \"\($0)\"], \"y\": \"\($0)\"}\n"
    }
    #expect(try columns(rows.joined()) == ["reason=y*"])
  }

  @Test func membersAfterTheFirstObjectsAreKnownByTheirNames() throws {
    let first = (0..<300).map { "{\"x\": \"\(Self.asked[$0 % 3]) \($0)\"}\n" }.joined()
    let log = try LogFixture(
      first + "{\"x\": \"Nav kartes\", \"kanāls\": \"chat\", \"z\": \"a b c d\"}")
    #expect(log.contacts.count == 301)
    #expect(log.contacts.last?.channel == "chat" && log.contacts.last?.reason == "Nav kartes")
  }

  @Test func textsSayMoreThanAChoiceFromAList() throws {
    let rows = (0..<30).map { "\(["Auto", "Nauda"][$0 % 2]);\(Self.asked[$0 % 3]) \($0)\n" }
    let text = "temats;klients teica\n" + rows.joined()
    var options = ReadOptions()
    options.columns[.reason] = "temats"
    for form in forms(of: text) {
      #expect(try columns(form) == ["reason=klients teica*", "category=temats"])
      #expect(try columns(form, options: options) == ["reason=temats"])
    }
    // Subjects of their own stay what they are.
    let subjects = (0..<30).map { "Nauda \($0);\(Self.asked[$0 % 3]) \($0)\n" }
    for form in forms(of: "temats;klients teica\n" + subjects.joined()) {
      #expect(try columns(form) == ["reason=temats"])
    }
  }

  @Test(arguments: ["2026-10-15 08:30;Nav kartes", "1001;Nav kartes", "LV;Kā atgūt naudu?"])
  func aLogWithoutColumnNamesIsStillTold(_ first: String) {
    let rows = first + "\n" + Self.asked.map { "x;\($0)\n" }.joined()
    #expect(
      LogFixture.failure(Array(rows.utf8)).hasPrefix(
        "log:1: error: first line holds data, not column names"))
  }
}
