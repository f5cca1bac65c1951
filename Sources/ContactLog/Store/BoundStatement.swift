import GRDB
import GRDBSQLite

/// A prepared statement whose values are bound and whose columns are read without boxes.
///
/// GRDB's own arguments are an array of boxed values that is made for every row, and its rows find
/// columns by their names; they took half of an import's time and most of reading's. SQLite's
/// functions are called here and nowhere else.
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
    guard code == SQLITE_DONE else { throw error(code) }
    return sqlite3_changes(sqlite3_db_handle(pointer)) > 0
  }

  /// Goes to the next row of what the statement selects with the values bound; false after the last.
  func next() throws -> Bool {
    let code = sqlite3_step(pointer)
    if code == SQLITE_ROW { return true }
    sqlite3_reset(pointer)
    guard code == SQLITE_DONE else { throw error(code) }
    return false
  }

  /// The value of a column, counted from 0, in the row that `next` went to.
  func integer(_ column: Int32) -> Int64? {
    isNull(column) ? nil : sqlite3_column_int64(pointer, column)
  }

  func boolean(_ column: Int32) -> Bool? { integer(column).map { $0 != 0 } }

  func number(_ column: Int32) -> Double? {
    isNull(column) ? nil : sqlite3_column_double(pointer, column)
  }

  /// - Parameter texts: those read before, one of which is given out again if it is the same.
  func text(_ column: Int32, sharing texts: inout SharedTexts) -> String? {
    guard let start = sqlite3_column_text(pointer, column) else { return nil }
    // SQLite keeps the text where it is until the next row or another column's conversion.
    let count = Int(sqlite3_column_bytes(pointer, column))
    return texts.text(UnsafeBufferPointer(start: start, count: count))
  }

  private func isNull(_ column: Int32) -> Bool {
    sqlite3_column_type(pointer, column) == SQLITE_NULL
  }

  private func error(_ code: Int32) -> DatabaseError {
    DatabaseError(
      resultCode: ResultCode(rawValue: code),
      message: sqlite3_errmsg(sqlite3_db_handle(pointer)).map { String(cString: $0) })
  }
}
