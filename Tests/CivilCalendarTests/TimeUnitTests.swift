import CivilCalendar
import Testing

@Suite struct TimeUnitTests {
  private enum Unit: String, TimeUnit {
    case minutes, hours, days, weeks, months, years
    case workingDays = "working days"
  }

  @Test(arguments: [
    ("1 day", 1, "days"), ("2 days", 2, "days"), ("0 DAYS", 0, "days"),
    ("3 working days", 3, "working days"), ("1 Working  day", 1, "working days"),
    ("-1 day", -1, "days"),
    // As editors write who don't write in English.
    ("2 minuty", 2, "minutes"), ("5 MIN", 5, "minutes"), ("5 min.", 5, "minutes"),
    ("1 godzina", 1, "hours"), ("2 godz.", 2, "hours"), ("24 h", 24, "hours"),
    ("3 dni", 3, "days"), ("1 dzień roboczy", 1, "working days"),
    ("10 dni roboczych", 10, "working days"), ("2 tygodnie", 2, "weeks"),
    ("6 miesięcy", 6, "months"), ("2 lata", 2, "years"), ("1 rok", 1, "years"),
    ("5 minūtes", 5, "minutes"), ("1 stunda", 1, "hours"), ("3 darba dienas", 3, "working days"),
    ("3 darbdienas", 3, "working days"), ("2 dienas", 2, "days"), ("1 gads", 1, "years"),
    ("5 минут", 5, "minutes"), ("2 часа", 2, "hours"), ("5 рабочих дней", 5, "working days"),
    ("1 рабочий день", 1, "working days"), ("2 дня", 2, "days"), ("2 года", 2, "years"),
    ("5 лет", 5, "years"), ("5 годин", 5, "hours"), ("2 робочі дні", 2, "working days"),
    ("2 Arbeitstage", 2, "working days"), ("1 jour ouvré", 1, "working days"),
    ("3 días hábiles", 3, "working days"), ("2 tundi", 2, "hours"), ("1 valanda", 1, "hours"),
  ])
  func readsANumberAndAUnit(text: String, number: Int, unit: String) {
    let amount = Unit.amount(in: text)
    #expect(amount?.number == number && amount?.unit.rawValue == unit)
  }

  @Test(arguments: [
    "", "1", "day", "1 fortnight", "one day", "1.5 days", "1 day more", "1 days working",
    "dwa dni", "2 dni lub 3", "1 roboczy", "1 dzień świąteczny", "2 Tagesausflüge", "1 hat",
  ])
  func takesNothingElse(text: String) {
    #expect(Unit.amount(in: text) == nil)
  }
}
