/// All ways to reach the company: what `contact.yml` says.
///
///     plan.state(of: phone, at: now)  // .open(until: 20:00)
package struct ContactPlan: Sendable {
  /// In the order of the file, which is the order they are shown in.
  package let channels: [Channel]
  /// Of channels that don't have a zone of their own.
  package let zone: TimeZoneRules
  /// Of channels that don't have holidays of their own.
  package let holidays: HolidayCalendar?
  /// What working days and hours mean on channels that state no hours of their own.
  package let workingHours: OpeningHours

  package init(
    channels: [Channel], zone: TimeZoneRules, holidays: HolidayCalendar?,
    workingHours: OpeningHours
  ) {
    self.channels = channels
    self.zone = zone
    self.holidays = holidays
    self.workingHours = workingHours
  }

  /// The plan with the usual waits of some channels, by their ids, replaced.
  package func with(waits: [String: [[ExpectedWait]]]) -> ContactPlan {
    ContactPlan(
      channels: channels.map { channel in waits[channel.id].map(channel.with) ?? channel },
      zone: zone, holidays: holidays, workingHours: workingHours)
  }

  /// The zone that the channel's hours are given in.
  package func zone(of channel: Channel) -> TimeZoneRules { channel.zone ?? zone }

  /// Nil for a channel without hours.
  ///
  /// - Parameter language: only the hours in which it is spoken; nil for all.
  package func schedule(of channel: Channel, in language: String? = nil) -> Schedule? {
    let limit = language.flatMap { channel.spoken[$0] }
    return channel.hours.map {
      Schedule(
        hours: $0, zone: zone(of: channel), holidays: channel.holidays ?? holidays, limit: limit)
    }
  }

  /// Nil for a channel without hours, which can be written to at any time.
  package func state(
    of channel: Channel, in language: String? = nil, at instant: Instant
  ) -> OpenState? {
    schedule(of: channel, in: language)?.state(at: instant)
  }

  /// The channels with their states: those open now first, then by their next opening, those without
  /// hours last; else in the order of the file.
  package func byAvailability(
    at instant: Instant
  ) -> [(channel: Channel, state: OpenState?)] {
    let ranked = channels.enumerated().map { place, channel in
      let state = state(of: channel, at: instant)
      let opens = state.map { $0.isOpen ? Int.min : $0.until?.minutes ?? Int.max } ?? Int.max
      return (place: place, opens: opens, channel: channel, state: state)
    }
    return ranked.sorted { ($0.opens, $0.place) < ($1.opens, $1.place) }
      .map { ($0.channel, $0.state) }
  }

  /// How many minutes people usually wait at that time; nil when it isn't known, or closed.
  package func expectedWait(on channel: Channel, at instant: Instant) -> Int? {
    guard !channel.waits.isEmpty, state(of: channel, at: instant)?.isOpen == true else {
      return nil
    }
    let now = zone(of: channel).wallTime(at: instant)
    return channel.waits[now.day.weekday - 1]
      .first { $0.range.start <= now.minute && now.minute < $0.range.end }?.minutes
  }

  /// The times at which a call back can be asked for now, earliest first, within a week.
  package func callBackSlots(
    on channel: Channel, after instant: Instant, limit: Int
  ) -> [Schedule.Opening] {
    guard let callBack = channel.callBack, let schedule = schedule(of: channel) else { return [] }
    let earliest = instant.adding(minutes: callBack.notice)
    let today = schedule.zone.wallTime(at: instant).day
    var slots: [Schedule.Opening] = []
    for opening in schedule.openings(from: today.adding(days: -1), through: today.adding(days: 7)) {
      let behind = max(0, earliest.minutes - opening.start.minutes)
      var start = opening.start.adding(
        minutes: (behind + callBack.slot - 1) / callBack.slot * callBack.slot)
      while start.adding(minutes: callBack.slot) <= opening.end {
        if slots.count == limit { return slots }
        let end = start.adding(minutes: callBack.slot)
        slots.append(Schedule.Opening(start: start, end: end))
        start = end
      }
    }
    return slots
  }

  /// The hours in which the channel's working time passes: its own, unless it has none or is always
  /// open, since nobody works around the clock.
  package func workingSchedule(of channel: Channel) -> Schedule {
    let own = channel.hours.flatMap { $0.isAroundTheClock ? nil : $0 }
    return Schedule(
      hours: own ?? workingHours, zone: zone(of: channel),
      holidays: channel.holidays ?? holidays)
  }

  /// When the first answer to a message of that moment is due; nil when nothing is promised.
  package func answerDue(on channel: Channel, after instant: Instant) -> Instant? {
    channel.promise.flatMap { workingSchedule(of: channel).due($0, after: instant) }
  }
}
