import Availability
import CivilCalendar
import Diagnostics
import Yams

/// Reads public holidays: a country whose rules are known, a list, or a country with changes.
///
///     holidays: LV
///     holidays: [01-01, easter+1, last mon may, {date: 07-05, name: {en: Founders' Day}}]
///     holidays: {country: LV, also: [2026-01-02], except: [mothers-day]}
enum HolidayReader {
  static func calendar(_ key: String, _ reader: inout YAMLReader) -> HolidayCalendar? {
    guard let node = reader.node(key) else { return nil }
    if let country = node.scalar?.string { return known(country, at: node, &reader) }
    if let list = node.sequence { return HolidayCalendar(rules: rules(list, &reader)) }
    guard let mapping = node.mapping else { return nil }
    var entry = YAMLReader(mapping, in: reader.file, firstLine: reader.firstLine)
    let countryNode = entry.node("country")
    let country = entry.string("country").flatMap { name in
      countryNode.flatMap { known(name, at: $0, &entry) }
    }
    let also = entry.node("also")?.sequence.map { rules($0, &entry) } ?? []
    let removed = exceptions(&entry, from: country?.rules ?? [])
    entry.finish()
    reader.absorb(entry)
    return HolidayCalendar(rules: also + (country?.rules ?? []).filter { !removed.contains($0.id) })
  }

  private static func known(
    _ country: String, at node: Node, _ reader: inout YAMLReader
  ) -> HolidayCalendar? {
    if let calendar = HolidayCalendar(country: country) { return calendar }
    let known = HolidayCalendar.countries.joined(separator: ", ")
    reader.report(
      .error, rule: "holidays", at: node, "public holidays of '\(country)' aren't known",
      cures: ["use one of: \(known); or list the days: holidays: [01-01, easter+1, 12-25]"])
    return nil
  }

  /// The names below `except`, each of which the country must have.
  private static func exceptions(
    _ entry: inout YAMLReader, from rules: [HolidayRule]
  ) -> Set<String> {
    let names = entry.strings("except")
    for name in names where !rules.contains(where: { $0.id == name }) {
      let meant = didYouMean(name, among: rules.map(\.id))
      entry.report(
        .error, rule: "holidays", at: entry.node("except"), "holiday '\(name)' doesn't exist",
        cures: [
          meant.map { "did you mean '\($0)'?" }
            ?? "use one of: \(rules.map(\.id).joined(separator: ", "))"
        ])
    }
    return Set(names)
  }

  private static func rules(
    _ list: Node.Sequence, _ reader: inout YAMLReader
  ) -> [HolidayRule] {
    list.compactMap { node in
      var name: [String: String] = [:]
      var text = node.scalar?.string
      if let mapping = node.mapping {
        var entry = YAMLReader(mapping, in: reader.file, firstLine: reader.firstLine)
        text = entry.string("date")
        name = entry.localised("name")
        entry.finish()
        reader.absorb(entry)
      }
      if let when = text.flatMap(when) { return HolidayRule("", when, name: name) }
      reader.report(
        .error, rule: "holidays", at: node, "'\(text ?? "")' isn't a day of the year",
        cures: [
          text.flatMap { MissingDay($0)?.cure }
            ?? "write 12-27, 2026-12-27, easter+1, orthodox-easter-2, fourth thu nov or last mon may"
        ])
      return nil
    }
  }

  private static let ordinals = [
    "first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1,
    "1st": 1, "2nd": 2, "3rd": 3, "4th": 4,
  ]
  private static let weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  private static func when(_ text: String) -> HolidayRule.When? {
    if let day = CalendarDay(text) { return .once(day) }
    if let day = MonthDay(text) { return .date(month: day.month, day: day.day) }
    if let offset = offset(text, from: "orthodox-easter") { return .orthodoxEaster(offset) }
    if let offset = offset(text, from: "easter") { return .easter(offset) }
    let words = text.lowercased().split(separator: " ").map(String.init)
    guard words.count == 3, let ordinal = ordinals[words[0]],
      let weekday = weekdays.firstIndex(of: String(words[1].prefix(3))),
      let month = months.firstIndex(of: String(words[2].prefix(3)))
    else { return nil }
    return .weekday(ordinal: ordinal, weekday: weekday + 1, month: month + 1)
  }

  /// 1 for `easter+1`, 0 for `easter`.
  private static func offset(_ text: String, from feast: String) -> Int? {
    guard text.hasPrefix(feast) else { return nil }
    let rest = text.dropFirst(feast.count)
    guard let days = rest.isEmpty ? 0 : Int(rest), -100...100 ~= days else { return nil }
    return days
  }
}
