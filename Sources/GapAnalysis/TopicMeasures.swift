import ContactLog
import KnowledgeBase

/// Counts contacts: how many, how they were solved, what they cost.
struct TopicMeasures {
  let assumptions: ReviewAssumptions
  /// All contacts of the period.
  let total: Int

  func measures(of contacts: [Contact]) -> GapReport.Measures {
    let resolved = contacts.compactMap(\.resolvedAtFirstContact)
    let solved = resolved.count { $0 }
    let minutes = contacts.compactMap(\.handlingMinutes).reduce(0, +)
    let days = customerDays(contacts)
    let interval = Statistics.interval(of: solved, in: resolved.count)
    return GapReport.Measures(
      contacts: contacts.count, share: rounded(Double(contacts.count) / Double(max(1, total))),
      channels: Dictionary(contacts.map { ($0.channel ?? "unknown", 1) }, uniquingKeysWith: +),
      judged: resolved.count, solved: solved,
      firstContactResolution: resolved.isEmpty
        ? nil : rounded(Double(solved) / Double(resolved.count)),
      firstContactResolutionInterval: resolved.isEmpty
        ? nil : [rounded(interval.lowerBound), rounded(interval.upperBound)],
      repeats: repeats(in: days), escalated: contacts.count { $0.escalated == true },
      handlingMinutes: minutes.rounded(), cost: (minutes * assumptions.costPerMinute).rounded(),
      customersAtRisk: rounded(customersAtRisk(days)),
      perThousandCustomers: assumptions.customers.map {
        rounded(Double(contacts.count) * 1000 / Double(max(1, $0)))
      })
  }

  /// Contacts of a customer who had made contact within the repeat window.
  private func repeats(in days: [CustomerDay]) -> Int {
    zip(days, days.dropFirst()).count { before, after in
      before.customer == after.customer && after.day - before.day <= assumptions.repeatDays
    }
  }

  private func customersAtRisk(_ days: [CustomerDay]) -> Double {
    var counts = [Int](repeating: 0, count: (days.last?.customer ?? -1) + 1)
    for day in days { counts[day.customer] += 1 }
    let once = counts.count { $0 == 1 }
    return Double(once) * assumptions.leavingOnce
      + Double(counts.count - once) * assumptions.leavingRepeated
  }

  /// A customer's number, from 0, and a day that he made contact on.
  private typealias CustomerDay = (customer: Int, day: Int)

  /// Customer by customer, the days in order; customers and times may be unknown.
  private func customerDays(_ contacts: [Contact]) -> [CustomerDay] {
    var numbers: [String: Int] = [:]
    var days: [CustomerDay] = []
    for contact in contacts {
      guard let customer = contact.customer, let time = contact.time else { continue }
      let number = numbers[customer] ?? numbers.count
      numbers[customer] = number
      days.append((number, time.calendarDay.daysSince1970))
    }
    return days.sorted { $0 < $1 }
  }
}
