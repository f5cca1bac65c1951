import Availability
import Foundation
import KnowledgeBase

/// What templates see of the ways to reach the company, in one language.
///
/// Each channel is a dictionary with
/// - `id`, `kind` (phone, mail, chat, form), `isPhone` … `isForm`, `title`, `value`, `note`
/// - `href`: `tel:`, `mailto:` or `https:`
/// - `languages`: `code` and `name` of each; `languagesText`: the names in one line;
///   `alwaysSpoken`: likewise those without hours of their own; `foreignLanguages`: all of them where
///   the page's isn't one
/// - `hasHours`, `always`; `hours`: rows of `days`, `daysLong`, `times`, `closed`;
///   `hoursText`: the same in one line
/// - `seasons`: `title` (1 June – 31 August), `hours` as above
/// - `spoken`: `name` of each language that is spoken in part of the week only, `hours`, `hoursText`
/// - `waits`: rows `when`, `time` of how long people usually wait
/// - `timeZone`: the zone its times are given in; `timeZoneText`: the same as a sentence; only where
///   channels have several
/// - `answersWithin`: the promise as a sentence; empty without one
/// - `callBack`: `mail` with `href`, `link`, the same without its text, and `body`, the text with a
///   place for the `{time}`; or `form` with its `action`; missing where nobody calls back
/// - `postTo`: the address that takes messages written on the page; missing where none are
/// - `calendar`: the address of its openings as a calendar file; missing when always open
/// - `specialDays`: rows of `iso`, `date`, `name`, `times`, `closed` for the coming year
///
/// The script finds `<p class="state" data-channel="ID" hidden>` and fills it, and likewise
/// `data-answer-due="ID"` with the time a message sent now is answered by. In a
/// `<details class="call-back">` that is opened, `<select data-call-back="ID">` gets the times that
/// can be asked for; the one chosen goes into the text of the link beside it.
struct ContactContext {
  /// Whether the page's script gets rules to tell times by.
  let hasRules: Bool
  let channels: [[String: Any]]
  /// `Riga, Eastern European Time`; empty where channels have several, and each says its own.
  let timeZone: String
  /// Whether any channel closes or promises something; else a time zone says nothing.
  let hasTimes: Bool
  /// Days of the coming year that differ from the week: `iso`, `date`, `name` and `channels` with
  /// the `title`, `times` and `closed` of each.
  let specialDays: [[String: Any]]
  /// The organisation and its contact points for schema.org; empty without channels.
  let structuredData: [String: Any]

  init(
    _ plan: ContactPlan?, language: Language, site: Site, strings: SiteStrings, today: Date
  ) {
    hasRules = plan != nil
    guard let plan else {
      channels = []
      timeZone = ""
      hasTimes = false
      specialDays = []
      structuredData = [:]
      return
    }
    let words = ContactWords(language: language, site: site, strings: strings)
    let day = plan.day(of: today)
    let year = day...day.adding(days: 364)
    let special = plan.channels.map { channel in
      plan.schedule(of: channel).map { SpecialDay.days(of: $0, in: year) } ?? []
    }
    let timed = plan.channels.filter {
      $0.promise != nil || $0.hours.map { !$0.isAroundTheClock } == true
    }
    hasTimes = !timed.isEmpty
    let zones = Set(timed.map(plan.zone(of:)))
    channels = zip(plan.channels, special).map { channel, special in
      let zone = zones.count > 1 && timed.contains(channel) ? plan.zone(of: channel) : nil
      return Self.context(of: channel, zone: zone, special: special, words: words)
    }
    timeZone = zones.count > 1 ? "" : words.zone(zones.first ?? plan.zone)
    specialDays = Self.byDay(Array(zip(plan.channels, special)), words: words)
    structuredData = ContactPoints(plan: plan, words: words, site: site, today: day)
      .organization(special: special)
  }

  /// The addresses that forms of the contact page are sent to.
  static func formTargets(of plan: ContactPlan) -> [String] {
    plan.channels.flatMap { [$0.postTo, $0.callBack?.value] }.compactMap { address in
      address.flatMap { $0.hasPrefix("https://") ? $0 : nil }
    }
  }

  /// The rules for the page's script.
  static func rules(of plan: ContactPlan, from today: Date) -> String {
    let days = plan.daysAhead(of: today)
    return ScriptJSON.encode(
      AvailabilityRules(
        plan, from: days.lowerBound, through: days.upperBound, isForPages: true))
  }

  private static func context(
    of channel: Channel, zone: TimeZoneRules?, special: [SpecialDay], words: ContactWords
  ) -> [String: Any] {
    let week = channel.hours?.week
    let isAlways = week == OpeningHours.always.week
    let languages = channel.languages.compactMap(Language.init)
    let lines = LineBreaks(in: words.language)
    var context: [String: Any] = [
      "id": channel.id, "kind": channel.kind.rawValue,
      "title": words.text(channel.title), "value": channel.value,
      "note": lines.set(in: words.text(channel.note)),
      "languages": languages.map { ["code": $0.code, "name": $0.nativeName] },
      "languagesText": languages.map(\.nativeName).joined(separator: ", "),
      "alwaysSpoken": languages.filter { channel.spoken[$0.code] == nil }.map(\.nativeName)
        .joined(separator: ", "),
      "foreignLanguages": languages.contains { $0.primary == words.language.primary }
        ? "" : languages.map(\.nativeName).joined(separator: ", "),
      "hasHours": week != nil, "always": isAlways, "hours": words.rows(week),
      "hoursText": words.line(week),
      "seasons": (channel.hours?.seasons ?? []).map {
        ["title": words.span($0.span), "hours": words.rows($0.week)]
      },
      "spoken": languages.compactMap { language in
        channel.spoken[language.code].map {
          ["name": language.nativeName, "hours": words.rows($0), "hoursText": words.line($0)]
        }
      },
      "waits": words.rows(channel.waits), "hasWaits": !channel.waits.isEmpty,
      "answersWithin": channel.promise.map { lines.set(in: words.promise($0)) } ?? "",
      "specialDays": special.map { words.context(of: $0) },
    ]
    for kind in Channel.Kind.allCases {
      context["is" + kind.rawValue.prefix(1).uppercased() + kind.rawValue.dropFirst()] =
        channel.kind == kind
    }
    if let zone {
      context["timeZone"] = words.zone(zone)
      context["timeZoneText"] = words.zoneText(zone)
    }
    if let address = channel.address { context["href"] = address }
    if let hours = channel.hours, !hours.isAroundTheClock {
      context["calendar"] =
        words.site.root + ContactFiles.calendarPath(of: channel, in: words.language)
    }
    if let postTo = channel.postTo { context["postTo"] = postTo }
    if let callBack = channel.callBack { context["callBack"] = words.callBack(callBack) }
    return context
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
      // Channels that keep the same hours are named together.
      let titles = Dictionary(grouping: there) { $0.1.ranges }
        .mapValues { $0.map { words.text($0.0.title) }.joined(separator: ", ") }
      var told: Set<[TimeRange]> = []
      context["channels"] = there.filter { told.insert($0.1.ranges).inserted }.map { _, special in
        words.context(of: special).adding(["title": titles[special.ranges] ?? ""])
      }
      return context
    }
  }
}
