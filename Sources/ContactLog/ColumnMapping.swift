/// Which column of the log is read as what.
struct ColumnMapping: Sendable {
  /// Column numbers by field. Several where the export repeats a name, as Jira does with labels.
  private(set) var columns: [ContactField: [Int]] = [:]
  /// Minutes per unit of the columns that are durations.
  private(set) var minutesPerUnit: [ContactField: Double] = [:]
  /// Columns of no use, in the file's order.
  private(set) var ignored: [Int] = []
  /// The time of day, where the column of times has days alone.
  private(set) var timeOfDay: Int?
  /// Fields whose column was found by what it holds.
  private(set) var foundByValues: Set<ContactField> = []

  /// Gives each field the column with its surest name.
  ///
  /// - Parameter chosen: headers that the user has given to fields; they go first.
  init(headers: [String], chosen: [ContactField: String]) {
    let names = headers.map { HeaderName($0) }
    var isTaken = [Bool](repeating: false, count: headers.count)

    func assign(_ field: ContactField, column: Int) {
      let key = HeaderName.key(headers[column])
      let same = headers.indices.filter {
        $0 == column || (!isTaken[$0] && HeaderName.key(headers[$0]) == key)
      }
      for index in same { isTaken[index] = true }
      columns[field] = same
      minutesPerUnit[field] =
        names[column].minutesPerUnit ?? (ColumnAliases.areHours(names[column]) ? 60 : nil)
    }

    for field in ContactField.allCases {
      guard let header = chosen[field] else { continue }
      if let column = Self.column(named: header, in: headers) { assign(field, column: column) }
    }
    for field in ContactField.allCases where columns[field] == nil {
      let ranked = headers.indices.filter { !isTaken[$0] }.compactMap { column in
        Self.rank(of: names[column], as: field).map { (rank: $0, column: column) }
      }
      if let best = ranked.min(by: { ($0.rank, $0.column) < ($1.rank, $1.column) }) {
        assign(field, column: best.column)
      }
    }
    ignored = headers.indices.filter { !isTaken[$0] }
  }

  /// Gives columns whose names say nothing to fields that have none: when a contact was made, and what
  /// the customer said. Where that is just a choice from a list, which is a category, texts beside it
  /// say more.
  ///
  /// - Parameter chosen: headers that the user has given to fields, which stay.
  mutating func complete(
    by survey: ColumnSurvey, headers: [String], chosen: [ContactField: String]
  ) {
    if columns[.time] == nil, let column = survey.time(among: ignored) {
      assign(.time, foundColumn: column)
    }
    if let days = columns[.time], days.count == 1, survey.isOfDays(days[0]) {
      timeOfDay = ignored.first {
        ColumnAliases.isTimeOfDay(headers[$0]) && survey.isOfTimesOfDay($0)
      }
      ignored.removeAll { $0 == timeOfDay }
    }
    guard columns[.details] == nil, chosen[.reason] == nil else { return }
    let named = columns[.reason] ?? []
    guard named.allSatisfy(survey.isList) else { return }
    let others = ignored.filter { !ColumnAliases.isOfTheCompany(headers[$0]) }
    guard let column = survey.text(among: others) else { return }
    if columns[.category] == nil, !named.isEmpty {
      columns[.category] = named
    } else {
      ignored = (ignored + named).sorted()
    }
    assign(.reason, foundColumn: column)
  }

  private mutating func assign(_ field: ContactField, foundColumn column: Int) {
    columns[field] = [column]
    foundByValues.insert(field)
    ignored.removeAll { $0 == column }
  }

  /// The column that the user means: by its exact name, else regardless of case and accents.
  static func column(named header: String, in headers: [String]) -> Int? {
    headers.firstIndex(of: header)
      ?? headers.firstIndex { HeaderName.key($0) == HeaderName.key(header) }
  }

  var hasReason: Bool { columns[.reason] != nil || columns[.details] != nil }

  /// The zone that a header of times names: `Conversation started at (America/New_York)`.
  func timeZone(in headers: [String]) -> String? {
    guard let column = columns[.time]?.first else { return nil }
    let inside = headers[column].split(separator: "(").dropFirst().last?.split(separator: ")").first
    return inside.map(String.init).flatMap {
      $0.contains("/") || $0.hasPrefix("UTC") || $0.hasPrefix("GMT") ? $0 : nil
    }
  }

  private static func rank(of name: HeaderName, as field: ContactField) -> Int? {
    // What agents choose from is a category, not what the customer said.
    if name.isList, field == .reason || field == .details { return nil }
    // `Czas (min)` is how long it took, not when it was.
    if field == .time, name.minutesPerUnit != nil { return nil }
    for (literalness, key) in name.keys.enumerated() {
      if name.minutesPerUnit == nil, ColumnAliases.needingUnit.contains(key) { continue }
      if let match = ColumnAliases.table[key]?.first(where: { $0.field == field }) {
        return match.rank * 8 + literalness
      }
    }
    return nil
  }
}
