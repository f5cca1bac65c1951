import Availability
import CivilCalendar
import Diagnostics

/// `waits.yml`: how long people usually wait, measured from a log. What it says of a channel goes
/// before the `waits` of `contact.yml`.
///
///     from: 2026-08-03
///     until: 2026-10-31
///     channels:
///       phone: {mon-fri: {"8:00-10:00": 6 minutes}, sat: {"9:00-17:00": 3 minutes}}
package enum WaitsFile {
  package static let name = "waits.yml"
  private static let weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

  static func read(
    _ file: SourceFile, into plan: ContactPlan, diagnostics: inout [Diagnostic]
  ) -> ContactPlan {
    var reader = YAMLReader(file.text, in: file)
    defer { diagnostics += reader.diagnostics }
    guard reader.isReadable else { return plan }
    _ = reader.node("from")
    _ = reader.node("until")
    var waits: [String: [[ExpectedWait]]] = [:]
    if var channels = reader.mapping("channels") {
      for channel in plan.channels where channels.node(channel.id) != nil {
        waits[channel.id] = OpeningHoursReader.waits(channel.id, &channels)
      }
      channels.finish(offering: plan.channels.map(\.id))
      reader.absorb(channels)
    }
    reader.finish()
    return plan.with(waits: waits)
  }

  /// The file's text, the same days of the week taken together.
  package static func text(
    _ waits: [(channel: Channel, week: [[ExpectedWait]])], from: CalendarDay, until: CalendarDay
  ) -> String {
    let channels = waits.map { channel, week in
      "  \(channel.id):\n"
        + spans(of: week).map { days, waits in
          "    \(days): {"
            + waits.map { wait in
              "\"\(clock(wait.range.start))-\(clock(wait.range.end))\": \(wait.minutes) "
                + (wait.minutes == 1 ? "minute" : "minutes")
            }.joined(separator: ", ") + "}\n"
        }.joined()
    }
    return """
      # Written by 'signpost contacts waits --write': four of five waited no longer.
      from: \(from)
      until: \(until)
      channels:
      \(channels.joined())
      """
  }

  /// `mon-fri` and what holds then, for days in a row that are alike.
  private static func spans(of week: [[ExpectedWait]]) -> [(days: String, waits: [ExpectedWait])] {
    var spans: [(first: Int, last: Int)] = []
    for day in week.indices where !week[day].isEmpty {
      if let span = spans.last, span.last == day - 1, week[span.first] == week[day] {
        spans[spans.count - 1].last = day
      } else {
        spans.append((day, day))
      }
    }
    return spans.map { first, last in
      let days = first == last ? weekdays[first] : "\(weekdays[first])-\(weekdays[last])"
      return (days, week[first])
    }
  }

  private static func clock(_ minutes: Int) -> String {
    let minute = minutes % 60
    return "\(minutes / 60 % 24):\(minute < 10 ? "0" : "")\(minute)"
  }
}
