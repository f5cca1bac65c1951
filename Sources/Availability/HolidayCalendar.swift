import CivilCalendar

/// A public holiday: what it is and when.
package struct Holiday: Hashable, Sendable {
  package let day: CalendarDay
  /// Kebab-case, the same in all countries: `easter-monday`. Empty for a day that only has a name.
  package let id: String
  /// By language code; empty for a country's holidays, whose names stand with the site's words.
  package let name: [String: String]

  package init(day: CalendarDay, id: String, name: [String: String] = [:]) {
    self.day = day
    self.id = id
    self.name = name
  }
}

/// Public holidays by rule, so that no year needs a list: a country's, and those a company adds.
///
///     HolidayCalendar(country: "LV")?.holiday(on: day)?.id  // "midsummer-eve"
package struct HolidayCalendar: Hashable, Sendable {
  package let rules: [HolidayRule]

  package init(rules: [HolidayRule]) {
    self.rules = rules
  }

  /// Nil for a country whose rules aren't known here.
  ///
  /// - Parameter country: ISO 3166-1 alpha-2, `LV`.
  package init?(country: String) {
    guard let rules = Self.rulesByCountry[country.uppercased()] else { return nil }
    self.rules = rules
  }

  /// The countries whose rules are known.
  package static var countries: [String] { rulesByCountry.keys.sorted() }

  /// The year's holidays in the order of days; of two on one day the one whose rule comes first.
  package func holidays(in year: Int) -> [Holiday] {
    var taken: Set<CalendarDay> = []
    return rules.compactMap { rule in
      guard let day = rule.day(in: year), taken.insert(day).inserted else { return nil }
      return Holiday(day: day, id: rule.id, name: rule.name)
    }.sorted { $0.day < $1.day }
  }

  package func holiday(on day: CalendarDay) -> Holiday? {
    let year = day.civil.year
    return rules.first { $0.day(in: year) == day }.map {
      Holiday(day: day, id: $0.id, name: $0.name)
    }
  }
}
