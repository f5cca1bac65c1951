import Diagnostics

/// Reads the log of why customers made contact, one contact after the other.
///
/// The file may be of any size: it is read in chunks, and of earlier rows only the hashes of
/// their ids are kept. Format, encoding, delimiter and columns are found out and said in the
/// summary. A bad row costs that row alone, and has its line and cure among the diagnostics.
///
///     let reader = ContactLogReader(file: "october.csv", customerKey: (1, 2))
///     let summary = try reader.read { contact in count[contact.channel, default: 0] += 1 }
///     summary.rejected  // 3
package struct ContactLogReader: Sendable {
  /// Rows longer than this are rejected; a quote that is never closed ends there at the latest.
  static let longestRow = 1 << 20

  let file: String
  let hash: SipHash
  let columns: [ContactField: String]
  let encoding: TextEncoding?
  let slashDates: SlashDateOrder?
  let redactor: Redactor

  /// - Parameters:
  ///   - file: the log's path, also shown in diagnostics.
  ///   - customerKey: the secret under which customers are hashed; the same key gives the same
  ///     hash in every log.
  ///   - columns: headers that the user has chosen for fields; the rest is found by name.
  ///   - encoding: what the file is encoded in, if that must not be found out.
  ///   - slashDates: how dates such as 3/4/2025 are meant, if that must not be found out.
  package init(
    file path: String, customerKey: (UInt64, UInt64), columns: [ContactField: String] = [:],
    encoding: TextEncoding? = nil, slashDates: SlashDateOrder? = nil,
    redactor: Redactor = Redactor()
  ) {
    file = path
    hash = SipHash(key: customerKey)
    self.columns = columns
    self.encoding = encoding
    self.slashDates = slashDates
    self.redactor = redactor
  }

  /// Calls `body` with each contact in the file's order.
  ///
  /// - Throws: `ContactLogError` if the file can't be read or no column holds a reason, and what
  ///   `body` throws. JSON lines without any reason are found out at their end only.
  /// - Complexity: O(*n*), *n* the size of the file; memory for 16 bytes an id.
  package func read(_ body: (Contact) throws -> Void) throws -> ReadSummary {
    do {
      var window = try TextWindow(path: file, encoding: encoding)
      if window.isArchive { throw error(.workbook, line: nil) }
      while !window.isAtEnd, window.available < TextWindow.chunk { try window.fetch() }
      var tally = ReadTally(file: file)
      if window.encodingIsGuess { tally.note(.guessedEncoding(window.encoding), line: 1) }
      var assembler = ContactAssembler(
        hash: hash, redactor: redactor, encoding: window.encoding,
        slashDates: slashDates ?? .monthFirst)
      let layout =
        switch opening(of: window.bytes) {
        case .nothing: throw error(.empty, line: 1)
        case .array: throw error(.jsonArray, line: 1)
        case .object: try readJSONLines(&window, &assembler, &tally, body)
        case .text: try readDelimited(&window, &assembler, &tally, body)
        }
      noteDoubts(of: assembler, in: &tally)
      return ReadSummary(
        format: layout.format, encoding: window.encoding, encodingIsGuess: window.encodingIsGuess,
        delimiter: layout.delimiter,
        slashDates: assembler.firstSlashDate.map { _ in assembler.slashDates },
        columns: layout.columns, ignoredColumns: layout.ignoredColumns,
        rows: tally.rows, accepted: tally.accepted, known: tally.known, rejected: tally.rejected,
        diagnostics: tally.diagnostics, omittedDiagnostics: tally.omittedDiagnostics)
    } catch let failure as LogFileFailure {
      throw error(.cannotBeRead(reason: failure.reason), line: nil)
    }
  }

  /// What a log is made of, for the summary.
  struct Layout {
    let format: ReadSummary.Format
    let delimiter: Character?
    let columns: [ReadSummary.MappedColumn]
    let ignoredColumns: [String]
  }

  func layout(
    _ format: ReadSummary.Format, delimiter: UInt8?, mapping: ColumnMapping, shown: [String]
  ) -> Layout {
    Layout(
      format: format, delimiter: delimiter.map { Character(Unicode.Scalar($0)) },
      columns: ContactField.allCases.compactMap { field in
        mapping.columns[field]?.first.map { .init(field: field, header: shown[$0]) }
      },
      ignoredColumns: mapping.ignored.map { shown[$0] })
  }

  /// The mapping, or why the log can't be used with these columns.
  func mapping(of headers: [String], line: Int) throws(ContactLogError) -> ColumnMapping {
    let shown = headers.map { shownHeader($0) }
    for field in ContactField.allCases {
      guard let chosen = columns[field], ColumnMapping.column(named: chosen, in: headers) == nil
      else { continue }
      throw error(.noSuchColumn(chosen, field: field, found: shown), line: line)
    }
    let mapping = ColumnMapping(headers: headers, chosen: columns)
    guard !mapping.hasReason else { return mapping }
    // Without a line of names the first customer's words would be printed as such.
    let isData = zip(headers, shown).contains {
      $0 != $1 || Timestamp($0) != nil || $0.split(separator: " ").count > 5
    }
    throw error(isData ? .headerIsData : .noReasonColumn(found: shown), line: line)
  }

  /// A header as it may be printed: redacted in case it is data, and not longer than names are.
  func shownHeader(_ header: String) -> String {
    let longest = 40
    let redacted = redactor.redact(header)
    return redacted.count > longest ? redacted.prefix(longest) + "…" : redacted
  }

  func error(_ finding: LogFinding, line: Int?) -> ContactLogError {
    ContactLogError(diagnostic: finding.diagnostic(file: file, line: line))
  }

  private func noteDoubts(of assembler: ContactAssembler, in tally: inout ReadTally) {
    if let row = assembler.firstSlashDate, !assembler.slashDatesAreCertain, slashDates == nil {
      tally.note(.ambiguousDates, line: row)
    }
    for field in ContactField.allCases {
      guard let (count, row) = assembler.unreadable[field],
        let header = assembler.header(of: field)
      else { continue }
      let isDuration = field == .handlingTime || field == .firstReplyTime
      tally.note(
        .unreadableValues(column: header, count: count, isDuration: isDuration), line: row)
    }
  }

  private enum Opening {
    case nothing, object, array, text
  }

  private func opening(of bytes: [UInt8]) -> Opening {
    let solid = bytes.lazy.filter { $0 > 0x20 }.prefix(2)
    guard let first = solid.first else { return .nothing }
    if first == UInt8(ascii: "{") { return .object }
    let second = solid.dropFirst().first
    let isArray = second == UInt8(ascii: "{") || second == UInt8(ascii: "]") || second == nil
    return first == UInt8(ascii: "[") && isArray ? .array : .text
  }
}
