/// A unit of time whose raw value is how people write several of it: `working days`.
package protocol TimeUnit: CaseIterable, RawRepresentable where RawValue == String {}

extension TimeUnit {
  /// The number and the unit, singular or plural, that a text says; nil unless it says just these.
  ///
  ///     ReviewCycle.Unit.amount(in: "6 months")   // (6, .months)
  ///     ReviewCycle.Unit.amount(in: "6 miesięcy") // (6, .months)
  package static func amount(in text: String) -> (number: Int, unit: Self)? {
    let words = text.lowercased().split(separator: " ")
    guard let number = words.first.flatMap({ Int($0) }) else { return nil }
    let name = words.dropFirst().joined(separator: " ")
    let unit =
      allCases.first { $0.rawValue == name || $0.rawValue == name + "s" }
      ?? UnitName.english(of: words.dropFirst()).flatMap { Self(rawValue: $0) }
    return unit.map { (number, $0) }
  }
}

/// What units of time are called in other languages than English.
private enum UnitName {
  /// More letters after its beginning aren't an ending.
  private static let longestEnding = 4

  /// The plural in English and the beginnings of words, in lower case; a whole word ends with a dot.
  private static let beginnings: [(unit: String, names: [[Substring]])] = """
    minutes | min. mins. minut minūt minūš minuč минут мин. хвилин хв. دقيق دقائق
    working hours | godzin+robocz darba+stund рабоч+час робоч+годин arbeitsstunde heure+ouvr \
    hora+laborable hora+hábil töötun darbo+valand ساع+عمل
    hours | h. hr. hrs. godzin godz. stund st. час ч. годин год. heure hora tund tunni valand ساع
    working days | business+day dni+robocz dnia+robocz dzień+robocz darba+dien darbdien рабоч+дн \
    рабоч+день робоч+дн робоч+день arbeitstag werktag jour+ouvr día+laborable día+hábil tööpäev \
    darbo+dien يوم+عمل أيام+عمل
    days | dni. dzień. dnia. dien дн день. сут доб tag jour día päev يوم يومًا. أيام
    weeks | tydzień tygodni nedēļ недел тижн тиждень. woche semaine semana nädal savait أسبوع أسابيع
    months | miesi mēnes месяц місяц monat mois. mes. meses. kuu mėnes شهر أشهر
    years | rok lat. lata. gad год. года. лет. рік. рок jahr an. ans. année año aasta met سنة سنوات
    """.split(separator: "\n").map { line in
      let parts = line.split(separator: "|")
      let names = parts[1].split(separator: " ").map { $0.split(separator: "+") }
      return (String(parts[0].dropLast()), names)
    }

  static func english(of words: ArraySlice<Substring>) -> String? {
    beginnings.first { unit in
      unit.names.contains { beginnings in
        words.count == beginnings.count && zip(words, beginnings).allSatisfy(isForm)
      }
    }?.unit
  }

  private static func isForm(_ word: Substring, _ beginning: Substring) -> Bool {
    if beginning.hasSuffix(".") { return word == beginning || word == beginning.dropLast() }
    return word.hasPrefix(beginning) && word.count - beginning.count <= longestEnding
      && word.allSatisfy(\.isLetter)
  }
}
