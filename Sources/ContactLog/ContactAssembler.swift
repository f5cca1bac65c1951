/// Makes contacts of rows: finds the cells, reads their values, and redacts.
struct ContactAssembler {
  /// A contact with what tells it from others in the same log.
  struct Result {
    let contact: Contact
    /// Hashes of the id as written, and of id and text; nil for a row without an id.
    let identity: (id: UInt64, content: UInt64)?
  }

  /// Channels, languages and categories repeat, so their redacted forms are kept; but only so
  /// many, for memory must not grow with the log.
  private static let mostShortTexts = 4_096

  private let hash: SipHash
  private let redactor: Redactor
  private let encoding: TextEncoding
  var slashDates: SlashDateOrder

  private var headers: [String] = []
  private var columns: [[Int]] = []
  private var minutesPerUnit: [ContactField: Double] = [:]
  private var shortTexts: [String: String] = [:]

  /// How many cells of a column said neither yes nor no, or no duration, and where it began.
  private(set) var unreadable: [ContactField: (count: Int, firstRow: Int)] = [:]
  /// The first row with a date such as 3/4/2025, and whether any told month and day apart.
  private(set) var firstSlashDate: Int?
  private(set) var slashDatesAreCertain = false

  init(hash: SipHash, redactor: Redactor, encoding: TextEncoding, slashDates: SlashDateOrder) {
    self.hash = hash
    self.redactor = redactor
    self.encoding = encoding
    self.slashDates = slashDates
  }

  /// - Parameter headers: the columns' names as diagnostics may show them.
  mutating func use(_ mapping: ColumnMapping, headers: [String]) {
    self.headers = headers
    columns = ContactField.allCases.map { mapping.columns[$0] ?? [] }
    minutesPerUnit = mapping.minutesPerUnit
  }

  /// Reads one row.
  mutating func contact(
    from fields: [FieldSlice], in bytes: [UInt8], row: Int
  ) throws(RowFault) -> Result {
    var cells: [String?] = []
    cells.reserveCapacity(columns.count)
    for columns in columns { cells.append(try cell(columns, of: fields, in: bytes)) }
    let cell = { (field: ContactField) in cells[field.index] }

    let reason = joined(cell(.reason), cell(.details))
    guard let reason else {
      throw .noReason(column: header(of: .reason) ?? header(of: .details) ?? "reason")
    }
    let contact = Contact(
      id: cell(.id).map { redactor.isPersonal(id: $0) ? "row-\(row)" : $0 } ?? "row-\(row)",
      time: try timestamp(cell(.time), row: row),
      channel: shortText(cell(.channel)),
      language: shortText(cell(.language)),
      customer: cell(.customer).map { hexadecimal(hash.hash(Self.lowercased($0))) },
      reason: redactor.redact(reason),
      category: shortText(cell(.category)),
      resolvedAtFirstContact: bool(cell(.resolvedAtFirstContact), .resolvedAtFirstContact, row),
      escalated: bool(cell(.escalated), .escalated, row),
      handlingMinutes: minutes(cell(.handlingTime), .handlingTime, row),
      firstReplyMinutes: minutes(cell(.firstReplyTime), .firstReplyTime, row),
      row: row)
    let identity = cell(.id).map { id in
      let idHash = hash.hash(Array(id.utf8))
      return (id: idHash, content: idHash ^ (hash.hash(Array(reason.utf8)) &* 0x9E37_79B9_7F4A_7C15))
    }
    return Result(contact: contact, identity: identity)
  }

  /// The header that a field is read from.
  func header(of field: ContactField) -> String? {
    columns[field.index].first.map { headers[$0] }
  }

