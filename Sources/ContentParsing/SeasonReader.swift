import Availability
import CivilCalendar
import Diagnostics
import Yams

/// Reads seasons: `- {from: 06-01, until: 08-31, hours: {mon-fri: "8:00-22:00"}}`, each year, or
/// with the year once.
enum SeasonReader {
  /// Those with a year first, since they are the more special.
  static func seasons(_ key: String, _ reader: inout YAMLReader) -> [Season] {
    var seasons: [Season] = []
    for var entry in reader.mappings(key) {
      if let season = season(&entry) {
        if seasons.contains(where: { $0.overlaps(season) }) {
          report(&entry, "seasons overlap", cure: "let each begin after the one before has ended")
        } else {
          seasons.append(season)
        }
      }
      entry.finish()
      reader.absorb(entry)
    }
    return seasons.filter(\.isOnce) + seasons.filter { !$0.isOnce }
  }

  private static func season(_ entry: inout YAMLReader) -> Season? {
    let (from, until) = (entry.string("from") ?? "", entry.string("until") ?? "")
    let week = OpeningHoursReader.week("hours", &entry)
    guard let span = span(from: from, until: until) else {
      report(
        &entry, "'\(from)' to '\(until)' isn't a part of the year",
        cure: (MissingDay(from) ?? MissingDay(until))?.cure
          ?? "write from: 06-01, until: 08-31, or both with the year")
      return nil
    }
    guard let week else {
      report(&entry, "season has no hours", cure: "write hours: {mon-fri: \"8:00-22:00\"}")
      return nil
    }
    return Season(span: span, week: week)
  }

  private static func span(from: String, until: String) -> Season.Span? {
    if let first = MonthDay(from), let last = MonthDay(until) { return .yearly(first, last) }
    if let first = CalendarDay(from), let last = CalendarDay(until), first <= last {
      return .once(first, last)
    }
    return nil
  }

  private static func report(_ entry: inout YAMLReader, _ summary: String, cure: String) {
    entry.report(
      .error, rule: "season", at: entry.node("from") ?? entry.node("hours"), summary,
      cures: [cure])
  }
}

extension Season {
  fileprivate var isOnce: Bool {
    if case .once = span { true } else { false }
  }

  /// True for two of a kind that share a day; a season with a year may lie in a yearly one.
  fileprivate func overlaps(_ other: Season) -> Bool {
    switch (span, other.span) {
    case (.once(let first, let last), .once(let otherFirst, let otherLast)):
      return first <= otherLast && otherFirst <= last
    case (.yearly(let first, _), .yearly(let otherFirst, _)):
      let leapYear = [first, otherFirst].compactMap {
        CalendarDay(year: 2028, month: $0.month, day: $0.day)
      }
      return leapYear.contains { contains($0) && other.contains($0) }
    default: return false
    }
  }
}
