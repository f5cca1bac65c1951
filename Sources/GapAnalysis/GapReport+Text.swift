extension GapReport {
  /// The review for the terminal: what is missing, what is not found, what is still asked, what is
  /// not for articles.
  ///
  /// - Parameters:
  ///   - limit: topics shown in each part.
  ///   - width: how many columns it takes; 80 are enough for its tables.
  package func text(
    limit: Int = 10, language: ReportLanguage = .english, width: Int = 100
  ) -> String {
    TextReport(report: self, words: ReportWords(language), limit: limit, width: width).text
  }

  /// Some of the effects for the terminal.
  package func text(
    of effects: [Effect], language: ReportLanguage = .english, width: Int = 100
  ) -> String {
    TextReport(report: self, words: ReportWords(language), limit: effects.count, width: width)
      .lines(of: effects).joined(separator: "\n")
  }
}

private struct TextReport {
  private static let shownEffects = 5
  private static let columns = (contacts: 11, change: 9, solved: 9, repeats: 9, cost: 8)

  let report: GapReport
  let words: ReportWords
  let limit: Int
  let width: Int

  var text: String {
    var lines = [heading, ""] + summary
    for part in ReportPart.all {
      let themes = ReportTheme.themes(of: report, with: part.verdicts)
      guard !themes.isEmpty else { continue }
      lines += ["", tableHead(words(part.title))]
      for (number, theme) in themes.prefix(limit).enumerated() {
        lines += entry(number + 1, theme, isBrief: part.isBrief)
      }
      if themes.count > limit { lines.append("    … \(words(.more, "\(themes.count - limit)"))") }
    }
    if let changes = ChangeTable(report: report, words: words).table {
      lines += changes.text(words, width: width)
    }
    lines += ServiceTables(report: report, words: words).all.flatMap {
      $0.text(words, width: width)
    }
    lines += selfService + decisions + effects
    lines += [""] + notes.flatMap { wrapped($0, indent: "") }
    return lines.joined(separator: "\n")
  }

  private var heading: String {
    let languages = report.languages.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { "\($0.key) \($0.value)" }.joined(separator: ", ")
    return "\(words(.title)) · \(words.period(report.period)) · "
      + "\(words(.contacts)): \(words.count(report.contacts))"
      + (languages.isEmpty ? "" : " (\(languages))")
  }

  private var summary: [String] {
    let findings = HeadlineFindings(report: report, words: words)
    var facts = ["\(words(.repeats)): \(report.measures.repeats)"]
    if let solved = report.measures.firstContactResolution {
      facts.insert("\(words(.solved)): \(words.percent(solved))", at: 0)
    }
    let cost = report.topics(with: ReportPart.unanswered.verdicts).reduce(0) {
      $0 + $1.measures.cost
    }
    if report.knowsCost { facts.append("\(words(.unansweredCost)): \(report.money(cost, words))") }
    return [findings.headline] + wrapped(facts.joined(separator: " · "), indent: "")
      + findings.texts.flatMap { wrapped($0, indent: "") }
  }

  private func tableHead(_ title: String) -> String {
    let columns = Self.columns
    let cells = [
      (words(.contacts), columns.contacts), (words(.change), columns.change),
      (words(.solvedShort), columns.solved), (words(.repeatsShort), columns.repeats),
      (report.assumptions.currency, columns.cost),
    ]
    return row(title.uppercased(), cells)
  }

  private func entry(_ number: Int, _ theme: ReportTheme, isBrief: Bool) -> [String] {
    let topic = theme.named(in: words.language)
    let columns = Self.columns
    let cells = [
      (words.count(theme.contacts), columns.contacts),
      (change(theme), columns.change),
      (theme.solved.map { words.percent($0.share) } ?? "–", columns.solved),
      (theme.repeats == 0 ? "–" : "\(theme.repeats)", columns.repeats),
      (report.knowsCost ? words.count(Int(theme.cost.rounded())) : "–", columns.cost),
    ]
    let name = "\(number < 10 ? " " : "")\(number). \(topic.name)"
    var facts = [words.verdict(topic.verdict), theme.languages]
    if topic.confidence == .unsure { facts[0] += " (\(words(.unsure)))" }
    if let article = topic.article {
      // It is no answer to what is missing.
      facts.append(topic.verdict == .missing ? words(.nearest, article) : article)
    }
    var lines = [row(name, cells)] + wrapped(facts.joined(separator: " · "), indent: "    ")
    guard !isBrief else {
      return lines
        + topic.reasons.filter { $0.kind == .burst }
        .flatMap { wrapped("· \(words.reason($0))", indent: "    ") }
    }
    let others = theme.topics.filter { $0.id != topic.id }.map { words.quoted($0.name) }
    let quotes = others + topic.quotes.prefix(others.isEmpty ? 2 : 1).map(words.quoted)
    lines += wrapped(quotes.joined(separator: " "), indent: "    ")
    lines += theme.reasons(in: words.language).prefix(2)
      .flatMap { wrapped("· \(words.reason($0))", indent: "    ") }
    if let use = theme.selfService(words) {
      lines += wrapped("\(words(.selfService)): \(use)", indent: "    ")
    }
    if let decision = theme.decision { lines += wrapped(state(of: decision), indent: "    ") }
    lines += advice(theme)
    return lines
  }

