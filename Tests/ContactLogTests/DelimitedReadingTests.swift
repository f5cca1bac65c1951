import CivilCalendar
import Testing

@testable import ContactLog

@Suite struct DelimitedReadingTests {
  @Test(arguments: [
    // Delimiters
    ("id,reason\n1,a\n", ["a"]), ("id;reason\n1;a, b\n", ["a, b"]),
    ("id\treason\n1\ta;b\n", ["a;b"]),
    ("id|reason\n1|a,b\n", ["a,b"]), ("reason\na,b;c\n", ["a,b;c"]),
    ("sep=;\nid;reason\n1;a\n", ["a"]),
    ("\"id;x\",reason\n1,a\n", ["a"]),
    // Ends of lines
    ("reason\r\na\r\nb\r\n", ["a", "b"]), ("reason\ra\rb\r", ["a", "b"]),
    ("reason\na\nb", ["a", "b"]),
    ("\n\nreason\n\n\na\n\n", ["a"]),
    // Quotes
    ("id,reason\n1,\"a, b\"\n", ["a, b"]), ("id,reason\n1,\"a\nb\"\n", ["a\nb"]),
    ("id,reason\n1,\"a\r\nb\"\r\n", ["a\nb"]),
    ("id,reason\n1,\"say \"\"hi\"\"\"\n", ["say \"hi\""]),
    ("id,reason\n1,5\" pipe\n", ["5\" pipe"]), ("\"id\",\"reason\"\n\"1\",\"a\"\n", ["a"]),
    ("id,reason\n1,\"\n\na\n\"\n", ["a"]),
    // Tails of spreadsheets
    ("id,reason\n1,a\n,\n,\n", ["a"]), ("id;reason;\n1;a;\n", ["a"]),
    ("id,reason\n1,a,,,\n", ["a"]),
    // Header names in any dress
    ("ID , Contact Reason\n1,a\n", ["a"]), ("\u{FEFF}reason\na\n", ["a"]), ("ReAsOn\na\n", ["a"]),
  ])
  func readsWithoutComplaint(_ text: String, _ reasons: [String]) throws {
    let log = try LogFixture(text)
    #expect(log.reasons == reasons)
    #expect(log.said.isEmpty)
    #expect(log.summary.rows == reasons.count)
  }

  @Test(arguments: [
    (
      "id,reason\n1,a\n2\n3,c\n",
      "log:3: warning: row has 1 field instead of 2 [log-row]\n  cure: put fields with a delimiter or a line break inside between quotes"
    ),
    (
      "id,reason\n1,a\n2,b,b\n3,c\n",
      "log:3: warning: row has 3 fields instead of 2 [log-row]\n  cure: put fields with a delimiter or a line break inside between quotes"
    ),
    (
      "id,reason\n1,a\n2,\n3,c\n",
      "log:3: warning: reason is empty [log-row]\n  cure: fill in column 'reason'"
    ),
    (
      "id,reason\n1,a\n2,b\u{0}b\n3,c\n",
      "log:3: warning: row holds a NUL byte [log-row]\n  cure: export the log again; the file may be damaged"
    ),
    (
      "id,reason\n1,a\n2,\"b\n3,c\n",
      "log:3: warning: quote is never closed [log-row]\n  cure: close it, and write quotes inside a field twice"
    ),
    (
      "id,reason\n1,a\n2,\"b\n3,\"\"\"c\"\"\"\n4,c\n",
      "log:3: warning: quote inside a quoted field isn't doubled, or an earlier one isn't closed [log-row]\n  cure: write quotes inside a field twice"
    ),
    (
      "id,reason\n1,a\n2,\"b\" c\n3,c\n",
      "log:3: warning: quote inside a quoted field isn't doubled, or an earlier one isn't closed [log-row]\n  cure: write quotes inside a field twice"
    ),
    (
      "id,reason,date\n1,a,2026-10-15\n2,b,tomorrow\n3,c,\n",
      "log:3: warning: date in column 'date' can't be read [log-row]\n  cure: write dates as 2026-10-15 or 2026-10-15T08:30"
    ),
    (
      "id,reason,date\n1,a,2026-10-15\n2,b,1900-01-01\n3,c,\n",
      "log:3: warning: date is 1900-01-01, from before there were help desks [log-row]\n  cure: write the day of the contact"
    ),
    (
      "id,reason,date\n1,a,2026-10-15\n2,b,2126-10-15\n3,c,\n",
      "log:3: warning: date is 2126-10-15, which is years ahead [log-row]\n  cure: write the day of the contact"
    ),
    (
      "id,reason,date\n1,a,10/15/2026\n2,b,16/10/2026\n3,c,\n",
      "log:3: warning: date in column 'date' has its day and month the other way round [log-row]\n  cure: write dates as 2026-10-15"
    ),
  ])
  func badRowIsSaidWithLineAndCureAndCostsNoOther(_ text: String, _ said: String) throws {
    var options = ReadOptions()
    options.today = CalendarDay(year: 2026, month: 11, day: 2)
    let log = try LogFixture(text, options: options)
    #expect(log.said == [said])
    #expect(log.reasons.first == "a" && log.reasons.last == "c")
    #expect(log.summary.rejected == 1)
    #expect(log.summary.rows == log.summary.accepted + log.summary.known + log.summary.rejected)
  }

