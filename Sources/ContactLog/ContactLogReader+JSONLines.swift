extension ContactLogReader {
  /// Objects with more members than this have names made of data, and the rest is passed over.
  private static let mostColumns = 500

  /// Reads one JSON object a line. Columns are the members met so far.
  func readJSONLines(
    _ window: inout TextWindow, _ assembler: inout ContactAssembler, _ tally: inout ReadTally,
    _ body: (Contact) throws -> Void
  ) throws -> Layout {
    var headers: [String] = []
    var places: [String: Int] = [:]
    var fields: [FieldSlice] = []
    var searched = 0
    var line = 1
    assembler.use(ColumnMapping(headers: [], chosen: [:]), headers: [])

    while window.available > 0 || !window.isAtEnd {
      let start = window.position
      let rest = window.bytes[(start + searched)...]
      guard let end = rest.firstIndex(of: 0x0A) ?? (window.isAtEnd ? window.bytes.count : nil)
      else {
        if window.available > Self.longestRow {
          tally.reject(.tooLong, line: line)
          try window.skipLine()
          line += 1
          searched = 0
        } else {
          searched = window.available
          try window.fetch()
        }
        continue
      }
      searched = 0
      if window.bytes[start..<end].contains(where: { $0 > 0x20 }) {
        if let members = JSONObjectScanner.members(of: window.bytes, in: start..<end) {
          let known = headers.count
          for member in members where places[member.path] == nil && headers.count < Self.mostColumns {
            places[member.path] = headers.count
            headers.append(member.path)
          }
          if headers.count > known {
            let mapping = ColumnMapping(headers: headers, chosen: columns)
            assembler.use(mapping, headers: headers.map { shownHeader($0) })
          }
          fields = Array(repeating: .absent, count: headers.count)
          for member in members {
            if let place = places[member.path] { fields[place] = member.value }
          }
          try take(fields, window.bytes, line: line, &assembler, &tally, body)
        } else {
          tally.reject(.notJSON, line: line)
        }
      }
      line += 1
      window.advance(to: min(end + 1, window.bytes.count))
    }
    if headers.isEmpty { throw error(.noObjects, line: 1) }
    let mapping = try self.mapping(of: headers, line: 1)
    return layout(
      .jsonLines, delimiter: nil, mapping: mapping, shown: headers.map { shownHeader($0) })
  }
}
