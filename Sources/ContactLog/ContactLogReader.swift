import CivilCalendar
import Diagnostics
import PersonalData

/// Reads the log of why customers made contact, one contact after the other.
///
/// The file may be of any size: it is read in chunks, and no row is kept. Format, encoding,
/// delimiter, columns, date order and time zone are found out and said in the summary. A bad row
/// costs that row alone, and has its line and cure among the diagnostics.
///
///     let reader = ContactLogReader(file: "october.csv", customerKey: (1, 2))
///     let summary = try reader.read { contact in count[contact.channel, default: 0] += 1 }
///     summary.rejected  // 3
package struct ContactLogReader: Sendable {
  /// Rows longer than this are rejected, for one must fit into memory; a quote that is never
  /// closed ends there at the latest.
  var longestRow = 32 << 20

  let file: String
  let hash: SipHash
  let options: ReadOptions
  let redactor: Redactor

  /// - Parameters:
  ///   - file: the log's path, also shown in diagnostics.
  ///   - customerKey: the secret under which customers are hashed; the same key gives the same
  ///     hash in every log.
  ///   - options: what the user knows better than can be found out.
  package init(
    file path: String, customerKey: (UInt64, UInt64), options: ReadOptions = ReadOptions()
  ) {
    file = path
    hash = SipHash(key: customerKey)
    self.options = options
    redactor = options.redactsReferences ? Redactor { Timestamp($0) == nil } : Redactor()
  }

  /// Calls `body` with each contact in the file's order, with repeated rows left out.
  ///
  /// - Throws: as `read(admitting:)`.
  /// - Complexity: O(*n*), *n* the size of the file; memory for 16 bytes an id.
  package func read(_ body: (Contact) throws -> Void) throws -> ReadSummary {
    var seen = SeenContacts()
    return try read { contact, identity in
      let admission = seen.admit(identity)
      if admission != .known { try body(contact) }
      return admission
    }
  }

  /// Calls `admit` with each contact in the file's order; that says whether it was there before.
  ///
  /// - Parameters:
  ///   - onRejection: called with each row that is left out, and why. The summary has only the
  ///     first thousand of them.
  ///   - admit: keeps the contact, if it is new.
  /// - Throws: `ContactLogError` if the file can't be read or no column holds a reason, and what
  ///   `admit` throws. JSON without any reason is found out at its end only.
  /// - Complexity: O(*n*), *n* the size of the file; memory for the longest row.
  package func read(
    onRejection: @escaping (Diagnostic) -> Void = { _ in },
    admitting admit: (Contact, ContactIdentity) throws -> Admission
  ) throws -> ReadSummary {
    do {
      var window = try TextWindow(path: file, encoding: options.encoding)
      if window.isArchive { throw error(.workbook, line: nil) }
      while !window.isAtEnd, window.available < TextWindow.chunk { try window.fetch() }
      var tally = ReadTally(file: file, onRejection: onRejection)
      var assembler = ContactAssembler(hash: hash, redactor: redactor, today: options.today)
      let layout =
        switch LogOpening(of: window.bytes) {
        case .nothing: throw error(.empty, line: 1)
        case .objects(let start, let container):
          try readJSON(&window, from: start, in: container, &assembler, &tally, admit)
        case .text where Self.isMailbox(window.bytes):
          try readMailbox(isPipe: window.isPipe, &assembler, &tally, admit)
        case .text: try readDelimited(&window, &assembler, &tally, admit)
        }
      return summary(of: window, layout, assembler, &tally)
    } catch let failure as LogFileFailure {
      throw error(.cannotBeRead(reason: failure.reason), line: nil)
    }
  }

  /// What a log is made of, for the summary.
  struct Layout {
    let format: ReadSummary.Format
    var delimiter: Character?
    let mapping: ColumnMapping
    let shown: [String]
  }

  /// Gives columns to fields by their names, and those that are left by what they hold.
  ///
  /// - Parameter survey: of the first rows.
  func mapping(of headers: [String], by survey: ColumnSurvey) -> ColumnMapping {
    var mapping = ColumnMapping(headers: headers, chosen: options.columns)
    mapping.complete(by: survey, headers: headers, chosen: options.columns)
    return mapping
  }

  /// Says why the log can't be used with these columns, if it can't.
  func check(
    _ mapping: ColumnMapping, of headers: [String], line: Int
  ) throws(ContactLogError) {
    let shown = headers.map { shownHeader($0) }
    for field in ContactField.allCases {
      guard let chosen = options.columns[field],
        ColumnMapping.column(named: chosen, in: headers) == nil
      else { continue }
      throw error(.noSuchColumn(chosen, field: field, found: shown), line: line)
    }
    guard mapping.hasReason else { throw error(.noReasonColumn(found: shown), line: line) }
  }

  /// A header as it may be printed: redacted in case it is data, and not longer than names are.
  func shownHeader(_ header: String) -> String {
    let longest = 60
    let redacted = redactor.redact(header)
    return redacted.count > longest ? redacted.prefix(longest) + "…" : redacted
  }

  func error(_ finding: LogFinding, line: Int?) -> ContactLogError {
    ContactLogError(diagnostic: finding.diagnostic(file: file, line: line))
  }

  /// Hands one row over, or rejects it.
  func take(
    _ fields: [FieldSlice], _ bytes: [UInt8], line: Int, _ assembler: inout ContactAssembler,
    _ tally: inout ReadTally, _ admit: (Contact, ContactIdentity) throws -> Admission
  ) throws {
    let contact: Contact
    let identity: ContactIdentity
    do {
      (contact, identity) = try assembler.contact(from: fields, in: bytes, row: line)
    } catch {
      tally.reject(error, line: line)
      return
    }
    tally.count(try admit(contact, identity), line: line)
  }

  private func summary(
    of window: borrowing TextWindow, _ layout: Layout, _ assembler: ContactAssembler,
    _ tally: inout ReadTally
  ) -> ReadSummary {
    // Each mail says how it is encoded.
    if layout.format != .mailbox { noteDoubts(of: window, in: &tally) }
    noteDoubts(of: assembler, in: &tally)
    if tally.rows == 0 { tally.note(.noRows, line: 1) }
    return ReadSummary(
      format: layout.format, encoding: layout.format == .mailbox ? nil : window.verdict.encoding,
      encodingIsGuess: window.verdict.isGuess && layout.format != .mailbox,
      delimiter: layout.delimiter,
      slashDates: assembler.firstSlashDate.map { _ in assembler.slashDates },
      timeZone: layout.mapping.timeZone(in: layout.shown) ?? assembler.zoneOfTimes,
      columns: ContactField.allCases.compactMap { field in
        layout.mapping.columns[field]?.first.map {
          .init(
            field: field, header: layout.shown[$0],
            isFoundByValues: layout.mapping.foundByValues.contains(field))
        }
      },
      timeOfDay: layout.mapping.timeOfDay.map { layout.shown[$0] },
      ignoredColumns: layout.mapping.ignored.map { layout.shown[$0] },
      rows: tally.rows, accepted: tally.accepted, known: tally.known, rejected: tally.rejected,
      diagnostics: tally.diagnostics, omittedDiagnostics: tally.omittedDiagnostics)
  }

  private func noteDoubts(of window: borrowing TextWindow, in tally: inout ReadTally) {
    let verdict = window.verdict
    if verdict.isGuess { tally.note(.guessedEncoding(verdict.encoding), line: 1) }
    let other = window.otherEncoding
    if other.count > 0 {
      let page = verdict.encoding == .utf8 ? verdict.codePage?.encoding : .utf8
      tally.note(.otherEncoding(page ?? .utf8, count: other.count), line: other.firstLine)
    }
    let broken = window.brokenText
    if broken.count > 0 { tally.note(.brokenText(count: broken.count), line: broken.firstLine) }
  }

  private func noteDoubts(of assembler: ContactAssembler, in tally: inout ReadTally) {
    if let row = assembler.firstSlashDate, !assembler.slashDatesAreCertain,
      options.slashDates == nil
    {
      tally.note(.ambiguousDates(assembler.slashDates), line: row)
    }
    let ahead = assembler.datesAhead
    if ahead.count > 0 { tally.note(.datesAhead(count: ahead.count), line: ahead.firstLine) }
    let cut = assembler.cutTexts
    if cut.count > 0 { tally.note(.cutText(count: cut.count), line: cut.firstLine) }
    for field in ContactField.allCases {
      guard let unreadable = assembler.unreadable[field], let header = assembler.header(of: field)
      else { continue }
      let isDuration = field == .handlingTime || field == .firstReplyTime
      tally.note(
        .unreadableValues(column: header, count: unreadable.count, isDuration: isDuration),
        line: unreadable.firstLine)
    }
  }
}

