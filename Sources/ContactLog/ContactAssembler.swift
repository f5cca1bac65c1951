import CivilCalendar
import PersonalData

/// Makes contacts of rows: finds the cells, reads their values, and redacts.
struct ContactAssembler {
  /// Channels, languages and categories repeat, so their redacted forms are kept; but only so
  /// many, for memory must not grow with the log.
  private static let mostShortTexts = 4_096
  /// Programs write days such as 1900-01-01 and 1970-01-01 where they know none.
  private static let firstYear = 1971
  /// Longer texts are attachments that were pasted in, and their beginning says what they are.
  private static let longestText = 64 << 10

  private let hash: SipHash
  private let redactor: Redactor
  private let tomorrow: CalendarDay?
  var slashDates = SlashDateOrder.monthFirst

  private var headers: [String] = []
  private var columns: [[Int]] = []
  private var timeOfDay: Int?
  private var minutesPerUnit: [ContactField: Double] = [:]
  private var shortTexts: [String: String] = [:]

  /// Cells of a column that said neither yes nor no, or no duration.
  private(set) var unreadable: [ContactField: Occurrences] = [:]
  private(set) var cutTexts = Occurrences()
  private(set) var datesAhead = Occurrences()
  /// The first row with a date such as 3/4/2025, and whether any told month and day apart.
  private(set) var firstSlashDate: Int?
  private(set) var slashDatesAreCertain = false
  private var offsets: Set<Int?> = []

  /// - Parameter today: what is dated after the day after it is told, and rejected beyond the next
  ///   year; the log may be from east of here.
  init(hash: SipHash, redactor: Redactor, today: CalendarDay?) {
    self.hash = hash
    self.redactor = redactor
    tomorrow = today?.adding(days: 1)
  }

  /// `UTC`, `UTC+02:00` or what else the times themselves say; nil if they say nothing.
  var zoneOfTimes: String? {
    guard offsets.count == 1 else { return offsets.isEmpty ? nil : "several offsets from UTC" }
    return offsets.first?.map { $0 == 0 ? "UTC" : "UTC" + Timestamp.zone($0) }
  }

  /// - Parameter headers: the columns' names as diagnostics may show them.
  mutating func use(_ mapping: ColumnMapping, headers: [String]) {
    self.headers = headers
    columns = ContactField.allCases.map { mapping.columns[$0] ?? [] }
    timeOfDay = mapping.timeOfDay
    minutesPerUnit = mapping.minutesPerUnit
  }

  /// Reads one row.
  mutating func contact(
    from fields: [FieldSlice], in bytes: [UInt8], row: Int
  ) throws(RowFault) -> (Contact, ContactIdentity) {
    var cells: [String?] = []
    cells.reserveCapacity(columns.count)
    for columns in columns { cells.append(try cell(columns, of: fields, in: bytes)) }
    if let timeOfDay, let day = cells[ContactField.time.index],
      let time = try cell([timeOfDay], of: fields, in: bytes)
    {
      cells[ContactField.time.index] = "\(day) \(time)"
    }
    let cell = { (field: ContactField) in cells[field.index] }

    let text = joined(cell(.reason), cell(.details))
    let reason = joined(
      cell(.reason).map(CustomerText.plain), cell(.details).map(CustomerText.plain))
    guard let text, let reason else {
      throw .noReason(column: header(of: .reason) ?? header(of: .details) ?? "reason")
    }
    let contact = Contact(
      id: cell(.id).map { redactor.isPersonal(id: $0) ? "row-\(row)" : $0 } ?? "row-\(row)",
      time: try timestamp(cell(.time), row: row),
      channel: shortText(cell(.channel)),
      language: shortText(cell(.language)),
      customer: cell(.customer).map { CustomerHash.text(of: $0, hash) },
      reason: redacted(reason, row: row),
      category: shortText(cell(.category)),
      resolvedAtFirstContact: bool(cell(.resolvedAtFirstContact), .resolvedAtFirstContact, row),
      escalated: bool(cell(.escalated), .escalated, row),
      handlingMinutes: minutes(cell(.handlingTime), .handlingTime, row),
      firstReplyMinutes: minutes(cell(.firstReplyTime), .firstReplyTime, row),
      row: row)
    return (contact, identity(cells, id: cell(.id), text: text))
  }

  private func identity(_ cells: [String?], id: String?, text: String) -> ContactIdentity {
    // A unit separator stands in no cell, so that moving a word to the next cell is a difference.
    let key = id ?? cells.map { $0 ?? "" }.joined(separator: "\u{1F}")
    return ContactIdentity(
      key: hash.hash(Array(key.utf8)), content: hash.hash(Array(text.utf8)), hasID: id != nil)
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
        throw .notJSON
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

  /// Redacts the text, or its beginning if it is very long.
  private mutating func redacted(_ text: String, row: Int) -> String {
    guard text.utf8.count > Self.longestText else { return redactor.redact(text) }
    cutTexts.add(row)
    // What stands at the cut may be half of a number, so a margin goes after redaction.
    let margin = Self.longestText / 16
    let beginning = String(decoding: text.utf8.prefix(Self.longestText + margin), as: UTF8.self)
    let redacted = redactor.redact(beginning).utf8
    return String(decoding: redacted.dropLast(margin), as: UTF8.self) + "…"
  }

  private mutating func timestamp(_ text: String?, row: Int) throws(RowFault) -> Timestamp? {
    guard let text else { return nil }
    var parser = TimestampParser(bytes: Array(text.utf8), slashDates: slashDates)
    let timestamp = parser.parse()
    if let numbers = parser.slashNumbers {
      firstSlashDate = firstSlashDate ?? row
      if timestamp != nil, max(numbers.first, numbers.second) > 12 { slashDatesAreCertain = true }
    }
    if let timestamp {
      guard timestamp.year >= Self.firstYear else { throw .placeholderDate(timestamp.date) }
      if let tomorrow, timestamp.calendarDay > tomorrow {
        guard timestamp.year <= tomorrow.year + 1 else { throw .futureDate(timestamp.date) }
        datesAhead.add(row)
      }
      if offsets.count < 8 { offsets.insert(timestamp.offsetMinutes) }
      return timestamp
    }
    let isOtherOrder = parser.slashNumbers.map { min($0.first, $0.second) <= 12 } ?? false
    throw .unreadableDate(column: header(of: .time) ?? "time", isOtherOrder: isOtherOrder)
  }

  private mutating func shortText(_ text: String?) -> String? {
    guard let text else { return nil }
    if let known = shortTexts[text] { return known }
    // Redaction sees through signs that can't be seen, so they go after it.
    let redacted = Contact.onOneLine(redactor.redact(text))
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
    unreadable[field, default: Occurrences()].add(row)
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
