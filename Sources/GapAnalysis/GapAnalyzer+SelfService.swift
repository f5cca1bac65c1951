import ContactLog
import KnowledgeBase
import TextAnalysis

extension GapAnalyzer {
  /// A query asks for the same as a topic if so much of it stands in the topic's wordings.
  private static let leastShare = 0.5

  /// The review with what customers did by themselves beside what they made contact for: searches
  /// are matched and grouped as contacts are, and counted apart.
  ///
  /// - Complexity: that of grouping the different queries and the topics' wordings.
  package func adding(_ visits: SiteVisits, to review: Review) -> Review {
    var report = review.report
    let queries = Dictionary(grouping: SearchedQuery.queries(of: visits.current), by: \.language)
    var found = QueryGroups()
    for code in queries.keys.sorted() {
      guard let language = Language(code), let queries = queries[code] else { continue }
      found += groups(of: queries, in: language, topics: report.topics)
    }
    let views = Dictionary(
      visits.current.filter { $0.kind == .article }
        .map { (ArticleInLanguage(article: $0.key, language: $0.language), $0.count) },
      uniquingKeysWith: +)
    for number in report.topics.indices {
      let topic = report.topics[number]
      let article = topic.verdict.isAnswered ? topic.article : nil
      let searched = found.searched[topic.id]
      let read = article.flatMap {
        views[ArticleInLanguage(article: $0, language: topic.language)]
      }
      report.topics[number].selfService = GapReport.TopicUse(
        views: read ?? 0, searches: searched?.searches ?? 0,
        withoutResult: searched?.withoutResult ?? 0)
    }
    report.selfService = GapReport.SelfService(
      totals: GapReport.VisitTotals(visits.current),
      before: visits.before.isEmpty ? nil : GapReport.VisitTotals(visits.before),
      articles: uses(views, searches: found.searches, topics: report.topics),
      unanswered: found.unanswered.sorted {
        ($1.withoutResult, $1.searches, $0.id) < ($0.withoutResult, $0.searches, $1.id)
      },
      stickers: stickers(visits), ungrouped: found.ungrouped)
    return Review(report: report, assignments: review.assignments)
  }

  /// The language comes from the search page; who types another language is matched in that.
  private func groups(
    of all: [SearchedQuery], in language: Language, topics: [GapReport.Topic]
  ) -> QueryGroups {
    var result = QueryGroups(ungrouped: max(0, all.count - QueryGroups.mostQueries))
    let queries = Array(all.prefix(QueryGroups.mostQueries))
    let matches = matches(queries.map(\.text), preferring: language)
    for (query, match) in zip(queries, matches) {
      guard let article = match.article, match.coverage >= ReviewedContact.bandLimits.gap
      else { continue }
      result.searches[article.rawValue, default: 0] += query.searches
    }
    // Topics stand by their wordings, so that queries come to those that ask for the same.
    let wordings = topics.enumerated().filter {
      Language($1.language)?.primary == language.primary && $1.verdict != .noise
    }.flatMap { number, topic in ([topic.name] + topic.quotes).map { (topic: number, text: $0) } }
    let suffixes = SuffixTable.table(for: language.code)
    let words = TopicVocabulary(wordings, suffixes: suffixes)
    let texts =
      zip(queries, matches).map { GroupedText($0.text, match: $1) }
      + zip(wordings, self.matches(wordings.map(\.text), preferring: language)).map {
        GroupedText($0.text, match: $1)
      }
    let grouping = TopicGrouping(
      texts, suffixes: suffixes, thesaurus: .thesaurus(for: language.code))
    for group in grouping.groups {
      let members = group.filter { $0 < queries.count }.sorted()
      guard !members.isEmpty else { continue }
      let votes = group.filter { $0 >= queries.count }
        .reduce(into: [:]) { $0[wordings[$1 - queries.count].topic, default: 0] += 1 }
      // The topic with most wordings here; of equals the larger, which stands first.
      let topic = votes.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
      let same = members.filter { member in
        topic.map { words.share(of: queries[member].text, in: $0) >= Self.leastShare } ?? false
      }
      let others = Set(members).subtracting(same).sorted()
      for (members, topic) in [(same, topic), (others, nil)] where !members.isEmpty {
        result.add(
          members.map { queries[$0] }, match: matches[members[0]],
          to: topic.map { topics[$0] }, in: language, library: library)
      }
    }
    return result
  }

