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
  /// A week for each language that isn't spoken all the time, seven days, Monday first.
  package let spoken: [String: [[TimeRange]]]
  /// Nil for a channel that takes messages at any time and states no hours.
  package let hours: OpeningHours?
  /// Of the place it is answered in, which its hours are given in; nil for the plan's.
  package let zone: TimeZoneRules?
  /// Those of the channel's own country; nil for the plan's.
  package let holidays: HolidayCalendar?
  package let promise: AnswerPromise?
  package let note: [String: String]
  /// Nil where no call back can be asked for.
  package let callBack: CallBack?
  /// The `https` address that takes messages written on the contact page; nil where none are.
  package let postTo: String?
  /// Seven days, Monday first; empty when nothing is known.
  package private(set) var waits: [[ExpectedWait]]

  package init(
    id: String, kind: Kind, title: [String: String], value: String, languages: [String] = [],
    spoken: [String: [[TimeRange]]] = [:], hours: OpeningHours? = nil,
    zone: TimeZoneRules? = nil, holidays: HolidayCalendar? = nil, promise: AnswerPromise? = nil,
    note: [String: String] = [:], callBack: CallBack? = nil,
    postTo: String? = nil, waits: [[ExpectedWait]] = []
  ) {
    self.id = id
    self.kind = kind
    self.title = title
    self.value = value
    self.languages = languages
    self.spoken = spoken
    self.hours = hours
    self.zone = zone
    self.holidays = holidays
    self.promise = promise
    self.note = note
    self.callBack = callBack
    self.postTo = postTo
    self.waits = waits
  }

  /// The channel with other usual waits.
  package func with(waits: [[ExpectedWait]]) -> Channel {
    var channel = self
    channel.waits = waits
    return channel
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

/// A request to be called back in a slot of the channel's hours.
package struct CallBack: Hashable, Sendable {
  /// Where the request goes: a mail address, or an `https` address that takes a form.
  package let value: String
  /// How long a slot is, in minutes.
  package let slot: Int
  /// How far ahead it must be asked for, in minutes.
  package let notice: Int

  package init(value: String, slot: Int, notice: Int) {
    self.value = value
    self.slot = slot
    self.notice = notice
  }
}

/// How long people usually wait in a part of the day.
package struct ExpectedWait: Hashable, Sendable {
  package let range: TimeRange
  package let minutes: Int

  package init(range: TimeRange, minutes: Int) {
    self.range = range
    self.minutes = minutes
  }
}
