import ContactLog

/// The periods that a log covers, oldest first; the last is the one under review.
///
/// Without a period, months are counted and all contacts are under review.
struct ReviewHistory {
  /// As many periods before the one under review as a year has months.
  static let longest = 12

  let periods: [Period]
  /// Nil when all contacts are under review.
  let current: Period?

  init(_ contacts: [Contact], period: Period?) {
    current = period
    let days = contacts.compactMap { $0.time?.calendarDay }
    let last = period ?? days.max().map { Period(.month, containing: $0) }
    guard var next = last, let first = days.min() else {
      periods = [last].compactMap(\.self)
      return
    }
    var found: [Period] = []
    while found.count < Self.longest {
      found.append(next)
      next = next.previous
      if next.last < first { break }
    }
    periods = found.reversed()
  }

  /// The number of the period that the contact lies in.
  func number(of contact: Contact) -> Int? {
    guard let time = contact.time else { return nil }
    return periods.lastIndex { $0.contains(time) }
  }

  func isUnderReview(_ contact: Contact) -> Bool {
    guard let current else { return true }
    return contact.time.map(current.contains) ?? false
  }

  /// How many contacts lie in each period.
  func counts(_ items: some Sequence<ReviewedContact>) -> [Int] {
    var counts = [Int](repeating: 0, count: periods.count)
    for item in items {
      if let period = item.period { counts[period] += 1 }
    }
    return counts
  }

  /// The change of the last period to the one before, if both are in the log.
  func change(_ counts: [Int]) -> GapReport.Change? {
    guard current != nil, counts.count > 1 else { return nil }
    let (before, after) = (counts.count - 2, counts.count - 1)
    let (ratio, interval) = Statistics.rateRatio(
      after: counts[after], afterDays: periods[after].dayCount, before: counts[before],
      beforeDays: periods[before].dayCount)
    return GapReport.Change(
      relative: rounded(ratio - 1),
      interval: [rounded(interval.lowerBound - 1), rounded(interval.upperBound - 1)],
      isClear: !interval.contains(1))
  }

  /// The positions of the contacts on the two neighbouring days with most of them; none in a period
  /// that is not much longer than two days, nor for a few contacts.
  func busiestDays(_ contacts: [Contact]) -> [Int] {
    let (shortest, fewest) = (14, 4)
    guard current.map({ $0.dayCount >= shortest }) ?? true else { return [] }
    let days = contacts.map { $0.time?.calendarDay.daysSince1970 }
    let counts = days.compactMap(\.self).reduce(into: [:]) { $0[$1, default: 0] += 1 }
    let first = counts.keys.sorted().max { left, right in
      (counts[left] ?? 0) + (counts[left + 1] ?? 0) < (counts[right] ?? 0)
        + (counts[right + 1] ?? 0)
    }
    guard let first else { return [] }
    let busiest = days.indices.filter { days[$0] == first || days[$0] == first + 1 }
    return busiest.count >= fewest ? busiest : []
  }
}
