import Availability
import CivilCalendar
import KnowledgeBase

/// The organisation with its contact points and their hours for schema.org.
///
/// https://schema.org/ContactPoint, https://schema.org/OpeningHoursSpecification
struct ContactPoints {
  /// Holidays further ahead than this aren't stated: the site is published again before.
  private static let specialDays = 12

  let plan: ContactPlan
  let words: ContactWords
  let site: Site
  let today: CalendarDay

  /// - Parameter special: the coming days that differ from the week, channel by channel.
  func organization(special: [[SpecialDay]]) -> [String: Any] {
    guard !plan.channels.isEmpty else { return [:] }
    return [
      "@context": "https://schema.org", "@type": "Organization",
      "name": site.company ?? words.text(site.title), "url": site.baseURL + "/",
      "contactPoint": zip(plan.channels, special).flatMap(points),
    ]
  }

  /// The channel, and once more for each language that isn't spoken all the time.
  private func points(of channel: Channel, special: [SpecialDay]) -> [[String: Any]] {
    let limited = channel.languages.filter { channel.spoken[$0] != nil }
    let always = channel.languages.filter { channel.spoken[$0] == nil }
    return [point(of: channel, in: always, plan.schedule(of: channel), special: special)]
      + limited.map { language in
        let schedule = plan.schedule(of: channel, in: language)
        let days = schedule.map { schedule in special.map { SpecialDay($0.day, schedule) } }
        return point(of: channel, in: [language], schedule, special: days ?? [])
      }
  }

  private func point(
    of channel: Channel, in languages: [String], _ schedule: Schedule?, special: [SpecialDay]
  ) -> [String: Any] {
    var point: [String: Any] = [
      "@type": "ContactPoint", "contactType": "customer support",
      "name": words.text(channel.title),
    ]
    if !languages.isEmpty { point["availableLanguage"] = languages }
    switch channel.kind {
    case .phone: point["telephone"] = channel.value
    case .mail: point["email"] = channel.value
    case .chat, .form: point["url"] = channel.value
    }
    if let schedule {
      point["hoursAvailable"] =
        weekly(schedule.week)
        + schedule.hours.seasons.flatMap { seasonal($0, schedule.week(of: $0)) }
        + special.prefix(Self.specialDays).flatMap(specification)
    }
    return point
  }

  private static let weekdays = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]

  private func weekly(_ week: [[TimeRange]]) -> [[String: Any]] {
    WeekTable(week).rows.flatMap { row in
      row.entries.map { range in
        Self.hours(range).adding([
          "dayOfWeek": row.days.map { "https://schema.org/\(Self.weekdays[$0])" }
        ])
      }
    }
  }

  /// The hours of a season, for each time it comes in the year from today.
  private func seasonal(_ season: Season, _ week: [[TimeRange]]) -> [[String: Any]] {
    let days = (0..<365).map { today.adding(days: $0) }.filter(season.contains)
    let runs = days.reduce(into: [(first: CalendarDay, last: CalendarDay)]()) { runs, day in
      if let last = runs.last?.last, last.adding(days: 1) == day {
        runs[runs.count - 1].last = day
      } else {
        runs.append((day, day))
      }
    }
    return runs.flatMap { run in
      weekly(week).map {
        $0.adding(["validFrom": run.first.description, "validThrough": run.last.description])
      }
    }
  }

  /// A closed day opens and closes at midnight: https://developers.google.com/search/docs/appearance/structured-data/local-business
  private func specification(of special: SpecialDay) -> [[String: Any]] {
    let day = special.day.description
    let ranges =
      special.ranges.isEmpty
      ? [Self.specification(opens: "00:00", closes: "00:00")] : special.ranges.map(Self.hours)
    let weekday = "https://schema.org/\(Self.weekdays[special.day.weekday - 1])"
    return ranges.map {
      $0.adding(["dayOfWeek": weekday, "validFrom": day, "validThrough": day])
    }
  }

  private static func hours(_ range: TimeRange) -> [String: Any] {
    // A day's end is written as its last minute; after midnight, closes comes before opens.
    specification(
      opens: clock(range.start), closes: range.end == 1440 ? "23:59" : clock(range.end % 1440))
  }

  private static func specification(opens: String, closes: String) -> [String: Any] {
    ["@type": "OpeningHoursSpecification", "opens": opens, "closes": closes]
  }

  private static func clock(_ minute: Int) -> String {
    let time = ContactWords.time(minute)
    return time.count == 4 ? "0" + time : time
  }
}
