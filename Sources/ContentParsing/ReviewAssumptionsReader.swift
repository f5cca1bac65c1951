import KnowledgeBase

/// Reads what `signpost.yml` says reviews rest on.
///
///     review: {cost-per-minute: 2.5, currency: PLN, repeat-days: 14, customers: 12000,
///              leaving-after-one: 2%, leaving-after-several: 23%}
enum ReviewAssumptionsReader {
  private static let mostDays = 365

  static func read(_ reader: inout YAMLReader) -> ReviewAssumptions {
    var assumptions = ReviewAssumptions()
    guard var entry = reader.mapping("review") else { return assumptions }
    if let cost = amount("cost-per-minute", &entry) { assumptions.costPerMinute = cost }
    if let currency = entry.string("currency") { assumptions.currency = currency }
    if let days = count("repeat-days", in: 1...mostDays, cure: "7", &entry) {
      assumptions.repeatDays = days
    }
    assumptions.customers = count(
      "customers", in: 1...Int(Int32.max), cure: "12000", &entry)
    if let share = share("leaving-after-one", &entry) { assumptions.leavingOnce = share }
    if let share = share("leaving-after-several", &entry) { assumptions.leavingRepeated = share }
    entry.finish()
    reader.absorb(entry)
    return assumptions
  }

  private static func amount(_ key: String, _ entry: inout YAMLReader) -> Double? {
    guard let text = entry.string(key) else { return nil }
    if let amount = Double(text), amount >= 0, amount.isFinite { return amount }
    report(key, "'\(text)' isn't an amount", cure: "0.6", &entry)
    return nil
  }

  private static func count(
    _ key: String, in range: ClosedRange<Int>, cure: String, _ entry: inout YAMLReader
  ) -> Int? {
    guard let count = entry.integer(key) else { return nil }
    if range.contains(count) { return count }
    report(
      key, "\(count) isn't between \(range.lowerBound) and \(range.upperBound)",
      cure: cure, &entry)
    return nil
  }

  private static func share(_ key: String, _ entry: inout YAMLReader) -> Double? {
    guard let text = entry.string(key) else { return nil }
    if text.hasSuffix("%"), let percent = Double(text.dropLast()), 0...100 ~= percent {
      return percent / 100
    }
    report(key, "'\(text)' isn't a share", cure: "2%", &entry)
    return nil
  }

  private static func report(
    _ key: String, _ fault: String, cure: String, _ entry: inout YAMLReader
  ) {
    entry.report(
      .error, rule: "review", at: entry.node(key), fault, cures: ["write it as \(key): \(cure)"])
  }
}