  private func advice(_ theme: ReportTheme) -> [String] {
    theme.advised(in: words.language).flatMap { topics in
      let ids = topics.map(\.id).joined(separator: ", ")
      return wrapped("→ \(words.advice(topics, of: theme)) [\(ids)]", indent: "    ")
    }
  }

  private func state(of decision: GapReport.Decision) -> String {
    var parts = ["\(words(.decision)): \(words.action(decision.action))"]
    if let owner = decision.owner { parts.append(owner) }
    if let done = decision.done {
      parts.append("\(words(.done)) \(done)")
    } else if let due = decision.due {
      parts.append("\(words(.due)) \(due)" + (decision.isOverdue ? " (\(words(.overdue)))" : ""))
    }
    return parts.joined(separator: " · ")
  }

  private var selfService: [String] {
    (SelfServiceTables(report, words: words)?.all ?? []).flatMap {
      $0.prefix(limit).text(words, width: width)
    }
  }

  private var effects: [String] {
    guard !report.effects.isEmpty else { return [] }
    return ["", words(.sectionEffects).uppercased()]
      + lines(of: Array(report.effects.prefix(Self.shownEffects)))
  }

  func lines(of effects: [GapReport.Effect]) -> [String] {
    effects.flatMap { effect in
      wrapped(
        "\(words.title(of: effect)) · \(effect.date) · \(effect.languages.joined(separator: ", ")) · "
          + "\(effect.before) → \(effect.after) · \(words.effect(effect))", indent: "  ")
    }
  }

  private var decisions: [String] {
    guard !report.decisions.isEmpty else { return [] }
    return ["", words(.sectionDecisions).uppercased()]
      + report.decisions.flatMap { decision in
        wrapped(
          "\(decision.name ?? decision.gap) · \(state(of: decision.decision)) · "
            + "\(decision.before.map { "\($0) → " } ?? "")\(decision.contacts)"
            + (decision.effect.map { " · \(words.effect($0))" } ?? ""), indent: "  ")
      }
  }

  private var notes: [String] {
    let assumptions = report.assumptions
    return [
      words(.single, words.count(report.single)),
      words(.footCost, words.number(assumptions.costPerMinute), assumptions.currency) + " "
        + words(.footRepeat, "\(assumptions.repeatDays)"),
      words(.footChangeText),
    ] + words.categories(report)
  }

  private func change(_ theme: ReportTheme) -> String {
    guard let change = theme.change(in: report) else { return "–" }
    let text = words.change(change, before: theme.trend[theme.trend.count - 2])
    return change.isClear ? text : "(\(text))"
  }

  /// The name at the left, cut where the cells begin.
  private func row(_ name: String, _ cells: [(text: String, width: Int)]) -> String {
    let right = cells.map { cell in
      String(repeating: " ", count: max(1, cell.width - cell.text.count)) + cell.text
    }.joined()
    let room = max(10, width - right.count)
    let left = name.count > room ? name.prefix(room - 1) + "…" : name[...]
    return left + String(repeating: " ", count: max(0, room - left.count)) + right
  }

  private func wrapped(_ text: String, indent: String) -> [String] {
    TextWrapping.wrapped(text, indent: indent, width: width)
  }
}

/// The parts that every rendering of the report has.
struct ReportPart {
  let title: ReportWords.Key
  let intro: ReportWords.Key
  let verdicts: Set<GapReport.Verdict>
  /// Whether a line a topic is enough.
  let isBrief: Bool

  static let unanswered = ReportPart(
    title: .sectionUnanswered, intro: .introUnanswered,
    verdicts: [.missing, .notFound, .otherLanguageOnly, .outdatedTranslation], isBrief: false)
  static let asked = ReportPart(
    title: .sectionAsked, intro: .introAsked, verdicts: [.foundYetAsked], isBrief: false)
  static let other = ReportPart(
    title: .sectionOther, intro: .introOther, verdicts: [.notContent, .noise], isBrief: true)
  static let all = [unanswered, asked, other]
}
