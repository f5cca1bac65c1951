extension HTMLReport {
  private static let shownCards = 20
  private static let shownRows = 40

  func part(_ part: ReportPart, _ themes: [ReportTheme]) -> String {
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
        <td class="number">\(words.percent(Double(running) / Double(max(1, report.contacts))))</td><td>\(sparkline(theme.trend))</td>\(change(theme))<td class="number">\(theme.solved.map { words.percent($0.share) } ?? "–")</td><td class="number">\(theme.repeats)</td><td class="number">\(report.knowsCost ? words.count(Int(theme.cost.rounded())) : "–")</td></tr>
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
      (words(.channels), listed(channels: theme.channels)),
    ]
    if let solved = theme.solved {
      let range =
        "\(words.percent(solved.interval.lowerBound)) … \(words.percent(solved.interval.upperBound))"
      facts.append((words(.solved), "\(words.percent(solved.share)) (\(range))"))
    }
    facts.append((words(.repeats), "\(theme.repeats)"))
    if theme.escalated > 0 { facts.append((words(.escalated), words.count(theme.escalated))) }
    if report.knowsCost {
      let hours = words.decimal(theme.handlingMinutes / 60)
      facts.append((words(.handling), words(.hours, hours)))
      facts.append((words(.cost), report.money(theme.cost, words)))
    }
    if let use = theme.selfService(words) { facts.append((words(.selfService), use)) }
    facts.append((words(.atRisk), words.decimal(theme.customersAtRisk)))
    if let customers = report.assumptions.customers {
      let perThousand = Double(theme.contacts) * 1000 / Double(customers)
      facts.append((words(.customers), words.decimal(perThousand)))
    }
    let list = facts.map { "<div><dt>\(Self.escaped($0))</dt><dd>\(Self.escaped($1))</dd></div>" }
    let reasons = theme.reasons(in: words.language).map {
      "<li>\(Self.escaped(words.reason($0)))</li>"
    }
    let isFar = topic.reasons.contains(where: ReportWords.saysNoneIsNear)
    let nearest = (isFar ? nil : topic.articleTitle).map { title in
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
    theme.advised(in: words.language)
      .map { "<p class=\"advice\">\(Self.escaped(words.advice($0, of: theme)))</p>" }.joined()
  }

  /// At most about eight, of each topic as many; none is the name or stands twice.
  private func quotes(of theme: ReportTheme) -> String {
    let each = theme.topics.count == 1 ? 4 : theme.topics.count <= 4 ? 2 : 1
    var seen: Set<String> = [theme.named(in: words.language).name]
    return theme.topics.flatMap { topic in
      ([topic.name] + topic.quotes).filter { !seen.contains($0) }.prefix(each).map { quote in
        seen.insert(quote)
        return "<li lang=\"\(topic.language)\">\(Self.escaped(quote))</li>"
      }
    }.joined()
  }
}
