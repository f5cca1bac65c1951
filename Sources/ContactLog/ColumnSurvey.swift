import PersonalData

/// Finds out what the columns hold whose names say nothing, by the values in the first rows.
///
///     survey.time(among: mapping.ignored)  // 1, of "Saņemts" with "27.11.2026 14:05" in each row
struct ColumnSurvey {
  static let mostRows = 200
  /// So many words are a text on an average; fewer are a name, or a choice from a list.
  private static let wordsOfText = 3
  /// From so many values on it can be told whether they are chosen from a list: each stands in it
  /// so many times on an average.
  private static let (fewestOfList, repeatedInList) = (20, 5)
  /// So many different texts aren't a list, however often each stands there.
  private static let mostInList = 20

  /// By column: what stands in its cells that aren't empty.
  private var values: [[String]]
  private let rows: Int

  /// - Parameter rows: their fields in `bytes`; in a later one there may be more of them.
  init(of rows: some Collection<[FieldSlice]>, in bytes: [UInt8]) {
    self.rows = rows.count
    values = Array(repeating: [], count: rows.map(\.count).max() ?? 0)
    for row in rows {
      // Lists of JSON are labels, not what anybody said.
      for (column, field) in row.enumerated() where field.coding != .array {
        if let text = FieldText.decode(field, in: bytes).flatMap({ ContactAssembler.trimmed($0) }) {
          values[column].append(text)
        }
      }
    }
  }

  /// The column that has a date in all rows; of several that with the earliest ones, since contacts
  /// are closed and changed after they were made.
  func time(among columns: [Int]) -> Int? {
    var best: (column: Int, times: [Timestamp])?
    for column in columns {
      guard let times = times(of: column), times.count == rows else { continue }
      guard let other = best else {
        best = (column, times)
        continue
      }
      let earlier = zip(times, other.times).count { $0 < $1 }
      if earlier * 2 > rows { best = (column, times) }
    }
    return best?.column
  }

  /// Whether the dates of a column say no time of day.
  func isOfDays(_ column: Int) -> Bool {
    times(of: column)?.allSatisfy { ($0.hour, $0.minute, $0.second) == (0, 0, 0) } ?? false
  }

  /// Whether all values are times of a day, `8:30`.
  func isOfTimesOfDay(_ column: Int) -> Bool {
    let values = values(of: column)
    return !values.isEmpty && values.allSatisfy { Timestamp("2000-01-01 \($0)") != nil }
  }

  /// The column with the longest texts; nil where all are names, numbers, dates or lists.
  func text(among columns: [Int]) -> Int? {
    let texts = columns.filter { column in
      let values = values(of: column)
      return values.count * 2 >= rows && words(of: column) >= Self.wordsOfText
        && Set(values).count > min(values.count / 2, Self.mostInList) && times(of: column) == nil
    }
    return texts.max { words(of: $0) < words(of: $1) }
  }

  /// Whether the values are a few that stand there again and again.
  func isList(_ column: Int) -> Bool {
    let (count, different) = (values(of: column).count, Set(values(of: column)).count)
    return count >= Self.fewestOfList && different * Self.repeatedInList <= count
      && different <= Self.mostInList && words(of: column) < Self.wordsOfText
  }

  /// None of a column that comes after the first rows, as a member of JSON may.
  private func values(of column: Int) -> [String] {
    values.indices.contains(column) ? values[column] : []
  }

  /// On an average.
  private func words(of column: Int) -> Int {
    let words = values(of: column).reduce(0) { $0 + $1.split(separator: " ").count }
    return words / max(values(of: column).count, 1)
  }

  /// Nil unless all values are dates, and written as such: a number of ten digits may be anything.
  private func times(of column: Int) -> [Timestamp]? {
    var times: [Timestamp] = []
    for text in values(of: column) {
      let isWritten = text.utf8.contains { [0x2D, 0x2E, 0x2F, 0x20].contains($0) }
      guard isWritten, let time = Timestamp(text) ?? Timestamp(text, slashDates: .dayFirst) else {
        return nil
      }
      times.append(time)
    }
    return times.isEmpty ? nil : times
  }
}
