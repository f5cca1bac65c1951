import Availability
import CivilCalendar
import Diagnostics
import KnowledgeBase
import Yams

/// A channel as read so far: exceptions stand after the channels and are added later.
struct ChannelDraft {
  let id: String
  let kind: Channel.Kind
  let title: [String: String]
  let value: String
  let languages: [String]
  let spoken: [String: [[TimeRange]]]
  let hours: OpeningHours?
  let zone: TimeZoneRules?
  let holidays: HolidayCalendar?
  let promise: AnswerPromise?
  let note: [String: String]
  let callBack: CallBack?
  let postTo: String?
  let waits: [[ExpectedWait]]
  var exceptions: [CalendarDay: OpeningHours.Exception] = [:]

  var channel: Channel {
    let hours = hours.map {
      OpeningHours(
        week: $0.week, seasons: $0.seasons, onHolidays: $0.onHolidays, exceptions: exceptions)
    }
    return Channel(
      id: id, kind: kind, title: title, value: value, languages: languages, spoken: spoken,
      hours: hours, zone: zone, holidays: holidays, promise: promise, note: note,
      callBack: callBack, postTo: postTo, waits: waits)
  }

  /// Nil, with the reason reported, when the channel can't be shown.
  init?(_ entry: inout YAMLReader, taken: Set<String>) {
    id = entry.string("id") ?? ""
    let kindName = entry.string("kind") ?? ""
    let kind = Channel.Kind(rawValue: kindName)
    title = entry.localised("title")
    value = entry.string("value") ?? ""
    (languages, spoken) = Self.languages(&entry)
    hours = Self.hours(&entry)
    zone = ContactFile.zone(&entry)
    holidays = HolidayReader.calendar("holidays", &entry)
    promise = Self.promise(&entry)
    note = entry.localised("note")
    callBack = Self.callBack(&entry, hasHours: hours != nil)
    postTo = Self.postTo(&entry)
    waits = OpeningHoursReader.waits("waits", &entry)
    self.kind = kind ?? .form
    let before = entry.diagnostics.count
    if id.isEmpty {
      entry.report(
        .error, rule: "channel", at: entry.node("kind"), "channel has no id",
        cures: ["write id: phone"])
    } else if !id.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }) {
      entry.report(
        .error, rule: "channel", at: entry.node("id"), "'\(id)' can't be an id",
        cures: ["use letters, digits and hyphens only, it stands in addresses: id: phone-2"])
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

  /// `[lv, en]`, or `{lv: all, en: {mon-fri: "9:00-16:00"}}`.
  private static func languages(
    _ entry: inout YAMLReader
  ) -> (all: [String], spoken: [String: [[TimeRange]]]) {
    guard let mapping = entry.node("languages")?.mapping else {
      return (entry.strings("languages").compactMap { language($0, &entry) }, [:])
    }
    var all: [String] = []
    var spoken: [String: [[TimeRange]]] = [:]
    for (key, value) in mapping {
      guard let code = key.string.flatMap({ language($0, &entry) }) else { continue }
      all.append(code)
      if value.scalar?.string != "all" {
        spoken[code] = OpeningHoursReader.week(value, named: code, &entry)
      }
    }
    return (all, spoken)
  }

  private static func language(_ code: String, _ entry: inout YAMLReader) -> String? {
    if let language = Language(code) { return language.code }
    entry.report(
      .error, rule: "language", at: entry.node("languages"), "'\(code)' isn't a language",
      cures: ["use BCP 47 tags: pl, lv, pt-BR"])
    return nil
  }

  private static func hours(_ entry: inout YAMLReader) -> OpeningHours? {
    let week = OpeningHoursReader.week("hours", &entry)
    let onHolidays = OpeningHoursReader.onHolidays("on-holidays", &entry)
    let seasons = SeasonReader.seasons("seasons", &entry)
    guard entry.bool("always") == true else {
      return week.map {
        OpeningHours(week: $0, seasons: seasons, onHolidays: onHolidays ?? .ranges([]))
      }
    }
    if week != nil {
      entry.report(
        .error, rule: "opening-hours", at: entry.node("hours"),
        "channel has hours and is always open", cures: ["keep 'always' or 'hours'"])
    }
    return OpeningHours(
      week: OpeningHours.always.week, seasons: seasons, onHolidays: onHolidays ?? .open)
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

  /// `{value: call@example.com, slot: 30 minutes, notice: 1 hour}`.
  private static func callBack(_ entry: inout YAMLReader, hasHours: Bool) -> CallBack? {
    guard let node = entry.node("call-back") else { return nil }
    guard let mapping = node.mapping else {
      entry.report(
        .error, rule: "call-back", at: node, "'call-back' should say where requests go",
        cures: ["write call-back: {value: call@example.com, slot: 30 minutes}"])
      return nil
    }
    var reader = YAMLReader(mapping, in: entry.file, firstLine: entry.firstLine)
    let value = reader.string("value") ?? ""
    let slot = minutes("slot", &reader) ?? 60
    let notice = minutes("notice", &reader) ?? 60
    let before = reader.diagnostics.count
    if !value.hasPrefix("https://"), !value.contains("@") {
      reader.report(
        .error, rule: "call-back", at: reader.node("value") ?? node,
        "'\(value)' is neither a mail address nor an https address",
        cures: ["write value: call@example.com, or value: https://example.com/call-back"])
    }
    if !hasHours {
      reader.report(
        .error, rule: "call-back", at: node, "channel calls back, but has no hours",
        cures: ["give the channel 'hours': calls are made in them"])
    }
    let isSound = reader.diagnostics.count == before
    reader.finish()
    entry.absorb(reader)
    return isSound ? CallBack(value: value, slot: slot, notice: notice) : nil
  }

  private static func postTo(_ entry: inout YAMLReader) -> String? {
    guard let address = entry.string("post-to") else { return nil }
    if address.hasPrefix("https://") { return address }
    entry.report(
      .error, rule: "channel", at: entry.node("post-to"), "'\(address)' isn't an https address",
      cures: ["write the address that takes the form: post-to: https://example.com/contact"])
    return nil
  }

  /// A time of up to a day, such as `30 minutes` or `1 hour`.
  private static func minutes(_ key: String, _ reader: inout YAMLReader) -> Int? {
    guard let text = reader.string(key) else { return nil }
    if let span = AnswerPromise(text) {
      if span.unit == .minutes, 5...1440 ~= span.amount { return span.amount }
      if span.unit == .hours, span.amount <= 24 { return span.amount * 60 }
    }
    reader.report(
      .error, rule: "call-back", at: reader.node(key), "'\(text)' isn't a time of up to a day",
      cures: ["write \(key): 30 minutes"])
    return nil
  }
}
