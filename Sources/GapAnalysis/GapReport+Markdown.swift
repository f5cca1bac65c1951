extension GapReport {
  /// The review as CommonMark with tables, for wikis, chats and merge requests.
  ///
  /// - Parameter limit: topics shown in each part.
  package func markdown(limit: Int = 20, language: ReportLanguage = .english) -> String {
    MarkdownReport(report: self, words: ReportWords(language), limit: limit).text
  }
}

private struct MarkdownReport {
  let report: GapReport
  let words: ReportWords
  let limit: Int

  var text: String {
    let findings = HeadlineFindings(report: report, words: words)
    var blocks = [
      "# \(words(.title)) · \(escaped(words.period(report.period)))", "**\(findings.headline).**",
    ]
    if !findings.all.isEmpty {
      blocks.append(findings.texts.map { "- \(escaped($0))" }.joined(separator: "\n"))
    }
    for part in ReportPart.all { blocks += section(part) }
    if let changes = ChangeTable(report: report, words: words).table { blocks += section(changes) }
    for table in SelfServiceTables(report, words: words)?.all ?? [] { blocks += section(table) }
    if !report.effects.isEmpty { blocks += ["## \(words(.sectionEffects))", effects] }
    for table in ServiceTables(report: report, words: words).all { blocks += section(table) }
    blocks += [
      "## \(words(.sectionCounted))",
      ([
        words(.single, words.count(report.single)),
        words(
          .footCost, words.number(report.assumptions.costPerMinute), report.assumptions.currency),
        words(.footRepeat, "\(report.assumptions.repeatDays)"), words(.footChangeText),
      ] + words.categories(report) + [words(.footPrivacy)])
      .map { "- \(escaped($0))" }.joined(separator: "\n"),
    ]
    return blocks.joined(separator: "\n\n") + "\n"
  }

  private func section(_ part: ReportPart) -> [String] {
    let themes = ReportTheme.themes(of: report, with: part.verdicts)
    guard !themes.isEmpty else { return [] }
    let shown = themes.prefix(limit)
    let rows = shown.enumerated().map { number, theme -> [String] in
      let topic = theme.named(in: words.language)
      return [
        "\(number + 1)", "**\(escaped(topic.name))**<br>\(escaped(words.advice(topic, of: theme)))",
        escaped(words.verdict(topic.verdict)), escaped(theme.languages),
        words.count(theme.contacts),
        theme.change(in: report).map { change in
          let text = words.change(change, before: theme.trend[theme.trend.count - 2])
          return change.isClear ? text : "(\(text))"
        } ?? "–",
        theme.solved.map { words.percent($0.share) } ?? "–", "\(theme.repeats)",
        report.knowsCost ? words.count(Int(theme.cost.rounded())) : "–",
      ]
    }
    let head = [
      "#", words(.topic), "", words(.language), words(.contacts), words(.change), words(.solved),
      words(.repeats), "\(words(.cost)), \(report.assumptions.currency)",
    ]
    var blocks = [
      "## \(words(part.title))", escaped(words(part.intro)), table(head, rows, numbersFrom: 4),
    ]
    if themes.count > limit { blocks.append("… \(words(.more, "\(themes.count - limit)"))") }
    return blocks
  }

  private func section(_ whole: ReportTable) -> [String] {
    let shown = whole.prefix(limit)
    let rows = shown.rows.map { row in
      let note = row.note.isEmpty ? "" : "<br>\(escaped(row.note))"
      return ["\(escaped(row.name))\(note)"] + row.cells.map(escaped)
    }
    let blocks = [
      "## \(shown.title)", escaped(shown.intro), table(shown.head, rows, numbersFrom: 1),
    ]
    let more = shown.omitted > 0 ? ["… \(words(.moreRows, words.count(shown.omitted)))"] : []
    return blocks.filter { !$0.isEmpty } + more + shown.notes.map(escaped)
  }

  private var effects: String {
    let rows = report.effects.map { effect in
      [
        "\(escaped(words.title(of: effect))) (\(effect.languages.joined(separator: ", ")))",
        effect.date,
        "\(effect.before)", "\(effect.after)", escaped(words.effect(effect)),
      ]
    }
    let head = [
      words(.article), words(.revised), words(.before), words(.after), words(.effect),
    ]
    return table(head, rows, numbersFrom: 5)
  }

  /// - Parameter numbersFrom: the first column that is set to the right.
  private func table(_ head: [String], _ rows: [[String]], numbersFrom: Int) -> String {
    let rule = head.indices.map { $0 >= numbersFrom ? "---:" : "---" }
    return ([head, rule] + rows).map { "| \($0.joined(separator: " | ")) |" }
      .joined(separator: "\n")
  }

  /// Customers' text as text: no markup, no markdown, no end of the cell.
  private func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\n", "\r": result += " "
      case "\\", "`", "*", "_", "[", "]", "#", "|", "~", "!":
        result += "\\"
        result.unicodeScalars.append(scalar)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
