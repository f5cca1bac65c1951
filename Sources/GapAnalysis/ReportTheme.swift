/// Topics of several languages that ask for the same thing, as one row of the report.
struct ReportTheme {
  /// The largest first.
  let topics: [GapReport.Topic]

  /// The topics of these verdicts by theme, the most frequent first; of equals the more expensive.
  static func themes(
    of report: GapReport, with verdicts: Set<GapReport.Verdict>
  ) -> [ReportTheme] {
    themes(of: report.topics, with: verdicts)
  }

  static func themes(
    of topics: [GapReport.Topic], with verdicts: Set<GapReport.Verdict>
  ) -> [ReportTheme] {
    var seen: Set<String> = []
    let topics = topics.filter { verdicts.contains($0.verdict) }
    let byID = Dictionary(topics.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return topics.compactMap { topic -> ReportTheme? in
      guard !seen.contains(topic.id) else { return nil }
      let all = [topic] + topic.sameIn.compactMap { byID[$0] }.filter { !seen.contains($0.id) }
      seen.formUnion(all.map(\.id))
      return ReportTheme(
        topics: all.sorted { ($1.measures.contacts, $0.id) < ($0.measures.contacts, $1.id) })
    }.sorted { left, right in
      let (a, b) = (left, right)
      if a.contacts != b.contacts { return a.contacts > b.contacts }
      return a.cost != b.cost ? a.cost > b.cost : a.first.id < b.first.id
    }
  }

  /// Never empty, by `themes`.
  var first: GapReport.Topic { topics[0] }

  /// The topic whose words name the theme: that of the report's language, else the largest.
  func named(in language: ReportLanguage) -> GapReport.Topic {
    topics.first { $0.language == language.rawValue } ?? first
  }

  /// Why the topics were judged so, in the words of one of them; what agents solved is told of all.
  func reasons(in language: ReportLanguage) -> [GapReport.Reason] {
    let outcomes = topics.compactMap { $0.reasons.first(where: Self.isOutcome) }
    let judged = outcomes.reduce(0) { $0 + ($1.contacts ?? 0) }
    let solved = outcomes.reduce(0) { $0 + ($1.share ?? 0) * Double($1.contacts ?? 0) }
    let outcome = TopicVerdict.outcome(solved: Int(solved.rounded()), of: judged)
    return named(in: language).reasons.map { Self.isOutcome($0) ? outcome ?? $0 : $0 }
  }

  private static func isOutcome(_ reason: GapReport.Reason) -> Bool {
    reason.kind == .solvedAtOnce || reason.kind == .seldomSolved
  }

  /// The topics by what to do about them, the one to name first: words that an article lacks, or a
  /// translation, by language and article; and all the others.
  func advised(in language: ReportLanguage) -> [[GapReport.Topic]] {
    let own: Set<GapReport.Verdict> = [.notFound, .outdatedTranslation, .otherLanguageOnly]
    var groups: [[GapReport.Topic]] = []
    for topic in topics where own.contains(topic.verdict) {
      let place = groups.firstIndex {
        ($0[0].verdict, $0[0].language, $0[0].article)
          == (topic.verdict, topic.language, topic.article)
      }
      if let place { groups[place].append(topic) } else { groups.append([topic]) }
    }
    let others = topics.filter { !own.contains($0.verdict) }
    guard !others.isEmpty else { return groups }
    let isRead = { (topic: GapReport.Topic) in topic.language == language.rawValue }
    return groups + [others.filter(isRead) + others.filter { !isRead($0) }]
  }

  /// What was decided about one of the topics holds for all.
  var decision: GapReport.Decision? { topics.lazy.compactMap(\.decision).first }

  var contacts: Int { topics.reduce(0) { $0 + $1.measures.contacts } }
  var escalated: Int { topics.reduce(0) { $0 + $1.measures.escalated } }
  var handlingMinutes: Double { topics.reduce(0) { $0 + $1.measures.handlingMinutes } }
  var repeats: Int { topics.reduce(0) { $0 + $1.measures.repeats } }
  var cost: Double { topics.reduce(0) { $0 + $1.measures.cost } }
  var customersAtRisk: Double { topics.reduce(0) { $0 + $1.measures.customersAtRisk } }

  var trend: [Int] {
    topics.dropFirst().reduce(first.trend) { zip($0, $1.trend).map(+) }
  }

  var solved: (share: Double, interval: ClosedRange<Double>)? {
    let judged = topics.reduce(0) { $0 + $1.measures.judged }
    guard judged > 0 else { return nil }
    let solved = topics.reduce(0) { $0 + $1.measures.solved }
    return (
      Double(solved) / Double(judged), Statistics.interval(of: solved, in: judged)
    )
  }

  var channels: [String: Int] {
    topics.reduce(into: [:]) { $0.merge($1.measures.channels, uniquingKeysWith: +) }
  }

  /// `lv 37, pl 21`, the most contacts first.
  var languages: String {
    Dictionary(topics.map { ($0.language, $0.measures.contacts) }, uniquingKeysWith: +)
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { "\($0.key) \($0.value)" }.joined(separator: ", ")
  }
}

extension ReportTheme {
  /// The change of the theme's contacts to the period before, if the log reaches back.
  func change(in report: GapReport) -> GapReport.Change? {
    guard topics.contains(where: { $0.change != nil }), trend.count > 1 else { return nil }
    if topics.count == 1 { return first.change }
    let days = report.history.suffix(2).map(\.days)
    guard days.count == 2 else { return nil }
    return GapReport.Change(
      after: trend[trend.count - 1], afterDays: days[1], before: trend[trend.count - 2],
      beforeDays: days[0])
  }