  /// The first cell with anything in it, trimmed, or nil.
  private func cell(
    _ columns: [Int], of fields: [FieldSlice], in bytes: [UInt8]
  ) throws(RowFault) -> String? {
    for column in columns where column < fields.count {
      let field = fields[column]
      guard field.coding != .absent, field.start < field.end else { continue }
      guard let text = FieldText.decode(field, in: bytes) else {
        throw .notText(encoding: encoding)
      }
      // Nearly all cells are one plain line, which needs no second look.
      let isOneLine =
        field.coding != .escaped && field.coding != .array && bytes[field.start] > 0x20
        && bytes[field.end - 1] > 0x20 && !bytes[field.start..<field.end].contains { $0 < 0x20 }
      if isOneLine { return text }
      if text.utf8.contains(0) { throw .nulByte }
      if let trimmed = Self.trimmed(text) { return trimmed }
    }
    return nil
  }

  /// Subject and description as one; many systems begin the description with the subject.
  private func joined(_ reason: String?, _ details: String?) -> String? {
    guard let reason, let details else { return reason ?? details }
    return details.hasPrefix(reason) ? details : "\(reason) – \(details)"
  }

  private mutating func timestamp(_ text: String?, row: Int) throws(RowFault) -> Timestamp? {
    guard let text else { return nil }
    var parser = TimestampParser(bytes: Array(text.utf8), slashDates: slashDates)
    let timestamp = parser.parse()
    if let numbers = parser.slashNumbers {
      firstSlashDate = firstSlashDate ?? row
      if timestamp != nil, max(numbers.first, numbers.second) > 12 { slashDatesAreCertain = true }
    }
    if let timestamp { return timestamp }
    let isOtherOrder = parser.slashNumbers.map { min($0.first, $0.second) <= 12 } ?? false
    throw .unreadableDate(column: header(of: .time) ?? "time", isOtherOrder: isOtherOrder)
  }

  private mutating func shortText(_ text: String?) -> String? {
    guard let text else { return nil }
    if let known = shortTexts[text] { return known }
    let redacted = redactor.redact(text)
    if shortTexts.count < Self.mostShortTexts { shortTexts[text] = redacted }
    return redacted
  }

  private mutating func bool(_ text: String?, _ field: ContactField, _ row: Int) -> Bool? {
    guard let text else { return nil }
    let value = FieldValues.bool(text)
    if value == nil { countUnreadable(field, row) }
    return value
  }

  /// Negative durations mean a broken promise (Jira) or a fault; neither can be averaged.
  private mutating func minutes(_ text: String?, _ field: ContactField, _ row: Int) -> Double? {
    guard let text else { return nil }
    let value = FieldValues.minutes(text, minutesPerUnit: minutesPerUnit[field])
    if value == nil { countUnreadable(field, row) }
    return value.flatMap { $0 >= 0 ? $0 : nil }
  }

  private mutating func countUnreadable(_ field: ContactField, _ row: Int) {
    unreadable[field, default: (0, row)].count += 1
  }

  /// The same customer may be written in capitals or not.
  private static func lowercased(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    guard bytes.allSatisfy({ $0 < 0x80 }) else { return Array(text.lowercased().utf8) }
    return bytes.map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }
  }

  /// Without spaces around and with line breaks as line feeds; nil if nothing is left.
  static func trimmed(_ text: String) -> String? {
    let bytes = text.utf8
    guard let first = bytes.first, let last = bytes.last else { return nil }
    if first > 0x20, last > 0x20, !bytes.contains(0x0D) { return text }
    var kept = Array(bytes.drop { $0 <= 0x20 })
    while let last = kept.last, last <= 0x20 { kept.removeLast() }
    guard !kept.isEmpty else { return nil }
    var lines: [UInt8] = []
    lines.reserveCapacity(kept.count)
    for (index, byte) in kept.enumerated() {
      if byte == 0x0A, index > 0, kept[index - 1] == 0x0D { continue }
      lines.append(byte == 0x0D ? 0x0A : byte)
    }
    return String(decoding: lines, as: UTF8.self)
  }
}

extension ContactField {
  /// Its place in `allCases`.
  fileprivate var index: Int {
    switch self {
    case .id: 0
    case .time: 1
    case .channel: 2
    case .language: 3
    case .customer: 4
    case .reason: 5
    case .details: 6
    case .category: 7
    case .resolvedAtFirstContact: 8
    case .escalated: 9
    case .handlingTime: 10
    case .firstReplyTime: 11
    }
  }
}
