import CivilCalendar

/// How soon a channel promises its first answer: `1 working day`.
package struct AnswerPromise: Hashable, Sendable {
  package enum Unit: String, Hashable, Sendable, TimeUnit {
    case minutes, hours, days
    case workingHours = "working hours"
    case workingDays = "working days"
  }

  package let amount: Int
  package let unit: Unit

  package init(amount: Int, unit: Unit) {
    self.amount = amount
    self.unit = unit
  }

  /// Nil unless the text is a number above zero and a unit, singular or plural.
  ///
  ///     AnswerPromise("1 working day")?.unit  // .workingDays
  package init?(_ text: String) {
    guard let (number, unit) = Unit.amount(in: text), 1...1000 ~= number else { return nil }
    self.init(amount: number, unit: unit)
  }

  /// As `contact.yml` has it: `1 working day`.
  package var text: String {
    "\(amount) \(amount == 1 ? String(unit.rawValue.dropLast()) : unit.rawValue)"
  }
}

extension Schedule {
  /// When the answer to a message that came at `instant` is due at the latest; nil when the hours
  /// hold too little working time within about a year.
  ///
  /// Minutes, hours and days pass by the clock. Working hours pass only while open. A working day
  /// ends at the time of day the message came at, on the next day that has hours. What comes while
  /// closed counts as having come at the next opening; if that opens a day, the day's closing ends it.
  ///
  ///     // open Monday to Friday 8:00-20:00, promised within one working day
  ///     schedule.due(promise, after: friday1830)    // Monday 18:30
  ///     schedule.due(promise, after: saturday1000)  // Monday 20:00
  package func due(_ promise: AnswerPromise, after instant: Instant) -> Instant? {
    let amount = promise.amount
    switch promise.unit {
    case .minutes: return instant.adding(minutes: amount)
    case .hours: return instant.adding(minutes: amount * 60)
    case .days:
      let came = zone.wallTime(at: instant)
      return zone.instant(of: came.day.adding(days: amount), minute: came.minute, .latest)
    case .workingHours: return due(afterWorking: amount * 60, from: instant)
    case .workingDays: return due(afterWorkingDays: amount, from: instant)
    }
  }

  /// Looks further ahead only if the hours of two weeks don't hold that much working time.
  private func due(afterWorking minutes: Int, from instant: Instant) -> Instant? {
    [14, 120, 600].lazy.compactMap {
      due(afterWorking: minutes, from: instant, withinDays: $0)
    }.first
  }

  private func due(
    afterWorking minutes: Int, from instant: Instant, withinDays days: Int
  ) -> Instant? {
    var left = minutes
    let today = zone.wallTime(at: instant).day
    for opening in openings(from: today.adding(days: -1), through: today.adding(days: days))
    where opening.end > instant {
      let start = max(opening.start, instant)
      let length = opening.end.minutes - start.minutes
      if length >= left { return start.adding(minutes: left) }
      left -= length
    }
    return nil
  }

  private func due(afterWorkingDays amount: Int, from instant: Instant) -> Instant? {
    let came = zone.wallTime(at: instant)
    let current = openings(from: came.day.adding(days: -1), through: came.day.adding(days: 1))
      .first { $0.start <= instant && instant < $0.end }
    // What comes after midnight while the evening's hours last belongs to the evening's day.
    var first = current.map { zone.wallTime(at: $0.start).day } ?? came.day
    var minute: Int? = (came.day.daysSince1970 - first.daysSince1970) * 1440 + came.minute
    if current == nil { minute = nextStart(in: ranges(on: came.day), after: came.minute) }
    if minute != nil { first = first.adding(days: 1) }
    var left = amount
    for offset in 0...(amount * 7 + 400) {
      let day = first.adding(days: offset)
      let ranges = ranges(on: day).filter {
        zone.instant(of: day, minute: $0.end, .latest) > instant
      }
      guard let closing = ranges.last?.end else { continue }
      left -= 1
      if left == 0 {
        let end = minute.map { latest(upTo: $0, in: ranges) } ?? closing
        return zone.instant(of: day, minute: end, .latest)
      }
    }
    return nil
  }

  /// When a break of the day ends: nil before its first opening and after its last.
  private func nextStart(in ranges: [TimeRange], after minute: Int) -> Int? {
    guard ranges.contains(where: { $0.start <= minute }) else { return nil }
    return ranges.first { $0.start > minute }?.start
  }

  /// The minute itself if it lies in a range, else the end of the last range before it, else the
  /// first opening.
  private func latest(upTo minute: Int, in ranges: [TimeRange]) -> Int {
    guard let range = ranges.last(where: { $0.start <= minute }) else {
      return ranges.first?.start ?? minute
    }
    return min(minute, range.end)
  }
}