  private func matches(_ texts: [String], preferring language: Language) -> [ContactMatch] {
    let own = matchers[language]?.matches(texts)
    let others = matchers.keys.sorted().compactMap { matchers[$0]?.matches(texts) }
    return texts.indices.map { number in
      let match = own?[number] ?? ContactMatch(candidates: [])
      guard match.coverage < ReviewedContact.bandLimits.gap else { return match }
      return others.lazy.map { $0[number] }
        .first { $0.coverage >= ReviewedContact.bandLimits.covered } ?? match
    }
  }

  private func uses(
    _ views: [ArticleInLanguage: Int], searches: [String: Int], topics: [GapReport.Topic]
  ) -> [GapReport.ArticleUse] {
    let contacts = Dictionary(
      topics.filter(\.verdict.isAnswered).compactMap { topic in
        topic.article.map { ($0, topic.measures.contacts) }
      }, uniquingKeysWith: +)
    let byArticle = Dictionary(grouping: views) { $0.key.article }
    return Set(byArticle.keys).union(searches.keys).union(contacts.keys).map { article in
      let languages = (byArticle[article] ?? []).map { ($0.key.language, $0.value) }
      return GapReport.ArticleUse(
        article: article, titles: library.titles(of: ArticleID(article)),
        views: languages.reduce(0) { $0 + $1.1 },
        languages: Dictionary(languages, uniquingKeysWith: +),
        searches: searches[article] ?? 0, contacts: contacts[article] ?? 0)
    }.sorted {
      ($1.views, $1.contacts, $0.article) < ($0.views, $0.contacts, $1.article)
    }
  }

  private func stickers(_ visits: SiteVisits) -> [GapReport.StickerUse] {
    let articles = Dictionary(
      visits.shortLinks.all.map { ($0.code, $0.article) }, uniquingKeysWith: { first, _ in first })
    return visits.current.filter { $0.kind == .sticker }.map { visit in
      let parts = visit.key.split(separator: " ", maxSplits: 1).map(String.init)
      let article = parts.first.flatMap { articles[$0] }
      return GapReport.StickerUse(
        code: parts.first ?? "", place: parts.count > 1 ? parts[1] : "",
        article: article?.rawValue, titles: article.map(library.titles) ?? [:],
        visits: visit.count)
    }
  }
}

private struct ArticleInLanguage: Hashable {
  let article: String
  let language: String
}

/// The words of topics, to tell how much of a query stands in one.
private struct TopicVocabulary {
  private let suffixes: SuffixTable?
  private let topicsOfStem: [String: Set<Int>]
  private let topics: Int

  init(_ wordings: [(topic: Int, text: String)], suffixes: SuffixTable?) {
    self.suffixes = suffixes
    topics = Set(wordings.map(\.topic)).count
    topicsOfStem = wordings.reduce(into: [:]) { stems, wording in
      for stem in Self.stems(of: wording.text, suffixes) {
        stems[stem, default: []].insert(wording.topic)
      }
    }
  }

  /// 0…1: the rarer a word among topics, the more it counts.
  func share(of query: String, in topic: Int) -> Double {
    var known = 0.0
    var all = 0.0
    for stem in Self.stems(of: query, suffixes).sorted() {
      let holders = topicsOfStem[stem] ?? []
      let rarity = Rarity.of(holders.count, in: topics)
      all += rarity
      if holders.contains(topic) { known += rarity }
    }
    return all > 0 ? known / all : 0
  }

  private static func stems(of text: String, _ suffixes: SuffixTable?) -> Set<String> {
    Set(Tokenizer.tokens(in: text).map { suffixes?.stem($0.form) ?? $0.form })
  }
}

