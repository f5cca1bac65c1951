/// How telephone numbers are written in Poland, the Baltics, Russia, Germany and North America.
///
/// Without context only usual groupings and mobile prefixes count, for a number of nine digits may
/// as well be an order's.
enum PhoneNumbers {
  /// The first two digits of Polish mobile numbers.
  /// https://www.itu.int/oth/T02020000A8 (Poland, national numbering plan)
  private static let polishMobile: Set<Int> = [
    45, 50, 51, 53, 57, 60, 66, 69, 72, 73, 78, 79, 88,
  ]
  /// Country codes and the length of what follows, where it is fixed.
  private static let nationalLength = [
    "1": 10, "7": 10, "48": 9, "370": 8, "371": 8, "372": 8, "375": 9, "380": 9, "44": 10,
    "33": 9, "46": 9, "47": 8, "45": 8, "420": 9, "421": 9,
  ]
  /// E.164: at most 15 digits.
  private static let longest = 15

  /// After a plus: how many of the first `limit` groups belong to the number.
  static func international(_ run: DigitRun, limit: Int) -> Int? {
    let fixed = knownLength(run)
    var best: Int?
    for index in 0..<limit {
      let count = run.groups[index].offset + run.groups[index].count
      if count == fixed { return index + 1 }
      if 8...longest ~= count { best = index + 1 }
    }
    // Digits without end are still nobody's business when a plus is before them.
    return best ?? (run.groups[0].count > longest ? 1 : nil)
  }

  /// Whether the first groups are just as long as numbers of their country are.
  static func hasKnownLength(_ run: DigitRun, groups count: Int) -> Bool {
    knownLength(run) == run.digits(0..<count).count
  }

  /// How many digits a number with this country code has.
  private static func knownLength(_ run: DigitRun) -> Int? {
    for length in 1...3 where length <= run.digits.count {
      let code = run.digits[..<length].map { String($0) }.joined()
      if let national = nationalLength[code] { return length + national }
    }
    return nil
  }

  /// Whether groups are written like a national number, or an international one without plus.
  static func isNational(_ run: DigitRun, _ range: Range<Int>) -> Bool {
    let first = range.lowerBound
    let two = run.value(first, first: 2)
    let one = run.value(first, first: 1)
    let gaps = run.groups[range].dropFirst().map(\.gap)
    let isSpaced = gaps.allSatisfy { $0 == .space || $0 == .hyphen || $0 == .parenthesis }
    let isDotted = !gaps.isEmpty && gaps.allSatisfy { $0 == .dot }
    if range.count == 1 { return isBare(run, first) }
    // The middle of a card or account number in fours.
    if first > 0, run.groups[first].count == 4, run.groups[first - 1].count == 4 { return false }
    if isDotted {
      let shape = run.shape(range)
      return (shape == 0x333 && polishMobile.contains(two)) || (shape == 0x334 && one >= 2)
    }
    if one == 0 { return isTrunk(run, range, gaps: gaps) }
    guard isSpaced else { return false }
    let isRound = run.digits(range).suffix(6).allSatisfy { $0 == 0 }
    switch run.shape(range) {
    // Poland
    case 0x333: return polishMobile.contains(two) && !isRound
    case 0x3222: return polishMobile.contains(two)
    case 0x2322: return two >= 12 && !isRound
    case 0x27: return two >= 12 && gaps == [.parenthesis]
    case 0x2333, 0x22322: return two == 48
    // Latvia
    case 0x233, 0x2222: return (one == 2 || one == 6) && !isRound
    case 0x44: return (one == 2 || one == 5 || one == 6) && !isYears(run, range)
    case 0x3233, 0x38, 0x344: return run.value(first, first: 3) == 371
    case 0x323: return one == 2 && gaps.allSatisfy { $0 == .hyphen }
    // Estonia
    case 0x43, 0x34: return one == 5
    // Lithuania
    case 0x135, 0x1134, 0x126: return one == 8 && isLithuanianArea(run, first + 1)
    // Russia
    case 0x1334: return one == 7 || one == 8 || one == 1  // and North America
    case 0x13322, 0x137, 0x14222: return one == 7 || one == 8
    case 0x3322: return one >= 3
    case 0x322: return gaps.allSatisfy { $0 == .hyphen }
    // North America
    case 0x334: return one >= 2
    default: return false
    }
  }

