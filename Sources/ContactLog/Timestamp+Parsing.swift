import CivilCalendar
import PersonalData

extension Timestamp {
  /// Reads a date in one of the forms that exports use, or returns nil.
  ///
  /// ISO 8601 (`2026-10-15`, `2026-10-15T08:30:00.5+02:00`, `2026-10-15 08:30 UTC`, `20261015`),
  /// `15.10.2026 08:30`, `6/21/2025 16:14`, `12/Mar/24 9:41 AM`, `3 paź 2026`, `Mar 3, 2026`, and
  /// seconds or milliseconds since 1970 as 10 or 13 digits, which are read in UTC. A date alone is
  /// its midnight.
  ///
  /// - Parameter slashDates: which number of `3/4/2025` is the month.
  package init?(_ text: String, slashDates: SlashDateOrder = .monthFirst) {
    var parser = TimestampParser(bytes: Array(text.utf8), slashDates: slashDates)
    guard let timestamp = parser.parse() else { return nil }
    self = timestamp
  }
}

/// Reads one timestamp from left to right, without going back.
struct TimestampParser {
  /// The first three letters of each month, in English, German, Polish, Latvian and Russian.
  private static let monthNames = [
    "jan sty янв", "feb lut фев", "mar mrz мар", "apr kwi апр", "may mai maj май мая",
    "jun cze июн", "jul lip июл", "aug sie авг", "sep wrz сен", "oct okt paz окт", "nov lis ноя",
    "dec dez gru дек",
  ]
  private static let months: [String: Int] = {
    var months: [String: Int] = [:]
    for (index, names) in monthNames.enumerated() {
      for name in names.split(separator: " ") {
        months[LetterFolding.table.key(name)] = index + 1
      }
    }
    return months
  }()
  /// Minutes east of UTC of the zones that exports abbreviate.
  private static let zones: [String: Int] = [
    "utc": 0, "gmt": 0, "z": 0, "bst": 60, "wet": 0, "cet": 60, "cest": 120, "eet": 120,
    "eest": 180, "msk": 180, "est": -300, "edt": -240, "cst": -360, "cdt": -300, "pst": -480,
    "pdt": -420,
  ]

  let bytes: [UInt8]
  let slashDates: SlashDateOrder
  /// Set when the date was of the ambiguous kind: which of its two numbers the order must explain.
  private(set) var slashNumbers: (first: Int, second: Int)?
  private var index = 0

  init(bytes: [UInt8], slashDates: SlashDateOrder) {
    self.bytes = bytes
    self.slashDates = slashDates
  }

  mutating func parse() -> Timestamp? {
    skipSpaces()
    if !isAtEnd, bytes[index] > 0x39 { return dateOfWords().flatMap { timestamp(on: $0) } }
    guard let first = number() else { return nil }
    if isAtEnd { return undivided(first) }
    return date(from: first).flatMap { timestamp(on: $0) }
  }

  private mutating func timestamp(on day: CalendarDay) -> Timestamp? {
    let dot = take(".")  // Latvian: 15.10.2026.
    skipSpaces()
    if isAtEnd { return Timestamp(on: day) }
    if !dot, take("T") || take("t") || take(",") { skipSpaces() }
    return time(on: day)
  }

  /// `Mar 3, 2026`.
  private mutating func dateOfWords() -> CalendarDay? {
    guard let month = monthName() else { return nil }
    _ = take(".")
    skipSpaces()
    guard let day = number() else { return nil }
    _ = take(",")
    skipSpaces()
    guard let year = number() else { return nil }
    return CalendarDay(year: full(year), month: month, day: day.value)
  }

  private mutating func date(from first: Number) -> CalendarDay? {
    guard let separator = next(),
      separator == "." || separator == "-" || separator == "/" || separator == " "
    else { return nil }
    if separator == "." { skipSpaces() }
    if let month = monthName() {
      let dot = take(".")
      guard take(separator) || take(" ") || dot, let year = number() else { return nil }
      return CalendarDay(year: full(year), month: month, day: first.value)
    }
    guard separator != " ", let second = number(), take(separator), let third = number() else {
      return nil
    }
    if first.digits == 4 {
      return CalendarDay(year: first.value, month: second.value, day: third.value)
    }
    if separator == "/" {
      slashNumbers = (first.value, second.value)
      if slashDates == .monthFirst {
        return CalendarDay(year: full(third), month: first.value, day: second.value)
      }
    }
    return CalendarDay(year: full(third), month: second.value, day: first.value)
  }

