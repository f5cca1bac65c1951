/// What a director reads first: the biggest gap, what rose, what helped, what is late, which promise
/// isn't kept. What the report has nothing of is left out.
struct HeadlineFindings {
  typealias Quote = (text: String, language: String?)

  struct Finding {
    let label: String
    /// A customer's words or an article's title, with its language where that is known.
    let quote: Quote?
    let figures: String

    init(_ label: String, quote: Quote? = nil, _ figures: String) {
      self.label = label
      self.quote = quote
      self.figures = figures
    }

  }

  let report: GapReport
  let words: ReportWords

  var all: [Finding] { [biggest, rising, helpful, overdue, broken].compactMap(\.self) }

  /// `Most of all: “no fuel card” · 80 contacts, 554 EUR`
  var texts: [String] {
    all.map { finding in
      "\(finding.label): "
        + [finding.quote.map { words.quoted($0.text) }, finding.figures].compactMap(\.self)
        .joined(separator: " · ")
    }
  }

  /// What the review says in one sentence.
  var headline: String {
    let total = words.count(report.contacts)
    let gaps = report.contacts(with: ReportPart.unanswered.verdicts)
    if gaps > 0 {
      return words(.headline, words.percent(Double(gaps) / Double(report.contacts)), total)
    }
    let hasTopics = !report.topics(with: ReportPart.asked.verdicts).isEmpty
    return words(hasTopics ? .headlineNone : .headlineFew, total)
  }

  private var biggest: Finding? {
    themes(ReportPart.unanswered).first.map { theme in
      Finding(words(.biggest), quote: name(of: theme), report.figures(of: theme, words))
    }
  }

  /// The topic that clearly more contacts are about than in the period before: the one with most more.
  private var rising: Finding? {
    let risen = (themes(ReportPart.unanswered) + themes(ReportPart.asked)).filter { theme in
      theme.change(in: report).map { $0.isClear && $0.relative > 0 } ?? false
    }
    let most = risen.enumerated().max { left, right in
      let (a, b) = (increase(of: left.element), increase(of: right.element))
      return a != b ? a < b : left.offset > right.offset
    }
    return most.map { rising($0.element, periods: 2) } ?? risingForLong
  }

  /// The topic that rose little by little, where none did at once.
  private var risingForLong: Finding? {
    let periods = ReportTheme.longPeriods
    let risen = (themes(ReportPart.unanswered) + themes(ReportPart.asked))
      .filter { $0.isRisingForLong(in: report) }
    let most = risen.enumerated().max { left, right in
      let (a, b) = (left.element.longIncrease, right.element.longIncrease)
      return a != b ? a < b : left.offset > right.offset
    }
    return most.map { rising($0.element, periods: periods) }
  }

  private func rising(_ theme: ReportTheme, periods: Int) -> Finding {
    let counts = theme.trend.suffix(periods).map(words.count).joined(separator: " → ")
    return Finding(words(.rising), quote: name(of: theme), "\(words(.contacts)): \(counts)")
  }

  private func increase(of theme: ReportTheme) -> Int {
    (theme.trend.last ?? 0) - (theme.trend.dropLast().last ?? 0)
  }

  private var helpful: Finding? {
    report.effects.first { $0.outcome == .fewer }.map { effect in
      Finding(
        words(.helped), quote: (words.title(of: effect), nil),
        "\(effect.date) · \(words(.contacts)): \(words.signedPercent(effect.relative))")
    }
  }

  private var overdue: Finding? {
    let late = report.decisions.filter(\.decision.isOverdue)
    guard let first = late.first else { return nil }
    let facts = [
      words.action(first.decision.action), first.decision.owner, first.decision.due,
      late.count > 1 ? words(.moreRows, words.count(late.count - 1)) : nil,
    ].compactMap(\.self)
    // Decided about in one language, it is read in the report's.
    let theme = ReportTheme.themes(of: report, with: Set(report.topics.map(\.verdict)))
      .first { $0.topics.contains { $0.id == first.gap } }
    return Finding(
      words(.lateDecision),
      quote: theme.map(name) ?? first.name.map { ($0, Self.language(of: first.gap)) },
      facts.joined(separator: " · "))
  }

  /// The channel that keeps its promise least, of those that don't keep it.
  private var broken: Finding? {
    let channels = report.channels.filter { channel in
      channel.timed >= AnswerTimes.fewestOfHour
        && channel.kept.map { $0 < AnswerTimes.keptShare } ?? false
    }
    return channels.min { $0.kept ?? 1 < $1.kept ?? 1 }.map { channel in
      Finding(
        words(.promiseBroken),
        "\(words.channel(channel.channel)) · \(words(.kept)): "
          + "\(channel.kept.map(words.percent) ?? "–") "
          + "(\(channel.promise.map(words.promise) ?? "–"))")
    }
  }

  private func themes(_ part: ReportPart) -> [ReportTheme] {
    ReportTheme.themes(of: report, with: part.verdicts)
  }

  /// The first part of the topic's id.
  private static func language(of gap: String) -> String? {
    gap.split(separator: "-").first.map(String.init)
  }

  private func name(of theme: ReportTheme) -> Quote {
    let topic = theme.named(in: words.language)
    return (topic.name, topic.language)
  }
}
