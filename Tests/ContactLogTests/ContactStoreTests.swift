import CivilCalendar
import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import ContactLog

/// A store in a temporary folder that goes with its value.
final class StoreFixture {
  let folder: URL
  var path: String { folder.appending(path: "contacts.db").path }
  var keyPath: String { folder.appending(path: "contacts.key").path }

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "store-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func open() throws -> ContactStore { try ContactStore(at: path, creating: true) }

  /// Imports a log of this text.
  @discardableResult
  func add(_ text: String, options: ReadOptions = ReadOptions()) throws -> ReadSummary {
    let log = folder.appending(path: "log.csv")
    try Data(text.utf8).write(to: log)
    return try open().importLog(log.path, options: options)
  }

  func contacts(_ days: ClosedRange<CalendarDay>? = nil) throws -> [Contact] {
    var contacts: [Contact] = []
    try open().read(days) { contacts.append($0) }
    return contacts
  }

  /// What is said when the store can't be used.
  func failure() -> String {
    do {
      _ = try open().count()
      return ""
    } catch {
      return "\(error)".replacingOccurrences(of: folder.path + "/", with: "")
    }
  }
}

@Suite struct ContactStoreTests {
  @Test func contactsComeBackAsTheyWereRead() throws {
    let store = try StoreFixture()
    let text = """
      id,created at,channel,language,customer,subject,description,category,fcr,escalated,handling time (min),first reply time (min)
      7,2026-10-15T08:30:05+02:00,phone,pl,jan@x.pl,Brak karty,"Nie ma jej, gdzie?",Karta,tak,no,3.5,0.25
      8,2026-10-14,,,,ą,,,,,,
      9,,mail,,,no time,,,,,,

      """
    try store.add(text)
    let log = store.folder.appending(path: "log.csv").path
    var read: [Contact] = []
    let reader = ContactLogReader(file: log, customerKey: try store.open().key.halves)
    _ = try reader.read { read.append($0) }
    #expect(try store.contacts() == [read[2], read[1], read[0]])
    #expect(read[0].customer?.count == 16)
  }

  @Test func importingAgainAddsNothing() throws {
    let store = try StoreFixture()
    let text = "id,date,reason\n1,2026-10-15,a\n2,2026-10-16,b\n2,2026-10-16,b\n,2026-10-16,c\n"
    let first = try store.add(text)
    #expect((first.accepted, first.known, first.rejected) == (3, 1, 0))
    let second = try store.add(text)
    #expect((second.accepted, second.known, second.rejected) == (0, 4, 0))
    #expect(try store.contacts().count == 3)
    #expect(try store.open().imports().map(\.accepted) == [3, 0])
  }

  @Test func overlappingExportsAddWhatIsNew() throws {
    let store = try StoreFixture()
    try store.add("id,date,reason\n1,2026-10-15,a\n2,2026-10-16,b\n")
    let summary = try store.add("id,date,reason\n2,2026-10-16,b\n3,2026-11-01,c\n")
    #expect((summary.accepted, summary.known) == (1, 1))
    #expect(try store.contacts().map(\.reason) == ["a", "b", "c"])
  }

  @Test func rowsWithoutIDsAreCountedAsOftenAsOneLogHasThem() throws {
    let store = try StoreFixture()
    let twice = "date,reason\n2026-10-15,a\n2026-10-15,a\n2026-10-16,a\n"
    #expect(try store.add(twice).accepted == 3)
    #expect(try store.add(twice).accepted == 0)
    let third = try store.add(twice + "2026-10-15,a\n2026-10-15,a\n")
    #expect((third.accepted, third.known) == (2, 3))
    #expect(try store.add("date,reason\n2026-10-15,a\n").accepted == 0)
    #expect(try store.contacts().count == 5)
  }

  @Test func knownRowBringsItsFactsUpToDate() throws {
    let store = try StoreFixture()
    let header = "id,date,reason,category,fcr,first reply time (min)\n"
    try store.add(header + "1,2026-10-15,a,Cards,,\n2,2026-10-15,b,,yes,3\n")
    #expect(try store.add(header + "1,2026-10-15,a,Money,no,12\n2,2026-10-15,b,,,\n").known == 2)
    let contacts = try store.contacts()
    #expect(contacts.map(\.category) == ["Money", nil])
    #expect(contacts.map(\.resolvedAtFirstContact) == [false, true])
    #expect(contacts.map(\.firstReplyMinutes) == [12, 3])
  }

  /// A forgotten contact's place is not given to another, whose facts an old export would change.
  @Test func factsOfForgottenContactsGoNowhere() throws {
    let store = try StoreFixture()
    let header = "id,customer,reason,category\n"
    try store.add(header + "1,jan,a,Old\n")
    #expect(try store.open().forget(customer: "jan") == 1)
    try store.add(header + "2,ewa,b,New\n")
    #expect(try store.add(header + "1,jan,a,Old\n").known == 1)
    #expect(try store.contacts().map(\.category) == ["New"])
  }

