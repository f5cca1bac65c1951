import Availability
import Foundation
import KnowledgeBase

/// What templates see of the ways to reach the company, in one language.
///
/// Each channel is a dictionary with
/// - `id`, `kind` (phone, mail, chat, form), `isPhone` … `isForm`, `title`, `value`, `note`
/// - `href`: `tel:`, `mailto:` or `https:`
/// - `languages`: `code` and `name` of each; `languagesText`: the names in one line
/// - `hasHours`, `always`; `hours`: rows of `days`, `daysLong`, `times`, `closed`;
///   `hoursText`: the same in one line
/// - `seasons`: `title` (1 June – 31 August), `hours` as above
/// - `spoken`: `name` of each language that is spoken in part of the week only, `hours`, `hoursText`
/// - `answersWithin`: the promise as a sentence; empty without one
/// - `callBack`: `action` (an `https` address for a form) or `mailto`, `value`; missing without one
/// - `specialDays`: rows of `iso`, `date`, `name`, `times`, `closed` for the coming year
///
/// The script finds `<p class="state" data-channel="ID" hidden>` and fills it, and likewise
/// `data-answer-due="ID"` with the time a message sent now is answered by, and the options of
/// `<select data-call-back="ID">` with the times that can be asked for.
struct ContactContext {
  /// How far the rules for the script reach, in days after the day of publication.
  private static let daysAhead = 400

  let channels: [[String: Any]]
  /// `Riga, Eastern European Time`.
  let timeZone: String
  /// Days of the coming year that differ from the week: `iso`, `date`, `name` and `channels` with
  /// the `title`, `times` and `closed` of each.
  let specialDays: [[String: Any]]
  /// The organisation and its contact points for schema.org; empty without channels.
  let structuredData: [String: Any]

  init(
    _ plan: ContactPlan?, language: Language, site: Site, strings: SiteStrings, today: Date
  ) {
    guard let plan else {
      channels = []
      timeZone = ""
      specialDays = []
      structuredData = [:]
      return
    }
    let words = ContactWords(language: language, site: site, strings: strings)
    let day = Self.day(of: today, in: plan)
    let special = plan.channels.map { Self.specialDays(of: $0, in: plan, from: day) }
    channels = zip(plan.channels, special).map { channel, special in
      Self.context(of: channel, special: special, words: words)
    }
    timeZone = words.zone(plan.zone)
    specialDays = Self.byDay(Array(zip(plan.channels, special)), words: words)
    structuredData = ContactPoints(plan: plan, words: words, site: site, today: day)
      .organization(special: special)
  }

  /// The rules for the page's script, from the day before publication on.
  static func rules(of plan: ContactPlan, from today: Date) -> String {
    let day = day(of: today, in: plan)
    return ScriptJSON.encode(
      AvailabilityRules(plan, from: day.adding(days: -1), through: day.adding(days: daysAhead)))
  }

  private static func day(of date: Date, in plan: ContactPlan) -> CalendarDay {
    let seconds = Int(date.timeIntervalSince1970.rounded(.down))
    return plan.zone.wallTime(at: Instant(secondsSince1970: seconds)).day
  }

  private static func context(
    of channel: Channel, special: [SpecialDay], words: ContactWords
  ) -> [String: Any] {
    let week = channel.hours?.week
    let isAlways = week == OpeningHours.always.week
    let languages = channel.languages.compactMap(Language.init)
    var context: [String: Any] = [
      "id": channel.id, "kind": channel.kind.rawValue,
      "title": words.text(channel.title), "value": channel.value,
      "note": words.text(channel.note),
      "languages": languages.map { ["code": $0.code, "name": $0.nativeName] },
      "languagesText": languages.map(\.nativeName).joined(separator: ", "),
      "hasHours": week != nil, "always": isAlways, "hours": words.rows(week),
      "hoursText": isAlways ? words.strings("contact.always") : words.line(week),
      "seasons": (channel.hours?.seasons ?? []).map {
        ["title": words.span($0.span), "hours": words.rows($0.week)]
      },
      "spoken": languages.compactMap { language in
        channel.spoken[language.code].map {
          ["name": language.nativeName, "hours": words.rows($0), "hoursText": words.line($0)]
        }
      },
      "answersWithin": channel.promise.map(words.promise) ?? "",
      "specialDays": special.map { words.context(of: $0) },
    ]
    for kind in Channel.Kind.allCases {
      context["is" + kind.rawValue.prefix(1).uppercased() + kind.rawValue.dropFirst()] =
        channel.kind == kind
    }
    if let address = channel.address { context["href"] = address }
    if let value = channel.callBack?.value {
      context["callBack"] =
        value.hasPrefix("https://")
        ? ["action": value, "value": value] : ["mailto": "mailto:" + value, "value": value]
    }
    return context
  }

  private static func specialDays(
    of channel: Channel, in plan: ContactPlan, from today: CalendarDay
  ) -> [SpecialDay] {
    guard let schedule = plan.schedule(of: channel) else { return [] }
    return (0..<365).compactMap { offset in
      let day = today.adding(days: offset)
      let ranges = schedule.ranges(on: day)
      guard ranges != schedule.hours.week(on: day)[day.weekday - 1] else { return nil }
      let holiday = plan.holidays?.holiday(on: day)
      let reason = schedule.hours.exceptions[day]?.reason ?? [:]
      return SpecialDay(
        day: day, ranges: ranges, reason: reason.isEmpty ? holiday?.name ?? [:] : reason,
        holiday: holiday.flatMap { $0.id.isEmpty ? nil : $0.id })
    }
  }

  private static func byDay(
    _ channels: [(Channel, [SpecialDay])], words: ContactWords
  ) -> [[String: Any]] {
    let days = Set(channels.flatMap { $0.1.map(\.day) }).sorted()
    return days.map { day in
      let there = channels.compactMap { channel, special in
        special.first { $0.day == day }.map { (channel, $0) }
      }
      var context = there.first.map { words.context(of: $0.1) } ?? [:]
      context["name"] =
        there.lazy.map { words.name(of: $0.1) }.first { !$0.isEmpty } ?? ""
      context["channels"] = there.map { channel, special in
        words.context(of: special).adding(["title": words.text(channel.title)])
      }
      return context
    }
  }
}

/// A day on which a channel's hours differ from its week.
struct SpecialDay {
  let day: CalendarDay
  let ranges: [TimeRange]
  let reason: [String: String]
  let holiday: String?
}

/// A week as a table: days in a row with the same hours are one row.
struct HoursTable {
  struct Row: Equatable {
    /// 0 for Monday.
    let first: Int
    var last: Int
    let ranges: [TimeRange]
  }

  let rows: [Row]

  init(_ week: [[TimeRange]]) {
    rows = week.enumerated().reduce(into: []) { rows, day in
      if let last = rows.indices.last, rows[last].ranges == day.element {
        rows[last].last = day.offset
      } else {
        rows.append(Row(first: day.offset, last: day.offset, ranges: day.element))
      }
    }
  }
}
