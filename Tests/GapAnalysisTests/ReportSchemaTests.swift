import Availability
import ContactLog
import Foundation
import KnowledgeBase
import Testing

@testable import GapAnalysis

/// `gap-report.schema.json` describes the JSON report: all of it, and nothing else.
@Suite struct ReportSchemaTests {
  @Test(arguments: ["2026-10", "2026-W41", "2026-10-08", "2026-Q4", "2026-12", nil])
  func reportsOfEveryPeriodFollowTheSchema(period: String?) throws {
    let report = Self.analyzer.review(Self.contacts, period: period.flatMap { Period($0) }).report
    #expect(try Schema.report.faults(in: Self.json(report)) == [])
  }

  @Test func aReportOfOneContactFollowsTheSchema() throws {
    let report = Fixture.analyzer(Fixture.library([]))
      .review([Fixture.contact(1, "refund", language: nil)], period: nil).report
    #expect(try Schema.report.faults(in: Self.json(report)) == [])
  }

  @Test func everyPropertyIsDescribedAndWrittenByAReviewThatHasEverything() throws {
    let report = try Self.fullReport
    var seen: Set<String> = []
    #expect(try Schema.report.faults(in: Self.json(report), seen: &seen) == [])
    let unwritten = try Schema.report.properties.subtracting(seen).sorted()
    #expect(unwritten == [])
    let undescribed = try Schema.report.undescribed
    #expect(undescribed == [])
  }