  @Test(arguments: [
    ("", "log:1: error: log is empty"), ("\n\n", "log:1: error: log is empty"),
    (
      "a,b\n1,2\n",
      "log:1: error: no column says why the customer made contact; columns are 'a', 'b' [log-columns]\n  cure: say which: --column reason='a', or a mapping file"
    ),
    (
      "id#time#reason\n1#2026-10-15#a\n",
      "log:1: error: line of column names is read as one column; '#' seems to part the fields [log-columns]\n  cure: say so: --delimiter '#'"
    ),
    (
      "1,2026-10-15,phone,The car does not open at all\n",
      "log:1: error: first line holds data, not column names"
    ),
    ("id,\"reason\n1,a\n", "log:1: error: quote in the line of column names is never closed"),
    (
      "GIF\u{0} and what else a picture is made of\nabc\n",
      "log:1: error: log isn't text: its first line holds NUL bytes"
    ),
    (
      "PK\u{3}\u{4}…",
      "log: error: log is a workbook or an archive, not text [log-format]\n  cure: save it as CSV in UTF-8\n  cure: or of a workbook: xlsx2csv -f '%Y-%m-%dT%H:%M' LOG.xlsx | signpost contacts import -"
    ),
    ("[{]", "log:1: error: log begins like JSON, but holds no JSON object"),
    (
      "[{\"x\": 1}]",
      "log:1: error: no column says why the customer made contact; columns are 'x'"
    ),
  ])
  func unusableLogIsSaidWithLineAndCure(_ text: String, _ said: String) {
    #expect(LogFixture.failure(Array(text.utf8)).hasPrefix(said))
  }

