import GRDB

/// Writes the contacts of one import, and tells new rows from known ones.
struct ContactWriter {
  /// How many rows came so far.
  private(set) var rows = 0

  private let database: Database
  private let importID: Int64
  /// The id of the contact that is inserted next.
  private var nextID: Int64
  private var insertSeen: BoundStatement
  private let selectSeen: Statement
  private let updateSeen: Statement
  private var insertContact: BoundStatement
  private var updateContact: BoundStatement

  init(_ database: Database) throws {
    self.database = database
    importID = try Int64.fetchOne(database, sql: "SELECT 1 + ifnull(max(id), 0) FROM import") ?? 1
    nextID =
      try Int64.fetchOne(
        database, sql: "SELECT 1 + seq FROM sqlite_sequence WHERE name = 'contact'") ?? 1
    insertSeen = try BoundStatement(
      database, "INSERT INTO seen VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
    selectSeen = try database.makeStatement(
      sql: "SELECT contact, content, copies, import, met FROM seen WHERE key = ?")
    updateSeen = try database.makeStatement(
      sql: "UPDATE seen SET copies = ?, import = ?, met = ? WHERE key = ?")
    insertContact = try BoundStatement(
      database, "INSERT INTO contact VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")
    updateContact = try BoundStatement(
      database,
      """
      UPDATE contact SET category = ifnull(?, category), resolved = ifnull(?, resolved),
        escalated = ifnull(?, escalated), handling = ifnull(?, handling),
        firstReply = ifnull(?, firstReply)
      WHERE id = ?
      """)
  }

  mutating func admit(_ contact: Contact, _ identity: ContactIdentity) throws -> Admission {
    rows += 1
    let admission = identity.hasID ? try admitID(contact, identity) : try admitCopy(identity)
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
  ///
  /// An export made while a ticket was open has no times yet, so a known row brings its facts up
  /// to date.
  private mutating func admitID(
    _ contact: Contact, _ identity: ContactIdentity
  ) throws -> Admission {
    let key = Int64(bitPattern: identity.key)
    let content = Int64(bitPattern: identity.content)
    if try isNew(key, content) { return .new }
    let first = try seen(key)
    if first?["content"] == content {
      try update(first?["contact"], with: contact)
      return .known
    }
    let both = Int64(bitPattern: identity.key ^ identity.content &* 0x9E37_79B9_7F4A_7C15)
    if try isNew(both, content) { return .newTextForID }
    try update(seen(both)?["contact"], with: contact)
    return .known
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
    insertSeen.bind(nextID)
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
    insertContact.bind(nextID)
    nextID += 1
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

  /// Takes over what the row says and the stored contact may not have known.
  private mutating func update(_ id: Int64?, with contact: Contact) throws {
    updateContact.bind(contact.category)
    updateContact.bind(contact.resolvedAtFirstContact)
    updateContact.bind(contact.escalated)
    updateContact.bind(contact.handlingMinutes)
    updateContact.bind(contact.firstReplyMinutes)
    updateContact.bind(id)
    _ = try updateContact.run()
  }
}
