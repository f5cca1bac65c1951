import ContactLog

/// Counts contacts: how many, how they were solved, what they cost.
struct TopicMeasures {
  let assumptions: GapReport.Assumptions
  /// All contacts of the period.
  let total: Int

  func measures(of contacts: [Contact]) -> GapReport.Measures {
    let resolved = contacts.compactMap(\.resolvedAtFirstContact)
    let solved = resolved.count { $0 }
    let minutes = contacts.compactMap(\.handlingMinutes).reduce(0, +)
    let days = days(byCustomer: contacts)
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
  private func repeats(in days: [String: [Int]]) -> Int {
    days.values.map { days in
      zip(days, days.dropFirst()).count { $1 - $0 <= assumptions.repeatDays }
    }.reduce(0, +)
  }

  private func customersAtRisk(_ days: [String: [Int]]) -> Double {
    let counts = days.values.map(\.count)
    let once = counts.count { $0 == 1 }
    return Double(once) * assumptions.leavingOnce
      + Double(counts.count - once) * assumptions.leavingRepeated
  }

  /// The days of each customer's contacts, in order; customers and times may be unknown.
  private func days(byCustomer contacts: [Contact]) -> [String: [Int]] {
    var days: [String: [Int]] = [:]
    for contact in contacts {
      guard let customer = contact.customer, let time = contact.time else { continue }
      days[customer, default: []].append(time.calendarDay.daysSince1970)
    }
    return days.mapValues { $0.sorted() }
  }
}
