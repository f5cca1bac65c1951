import Availability
import Diagnostics
import Yams

/// Reads hours: `{mon-fri: "8:00-12:00, 13:00-20:00", sat: closed}`, and single days' `8:00-14:00`.
enum OpeningHoursReader {
  private static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]
  /// A range through the night that is longer than this is more likely two swapped times, unless
  /// nobody would begin that early.
  private static let longestNight = 13 * 60
  private static let earliestStart = 5 * 60

  /// Seven days of ranges, Monday first; nil when the key isn't there or isn't a mapping.
  static func week(_ key: String, _ reader: inout YAMLReader) -> [[TimeRange]]? {
    reader.node(key).flatMap { week($0, named: key, &reader) }
  }

  static func week(
    _ node: Node, named name: String, _ reader: inout YAMLReader
  ) -> [[TimeRange]]? {
    guard let mapping = node.mapping else {
      report(
        node, &reader, "'\(name)' should give ranges by weekday",
        cure: "write \(name): {mon-fri: \"8:00-20:00\"}")
      return nil
    }
    var week: [[TimeRange]] = Array(repeating: [], count: 7)
    for (dayNode, value) in mapping {
      guard let days = days(dayNode, &reader), let ranges = ranges(value, &reader) else { continue }
      for day in days {
        if overlaps(week[day] + ranges) {
          report(
            value, &reader, "ranges overlap on \(weekdays[day].capitalizedFirst)",
            cure: "let each range begin after the one before has ended")
          break
        }
        week[day] = (week[day] + ranges).sorted()
      }
    }
    return week
  }

  /// The ranges of one day, empty for `closed`; nil when the key isn't there or can't be read.
  static func ranges(_ key: String, _ reader: inout YAMLReader) -> [TimeRange]? {
    reader.node(key).flatMap { ranges($0, &reader) }
  }

  static func onHolidays(
    _ key: String, _ reader: inout YAMLReader
  ) -> OpeningHours.OnHolidays? {
    guard let node = reader.node(key) else { return nil }
    if node.scalar?.string == "open" { return .open }
    return ranges(node, &reader).map { .ranges($0) }
  }

  /// `{mon-fri: {"8:00-10:00": 12 minutes}}` as seven days, empty when the key isn't there.
  static func waits(_ key: String, _ reader: inout YAMLReader) -> [[ExpectedWait]] {
    guard let node = reader.node(key) else { return [] }
    var week: [[ExpectedWait]] = Array(repeating: [], count: 7)
    for (dayNode, value) in node.mapping ?? [:] {
      guard let days = days(dayNode, &reader) else { continue }
      for (rangeNode, waitNode) in value.mapping ?? [:] {
        guard let ranges = ranges(rangeNode, &reader) else { continue }
        let text = waitNode.scalar?.string ?? ""
        guard let wait = AnswerPromise(text), wait.unit == .minutes else {
          report(
            waitNode, &reader, "'\(text)' isn't a number of minutes", cure: "write 12 minutes")
          continue
        }
        for day in days {
          week[day] += ranges.map { ExpectedWait(range: $0, minutes: wait.amount) }
        }
      }
    }
    if node.mapping == nil {
      report(
        node, &reader, "'\(key)' should give minutes by weekday and range",
        cure: "write \(key): {mon-fri: {\"8:00-10:00\": 12 minutes}}")
      return []
    }
    return week
  }

  // MARK: Parts

  private static func ranges(_ node: Node, _ reader: inout YAMLReader) -> [TimeRange]? {
    let scalars = node.sequence.map(Array.init) ?? [node]
    var ranges: [TimeRange] = []
    for scalar in scalars {
      guard let text = scalar.scalar?.string else {
        report(
          scalar, &reader, "hours should be ranges", cure: "write \"8:00-12:00, 13:00-20:00\"")
        return nil
      }
      if text == "closed" { continue }
      for part in text.split(separator: ",") {
        guard let range = range(part, at: scalar, &reader) else { return nil }
        ranges.append(range)
      }
    }
    guard !overlaps(ranges) else {
      report(
        node, &reader, "ranges overlap", cure: "let each range begin after the one before has ended"
      )
      return nil
    }
    return ranges.sorted()
  }

  private static func range(
    _ text: Substring, at node: Node, _ reader: inout YAMLReader
  ) -> TimeRange? {
    let shown = text.trimmingSpaces
    let times = text.split(whereSeparator: { $0 == "-" || $0 == "–" }).map(\.trimmingSpaces)
    guard times.count == 2 else {
      report(
        node, &reader, "'\(shown)' isn't a range of time",
        cure: "write \"8:00-20:00\", or closed")
      return nil
    }
    var minutes: [Int] = []
    for time in times {
      guard let minute = minute(time) else {
        report(
          node, &reader, "'\(time)' isn't a time", cure: "write 8:00 or 20:30, from 0:00 to 24:00")
        return nil
      }
      minutes.append(minute)
    }
    let (start, end) = (minutes[0], minutes[1])
    if start == end || start == 1440 {
      report(
        node, &reader, "range '\(shown)' is empty", cure: "write \"0:00-24:00\" for the whole day")
      return nil
    }
    // To midnight is to the end of the day.
    if earliestStart <= end, end < start, end + 1440 - start > longestNight {
      reader.report(
        .warning, rule: "opening-hours", at: node,
        "range '\(shown)' goes through the night for \((end + 1440 - start) / 60) hours",
        cures: ["if the times are swapped, write \"\(times[1])-\(times[0])\""])
    }
    return TimeRange(start: start, end: end < start ? end + 1440 : end)
  }

  /// Minutes after midnight of `8`, `8:00` or `8.00`.
  private static func minute(_ text: String) -> Int? {
    let parts = text.split(
      maxSplits: 1, omittingEmptySubsequences: false, whereSeparator: { $0 == ":" || $0 == "." })
    guard parts.allSatisfy({ $0.allSatisfy(\.isASCIIDigit) }), 1...2 ~= parts[0].count,
      parts.count == 1 || parts[1].count == 2, let hour = Int(parts[0]),
      let minute = parts.count == 1 ? 0 : Int(parts[1]), minute < 60, hour * 60 + minute <= 1440
    else { return nil }
    return hour * 60 + minute
  }

  /// The days of `mon`, `mon-fri` or `sat, sun`, 0 for Monday.
  private static func days(_ node: Node, _ reader: inout YAMLReader) -> [Int]? {
    let text = node.scalar?.string ?? ""
    var days: [Int] = []
    for part in text.split(separator: ",") {
      var ends: [Int] = []
      for name in part.split(separator: "-").map(\.trimmingSpaces) {
        guard let day = weekday(name) else {
          let meant =
            didYouMean(name.lowercased(), among: weekdays.map { String($0.prefix(3)) })
            ?? didYouMean(name.lowercased(), among: weekdays)
          report(
            node, &reader, "'\(name)' isn't a weekday",
            cure: meant.map { "did you mean '\($0)'?" } ?? "write mon, mon-fri or sat-sun")
          return nil
        }
        ends.append(day)
      }
      guard let first = ends.first, let last = ends.last, ends.count <= 2 else {
        report(
          node, &reader, "'\(part.trimmingSpaces)' isn't a weekday or a range of them",
          cure: "write mon, mon-fri or sat-sun")
        return nil
      }
      days += (0...((last - first + 7) % 7)).map { (first + $0) % 7 }
    }
    return days
  }

  private static func weekday(_ name: String) -> Int? {
    let name = name.lowercased()
    return weekdays.firstIndex { $0 == name || (name.count >= 3 && $0.hasPrefix(name)) }
  }

  private static func overlaps(_ ranges: [TimeRange]) -> Bool {
    let sorted = ranges.sorted()
    return zip(sorted, sorted.dropFirst()).contains { $0.end > $1.start }
  }

  private static func report(
    _ node: Node, _ reader: inout YAMLReader, _ summary: String, cure: String
  ) {
    reader.report(.error, rule: "opening-hours", at: node, summary, cures: [cure])
  }
}

extension StringProtocol {
  fileprivate var trimmingSpaces: String {
    let isSpace: (Character) -> Bool = { $0 == " " || $0 == "\t" }
    return String(drop(while: isSpace).reversed().drop(while: isSpace).reversed())
  }

  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { isASCII && isWholeNumber }
}
