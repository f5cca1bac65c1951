/// A table of the review that the terminal, Markdown and the page show alike.
struct ReportTable {
  struct Row {
    let name: String
    /// Of the name, where it isn't the review's.
    let language: String?
    let cells: [String]
    /// What is said below the name: what to do.
    let note: String

    init(_ name: String, language: String? = nil, cells: [String], note: String = "") {
      self.name = name
      self.language = language
      self.cells = cells
      self.note = note
    }
  }

  let title: String
  let intro: String
  /// The head of the names, then those of the cells.
  let head: [String]
  let rows: [Row]
  /// What is said below the table.
  var notes: [String] = []
  /// How many rows of it are left out.
  var omitted = 0

  /// The first rows; how many more there are is said.
  func prefix(_ limit: Int) -> ReportTable {
    var table = ReportTable(
      title: title, intro: intro, head: head, rows: Array(rows.prefix(limit)), notes: notes)
    table.omitted = max(0, rows.count - limit)
    return table
  }

  // MARK: Renderings

  /// For the terminal, so many columns wide: heads of columns take as many lines as they need.
  func text(_ words: ReportWords, width: Int) -> [String] {
    let (cellWidth, gap) = width < 90 ? (9, 1) : (11, 2)
    let heads = head.dropFirst().map {
      TextWrapping.wrapped($0, indent: "", width: cellWidth - 1)
    }
    let widths = heads.enumerated().map { column, lines in
      let cells = lines + rows.map { $0.cells[column] }
      return max(cellWidth, (cells.map(\.count).max() ?? 0) + gap)
    }
    func line(_ name: String, _ cells: some Sequence<String>) -> String {
      let right = zip(cells, widths).map { cell, room in
        String(repeating: " ", count: max(1, room - cell.count)) + cell
      }.joined()
      let room = max(10, width - right.count)
      let left = name.count > room ? name.prefix(room - 1) + "…" : name[...]
      return left + String(repeating: " ", count: max(0, room - left.count)) + right
    }
    let height = heads.map(\.count).max() ?? 0
    let isNarrow = title.count + widths.reduce(0, +) >= width
    var lines = isNarrow ? ["", title.uppercased()] : [""]
    for number in 0..<height {
      // The last line of each head stands above its cells.
      let cells = heads.map { lines in
        let place = number - (height - lines.count)
        return place >= 0 ? lines[place] : ""
      }
      let isLast = number == height - 1
      let name = isNarrow ? "  " + (head.first ?? "") : title.uppercased()
      lines.append(line(isLast ? name : "", cells))
    }
    lines += TextWrapping.wrapped(intro, indent: "  ", width: width)
    for row in rows {
      lines.append(line("  " + row.name, row.cells))
      lines += TextWrapping.wrapped(row.note, indent: "    ", width: width)
    }
    if omitted > 0 { lines.append("  … \(words(.moreRows, words.count(omitted)))") }
    return lines + notes.flatMap { TextWrapping.wrapped($0, indent: "  ", width: width) }
  }
}

/// Lines of the terminal.
enum TextWrapping {
  /// - Returns: No line for no text.
  static func wrapped(_ text: String, indent: String, width: Int) -> [String] {
    guard !text.isEmpty else { return [] }
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, indent.count + line.count + 1 + word.count > width {
        lines.append(indent + line)
        line = String(word)
      } else {
        line += line.isEmpty ? String(word) : " \(word)"
      }
    }
    return lines + [indent + line]
  }
}
