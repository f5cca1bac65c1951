extension ContactLogReader {
  /// Reads CSV with whatever delimiter.
  func readDelimited(
    _ window: inout TextWindow, _ assembler: inout ContactAssembler, _ tally: inout ReadTally,
    _ body: (Contact) throws -> Void
  ) throws -> Layout {
    var line = 1
    let stated = try statedDelimiter(&window, &line)
    let delimiter =
      stated ?? DelimitedScanner.delimiter(ofFirstLine: firstLine(window.bytes, window.position))
    var scanner = DelimitedScanner(delimiter: delimiter)
    let headers = try self.headers(&scanner, &window, &line)
    let mapping = try self.mapping(of: headers, line: line)
    let shown = headers.map { shownHeader($0) }
    line += scanner.lineBreaks
    assembler.use(mapping, headers: shown)
    if slashDates == nil, let columns = mapping.columns[.time] {
      assembler.slashDates = surveyDates(columns, scanner, window.bytes, window.position, window.isAtEnd)
    }

    while true {
      switch scanner.scan(window.bytes, from: window.position, isLast: window.isAtEnd) {
      case .end:
        return layout(.delimited, delimiter: delimiter, mapping: mapping, shown: shown)
      case .needsMore:
        guard window.available > Self.longestRow else {
          try window.fetch()
          continue
        }
        line += scanner.blankLines
        tally.reject(scanner.isInsideQuotes ? .quoteNeverClosed : .tooLong, line: line)
        try skipFirstLine(of: scanner, &window, &line)
      case .fault(let fault):
        line += scanner.blankLines
        tally.reject(fault, line: line)
        try skipFirstLine(of: scanner, &window, &line)
      case .row:
        line += scanner.blankLines
        guard hasAllFields(scanner.fields, expected: headers.count) else {
          if scanner.isEmptyRow {
            line += scanner.lineBreaks
            window.advance(to: scanner.rowEnd)
            continue
          }
          let found = scanner.fields.count
          tally.reject(.fieldCount(found: found, expected: headers.count), line: line)
          try skipFirstLine(of: scanner, &window, &line)
          continue
        }
        if !scanner.isEmptyRow {
          try take(scanner.fields, window.bytes, line: line, &assembler, &tally, body)
        }
        line += scanner.lineBreaks
        window.advance(to: scanner.rowEnd)
      }
    }
  }

  /// Hands one row over, or rejects it.
  func take(
    _ fields: [FieldSlice], _ bytes: [UInt8], line: Int, _ assembler: inout ContactAssembler,
    _ tally: inout ReadTally, _ body: (Contact) throws -> Void
  ) throws {
    let result: ContactAssembler.Result
    do {
      result = try assembler.contact(from: fields, in: bytes, row: line)
    } catch {
      tally.reject(error, line: line)
      return
    }
    if tally.admit(result) { try body(result.contact) }
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

  private func firstLine(_ bytes: [UInt8], _ start: Int) -> ArraySlice<UInt8> {
    bytes[start...].drop { $0 <= 0x20 && $0 != UInt8(ascii: "\t") }
  }

  /// The names in the header row; `line` is where that begins afterwards.
  private func headers(
    _ scanner: inout DelimitedScanner, _ window: inout TextWindow, _ line: inout Int
  ) throws -> [String] {
    while true {
      switch scanner.scan(window.bytes, from: window.position, isLast: window.isAtEnd) {
      case .end:
        throw error(.empty, line: 1)
      case .needsMore where window.available <= Self.longestRow:
        try window.fetch()
      case .needsMore, .fault:
        throw error(.headerQuote, line: line + scanner.blankLines)
      case .row:
        line += scanner.blankLines
        window.advance(to: scanner.rowEnd)
        return scanner.fields.map { field in
          let text =
            FieldText.decode(field, in: window.bytes)
            ?? String(decoding: window.bytes[field.start..<field.end], as: UTF8.self)
          return ContactAssembler.trimmed(text) ?? ""
        }
      }
    }
  }

  /// Looks for a date that tells month and day apart in the rows that are in memory already.
  private func surveyDates(
    _ columns: [Int], _ scanner: DelimitedScanner, _ bytes: [UInt8], _ start: Int, _ isLast: Bool
  ) -> SlashDateOrder {
    var scanner = scanner
    var position = start
    while scanner.scan(bytes, from: position, isLast: isLast) == .row {
      position = scanner.rowEnd
      for column in columns where column < scanner.fields.count {
        guard let text = FieldText.decode(scanner.fields[column], in: bytes),
          let trimmed = ContactAssembler.trimmed(text)
        else { continue }
        var parser = TimestampParser(bytes: Array(trimmed.utf8), slashDates: .monthFirst)
        _ = parser.parse()
        guard let numbers = parser.slashNumbers else { continue }
        if numbers.first > 12 { return .dayFirst }
        if numbers.second > 12 { return .monthFirst }
      }
    }
    return .monthFirst
  }
}
