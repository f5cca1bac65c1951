/// What figures of a review rest on that no log holds: `review` in `signpost.yml`.
package struct ReviewAssumptions: Codable, Hashable, Sendable {
  /// Of an agent.
  package var costPerMinute: Double
  package var currency: String
  package var repeatDays: Int
  /// How many customers there are, for contacts per 1,000.
  package var customers: Int?
  /// The share of customers who think of leaving after one contact, and after several: 2 % and
  /// 23 % in the study that customer service practitioners quote.
  package var leavingOnce: Double
  package var leavingRepeated: Double

  package init(
    costPerMinute: Double = 0.6, currency: String = "EUR", repeatDays: Int = 7,
    customers: Int? = nil, leavingOnce: Double = 0.02, leavingRepeated: Double = 0.23
  ) {
    self.costPerMinute = costPerMinute
    self.currency = currency
    self.repeatDays = repeatDays
    self.customers = customers
    self.leavingOnce = leavingOnce
    self.leavingRepeated = leavingRepeated
  }
}
