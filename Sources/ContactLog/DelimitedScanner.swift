/// A field of a row: where its bytes are, and how they are written.
struct FieldSlice: Hashable, Sendable {
  enum Coding: Hashable, Sendable {
    case absent
    case plain
    /// Between quotes, with quotes inside written twice.
    case doubledQuotes
    /// A JSON string with backslashes.
    case escaped
    /// A JSON array, whose strings and numbers are joined by commas.
    case array
  }

  static let absent = FieldSlice(start: 0, end: 0, coding: .absent)

  let start: Int
  let end: Int
  let coding: Coding
}

/// Finds the fields of one row of a delimited file (RFC 4180), rows ending in CR, LF or both.
///
/// It is stricter than most readers about quotes: a closing quote must be followed by a delimiter
/// or the end of the row. That is how a quote that is never closed shows at the next quoted field
/// instead of swallowing the rows between.
struct DelimitedScanner {
  enum Outcome: Equatable {
    case row
    /// Only blank lines are left.
    case end
    /// The row goes on beyond the bytes that are here.
    case needsMore
    case fault(RowFault)
  }

  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  let delimiter: UInt8?

  private(set) var fields: [FieldSlice] = []
  /// Where the row's bytes begin, after blank lines.
  private(set) var rowStart = 0
  /// Where the next row begins.
  private(set) var rowEnd = 0
  /// Line breaks in blank lines before the row.
  private(set) var blankLines = 0
  /// Line breaks from the row's start to its end.
  private(set) var lineBreaks = 0
  /// Where the second line of the row begins, if it has one.
  private(set) var secondLine: Int?
  private(set) var isInsideQuotes = false

  init(delimiter: UInt8?) {
    self.delimiter = delimiter
  }

  /// Scans the row that begins at `start`, or the first after blank lines.
  ///
  /// - Complexity: O(*n*), *n* the bytes of the row.
  mutating func scan(_ bytes: [UInt8], from start: Int, isLast: Bool) -> Outcome {
    var index = start
    blankLines = 0
    while index < bytes.count, Self.isBreak(bytes[index]) {
      guard let next = afterBreak(bytes, at: index, isLast: isLast) else { return .needsMore }
      blankLines += 1
      index = next
    }
    fields.removeAll(keepingCapacity: true)
    rowStart = index
    rowEnd = index
    lineBreaks = 0
    secondLine = nil
    isInsideQuotes = false
    if index == bytes.count { return isLast ? .end : .needsMore }
    while true {
      let end: Int
      if index < bytes.count, bytes[index] == Self.quote {
        switch quotedField(bytes, from: index + 1, isLast: isLast) {
        case .success(let next): end = next
        case .failure(let outcome): return outcome.outcome
        }
      } else {
        end = plainField(bytes, from: index)
        fields.append(FieldSlice(start: index, end: end, coding: .plain))
      }
      guard end < bytes.count else {
        rowEnd = end
        return isLast ? .row : .needsMore
      }
      if bytes[end] == delimiter {
        index = end + 1
        continue
      }
      guard let next = afterBreak(bytes, at: end, isLast: isLast) else { return .needsMore }
      lineBreaks += 1
      rowEnd = next
      if secondLine == nil { secondLine = next }
      return .row
    }
  }

  /// Whether every field of the row is empty, as in the tails that spreadsheets export.
  var isEmptyRow: Bool { fields.allSatisfy { $0.start == $0.end } }

  private func plainField(_ bytes: [UInt8], from start: Int) -> Int {
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if byte == delimiter || Self.isBreak(byte) { break }
      index += 1
    }
    return index
  }

  private struct Interruption: Error {
    let outcome: Outcome
  }

  private mutating func quotedField(
    _ bytes: [UInt8], from start: Int, isLast: Bool
  ) -> Result<Int, Interruption> {
    var index = start
    var hasDoubledQuotes = false
    isInsideQuotes = true
    while index < bytes.count {
      let byte = bytes[index]
      if byte == Self.quote {
        if index + 1 == bytes.count, !isLast { return .failure(.init(outcome: .needsMore)) }
        if index + 1 < bytes.count, bytes[index + 1] == Self.quote {
          hasDoubledQuotes = true
          index += 2
          continue
        }
        fields.append(
          FieldSlice(
            start: start, end: index, coding: hasDoubledQuotes ? .doubledQuotes : .plain))
        isInsideQuotes = false
        let after = index + 1
        if after < bytes.count, bytes[after] != delimiter, !Self.isBreak(bytes[after]) {
          return .failure(.init(outcome: .fault(.strayQuote)))
        }
        return .success(after)
      }
      if Self.isBreak(byte) {
        guard let next = afterBreak(bytes, at: index, isLast: isLast) else {
          return .failure(.init(outcome: .needsMore))
        }
        lineBreaks += 1
        if secondLine == nil { secondLine = next }
        index = next
        continue
      }
      index += 1
    }
    return .failure(.init(outcome: isLast ? .fault(.quoteNeverClosed) : .needsMore))
  }

  /// The index after CR, LF or CRLF, or nil if the byte after CR isn't here yet.
  private func afterBreak(_ bytes: [UInt8], at index: Int, isLast: Bool) -> Int? {
    guard bytes[index] == Self.carriageReturn else { return index + 1 }
    guard index + 1 < bytes.count else { return isLast ? index + 1 : nil }
    return bytes[index + 1] == Self.lineFeed ? index + 2 : index + 1
  }

  private static func isBreak(_ byte: UInt8) -> Bool {
    byte == lineFeed || byte == carriageReturn
  }
}

extension DelimitedScanner {
  /// The delimiter that the first line uses most outside quotes, or nil for a single column.
  static func delimiter(ofFirstLine bytes: some Collection<UInt8>) -> UInt8? {
    let candidates = [",", ";", "\t", "|"].map { UInt8(ascii: $0) }
    var counts = [Int](repeating: 0, count: candidates.count)
    var isQuoted = false
    for byte in bytes {
      if byte == quote { isQuoted.toggle() }
      if isQuoted { continue }
      if isBreak(byte) { break }
      if let place = candidates.firstIndex(of: byte) { counts[place] += 1 }
    }
    let most = counts.max() ?? 0
    return most == 0 ? nil : counts.firstIndex(of: most).map { candidates[$0] }
  }

  /// What seems to part the names in a line that was read as one column; signs that names may hold
  /// themselves must stand there twice.
  ///
  ///     otherDelimiter(in: "id#time#reason")  // "#"
  static func otherDelimiter(in header: String) -> Character? {
    let usual: [Character] = [";", ",", "\t", "|"]
    let rare: [Character] = ["#", "~", "^", ":", "/"]
    return usual.first(where: header.contains)
      ?? rare.first { sign in header.count { $0 == sign } >= 2 }
  }
}
