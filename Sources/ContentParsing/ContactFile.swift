import Availability
import Diagnostics
import Foundation
import KnowledgeBase
import Yams

/// Reads `contact.yml`: the channels, when they are answered, and what they promise.
///
///     time-zone: Europe/Riga
///     holidays: LV                       # EE, LT, LV, PL
///     working-hours: {mon-fri: "9:00-17:00"}
///     channels:
///       - id: phone
///         kind: phone                    # phone, mail, chat, form
///         title: {en: Phone, pl: Telefon}
///         value: "+371 6000 0100"
///         languages: [lv, en]
///         hours: {mon-fri: "8:00-12:00, 13:00-20:00", fri-sat: "22:00-2:00"}
///         on-holidays: closed            # closed (default), open, or ranges
///         answers-within: 1 working day  # minutes, hours, days, working hours, working days
///     exceptions:
///       - {date: 2026-12-24, hours: "8:00-14:00", channels: [phone], reason: {en: Team day}}
enum ContactFile {
  static let name = "contact.yml"

  /// What the file says, faulty entries left out; nil when it can't be read at all.
  static func read(_ file: SourceFile, diagnostics: inout [Diagnostic]) -> ContactPlan? {
    var reader = YAMLReader(file.text, in: file)
    defer { diagnostics += reader.diagnostics }
    guard reader.isReadable else { return nil }
    let zone = zone(&reader)
    let holidays = holidays(&reader)
    let workingHours = OpeningHoursReader.week("working-hours", &reader)
    var drafts: [ChannelDraft] = []
    for var entry in reader.mappings("channels") {
      if let draft = ChannelDraft(&entry, taken: Set(drafts.map(\.id))) { drafts.append(draft) }
      entry.finish()
      reader.absorb(entry)
    }
    for var entry in reader.mappings("exceptions") {
      apply(&entry, to: &drafts)
      entry.finish()
      reader.absorb(entry)
    }
    reader.finish()
    return ContactPlan(
      channels: drafts.map(\.channel), zone: zone, holidays: holidays,
      workingHours: OpeningHours(week: workingHours ?? officeWeek))
  }

  /// Monday to Friday from nine to five, when the file doesn't say what a working day is.
  private static let officeWeek = Array(repeating: [TimeRange(start: 540, end: 1020)], count: 5)
    .map { $0.compactMap(\.self) }

  private static func zone(_ reader: inout YAMLReader) -> TimeZoneRules {
    guard let name = reader.string("time-zone") else { return .utc }
    if let zone = TimeZone(identifier: name), TimeZone.knownTimeZoneIdentifiers.contains(name) {
      return TimeZoneRules(zone)
    }
    let meant = didYouMean(name, among: TimeZone.knownTimeZoneIdentifiers)
    reader.report(
      .error, rule: "time-zone", at: reader.node("time-zone"), "time zone '\(name)' isn't known",
      cures: [meant.map { "did you mean '\($0)'?" } ?? "write it as Europe/Riga"])
    return .utc
  }

  private static func holidays(_ reader: inout YAMLReader) -> HolidayCalendar? {
    guard let country = reader.string("holidays") else { return nil }
    if let calendar = HolidayCalendar(country: country) { return calendar }
    let known = HolidayCalendar.countries.joined(separator: ", ")
    reader.report(
      .error, rule: "holidays", at: reader.node("holidays"),
      "public holidays of '\(country)' aren't known", cures: ["use one of: \(known)"])
    return nil
  }

  /// Adds one exception to the channels it is for: those it names, else all that have hours.
  private static func apply(_ entry: inout YAMLReader, to drafts: inout [ChannelDraft]) {
    let text = entry.string("date") ?? ""
    let day = CalendarDay(text)
    if day == nil {
      entry.report(
        .error, rule: "exception", at: entry.node("date"),
        text.isEmpty ? "exception has no date" : "'\(text)' isn't a date",
        cures: ["write date: 2026-12-24"])
    }
    let ranges = OpeningHoursReader.ranges("hours", &entry)
    if ranges == nil, entry.node("hours") == nil {
      entry.report(
        .error, rule: "exception", at: entry.node("date"), "exception doesn't say its hours",
        cures: ["write hours: closed, or hours: \"8:00-14:00\""])
    }
    let reason = entry.localised("reason")
    let names = entry.strings("channels")
    for name in names where !drafts.contains(where: { $0.id == name }) {
      let meant = didYouMean(name, among: drafts.map(\.id))
      entry.report(
        .error, rule: "exception", at: entry.node("channels"), "channel '\(name)' doesn't exist",
        cures: [
          meant.map { "did you mean '\($0)'?" }
            ?? "use one of: \(drafts.map(\.id).joined(separator: ", "))"
        ])
    }
    guard let day, let ranges else { return }
    for index in drafts.indices where names.isEmpty || names.contains(drafts[index].id) {
      if drafts[index].hours != nil {
        drafts[index].exceptions[day] = OpeningHours.SpecialDay(ranges: ranges, reason: reason)
      } else if !names.isEmpty {
        entry.report(
          .warning, rule: "exception", at: entry.node("channels"),
          "channel '\(drafts[index].id)' has no hours, so the exception changes nothing",
          cures: ["give the channel hours, or remove it here"])
      }
    }
  }
}

