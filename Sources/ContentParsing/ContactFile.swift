import Availability
import CivilCalendar
import Diagnostics
import Foundation
import KnowledgeBase
import Yams

/// Reads `contact.yml`: the channels, when they are answered, and what they promise.
///
///     time-zone: Europe/Riga
///     holidays: LV                       # EE, LT, LV, PL; or a list, or country, also, except
///     working-hours: {mon-fri: "9:00-17:00"}
///     channels:
///       - id: phone
///         kind: phone                    # phone, mail, chat, form
///         title: {en: Phone, pl: Telefon}
///         value: "+371 6000 0100"
///         languages: [lv, en]            # or {lv: all, en: {mon-fri: "9:00-16:00"}}
///         hours: {mon-fri: "8:00-12:00, 13:00-20:00", fri-sat: "22:00-2:00"}
///         time-zone: Europe/Warsaw       # of the channel's own place; else that above
///         holidays: PL                   # of the channel's own country; else those above
///         on-holidays: closed            # closed (default), open, or ranges
///         seasons:
///           - {from: 06-01, until: 08-31, hours: {mon-fri: "8:00-22:00"}}
///         waits: {mon: {"8:00-10:00": 12 minutes}}
///         call-back: {value: call@example.com, slot: 30 minutes, notice: 1 hour}
///         post-to: https://example.com/contact   # messages written on the contact page itself
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
    let zone = zone(&reader) ?? .utc
    let holidays = HolidayReader.calendar("holidays", &reader)
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

  /// Of `time-zone`; nil without it, or when nobody knows it.
  static func zone(_ reader: inout YAMLReader) -> TimeZoneRules? {
    guard let name = reader.string("time-zone") else { return nil }
    if let zone = TimeZone(identifier: name), TimeZone.knownTimeZoneIdentifiers.contains(name) {
      return TimeZoneRules(zone)
    }
    let names = TimeZone.knownTimeZoneIdentifiers
    // Most people write the city alone.
    let meant =
      names.first { $0.hasSuffix("/" + name) } ?? didYouMean(name, among: names)
    reader.report(
      .error, rule: "time-zone", at: reader.node("time-zone"), "time zone '\(name)' isn't known",
      cures: [meant.map { "did you mean '\($0)'?" } ?? "write it as Europe/Riga"])
    return nil
  }

  /// Adds one exception to the channels it is for: those it names, else all that have hours.
  private static func apply(_ entry: inout YAMLReader, to drafts: inout [ChannelDraft]) {
    let days = days(&entry)
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
    guard let ranges else { return }
    for index in drafts.indices where names.isEmpty || names.contains(drafts[index].id) {
      if drafts[index].hours != nil {
        for day in days {
          drafts[index].exceptions[day] = OpeningHours.Exception(ranges: ranges, reason: reason)
        }
      } else if !names.isEmpty {
        entry.report(
          .warning, rule: "exception", at: entry.node("channels"),
          "channel '\(drafts[index].id)' has no hours, so the exception changes nothing",
          cures: ["give the channel hours, or remove it here"])
      }
    }
  }

  /// The days of `date: 2026-12-24`, or of `from:` and `until:`; empty when they can't be read.
  private static func days(_ entry: inout YAMLReader) -> [CalendarDay] {
    let isSpan = entry.node("from") != nil || entry.node("until") != nil
    let texts = (isSpan ? ["from", "until"] : ["date"]).map { (key: $0, text: entry.string($0)) }
    var ends: [CalendarDay] = []
    for (key, text) in texts {
      if let day = text.flatMap({ CalendarDay($0) }) {
        ends.append(day)
      } else {
        entry.report(
          .error, rule: "exception", at: entry.node(key) ?? entry.node("hours"),
          text.map { "'\($0)' isn't a date" } ?? "exception has no '\(key)'",
          cures: [text.flatMap { MissingDay($0)?.cure } ?? "write \(key): 2026-12-24"])
      }
    }
    guard ends.count == texts.count, let first = ends.first, let last = ends.last else { return [] }
    guard first <= last, last.daysSince1970 - first.daysSince1970 <= 366 else {
      entry.report(
        .error, rule: "exception", at: entry.node("until"),
        first > last ? "exception ends before it begins" : "exception is longer than a year",
        cures: [first > last ? "swap 'from' and 'until'" : "use 'seasons' of the channel"])
      return []
    }
    return (first.daysSince1970...last.daysSince1970).map { CalendarDay(daysSince1970: $0) }
  }
}
