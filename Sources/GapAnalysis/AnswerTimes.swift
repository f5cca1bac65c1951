import Availability
import ContactLog

/// How soon channels answered, by hour, and whether as soon as promised.
///
///     var times = AnswerTimes(plan)
///     contacts.forEach { times.add($0) }
///     times.services.first?.kept  // 0.64
package struct AnswerTimes: Sendable {
  /// A promise is truthful if four of five answers keep it.
  package static let keptShare = 0.8
  /// Fewer answers say nothing about a promise.
  package static let fewest = 20
  /// Fewer answers say nothing about an hour.
  static let fewestOfHour = 10
  /// What could be promised is found by as many answers, evenly chosen: each is compared with
  /// several promises.
  private static let compared = 500

  struct Sample: Sendable {
    /// In the channels' zone; nil where the log has no time of day.
    let came: Moment?
    let minutes: Double

    /// By how many minutes the answer came after `due`; nil for one in time.
    func late(than due: Instant) -> Double? {
      guard let came else { return nil }
      let answered = came.instant.adding(minutes: Int(minutes.rounded(.up)))
      return answered > due ? Double(answered.minutes - due.minutes) : nil
    }
  }

  struct Moment: Sendable {
    let instant: Instant
    /// 0 for Monday.
    let weekday: Int
    /// Of the day.
    let minute: Int
  }

  let plan: ContactPlan?
  private var contacts: [String: Int] = [:]
  private(set) var samples: [String: [Sample]] = [:]

  /// - Parameter plan: what the channels promise, and their hours.
  package init(_ plan: ContactPlan?) {
    self.plan = plan
  }

  package mutating func add(_ contact: Contact) {
    let channel = contact.channel ?? "unknown"
    contacts[channel, default: 0] += 1
    if let minutes = contact.firstReplyMinutes, minutes >= 0 {
      samples[channel, default: []].append(
        Sample(came: contact.time.flatMap(moment), minutes: minutes))
    }
  }

  /// A log that has dates alone has midnight everywhere, which is taken for no time of day.
  private func moment(_ time: Timestamp) -> Moment? {
    guard time.hour != 0 || time.minute != 0 || time.second != 0 else { return nil }
    let zone = plan?.zone ?? .utc
    let minute = time.hour * 60 + time.minute
    let instant =
      time.offsetMinutes.map {
        TimeZoneRules.utc.instant(of: time.calendarDay, minute: minute, .earliest)
          .adding(minutes: -$0)
      } ?? zone.instant(of: time.calendarDay, minute: minute, .earliest)
    let wall = zone.wallTime(at: instant)
    return Moment(instant: instant, weekday: wall.day.weekday - 1, minute: wall.minute)
  }

  /// The service of each channel of the log, the busiest first.
  package var services: [GapReport.ChannelService] {
    contacts.map { name, count in service(of: name, contacts: count) }
      .sorted { $0.contacts != $1.contacts ? $0.contacts > $1.contacts : $0.channel < $1.channel }
  }

  /// The channel of the contact page that the log means: that id, else the first of that kind that
  /// promises something, else the first of that kind.
  package func channel(named name: String) -> Channel? {
    guard let channels = plan?.channels else { return nil }
    let alike = channels.filter { $0.kind.rawValue == name }
    return channels.first { $0.id == name } ?? alike.first { $0.promise != nil } ?? alike.first
  }

  private func service(of name: String, contacts: Int) -> GapReport.ChannelService {
    let samples = samples[name] ?? []
    let minutes = samples.map(\.minutes).sorted()
    let measured = promised(name, samples)
    let late = measured.compactMap { $0.sample.late(than: $0.due) }.sorted()
    return GapReport.ChannelService(
      channel: name, contacts: contacts, timed: minutes.count,
      medianMinutes: Statistics.quantile(0.5, of: minutes),
      eightiethMinutes: Statistics.quantile(Self.keptShare, of: minutes),
      ninetiethMinutes: Statistics.quantile(0.9, of: minutes),
      promise: channel(named: name)?.promise?.text,
      kept: measured.isEmpty
        ? nil : rounded(1 - Double(late.count) / Double(measured.count)),
      lateMinutes: Statistics.quantile(0.5, of: late),
      truthful: truthful(name, samples)?.text, hours: hours(of: samples, measured))
  }

  private typealias Measured = (sample: Sample, due: Instant)

  /// The answers that something was promised for.
  private func promised(_ name: String, _ samples: [Sample]) -> [Measured] {
    guard let plan, let channel = channel(named: name), let promise = channel.promise else {
      return []
    }
    let schedule = plan.workingSchedule(of: channel)
    return samples.compactMap { sample in
      sample.came.flatMap { schedule.due(promise, after: $0.instant) }.map { (sample, $0) }
    }
  }

  /// The least that four of five answers keep, in the unit that is promised now.
  private func truthful(_ name: String, _ samples: [Sample]) -> AnswerPromise? {
    guard let plan, let channel = channel(named: name), let promise = channel.promise,
      samples.count >= Self.fewest
    else { return nil }
    let schedule = plan.workingSchedule(of: channel)
    let step = max(1, samples.count / Self.compared)
    let needed = stride(from: 0, to: samples.count, by: step).compactMap { number in
      Self.least(promise.unit, keptBy: samples[number], schedule)
    }.sorted()
    return Statistics.quantile(Self.keptShare, of: needed.map(Double.init)).map {
      AnswerPromise(amount: Self.round(Int($0), promise.unit), unit: promise.unit)
    }
  }

  /// - Complexity: O(log *n*) promises compared, *n* the result.
  private static func least(
    _ unit: AnswerPromise.Unit, keptBy sample: Sample, _ schedule: Schedule
  ) -> Int? {
    guard let came = sample.came else { return nil }
    let most = 1000
    func isKept(_ amount: Int) -> Bool? {
      schedule.due(AnswerPromise(amount: amount, unit: unit), after: came.instant)
        .map { sample.late(than: $0) == nil }
    }
    var high = 1
    while isKept(high) == false, high < most { high *= 2 }
    guard isKept(high) == true else { return nil }
    var low = high / 2
    while high - low > 1 {
      let middle = (low + high) / 2
      if isKept(middle) == true { high = middle } else { low = middle }
    }
    return high
  }

  /// Minutes above ten in steps of five: nobody promises 37 minutes.
  static func round(_ amount: Int, _ unit: AnswerPromise.Unit) -> Int {
    unit == .minutes && amount > 10 ? (amount + 4) / 5 * 5 : amount
  }

  private func hours(
    of samples: [Sample], _ measured: [Measured]
  ) -> [GapReport.HourService] {
    let all = Dictionary(grouping: samples.filter { $0.came != nil }) {
      ($0.came?.minute ?? 0) / 60
    }
    let promised = Dictionary(grouping: measured) { ($0.sample.came?.minute ?? 0) / 60 }
    return all.keys.sorted().map { hour in
      let minutes = (all[hour] ?? []).map(\.minutes).sorted()
      let kept = (promised[hour] ?? []).map { $0.sample.late(than: $0.due) == nil }
      return GapReport.HourService(
        hour: hour, timed: minutes.count,
        eightiethMinutes: Statistics.quantile(Self.keptShare, of: minutes) ?? 0,
        kept: kept.isEmpty ? nil : rounded(Double(kept.count { $0 }) / Double(kept.count)))
    }
  }
}
