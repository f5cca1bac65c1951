import Availability
import CivilCalendar
import Foundation
import KnowledgeBase

/// A channel's openings and holidays, day by day, for telephone systems and calendars.
///
///     OpeningsCalendar(of: phone, in: plan, days: plan.daysAhead(of: now), words: words)?.ics
package struct OpeningsCalendar {
  private let channel: Channel
  private let schedule: Schedule
  private let days: ClosedRange<CalendarDay>
  private let words: ContactWords

  /// Nil for a channel without hours, and for one that is always open.
  package init?(
    of channel: Channel, in plan: ContactPlan, days: ClosedRange<CalendarDay>, words: ContactWords
  ) {
    guard let schedule = plan.schedule(of: channel), !schedule.hours.isAroundTheClock else {
      return nil
    }
    self.channel = channel
    self.schedule = schedule
    self.days = days
    self.words = words
  }

  /// One row a range, and one for each closed day, below the names of the columns.
  ///
  ///     date        weekday  opens  closes  reason
  ///     2026-12-24  4        08:00  14:00   Christmas Eve
  ///     2026-12-25  5                       Christmas Day
  package var rows: [[String]] {
    [["date", "weekday", "opens", "closes", "reason"]]
      + days.all.flatMap { day in
        let special = SpecialDay(day, schedule)
        let ranges = special.ranges.map { [Self.clock($0.start), Self.clock($0.end)] }
        return (ranges.isEmpty ? [["", ""]] : ranges).map { range in
          ["\(day)", "\(day.weekday)"] + range + [words.name(of: special)]
        }
      }
  }

  /// iCalendar (RFC 5545): an event for each opening, in UTC, so that no table of time zones is
  /// needed, and an all-day event for each day that has a reason to differ.
  package var ics: String {
    let title = words.text(channel.title)
    let host = URL(string: words.site.baseURL)?.host ?? "localhost"
    var lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Signpost//Opening hours//EN",
      "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
      "X-WR-CALNAME:" + Self.escaped("\(words.text(words.site.title)): \(title)"),
    ]
    // The stamp changes with the days covered only, so that publishing again writes the same.
    let stamp = Self.utc(schedule.zone.instant(of: days.lowerBound, minute: 0, .earliest))
    func event(_ id: String, _ times: [String], _ summary: String) {
      lines += ["BEGIN:VEVENT", "UID:\(id)-\(channel.id)@\(host)", "DTSTAMP:\(stamp)"]
      lines += times
      lines += ["SUMMARY:" + Self.escaped(summary), "END:VEVENT"]
    }
    for opening in schedule.openings(from: days.lowerBound, through: days.upperBound) {
      let start = Self.utc(opening.start)
      event(start, ["DTSTART:\(start)", "DTEND:\(Self.utc(opening.end))"], title)
    }
    for special in SpecialDay.days(of: schedule, in: days) {
      let name = words.name(of: special)
      let date = special.day.description.replacing(mark: "-", with: "")
      let next = special.day.adding(days: 1).description.replacing(mark: "-", with: "")
      event(
        date, ["DTSTART;VALUE=DATE:\(date)", "DTEND;VALUE=DATE:\(next)", "TRANSP:TRANSPARENT"],
        [name, "\(title): \(words.times(special.ranges))"].filter { !$0.isEmpty }
          .joined(separator: " – "))
    }
    lines.append("END:VCALENDAR")
    return lines.map { Self.folded($0) + "\r\n" }.joined()
  }

  /// `08:00`, as programs read it.
  private static func clock(_ minute: Int) -> String {
    let time = ContactWords.time(minute)
    return time.count == 4 ? "0" + time : time
  }

  /// `20261224T060000Z`.
  private static func utc(_ instant: Instant) -> String {
    let time = TimeZoneRules.utc.wallTime(at: instant)
    let date = time.day.description.replacing(mark: "-", with: "")
    return "\(date)T\(clock(time.minute).replacing(mark: ":", with: ""))00Z"
  }

  private static func escaped(_ text: String) -> String {
    text.replacing(mark: "\r\n", with: "\n").unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "\\", ";", ",": result += "\\\(scalar)"
      case "\n", "\r": result += "\\n"
      // A content line holds no other control characters (RFC 5545, 3.1).
      case _ where scalar.properties.generalCategory == .control && scalar != "\t": break
      default: result.unicodeScalars.append(scalar)
      }
    }
  }

  /// Lines of at most 75 bytes, each further one beginning with a space (RFC 5545, 3.1).
  private static func folded(_ line: String) -> String {
    var folded = ""
    var length = 0
    for scalar in line.unicodeScalars {
      let bytes = UTF8.width(scalar)
      if length + bytes > 75 {
        folded += "\r\n "
        length = 1
      }
      folded.unicodeScalars.append(scalar)
      length += bytes
    }
    return folded
  }
}