  private mutating func time(on day: CalendarDay) -> Timestamp? {
    guard var hour = number()?.value, take(":"), let minute = number()?.value else { return nil }
    var second = 0
    if take(":") {
      guard let value = number()?.value else { return nil }
      second = value
      if take(".") || take(",") { guard number() != nil else { return nil } }
    }
    skipSpaces()
    if let isAfternoon = halfOfDay() {
      guard 1...12 ~= hour else { return nil }
      hour = hour % 12 + (isAfternoon ? 12 : 0)
      skipSpaces()
    }
    // Second 60 is a leap second.
    guard hour < 24, minute < 60, second <= 60 else { return nil }
    var offset: Int?
    if !isAtEnd {
      guard let value = zone() else { return nil }
      offset = value
    }
    skipSpaces()
    guard isAtEnd else { return nil }
    return Timestamp(on: day, hour: hour, minute: minute, second: second, offsetMinutes: offset)
  }

  private mutating func zone() -> Int? {
    if let name = word() {
      guard let minutes = Self.zones[name] else { return nil }
      // `UTC+02:00`
      return isAtEnd || minutes != 0 ? minutes : zone()
    }
    let isWest = take("-")
    guard isWest || take("+"), let first = number() else { return nil }
    var minutes: Int
    if first.digits == 4 {
      minutes = first.value / 100 * 60 + first.value % 100
    } else {
      guard first.digits <= 2 else { return nil }
      minutes = first.value * 60
      if take(":") {
        guard let rest = number()?.value, rest < 60 else { return nil }
        minutes += rest
      }
    }
    return minutes <= 18 * 60 ? (isWest ? -minutes : minutes) : nil
  }

  private func undivided(_ number: Number) -> Timestamp? {
    switch number.digits {
    case 8:
      return CalendarDay(
        year: number.value / 10_000, month: number.value / 100 % 100, day: number.value % 100
      ).map { Timestamp(on: $0) }
    case 10: return sinceEpoch(seconds: number.value)
    case 13: return sinceEpoch(seconds: number.value / 1_000)
    default: return nil
    }
  }

  private func sinceEpoch(seconds: Int) -> Timestamp {
    let rest = seconds % 86_400
    return Timestamp(
      on: CalendarDay(daysSince1970: seconds / 86_400), hour: rest / 3_600,
      minute: rest / 60 % 60, second: rest % 60, offsetMinutes: 0)
  }

  private struct Number {
    let value: Int
    let digits: Int
  }

  private var isAtEnd: Bool { index == bytes.count }

  /// Years of two digits are of this century: support logs are not older.
  private func full(_ year: Number) -> Int {
    year.digits <= 2 ? 2_000 + year.value : year.value
  }

  private mutating func number() -> Number? {
    let start = index
    var value = 0
    while index < bytes.count, 0x30...0x39 ~= bytes[index], index - start < 15 {
      value = value * 10 + Int(bytes[index] - 0x30)
      index += 1
    }
    return index > start ? Number(value: value, digits: index - start) : nil
  }

  private mutating func next() -> Unicode.Scalar? {
    guard index < bytes.count else { return nil }
    index += 1
    return Unicode.Scalar(bytes[index - 1])
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard index < bytes.count, UInt32(bytes[index]) == scalar.value else { return false }
    index += 1
    return true
  }

  private mutating func takeWord(_ word: String) -> Bool {
    var end = index
    for letter in word.utf8 {
      guard end < bytes.count, bytes[end] | 0x20 == letter else { return false }
      end += 1
    }
    index = end
    return true
  }

  private mutating func monthName() -> Int? {
    let start = index
    if let month = word().flatMap({ Self.months[String($0.unicodeScalars.prefix(3))] }) {
      return month
    }
    index = start
    return nil
  }

  /// Letters from here on, folded.
  private mutating func word() -> String? {
    let end =
      bytes[index...].firstIndex { !(0x61...0x7A ~= $0 | 0x20) && $0 < 0x80 } ?? bytes.count
    guard end > index else { return nil }
    defer { index = end }
    return LetterFolding.table.key(String(decoding: bytes[index..<end], as: UTF8.self))
  }

  private mutating func halfOfDay() -> Bool? {
    if takeWord("am") || takeWord("a.m.") { return false }
    if takeWord("pm") || takeWord("p.m.") { return true }
    return nil
  }

  private mutating func skipSpaces() {
    while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
  }
}