/// A channel as read so far: exceptions stand after the channels and are added later.
private struct ChannelDraft {
  let id: String
  let kind: Channel.Kind
  let title: [String: String]
  let value: String
  let languages: [String]
  let hours: OpeningHours?
  let promise: AnswerPromise?
  let note: [String: String]
  var exceptions: [CalendarDay: OpeningHours.SpecialDay] = [:]

  var channel: Channel {
    let hours = hours.map {
      OpeningHours(week: $0.week, onHolidays: $0.onHolidays, exceptions: exceptions)
    }
    return Channel(
      id: id, kind: kind, title: title, value: value, languages: languages, hours: hours,
      promise: promise, note: note)
  }

  /// Nil, with the reason reported, when the channel can't be shown.
  init?(_ entry: inout YAMLReader, taken: Set<String>) {
    id = entry.string("id") ?? ""
    let kindName = entry.string("kind") ?? ""
    let kind = Channel.Kind(rawValue: kindName)
    title = entry.localised("title")
    value = entry.string("value") ?? ""
    languages = Self.languages(&entry)
    hours = Self.hours(&entry)
    promise = Self.promise(&entry)
    note = entry.localised("note")
    self.kind = kind ?? .form
    let before = entry.diagnostics.count
    if id.isEmpty {
      entry.report(
        .error, rule: "channel", at: entry.node("kind"), "channel has no id",
        cures: ["write id: phone"])
    } else if taken.contains(id) {
      entry.report(
        .error, rule: "channel", at: entry.node("id"), "channel '\(id)' stands twice",
        cures: ["give each channel an id of its own"])
    }
    if kind == nil {
      let known = Channel.Kind.allCases.map(\.rawValue)
      entry.report(
        .error, rule: "channel", at: entry.node("kind") ?? entry.node("id"),
        kindName.isEmpty ? "channel has no kind" : "kind '\(kindName)' isn't known",
        cures: [
          didYouMean(kindName, among: known).map { "did you mean '\($0)'?" }
            ?? "use one of: \(known.joined(separator: ", "))"
        ])
    }
    if title.isEmpty {
      entry.report(
        .error, rule: "channel", at: entry.node("id"), "channel has no title",
        cures: ["write title: {en: Phone, pl: Telefon}"])
    }
    guard entry.diagnostics.count == before else { return nil }
    guard channel.address != nil else {
      entry.report(
        .error, rule: "channel", at: entry.node("value") ?? entry.node("id"),
        "'\(value)' isn't an address for a channel of kind '\(self.kind.rawValue)'",
        cures: [Self.valueCure(self.kind)])
      return nil
    }
  }

  private static func valueCure(_ kind: Channel.Kind) -> String {
    switch kind {
    case .phone: "write value: \"+371 6000 0100\""
    case .mail: "write value: help@example.com"
    case .chat, .form: "write the address in full: value: https://example.com/chat"
    }
  }

  private static func languages(_ entry: inout YAMLReader) -> [String] {
    entry.strings("languages").compactMap { code in
      if let language = Language(code) { return language.code }
      entry.report(
        .error, rule: "language", at: entry.node("languages"), "'\(code)' isn't a language",
        cures: ["use BCP 47 tags: pl, lv, pt-BR"])
      return nil
    }
  }

  private static func hours(_ entry: inout YAMLReader) -> OpeningHours? {
    let week = OpeningHoursReader.week("hours", &entry)
    let onHolidays = OpeningHoursReader.onHolidays("on-holidays", &entry)
    guard entry.bool("always") == true else {
      return week.map { OpeningHours(week: $0, onHolidays: onHolidays ?? .ranges([])) }
    }
    if week != nil {
      entry.report(
        .error, rule: "opening-hours", at: entry.node("hours"),
        "channel has hours and is always open", cures: ["keep 'always' or 'hours'"])
    }
    return OpeningHours(week: OpeningHours.always.week, onHolidays: onHolidays ?? .open)
  }

  private static func promise(_ entry: inout YAMLReader) -> AnswerPromise? {
    guard let text = entry.string("answers-within") else { return nil }
    if let promise = AnswerPromise(text) { return promise }
    let units = AnswerPromise.Unit.allCases.map(\.rawValue).joined(separator: ", ")
    entry.report(
      .error, rule: "promise", at: entry.node("answers-within"), "'\(text)' isn't a time",
      cures: ["write a number and one of: \(units)"])
    return nil
  }
}

extension TimeZoneRules {
  /// The years whose changes are kept: contacts of the past, and promises ahead.
  private static let years = 2000...2050

  /// The zone's offsets by the system's database.
  init(_ zone: TimeZone) {
    let start = CalendarDay(year: Self.years.lowerBound, month: 1, day: 1)?.daysSince1970 ?? 0
    let end = CalendarDay(year: Self.years.upperBound, month: 12, day: 31)?.daysSince1970 ?? 0
    var date = Date(timeIntervalSince1970: Double(start) * 86_400)
    let last = Date(timeIntervalSince1970: Double(end) * 86_400)
    var periods: [Period] = []
    while date < last {
      let minutes = Int((date.timeIntervalSince1970 / 60).rounded())
      periods.append(
        Period(start: Instant(minutes: minutes), offset: zone.secondsFromGMT(for: date) / 60))
      guard let next = zone.nextDaylightSavingTimeTransition(after: date), next > date else {
        break
      }
      date = next
    }
    self.init(name: zone.identifier, periods: periods)
  }
}
