import Availability
import CivilCalendar
import Foundation
import KnowledgeBase

/// What other programs read of the ways to reach the company, in one language.
///
/// - `api/<lang>/channels.json`: the rules that the page's script works with (`AvailabilityRules`),
///   each channel with its `title`, `value`, `href`, `note`, `hoursText`, `promiseText` and the
///   address of its `calendar`, and `specialDays` with their names
/// - `calendars/<lang>/<channel>.ics`: openings and holidays of the coming year
struct ContactFiles {
  let plan: ContactPlan
  let words: ContactWords
  let today: Date

  /// Path below the site's root and text of each file.
  func files() throws -> [(path: String, text: String)] {
    let calendars = plan.channels.compactMap { channel in
      OpeningsCalendar(of: channel, in: plan, days: plan.daysAhead(of: today), words: words).map {
        (path: Self.calendarPath(of: channel, in: words.language), text: $0.ics)
      }
    }
    return [(path: "api/\(words.language.code)/channels.json", text: try channels())] + calendars
  }

  static func calendarPath(of channel: Channel, in language: Language) -> String {
    "calendars/\(language.code)/\(channel.id).ics"
  }

  private func channels() throws -> String {
    let days = plan.daysAhead(of: today)
    let rules = AvailabilityRules(plan, from: days.lowerBound, through: days.upperBound)
    let encoded = try JSONSerialization.jsonObject(with: JSONEncoder().encode(rules))
    var root = encoded as? [String: Any] ?? [:]
    let entries = root["channels"] as? [[String: Any]] ?? []
    root["language"] = words.language.code
    root["channels"] = zip(plan.channels, entries).map { $1.adding(texts(of: $0)) }
    root["specialDays"] = specialDays(days)
    let data = try JSONSerialization.data(
      withJSONObject: root, options: [.sortedKeys, .withoutEscapingSlashes])
    return String(decoding: data, as: UTF8.self) + "\n"
  }

  private func texts(of channel: Channel) -> [String: Any] {
    var texts: [String: Any] = [
      "title": words.text(channel.title), "value": channel.value, "note": words.text(channel.note),
      "hoursText": words.line(channel.hours?.week),
      "promiseText": channel.promise.map(words.promise) ?? "",
    ]
    if let address = channel.address { texts["href"] = address }
    if let hours = channel.hours, !hours.isAroundTheClock {
      let path = Self.calendarPath(of: channel, in: words.language)
      texts["calendar"] = "\(words.site.baseURL)/\(path)"
    }
    return texts
  }

  private func specialDays(_ days: ClosedRange<CalendarDay>) -> [[String: Any]] {
    let byDay = plan.channels.reduce(into: [CalendarDay: [(Channel, SpecialDay)]]()) {
      byDay, channel in
      guard let schedule = plan.schedule(of: channel) else { return }
      for special in SpecialDay.days(of: schedule, in: days) {
        byDay[special.day, default: []].append((channel, special))
      }
    }
    return byDay.sorted { $0.key < $1.key }.map { day, there in
      [
        "date": day.description,
        "name": there.lazy.map { words.name(of: $0.1) }.first { !$0.isEmpty } ?? "",
        "channels": there.map { ["id": $0.id, "times": words.times($1.ranges)] },
      ]
    }
  }
}
