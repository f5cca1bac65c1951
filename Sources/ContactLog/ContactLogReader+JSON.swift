/// What JSON objects stand in.
enum JSONContainer {
  /// Nothing: they follow one another, as a rule one a line.
  case none
  case array
  /// An array that is a member of one great object: `{"tickets": […], "next_page": null}`.
  case member
}

extension ContactLogReader {
  /// Objects with more members than this have names made of data, and the rest is passed over.
  private static let mostColumns = 500

  /// Reads JSON lines, or the objects of an array, however they are broken into lines.
  ///
  /// Columns are the members met so far, beginning with those of the first objects.
  func readJSON(
    _ window: inout TextWindow, from start: Int, in container: JSONContainer,
    _ assembler: inout ContactAssembler, _ tally: inout ReadTally,
    _ admit: (Contact, ContactIdentity) throws -> Admission
  ) throws -> Layout {
    var members = MemberColumns(limit: Self.mostColumns)
    var place = JSONPlace()
    place.pass(window.bytes[window.position..<start])
    window.advance(to: start)
    let first = firstObjects(window)
    for object in first { _ = members.add(object) }
    let rows = first.map { members.fields(of: $0) }
    let survey = ColumnSurvey(of: rows, in: window.bytes)
    var mapping = mapping(of: members.headers, by: survey)
    assembler.use(mapping, headers: members.headers.map { shownHeader($0) })
    assembler.slashDates = options.slashDates ?? dateOrder(of: rows, mapping, members, window)
    var isOpen = container != .none

    while try skipSpaces(&window, &place, andCommas: isOpen) {
      let byte = window.bytes[window.position]
      if isOpen, byte == UInt8(ascii: "]") {
        isOpen = false
        window.advance(to: window.position + 1)
        // What stands after a member is about the export: counts, the next page.
        if container == .member { break }
        continue
      }
      guard byte == UInt8(ascii: "{") else {
        tally.reject(.notJSON, line: place.line)
        try skipLine(&window, &place)
        continue
      }
      let (outcome, found) = JSONObjectScanner.scan(
        window.bytes, from: window.position, isLast: window.isAtEnd)
      switch outcome {
      case .needsMore where window.available <= longestRow:
        try window.fetchMore()
      case .object(let end) where end - window.position > longestRow:
        tally.reject(.tooLong, line: place.line)
        place.pass(window.bytes[window.position..<end])
        window.advance(to: end)
      case .needsMore:
        tally.reject(.tooLong, line: place.line)
        try skipRest(ofObjectIn: &window, &place, from: window.bytes.count, isArray: isOpen)
      case .fault(let index):
        tally.reject(.notJSON, line: place.line)
        try skipRest(ofObjectIn: &window, &place, from: index, isArray: isOpen)
      case .object(let end):
        if members.add(found) {
          mapping = self.mapping(of: members.headers, by: survey)
          assembler.use(mapping, headers: members.headers.map { shownHeader($0) })
        }
        try take(
          members.fields(of: found), window.bytes, line: place.line, &assembler, &tally, admit)
        place.pass(window.bytes[window.position..<end])
        window.advance(to: end)
      }
    }
    if isOpen { tally.note(.arrayCutOff, line: place.line) }
    if members.headers.isEmpty, tally.rows > 0 { throw error(.noObjects, line: 1) }
    if !members.headers.isEmpty { try check(mapping, of: members.headers, line: 1) }
    return Layout(
      format: container == .none ? .jsonLines : .jsonArray, mapping: mapping,
      shown: members.headers.map { shownHeader($0) })
  }

  /// The members of the first objects in memory, up to one that is faulty.
  private func firstObjects(_ window: borrowing TextWindow) -> [[JSONObjectScanner.Member]] {
    var objects: [[JSONObjectScanner.Member]] = []
    var position = window.position
    while objects.count < ColumnSurvey.mostRows {
      let rest = window.bytes[position...]
      guard let start = rest.firstIndex(where: { $0 > 0x20 && $0 != UInt8(ascii: ",") }) else {
        break
      }
      let (outcome, found) = JSONObjectScanner.scan(
        window.bytes, from: start, isLast: window.isAtEnd)
      guard case .object(let end) = outcome else { break }
      objects.append(found)
      position = end
    }
    return objects
  }

  /// Which number is the month in dates such as 3/4/2025, by the first objects.
  private func dateOrder(
    of rows: [[FieldSlice]], _ mapping: ColumnMapping, _ members: MemberColumns,
    _ window: borrowing TextWindow
  ) -> SlashDateOrder {
    let columns = mapping.columns[.time] ?? []
    var survey = DateOrderSurvey()
    for row in rows { survey.add(row, columns, in: window.bytes) }
    let isEnglish = columns.first.map { ColumnAliases.isEnglishTime(members.headers[$0]) } ?? true
    return survey.verdict(isEnglish: isEnglish)
  }

