import GRDB
import GRDBSQLite

/// A prepared statement that is run once a row, its values bound without boxes.
///
/// GRDB's own arguments are an array of boxed values that is made for every row; they took half of
/// an import's time. SQLite's functions are called here and nowhere else.
struct BoundStatement {
  /// Keeps `pointer` alive.
  private let statement: Statement
  private let pointer: OpaquePointer
  private var index: Int32 = 0

  init(_ database: Database, _ sql: String) throws {
    statement = try database.makeStatement(sql: sql)
    pointer = statement.sqliteStatement
  }

  /// Binds the next value.
  mutating func bind(_ value: Int64?) {
    index += 1
    if let value {
      sqlite3_bind_int64(pointer, index, value)
    } else {
      sqlite3_bind_null(pointer, index)
    }
  }

  mutating func bind(_ value: Int?) {
    bind(value.map(Int64.init))
  }

  mutating func bind(_ value: Bool?) {
    bind(value.map { $0 ? 1 : 0 as Int64 })
  }

  mutating func bind(_ value: Double?) {
    index += 1
    if let value {
      sqlite3_bind_double(pointer, index, value)
    } else {
      sqlite3_bind_null(pointer, index)
    }
  }

  mutating func bind(_ value: String?) {
    index += 1
    guard var value else {
      sqlite3_bind_null(pointer, index)
      return
    }
    // Precondition: SQLite copies the text before the call returns, as SQLITE_TRANSIENT (-1) says.
    let copies = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    _ = value.withUTF8 { text in
      text.withMemoryRebound(to: CChar.self) { characters in
        // No bytes are no address either, which would be bound as NULL.
        if let start = characters.baseAddress {
          sqlite3_bind_text(pointer, index, start, Int32(characters.count), copies)
        } else {
          sqlite3_bind_text(pointer, index, "", 0, copies)
        }
      }
    }
  }

  /// Runs the statement with the values bound since the last run, and returns whether it changed
  /// the database.
  mutating func run() throws -> Bool {
    index = 0
    let code = sqlite3_step(pointer)
    sqlite3_reset(pointer)
    let database = sqlite3_db_handle(pointer)
    guard code == SQLITE_DONE else {
      throw DatabaseError(
        resultCode: ResultCode(rawValue: code),
        message: sqlite3_errmsg(database).map { String(cString: $0) })
    }
    return sqlite3_changes(database) > 0
  }
}
