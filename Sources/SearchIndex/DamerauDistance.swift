/// How many typing mistakes make one word of another: letters added, left out, changed, or two
/// neighbours exchanged, no letter touched twice (optimal string alignment).
///
///     var distances = DamerauDistance(Array("karta".unicodeScalars.map(\.value)), limit: 1)
///     distances.distance(to: Array("katra".utf8)[...])  // 1
///
/// The rows are used again for every word.
struct DamerauDistance {
  private let word: [UInt32]
  private let limit: Int
  private var other: [UInt32] = []
  private var beforeLast: [Int] = []
  private var last: [Int] = []
  private var row: [Int] = []

  init(_ word: [UInt32], limit: Int) {
    self.word = word
    self.limit = limit
  }

  /// The distance to a word in UTF-8, or `limit + 1` as soon as it must be larger.
  ///
  /// - Complexity: O(*n* · *limit*).
  mutating func distance(to utf8: ArraySlice<UInt8>) -> Int {
    decode(utf8)
    let over = limit + 1
    guard abs(word.count - other.count) <= limit else { return over }
    guard !word.isEmpty, !other.isEmpty else { return max(word.count, other.count) }
    let width = other.count + 1
    if last.count < width {
      last = [Int](repeating: over, count: width)
      (beforeLast, row) = (last, last)
    }
    for column in 0..<width { last[column] = min(column, over) }
    for line in 1...word.count {
      let from = max(1, line - limit)
      let to = min(other.count, line + limit)
      row[0] = min(line, over)
      if from > 1 { row[from - 1] = over }
      var best = from == 1 ? row[0] : over
      for column in stride(from: from, through: to, by: 1) {
        let cost = word[line - 1] == other[column - 1] ? 0 : 1
        let above = column < line + limit ? last[column] : over
        var value = min(above + 1, row[column - 1] + 1, last[column - 1] + cost)
        if line > 1, column > 1, word[line - 1] == other[column - 2],
          word[line - 2] == other[column - 1]
        {
          value = min(value, beforeLast[column - 2] + 1)
        }
        row[column] = min(value, over)
        best = min(best, row[column])
      }
      if best > limit { return over }
      (beforeLast, last, row) = (last, row, beforeLast)
    }
    return last[other.count]
  }

  private mutating func decode(_ utf8: ArraySlice<UInt8>) {
    other.removeAll(keepingCapacity: true)
    for byte in utf8 {
      switch byte {
      case 0x80..<0xC0: other[other.count - 1] = other[other.count - 1] << 6 | UInt32(byte & 0x3F)
      case 0xC0..<0xE0: other.append(UInt32(byte & 0x1F))
      case 0xE0..<0xF0: other.append(UInt32(byte & 0x0F))
      case 0xF0...: other.append(UInt32(byte & 0x07))
      default: other.append(UInt32(byte))
      }
    }
  }
}
