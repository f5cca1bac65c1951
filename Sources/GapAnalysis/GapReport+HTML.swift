extension GapReport {
  /// The review as one file that can be sent and printed: no script, no outside address. All texts
  /// from the log are redacted and escaped.
  package func html(language: ReportLanguage = .english) -> String {
    HTMLReport(self, words: ReportWords(language)).page
  }
}

/// Writes the page from top to bottom: what a director reads in a minute first, what a manager
/// works with for an hour below.
struct HTMLReport {
  private static let shownCards = 20
  private static let shownRows = 40
  private static let shownFirst = 5
  /// An article whose contacts are solved less often at once is in trouble.
  private static let troubled = 0.7
  private static let shownHeat = 15
  private static let shownEffects = 12

  let report: GapReport
  let words: ReportWords
  let unanswered: [ReportTheme]
  let asked: [ReportTheme]
  /// All themes that articles could answer, most contacts first: a theme's number is its place.
  private let ranked: [ReportTheme]
  private let numbers: [String: Int]

  init(_ report: GapReport, words: ReportWords) {
    self.report = report
    self.words = words
    unanswered = ReportTheme.themes(of: report, with: ReportPart.unanswered.verdicts)
    asked = ReportTheme.themes(of: report, with: ReportPart.asked.verdicts)
    ranked = (unanswered + asked).enumerated().sorted {
      $0.element.contacts != $1.element.contacts
        ? $0.element.contacts > $1.element.contacts : $0.offset < $1.offset
    }.map(\.element)
    numbers = Dictionary(
      ranked.enumerated().map { ($1.first.id, $0 + 1) }, uniquingKeysWith: { first, _ in first })
  }

  var page: String {
    """
    <!doctype html>
    <html lang="\(words.language.rawValue)">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <meta name="color-scheme" content="light dark">
    <title>\(words(.title)) · \(Self.escaped(words.period(report.period)))</title>
    <style>
    \(Self.style)
    </style>
    </head>
    <body>
    <main>
    \(header)
    \(tiles)
    \(first)
    \(section(.sectionPareto, intro: paretoIntro, ParetoChart(ranked: ranked, words: words).svg))
    \(part(.unanswered, unanswered))
    \(part(.asked, asked))
    \(section(.sectionHeat, intro: words(.introHeat), heatMap))
    \(report.history.count > 1 ? section(.sectionTime, intro: "", overTime) : "")
    \(section(.sectionService, intro: "", service))
    \(decisions)
    \(effects)
    \(others)
    \(counted)
    </main>
    </body>
    </html>

    """
  }

  // MARK: Above the fold

