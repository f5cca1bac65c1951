import Availability

extension AnswerTimes {
  /// How long four of five people waited on channels that are answered while they wait, by weekday
  /// and part of the day: neighbouring hours with too few contacts are taken together.
  ///
  /// - Returns: The channels with hours that the log knows enough of, in the plan's order.
  package var waits: [(channel: Channel, week: [[ExpectedWait]])] {
    guard let plan else { return [] }
    return plan.channels.compactMap { channel in
      guard channel.kind == .phone || channel.kind == .chat, let hours = channel.hours,
        !hours.isAroundTheClock
      else { return nil }
      let week = Self.week(of: own(of: channel), hours: hours.week)
      return week.allSatisfy(\.isEmpty) ? nil : (channel, week)
    }
  }

  /// A published wait beside the log.
  package struct MeasuredWait: Sendable {
    package let wait: ExpectedWait
    package let timed: Int
    /// The share of contacts that waited no longer.
    package let kept: Double
    /// Minutes that four of five waited at most.
    package let truthful: Int
  }

  /// The usual waits that the contact page names, of which the log knows enough.
  package func measuredWaits(of channel: Channel) -> [MeasuredWait] {
    let own = own(of: channel)
    let published = channel.waits.flatMap(\.self)
    return published.enumerated().filter { published.firstIndex(of: $1) == $0 }
      .compactMap { _, wait in
        let days = channel.waits.indices.filter { channel.waits[$0].contains(wait) }
        let minutes = Self.minutes(of: own, on: days, in: wait.range).sorted()
        guard minutes.count >= Self.fewest,
          let measured = Statistics.quantile(Self.keptShare, of: minutes)
        else { return nil }
        return MeasuredWait(
          wait: wait, timed: minutes.count,
          kept: rounded(
            Double(minutes.count { $0 <= Double(wait.minutes) }) / Double(minutes.count)),
          truthful: Self.shown(measured))
      }
  }

  /// The answers of the log's channels that are meant by one of the contact page.
  private func own(of channel: Channel) -> [Sample] {
    samples.keys.sorted().filter { self.channel(named: $0)?.id == channel.id }
      .flatMap { samples[$0] ?? [] }
  }

  private static func minutes(
    of samples: [Sample], on days: [Int], in range: TimeRange
  ) -> [Double] {
    samples.filter { sample in
      sample.came.map {
        Self.holds($0, on: days, in: range)
      } ?? false
    }.map(\.minutes)
  }

  /// What comes after midnight belongs to the evening's range.
  private static func holds(_ came: Moment, on days: [Int], in range: TimeRange) -> Bool {
    let isToday = range.start <= came.minute && came.minute < range.end
    return (isToday && days.contains(came.weekday))
      || (came.minute + 1440 < range.end && days.contains((came.weekday + 6) % 7))
  }

  /// 1, 2, 3 or 5 minutes, then in steps of five: nobody tells 6 from 7.
  private static func shown(_ minutes: Double) -> Int {
    let whole = max(1, Int(minutes.rounded(.up)))
    return whole <= 3 ? whole : (whole + 4) / 5 * 5
  }

  /// Days with the same hours are taken together.
  private static func week(of samples: [Sample], hours: [[TimeRange]]) -> [[ExpectedWait]] {
    var week: [[ExpectedWait]] = Array(repeating: [], count: hours.count)
    for (number, ranges) in hours.enumerated() where !ranges.isEmpty {
      let days = hours.indices.filter { hours[$0] == ranges }
      guard days.first == number else { continue }
      let waits = ranges.flatMap { Self.waits(of: samples, on: days, in: $0) }
      for day in days { week[day] = waits }
    }
    return week
  }

  private static func waits(
    of samples: [Sample], on days: [Int], in range: TimeRange
  ) -> [ExpectedWait] {
    var parts: [(range: TimeRange, minutes: [Double])] = []
    // The hours after midnight are one part.
    for start in stride(from: range.start, to: min(range.end, 1440), by: 60) {
      let end = start + 60 >= 1440 ? range.end : min(start + 60, range.end)
      guard let part = TimeRange(start: start, end: end) else { continue }
      let minutes = Self.minutes(of: samples, on: days, in: part)
      if let last = parts.last, last.minutes.count < fewest,
        let joined = TimeRange(start: last.range.start, end: part.end)
      {
        parts[parts.count - 1] = (joined, last.minutes + minutes)
      } else {
        parts.append((part, minutes))
      }
    }
    if parts.count > 1, let last = parts.last, last.minutes.count < fewest,
      let joined = TimeRange(start: parts[parts.count - 2].range.start, end: last.range.end)
    {
      parts[parts.count - 2].minutes += last.minutes
      parts[parts.count - 2].range = joined
      parts.removeLast()
    }
    return parts.reduce(into: []) { waits, part in
      guard part.minutes.count >= fewest,
        let wait = Statistics.quantile(keptShare, of: part.minutes.sorted())
      else { return }
      let minutes = shown(wait)
      if let last = waits.last, last.minutes == minutes, last.range.end == part.range.start,
        let joined = TimeRange(start: last.range.start, end: part.range.end)
      {
        waits[waits.count - 1] = ExpectedWait(range: joined, minutes: minutes)
      } else {
        waits.append(ExpectedWait(range: part.range, minutes: minutes))
      }
    }
  }
}
