extension HTMLReport {
  private static let shownEffects = 12

  var decisions: String {
    guard !report.decisions.isEmpty else { return "" }
    let rows = report.decisions.map { state -> String in
      let decision = state.decision
      let name =
        state.name.map {
          "\(Self.escaped($0)) <span class=\"quiet\">\(Self.escaped(state.gap))</span>"
        }
        ?? Self.escaped(state.gap)
      let due =
        decision.due.map {
          "\(Self.date($0))\(decision.isOverdue ? " (\(Self.escaped(words(.overdue))))" : "")"
        } ?? "–"
      let cells = [
        Self.escaped(words.action(decision.action)), decision.owner.map(Self.escaped) ?? "–", due,
        decision.done.map(Self.date) ?? Self.escaped(words(.open)),
      ].map { "<td>\($0)</td>" }.joined()
      let effect = state.effect.map { Self.escaped(words.effect($0)) } ?? "–"
      return """
        <tr><th scope="row">\(name)</th>\(cells)<td class="number">\(state.before.map(String.init) ?? "–")</td><td class="number">\(state.contacts)</td><td>\(effect)</td></tr>
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
      words(.sectionDecisions),
      scrolling(
        "<thead><tr>\(heads)</tr></thead><tbody>\(rows.joined(separator: "\n"))</tbody>",
        name: words(.sectionDecisions)))
  }

  var effects: String {
    guard !report.effects.isEmpty else { return "" }
    let rows = report.effects.prefix(Self.shownEffects).map { effect in
      """
      <tr><th scope="row">\(Self.escaped(words.title(of: effect))) <span class="quiet">\(effect.languages.joined(separator: ", "))</span></th><td>\(Self.date(effect.date))</td><td class="number">\(effect.before)</td><td class="number">\(effect.after)</td><td class="number">\(effect.othersBefore) → \(effect.othersAfter)</td><td class="\(effect.outcome.rawValue)">\(Self.escaped(words.effect(effect)))</td></tr>
      """
    }
    let heads =
      "<th scope=\"col\">\(words(.article))</th><th scope=\"col\">\(words(.revised))</th>"
      + [ReportWords.Key.before, .after, .others].map {
        "<th scope=\"col\" class=\"number\">\(words($0))</th>"
      }.joined() + "<th scope=\"col\">\(words(.effect))</th>"
    return section(
      words(.sectionEffects), intro: words(.introEffects),
      scrolling(
        "<thead><tr>\(heads)</tr></thead><tbody>\(rows.joined(separator: "\n"))</tbody>",
        name: words(.sectionEffects)))
  }

  /// A date that isn't broken at its hyphens.
  private static func date(_ text: String) -> String {
    "<span class=\"wide\">\(escaped(text))</span>"
  }
}