  private var header: String {
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

  private var tiles: String {
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
  private var first: String {
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

  private var paretoIntro: String {
    let total = ranked.reduce(0) { $0 + $1.contacts }
    var running = 0
    let most = ranked.prefix { theme in
      defer { running += theme.contacts }
      return running * 5 < total * 4
    }.count
    return words(.introPareto, "\(most)", "\(ranked.count)")
  }

  // MARK: Topics

  private func number(of theme: ReportTheme) -> Int { numbers[theme.first.id] ?? 0 }

  private func part(_ part: ReportPart, _ themes: [ReportTheme]) -> String {
    guard !themes.isEmpty else { return "" }
    let contacts = themes.reduce(0) { $0 + $1.contacts }
    let rest = themes.count - Self.shownRows
    let more = rest > 0 ? "<p class=\"quiet\">… \(words(.more, "\(rest)"))</p>" : ""
    let cards = themes.prefix(Self.shownCards).map(card)
    return """
      <section>
      <h2>\(words(part.title)) <span class="count">\(words.count(contacts))</span></h2>
      <p class="intro">\(Self.escaped(words(part.intro)))</p>
      \(table(Array(themes.prefix(Self.shownRows)), name: words(part.title)))
      \(more)
      <div class="cards">
      \(cards.joined(separator: "\n"))
      </div>
      </section>
      """
  }

  private func table(_ themes: [ReportTheme], name: String) -> String {
    let most = themes.map(\.contacts).max() ?? 1
    var running = 0
    let rows = themes.enumerated().map { position, theme -> String in
      running += theme.contacts
      let topic = theme.named(in: words.language)
      let width = theme.contacts * 100 / max(1, most)
      let isShown = position < Self.shownCards
      let title = "<span lang=\"\(topic.language)\">\(Self.escaped(topic.name))</span>"
      let link =
        isShown ? "<a href=\"#\(Self.escaped(theme.first.id))\">\(title)</a>" : title
      return """
        <tr><td class="number">\(number(of: theme))</td><th scope="row">\(link)<br><span class="quiet">\(chip(topic.verdict)) \(Self.escaped(theme.languages))</span></th>
        <td class="wide"><svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect width="\(width)" height="10"/></svg> \(words.count(theme.contacts))</td>
        <td class="number">\(words.percent(Double(running) / Double(max(1, report.contacts))))</td><td>\(sparkline(theme.trend))</td>\(change(theme))<td class="number">\(theme.solved.map { words.percent($0.share) } ?? "–")</td><td class="number">\(theme.repeats)</td><td class="number">\(words.count(Int(theme.cost)))</td></tr>
        """
    }
    let heads = [
      (words(.topic), ""), (words(.contacts), ""), (words(.running), " class=\"number\""),
      (words(.trend), ""), (words(.change), " class=\"number\""),
      (words(.solved), " class=\"number\""), (words(.repeats), " class=\"number\""),
      ("\(words(.cost)), \(report.assumptions.currency)", " class=\"number\""),
    ].map { "<th scope=\"col\"\($1)>\(Self.escaped($0))</th>" }.joined()
    return scrolling(
      "<thead><tr><th scope=\"col\" class=\"number\">#</th>\(heads)</tr></thead>\n<tbody>\n"
        + "\(rows.joined(separator: "\n"))\n</tbody>", name: name)
  }

  private func card(_ theme: ReportTheme) -> String {
    let topic = theme.named(in: words.language)
    var facts = [
      (words(.contacts), "\(words.count(theme.contacts)) (\(theme.languages))"),
      (words(.channels), Self.listed(theme.channels)),
    ]
    if let solved = theme.solved {
      let range =
        "\(words.percent(solved.interval.lowerBound)) … \(words.percent(solved.interval.upperBound))"
      facts.append((words(.solved), "\(words.percent(solved.share)) (\(range))"))
    }
    facts.append((words(.repeats), "\(theme.repeats)"))
    facts.append((words(.cost), money(theme.cost)))
    facts.append((words(.atRisk), words.decimal(theme.customersAtRisk)))
    if let perThousand = topic.measures.perThousandCustomers, theme.topics.count == 1 {
      facts.append((words(.customers), words.decimal(perThousand)))
    }
    let list = facts.map { "<div><dt>\(Self.escaped($0))</dt><dd>\(Self.escaped($1))</dd></div>" }
    let reasons = topic.reasons.map { "<li>\(Self.escaped(words.reason($0)))</li>" }
    let nearest = topic.articleTitle.map { title in
      let name =
        "<cite lang=\"\(topic.language)\">\(Self.escaped(title))</cite> "
        + "<span class=\"quiet\">\(Self.escaped(topic.article ?? ""))</span>"
      return "<li>\(words(.nearest, name))</li>"
    }
    let decision = theme.decision.map { "<p class=\"decision\">\(state(of: $0))</p>" } ?? ""
    return """
      <article class="topic" id="\(Self.escaped(theme.first.id))">
      <h3><span class="rank">\(number(of: theme))</span> <span lang="\(topic.language)">\(Self.escaped(topic.name))</span></h3>
      <p>\(chip(topic.verdict))\(topic.confidence == .unsure ? " <span class=\"quiet\">\(words(.unsure))</span>" : "")</p>
      \(actions(theme))
      \(decision)
      <dl class="facts">\(list.joined())</dl>
      <ul class="reasons">\(reasons.joined())\(nearest ?? "")</ul>
      <h4>\(words(.quotes))</h4>
      <ul class="quotes">\(quotes(of: theme))</ul>
      <p class="ids">\(words(.id)): <code>\(theme.topics.map { Self.escaped($0.id) }.joined(separator: "</code> <code>"))</code></p>
      </article>
      """
  }

  private func actions(_ theme: ReportTheme) -> String {
    let named = theme.named(in: words.language)
    let differs = named.verdict == .notFound || named.verdict == .outdatedTranslation
    let topics = differs ? theme.topics : [named]
    return topics.map { "<p class=\"advice\">\(advice($0))</p>" }.joined()
  }

  private func quotes(of theme: ReportTheme) -> String {
    let each = theme.topics.count > 1 ? 2 : 4
    return theme.topics.flatMap { topic in
      ([topic.name] + topic.quotes).dropFirst(
        topic.id == theme.named(in: words.language).id ? 1 : 0
      )
      .prefix(each).map { "<li lang=\"\(topic.language)\">\(Self.escaped($0))</li>" }
    }.joined()
  }

  // MARK: Tables below

  private var heatMap: String {
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
    let heads = channels.map { "<th scope=\"col\">\(Self.escaped($0))</th>" }.joined()
    return scrolling(
      "<thead><tr><th scope=\"col\">\(words(.topic))</th>\(heads)</tr></thead>"
        + "<tbody>\(rows.joined(separator: "\n"))</tbody>", name: words(.sectionHeat))
  }

  private var overTime: String {
    let most = report.history.map(\.contacts).max() ?? 1
    let rows = report.history.map { period -> String in
      let width = period.contacts * 100 / max(1, most)
      return """
        <tr><th scope="row">\(Self.escaped(words.period(period.period)))</th><td class="wide"><svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect width="\(width)" height="10"/></svg> \(words.count(period.contacts))</td><td class="wide"><svg class="bar gap" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect width="\(Int(period.unanswered * 100))" height="10"/></svg> \(words.percent(period.unanswered))</td><td class="number">\(period.firstContactResolution.map(words.percent) ?? "–")</td></tr>
        """
    }
    return scrolling(
      "<thead><tr><th scope=\"col\">\(words(.period))</th><th scope=\"col\">\(words(.contacts))</th>"
        + "<th scope=\"col\">\(words(.unansweredShare))</th>"
        + "<th scope=\"col\" class=\"number\">\(words(.solved))</th></tr></thead>"
        + "<tbody>\(rows.joined(separator: "\n"))</tbody>", name: words(.sectionTime))
  }

  private var service: String {
    let rows = report.channels.map { channel in
      let cells = [
        words.count(channel.contacts), channel.medianMinutes.map(words.duration) ?? "–",
        channel.ninetiethMinutes.map(words.duration) ?? "–",
        channel.promise ?? "–", channel.kept.map(words.percent) ?? "–",
      ].map { "<td class=\"number\">\(Self.escaped($0))</td>" }
      return "<tr><th scope=\"row\">\(Self.escaped(channel.channel))</th>\(cells.joined())</tr>"
    }
    let heads = [ReportWords.Key.contacts, .median, .ninetieth, .promised, .kept].map {
      "<th scope=\"col\" class=\"number\">\(words($0))</th>"
    }
    return scrolling(
      "<thead><tr><th scope=\"col\">\(words(.channel))</th>\(heads.joined())</tr></thead>"
        + "<tbody>\(rows.joined(separator: "\n"))</tbody>", name: words(.sectionService))
  }

  private var decisions: String {
    guard !report.decisions.isEmpty else { return "" }
    let rows = report.decisions.map { state -> String in
      let decision = state.decision
      let name = state.name ?? state.gap
      let due =
        decision.isOverdue ? "\(decision.due ?? "") (\(words(.overdue)))" : decision.due ?? "–"
      let cells = [
        words.action(decision.action), decision.owner ?? "–", due,
        decision.done ?? words(.open),
      ].map { "<td>\(Self.escaped($0))</td>" }.joined()
      let effect = state.effect.map { Self.escaped(words.effect($0)) } ?? "–"
      return """
        <tr><th scope="row">\(Self.escaped(name)) <span class="quiet">\(Self.escaped(state.gap))</span></th>\(cells)<td class="number">\(state.before.map(String.init) ?? "–")</td><td class="number">\(state.contacts)</td><td>\(effect)</td></tr>
        """
    }
    let heads =
      [ReportWords.Key.topic, .decision, .owner, .due, .done].map {
        "<th scope=\"col\">\(words($0))</th>"
      }.joined()
      + [ReportWords.Key.before, .contacts].map {
        "<th scope=\"col\" class=\"number\">\(words($0))</th>"
      }.joined() + "<th scope=\"col\">\(words(.effect))</th>"
    return section(
      .sectionDecisions, intro: "",
      scrolling(
        "<thead><tr>\(heads)</tr></thead><tbody>\(rows.joined(separator: "\n"))</tbody>",
        name: words(.sectionDecisions)))
  }

  private var effects: String {
    guard !report.effects.isEmpty else { return "" }
    let rows = report.effects.prefix(Self.shownEffects).map { effect in
      """
      <tr><th scope="row">\(Self.escaped(effect.title)) <span class="quiet">\(effect.languages.joined(separator: ", "))</span></th><td>\(effect.date)</td><td class="number">\(effect.before)</td><td class="number">\(effect.after)</td><td class="number">\(effect.othersBefore) → \(effect.othersAfter)</td><td class="\(effect.outcome.rawValue)">\(Self.escaped(words.effect(effect)))</td></tr>
      """
    }
    let heads =
      "<th scope=\"col\">\(words(.article))</th><th scope=\"col\">\(words(.revised))</th>"
      + [ReportWords.Key.before, .after, .others].map {
        "<th scope=\"col\" class=\"number\">\(words($0))</th>"
      }.joined() + "<th scope=\"col\">\(words(.effect))</th>"
    return section(
      .sectionEffects, intro: words(.introEffects),
      scrolling(
        "<thead><tr>\(heads)</tr></thead><tbody>\(rows.joined(separator: "\n"))</tbody>",
        name: words(.sectionEffects)))
  }

  private var others: String {
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
      .sectionOther, intro: words(.introOther), "<ul>\(items.joined(separator: "\n"))</ul>")
  }

  private var counted: String {
    let assumptions = report.assumptions
    let limits = ReviewedContact.bandLimits
    let notes = [
      words(.single, words.count(report.single)), words(.footUnanswered),
      words(.footCost, "\(assumptions.costPerMinute)", assumptions.currency),
      words(.footRepeat, "\(assumptions.repeatDays)"),
      words(
        .footRisk, words.percent(assumptions.leavingOnce),
        words.percent(assumptions.leavingRepeated)),
      words(.footChange), words(.footInterval), words(.footEffect),
      words(.footCoverage, words.percent(limits.gap), words.percent(limits.covered)),
      words(.footPrivacy),
    ].map { "<li>\(Self.escaped($0))</li>" }
    return section(
      .sectionCounted, intro: "", "<ul class=\"quiet\">\(notes.joined(separator: "\n"))</ul>")
  }

  // MARK: Parts

  private func section(_ title: ReportWords.Key, intro: String, _ content: String) -> String {
    let intro = intro.isEmpty ? "" : "<p class=\"intro\">\(Self.escaped(intro))</p>\n"
    return "<section>\n<h2>\(Self.escaped(words(title)))</h2>\n\(intro)\(content)\n</section>"
  }

  private func scrolling(_ table: String, name: String) -> String {
    "<div class=\"scroll\" role=\"region\" aria-label=\"\(Self.escaped(name))\" tabindex=\"0\">"
      + "<table>\(table)</table></div>"
  }

  private func chip(_ verdict: GapReport.Verdict) -> String {
    "<span class=\"chip \(verdict.isGap ? "gap" : "")\">\(Self.escaped(words.verdict(verdict)))</span>"
  }

  private func advice(_ topic: GapReport.Topic) -> String { Self.escaped(words.advice(topic)) }

  private func state(of decision: GapReport.Decision) -> String {
    var parts = ["\(words(.decision)): \(words.action(decision.action))"]
    if let owner = decision.owner { parts.append("\(words(.owner)): \(owner)") }
    if let done = decision.done {
      parts.append("\(words(.done)): \(done)")
    } else if let due = decision.due {
      parts.append(
        "\(words(.due)): \(due)" + (decision.isOverdue ? ", \(words(.overdue))" : ""))
    }
    return Self.escaped(parts.joined(separator: " · "))
  }

  private func change(_ theme: ReportTheme) -> String {
    guard let change = theme.change(in: report) else { return "<td class=\"number\">–</td>" }
    let kind = change.isClear ? (change.relative > 0 ? " more" : " fewer") : " quiet"
    return
      "<td class=\"number\(kind)\">\(words.change(change, before: theme.trend[theme.trend.count - 2]))</td>"
  }

  private func sparkline(_ trend: [Int]) -> String {
    guard trend.count > 1 else { return "–" }
    let most = max(1, trend.max() ?? 1)
    let bars = trend.enumerated().map { position, count in
      let height = max(count > 0 ? 1 : 0, count * 20 / most)
      return "<rect x=\"\(position * 8)\" y=\"\(20 - height)\" width=\"6\" height=\"\(height)\"/>"
    }
    let name = trend.map(String.init).joined(separator: ", ")
    return "<svg class=\"spark\" width=\"\(trend.count * 8)\" height=\"20\" role=\"img\" "
      + "aria-label=\"\(name)\">\(bars.joined())</svg>"
  }

  private func money(_ amount: Double) -> String {
    "\(words.count(Int(amount.rounded()))) \(report.assumptions.currency)"
  }

  private static func listed(_ counts: [String: Int]) -> String {
    counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.key) \($0.value)" }
      .joined(separator: ", ")
  }

  static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }
}
