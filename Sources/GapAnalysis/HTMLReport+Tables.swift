extension HTMLReport {
  private static let shownHeat = 15

  var heatMap: String {
    guard !ranked.isEmpty else { return "" }
    let channels = report.channels.map(\.channel)
    let themes = ranked.prefix(Self.shownHeat)
    let rows = themes.map { theme -> String in
      let topic = theme.named(in: words.language)
      let cells = channels.map { channel -> String in
        let count = theme.channels[channel] ?? 0
        let share = Double(count) / Double(max(1, theme.contacts))
        return "<td class=\"heat\" style=\"--share:\(Int((share * 55).rounded()))%\">"
          + "\(words.percent(share)) <span class=\"quiet\">\(count)</span></td>"
      }
      return "<tr><th scope=\"row\" lang=\"\(topic.language)\">\(Self.escaped(topic.name))</th>"
        + "\(cells.joined())</tr>"
    }
    let heads = channels.map {
      "<th scope=\"col\" class=\"number\">\(Self.escaped(words.channel($0)))</th>"
    }.joined()
    return section(
      words(.sectionHeat), intro: words(.introHeat),
      scrolling(
        "<thead><tr><th scope=\"col\">\(words(.topic))</th>\(heads)</tr></thead>"
          + "<tbody>\(rows.joined(separator: "\n"))</tbody>", name: words(.sectionHeat)))
  }

  var overTime: String {
    guard report.history.count > 1 else { return "" }
    let most = report.history.map(\.contacts).max() ?? 1
    let rows = report.history.map { period -> String in
      let width = period.contacts * 100 / max(1, most)
      return """
        <tr><th scope="row">\(Self.escaped(words.period(period.period)))</th><td class="wide"><svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect width="\(width)" height="10"/></svg> \(words.count(period.contacts))</td><td class="wide"><svg class="bar gap" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect width="\(Int(period.unanswered * 100))" height="10"/></svg> \(words.percent(period.unanswered))</td><td class="number">\(period.firstContactResolution.map(words.percent) ?? "–")</td></tr>
        """
    }
    return section(
      words(.sectionTime),
      scrolling(
        "<thead><tr><th scope=\"col\">\(words(.period))</th><th scope=\"col\">\(words(.contacts))</th>"
          + "<th scope=\"col\">\(words(.unansweredShare))</th>"
          + "<th scope=\"col\" class=\"number\">\(words(.solved))</th></tr></thead>"
          + "<tbody>\(rows.joined(separator: "\n"))</tbody>", name: words(.sectionTime)))
  }

  var service: String {
    ServiceTables(report: report, words: words).all.map(section).joined(separator: "\n")
  }

  var others: String {
    let themes = ReportTheme.themes(of: report, with: ReportPart.other.verdicts)
    guard !themes.isEmpty else { return "" }
    let items = themes.map { theme in
      let topic = theme.first
      let why = topic.reasons.map(words.reason).joined(separator: "; ")
      return "<li><span lang=\"\(topic.language)\">\(Self.escaped(topic.name))</span> "
        + "<span class=\"quiet\">\(chip(topic.verdict)) \(Self.escaped(theme.languages))"
        + "\(why.isEmpty ? "" : " · \(Self.escaped(why))")</span></li>"
    }
    return section(
      words(.sectionOther), intro: words(.introOther), "<ul>\(items.joined(separator: "\n"))</ul>")
  }

  var counted: String {
    let assumptions = report.assumptions
    let limits = ReviewedContact.bandLimits
    let notes =
      [
        words(.single, words.count(report.single)), words(.footUnanswered),
        words(.footCost, words.number(assumptions.costPerMinute), assumptions.currency),
        words(.footRepeat, "\(assumptions.repeatDays)"),
        words(
          .footRisk, words.percent(assumptions.leavingOnce),
          words.percent(assumptions.leavingRepeated)),
        words(.footChange), words(.footInterval), words(.footEffect),
        words(.footCoverage, words.percent(limits.gap), words.percent(limits.covered)),
      ] + words.categories(report) + [words(.footPrivacy)]
    let items = notes.map { "<li>\(Self.escaped($0))</li>" }
    return section(
      words(.sectionCounted), "<ul class=\"quiet\">\(items.joined(separator: "\n"))</ul>")
  }
}
