extension HTMLReport {
  private static let shownFirst = 5
  /// An article whose contacts are solved less often at once is in trouble.
  private static let troubled = 0.7

  var header: String {
    let findings = HeadlineFindings(report: report, words: words)
    let items = findings.all.map { finding -> String in
      let quote = finding.quote.map { quote in
        let language = quote.language.map { " lang=\"\(Self.escaped($0))\"" } ?? ""
        return "<q\(language)>\(Self.escaped(quote.text))</q> · "
      }
      return "<div><dt>\(Self.escaped(finding.label))</dt>"
        + "<dd>\(quote ?? "")\(Self.escaped(finding.figures))</dd></div>"
    }
    let list =
      items.isEmpty ? "" : "<dl class=\"findings\">\n\(items.joined(separator: "\n"))\n</dl>"
    return """
      <header>
      <p class="period">\(words(.title)) · \(Self.escaped(words.period(report.period)))</p>
      <h1>\(Self.escaped(findings.headline))</h1>
      \(list)
      </header>
      """
  }

  var tiles: String {
    let gaps = report.contacts(with: ReportPart.unanswered.verdicts)
    let before = report.history.dropLast().last
    var tiles = [
      tile(
        words(.contacts), words.count(report.contacts),
        before.map { "\(words(.before)): \(words.count($0.contacts))" }),
      tile(
        words(.unansweredShare),
        words.percent(Double(gaps) / Double(max(1, report.contacts))),
        before.map { "\(words(.before)): \(words.percent($0.unanswered))" }),
    ]
    if let solved = report.measures.firstContactResolution {
      tiles.append(
        tile(
          words(.solved), words.percent(solved),
          before?.firstContactResolution.map { "\(words(.before)): \(words.percent($0))" }))
    }
    tiles.append(
      tile(
        words(.repeats), words.count(report.measures.repeats),
        "\(words(.atRisk)): \(words.count(Int(report.measures.customersAtRisk.rounded())))"))
    if report.knowsCost {
      let cost = report.money(unanswered.reduce(0) { $0 + $1.cost }, words)
      tiles.append(tile(words(.unansweredCost), cost, nil))
    }
    return "<dl class=\"tiles\">\n\(tiles.joined(separator: "\n"))\n</dl>"
  }

  private func tile(_ name: String, _ value: String, _ note: String?) -> String {
    let note = note.map { "<dd class=\"note\">\(Self.escaped($0))</dd>" } ?? ""
    return "<div><dt>\(Self.escaped(name))</dt><dd>\(Self.escaped(value))</dd>\(note)</div>"
  }

  /// The actions that would help most, dearest contacts first.
  var first: String {
    let troubled = asked.filter { ($0.solved?.share ?? 1) < Self.troubled }
    let chosen = (unanswered + troubled).filter { $0.first.confidence == .likely }
      .enumerated().sorted {
        $0.element.cost != $1.element.cost
          ? $0.element.cost > $1.element.cost : $0.offset < $1.offset
      }.map(\.element).prefix(Self.shownFirst)
    guard !chosen.isEmpty else { return "" }
    let items = chosen.map { theme -> String in
      let topic = theme.named(in: words.language)
      let figures = report.figures(of: theme, words)
      let advice = Self.escaped(words.advice(topic, of: theme))
      return "<li><a href=\"#\(Self.escaped(theme.first.id))\">\(advice)</a> "
        + "<span class=\"quiet\">\(Self.escaped(figures))</span></li>"
    }
    return section(
      words(.sectionFirst), "<ol class=\"first\">\(items.joined(separator: "\n"))</ol>")
  }

  var pareto: String {
    guard !ranked.isEmpty else { return "" }
    let total = ranked.reduce(0) { $0 + $1.contacts }
    var running = 0
    let most = ranked.prefix { theme in
      defer { running += theme.contacts }
      return running * 5 < total * 4
    }.count
    let title = words(.sectionPareto, "\(most)", "\(ranked.count)")
    return section(
      title, intro: words(.introPareto),
      ParetoChart(ranked: ranked, title: title, words: words).figure)
  }
}
