import CivilCalendar
import ContactLog

/// The periods that a log covers, oldest first; the last is the one under review.
///
/// Without a period, months are counted and all contacts are under review.
struct ReviewHistory {
  /// As many periods before the one under review as a year has months.
  static let longest = 12
  /// Contacts that make a topic.
  static let fewest = 3

  let periods: [Period]
  /// Nil when all contacts are under review.
  let current: Period?
  /// A day or a week is too short to tell what is busy: it is seen within so many days up to its end.
  private static let shownWithin = 28
  /// So many on two days tell by themselves.
  private static let many = 10
  /// Within fewer days two busy ones are nothing special.
  private static let fewestDays = 14

  /// The days in which busy ones are sought; nil for all of them.
  private let compared: ClosedRange<CalendarDay>?
  /// Contacts by day, of those days.
  private let days: [Int: Int]

  init(_ contacts: [Contact], period: Period?) {
    current = period
    let all = contacts.compactMap { $0.time?.calendarDay }
    let compared = period.map { period in
      min(period.first, period.last.adding(days: 1 - Self.shownWithin))...period.last
    }
    self.compared = compared
    days = all.filter { compared?.contains($0) ?? true }
      .reduce(into: [:]) { $0[$1.daysSince1970, default: 0] += 1 }
    let last = period ?? all.max().map { Period(.month, containing: $0) }
    guard var next = last, let first = all.min() else {
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

  /// The last day of the last period, which is today as far as the review knows.
  var lastDay: CalendarDay? { periods.last?.last }

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

  /// Whether so many contacts of a period make a topic of their group, which has `total` in the log.
  ///
  /// Three do. On a day or in a week few ask for the same: there, what was asked three times in the
  /// log is a topic on the day it is asked again.
  func makesTopic(_ count: Int, of total: Int) -> Bool {
    let isShort = current.map { $0.dayCount <= 7 } ?? false
    return count >= Self.fewest || isShort && count > 0 && total >= Self.fewest
  }

  /// The contacts of a period that are on a topic of it, of a group's `count`; all without a period
  /// under review.
  func topicContacts(_ count: Int, of total: Int) -> Int {
    current == nil || makesTopic(count, of: total) ? count : 0
  }

  /// The change of the last period to the one before, if both are in the log.
  func change(_ counts: [Int]) -> GapReport.Change? {
    guard current != nil, counts.count > 1 else { return nil }
    let (before, after) = (counts.count - 2, counts.count - 1)
    return GapReport.Change(
      after: counts[after], afterDays: periods[after].dayCount, before: counts[before],
      beforeDays: periods[before].dayCount)
  }

  /// Whether the contact is under review, or shortly before where the period is short.
  func isCompared(_ contact: Contact) -> Bool {
    guard let compared else { return true }
    return (contact.time?.calendarDay).map(compared.contains) ?? false
  }

  /// The positions of the contacts on the two neighbouring days with most of them; none in a log
  /// that is not much longer than two days, nor for a few contacts, nor where those days were as
  /// busy with everything else, or where a few came on two days as well before. It is sure of many,
  /// and of days on which more than usual came with everything else too.
  ///
  /// - Parameters:
  ///   - contacts: those that are compared.
  ///   - before: those of the same group from before.
  func busiestDays(
    _ contacts: [Contact], before: [Contact] = []
  ) -> (contacts: [Int], isSure: Bool) {
    let known = (days.keys.max() ?? 0) - (days.keys.min() ?? 0) + 1
    guard max(current?.dayCount ?? .max, known) >= Self.fewestDays else {
      return ([], false)
    }
    let own = contacts.map { $0.time?.calendarDay.daysSince1970 }
    let counts = own.compactMap(\.self).reduce(into: [:]) { $0[$1, default: 0] += 1 }
    guard let first = Self.busiest(counts) else { return ([], false) }
    let busiest = own.indices.filter { own[$0] == first || own[$0] == first + 1 }
    let (everything, then) = (days.values.reduce(0, +), Self.sum(days, from: first))
    // More than twice the share of all contacts on those days.
    let isOwn = busiest.count * everything > 2 * then * contacts.count
    // What breaks brings contacts in every language, each in its own words: three are enough on days
    // on which half as many again as usually came with everything else.
    let isBusy = (then - busiest.count) * known > 3 * (everything - contacts.count)
    guard busiest.count >= (isBusy ? 3 : 4), isOwn else { return ([], false) }
    // A few on two days of a topic that is always asked for come so by chance.
    let earlier = before.compactMap { $0.time?.calendarDay.daysSince1970 }
      .reduce(into: [:]) { $0[$1, default: 0] += 1 }
    let usual = Self.busiest(earlier).map { Self.sum(earlier, from: $0) } ?? 0
    let areMany = busiest.count >= Self.many
    return areMany || busiest.count > 3 * usual ? (busiest, areMany || isBusy) : ([], false)
  }

  /// The first of the two neighbouring days with most contacts, the earliest of equals.
  private static func busiest(_ days: [Int: Int]) -> Int? {
    days.keys.sorted().max { sum(days, from: $0) < sum(days, from: $1) }
  }

  private static func sum(_ counts: [Int: Int], from day: Int) -> Int {
    counts[day, default: 0] + counts[day + 1, default: 0]
  }
}
