extension ContactLogReader {
  /// So many rows above the column names may be a report's title.
  private static let mostTitleRows = 10

  /// Reads CSV with whatever delimiter.
  ///
  /// The scanner is our own because SwiftCSV 0.10 doesn't stream: it makes one String of the file
  /// and an array of all rows. A million rows (117 MB) take it 8.1 s of CPU and 880 MB; here, with
  /// columns mapped, values read and texts redacted, they take 2.1 s and 20 MB.
  func readDelimited(
    _ window: inout TextWindow, _ assembler: inout ContactAssembler, _ tally: inout ReadTally,
    _ admit: (Contact, ContactIdentity) throws -> Admission
  ) throws -> Layout {
    var line = 1
    let (scanner, headers, title) = try opening(&window, &line)
    if title > 0 { tally.note(.title(lines: title), line: line - title) }
    let survey = ColumnSurvey(of: firstRows(scanner, window), in: window.bytes)
    let mapping = self.mapping(of: headers, by: survey)
    try checkNames(headers, line: line)
    try check(mapping, of: headers, line: line)
    let shown = headers.map { shownHeader($0) }
    line += scanner.lineBreaks
    assembler.use(mapping, headers: shown)
    if let order = options.slashDates {
      assembler.slashDates = order
    } else if let columns = mapping.columns[.time] {
      let isEnglish = columns.first.map { ColumnAliases.isEnglishTime(headers[$0]) } ?? true
      let survey = try surveyDates(columns, scanner, window)
      assembler.slashDates = survey.verdict(isEnglish: isEnglish)
    }
    var repeated = Occurrences()
    try readRows(scanner, &window, line: line, columns: headers.count) { fields, bytes, line in
      if isHeader(fields, in: bytes, headers) { return repeated.add(line) }
      try take(fields, bytes, line: line, &assembler, &tally, admit)
    } orReject: { fault, line in
      tally.reject(fault, line: line)
    }
    if repeated.count > 0 {
      tally.note(.repeatedHeader(count: repeated.count), line: repeated.firstLine)
    }
    return Layout(
      format: .delimited, delimiter: scanner.delimiter.map { Character(Unicode.Scalar($0)) },
      mapping: mapping, shown: shown)
  }

  /// Settles the delimiter and reads the header row; `line` is where that begins afterwards, and
  /// `title` how many lines above it were passed over.
  private func opening(
    _ window: inout TextWindow, _ line: inout Int
  ) throws -> (DelimitedScanner, headers: [String], title: Int) {
    let stated = try options.delimiter?.asciiValue ?? statedDelimiter(&window, &line)
    let title = skipTitle(&window, delimiter: stated)
    line += title
    var scanner = Self.scanner(of: window.bytes[window.position...], delimiter: stated)
    let headers = try self.headers(&scanner, &window, &line)
    return (scanner, headers, title)
  }

  /// With the delimiter of the first line, if none is stated.
  private static func scanner(
    of bytes: ArraySlice<UInt8>, delimiter: UInt8?
  ) -> DelimitedScanner {
    let first = bytes.drop { $0 <= 0x20 && $0 != UInt8(ascii: "\t") }
    return DelimitedScanner(
      delimiter: delimiter ?? DelimitedScanner.delimiter(ofFirstLine: first))
  }

  /// Goes past the rows above the first that names a reason and something else, as reports begin
  /// with their title.
  ///
  /// - Returns: how many lines they are.
  private func skipTitle(_ window: inout TextWindow, delimiter: UInt8?) -> Int {
    var (position, lines) = (window.position, 0)
    for row in 0...Self.mostTitleRows {
      var scanner = Self.scanner(of: window.bytes[position...], delimiter: delimiter)
      guard scanner.scan(window.bytes, from: position, isLast: window.isAtEnd) == .row else {
        break
      }
      let mapping = ColumnMapping(
        headers: names(of: scanner, in: window.bytes), chosen: options.columns)
      if mapping.hasReason, row == 0 || mapping.columns.count > 1 {
        guard row > 0 else { break }
        window.advance(to: scanner.rowStart)
        return lines + scanner.blankLines
      }
      position = scanner.rowEnd
      lines += scanner.blankLines + scanner.lineBreaks
    }
    return 0
  }

  /// Calls `take` with each row and `reject` with each fault, and their lines.
  private func readRows(
    _ scanner: DelimitedScanner, _ window: inout TextWindow, line: Int, columns: Int,
    _ take: (_ fields: [FieldSlice], _ bytes: [UInt8], _ line: Int) throws -> Void,
    orReject reject: (RowFault, _ line: Int) -> Void
  ) throws {
    var scanner = scanner
    var line = line
    while true {
      let outcome = scanner.scan(window.bytes, from: window.position, isLast: window.isAtEnd)
      if outcome == .needsMore, window.available <= longestRow {
        try window.fetchMore()
        continue
      }
      line += scanner.blankLines
      var fault: RowFault?
      switch outcome {
      case .end: return
      case .needsMore: fault = scanner.isInsideQuotes ? .quoteNeverClosed : .tooLong
      case .fault(let found): fault = found
      case .row:
        if scanner.isEmptyRow { break }
        if scanner.rowEnd - scanner.rowStart > longestRow {
          fault = .tooLong
        } else if hasAllFields(scanner.fields, expected: columns) {
          try take(scanner.fields, window.bytes, line)
        } else {
          fault = .fieldCount(found: scanner.fields.count, expected: columns)
        }
      }
      if let fault {
        reject(fault, line)
        try skipFirstLine(of: scanner, &window, &line)
      } else {
        line += scanner.lineBreaks
        window.advance(to: scanner.rowEnd)
      }
    }
  }

