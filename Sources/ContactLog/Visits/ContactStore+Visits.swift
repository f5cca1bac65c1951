import CivilCalendar
import GRDB
import PersonalData

extension ContactStore {
  private static let chunk = 256 << 10

  /// Counts the visits in a web server's log into the store, all of them or none.
  ///
  /// A log is known by its first line: what an earlier import counted of it, under whatever name,
  /// isn't counted again, and what was appended since is.
  ///
  /// - Parameters:
  ///   - shown: the log's name, for errors.
  ///   - subject: what an address of the site, percent-decoded, stands for; nil for none that
  ///     counts.
  /// - Throws: `ContactLogError` if the log can't be read or the store not be written.
  /// - Complexity: O(*n*), *n* the size of the log; memory for the different visits of its days.
  package func importVisits(
    from path: String, shownAs shown: String, redactor: Redactor = Redactor(),
    subject: @escaping (String) -> VisitSubject?
  ) throws -> VisitSummary {
    do {
      let log = try LogFile(path: path)
      return try withDatabase { queue in
        try queue.write { database in
          var counter = VisitCounter(redactor: redactor, subject: subject)
          let position = try read(log, into: &counter, database)
          if let position { try save(counter, position, to: database) }
          return counter.summary
        }
      }
    } catch let failure as LogFileFailure {
      throw ContactLogError(
        diagnostic: LogFinding.cannotBeRead(reason: failure.reason)
          .diagnostic(file: shown, line: nil))
    }
  }

  /// How often each thing was done on the days; without days, ever. The most frequent first.
  package func visits(_ days: ClosedRange<CalendarDay>? = nil) throws -> [VisitCount] {
    try withDatabase { queue in
      try queue.read { database in
        let condition = days == nil ? "" : "WHERE day BETWEEN ? AND ?"
        let arguments =
          days.map { [$0.lowerBound.daysSince1970, $0.upperBound.daysSince1970] } ?? []
        let rows = try Row.fetchAll(
          database,
          sql: """
            SELECT kind, key, language, sum(count) AS total FROM visit \(condition)
            GROUP BY kind, key, language ORDER BY total DESC, kind, key, language
            """, arguments: StatementArguments(arguments))
        return rows.compactMap { row in
          VisitCount.Kind(rawValue: row["kind"]).map {
            VisitCount(kind: $0, key: row["key"], language: row["language"], count: row["total"])
          }
        }
      }
    }
  }

  /// Up to which byte a log has been counted, by a hash of its first line.
  private struct Position {
    let log: Int64
    let bytes: Int64
  }

  private func read(
    _ log: borrowing LogFile, into counter: inout VisitCounter, _ database: Database
  ) throws -> Position? {
    var rest: [UInt8] = []
    var offset: Int64 = 0
    var counted: Int64 = 0
    var identity: Int64?
    while case let chunk = try log.read(Self.chunk), !chunk.isEmpty {
      rest += chunk
      var start = 0
      while let end = rest[start...].firstIndex(of: 10) {
        var line = rest[start..<end]
        if line.last == 13 { line.removeLast() }
        if identity == nil {
          let hash = Int64(bitPattern: SipHash(key: key.halves).hash(Array(line)))
          identity = hash
          counted =
            try Int64.fetchOne(
              database, sql: "SELECT bytes FROM visitLog WHERE log = ?", arguments: [hash]) ?? 0
        }
        if offset < counted {
          counter.skip()
        } else {
          counter.count(String(decoding: line, as: UTF8.self))
        }
        offset += Int64(end + 1 - start)
        start = end + 1
      }
      rest.removeSubrange(..<start)
    }
    // A last line without its end is being written; the next import counts it.
    return identity.map { Position(log: $0, bytes: max(offset, counted)) }
  }

  private func save(
    _ counter: VisitCounter, _ position: Position, to database: Database
  ) throws {
    try database.execute(
      sql: "INSERT OR REPLACE INTO visitLog VALUES (?, ?)",
      arguments: [position.log, position.bytes])
    let statement = try database.makeStatement(
      sql: """
        INSERT INTO visit VALUES (?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET count = count + excluded.count
        """)
    for (key, count) in counter.counts {
      try statement.execute(arguments: [
        key.day.daysSince1970, key.kind.rawValue, key.key, key.language, count,
      ])
    }
  }
}