  @Test(arguments: [
    (#"{"contacts": 1}"#, "$: 'period' is missing"),
    (#"{"contacts": -1}"#, "$.contacts: below 0"),
    (#"{"contacts": 1.5}"#, "$.contacts: no integer"),
    (#"{"contacts": "1"}"#, "$.contacts: no integer"),
    (#"{"colour": 1}"#, "$.colour: not described"),
    (#"{"topics": [{"verdict": "lost"}]}"#, "$.topics[0].verdict: none of the values"),
    (#"{"effects": [{"date": "2026"}]}"#, "$.effects[0].date: another pattern"),
    (#"{"measures": {"share": 2}}"#, "$.measures.share: above 1"),
    (
      #"{"measures": {"firstContactResolutionInterval": [1]}}"#,
      "$.measures.firstContactResolutionInterval: fewer than 2"
    ),
    (#"{"languages": {"en": "many"}}"#, "$.languages.en: no integer"),
  ])
  func whatDoesNotFollowIsSeen(json: String, fault: String) throws {
    let value = try JSONSerialization.jsonObject(with: Data(json.utf8))
    #expect(try Schema.report.faults(in: value).contains(fault))
  }
}

// MARK: Reviews

extension ReportSchemaTests {
  fileprivate static func json(_ report: GapReport) throws -> Any {
    try JSONSerialization.jsonObject(with: JSONEncoder().encode(report))
  }

  private static let analyzer = Fixture.analyzer(Fixture.carSharing)

  /// Two months: refunds and parking in both, umbrellas in September only, chargers in October only.
  private static let contacts: [Contact] = {
    let reasons = [
      "09": [
        "when will I get my refund", "where to park the car", "umbrella left behind", "hello",
      ],
      "10": ["when will I get my refund", "where to park the car", "charger is stuck", "hello"],
    ]
    return reasons.sorted { $0.key < $1.key }.enumerated().flatMap { month, entry in
      (0..<80).map { number in
        Fixture.contact(
          month * 100 + number, entry.value[number % 4] + (number % 8 == 0 ? " please" : ""),
          on: "2026-\(entry.key)-\(number % 18 + 10)T10:15", customer: "c\(number % 7)",
          solved: number % 3 == 0, escalated: number % 5 == 0, minutes: 4,
          reply: Double(number % 9) * 40, category: "Category \(number % 4)")
      }
    }
  }()

  /// A review with visits, decisions, promises, revisions and the number of customers.
  private static var fullReport: GapReport {
    get throws {
      let library = Fixture.library(
        Fixture.carSharing.articles.filter { $0.id.rawValue != "refund" } + [
          Fixture.article(
            "refund", "How long does a refund take?", questions: ["When will I get my refund?"],
            text: "At most 10 working days.",
            sections: [
              Section(
                level: 2, anchor: "late", title: "If it is late", text: "Your refund is here.")
            ], updated: "2026-10-10")
        ])
      let topics = analyzer.review(contacts, period: Period("2026-10")).report.topics
      let charger = try #require(topics.first { $0.words.contains("charger") })
      var decision = ReviewDecision(gap: charger.id, action: .write, words: charger.stems)
      decision.owner = "Fleet team"
      decision.decided = "2026-10-02"
      decision.due = "2026-10-10"
      decision.done = "2026-10-18"
      let full = GapAnalyzer(
        library, indexes: Fixture.indexes(library), decisions: [decision],
        assumptions: ReviewAssumptions(customers: 1_000), plan: plan)
      let visits = [
        "refund": VisitCount.Kind.article, "ski rack": .noResult, "refund when": .search,
      ]
      .sorted { $0.key < $1.key }
      .map { VisitCount(kind: $0.value, key: $0.key, language: "en", count: 7) }
      let sticker = VisitCount(kind: .sticker, key: "c6xh KM-1", language: "", count: 4)
      var links = ShortLinks()
      let isNew = links.add("c6xh", to: ArticleID("refund"))
      #expect(isNew)
      return full.adding(
        SiteVisits(
          visits + [
            sticker, VisitCount(kind: .noResult, key: "petrol payment", language: "en", count: 3),
          ], before: visits, shortLinks: links),
        to: full.review(contacts, period: Period("2026-10"))
      ).report
    }
  }

  /// Chats are answered within an hour, at any time.
  private static let plan: ContactPlan = {
    let chat = Channel(
      id: "chat", kind: .chat, title: [:], value: "https://a.example/chat",
      promise: AnswerPromise(amount: 1, unit: .hours))
    return ContactPlan(
      channels: [chat], zone: .utc, holidays: nil,
      workingHours: OpeningHours(week: Array(repeating: [], count: 7)))
  }()
}

// MARK: The schema

/// So much of JSON Schema as the report's needs; another keyword is an error, not passed over.
private struct Schema {
  struct UnknownKeyword: Error { let name: String }
  typealias Node = [String: Any]

  static var report: Schema {
    get throws {
      let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Sources/gap-report.schema.json")
      let json = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
      return Schema(root: try #require(json as? Node))
    }
  }

  let root: Node

  /// The places of all objects' properties: `#/$defs/topic name`.
  var properties: Set<String> {
    Set(objects.flatMap { place, node in names(of: node).map { "\(place) \($0)" } })
  }

  /// Properties that nothing is said about.
  var undescribed: [String] {
    objects.flatMap { place, node in
      names(of: node).filter { name in
        let property = (node["properties"] as? Node)?[name] as? Node
        return (property?["description"] as? String ?? "").isEmpty
      }.map { "\(place) \($0)" }
    }
  }

  /// - Parameter seen: takes the properties that the value has, as `properties` names them.
  func faults(in value: Any, seen: inout Set<String>) throws -> [String] {
    try faults(in: value, at: "$", by: root, place: "#", seen: &seen)
  }

  func faults(in value: Any) throws -> [String] {
    var seen: Set<String> = []
    return try faults(in: value, seen: &seen)
  }

  private func faults(
    in value: Any, at path: String, by node: Node, place: String, seen: inout Set<String>
  ) throws -> [String] {
    let known: Set = [
      "$schema", "title", "description", "$defs", "$ref", "type", "enum", "pattern", "minimum",
      "maximum", "items", "minItems", "maxItems", "properties", "required", "additionalProperties",
    ]
    if let name = node.keys.sorted().first(where: { !known.contains($0) }) {
      throw UnknownKeyword(name: name)
    }
    if let reference = node["$ref"] as? String {
      let name = String(reference.dropFirst("#/$defs/".count))
      let target = try #require((root["$defs"] as? Node)?[name] as? Node, "\(reference)")
      return try faults(in: value, at: path, by: target, place: reference, seen: &seen)
    }
    if let type = node["type"] as? String, !Self.isValue(value, of: type) {
      return ["\(path): no \(type)"]
    }
    var found: [String] = []
    if let text = value as? String {
      if let allowed = node["enum"] as? [String], !allowed.contains(text) {
        found.append("\(path): none of the values")
      }
      if let pattern = node["pattern"] as? String, try !text.contains(Regex(pattern)) {
        found.append("\(path): another pattern")
      }
    }
    if let number = value as? Double {
      if let least = node["minimum"] as? Double, number < least {
        found.append("\(path): below \(Int(least))")
      }
      if let most = node["maximum"] as? Double, number > most {
        found.append("\(path): above \(Int(most))")
      }
    }
    if let items = value as? [Any] {
      if let least = node["minItems"] as? Int, items.count < least {
        found.append("\(path): fewer than \(least)")
      }
      if let most = node["maxItems"] as? Int, items.count > most {
        found.append("\(path): more than \(most)")
      }
      for (number, item) in items.enumerated() {
        found += try faults(
          in: item, at: "\(path)[\(number)]", by: node["items"] as? Node ?? [:],
          place: "\(place)[]", seen: &seen)
      }
    }
    if let object = value as? Node {
      found += (node["required"] as? [String] ?? []).filter { object[$0] == nil }
        .map { "\(path): '\($0)' is missing" }
      for (name, item) in object.sorted(by: { $0.key < $1.key }) {
        let property = (node["properties"] as? Node)?[name] as? Node
        if property != nil { seen.insert("\(place) \(name)") }
        guard let inner = property ?? node["additionalProperties"] as? Node else {
          found.append("\(path).\(name): not described")
          continue
        }
        found += try faults(
          in: item, at: "\(path).\(name)", by: inner, place: "\(place)/\(name)", seen: &seen)
      }
    }
    return found
  }

  private static func isValue(_ value: Any, of type: String) -> Bool {
    switch type {
    case "object": value is Node
    case "array": value is [Any]
    case "string": value is String
    case "boolean": value is Bool
    case "number": value is Double
    case "integer": (value as? Double).map { $0.rounded() == $0 } ?? false
    default: false
    }
  }

  /// Every node that has properties, by its place.
  private var objects: [(place: String, node: Node)] {
    func inside(_ node: Node, _ place: String) -> [(place: String, node: Node)] {
      let properties = (node["properties"] as? Node ?? [:]).sorted { $0.key < $1.key }
      let own = properties.isEmpty ? [] : [(place: place, node: node)]
      let items = (node["items"] as? Node).map { inside($0, place + "[]") } ?? []
      return own + items
        + properties.flatMap { name, inner in inside(inner as? Node ?? [:], "\(place)/\(name)") }
    }
    let definitions = (root["$defs"] as? Node ?? [:]).sorted { $0.key < $1.key }
    return inside(root, "#")
      + definitions.flatMap { name, inner in inside(inner as? Node ?? [:], "#/$defs/\(name)") }
  }

  private func names(of node: Node) -> [String] {
    (node["properties"] as? Node ?? [:]).keys.sorted()
  }
}