  /// Passes over spaces and line breaks; false at the end of the file.
  private func skipSpaces(
    _ window: inout TextWindow, _ place: inout JSONPlace, andCommas: Bool
  ) throws -> Bool {
    while true {
      let rest = window.bytes[window.position...]
      let next = rest.firstIndex { $0 > 0x20 && !(andCommas && $0 == UInt8(ascii: ",")) }
      place.pass(rest[..<(next ?? rest.endIndex)])
      window.advance(to: next ?? rest.endIndex)
      if next != nil { return true }
      if window.isAtEnd { return false }
      try window.fetch()
    }
  }

  private func skipLine(_ window: inout TextWindow, _ place: inout JSONPlace) throws {
    while true {
      let rest = window.bytes[window.position...]
      let lineFeed = rest.firstIndex(of: 0x0A)
      let end = lineFeed.map { $0 + 1 } ?? rest.endIndex
      place.pass(rest[..<end])
      window.advance(to: end)
      if lineFeed != nil || window.isAtEnd { return }
      try window.fetch()
    }
  }

  /// Goes on where the next object is likely to begin, after a fault at `index`.
  ///
  /// That is after `}, {` on the same line of an array, else at the next line that begins with an
  /// object and isn't farther in than this one.
  private func skipRest(
    ofObjectIn window: inout TextWindow, _ place: inout JSONPlace, from index: Int, isArray: Bool
  ) throws {
    let indentation = place.indentation ?? Int.max
    if isArray, try skipToNextElement(&window, &place, from: index) { return }
    repeat { try skipLine(&window, &place) } while try !beginsElement(&window, indentation)
  }

  private func skipToNextElement(
    _ window: inout TextWindow, _ place: inout JSONPlace, from index: Int
  ) throws -> Bool {
    /// How much of `},{` was there just before.
    var matched = 0
    var offset = index - window.position
    while true {
      while window.position + offset < window.bytes.count {
        let byte = window.bytes[window.position + offset]
        switch (byte, matched) {
        case (0x0A, _): return false
        case (UInt8(ascii: "}"), _): matched = 1
        case (UInt8(ascii: ","), 1): matched = 2
        case (UInt8(ascii: "{"), 2):
          let end = window.position + offset
          place.pass(window.bytes[window.position..<end])
          window.advance(to: end)
          return true
        case (0x20, _), (0x09, _), (0x0D, _): break
        default: matched = 0
        }
        offset += 1
      }
      if window.isAtEnd { return false }
      if window.available > longestRow {
        place.pass(window.bytes[window.position...])
        window.advance(to: window.bytes.count)
        offset = 0
      }
      try window.fetch()
    }
  }

  /// Whether the line at the window's position begins with an object or ends the array, or nothing
  /// is left.
  private func beginsElement(_ window: inout TextWindow, _ indentation: Int) throws -> Bool {
    while true {
      let line = window.bytes[window.position...]
      if let first = line.firstIndex(where: { $0 != 0x20 && $0 != 0x09 }) {
        let isBracket = line[first] == UInt8(ascii: "{") || line[first] == UInt8(ascii: "]")
        return isBracket && first - line.startIndex <= indentation
      }
      if window.isAtEnd { return true }
      try window.fetch()
    }
  }
}

/// The columns of JSON objects: every member met so far, in the order of their first objects.
private struct MemberColumns {
  let limit: Int
  private(set) var headers: [String] = []
  private var places: [String: Int] = [:]

  init(limit: Int) {
    self.limit = limit
  }

  /// Adds the members that are new; true if there are any.
  mutating func add(_ members: [JSONObjectScanner.Member]) -> Bool {
    let known = headers.count
    for member in members where places[member.path] == nil && headers.count < limit {
      places[member.path] = headers.count
      headers.append(member.path)
    }
    return headers.count > known
  }

  func fields(of members: [JSONObjectScanner.Member]) -> [FieldSlice] {
    var fields = [FieldSlice](repeating: .absent, count: headers.count)
    for member in members {
      if let place = places[member.path] { fields[place] = member.value }
    }
    return fields
  }
}

/// Where in the text a reader is.
private struct JSONPlace {
  private(set) var line = 1
  /// Spaces before this place, if nothing else is before it on its line.
  private(set) var indentation: Int? = 0

  mutating func pass(_ bytes: ArraySlice<UInt8>) {
    for byte in bytes {
      if byte == 0x0A {
        line += 1
        indentation = 0
      } else {
        indentation = byte <= 0x20 ? indentation.map { $0 + 1 } : nil
      }
    }
  }
}
