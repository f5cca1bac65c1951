import CivilCalendar
import GRDB

extension ContactStore {
  /// Brings the store to this version's tables, whichever version wrote it.
  static func migrate(_ queue: DatabaseQueue) throws {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { database in
      try database.execute(
        sql: """
          CREATE TABLE import (
            id INTEGER PRIMARY KEY, log TEXT NOT NULL, rows INTEGER NOT NULL,
            accepted INTEGER NOT NULL, known INTEGER NOT NULL, rejected INTEGER NOT NULL);
          -- Days since 1970 and seconds of the day, as the log has them; the offset in minutes.
          -- Ids are never used again, for hashes of forgotten rows still point to them.
          CREATE TABLE contact (
            id INTEGER PRIMARY KEY AUTOINCREMENT, reference TEXT NOT NULL, day INTEGER, second INTEGER,
            zone INTEGER, channel TEXT, language TEXT, customer INTEGER, reason TEXT NOT NULL,
            category TEXT, resolved INTEGER, escalated INTEGER, handling REAL, firstReply REAL,
            line INTEGER NOT NULL);
          CREATE INDEX contactByTime ON contact(day, second);
          -- Every row ever imported, by keyed hashes. Of rows without ids, which may be alike,
          -- it has how many there are, and how many of them the import at work has met.
          CREATE TABLE seen (
            key INTEGER PRIMARY KEY, contact INTEGER NOT NULL, content INTEGER, copies INTEGER,
            import INTEGER, met INTEGER);
          CREATE TABLE keyCheck (hash INTEGER NOT NULL);
          """)
    }
    migrator.registerMigration("2") { database in
      try database.execute(
        sql: """
          CREATE TABLE visit (
            day INTEGER NOT NULL, kind TEXT NOT NULL, key TEXT NOT NULL, language TEXT NOT NULL,
            count INTEGER NOT NULL, PRIMARY KEY (day, kind, key, language)) WITHOUT ROWID;
          CREATE TABLE visitLog (log INTEGER PRIMARY KEY, bytes INTEGER NOT NULL);
          """)
    }
    if try queue.read({ try migrator.hasBeenSuperseded($0) }) { throw StoreFinding.Newer() }
    try migrator.migrate(queue)
  }

  /// Holds the key against a hash that the first one left: with another key every customer would
  /// be a new one.
  func checkKey() throws(ContactLogError) {
    let check = Int64(bitPattern: SipHash(key: key.halves).hash(Array("signpost".utf8)))
    let isRight: Bool
    do {
      isRight = try queue.write { database in
        if let known = try Int64.fetchOne(database, sql: "SELECT hash FROM keyCheck") {
          return known == check
        }
        try database.execute(sql: "INSERT INTO keyCheck VALUES (?)", arguments: [check])
        return true
      }
    } catch {
      throw StoreFinding(error).error(at: path)
    }
    if !isRight { throw StoreFinding.wrongKey(CustomerKey.path(besideStore: path)).error(at: path) }
  }
}

extension Contact {
  /// What `init(_:sharing:)` reads, in its order.
  static let columns = """
    reference, day, second, zone, channel, language, customer, reason, category, resolved, \
    escalated, handling, firstReply, line
    """

  /// A row of the table `contact`.
  init(_ row: BoundStatement, sharing texts: inout SharedTexts) {
    let time = row.integer(1).map { day in
      let second = Int(row.integer(2) ?? 0)
      return Timestamp(
        on: CalendarDay(daysSince1970: Int(day)), hour: second / 3_600, minute: second / 60 % 60,
        second: second % 60, offsetMinutes: row.integer(3).map(Int.init))
    }
    self.init(
      id: row.text(0, sharing: &texts) ?? "", time: time, channel: row.text(4, sharing: &texts),
      language: row.text(5, sharing: &texts),
      customer: row.integer(6).map { hexadecimal(UInt64(bitPattern: $0)) },
      reason: row.text(7, sharing: &texts) ?? "", category: row.text(8, sharing: &texts),
      resolvedAtFirstContact: row.boolean(9), escalated: row.boolean(10),
      handlingMinutes: row.number(11), firstReplyMinutes: row.number(12),
      row: Int(row.integer(13) ?? 0))
  }
}
