import KnowledgeBase

/// What several parts of the page are made of.
extension HTMLReport {
  func section(_ title: String, intro: String = "", _ content: String) -> String {
    let intro = intro.isEmpty ? "" : "<p class=\"intro\">\(Self.escaped(intro))</p>\n"
    return "<section>\n<h2>\(Self.escaped(title))</h2>\n\(intro)\(content)\n</section>"
  }

  func scrolling(_ table: String, name: String) -> String {
    "<div class=\"scroll\" role=\"region\" aria-label=\"\(Self.escaped(name))\" tabindex=\"0\">"
      + "<table>\(table)</table></div>"
  }

  func chip(_ verdict: GapReport.Verdict) -> String {
    "<span class=\"chip \(verdict.isGap ? "gap" : "")\">\(Self.escaped(words.verdict(verdict)))</span>"
  }

  func state(of decision: GapReport.Decision) -> String {
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

  func change(_ theme: ReportTheme) -> String {
    guard let change = theme.change(in: report) else { return "<td class=\"number\">–</td>" }
    let kind = change.isClear ? (change.relative > 0 ? " more" : " fewer") : " quiet"
    return
      "<td class=\"number\(kind)\">\(words.change(change, before: theme.trend[theme.trend.count - 2]))</td>"
  }

  func sparkline(_ trend: [Int]) -> String {
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

  /// `phone 54, mail 14`, in the review's words.
  func listed(channels: [String: Int]) -> String {
    channels.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { "\(words.channel($0.key)) \($0.value)" }.joined(separator: ", ")
  }

  static func escaped(_ text: String) -> String {
    text.escapedForHTML
  }
}