  /// As many periods tell what rises little by little: half of them against the half before.
  static let longPeriods = 6

  /// How many more contacts the last three periods have than the three before.
  var longIncrease: Int {
    let recent = trend.suffix(Self.longPeriods)
    return recent.suffix(Self.longPeriods / 2).reduce(0, +)
      - recent.prefix(Self.longPeriods / 2).reduce(0, +)
  }

  /// Whether each of the last three periods has more contacts than any of the three before, and all
  /// together clearly more, by itself and beside all other contacts; not if it falls again.
  func isRisingForLong(in report: GapReport) -> Bool {
    let half = Self.longPeriods / 2
    let (counts, periods) = (
      trend.suffix(Self.longPeriods), report.history.suffix(Self.longPeriods)
    )
    guard counts.count == Self.longPeriods, periods.count == counts.count,
      let least = counts.suffix(half).min(), let most = counts.prefix(half).max(), least > most,
      let last = counts.last
    else { return false }
    let (before, after) = (counts.prefix(half).reduce(0, +), counts.suffix(half).reduce(0, +))
    guard last * half >= after else { return false }
    let all = periods.map(\.contacts)
    let others = (
      after: all.suffix(half).reduce(0, +) - after, before: all.prefix(half).reduce(0, +) - before
    )
    return [nil, others].allSatisfy { others in
      let change = Statistics.rateRatio(
        after: after, afterDays: 1, before: before, beforeDays: 1, control: others)
      return change.interval.lowerBound > 1
    }
  }
}

extension GapReport {
  /// Whether the log says how long contacts took; without that nobody knows what they cost.
  var knowsCost: Bool { measures.handlingMinutes > 0 }

  /// `80 contacts, 554 EUR`; without the cost where it isn't known.
  func figures(of theme: ReportTheme, _ words: ReportWords) -> String {
    let contacts = words.count(theme.contacts)
    return knowsCost
      ? words(.lede, contacts, money(theme.cost, words)) : "\(words(.contacts)): \(contacts)"
  }

  func money(_ amount: Double, _ words: ReportWords) -> String {
    "\(words.count(Int(amount.rounded()))) \(assumptions.currency)"
  }
}