  /// Goes on at the second line of a bad row: the fault may be a quote that swallowed good rows.
  private func skipFirstLine(
    of scanner: DelimitedScanner, _ window: inout TextWindow, _ line: inout Int
  ) throws {
    if let second = scanner.secondLine {
      window.advance(to: second)
    } else {
      window.advance(to: scanner.rowStart)
      try window.skipLine()
    }
    line += 1
  }

  /// Whether a row is the line of names once more, as where exports were put behind one another.
  private func isHeader(_ fields: [FieldSlice], in bytes: [UInt8], _ headers: [String]) -> Bool {
    guard let first = fields.first, let name = headers.first,
      bytes[first.start..<first.end].elementsEqual(name.utf8), fields.count == headers.count
    else { return false }
    return zip(fields, headers).allSatisfy { field, header in
      FieldText.decode(field, in: bytes).flatMap { ContactAssembler.trimmed($0) } ?? "" == header
    }
  }

  /// Empty fields beyond the last column are a trailing delimiter and do no harm.
  private func hasAllFields(_ fields: [FieldSlice], expected: Int) -> Bool {
    fields.count == expected
      || (fields.count > expected && fields[expected...].allSatisfy { $0.start == $0.end })
  }

  /// Excel's own first line, `sep=;`.
  private func statedDelimiter(_ window: inout TextWindow, _ line: inout Int) throws -> UInt8? {
    let start = window.bytes[window.position...].prefix(6)
    guard start.count >= 5, start.prefix(4).map({ $0 | 0x20 }).elementsEqual("sep=".utf8),
      start.count == 5 || [0x0A, 0x0D].contains(start[start.startIndex + 5])
    else { return nil }
    try window.skipLine()
    line += 1
    return start[start.startIndex + 4]
  }

  /// The names in the header row; `line` is where that begins afterwards.
  private func headers(
    _ scanner: inout DelimitedScanner, _ window: inout TextWindow, _ line: inout Int
  ) throws -> [String] {
    while true {
      switch scanner.scan(window.bytes, from: window.position, isLast: window.isAtEnd) {
      case .end:
        throw error(.empty, line: 1)
      case .needsMore where window.available <= longestRow:
        try window.fetchMore()
      case .needsMore, .fault:
        throw error(.headerQuote, line: line + scanner.blankLines)
      case .row:
        line += scanner.blankLines
        if window.bytes[scanner.rowStart..<scanner.rowEnd].contains(0) {
          throw error(.binary, line: line)
        }
        window.advance(to: scanner.rowEnd)
        return names(of: scanner, in: window.bytes)
      }
    }
  }

  private func names(of scanner: DelimitedScanner, in bytes: [UInt8]) -> [String] {
    scanner.fields.map { field in
      let text =
        FieldText.decode(field, in: bytes)
        ?? String(decoding: bytes[field.start..<field.end], as: UTF8.self)
      return ContactAssembler.trimmed(text) ?? ""
    }
  }

  /// Says that the first row isn't one of names, if no name in it says what a contact was about.
  private func checkNames(_ headers: [String], line: Int) throws(ContactLogError) {
    guard !ColumnMapping(headers: headers, chosen: options.columns).hasReason else { return }
    if headers.count == 1, let sign = DelimitedScanner.otherDelimiter(in: headers[0]) {
      throw error(.otherDelimiter(sign), line: line)
    }
    // The first customer's words would be printed as such.
    if headers.contains(where: { $0 != shownHeader($0) || Self.isData($0) }) {
      throw error(.headerIsData, line: line)
    }
  }

  /// Whether that is no name of a column: a date, a number, a question, a whole sentence.
  private static func isData(_ header: String) -> Bool {
    Timestamp(header) != nil || Double(header) != nil || header.contains("?")
      || header.split(separator: " ").count > 5
  }

  /// The fields of the first rows in memory.
  private func firstRows(
    _ scanner: DelimitedScanner, _ window: borrowing TextWindow
  ) -> [[FieldSlice]] {
    var rows: [[FieldSlice]] = []
    var scanner = scanner
    var position = window.position
    while rows.count < ColumnSurvey.mostRows,
      scanner.scan(window.bytes, from: position, isLast: window.isAtEnd) == .row
    {
      position = scanner.rowEnd
      if !scanner.isEmptyRow { rows.append(scanner.fields) }
    }
    return rows
  }

  /// Looks for a date that tells month and day apart: among the rows in memory, and if there is
  /// none, in the whole file, unless that is a pipe.
  private func surveyDates(
    _ columns: [Int], _ scanner: DelimitedScanner, _ window: borrowing TextWindow
  ) throws -> DateOrderSurvey {
    var survey = DateOrderSurvey()
    var rows = scanner
    var position = window.position
    while rows.scan(window.bytes, from: position, isLast: window.isAtEnd) == .row {
      position = rows.rowEnd
      survey.add(rows.fields, columns, in: window.bytes)
      if survey.proof != nil { return survey }
    }
    guard survey.hasSlashDates, !window.isAtEnd, !window.isPipe else { return survey }
    var whole = try TextWindow(path: file, encoding: window.verdict.encoding)
    try whole.fetchMore()
    var line = 1
    let (fresh, headers, _) = try opening(&whole, &line)
    do {
      try readRows(fresh, &whole, line: line, columns: headers.count) { fields, bytes, _ in
        survey.add(fields, columns, in: bytes)
        if survey.proof != nil { throw Proven() }
      } orReject: { _, _ in
      }
    } catch is Proven {}
    return survey
  }

  private struct Proven: Error {}
}
