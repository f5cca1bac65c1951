import CivilCalendar

/// Check digits of cards, accounts and national ids. Digits are values 0...9, not characters.
enum Checksums {
  /// Payment cards: Luhn's formula (ISO/IEC 7812-1) and a prefix and length that are issued.
  static func isCard(_ digits: ArraySlice<UInt8>) -> Bool {
    guard 13...19 ~= digits.count, hasCardPrefix(Array(digits)) else { return false }
    var sum = 0
    for (offset, digit) in digits.reversed().enumerated() {
      let doubled = Int(digit) * 2
      sum += offset % 2 == 0 ? Int(digit) : doubled > 9 ? doubled - 9 : doubled
    }
    return sum % 10 == 0
  }

  /// Visa, Mastercard, Maestro, American Express, Diners, JCB, Discover, UnionPay and Mir.
  private static func hasCardPrefix(_ digits: [UInt8]) -> Bool {
    let prefix = digits.prefix(4).reduce(0) { $0 * 10 + Int($1) }
    return switch (prefix, digits.count) {
    case (4000...4999, 13), (4000...4999, 16), (4000...4999, 19): true
    case (5000...6999, 16...19): true
    case (3400...3499, 15), (3700...3799, 15): true
    case (3000...3059, 14), (3600...3699, 14), (3800...3999, 14): true
    case (3528...3589, 16...19): true
    case (2200...2204, 16...19), (2221...2720, 16): true
    default: false
    }
  }

  /// Polish PESEL: born on a day there was, and a weighted sum.
  /// https://www.gov.pl/web/gov/czym-jest-numer-pesel
  static func isPESEL(_ digits: ArraySlice<UInt8>) -> Bool {
    let d = digits.map(Int.init)
    guard d.count == 11 else { return false }
    // The month has 80, 0, 20, 40 or 60 added for the 1800s to the 2200s.
    let coded = d[2] * 10 + d[3]
    let year = [1900, 2000, 2100, 2200, 1800][coded / 20] + d[0] * 10 + d[1]
    guard CalendarDay(year: year, month: coded % 20, day: d[4] * 10 + d[5]) != nil else {
      return false
    }
    return (weighted(d.dropLast(), by: [1, 3, 7, 9, 1, 3, 7, 9, 1, 3]) + d[10]) % 10 == 0
  }

  /// Latvian personas kods as it is written, 6 and 5 digits: since 2017 beginning with 32 or more,
  /// before that with the day and month of birth.
  static func isLatvianID(_ digits: ArraySlice<UInt8>) -> Bool {
    let d = digits.map(Int.init)
    guard d.count == 11 else { return false }
    if 32...39 ~= d[0] * 10 + d[1] { return true }
    let century = [1800, 1900, 2000]
    guard d[6] < century.count else { return false }
    return CalendarDay(
      year: century[d[6]] + d[4] * 10 + d[5], month: d[2] * 10 + d[3], day: d[0] * 10 + d[1])
      != nil
  }

  /// The old Latvian code without its hyphen, known by its check digit too.
  static func isOldLatvianID(_ digits: ArraySlice<UInt8>) -> Bool {
    let d = digits.map(Int.init)
    guard d.count == 11, d[0] < 4, d[0] * 10 + d[1] < 32, isLatvianID(digits) else { return false }
    let check = (1101 - weighted(d.dropLast(), by: [1, 6, 3, 7, 9, 10, 5, 8, 4, 2])) % 11
    return check == d[10]
  }

  /// Lithuanian and Estonian personal codes, of one kind: sex and century, day of birth, and a sum
  /// modulo 11 by two rows of weights.
  static func isBalticID(_ digits: ArraySlice<UInt8>) -> Bool {
    let d = digits.map(Int.init)
    guard d.count == 11, 1...8 ~= d[0] else { return false }
    let year = 1800 + (d[0] - 1) / 2 * 100 + d[1] * 10 + d[2]
    guard CalendarDay(year: year, month: d[3] * 10 + d[4], day: d[5] * 10 + d[6]) != nil else {
      return false
    }
    let first = weighted(d.dropLast(), by: [1, 2, 3, 4, 5, 6, 7, 8, 9, 1]) % 11
    let second = weighted(d.dropLast(), by: [3, 4, 5, 6, 7, 8, 9, 1, 2, 3]) % 11
    return d[10] == (first < 10 ? first : second % 10)
  }

  /// German tax id: eleven digits of which one stands there two or three times among the first ten,
  /// by ISO 7064, MOD 11,10.
  static func isGermanTaxID(_ digits: ArraySlice<UInt8>) -> Bool {
    let d = digits.map(Int.init)
    guard d.count == 11, d[0] > 0, 8...9 ~= Set(d.dropLast()).count else { return false }
    var product = 10
    for digit in d.dropLast() {
      let sum = (digit + product) % 10
      product = 2 * (sum == 0 ? 10 : sum) % 11
    }
    return d[10] == (11 - product) % 10
  }

  /// Social security number of the United States as it is written, 3, 2 and 4 digits.
  /// https://www.ssa.gov/employer/randomization.html
  static func isSSN(_ digits: ArraySlice<UInt8>) -> Bool {
    let number = digits.reduce(0) { $0 * 10 + Int($1) }
    let area = number / 1_000_000
    return 1..<900 ~= area && area != 666 && number / 10_000 % 100 > 0 && number % 10_000 > 0
  }

  /// Russian СНИЛС: nine digits and a sum of two.
  static func isSNILS(_ digits: ArraySlice<UInt8>) -> Bool {
    let d = digits.map(Int.init)
    guard d.count == 11 else { return false }
    let sum = weighted(d.prefix(9), by: [9, 8, 7, 6, 5, 4, 3, 2, 1])
    return sum % 101 % 100 == d[9] * 10 + d[10] && sum > 0
  }

  /// Russian ИНН of a person: twelve digits, the last two of them sums.
  static func isINN(_ digits: ArraySlice<UInt8>) -> Bool {
    let d = digits.map(Int.init)
    guard d.count == 12, Set(d).count > 1 else { return false }
    let first = weighted(d.prefix(10), by: [7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11 % 10
    let second = weighted(d.prefix(11), by: [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11 % 10
    return first == d[10] && second == d[11]
  }

  /// Polish account numbers are IBANs that lack their `PL`: 26 digits.
  static func isPolishAccount(_ digits: ArraySlice<UInt8>) -> Bool {
    guard digits.count == 26 else { return false }
    var remainder = digits.dropFirst(2).reduce(0) { ($0 * 10 + Int($1)) % 97 }
    for digit in [2, 5, 2, 1] + digits.prefix(2).map(Int.init) {  // P is 25, L is 21
      remainder = (remainder * 10 + digit) % 97
    }
    return remainder == 1
  }

  private static func weighted(_ digits: ArraySlice<Int>, by weights: [Int]) -> Int {
    zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