/// What the user knows about a log and needs no finding out.
package struct ReadOptions: Hashable, Sendable {
  /// Headers that the user has chosen for fields; the rest is found by name.
  package var columns: [ContactField: String] = [:]
  package var encoding: TextEncoding?
  package var delimiter: Character?
  /// How dates such as 3/4/2025 are meant.
  package var slashDates: SlashDateOrder?
  /// Whether numbers of orders, invoices and tickets are redacted too.
  package var redactsReferences = false
  /// Addresses that the company writes from, whose mails in a mailbox are no contacts.
  package var ownAddresses: [String] = []
  /// No contact was made after it.
  package var today: CalendarDay?

  package init() {}
}

/// What a log begins like.
enum LogOpening: Equatable {
  case nothing
  /// JSON objects; `start` is where the first may be, after the bracket of an array.
  case objects(start: Int, in: JSONContainer)
  case text

  init(of bytes: [UInt8]) {
    guard let first = bytes.firstIndex(where: { $0 > 0x20 }) else {
      self = .nothing
      return
    }
    switch bytes[first] {
    case UInt8(ascii: "{"):
      let array = JSONObjectScanner.memberArray(of: bytes, from: first)
      self = .objects(start: array ?? first, in: array == nil ? .none : .member)
    case UInt8(ascii: "["):
      // A column may be called `[1]`.
      let next = bytes[(first + 1)...].first { $0 > 0x20 }
      let isArray = next == nil || next == UInt8(ascii: "{") || next == UInt8(ascii: "]")
      self = isArray ? .objects(start: first + 1, in: .array) : .text
    default:
      self = .text
    }
  }
}