  @Test func fullDiskLeavesTheStoreAsItWas() throws {
    let store = try StoreFixture()
    try store.add("id,reason\n1,a\n")
    let log = store.folder.appending(path: "log.csv")
    let rows = (2...20_000).map { "\($0),reason number \($0)\n" }
    try Data(("id,reason\n" + rows.joined()).utf8).write(to: log)
    let opened = try store.open()
    try opened.queue.inDatabase { try $0.execute(sql: "PRAGMA max_page_count = 100") }
    #expect(throws: ContactLogError.self) { try opened.importLog(log.path) }
    #expect(try store.contacts().map(\.reason) == ["a"])
    #expect(try store.open().importLog(log.path).accepted == 19_999)
  }

  @Test func otherTextUnderAKnownIDIsKeptAndSaid() throws {
    let store = try StoreFixture()
    try store.add("id,reason\n1,a\n")
    let summary = try store.add("id,reason\n1,b\n1,b\n1,a\n")
    #expect((summary.accepted, summary.known) == (1, 2))
    #expect(summary.diagnostics.map(\.rule) == ["log-duplicate"])
    #expect(try store.contacts().map(\.reason) == ["a", "b"])
  }

  /// The store against the obvious slow one: contacts as a multiset, each log adding what it has
  /// more of.
  @Test(arguments: 0..<30)
  func countsAsAMultisetDoes(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let store = try StoreFixture()
    var expected: [String: Int] = [:]
    for _ in 0..<5 {
      var log: [String: Int] = [:]
      var text = "id,reason\n"
      for _ in 0..<Int.random(in: 1...12, using: &random) {
        let id = ["", "", "1", "2"].randomElement(using: &random) ?? ""
        let row = "\(id),\(["a", "b", "c"].randomElement(using: &random) ?? "")"
        log[row, default: 0] += 1
        text += row + "\n"
      }
      let summary = try store.add(text)
      #expect(summary.rows == summary.accepted + summary.known)
      for (row, count) in log {
        expected[row] = max(expected[row] ?? 0, row.hasPrefix(",") ? count : 1)
      }
    }
    var stored: [String: Int] = [:]
    for contact in try store.contacts() {
      stored[(contact.id.hasPrefix("row-") ? "" : contact.id) + "," + contact.reason, default: 0] +=
        1
    }
    #expect(stored == expected, "seed \(seed)")
  }

