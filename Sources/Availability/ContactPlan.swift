/// One way to reach the company.
package struct Channel: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case phone, mail, chat, form
  }

  package let id: String
  package let kind: Kind
  /// By language code; under the empty code the text for all languages.
  package let title: [String: String]
  /// The number, address or URL as it is shown.
  package let value: String
  /// BCP 47 codes of the languages it is answered in.
  package let languages: [String]
  /// Nil for a channel that takes messages at any time and states no hours.
  package let hours: OpeningHours?
  package let promise: AnswerPromise?
  package let note: [String: String]

  package init(
    id: String, kind: Kind, title: [String: String], value: String, languages: [String],
    hours: OpeningHours?, promise: AnswerPromise?, note: [String: String]
  ) {
    self.id = id
    self.kind = kind
    self.title = title
    self.value = value
    self.languages = languages
    self.hours = hours
    self.promise = promise
    self.note = note
  }

  /// What a click opens: `tel:`, `mailto:` or `https:`, nothing else; nil when the value is neither.
  package var address: String? {
    switch kind {
    case .phone:
      let digits = value.unicodeScalars.filter { ("0"..."9").contains($0) }
      guard !digits.isEmpty else { return nil }
      let number = String(String.UnicodeScalarView(digits))
      return "tel:" + (value.contains("+") ? "+" : "") + number
    case .mail: return value.contains("@") ? "mailto:" + value : nil
    case .chat, .form: return value.hasPrefix("https://") ? value : nil
    }
  }
}

/// All ways to reach the company: what `contact.yml` says.
///
///     plan.state(of: phone, at: now)  // .open(until: 20:00)
package struct ContactPlan: Sendable {
  /// In the order of the file, which is the order they are shown in.
  package let channels: [Channel]
  package let zone: TimeZoneRules
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

  /// Nil for a channel without hours.
  package func schedule(of channel: Channel) -> Schedule? {
    channel.hours.map { Schedule(hours: $0, zone: zone, holidays: holidays) }
  }

  /// Nil for a channel without hours, which can be written to at any time.
  package func state(of channel: Channel, at instant: Instant) -> OpenState? {
    schedule(of: channel)?.state(at: instant)
  }

  /// The hours in which the channel's working time passes: its own, unless it has none or is always
  /// open, since nobody works around the clock.
  package func workingSchedule(of channel: Channel) -> Schedule {
    let own = channel.hours.flatMap { $0.isAroundTheClock ? nil : $0 }
    return Schedule(hours: own ?? workingHours, zone: zone, holidays: holidays)
  }

  /// When the first answer to a message of that moment is due; nil when nothing is promised.
  package func answerDue(on channel: Channel, after instant: Instant) -> Instant? {
    channel.promise.flatMap { workingSchedule(of: channel).due($0, after: instant) }
  }
}