  @Test func daysAfterTomorrowAreTold() throws {
    var options = ReadOptions()
    options.today = CalendarDay(year: 2026, month: 11, day: 2)
    let days = ["2026-11-02", "2026-11-03", "2026-11-04", "2026-12-01", "2027-01-01"]
    let rows = days.map { "\($0),a\n" }.joined()
    let log = try LogFixture("date,reason\n" + rows, options: options)
    #expect(log.summary.accepted == 5)
    #expect(
      log.said == [
        "log:4: warning: 3 rows are dated after today [log-dates]\n"
          + "  cure: write the day of the contact, and look whether day and month are the right way round"
      ])
    #expect(try LogFixture("date,reason\n" + rows).said == [])
  }

  @Test(arguments: [
    ("Report of contacts, October 2026\n\nid;reason\n1;a\n2;b\n", 1, 2),
    ("Report;\n;\nid;reason\n1;a\n2;b\n", 1, 2),
    ("\n\"Report\nof October\",,\nfrom Ann,,\nid,reason,date\n1,a,\n2,b,\n", 1, 4),
    ("Raport kontaktów\r\nData;Powód kontaktu\r\n15.10.2026;a\r\n16.10.2026;b\r\n", 1, 1),
    ("sep=;\nReport\nid;reason\n1;a\n2;b\n", 2, 1),
  ])
  func aTitleAboveTheColumnNamesIsPassedOverAndSaid(
    _ text: String, line: Int, lines: Int
  ) throws {
    let log = try LogFixture(text)
    #expect(log.reasons == ["a", "b"])
    #expect(
      log.said == [
        "log:\(line): note: \(lines) \(lines == 1 ? "line" : "lines") above the column names; passed"
          + " over [log-columns]\n  cure: nothing to do if it is a title"
      ])
    #expect(log.contacts.map(\.row) == [line + lines + 1, line + lines + 2])
  }

  @Test(arguments: [
    ("id,x\n1,reason\n2,why\n", "columns are 'id', 'x'"),
    ("id,x\n1,subject\n2,\"open", "columns are 'id', 'x'"),
  ])
  func aRowOfDataIsNotTakenForColumnNames(_ text: String, _ said: String) {
    #expect(LogFixture.failure(Array(text.utf8)).contains(said))
  }

  @Test(arguments: [
    ("id;Powód kontaktu\n1;a\n", ",", "';' seems to part the fields"),
    ("id\treason\n1\ta\n", ",", "tabs seem to part the fields"),
    ("id|why: a|b\n", ";", "'|' seems to part the fields"),
    ("why: a\n", ",", "no column says why"),
  ])
  func aWrongDelimiterIsToldFromTheHeader(_ text: String, _ stated: Character, _ said: String) {
    var options = ReadOptions()
    options.delimiter = stated
    #expect(LogFixture.failure(Array(text.utf8), options: options).contains(said))
  }

  @Test func missingFileIsSaid() {
    #expect(throws: ContactLogError.self) {
      try ContactLogReader(file: "/nowhere/log.csv", customerKey: (1, 2)).read { _ in }
    }
  }

  @Test(arguments: ["reason\n", "id,date,reason", "[]", "[\n]\n"])
  func logWithoutContactsIsSaid(_ text: String) throws {
    let log = try LogFixture(text)
    #expect(log.summary.rows == 0)
    #expect(
      log.said == [
        "log:1: warning: log holds no contact [log-format]\n  cure: export it again for a longer period"
      ])
  }

  @Test func columnsThatTheUserChoosesGoFirst() throws {
    var options = ReadOptions()
    options.columns = [.reason: "uwagi", .time: "KIEDY"]
    let log = try LogFixture("kiedy;Temat;Uwagi\n15.10.2026;x;brak karty\n", options: options)
    #expect(log.reasons == ["brak karty"])
    #expect(log.times == ["2026-10-15T00:00:00"])
    #expect(log.summary.ignoredColumns == ["Temat"])
    options.columns = [.reason: "uwaga"]
    #expect(
      LogFixture.failure(Array("kiedy;Uwagi\n".utf8), options: options).hasPrefix(
        "log:1: error: column 'uwaga' for 'reason' doesn't exist; columns are 'kiedy', 'Uwagi' "
          + "[log-columns]\n  cure: did you mean 'Uwagi'?"))
  }

  @Test func whatWasFoundOutIsStated() throws {
    let log = try LogFixture(
      TextEncoding.windows1250.encode(
        "Data;Powód kontaktu;Agent;channel\n13/10/2026;zażółć;x;y\n14/10/2026;;x;y\n"))
    #expect(
      log.summary.text == """
        CSV with ';', Windows-1250 by its letters, dates day first
        2 rows = 1 new + 0 known + 1 rejected
        columns: time from 'Data', channel, reason from 'Powód kontaktu'; without effect: 'Agent'
        """)
  }

  @Test func statedDelimiterIsNotGuessed() throws {
    var options = ReadOptions()
    options.delimiter = ";"
    let log = try LogFixture("a,b,c;reason\nx,y;z\n", options: options)
    #expect(log.summary.ignoredColumns == ["a,b,c"])
    #expect(log.reasons == ["z"])
  }

  @Test(arguments: [
    ("date,reason\n3/4/2026,a\n13/4/2026,b\n", ["2026-04-03", "2026-04-13"], true),
    ("date,reason\n3/4/2026,a\n4/13/2026,b\n", ["2026-03-04", "2026-04-13"], true),
    // An export of one month.
    (
      "date,reason\n1/10/2026,a\n2/10/2026,b\n3/10/2026,c\n",
      ["2026-10-01", "2026-10-02", "2026-10-03"], false
    ),
    ("date,reason\n3/4/2026,a\n", ["2026-03-04"], false),
    ("Data;Temat\n3/4/2026;a\n", ["2026-04-03"], false),
  ])
  func orderOfSlashDatesIsFoundOut(_ text: String, _ dates: [String], _ isCertain: Bool) throws {
    let log = try LogFixture(text)
    #expect(log.contacts.compactMap { $0.time?.date } == dates)
    #expect(log.said.isEmpty == isCertain)
  }

  @Test func orderOfSlashDatesIsFoundOutFarDownTheLog() throws {
    let ambiguous = (0..<20_000).map { "\($0 % 12 + 1)/\($0 % 11 + 1)/2026,row \($0)\n" }
    let log = try LogFixture("date,reason\n" + ambiguous.joined() + "25/10/2026,last\n")
    #expect(log.summary.slashDates == .dayFirst)
    #expect(log.summary.accepted == 20_001)
    #expect(log.said.isEmpty)
  }

  @Test func repeatedColumnNamesArePassedOverAndSaid() throws {
    let log = try LogFixture("id,reason\n1,a\n\"id\", reason\nid,reason\n2,b\nid,other\n")
    #expect(log.reasons == ["a", "b", "other"])
    #expect(
      log.said == [
        "log:3: note: 2 lines repeat the column names; passed over [log-columns]\n"
          + "  cure: nothing to do if exports were put behind one another"
      ])
  }

  @Test func repeatedRowsAreKnownAndOtherTextsUnderOneIDAreKept() throws {
    let log = try LogFixture("id,reason\n1,a\n1,a\n2,a\n1,b\n1,b\n")
    #expect(log.reasons == ["a", "a", "b"])
    #expect((log.summary.rows, log.summary.accepted, log.summary.known) == (5, 3, 2))
    #expect(log.said.count == 1)
    #expect(
      log.said.first?.hasPrefix("log:5: note: id of an earlier row with another text") == true)
  }

  @Test func longFieldIsCutAndSaid() throws {
    let field = String(repeating: "text with a, comma\n", count: 4 << 20 / 19)
    let log = try LogFixture("id,reason\n1,a\n2,\"\(field)\"\n3,c\n")
    #expect(log.summary.accepted == 3 && log.summary.rejected == 0)
    #expect(log.contacts[1].reason.utf8.count < 70_000)
    #expect(
      log.said.map { $0.prefix(50) } == ["log:3: note: 1 text is longer than 64 kB; the rest"])
  }

  @Test(arguments: [
    "id,reason\n1,a\n2,FIELD\n3,c\n", "id,reason\n1,a\n2,\"FIELD\n3,c\n",
    "{\"reason\":\"a\"}\n{\"reason\":\"FIELD\"}\n{\"reason\":\"c\"}\n",
    "{\"reason\":\"a\"}\n{\"reason\":\"FIELD\n{\"reason\":\"c\"}\n",
  ])
  func rowLongerThanMemoryAllowsIsRejectedAlone(_ text: String) throws {
    let field = String(repeating: "x", count: 3 << 20)
    let log = try LogFixture(text.replacing("FIELD", with: field), longestRow: 2 << 20)
    #expect(log.reasons == ["a", "c"])
    #expect(log.summary.rejected == 1)
  }

  @Test func customersAreKeyedHashesWhateverTheSpelling() throws {
    let log = try LogFixture(
      "customer,reason\nJan <JAN@x.pl>,a\njan@x.pl,b\n601 234 567,c\n601-234-567,d\nJAN,e\nJan,f\n,g\n"
    )
    let customers = log.contacts.map(\.customer)
    #expect(customers[0] == customers[1] && customers[2] == customers[3])
    #expect(customers[4] == customers[5] && customers[6] == nil)
    #expect(Set(customers).count == 4)
    #expect(customers[0]?.count == 16)
  }

  /// The vectors of the algorithm's authors: key 00…0F, message 00 01 02 …
  @Test func hashIsSipHash24() {
    let hash = SipHash(key: LogFixture.key)
    #expect(hash.hash([]) == 0x726f_db47_dd0e_0e31)
    #expect(hash.hash([0]) == 0x74f8_39c5_93dc_67fd)
    #expect(hash.hash(Array(0...14)) == 0xa129_ca61_49be_45e5)
  }
}