  @Test func logThatCannotBeUsedLeavesNothing() throws {
    let store = try StoreFixture()
    try store.add("id,reason\n1,a\n")
    #expect(throws: ContactLogError.self) { try store.add("x,y\n1,b\n") }
    #expect(throws: ContactLogError.self) {
      try store.add("{\"id\":1,\"foo\":\"x\"}\n{\"id\":2,\"foo\":\"x\"}\n")
    }
    #expect(try store.open().count() == (1, 1))
    #expect(try store.open().imports().count == 1)
  }

  @Test func periodsHaveTheirContacts() throws {
    let store = try StoreFixture()
    let days = ["2025-12-31", "2026-01-01", "2026-01-31", "2026-02-01", "2026-04-01", ""]
    try store.add("id,date,reason\n" + days.enumerated().map { "\($0),\($1),r\($0)\n" }.joined())
    let opened = try store.open()
    func counts(_ unit: Period.Unit) throws -> [String] {
      try opened.counts(by: unit).map { "\($0.period) \($0.contacts)" }
    }
    #expect(try counts(.month) == ["2025-12 1", "2026-01 2", "2026-02 1", "2026-04 1"])
    #expect(try counts(.quarter) == ["2025-Q4 1", "2026-Q1 3", "2026-Q2 1"])
    #expect(try counts(.week) == ["2026-W01 2", "2026-W05 2", "2026-W14 1"])
    #expect(try counts(.day).count == 5)
    #expect(try opened.count() == (6, 1))
    let month = try #require(Period("2026-01"))
    #expect(try store.contacts(month.first...month.last).map(\.reason) == ["r1", "r2"])
  }

  @Test func forgottenContactsDoNotComeBackByImporting() throws {
    let store = try StoreFixture()
    let text = """
      id,date,customer,reason
      1,2024-10-15,Jan <jan@x.pl>,secret words one
      2,2026-10-15,JAN@x.pl,secret words two
      3,2026-10-15,ewa@x.pl,others' words
      4,2023-10-15,ewa@x.pl,old words

      """
    try store.add(text)
    let opened = try store.open()
    #expect(try opened.forget(customer: "jan@x.pl") == 2)
    #expect(try opened.forget(customer: "jan@x.pl") == 0)
    let day = try #require(CalendarDay(year: 2024, month: 1, day: 1))
    #expect(try opened.forget(before: day) == 1)
    #expect(try store.contacts().map(\.id) == ["3"])
    #expect(try store.add(text).known == 4)
    #expect(try store.contacts().map(\.id) == ["3"])
    let bytes = try Data(contentsOf: URL(filePath: store.path))
    #expect(bytes.range(of: Data("secret words".utf8)) == nil)
    #expect(bytes.range(of: Data("others' words".utf8)) != nil)
  }

  @Test func noPlantedValueIsOnDisk() throws {
    let store = try StoreFixture()
    #expect(try store.add(PrivacyTests.log).accepted == 3)
    try FileManager.default.removeItem(at: store.folder.appending(path: "log.csv"))
    for name in try FileManager.default.contentsOfDirectory(atPath: store.folder.path) {
      let bytes = try Data(contentsOf: store.folder.appending(path: name))
      for value in PrivacyTests.planted {
        #expect(bytes.range(of: Data(value.utf8)) == nil, "\(value) is in \(name)")
      }
    }
  }

  @Test func keyIsItsOwnersAndNeeded() throws {
    let store = try StoreFixture()
    try store.add("id,reason\n1,a\n")
    let attributes = try FileManager.default.attributesOfItem(atPath: store.keyPath)
    #expect(attributes[.posixPermissions] as? Int == 0o600)

    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: store.keyPath)
    #expect(
      store.failure() == "contacts.key: error: key can be read by others than its owner [store]\n"
        + "  cure: close it: chmod 600")
    try Data((String(repeating: "0", count: 32) + "\n").utf8)
      .write(to: URL(filePath: store.keyPath))
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: store.keyPath)
    #expect(
      store.failure().hasPrefix(
        "contacts.db: error: key in contacts.key isn't the one of this store"))
    try Data("hello".utf8).write(to: URL(filePath: store.keyPath))
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: store.keyPath)
    #expect(store.failure().hasPrefix("contacts.key: error: key isn't 32 hexadecimal digits"))
    try FileManager.default.removeItem(atPath: store.keyPath)
    #expect(
      store.failure().hasPrefix("contacts.db: error: key of the customers' hashes is missing"))
  }

  @Test func missingDamagedLockedAndNewerStoresAreSaid() throws {
    let missing = try StoreFixture()
    #expect(throws: ContactLogError.self) { try ContactStore(at: missing.path, creating: false) }

    let damaged = try StoreFixture()
    try damaged.add("id,reason\n1,a\n")
    try Data("this is no database, and it is long enough to show that".utf8)
      .write(to: URL(filePath: damaged.path))
    #expect(damaged.failure().hasPrefix("contacts.db: error: store of contacts is damaged"))
    try FileManager.default.removeItem(atPath: damaged.keyPath)
    #expect(damaged.failure().hasPrefix("contacts.db: error: store of contacts is damaged"))

    let newer = try StoreFixture()
    try newer.add("id,reason\n1,a\n")
    try newer.open().queue.write {
      try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('999')")
    }
    #expect(newer.failure().contains("written by a later signpost"))
  }

  @Test func emptyFileIsNoStoreToReadButMayBecomeOne() throws {
    let store = try StoreFixture()
    try store.add("id,reason\n1,a\n")
    try Data().write(to: URL(filePath: store.path))
    #expect(throws: ContactLogError.self) { try ContactStore(at: store.path, creating: false) }
    #expect(try store.add("id,reason\n1,a\n").accepted == 1)
  }

  @Test func damageInTheMiddleIsSaidNotRead() throws {
    let store = try StoreFixture()
    let rows = (0..<5_000).map { "\($0),2026-10-15,reason number \($0)\n" }
    try store.add("id,date,reason\n" + rows.joined())
    var bytes = try Data(contentsOf: URL(filePath: store.path))
    for index in stride(from: 8_192, to: bytes.count, by: 3) { bytes[index] = 0xA5 }
    try bytes.write(to: URL(filePath: store.path))
    #expect(throws: ContactLogError.self) { try store.contacts() }
  }

  @Test func aWriterWaitsForAnotherAndThenSaysSo() throws {
    let store = try StoreFixture()
    try store.add("id,reason\n1,a\n")
    let log = store.folder.appending(path: "log.csv").path
    let busy = try store.open()
    let failure = try busy.queue.inDatabase { database in
      try database.execute(sql: "BEGIN EXCLUSIVE")
      defer { try? database.execute(sql: "ROLLBACK") }
      return store.failure()
    }
    #expect(failure.hasPrefix("contacts.db: error: store of contacts is in use"))
    #expect(try store.open().importLog(log).known == 1)
  }
}
