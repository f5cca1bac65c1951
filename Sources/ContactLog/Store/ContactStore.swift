import CivilCalendar
import Diagnostics
import GRDB

/// The contacts of all months, in one SQLite file with a key beside it.
///
/// An import is one transaction: a crash leaves the store as it was. Rows that were imported before
/// are known by keyed hashes, and stay known when their contacts are forgotten.
///
///     let store = try ContactStore(at: ".signpost/contacts.db", creating: true)
///     let summary = try store.importLog("october.csv")
///     summary.known  // 0, and all of them when it is imported again
package final class ContactStore: Sendable {
  /// How long to wait for another program that writes, in seconds.
  private static let patience = 5.0
  /// Pages kept in memory, in kB: the hashes of two million rows.
  private static let cache = 65_536

  package let path: String
  let queue: DatabaseQueue
  let key: CustomerKey

  /// Opens the store.
  ///
  /// - Parameter isCreated: whether to make a new one where there is none.
  /// - Throws: `ContactLogError` if it is missing, damaged, locked, or its key is missing.
  package init(at path: String, creating isCreated: Bool) throws(ContactLogError) {
    self.path = path
    let exists = CustomerKey.exists(at: path)
    guard exists || isCreated else { throw StoreFinding.missing.error(at: path) }
    guard !exists || Self.mayBeStore(path, creating: isCreated) else {
      throw StoreFinding.damaged.error(at: path)
    }
    key = try CustomerKey(besideStore: path, isNew: !exists)
    var configuration = Configuration()
    configuration.busyMode = .timeout(Self.patience)
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA cache_size = -\(Self.cache)")
    }
    do {
      queue = try DatabaseQueue(path: path, configuration: configuration)
      try Self.migrate(queue)
    } catch {
      throw StoreFinding(error).error(at: path)
    }
    try checkKey()
  }

  /// Whether the file begins as a database does. An empty one may be what is left of an import that
  /// was broken off as it made the store; to the database it is one without tables, which is no
  /// store to read from.
  private static func mayBeStore(_ path: String, creating isCreated: Bool) -> Bool {
    let header = Array("SQLite format 3\0".utf8)
    // What can't be read is said when it is opened.
    guard let start = try? LogFile(path: path).read(header.count) else { return true }
    return start == header || start.isEmpty && isCreated
  }

  /// Reads the log into the store, all of it or nothing.
  ///
  /// - Parameters:
  ///   - onRejection: called with each row that is left out, and why.
  ///   - onProgress: called with the number of rows so far, every few thousand.
  /// - Throws: `ContactLogError` if the log can't be read or the store not be written.
  /// - Complexity: O(*n* log *m*), *n* rows and *m* contacts in the store; constant memory.
  package func importLog(
    _ log: String, options: ReadOptions = ReadOptions(),
    onRejection: @escaping (Diagnostic) -> Void = { _ in }, onProgress: (Int) -> Void = { _ in }
  ) throws -> ReadSummary {
    let reader = ContactLogReader(file: log, customerKey: key.halves, options: options)
    return try withDatabase { queue in
      try queue.write { database in
        var writer = try ContactWriter(database)
        let summary = try reader.read(onRejection: onRejection) { contact, identity in
          let admission = try writer.admit(contact, identity)
          if writer.rows % 4_096 == 0 { onProgress(writer.rows) }
          return admission
        }
        try writer.finish(log, summary)
        return summary
      }
    }
  }

  /// Calls `body` with each contact of the days, by time; without days, with all, and first those
  /// without a time.
  ///
  /// - Complexity: O(*n*), *n* contacts of the days; constant memory.
  package func read(
    _ days: ClosedRange<CalendarDay>? = nil, _ body: (Contact) throws -> Void
  ) throws {
    try withDatabase { queue in
      try queue.read { database in
        let condition = days == nil ? "" : "WHERE day BETWEEN ? AND ?"
        var rows = try BoundStatement(
          database,
          "SELECT \(Contact.columns) FROM contact \(condition) ORDER BY day, second, id")
        if let days {
          rows.bind(days.lowerBound.daysSince1970)
          rows.bind(days.upperBound.daysSince1970)
        }
        var texts = SharedTexts()
        while try rows.next() { try body(Contact(rows, sharing: &texts)) }
      }
    }
  }

  /// How many contacts each period has, the earliest first; those without a time aren't in it.
  package func counts(by unit: Period.Unit) throws -> [(period: Period, contacts: Int)] {
    try withDatabase { queue in
      try queue.read { database in
        var counts: [(period: Period, contacts: Int)] = []
        let rows = try Row.fetchCursor(
          database,
          sql: "SELECT day, count(*) FROM contact WHERE day IS NOT NULL GROUP BY day ORDER BY day")
        while let row = try rows.next() {
          let day = CalendarDay(daysSince1970: row[0])
          if let last = counts.last, last.period.contains(day) {
            counts[counts.count - 1].contacts += row[1] as Int
          } else {
            counts.append((Period(unit, containing: day), row[1]))
          }
        }
        return counts
      }
    }
  }

  package func isEmpty() throws -> Bool {
    try withDatabase { queue in
      try queue.read { database in
        try Bool.fetchOne(database, sql: "SELECT NOT EXISTS (SELECT 1 FROM contact)") ?? true
      }
    }
  }

  package func count() throws -> (contacts: Int, withoutTime: Int) {
    try withDatabase { queue in
      try queue.read { database in
        let row = try Row.fetchOne(
          database, sql: "SELECT count(*), count(*) - count(day) FROM contact")
        return (row?[0] ?? 0, row?[1] ?? 0)
      }
    }
  }

  /// What was imported, the earliest first.
  package func imports() throws -> [ImportRecord] {
    try withDatabase { queue in
      try queue.read { database in
        try Row.fetchAll(database, sql: "SELECT * FROM import ORDER BY id").map { row in
          ImportRecord(
            log: row["log"], rows: row["rows"], accepted: row["accepted"], known: row["known"],
            rejected: row["rejected"])
        }
      }
    }
  }

  /// Deletes all contacts of a customer, named as the log names him.
  ///
  /// - Returns: how many there were.
  package func forget(customer: String) throws -> Int {
    try delete(where: "customer = ?", CustomerHash.number(of: customer, SipHash(key: key.halves)))
  }

  /// Deletes all contacts from before a day.
  ///
  /// - Returns: how many there were.
  package func forget(before day: CalendarDay) throws -> Int {
    try delete(where: "day < ?", Int64(day.daysSince1970))
  }

  private func delete(where condition: String, _ value: Int64) throws -> Int {
    try withDatabase { queue in
      // What is deleted is overwritten, not only given free.
      try queue.inDatabase { try $0.execute(sql: "PRAGMA secure_delete = ON") }
      return try queue.write { database in
        try database.execute(sql: "DELETE FROM contact WHERE \(condition)", arguments: [value])
        return database.changesCount
      }
    }
  }

  /// Words for whatever the database says.
  func withDatabase<Result>(_ body: (DatabaseQueue) throws -> Result) throws -> Result {
    do {
      return try body(queue)
    } catch let error as DatabaseError {
      throw StoreFinding(error).error(at: path)
    }
  }
}

/// One import: the log's name without its folder, and what became of its rows.
package struct ImportRecord: Hashable, Sendable {
  package let log: String
  package let rows: Int
  package let accepted: Int
  package let known: Int
  package let rejected: Int
}
