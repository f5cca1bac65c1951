extension HolidayCalendar {
  /// Days off by law. Sundays that are holidays stand here too, since shops and lines that are open
  /// on Sundays close on them. Days that a government shifts once aren't rules: they are exceptions.
  static let rulesByCountry: [String: [HolidayRule]] = [
    // Pühade ja tähtpäevade seadus, § 2 (https://www.riigiteataja.ee/akt/13276841).
    "EE": [
      HolidayRule("new-year", .date(month: 1, day: 1)),
      HolidayRule("independence-day", .date(month: 2, day: 24)),
      HolidayRule("good-friday", .easter(-2)),
      HolidayRule("easter-sunday", .easter(0)),
      HolidayRule("spring-day", .date(month: 5, day: 1)),
      HolidayRule("pentecost", .easter(49)),
      HolidayRule("victory-day", .date(month: 6, day: 23)),
      HolidayRule("midsummer-day", .date(month: 6, day: 24)),
      HolidayRule("restoration-of-independence", .date(month: 8, day: 20)),
      HolidayRule("christmas-eve", .date(month: 12, day: 24)),
      HolidayRule("christmas-day", .date(month: 12, day: 25)),
      HolidayRule("second-christmas-day", .date(month: 12, day: 26)),
    ],
    // Lietuvos Respublikos darbo kodeksas, 123 straipsnis; All Souls' Day since 2020.
    "LT": [
      HolidayRule("new-year", .date(month: 1, day: 1)),
      HolidayRule("restoration-of-the-state", .date(month: 2, day: 16)),
      HolidayRule("restoration-of-independence", .date(month: 3, day: 11)),
      HolidayRule("easter-sunday", .easter(0)),
      HolidayRule("easter-monday", .easter(1)),
      HolidayRule("labour-day", .date(month: 5, day: 1)),
      HolidayRule("mothers-day", .weekday(ordinal: 1, weekday: 7, month: 5)),
      HolidayRule("fathers-day", .weekday(ordinal: 1, weekday: 7, month: 6)),
      HolidayRule("midsummer-day", .date(month: 6, day: 24)),
      HolidayRule("statehood-day", .date(month: 7, day: 6)),
      HolidayRule("assumption", .date(month: 8, day: 15)),
      HolidayRule("all-saints", .date(month: 11, day: 1)),
      HolidayRule("all-souls", .date(month: 11, day: 2), since: 2020),
      HolidayRule("christmas-eve", .date(month: 12, day: 24)),
      HolidayRule("christmas-day", .date(month: 12, day: 25)),
      HolidayRule("second-christmas-day", .date(month: 12, day: 26)),
    ],
    // Likums "Par svētku, atceres un atzīmējamām dienām", 1. pants
    // (https://likumi.lv/ta/id/72608): if 4 May or 18 November falls on Saturday or Sunday, the next
    // working day is off. The same holds for the last day of the Song and Dance Festival, whose
    // date is set anew every five years.
    "LV": [
      HolidayRule("new-year", .date(month: 1, day: 1)),
      HolidayRule("good-friday", .easter(-2)),
      HolidayRule("easter-sunday", .easter(0)),
      HolidayRule("easter-monday", .easter(1)),
      HolidayRule("labour-day", .date(month: 5, day: 1)),
      HolidayRule("restoration-of-independence", .date(month: 5, day: 4)),
      HolidayRule("restoration-of-independence", .mondayAfterWeekend(month: 5, day: 4)),
      HolidayRule("mothers-day", .weekday(ordinal: 2, weekday: 7, month: 5)),
      HolidayRule("pentecost", .easter(49)),
      HolidayRule("midsummer-eve", .date(month: 6, day: 23)),
      HolidayRule("midsummer-day", .date(month: 6, day: 24)),
      HolidayRule("proclamation-of-the-republic", .date(month: 11, day: 18)),
      HolidayRule("proclamation-of-the-republic", .mondayAfterWeekend(month: 11, day: 18)),
      HolidayRule("christmas-eve", .date(month: 12, day: 24)),
      HolidayRule("christmas-day", .date(month: 12, day: 25)),
      HolidayRule("second-christmas-day", .date(month: 12, day: 26)),
      HolidayRule("new-years-eve", .date(month: 12, day: 31)),
    ],
    // Ustawa z dnia 18 stycznia 1951 r. o dniach wolnych od pracy, art. 1; Epiphany since 2011,
    // Christmas Eve since 2025 (Dz.U. 2024 poz. 1965).
    "PL": [
      HolidayRule("new-year", .date(month: 1, day: 1)),
      HolidayRule("epiphany", .date(month: 1, day: 6), since: 2011),
      HolidayRule("easter-sunday", .easter(0)),
      HolidayRule("easter-monday", .easter(1)),
      HolidayRule("labour-day", .date(month: 5, day: 1)),
      HolidayRule("constitution-day", .date(month: 5, day: 3)),
      HolidayRule("pentecost", .easter(49)),
      HolidayRule("corpus-christi", .easter(60)),
      HolidayRule("assumption", .date(month: 8, day: 15)),
      HolidayRule("all-saints", .date(month: 11, day: 1)),
      HolidayRule("independence-day", .date(month: 11, day: 11)),
      HolidayRule("christmas-eve", .date(month: 12, day: 24), since: 2025),
      HolidayRule("christmas-day", .date(month: 12, day: 25)),
      HolidayRule("second-christmas-day", .date(month: 12, day: 26)),
    ],
  ]
}
