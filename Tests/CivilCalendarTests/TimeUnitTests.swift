import CivilCalendar
import Testing

@Suite struct TimeUnitTests {
  private enum Unit: String, TimeUnit {
    case days
    case workingDays = "working days"
  }

  @Test(arguments: [
    ("1 day", 1, "days"), ("2 days", 2, "days"), ("0 DAYS", 0, "days"),
    ("3 working days", 3, "working days"), ("1 Working  day", 1, "working days"),
    ("-1 day", -1, "days"),
  ])
  func readsANumberAndAUnit(text: String, number: Int, unit: String) {
    let amount = Unit.amount(in: text)
    #expect(amount?.number == number && amount?.unit.rawValue == unit)
  }

  @Test(arguments: [
    "", "1", "day", "1 week", "one day", "1.5 days", "1 day more", "1 days working",
  ])
  func takesNothingElse(text: String) {
    #expect(Unit.amount(in: text) == nil)
  }
}
