import KnowledgeBase
import Testing

@Suite struct TimeSpanTests {
  struct Sum: Sendable {
    let spans: [String]
    let total: String?
  }

  @Test(arguments: ["9223372036854775807 days", "100001 working days", "-1 days", "a day"])
  func whatNobodyWaitsIsNoTime(text: String) {
    #expect(TimeSpan(text) == nil)
  }

  @Test(arguments: [
    Sum(spans: ["2 working days", "3 working days", "5 working days"], total: "10 working days"),
    Sum(spans: ["0 minutes", "15 minutes", "1 working day"], total: "1 working days"),
    Sum(spans: ["59 minutes", "1 day"], total: "1 days"),
    Sum(spans: ["30 minutes", "30 minutes", "1 day"], total: "2 days"),
    Sum(spans: ["8 hours", "1 working day"], total: "2 working days"),
    Sum(spans: ["2 days", "1 working day"], total: "5 days"),
    Sum(spans: ["3 working days", "10 days"], total: "15 days"),
    Sum(spans: ["20 working days", "60 days", "5 working days", "2 hours"], total: "96 days"),
    Sum(spans: ["20 minutes", "50 minutes"], total: "70 minutes"),
    Sum(spans: ["20 minutes", "2 hours"], total: nil),
    Sum(spans: ["0 days"], total: nil),
    Sum(spans: [], total: nil),
  ])
  func stagesAddUpToWhatTheCustomerIsPromised(_ sum: Sum) {
    let total = TimeSpan.total(of: sum.spans.compactMap { TimeSpan($0) })
    #expect(total.map { "\($0.amount) \($0.unit.rawValue)" } == sum.total)
  }
}
