import GRDB

/// Writes the contacts of one import, and tells new rows from known ones.
struct ContactWriter {
  /// How many rows came so far.
  private(set) var rows = 0

  private let database: Database
  private let importID: Int64
  private var insertSeen: BoundStatement
  private let selectSeen: Statement
  private let updateSeen: Statement
  private var insertContact: BoundStatement

  init(_ database: Database) throws {
    self.database = database
    importID = try Int64.fetchOne(database, sql: "SELECT 1 + ifnull(max(id), 0) FROM import") ?? 1
    insertSeen = try BoundStatement(
      database, "INSERT INTO seen VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
    selectSeen = try database.makeStatement(
      sql: "SELECT content, copies, import, met FROM seen WHERE key = ?")
    updateSeen = try database.makeStatement(
      sql: "UPDATE seen SET copies = ?, import = ?, met = ? WHERE key = ?")
    insertContact = try BoundStatement(
      database, "INSERT INTO contact VALUES (NULL,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")
  }

  mutating func admit(_ contact: Contact, _ identity: ContactIdentity) throws -> Admission {
    rows += 1
    let admission = identity.hasID ? try admitID(identity) : try admitCopy(identity)
    if admission != .known { try insert(contact) }
    return admission
  }

  /// Leaves a record of the import.
  func finish(_ log: String, _ summary: ReadSummary) throws {
    let name = log.split(separator: "/").last.map(String.init) ?? log
    try database.execute(
      sql: "INSERT INTO import VALUES (?, ?, ?, ?, ?, ?)",
      arguments: [
        importID, name, summary.rows, summary.accepted, summary.known, summary.rejected,
      ])
  }

  /// A row with an id is known by that and its text; its id under another text is a new contact.
  private mutating func admitID(_ identity: ContactIdentity) throws -> Admission {
    let key = Int64(bitPattern: identity.key)
    let content = Int64(bitPattern: identity.content)
    if try isNew(key, content) { return .new }
    if try seen(key)?["content"] == content { return .known }
    let both = Int64(bitPattern: identity.key ^ identity.content &* 0x9E37_79B9_7F4A_7C15)
    return try isNew(both, content) ? .newTextForID : .known
  }

  /// Of rows that are alike, as many are known as the store has: the third is new if the log has
  /// three and the store two.
  private mutating func admitCopy(_ identity: ContactIdentity) throws -> Admission {
    let key = Int64(bitPattern: identity.key)
    if try isNew(key, nil, copies: 1) { return .new }
    guard let seen = try seen(key) else { return .new }
    let copies: Int = seen["copies"] ?? 0
    let met: Int = seen["import"] == importID ? (seen["met"] ?? 0) + 1 : 1
    try updateSeen.execute(arguments: [max(copies, met), importID, met, key])
    return met > copies ? .new : .known
  }

  private mutating func isNew(_ key: Int64, _ content: Int64?, copies: Int? = nil) throws -> Bool {
    insertSeen.bind(key)
    insertSeen.bind(content)
    insertSeen.bind(copies)
    insertSeen.bind(copies.map { _ in importID })
    insertSeen.bind(copies)
    return try insertSeen.run()
  }

  private func seen(_ key: Int64) throws -> Row? {
    try Row.fetchOne(selectSeen, arguments: [key])
  }

  private mutating func insert(_ contact: Contact) throws {
    let time = contact.time
    insertContact.bind(contact.id)
    insertContact.bind(time?.calendarDay.daysSince1970)
    insertContact.bind(time.map { $0.hour * 3_600 + $0.minute * 60 + $0.second })
    insertContact.bind(time?.offsetMinutes)
    insertContact.bind(contact.channel)
    insertContact.bind(contact.language)
    insertContact.bind(
      contact.customer.flatMap { UInt64($0, radix: 16) }.map { Int64(bitPattern: $0) })
    insertContact.bind(contact.reason)
    insertContact.bind(contact.category)
    insertContact.bind(contact.resolvedAtFirstContact)
    insertContact.bind(contact.escalated)
    insertContact.bind(contact.handlingMinutes)
    insertContact.bind(contact.firstReplyMinutes)
    insertContact.bind(contact.row)
    _ = try insertContact.run()
  }
}
