import ContactLog
import KnowledgeBase
import SearchIndex
import TextAnalysis

/// Reviews contacts against articles: match each, group them, judge the groups.
///
///     let review = GapAnalyzer(library, indexes: indexes).review(contacts, period: period)
///     review.report.topics.first?.verdict  // .missing
package struct GapAnalyzer {
  /// A contact counts as its group does to this share: a gap shows in twenty messages, not in one.
  private static let groupShare = 0.5
  /// Groups smaller than this say nothing about their members.
  private static let smallestTopic = 3
  /// Below the first a contact is a gap, from the second on covered.
  private static let bandLimits = (gap: 0.42, covered: 0.58)

  private let library: Library
  private let indexes: [Language: SearchIndex]
  private let matchers: [Language: ContactMatcher]
  private let assumptions: GapReport.Assumptions

  package struct Review: Sendable {
    package let report: GapReport
    package let assignments: [ContactAssignment]
  }

  package init(
    _ library: Library, indexes: [Language: SearchIndex],
    assumptions: GapReport.Assumptions = GapReport.Assumptions()
  ) {
    self.library = library
    self.indexes = indexes
    self.assumptions = assumptions
    matchers = indexes.mapValues(ContactMatcher.init)
  }

  /// A contact with what was found out about it.
  struct Reviewed {
    let contact: Contact
    let language: Language
    let match: ContactMatch
    let isInPeriod: Bool
    var coverage: Double
    var group = ""
  }

  /// - Parameter contacts: those of the period and, for comparison, of the period before.
  /// - Complexity: O(*c* · *p*), *c* contacts, *p* postings of their words, and grouping.
  package func review(_ contacts: [Contact], period: Period?) -> Review {
    let reviewed = contacts.map { contact in
      let (language, match) = match(contact)
      return Reviewed(
        contact: contact, language: language, match: match,
        isInPeriod: period.map { period in contact.time.map(period.contains) ?? false } ?? true,
        coverage: match.coverage)
    }
    var byLanguage: [Language: [Reviewed]] = [:]
    for item in reviewed { byLanguage[item.language, default: []].append(item) }
    let current = reviewed.count { $0.isInPeriod }
    var topics: [GapReport.Topic] = []
    var done: [Reviewed] = []
    var single = 0
    for (language, items) in byLanguage.sorted(by: { $0.key < $1.key }) {
      let outcome = group(items, language: language, total: current)
      topics += outcome.topics
      done += outcome.items
      single += outcome.single
    }
    return Review(
      report: report(topics, done.filter(\.isInPeriod), single: single, period: period),
      assignments: assignments(done.filter(\.isInPeriod)))
  }

  // MARK: Matching

  /// In the contact's language where it is known and has articles, else where it matches best.
  private func match(_ contact: Contact) -> (Language, ContactMatch) {
    if let stated = contact.language.flatMap({ Language($0) }),
      let language = indexes.keys.filter({ $0.primary == stated.primary })
        .min(by: { ($0 == stated ? 0 : 1, $0.code) < ($1 == stated ? 0 : 1, $1.code) }),
      let matcher = matchers[language]
    {
      return (language, matcher.match(contact.reason))
    }
    let matches = matchers.map { (language: $0.key, match: $0.value.match(contact.reason)) }
    let best = matches.max {
      $0.match.coverage != $1.match.coverage
        ? $0.match.coverage < $1.match.coverage : $0.language > $1.language
    }
    return best.map { ($0.language, $0.match) }
      ?? (library.site.languages[0], ContactMatch(article: nil, coverage: 0))
  }

  // MARK: Grouping

  private func group(
    _ items: [Reviewed], language: Language, total: Int
  ) -> (items: [Reviewed], topics: [GapReport.Topic], single: Int) {
    var items = items
    let index = indexes[language]
    let noise = items.indices.filter { Noise.isNoise(items[$0].contact.reason) }
    let meaningful = Set(items.indices).subtracting(noise).sorted()
    let grouping = TopicGrouping(
      meaningful.map { items[$0].contact.reason }, suffixes: index?.suffixes)
    let words = TopicWords(items.map(\.contact.reason), suffixes: index?.suffixes)
    var topics: [GapReport.Topic] = []
    var single = 0
    for members in grouping.groups.map({ $0.map { meaningful[$0] } }) {
      let isTopic = members.count >= Self.smallestTopic
      if isTopic {
        let mean = members.map { items[$0].match.coverage }.reduce(0, +) / Double(members.count)
        for member in members {
          items[member].coverage =
            (1 - Self.groupShare) * items[member].match.coverage + Self.groupShare * mean
        }
      }
      let id = "\(language.code)-\(items[members[0]].contact.id)"
      for member in members { items[member].group = id }
      let isCurrent = members.contains { items[$0].isInPeriod }
      guard isTopic, isCurrent else {
        single += members.count { items[$0].isInPeriod }
        continue
      }
      topics.append(
        topic(
          id: id, members.map { items[$0] }, words: words.distinctive(in: members),
          typical: words.typical(of: members).map { items[$0].contact.reason },
          verdict: nil, language: language, total: total))
    }
    for member in noise {
      items[member].group = "\(language.code)-noise"
      items[member].coverage = 0
    }
    let currentNoise = noise.filter { items[$0].isInPeriod }
    if currentNoise.count >= Self.smallestTopic {
      topics.append(
        topic(
          id: "\(language.code)-noise", currentNoise.map { items[$0] }, words: [],
          typical: currentNoise.prefix(3).map { items[$0].contact.reason }, verdict: .noise,
          language: language, total: total))
    } else {
      single += currentNoise.count
    }
    return (items, topics, single)
  }

  // MARK: Verdicts

  private func topic(
    id: String, _ all: [Reviewed], words: [String], typical: [String],
    verdict: GapReport.Verdict?, language: Language, total: Int
  ) -> GapReport.Topic {
    let current = all.filter(\.isInPeriod)
    let coverage = all.map(\.match.coverage).reduce(0, +) / Double(all.count)
    let votes = all.compactMap(\.match.article).reduce(into: [:]) { $0[$1, default: 0] += 1 }
    let nearest = votes.max { $0.value != $1.value ? $0.value < $1.value : $0.key > $1.key }
    let share = nearest.map { Double($0.value) / Double(all.count) } ?? 0
    let judged = verdict ?? Self.verdict(coverage: coverage, articleShare: share)
    let article = nearest.flatMap { library.article($0.key, in: language) }
    let earlier = all.count - current.count
    return GapReport.Topic(
      id: id, name: typical.first ?? current[0].contact.reason, words: words,
      language: language.code, verdict: judged, coverage: rounded(coverage),
      article: article?.id.rawValue, articleTitle: article?.title, articleShare: rounded(share),
      measures: measures(of: current, total: total), before: earlier > 0 ? earlier : nil,
      quotes: Array(typical.dropFirst().prefix(3)),
      wordsToAdd: judged == .notFound
        ? wordsToAdd(words, article: nearest?.key, language: language) : [],
      contacts: current.map(\.contact.id).sorted())
  }

  private static func verdict(coverage: Double, articleShare: Double) -> GapReport.Verdict {
    if coverage >= bandLimits.covered { return .foundYetAsked }
    return coverage >= bandLimits.gap && articleShare >= 0.5 ? .notFound : .missing
  }

  /// The topic's words that no form of the article's text stands for.
  private func wordsToAdd(
    _ words: [String], article: ArticleID?, language: Language
  ) -> [String] {
    guard let article, let index = indexes[language] else { return [] }
    let documents = Set(
      index.documents.indices.filter { index.documents[$0].article == article })
    return words.filter { word in
      !index.terms(of: word).contains { term in
        !documents.isDisjoint(with: index.score(term).keys)
      }
    }
  }

  // MARK: Measures

  private func measures(of items: [Reviewed], total: Int) -> GapReport.Measures {
    let contacts = items.map(\.contact)
    let resolved = contacts.compactMap(\.resolvedAtFirstContact)
    let minutes = contacts.compactMap(\.handlingMinutes).reduce(0, +)
    return GapReport.Measures(
      contacts: contacts.count, share: rounded(Double(contacts.count) / Double(max(1, total))),
      channels: contacts.reduce(into: [:]) { $0[$1.channel ?? "unknown", default: 0] += 1 },
      firstContactResolution: resolved.isEmpty
        ? nil : rounded(Double(resolved.count { $0 }) / Double(resolved.count)),
      repeats: repeats(in: contacts), escalated: contacts.count { $0.escalated == true },
      handlingMinutes: minutes.rounded(),
      cost: (minutes * assumptions.costPerMinute).rounded())
  }

  private func repeats(in contacts: [Contact]) -> Int {
    let byCustomer = Dictionary(grouping: contacts.filter { $0.customer != nil && $0.time != nil }) {
      $0.customer ?? ""
    }
    return byCustomer.values.map { contacts in
      let days = contacts.compactMap { $0.time?.calendarDay.daysSince1970 }.sorted()
      return zip(days, days.dropFirst()).count { $1 - $0 <= assumptions.repeatDays }
    }.reduce(0, +)
  }

  private func report(
    _ topics: [GapReport.Topic], _ items: [Reviewed], single: Int, period: Period?
  ) -> GapReport {
    let bands = items.reduce(into: [:]) { $0[Self.band(of: $1).rawValue, default: 0] += 1 }
    return GapReport(
      period: period?.description ?? "all", contacts: items.count, bands: bands,
      languages: items.reduce(into: [:]) { $0[$1.language.code, default: 0] += 1 },
      assumptions: assumptions,
      topics: topics.sorted { left, right in
        let (a, b) = (left.measures, right.measures)
        if a.contacts != b.contacts { return a.contacts > b.contacts }
        return a.cost != b.cost ? a.cost > b.cost : left.id < right.id
      }, single: single)
  }

  private func assignments(_ items: [Reviewed]) -> [ContactAssignment] {
    items.map { item in
      ContactAssignment(
        contact: item.contact.id, article: item.match.article?.rawValue,
        coverage: rounded(item.coverage), band: Self.band(of: item), group: item.group)
    }
  }

  private static func band(of item: Reviewed) -> GapReport.Band {
    item.coverage < bandLimits.gap
      ? .gap : item.coverage < bandLimits.covered ? .unsure : .covered
  }

  private func rounded(_ value: Double) -> Double { (value * 10000).rounded() / 10000 }
}
