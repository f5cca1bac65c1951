import Foundation
import Testing

@Suite struct ContactsCommandTests {
  private static let log = """
    Data;Kanał;Powód kontaktu;Klient
    15.10.2026;telefon;Gdzie jest mój zwrot pieniędzy?;C-1
    16.10.2026;czat;=1+1 zgubiony parasol;jan@example.com
    jutro;czat;zgubiony parasol;C-3
    14.09.2026;telefon;Kiedy dostanę zwrot;C-1

    """

  @Test func importsOnceAndListsWhatItLeavesOut() throws {
    let centre = try SmallHelpCentre.sample()
    try centre.write(Self.log, to: "log.csv")
    let first = try centre.signpost.run(["contacts", "import", "log.csv"])
    #expect(first.status == 1)
    #expect(first.output == ".signpost/contacts.db holds 3 contacts\n")
    #expect(first.errors.contains("4 rows = 3 new + 0 known + 1 rejected"))
    #expect(
      first.errors.contains(".signpost/rejected/log.csv.csv: lists the rejected row with line"))
    #expect(
      try centre.text(of: ".signpost/rejected/log.csv.csv") == "line,reason,cure\r\n4,"
        + "date in column 'Data' can't be read,write dates as 2026-10-15 or 2026-10-15T08:30\r\n")

    try centre.write(Self.log.replacing("jutro", with: "17.10.2026"), to: "log.csv")
    let second = try centre.signpost.run(["contacts", "import", "log.csv"])
    #expect(second.status == 0)
    #expect(second.errors.contains("4 rows = 1 new + 3 known + 0 rejected"))
    #expect(!centre.exists(".signpost/rejected/log.csv.csv"))
    #expect(try centre.text(of: ".signpost/.gitignore") == "*\n")
  }

  @Test func theFolderIsClosedThoughAnotherCommandMadeIt() throws {
    let centre = try SmallHelpCentre.sample()
    try centre.signpost.run(["search", "refund"])
    #expect(centre.exists(".signpost") && !centre.exists(".signpost/.gitignore"))
    try centre.write(Self.log, to: "log.csv")
    try centre.signpost.run(["contacts", "import", "log.csv"])
    #expect(try centre.text(of: ".signpost/.gitignore") == "*\n")
    let attributes = try FileManager.default.attributesOfItem(
      atPath: centre.folder.appending(path: ".signpost").path)
    #expect(attributes[.posixPermissions] as? Int == 0o700)
  }

  @Test func listsCountsAndContacts() throws {
    let centre = try SmallHelpCentre.sample()
    try centre.write(Self.log, to: "log.csv")
    try centre.signpost.run(["contacts", "import", "log.csv"])
    let counts = try centre.signpost.run(["contacts", "list"])
    #expect(
      counts.output == """
        2026-09  1
        2026-10  2
        3 contacts in all
        log.csv: 4 rows = 3 new + 0 known + 1 rejected

        """)
    let quarters = try centre.signpost.run([
      "contacts", "list", "--by", "quarter", "--format", "csv",
    ])
    #expect(quarters.output == "period,contacts\r\n2026-Q3,1\r\n2026-Q4,2\r\n")
    let json = try centre.signpost.run([
      "contacts", "list", "--period", "2026-09", "--format", "json",
    ])
    #expect(
      json.output.contains("\"reason\":\"Kiedy dostanę zwrot\",\"time\":\"2026-09-14T00:00:00\""))
    let csv = try centre.signpost.run([
      "contacts", "list", "--period", "2026-10", "--format", "csv",
    ])
    #expect(csv.output.contains(",'=1+1 zgubiony parasol,"))
    #expect(!csv.output.contains("jan@example.com"))
    let text = try centre.signpost.run(["contacts", "list", "--period", "2026-10-15"])
    #expect(text.output == "2026-10-15T00:00:00  telefon  row-2  Gdzie jest mój zwrot pieniędzy?\n")
  }

  @Test func forgetsACustomerAndTheOld() throws {
    let centre = try SmallHelpCentre.sample()
    try centre.write(Self.log, to: "log.csv")
    try centre.signpost.run(["contacts", "import", "log.csv"])
    let customer = try centre.signpost.run(["contacts", "forget", "--customer", "JAN@example.com"])
    #expect(customer.output == "forgot 1 contact\n")
    let old = try centre.signpost.run(["contacts", "forget", "--before", "2026-10-01"])
    #expect(old.output == "forgot 1 contact\n")
    let counts = try centre.signpost.run(["contacts", "list"])
    #expect(counts.output.hasPrefix("2026-10  1\n1 contact in all\n"))
    try centre.signpost.run(["contacts", "import", "log.csv"])
    #expect(try centre.signpost.run(["contacts", "list"]).output.hasPrefix("2026-10  1\n"))
  }

  @Test(arguments: [
    (["contacts", "forget"], "Name whom or what to forget"),
    (["contacts", "forget", "--before", "soon"], "'soon' isn't a day"),
    (["contacts", "list", "--period", "soon"], "soon"),
    (["contacts", "import"], "Missing expected argument"),
    (["contacts", "import", "log.csv", "--column", "raeson=x"], "did you mean 'reason=…'?"),
    (["contacts", "import", "log.csv", "--encoding", "latin"], "latin"),
    (["contacts", "import", "log.csv", "--delimiter", "::"], "isn't one sign"),
  ])
  func wrongUsageIsSaid(_ arguments: [String], _ words: String) throws {
    let centre = try SmallHelpCentre.sample()
    try centre.write(Self.log, to: "log.csv")
    let outcome = try centre.signpost.run(arguments)
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains(words), "\(outcome.errors)")
    #expect(!centre.exists(".signpost"))
  }

  @Test func storeThatIsNotThereIsSaid() throws {
    let centre = try SmallHelpCentre.sample()
    for command in ["list", "forget"] {
      let more = command == "forget" ? ["--customer", "x"] : []
      let outcome = try centre.signpost.run(["contacts", command] + more)
      #expect(outcome.status == 1)
      #expect(
        outcome.errors == """
          .signpost/contacts.db: error: store of contacts doesn't exist [store]
            cure: import a log first: signpost contacts import LOG

          """)
    }
  }

  @Test func mappingFileBesideTheLogIsUsedAndOptionsGoFirst() throws {
    let centre = try SmallHelpCentre.sample()
    try centre.write("kiedy|uwagi|temat\n3/4/2026|brak karty|x\n", to: "logs/log.csv")
    try centre.write(
      "columns:\n  time: Kiedy\n  reason: Uwagi\ndelimiter: \"|\"\ndates: day-first\n",
      to: "logs/mapping.yml")
    try centre.signpost.run(["contacts", "import", "logs/log.csv"])
    let list = ["contacts", "list", "--period", "2026", "--format", "csv"]
    #expect(try centre.signpost.run(list).output.contains("2026-04-03T00:00:00,,,,brak karty,"))
    try centre.signpost.run(
      [
        "contacts", "import", "logs/log.csv", "--column", "reason=temat", "--dates", "month-first",
        "--store", "other.db",
      ])
    let other = try centre.signpost.run(list + ["--store", "other.db"])
    #expect(other.output.contains("2026-03-04T00:00:00,,,,x,"))
  }

  @Test func faultsInAMappingFileAreSaidWithTheirLines() throws {
    let centre = try SmallHelpCentre.sample()
    try centre.write("a;b\n1;2\n", to: "log.csv")
    try centre.write(
      "columns:\n  raeson: a\nencoding: latin-9\ndelimiter: \"::\"\ndates: sometimes\n",
      to: "map.yml")
    let outcome = try centre.signpost.run(["contacts", "import", "log.csv", "--mapping", "map.yml"])
    #expect(outcome.status == 1)
    for words in [
      "map.yml:2", "did you mean 'reason'?", "map.yml:3", "'latin-9' isn't a value of 'encoding'",
      "map.yml:4", "'delimiter' should be one sign", "map.yml:5",
    ] {
      #expect(outcome.errors.contains(words), "\(outcome.errors)")
    }
  }

  @Test func readsStandardInput() throws {
    let centre = try SmallHelpCentre.sample()
    let outcome = try centre.signpost.run(["contacts", "import", "-"], input: "reason\na\nb\n")
    #expect(outcome.status == 0)
    #expect(outcome.errors.hasPrefix("standard input: CSV, UTF-8\n2 rows = 2 new"))
  }

  @Test func gapsReviewsTheStoreWithoutALog() throws {
    let centre = try SmallHelpCentre.sample()
    try centre.write(Self.log, to: "log.csv")
    try centre.signpost.run(["contacts", "import", "log.csv"])
    let review = try centre.signpost.run(["gaps"])
    #expect(review.status == 0, "\(review.errors)")
    #expect(review.errors.contains(".signpost/contacts.db: 3 contacts"))
    let other = try centre.signpost.run(["gaps", "--store", "nowhere.db"])
    #expect(other.status == 1)
    #expect(other.errors.contains("nowhere.db: error: store of contacts doesn't exist"))
  }

  /// Planted personal data reach neither the disk nor any output, from good rows or bad ones.
  @Test func personalDataReachesNeitherDiskNorOutput() throws {
    let planted = [
      "anna.kowalska@example.org", "+371 2612 3456", "4111 1111 1111 1111", "Kowalska", "GH-48123",
    ]
    let words =
      "my name is Anna Kowalska, anna.kowalska@example.org, +371 2612 3456, card "
      + "4111 1111 1111 1111, order GH-48123"
    let log = """
      id;date;customer;channel;reason
      1;2026-10-15;\(words);\(words);\(words)
      \(words);2026-10-16;anna.kowalska@example.org;mail;\(words)
      3;\(words);C-1;mail;\(words)
      4;2026-10-17;C-1;mail;"\(words)

      """
    let centre = try SmallHelpCentre.sample()
    try centre.write(log, to: "log.csv")
    var outputs: [String] = []
    for arguments in [
      ["contacts", "import", "log.csv", "--redact-references"], ["contacts", "import", "log.csv"],
      ["contacts", "list"], ["contacts", "list", "--period", "2026"],
      ["contacts", "list", "--period", "2026", "--format", "json"],
      ["contacts", "list", "--period", "2026", "--format", "csv"], ["gaps"],
      ["gaps", "--format", "html"], ["gaps", "--format", "json", "--assignments", "out.jsonl"],
    ] {
      let outcome = try centre.signpost.run(arguments)
      outputs += [outcome.output, outcome.errors]
    }
    #expect(outputs.joined().contains("[name]"))
    try FileManager.default.removeItem(at: centre.folder.appending(path: "log.csv"))
    let files = FileManager.default.enumerator(at: centre.folder, includingPropertiesForKeys: nil)
    for case let file as URL in files ?? .init() where !file.hasDirectoryPath {
      guard let data = try? Data(contentsOf: file) else { continue }
      outputs.append(String(decoding: data, as: UTF8.self))
    }
    for value in planted {
      for output in outputs where output.contains(value) {
        Issue.record("\(value) is in \(output.prefix(2_000))")
      }
    }
  }

  /// Killed at any moment, an import leaves all of its log or nothing.
  @Test func killedImportLeavesTheStoreAsItWas() throws {
    let centre = try SmallHelpCentre.sample()
    let rows = 20_000
    let log = { (name: String) in
      "id,date,reason\n"
        + (0..<rows).map { "\(name)\($0),2026-10-15,reason \(name)\($0)\n" }.joined()
    }
    try centre.write("id,date,reason\nfirst,2026-10-14,the first\n", to: "first.csv")
    try centre.signpost.run(["contacts", "import", "first.csv"])
    var whole = 1
    for attempt in 0..<6 {
      try centre.write(log("\(attempt)-"), to: "log.csv")
      let process = Process()
      process.executableURL = SignpostProcess.executable
      process.arguments = ["contacts", "import", "log.csv"]
      process.currentDirectoryURL = centre.folder
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      Thread.sleep(forTimeInterval: 0.1 + 0.35 * Double(attempt))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      let after = try Self.count(in: centre)
      #expect(after == whole || after == whole + rows, "attempt \(attempt): \(after)")
      try centre.signpost.run(["contacts", "import", "log.csv"])
      whole += rows
      #expect(try Self.count(in: centre) == whole, "attempt \(attempt)")
    }
  }

  private static func count(in centre: SmallHelpCentre) throws -> Int {
    let outcome = try centre.signpost.run(["contacts", "list", "--by", "year", "--format", "csv"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let rows = outcome.output.split(whereSeparator: \.isNewline).dropFirst()
    return rows.compactMap { $0.split(separator: ",").last.flatMap { Int($0) } }.reduce(0, +)
  }
}
