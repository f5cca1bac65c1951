/// What changed since the period before: the topics that more or fewer contacts are about than chance
/// explains, those that are new, and those that are gone.
struct ChangeTable {
  let report: GapReport
  let words: ReportWords

  /// Nil where nothing changed clearly, or the log doesn't reach back.
  var table: ReportTable? {
    guard report.history.count > 1 else { return nil }
    let rows = (changed + gone).sorted {
      $0.difference != $1.difference ? $0.difference > $1.difference : $0.name < $1.name
    }
    guard !rows.isEmpty else { return nil }
    return ReportTable(
      title: words(.sectionChanges), intro: words(.introChanges),
      head: [words(.topic), words(.before), words(.contacts), words(.change)],
      rows: rows.map { row in
        ReportTable.Row(
          row.name, language: row.language,
          cells: [words.count(row.before), words.count(row.after), row.change])
      })
  }

  private struct Row {
    let name: String
    let language: String
    let before: Int
    let after: Int
    let change: String

    var difference: Int { abs(after - before) }
  }

  private var changed: [Row] {
    ReportPart.all.flatMap { ReportTheme.themes(of: report, with: $0.verdicts) }
      .compactMap { theme in
        guard let change = theme.change(in: report), change.isClear else { return nil }
        let topic = theme.named(in: words.language)
        let counts = theme.trend.suffix(2)
        return Row(
          name: topic.name, language: topic.language, before: counts.first ?? 0,
          after: counts.last ?? 0, change: text(change, before: counts.first ?? 0))
      }
  }

  private var gone: [Row] {
    report.gone.map { topic in
      Row(
        name: topic.name, language: topic.language, before: topic.before, after: topic.contacts,
        change: topic.contacts == 0 ? words(.gone) : text(topic.change, before: topic.before))
    }
  }

  /// `+126 % (+12 % … × 4.6)`
  private func text(_ change: GapReport.Change, before: Int) -> String {
    guard before > 0 else { return words(.new) }
    let interval = change.interval.map(words.signedPercent).joined(separator: " … ")
    return "\(words.signedPercent(change.relative)) (\(interval))"
  }
}
