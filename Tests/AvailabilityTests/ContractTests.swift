import Availability
import CivilCalendar
import Diagnostics
import Foundation
import Testing

@testable import ContentParsing

/// The cases that the page's script is held to as well, on the rules that are written for it.
@Suite struct ContractTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "ScriptTests")

  private struct Contract: Decodable {
    let plans: [Plan]
  }

  struct Plan: Decodable, Sendable, CustomTestStringConvertible {
    let name: String
    let from: String
    let until: String
    let contact: [String]
    let cases: [[String?]]
    let spoken: [[String?]]?
    let waits: [Wait]?
    let callBacks: [CallBackTimes]?

    struct Wait: Decodable, Sendable {
      let channel: String
      let at: String
      let minutes: Int?

      init(from decoder: any Decoder) throws {
        var row = try decoder.unkeyedContainer()
        channel = try row.decode(String.self)
        at = try row.decode(String.self)
        minutes = try row.decodeNil() ? nil : row.decode(Int.self)
      }
    }

    struct CallBackTimes: Decodable, Sendable {
      let channel: String
      let at: String
      let starts: [String]

      init(from decoder: any Decoder) throws {
        var row = try decoder.unkeyedContainer()
        channel = try row.decode(String.self)
        at = try row.decode(String.self)
        starts = try row.decode([String].self)
      }
    }

    var testDescription: String { name }

    func read() throws -> ContactPlan {
      var diagnostics: [Diagnostic] = []
      let file = SourceFile(path: "contact.yml", text: contact.joined(separator: "\n"))
      let plan = ContactFile.read(file, diagnostics: &diagnostics)
      #expect(diagnostics.map(\.summary) == [])
      return try #require(plan)
    }
  }

  static func plans() throws -> [Plan] {
    let data = try Data(contentsOf: folder.appending(path: "availability-contract.json"))
    return try JSONDecoder().decode(Contract.self, from: data).plans
  }

  @Test(arguments: try plans())
  func tellsStateChangeAndDueTimeOfEveryCase(plan: Plan) throws {
    let contact = try plan.read()
    #expect(!plan.cases.isEmpty)
    for row in plan.cases {
      let channel = try #require(contact.channels.first { $0.id == row[0] })
      let instant = try #require(row[1].flatMap(Self.instant))
      let state = contact.state(of: channel, at: instant)
      let told: [String?] = [
        channel.id, row[1], state.map { $0.isOpen ? "open" : "closed" },
        state?.until.map(Self.text),
        contact.answerDue(on: channel, after: instant).map(Self.text),
      ]
      #expect(told == row)
    }
  }

  @Test(arguments: try plans())
  func tellsWhenALanguageIsSpoken(plan: Plan) throws {
    let contact = try plan.read()
    for row in plan.spoken ?? [] {
      let channel = try #require(contact.channels.first { $0.id == row[0] })
      let instant = try #require(row[2].flatMap(Self.instant))
      let state = contact.state(of: channel, in: row[1], at: instant)
      let told: [String?] = [
        channel.id, row[1], row[2], state.map { $0.isOpen ? "open" : "closed" },
        state?.until.map(Self.text),
      ]
      #expect(told == row)
    }
  }

  @Test(arguments: try plans())
  func tellsTheUsualWaitAndTheTimesForACallBack(plan: Plan) throws {
    let contact = try plan.read()
    for row in plan.waits ?? [] {
      let channel = try #require(contact.channels.first { $0.id == row.channel })
      let instant = try #require(Self.instant(row.at))
      #expect(contact.expectedWait(on: channel, at: instant) == row.minutes, "at \(row.at)")
    }
    for row in plan.callBacks ?? [] {
      let channel = try #require(contact.channels.first { $0.id == row.channel })
      let instant = try #require(Self.instant(row.at))
      let slots = contact.callBackSlots(on: channel, after: instant, limit: row.starts.count)
      #expect(slots.map { Self.text($0.start) } == row.starts, "at \(row.at)")
      #expect(slots.allSatisfy { $0.end.minutes - $0.start.minutes == channel.callBack?.slot })
    }
  }

  /// `UPDATE_SNAPSHOTS=1` writes the file anew.
  @Test func writesTheRulesThatTheScriptIsTestedWith() throws {
    var rules: [String: AvailabilityRules] = [:]
    for plan in try Self.plans() {
      let from = try #require(CalendarDay(plan.from))
      let until = try #require(CalendarDay(plan.until))
      let contact = try plan.read()
      rules[plan.name] = AvailabilityRules(contact, from: from, through: until)
      rules["\(plan.name) on pages"] = AvailabilityRules(
        contact, from: from, through: until, isForPages: true)
    }
    let file = Self.folder.appending(path: "availability-rules.json")
    if ProcessInfo.processInfo.environment["UPDATE_SNAPSHOTS"] != nil {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      try encoder.encode(rules).write(to: file)
      Issue.record("the snapshot was written anew")
    }
    let golden = try JSONDecoder().decode(
      [String: AvailabilityRules].self, from: Data(contentsOf: file))
    #expect(rules == golden)
  }

  static func instant(_ text: String) -> Instant? {
    let date = try? Date(text.replacing("Z", with: ":00Z"), strategy: .iso8601)
    return date.map { Instant(secondsSince1970: Int($0.timeIntervalSince1970)) }
  }

  private static func text(_ instant: Instant) -> String {
    let time = TimeZoneRules.utc.wallTime(at: instant)
    let (hour, minute) = (time.minute / 60, time.minute % 60)
    return "\(time.day)T\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)Z"
  }
}
