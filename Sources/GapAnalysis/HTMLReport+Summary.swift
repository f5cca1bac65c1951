extension HTMLReport {
  private static let shownFirst = 5
  /// An article whose contacts are solved less often at once is in trouble.
  private static let troubled = 0.7

  var header: String {
    let gaps = report.contacts(with: ReportPart.unanswered.verdicts)
    let share = words.percent(Double(gaps) / Double(max(1, report.contacts)))
    let total = words.count(report.contacts)
    let headline = gaps == 0 ? words(.headlineNone, total) : words(.headline, share, total)
    let biggest = unanswered.first.map { theme in
      let name =
        "<q lang=\"\(theme.named(in: words.language).language)\">"
        + "\(Self.escaped(theme.named(in: words.language).name))</q>"
      let figures = words(.lede, words.count(theme.contacts), money(theme.cost))
      return "<p class=\"lede\">\(words(.biggest, "\(name) · \(Self.escaped(figures))"))</p>"
    }
    return """
      <header>
      <p class="period">\(words(.title)) · \(Self.escaped(words.period(report.period)))</p>
      <h1>\(Self.escaped(headline))</h1>
      \(biggest ?? "")
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
    tiles.append(
      tile(words(.unansweredCost), money(unanswered.reduce(0) { $0 + $1.cost }), nil))
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
      let figures = words(.lede, words.count(theme.contacts), money(theme.cost))
      return "<li><a href=\"#\(Self.escaped(theme.first.id))\">\(advice(topic))</a> "
        + "<span class=\"quiet\">\(Self.escaped(figures))</span></li>"
    }
    return section(
      .sectionFirst, intro: "", "<ol class=\"first\">\(items.joined(separator: "\n"))</ol>")
  }

  var paretoIntro: String {
    let total = ranked.reduce(0) { $0 + $1.contacts }
    var running = 0
    let most = ranked.prefix { theme in
      defer { running += theme.contacts }
      return running * 5 < total * 4
    }.count
    return words(.introPareto, "\(most)", "\(ranked.count)")
  }
}
