import Diagnostics
import GRDB

/// What can be wrong with the store and its key; the words are here and nowhere else.
enum StoreFinding {
  /// Thrown by a store that a later version has changed.
  struct Newer: Error {}

  case missing
  case damaged
  case busy
  case full
  case newer
  case missingKey(String)
  case wrongKey(String)
  case brokenKey
  case openKey
  case cannotRead(LogFileFailure)
  case cannotWrite(LogFileFailure)
  case other(String)

  init(_ error: any Error) {
    guard let error = error as? DatabaseError else {
      self = error is Newer ? .newer : .other("\(error)")
      return
    }
    switch error.resultCode {
    case .SQLITE_NOTADB, .SQLITE_CORRUPT: self = .damaged
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy
    case .SQLITE_FULL: self = .full
    // The statement is left out: its arguments are the customers'.
    default: self = .other(error.message ?? "error \(error.resultCode.rawValue)")
    }
  }

  func error(at path: String) -> ContactLogError {
    let (summary, cure) = words
    return ContactLogError(
      diagnostic: Diagnostic(
        .error, rule: "store", at: SourceLocation(file: path), summary, cures: [cure]))
  }

  private var words: (String, String) {
    switch self {
    case .missing:
      ("store of contacts doesn't exist", "import a log first: signpost contacts import LOG")
    case .damaged:
      (
        "store of contacts is damaged or isn't one",
        "put back a copy, or move it away and import the logs again"
      )
    case .busy:
      ("store of contacts is in use by another program", "wait until that is done, and try again")
    case .full:
      ("disk is full; the store is as it was", "make room, and import the log again")
    case .newer:
      ("store of contacts was written by a later signpost", "use that version, or a later one")
    case .missingKey(let path):
      (
        "key of the customers' hashes is missing: \(path)",
        "put it back; without it, move the store away and import the logs again"
      )
    case .wrongKey(let path):
      ("key in \(path) isn't the one of this store", "put back the right one")
    case .brokenKey:
      ("key isn't 32 hexadecimal digits", "put back a copy of it")
    case .openKey:
      ("key can be read by others than its owner", "close it: chmod 600")
    case .cannotRead(let failure):
      ("key can't be read: \(failure.reason)", "check the path and its permissions")
    case .cannotWrite(let failure):
      ("key can't be written: \(failure.reason)", "check the folder and its permissions")
    case .other(let message):
      ("store of contacts can't be used: \(message)", "check the path and its permissions")
    }
  }
}
