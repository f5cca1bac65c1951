extension HTMLReport {
  private static let shownEffects = 12

  var decisions: String {
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

  var effects: String {
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
}