/// A query as typed, how often it was asked, and how often it found nothing.
private struct SearchedQuery {
  let text: String
  let language: String
  var searches = 0
  var withoutResult = 0

  /// The different queries, the most frequent first.
  static func queries(of visits: [VisitCount]) -> [SearchedQuery] {
    var queries: [[String]: SearchedQuery] = [:]
    for visit in visits where visit.kind == .search || visit.kind == .noResult {
      let key = [visit.language, visit.key]
      var query = queries[key] ?? SearchedQuery(text: visit.key, language: visit.language)
      if visit.kind == .search {
        query.searches += visit.count
      } else {
        query.withoutResult += visit.count
      }
      queries[key] = query
    }
    return queries.values.sorted {
      ($1.withoutResult, $1.searches, $0.text) < ($0.withoutResult, $0.searches, $1.text)
    }
  }
}

/// What the queries of the period ask for.
private struct QueryGroups {
  /// Different queries of a language that are grouped; the rarest are left out, and said to be.
  static let mostQueries = 5000
  private static let wordings = 5

  /// Searches nearest to each article.
  var searches: [String: Int] = [:]
  /// Searches by topic of contacts.
  var searched: [String: (searches: Int, withoutResult: Int)] = [:]
  var unanswered: [GapReport.QueryTopic] = []
  var ungrouped = 0

  static func += (left: inout QueryGroups, right: QueryGroups) {
    left.searches.merge(right.searches, uniquingKeysWith: +)
    left.searched.merge(right.searched) { ($0.0 + $1.0, $0.1 + $1.1) }
    left.unanswered += right.unanswered
    left.ungrouped += right.ungrouped
  }

  /// - Parameters:
  ///   - queries: of one group, those that found nothing most often first.
  ///   - match: the first query's.
  ///   - topic: the topic of contacts that asks for the same.
  mutating func add(
    _ queries: [SearchedQuery], match: ContactMatch, to topic: GapReport.Topic?,
    in language: Language, library: Library
  ) {
    let searches = queries.reduce(0) { $0 + $1.searches }
    let failed = queries.filter { $0.withoutResult > 0 }
    let withoutResult = failed.reduce(0) { $0 + $1.withoutResult }
    if let topic {
      let known = searched[topic.id] ?? (0, 0)
      searched[topic.id] = (known.searches + searches, known.withoutResult + withoutResult)
    }
    guard let first = failed.first else { return }
    let isNear = match.coverage >= ReviewedContact.bandLimits.gap
    let article = topic.map(\.article) ?? (isNear ? match.article?.rawValue : nil)
    let title = article.flatMap { id in
      (library.article(ArticleID(id), in: language) ?? library.source(of: ArticleID(id)))?.title
    }
    let wordings = failed.prefix(Self.wordings).map(\.text)
    if let topic, let place = unanswered.firstIndex(where: { $0.id == topic.id }) {
      let earlier = unanswered[place]
      unanswered[place] = GapReport.QueryTopic(
        id: topic.id, isAlsoContact: true, name: earlier.name, language: earlier.language,
        searches: earlier.searches + searches,
        withoutResult: earlier.withoutResult + withoutResult,
        wordings: Array((earlier.wordings + wordings).prefix(Self.wordings)),
        verdict: earlier.verdict, article: article, articleTitle: title)
      return
    }
    unanswered.append(
      GapReport.QueryTopic(
        id: topic?.id ?? id(of: first),
        isAlsoContact: topic != nil, name: first.text, language: language.code,
        searches: searches, withoutResult: withoutResult, wordings: wordings,
        verdict: topic?.verdict ?? (isNear ? .notFound : .missing), article: article,
        articleTitle: title))
  }

  /// `pl-search-bagaznik-na-rower`; a number where that is taken.
  private func id(of query: SearchedQuery) -> String {
    let base = "\(query.language)-search-\(ArticleDraft.slug(of: query.text))"
    let taken = Set(unanswered.map(\.id))
    let numbered = (2...max(2, taken.count + 2)).lazy.map { "\(base)-\($0)" }
    return taken.contains(base) ? numbered.first { !taken.contains($0) } ?? base : base
  }
}
