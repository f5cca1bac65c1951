import KnowledgeBase

extension GapReport {
  /// The topics as a table for spreadsheets: one row a topic, RFC 4180, no cell that a spreadsheet
  /// would take for a formula.
  package var csv: String {
    let head = [
      "id", "language", "verdict", "confidence", "topic", "contacts", "before", "share",
      "first contact resolution", "repeats", "escalated", "handling minutes",
      "cost \(assumptions.currency)", "customers at risk", "article", "words", "words to add",
      "decision", "owner", "due", "done", "views", "searches", "searches without result",
      "contact ids",
    ]
    let rows = topics.map { topic -> [Cell] in
      let measures = topic.measures
      return [
        .text(topic.id), .text(topic.language), .text(topic.verdict.rawValue),
        .text(topic.confidence.rawValue), .text(topic.name), .number(Double(measures.contacts)),
        topic.before.map { .number(Double($0)) } ?? .none, .number(measures.share),
        measures.firstContactResolution.map(Cell.number) ?? .none,
        .number(Double(measures.repeats)), .number(Double(measures.escalated)),
        .number(measures.handlingMinutes), .number(measures.cost),
        .number(measures.customersAtRisk), .text(topic.article ?? ""),
        .text(topic.words.joined(separator: " ")), .text(topic.wordsToAdd.joined(separator: " ")),
        .text(topic.decision?.action ?? ""), .text(topic.decision?.owner ?? ""),
        .text(topic.decision?.due ?? ""), .text(topic.decision?.done ?? ""),
        topic.selfService.map { .number(Double($0.views)) } ?? .none,
        topic.selfService.map { .number(Double($0.searches)) } ?? .none,
        topic.selfService.map { .number(Double($0.withoutResult)) } ?? .none,
        .text(topic.contacts.joined(separator: " ")),
      ]
    }
    return ([head.map(Cell.text)] + rows + searches(columns: head)).map { row in
      row.map(\.field).joined(separator: ",")
    }.joined(separator: "\r\n") + "\r\n"
  }
}

extension GapReport {
  /// Searches without result for what nobody made contact about.
  private func searches(columns: [String]) -> [[Cell]] {
    (selfService?.unanswered ?? []).filter { !$0.isAlsoContact }.map { query in
      let cells: [String: Cell] = [
        "id": .text(query.id), "language": .text(query.language),
        "verdict": .text(query.verdict.rawValue), "topic": .text(query.name),
        "contacts": .number(0), "article": .text(query.article ?? ""),
        "words to add": .text(
          query.verdict == .notFound ? query.wordings.joined(separator: " | ") : ""),
        "searches": .number(Double(query.searches)),
        "searches without result": .number(Double(query.withoutResult)),
      ]
      return columns.map { cells[$0] ?? .none }
    }
  }
}

/// A cell of a table for spreadsheets.
private enum Cell {
  case text(String)
  case number(Double)
  case none

  var field: String {
    switch self {
    case .none: ""
    case .number(let value) where value == value.rounded() && abs(value) < 1e15: "\(Int(value))"
    case .number(let value): "\(value)"
    case .text(let text): Self.quoted(Self.harmless(text))
    }
  }

  /// With an apostrophe before what a spreadsheet would compute.
  ///
  /// The characters are those that OWASP lists for formula injection.
  private static func harmless(_ text: String) -> String {
    guard let first = text.unicodeScalars.first, "=+-@\t\r\n＝＋－＠".unicodeScalars.contains(first)
    else { return text }
    return "'" + text
  }

  private static func quoted(_ text: String) -> String {
    guard text.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D, 0x3B].contains($0) }) else {
      return text
    }
    return "\"\(text.replacing(mark: "\"", with: "\"\""))\""
  }
}
