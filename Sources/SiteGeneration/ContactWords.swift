import Availability
import Foundation
import KnowledgeBase

/// Hours, days and promises in the words of one language.
struct ContactWords {
  let language: Language
  let site: Site
  let strings: SiteStrings
  private let shortWeekdays: [String]
  private let longWeekdays: [String]

  init(language: Language, site: Site, strings: SiteStrings) {
    self.language = language
    self.site = site
    self.strings = strings
    var calendar = Calendar(identifier: .gregorian)
    calendar.locale = Locale(identifier: language.code)
    shortWeekdays = Self.mondayFirst(calendar.shortStandaloneWeekdaySymbols)
    longWeekdays = Self.mondayFirst(calendar.standaloneWeekdaySymbols)
  }

  /// Foundation's weekdays begin with Sunday.
  private static func mondayFirst(_ symbols: [String]) -> [String] {
    symbols.count == 7 ? Array(symbols[1...] + symbols[..<1]) : symbols
  }

  /// The text of this language, empty when there is none in any.
  func text(_ texts: [String: String]) -> String {
    site.text(texts, in: language) ?? ""
  }

  /// `8:00–12:00, 13:00–20:00`; `closed` without ranges.
  func times(_ ranges: [TimeRange]) -> String {
    if ranges == [.wholeDay] { return strings("contact.always") }
    guard !ranges.isEmpty else { return strings("contact.closed") }
    return ranges.map { "\(Self.time($0.start))–\(Self.time($0.end))" }.joined(separator: ", ")
  }

  /// `8:00`; the end of a day is `24:00`, an end on the next day its time there.
  static func time(_ minute: Int) -> String {
    let within = minute > 1440 ? minute - 1440 : minute
    let minutes = within % 60
    return "\(within / 60):\(minutes < 10 ? "0" : "")\(minutes)"
  }

  func context(of row: HoursTable.Row) -> [String: Any] {
    [
      "days": days(of: row, shortWeekdays), "daysLong": days(of: row, longWeekdays),
      "times": times(row.ranges), "closed": row.ranges.isEmpty,
    ]
  }

  /// `Mon–Fri 8:00–20:00`.
  func line(of row: HoursTable.Row) -> String {
    "\(days(of: row, shortWeekdays)) \(times(row.ranges))"
  }

  private func days(of row: HoursTable.Row, _ names: [String]) -> String {
    row.first == row.last ? names[row.first] : "\(names[row.first])–\(names[row.last])"
  }

  func context(of special: SpecialDay) -> [String: Any] {
    let iso = special.day.description
    return [
      "iso": iso, "date": LocalisedDate.text(of: iso, in: language), "name": name(of: special),
      "times": times(special.ranges), "closed": special.ranges.isEmpty,
    ]
  }

  /// The reason given, else the holiday's name, else nothing.
  func name(of special: SpecialDay) -> String {
    let reason = text(special.reason)
    guard reason.isEmpty, let id = special.holiday else { return reason }
    return strings("holiday.\(id)")
  }

  /// `We answer within 1 working day`.
  func promise(_ promise: AnswerPromise) -> String {
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
