extension HTMLReport {
  private static let shownRows = 40

  var selfService: String {
    (SelfServiceTables(report, words: words)?.all ?? [])
      .map { section($0.prefix(Self.shownRows)) }.joined(separator: "\n")
  }

  /// A table of the review as a section of the page.
  func section(_ table: ReportTable) -> String {
    let heads = table.head.enumerated().map {
      "<th scope=\"col\"\($0 > 0 ? " class=\"number\"" : "")>\(Self.escaped($1))</th>"
    }
    let rows = table.rows.map { row in
      let language = row.language.map { " lang=\"\(Self.escaped($0))\"" } ?? ""
      let note =
        row.note.isEmpty ? "" : "<br><span class=\"quiet\">\(Self.escaped(row.note))</span>"
      let cells = row.cells.map { "<td class=\"number\">\(Self.escaped($0))</td>" }
      return "<tr><th scope=\"row\"><span\(language)>\(Self.escaped(row.name))</span>\(note)</th>"
        + "\(cells.joined())</tr>"
    }
    let more = table.omitted > 0 ? ["… \(words(.moreRows, words.count(table.omitted)))"] : []
    let below = (more + table.notes).map { "<p class=\"quiet\">\(Self.escaped($0))</p>" }
    let intro = table.intro.isEmpty ? "" : "<p class=\"intro\">\(Self.escaped(table.intro))</p>"
    return """
      <section>
      <h2>\(Self.escaped(table.title))</h2>
      \(intro)
      \(scrolling("<thead><tr>\(heads.joined())</tr></thead><tbody>\(rows.joined(separator: "\n"))</tbody>", name: table.title))
      \(below.joined(separator: "\n"))
      </section>
      """
  }
}
