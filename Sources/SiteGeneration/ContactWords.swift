import Availability
import CivilCalendar
import Foundation
import KnowledgeBase

/// Hours, days and promises in the words of one language.
package struct ContactWords {
  package let language: Language
  package let site: Site
  package let strings: SiteStrings
  private let shortWeekdays: [String]
  private let longWeekdays: [String]

  package init(language: Language, site: Site, strings: SiteStrings) {
    self.language = language
    self.site = site
    self.strings = strings
    var calendar = Calendar(identifier: .gregorian)
    calendar.locale = Locale(identifier: language.code)
    shortWeekdays = Self.mondayFirst(calendar.shortWeekdaySymbols)
    longWeekdays = Self.mondayFirst(calendar.weekdaySymbols)
  }

  /// Foundation's weekdays begin with Sunday.
  private static func mondayFirst(_ symbols: [String]) -> [String] {
    symbols.count == 7 ? Array(symbols[1...] + symbols[..<1]) : symbols
  }

  /// The text of this language, empty when there is none in any.
  package func text(_ texts: [String: String]) -> String {
    site.text(texts, in: language) ?? ""
  }

  /// `8:00–12:00, 13:00–20:00`; `closed` without ranges.
  package func times(_ ranges: [TimeRange]) -> String {
    if ranges == [.wholeDay] { return strings("contact.always") }
    guard !ranges.isEmpty else { return strings("contact.closed") }
    return ranges.map { "\(Self.time($0.start))–\(Self.time($0.end))" }.joined(separator: ", ")
  }

  /// `8:00`; the end of a day is `24:00`, an end on the next day its time there.
  package static func time(_ minute: Int) -> String {
    let within = minute > 1440 ? minute - 1440 : minute
    let minutes = within % 60
    return "\(within / 60):\(minutes < 10 ? "0" : "")\(minutes)"
  }

  /// A week's rows for a table, `days`, `daysLong`, `times`, `closed`; none for nil.
  func rows(_ week: [[TimeRange]]?) -> [[String: Any]] {
    (week.map { WeekTable($0).rows } ?? []).map { row in
      [
        "days": Self.atStart(days(of: row, shortWeekdays)),
        "daysLong": Self.atStart(days(of: row, longWeekdays)),
        "times": times(row.entries), "closed": row.entries.isEmpty,
      ]
    }
  }

  /// Rows for a table of usual waits, `when` (the days in the first of theirs) and `time`.
  func rows(_ waits: [[ExpectedWait]]) -> [[String: Any]] {
    WeekTable(waits).rows.flatMap { row in
      row.entries.enumerated().map { place, wait in
        let hours = times([wait.range])
        return [
          "when": place == 0 ? Self.atStart("\(days(of: row, shortWeekdays)) \(hours)") : hours,
          "time": strings.plural("time.minutes", wait.minutes),
        ]
      }
    }
  }

  /// `Mon–Fri 8:00–20:00, Sat 9:00–17:00`, `Tue, Thu 12:00–18:00`; empty for nil.
  package func line(_ week: [[TimeRange]]?) -> String {
    if week == OpeningHours.always.week { return strings("contact.always") }
    let rows = (week.map { WeekTable($0).rows } ?? []).filter { !$0.entries.isEmpty }
    return rows.indices.map { number in
      let names = days(of: rows[number], shortWeekdays)
      let isLast = number + 1 == rows.count || rows[number + 1].entries != rows[number].entries
      return isLast ? "\(names) \(times(rows[number].entries))" : names
    }.joined(separator: ", ")
  }

  /// `1 June – 31 August`, by CLDR; with the year for a season that comes once.
  func span(_ span: Season.Span) -> String {
    let ends: [(day: CalendarDay?, template: String)] =
      switch span {
      case .once(let first, let last): [(first, "dMMMMyyyy"), (last, "dMMMMyyyy")]
      case .yearly(let first, let last):
        [first, last].map { (CalendarDay(year: 2028, month: $0.month, day: $0.day), "dMMMM") }
      }
    return ends.compactMap { end in end.day.map { date($0, template: end.template) } }
      .joined(separator: " – ")
  }

  func date(_ day: CalendarDay, template: String) -> String {
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: language.code == "en" ? "en-GB" : language.code)
    formatter.timeZone = .gmt
    formatter.setLocalizedDateFormatFromTemplate(template)
    return formatter.string(from: Date(timeIntervalSince1970: Double(day.daysSince1970) * 86_400))
  }

  private func days<Entry>(of row: WeekTable<Entry>.Row, _ names: [String]) -> String {
    row.first == row.last ? names[row.first] : "\(names[row.first])–\(names[row.last])"
  }

  /// `Pirmd.–piektd.`: most languages write days with a small letter, except where a line begins.
  private static func atStart(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }

  func context(of special: SpecialDay) -> [String: Any] {
    let iso = special.day.description
    return [
      "iso": iso, "date": LocalisedDate.text(of: iso, in: language), "name": name(of: special),
      "times": times(special.ranges), "closed": special.ranges.isEmpty,
    ]
  }

  /// The reason given, else the holiday's name, else nothing.
  package func name(of special: SpecialDay) -> String {
    let reason = text(special.reason)
    guard reason.isEmpty, let id = special.holiday else { return reason }
    return strings("holiday.\(id)")
  }

  /// `We answer within 1 working day`.
  package func promise(_ promise: AnswerPromise) -> String {
    let unit =
      switch promise.unit {
      case .minutes: "minutes"
      case .hours: "hours"
      case .days: "days"
      case .workingHours: "workingHours"
      case .workingDays: "workingDays"
      }
    return strings.plural("answers.\(unit)", promise.amount)
  }

  /// What asks for a call: a form, or a mail with a text to fill in.
  func callBack(_ callBack: CallBack) -> [String: Any] {
    guard !callBack.value.hasPrefix("https://") else {
      return ["form": ["action": callBack.value]]
    }
    let subject = Self.queryEncoded(strings("contact.callBack"))
    let mail = "mailto:\(callBack.value)?subject=\(subject)&body="
    let body =
      "\(strings("contact.callBackTime")): {time}\r\n\(strings("contact.callBackNumber")): "
    return [
      "mail": [
        "href": mail + Self.queryEncoded(body.replacing(mark: "{time}", with: "")), "link": mail,
        "body": body,
      ]
    ]
  }

  /// As RFC 6068 writes text in a `mailto:` address.
  private static func queryEncoded(_ text: String) -> String {
    var allowed = CharacterSet.alphanumerics
    allowed.formIntersection(CharacterSet(charactersIn: "\u{0}"..."\u{7F}"))
    allowed.insert(charactersIn: "-._~")
    return text.addingPercentEncoding(withAllowedCharacters: allowed) ?? ""
  }

  /// `All times: Riga, Eastern European Time`.
  func zoneText(_ rules: TimeZoneRules) -> String {
    strings("contact.timeZone", ["zone": zone(rules)])
  }

  /// `Riga, Eastern European Time`, by CLDR.
  func zone(_ rules: TimeZoneRules) -> String {
    guard let zone = TimeZone(identifier: rules.name) else { return rules.name }
    let locale = Locale(identifier: language.code == "en" ? "en-GB" : language.code)
    let formatter = DateFormatter()
    formatter.locale = locale
    formatter.timeZone = zone
    formatter.dateFormat = "VVV"
    let city = formatter.string(from: Date(timeIntervalSince1970: 0))
    let name = zone.localizedName(for: .generic, locale: locale)
    return [rules.name.contains("/") ? city : nil, name].compactMap(\.self).joined(separator: ", ")
  }
}
