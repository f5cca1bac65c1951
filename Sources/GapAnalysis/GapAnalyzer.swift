import Availability
import ContactLog
import KnowledgeBase
import SearchIndex
import TextAnalysis

/// Reviews contacts against articles: match each, group them, judge the groups.
///
///     let review = GapAnalyzer(library, indexes: indexes).review(contacts, period: period)
///     review.report.topics.first?.verdict  // .missing
package struct GapAnalyzer: Sendable {
  /// How much of a contact's coverage, and of the choice of its article, is that of its neighbours:
  /// several messages that are alike show better than one what is asked, and whether it is a gap.
  private static let neighbourShare = 0.5
  private static let chunk = 4_096

  let library: Library
  let assumptions: ReviewAssumptions
  private let plan: ContactPlan?
  private let decisions: [ReviewDecision]
  private let remembered: [ReviewDecision]
  let indexes: [Language: SearchIndex]
  let matchers: [Language: ContactMatcher]

  package struct Review: Sendable {
    package let report: GapReport
    package let assignments: [ContactAssignment]
  }

  /// - Parameter remembered: topics of earlier reviews, as decisions to keep their names.
  package init(
    _ library: Library, indexes: [Language: SearchIndex], decisions: [ReviewDecision] = [],
    remembered: [ReviewDecision] = [],
    assumptions: ReviewAssumptions = ReviewAssumptions(),
    plan: ContactPlan? = nil
  ) {
    self.library = library
    self.indexes = indexes
    self.assumptions = assumptions
    self.plan = plan
    self.decisions = decisions
    self.remembered = remembered
    matchers = indexes.mapValues { ContactMatcher(library, index: $0) }
  }

  /// - Parameter contacts: those of the period and, for comparison, of up to a year before.
  /// - Complexity: O(*c* · *p*), *c* contacts, *p* postings of their words, and grouping.
  package func review(_ contacts: [Contact], period: Period?) -> Review {
    let history = ReviewHistory(contacts, period: period)
    let matched = matched(contacts)
    let total = contacts.count(where: history.isUnderReview)
    let builder = TopicBuilder(
      library: library, history: history, decisions: decisions, remembered: remembered,
      measures: TopicMeasures(assumptions: assumptions, total: total))
    var outcome = TopicBuilder.Outcome()
    for (language, numbers) in Dictionary(
      grouping: contacts.indices, by: { matched[$0].language }
    ).sorted(by: { $0.key < $1.key }) {
      let items = numbers.map { number in
        ReviewedContact(
          contact: contacts[number], language: language, match: matched[number].match,
          period: history.number(of: contacts[number]))
      }
      outcome += group(items, language: language, builder: builder)
    }
    let current = outcome.items.filter { history.isUnderReview($0.contact) }
    return Review(
      report: report(outcome, current, history: history),
      assignments: current.map { item in
        ContactAssignment(
          contact: item.contact.id, article: item.article?.rawValue,
          coverage: rounded(item.coverage), band: item.band, group: item.group)
      })
  }

  private func group(
    _ items: consuming [ReviewedContact], language: Language, builder: TopicBuilder
  ) -> TopicBuilder.Outcome {
    // Customers may write in a language that has no articles at all.
    let index = indexes[language] ?? SearchIndex([], language: language)
    let noise = items.indices.filter { Noise.isNoise(items[$0].contact.reason) }
    let isNoise = Set(noise)
    let meaningful = items.indices.filter { !isNoise.contains($0) }
    let grouping = TopicGrouping(
      meaningful.map {
        GroupedText(
          items[$0].contact.said, match: items[$0].match, category: items[$0].contact.category)
      }, suffixes: index.suffixes, thesaurus: .thesaurus(for: language.code))
    let learned = concurrently(Array(meaningful.indices), chunk: Self.chunk) { [items] numbers in
      numbers.map { number in
        let around = grouping.neighbours(of: number).map { neighbour in
          (
            weight: neighbour.likeness * neighbour.likeness,
            match: items[meaningful[neighbour.text]].match
          )
        }
        return items[meaningful[number]].learned(from: around, share: Self.neighbourShare)
      }
    }
    for (item, learned) in zip(meaningful, learned) {
      (items[item].coverage, items[item].article) = learned
    }
    var typicality = [Double](repeating: 0, count: items.count)
    for (number, item) in meaningful.enumerated() { typicality[item] = grouping.typicality[number] }
    var outcome = builder.topics(
      of: items, groups: grouping.groups.map { $0.map { meaningful[$0] } }, noise: noise,
      typicality: typicality, index: index)
    outcome.agreement = grouping.agreement
    return outcome
  }

  private func report(
    _ outcome: consuming TopicBuilder.Outcome, _ current: [ReviewedContact],
    history: ReviewHistory
  ) -> GapReport {
    let contacts = current.map(\.contact)
    let topics = topics(of: &outcome, history: history)
    let (measures, told) = concurrently {
      TopicMeasures(assumptions: assumptions, total: contacts.count).measures(of: contacts)
    } _: { [outcome] in
      let effects = RevisionEffect(
        outcome.items.map { item in
          RevisionEffect.Item(
            item, article: outcome.articles[item.group], near: outcome.nearArticles[item.group])
        },
        library: library)
      return (
        effects: effects.effects(),
        decisions: states(outcome, topics: topics, history: history, effects: effects),
        counts: counts(outcome, topics: topics, history: history)
      )
    }
    return GapReport(
      period: history.current?.description ?? GapReport.wholeLog,
      history: told.counts, contacts: current.count,
      bands: Dictionary(
        GapReport.Band.allCases.map { ($0.rawValue, 0) } + current.map { ($0.band.rawValue, 1) },
        uniquingKeysWith: +),
      languages: Dictionary(current.map { ($0.language.code, 1) }, uniquingKeysWith: +),
      channels: services(of: contacts),
      categories: outcome.agreement.categories,
      assumptions: assumptions, topics: topics, single: outcome.single,
      gone: outcome.gone.sorted { ($1.before, $0.id) < ($0.before, $1.id) },
      effects: told.effects, decisions: told.decisions, measures: measures)
  }

  /// The topics of the period, the most frequent first. What few ask for in each language, or in each
  /// wording, is one if enough ask for it together; the others' contacts are single ones.
  private func topics(
    of outcome: inout TopicBuilder.Outcome, history: ReviewHistory
  ) -> [GapReport.Topic] {
    let sorted = outcome.topics.sorted { left, right in
      let (a, b) = (left.measures, right.measures)
      if a.contacts != b.contacts { return a.contacts > b.contacts }
      return a.cost != b.cost ? a.cost > b.cost : left.id < right.id
    }
    let aligned = TopicAlignment.aligned(
      sorted, meanings: outcome.meanings, in: library, decisions: decisions)
    let themes = Self.themes(of: aligned)
    let shown = Set(
      themes.filter { history.makesTopic($0.contacts, of: TopicBuilder.smallest) }
        .flatMap { $0.topics.map(\.id) })
    for topic in aligned where !shown.contains(topic.id) {
      outcome.single += topic.measures.contacts
      if topic.verdict.isGap { outcome.formerGaps.insert(topic.id) }
    }
    outcome.gone.removeAll { shown.contains($0.id) }
    return aligned.filter { shown.contains($0.id) }.map { topic in
      var topic = topic
      topic.sameIn.removeAll { !shown.contains($0) }
      return topic
    }
  }

  /// What all parts of the report show together.
  private static func themes(of topics: [GapReport.Topic]) -> [ReportTheme] {
    ReportPart.all.flatMap { ReportTheme.themes(of: topics, with: $0.verdicts) }
  }

  private func services(of contacts: [Contact]) -> [GapReport.ChannelService] {
    var times = AnswerTimes(plan)
    for contact in contacts { times.add(contact) }
    return times.services
  }

  /// What became of each decision. It holds for all that its topic is shown with, but for what
  /// something else was decided about; of a topic that counts as another, for that one.
  private func states(
    _ outcome: TopicBuilder.Outcome, topics: [GapReport.Topic], history: ReviewHistory,
    effects: RevisionEffect
  ) -> [GapReport.DecisionState] {
    let decided = decisions.filter { $0.action != .keep }
    let named = Dictionary(topics.map { ($0.id, $0.name) }) { first, _ in first }
    let gaps = decided.map { named[$0.gap] == nil ? decisions.whole(of: $0).gap : $0.gap }
    let themes = Self.themes(of: topics)
    return zip(decided, gaps).map { decision, gap in
      let shown = GapReport.Decision(decision, in: library, on: history.lastDay)
      let theme = themes.lazy.map { $0.topics.map(\.id) }.first { $0.contains(gap) }
      let groups = Set(theme ?? []).subtracting(gaps).union([gap])
      let items = outcome.items.filter { groups.contains($0.group) }
      let counts = history.counts(items)
      return GapReport.DecisionState(
        gap: decision.gap, name: named[gap],
        decision: shown, contacts: items.count { history.isUnderReview($0.contact) },
        before: counts.count > 1 ? counts[counts.count - 2] : nil,
        effect: shown.done.flatMap { effects.effect(of: gap, with: groups, done: $0) })
    }
  }

  private func counts(
    _ outcome: TopicBuilder.Outcome, topics: [GapReport.Topic], history: ReviewHistory
  ) -> [GapReport.PeriodCount] {
    // What is shown together is one topic; by the id of its first.
    let themes = ReportTheme.themes(of: topics, with: ReportPart.unanswered.verdicts)
    var gaps = Dictionary(uniqueKeysWithValues: outcome.formerGaps.map { ($0, $0) })
    for theme in themes {
      for topic in theme.topics { gaps[topic.id] = theme.first.id }
    }
    let unanswered = Dictionary(
      grouping: outcome.items.filter { gaps[$0.group] != nil }, by: { gaps[$0.group] }
    )
    .values.map { (total: $0.count, counts: history.counts($0)) }
    let totals = history.counts(outcome.items)
    let judged = history.counts(
      outcome.items.lazy.filter { $0.contact.resolvedAtFirstContact != nil })
    let solved = history.counts(
      outcome.items.lazy.filter { $0.contact.resolvedAtFirstContact == true })
    return history.periods.enumerated().map { number, period in
      GapReport.PeriodCount(
        period: period.description, days: period.dayCount, contacts: totals[number],
        unanswered: rounded(
          Double(
            unanswered.reduce(0) { $0 + history.topicContacts($1.counts[number], of: $1.total) })
            / Double(max(1, totals[number]))),
        firstContactResolution: judged[number] == 0
          ? nil : rounded(Double(solved[number]) / Double(judged[number])))
    }
  }
}
