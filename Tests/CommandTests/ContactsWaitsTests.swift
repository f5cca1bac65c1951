import Foundation
import Testing

@Suite struct ContactsWaitsTests {
  private static let plan = """
    time-zone: Europe/Riga
    channels:
      - id: phone
        kind: phone
        title: Phone
        value: "+371 6000 0100"
        hours: {mon-fri: "8:00-12:00"}
        waits: {mon-fri: {"8:00-12:00": 2 minutes}}
      - id: mail
        kind: mail
        title: Mail
        value: help@a.example
        answers-within: 2 working hours

    """

  /// Tuesday 13 October 2026, 9:00: calls that waited 7 minutes, mails answered after 3 hours.
  private static var log: String {
    let rows = (0..<40).map { number in
      let isCall = number < 20
      return "\(number),2026-10-13T09:0\(number % 10),\(isCall ? "phone" : "mail"),"
        + "Where is my refund?,\(isCall ? 7 : 180)\n"
    }
    return "id,created at,channel,reason,first reply time (min)\n" + rows.joined()
  }

  private func centre() throws -> SmallHelpCentre {
    let centre = try SmallHelpCentre.sample()
    try centre.write(Self.plan, to: "content/contact.yml")
    try centre.write(Self.log, to: "log.csv")
    try centre.signpost.run(["contacts", "import", "log.csv"])
    return centre
  }

  @Test func waitsOfTheLogAreWrittenForTheContactPage() throws {
    let centre = try centre()
    let shown = try centre.signpost.run(["contacts", "waits"])
    let expected = """
      # Written by 'signpost contacts waits --write': four of five waited no longer.
      from: 2026-07-16
      until: 2026-10-13
      channels:
        phone:
          mon-fri: {"8:00-12:00": 10 minutes}

      """
    #expect(shown.output == expected && shown.status == 0)
    #expect(!centre.exists("content/waits.yml"))
    try centre.signpost.run(["contacts", "waits", "--write"])
    #expect(try centre.text(of: "content/waits.yml") == expected)
    let call = try centre.signpost.run([
      "announce", "--at", "2026-10-14T09:00", "--channel", "phone", "--lang", "en",
    ])
    #expect(call.output.contains("You usually wait 10 minutes."))
  }

  @Test func checkSaysWhichPromiseIsNotKeptAndWhatCouldBePromised() throws {
    let centre = try centre()
    let outcome = try centre.signpost.run(["check"])
    #expect(
      outcome.output.contains(
        """
        content/contact.yml:8: warning: wait of 'phone', 2 min from 8:00 to 12:00, was no longer for \
        0% of 20 contacts from 2026-07-16 to 2026-10-13 [promise-kept]
        """))
    #expect(outcome.output.contains("cure: write 10 minutes, or 'signpost contacts waits --write'"))
    #expect(
      outcome.output.contains(
        """
        content/contact.yml:13: warning: promise of 'mail', 2 working hours, was kept by 0% of 20 \
        answers from 2026-07-16 to 2026-10-13; half of the late ones by 60 min or more [promise-kept]
        """))
    #expect(
      outcome.output.contains(
        "cure: promise 3 working hours, which four of five answers keep, or answer sooner"))
    try centre.signpost.run(["contacts", "waits", "--write"])
    #expect(!(try centre.signpost.run(["check"])).output.contains("wait of 'phone'"))
  }

  @Test func withoutTimesThereIsNothingToWrite() throws {
    let centre = try SmallHelpCentre.sample()
    try centre.write(Self.plan, to: "content/contact.yml")
    try centre.write("id,date,reason\n1,2026-10-13,Refund?\n", to: "log.csv")
    try centre.signpost.run(["contacts", "import", "log.csv"])
    let outcome = try centre.signpost.run(["contacts", "waits", "--write"])
    #expect(outcome.status == 1)
    #expect(
      outcome.errors.contains("error: no channel with hours has 20 timed contacts from")
        && outcome.errors.contains("cure: import a log that has first reply or waiting times"))
    #expect(!centre.exists("content/waits.yml"))
  }

  @Test func aWrongWaitsFileIsNamedWithItsLine() throws {
    let centre = try SmallHelpCentre.sample()
    try centre.write(Self.plan, to: "content/contact.yml")
    try centre.write(
      "channels:\n  phnoe: {mon: {\"8:00-9:00\": 3 minutes}}\n", to: "content/waits.yml")
    let outcome = try centre.signpost.run(["check"])
    #expect(
      outcome.output.contains("content/waits.yml:2:3: warning: unknown key 'phnoe'"))
  }
}