  /// After words such as "call" or "tel.": seven digits or more that aren't a date.
  static func isLikelyAfterPhoneWord(_ run: DigitRun, _ range: Range<Int>) -> Bool {
    let gaps = run.groups[range].dropFirst().map(\.gap)
    guard 7...longest ~= run.digits(range).count, range.count <= 6 else { return false }
    switch run.shape(range) {
    case 0x422, 0x224, 0x412, 0x421, 0x124, 0x214: return false
    case 0x44: return !isYears(run, range)
    case 0x8: return !isCompactDate(run, range.lowerBound)
    default: return !gaps.contains(.dot) || gaps.allSatisfy { $0 == .dot }
    }
  }

  /// Digits without any space.
  private static func isBare(_ run: DigitRun, _ group: Int) -> Bool {
    let two = run.value(group, first: 2)
    switch run.groups[group].count {
    case 8: return [2, 5].contains(two / 10) && !isCompactDate(run, group)  // Latvia, Estonia
    case 9: return polishMobile.contains(two) || two == 6 || two == 86  // 06… and 86…: Lithuania
    case 11:
      let next = run.value(group, first: 4) % 100
      if two == 48 { return polishMobile.contains(next) }
      if run.value(group, first: 3) == 371 { return [2, 6].contains(next % 10) }
      // 074… to 079…: British mobile numbers.
      if two == 7, run.value(group, first: 3) >= 74 { return true }
      return [73, 74, 78, 79, 83, 84, 88, 89].contains(two) || isGermanMobile(run, group)
    case 10: return isGermanMobile(run, group) || two >= 90  // 9…: Russian mobile numbers
    case 12...14: return isGermanMobile(run, group) || 1...9 ~= run.value(group, first: 3)
    default: return false
    }
  }

  /// Numbers with a leading zero or two: 0171 1234567, 00371 26123456.
  private static func isTrunk(_ run: DigitRun, _ range: Range<Int>, gaps: [DigitRun.Gap]) -> Bool {
    let digits = run.digits(range)
    guard !gaps.contains(.dot) else { return false }
    let first = range.lowerBound
    if run.value(range.lowerBound, first: 2) == 0 {
      return run.value(range.lowerBound, first: 3) > 0 && 12...longest ~= digits.count
    }
    switch run.shape(range) {
    case 0x1333: return polishMobile.contains(run.value(first + 1, first: 2))
    case 0x135, 0x1134, 0x126: return isLithuanianArea(run, first + 1)
    default: return 9...12 ~= digits.count && run.groups[first].count >= 3
    }
  }

  /// Codes of towns begin with 3, 4 or 5, of mobile numbers with 6.
  private static func isLithuanianArea(_ run: DigitRun, _ group: Int) -> Bool {
    3...6 ~= run.value(group, first: 1)
  }

  private static func isGermanMobile(_ run: DigitRun, _ group: Int) -> Bool {
    [15, 16, 17].contains(run.value(group, first: 3))
  }

  private static func isYears(_ run: DigitRun, _ range: Range<Int>) -> Bool {
    range.allSatisfy { [19, 20].contains(run.value($0, first: 2)) }
  }

  /// 20261015.
  private static func isCompactDate(_ run: DigitRun, _ group: Int) -> Bool {
    let day = run.digits(group..<group + 1).map(Int.init)
    guard day.count == 8, [19, 20].contains(day[0] * 10 + day[1]) else { return false }
    return 1...12 ~= day[4] * 10 + day[5] && 1...31 ~= day[6] * 10 + day[7]
  }
}
