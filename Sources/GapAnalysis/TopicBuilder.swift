import ContactLog
import KnowledgeBase
import SearchIndex
import TextAnalysis

/// Makes topics of the groups of one language: names, evidence, verdict, measures.
struct TopicBuilder {
  /// Groups smaller than this are no topic.
  static let smallest = ReviewHistory.fewest
  private static let shownWords = 5
  private static let quotes = 4
  /// Words to add must stand in a good part of the contacts, and hardly in others.
  private static let addedShare = 0.5
  private static let addedProminence = 6.0
  private static let mostAdded = 3
  static let chunk = 16

  let library: Library
  let history: ReviewHistory
  let decisions: [ReviewDecision]
  let remembered: [ReviewDecision]
  let measures: TopicMeasures

  struct Outcome {
    var items: [ReviewedContact] = []
    /// Also those with fewer contacts in the period than make a topic: others may ask for the same.
    var topics: [GapReport.Topic] = []
    /// The article of each topic that one answers.
    var articles: [String: ArticleID] = [:]
    /// The article that nearly all contacts of a topic lie nearest to, where none answers it.
    var nearArticles: [String: ArticleID] = [:]
    /// Contacts of the period in no topic.
    var single = 0
    var gone: [GapReport.GoneTopic] = []
    /// Groups without an answer that are no topic now, and may have been one.
    var formerGaps: Set<String> = []
    var agreement = CategoryAgreement()
    /// What the topics speak of, by their ids.
    var meanings: [String: SparseVector] = [:]

    /// Notes which article the topic's contacts tell about.
    mutating func note(
      _ group: String, _ verdict: GapReport.Verdict, nearest: (article: ArticleID, share: Double)?
    ) {
      if verdict.isAnswered {
        articles[group] = nearest?.article
      } else if verdict == .missing, let nearest, nearest.share >= TopicVerdict.nearlyAll {
        nearArticles[group] = nearest.article
      }
    }

    static func += (left: inout Outcome, right: Outcome) {
      // A million are not copied where all are of one language.
      if left.items.isEmpty { left.items = right.items } else { left.items += right.items }
      left.topics += right.topics
      left.articles.merge(right.articles) { first, _ in first }
      left.nearArticles.merge(right.nearArticles) { first, _ in first }
      left.single += right.single
      left.gone += right.gone
      left.formerGaps.formUnion(right.formerGaps)
      left.agreement += right.agreement
      left.meanings.merge(right.meanings) { first, _ in first }
    }
  }

  /// - Parameters:
  ///   - groups: positions in `items`; every position that isn't noise is in one.
  ///   - noise: positions of contacts that ask for nothing.
  ///   - typicality: how typical each contact is of its group.
  func topics(
    of items: consuming [ReviewedContact], groups: [[Int]], noise: [Int], typicality: [Double],
    index: SearchIndex
  ) -> Outcome {
    var outcome = Outcome(items: items)
    let words = TopicWords(outcome.items.map(\.contact.said), suffixes: index.suffixes)
    let vocabulary = ArticleVocabulary(library, index: index)
    let untranslated = UntranslatedArticles(library, language: index.language)
    let meanings = TopicMeanings(words, language: index.language.code)
    let named = named(
      groups, of: outcome.items, words: words, meanings: meanings, vocabulary: vocabulary,
      index: index)
    for group in named {
      for member in group.members { outcome.items[member].group = group.id }
    }
    for made in concurrently(
      named, chunk: Self.chunk,
      { [items = outcome.items] groups in
        groups.map { group in
          self.outcome(
            of: group, items: items, words: words, typicality: typicality,
            vocabulary: vocabulary, untranslated: untranslated, meanings: meanings)
        }
      })
    {
      outcome += made
    }
    addNoise(noise, to: &outcome, language: index.language)
    return outcome
  }

  /// What becomes of one group, without its contacts.
  private func outcome(
    of group: Named, items: [ReviewedContact], words: TopicWords, typicality: [Double],
    vocabulary: ArticleVocabulary, untranslated: UntranslatedArticles, meanings: TopicMeanings
  ) -> Outcome {
    var outcome = Outcome()
    let all = group.members.map { items[$0] }
    let nearest = Self.nearest(all)
    let current = all.filter { history.isUnderReview($0.contact) }
    if !history.makesTopic(current.count, of: all.count),
      let gone = gone(group.id, all, language: vocabulary.language)
    {
      outcome.gone = [gone]
    }
    guard !current.isEmpty, all.count >= Self.smallest else {
      outcome.single = current.count
      guard all.count >= Self.smallest else { return outcome }
      let evidence = evidence(all, words: group.words, nearest: nearest, vocabulary: vocabulary)
      let verdict = TopicVerdict(evidence, decision: group.decision, on: history.lastDay).verdict
      outcome.note(group.id, verdict, nearest: nearest)
      if verdict.isGap { outcome.formerGaps = [group.id] }
      return outcome
    }
    let topic = topic(
      group, all: all, current: current,
      typical: { isGap in
        typical(
          of: group.members, telling: group.words, items: items, words: words,
          typicality: typicality, isGap: isGap)
      },
      nearest: nearest, vocabulary: vocabulary, untranslated: untranslated)
    outcome.topics = [topic]
    outcome.meanings = [topic.id: meanings.vector(of: group.members)]
    outcome.note(group.id, topic.verdict, nearest: nearest)
    return outcome
  }

  /// A topic of which clearly less is left than the period before had.
  private func gone(
    _ id: String, _ all: [ReviewedContact], language: Language
  ) -> GapReport.GoneTopic? {
    let counts = history.counts(all)
    guard let change = history.change(counts), change.isClear, change.relative < 0,
      let last = all.last(where: { $0.period == counts.count - 2 })
    else { return nil }
    return GapReport.GoneTopic(
      id: id, name: Courtesy.without(last.contact.quote), language: language.code,
      before: counts[counts.count - 2],
      contacts: counts[counts.count - 1], change: change)
  }

  func evidence(
    _ all: [ReviewedContact], words: [TopicWords.Word],
    nearest: (article: ArticleID, share: Double)?, vocabulary: ArticleVocabulary
  ) -> TopicEvidence {
    let article = nearest.flatMap { library.article($0.article, in: vocabulary.language) }
    let resolved = all.compactMap(\.contact.resolvedAtFirstContact)
    return TopicEvidence(
      coverage: all.map(\.coverage).reduce(0, +) / Double(all.count),
      nearest: nearest?.article, articleShare: nearest?.share ?? 0,
      words: words.filter { !vocabulary.isWeak($0.form) }.map { word in
        TopicEvidence.Word(
          word: word,
          isKnown: nearest.map { vocabulary.knows(word.form, article: $0.article) } ?? false,
          isAsked: nearest.map { vocabulary.asks(word.form, article: $0.article) } ?? false)
      },
      judged: resolved.count, solved: resolved.count { $0 }, contacts: all.count,
      escalated: all.count { $0.contact.escalated == true },
      burst: burst(all.map(\.contact)), elsewhere: nil,
      sourceRevised: article.flatMap { article in
        library.isOutdated(article)
          ? library.source(of: article.id)?.frontMatter.updated : nil
      })
  }

  private func burst(_ all: [Contact]) -> TopicEvidence.Burst? {
    let contacts = all.filter(history.isCompared)
    let (busiest, isSure) = history.busiestDays(
      contacts, before: all.filter { !history.isCompared($0) })
    guard !busiest.isEmpty else { return nil }
    let days = Set(busiest.compactMap { contacts[$0].time?.calendarDay.description })
    return TopicEvidence.Burst(
      share: Double(busiest.count) / Double(contacts.count), days: days.sorted(), isSure: isSure)
  }

  private func topic(
    _ group: Named, all: [ReviewedContact], current: [ReviewedContact],
    typical: (_ isGap: Bool) -> [String],
    nearest: (article: ArticleID, share: Double)?,
    vocabulary: ArticleVocabulary, untranslated: UntranslatedArticles
  ) -> GapReport.Topic {
    let language = vocabulary.language
    var evidence = evidence(all, words: group.words, nearest: nearest, vocabulary: vocabulary)
    if !TopicVerdict.isAsked(evidence) {
      evidence.elsewhere = untranslated.article(on: group.words)
    }
    let verdict = TopicVerdict(evidence, decision: group.decision, on: history.lastDay)
    // The nearest to an incident is no answer to it.
    let article =
      verdict.verdict == .notContent
      ? nil
      : evidence.elsewhere.flatMap { library.source(of: $0.article) }
        ?? nearest.flatMap { library.article($0.article, in: language) }
    let counts = history.counts(all)
    let typical = typical(verdict.verdict.isGap)
    return GapReport.Topic(
      id: group.id, name: typical.first ?? Courtesy.without(current[0].contact.quote),
      words: group.words.prefix(Self.shownWords).map(\.spelling), stems: group.stems,
      language: language.code,
      verdict: verdict.verdict, confidence: verdict.confidence, reasons: verdict.reasons,
      coverage: rounded(evidence.coverage), article: article?.id.rawValue,
      articleTitle: article?.title, articleShare: rounded(evidence.articleShare),
      section: verdict.verdict == .foundYetAsked
        ? article.flatMap { vocabulary.section(of: $0, on: group.words)?.title } : nil,
      measures: measures.measures(of: current.map(\.contact)), trend: counts,
      change: history.change(counts), quotes: Array(typical.dropFirst().prefix(Self.quotes)),
      wordsToAdd: verdict.verdict == .notFound
        ? wordsToAdd(evidence.words, vocabulary: vocabulary) : [], sameIn: [],
      decision: group.decision.flatMap { decision in
        decision.action == .keep
          ? nil : GapReport.Decision(decision, in: library, on: history.lastDay)
      },
      contacts: current.map(\.contact.id).sorted())
  }

  /// Words of many of the contacts that hardly stand elsewhere and that no article knows.
  private func wordsToAdd(
    _ words: [TopicEvidence.Word], vocabulary: ArticleVocabulary
  ) -> [String] {
    let most = words.map(\.word.share).max() ?? 0
    return words.filter {
      !$0.isKnown && $0.word.share >= Self.addedShare * most
        && $0.word.prominence >= Self.addedProminence && !vocabulary.isKnown($0.word.form)
    }.prefix(Self.mostAdded).map(\.word.spelling)
  }

  /// The article that comes nearest to the contacts together, and the share it is nearest to.
  static func nearest(
    _ items: [ReviewedContact]
  ) -> (article: ArticleID, share: Double)? {
    var scores: [ArticleID: Double] = [:]
    for item in items {
      for candidate in item.match.candidates {
        scores[candidate.article, default: 0] += candidate.score
      }
    }
    let best = scores.max { $0.value != $1.value ? $0.value < $1.value : $0.key > $1.key }
    return best.map { article, _ in
      (article, Double(items.count { $0.article == article }) / Double(items.count))
    }
  }

  /// Wordings that may stand for the topic, most typical first: those that customers typed themselves
  /// before agents' notes, and for a gap only what no article covers, the least covered first.
  private func typical(
    of members: [Int], telling: [TopicWords.Word], items: [ReviewedContact], words: TopicWords,
    typicality: [Double], isGap: Bool
  ) -> [String] {
    let covered = ReviewedContact.bandLimits.covered
    let open = isGap ? members.filter { items[$0].match.coverage < covered } : members
    let asked = open.isEmpty ? members : open
    let typed = asked.filter { !["phone", "call"].contains(items[$0].contact.channel ?? "") }
    let chosen = typed.count >= Self.smallest ? typed : asked
    let scores = Dictionary(
      chosen.map { member in
        (member, typicality[member] * (isGap ? 1 - items[member].match.coverage : 1))
      }, uniquingKeysWith: { first, _ in first })
    // Twice as many, since some differ in their courtesy alone.
    let limit = Self.quotes + 1
    var seen: Set<String> = []
    let wordings = words.typical(
      of: chosen, words: telling, typicality: scores, limit: 2 * limit
    ).map { Courtesy.without(items[$0].contact.quote) }
    return Array(
      wordings.filter { seen.insert(Folding.fold($0.lowercased())).inserted }.prefix(limit))
  }

  private func addNoise(_ noise: [Int], to outcome: inout Outcome, language: Language) {
    let id = "\(language.code)-noise"
    for member in noise {
      outcome.items[member].group = id
      outcome.items[member].coverage = 0
    }
    let all = noise.map { outcome.items[$0] }
    let current = all.filter { history.isUnderReview($0.contact) }
    guard history.makesTopic(current.count, of: all.count) else {
      outcome.single += current.count
      return
    }
    let counts = history.counts(all)
    outcome.topics.append(
      GapReport.Topic(
        id: id, name: current[0].contact.quote, words: [], stems: [],
        language: language.code, verdict: .noise, confidence: .likely, reasons: [], coverage: 0,
        article: nil,
        articleTitle: nil, articleShare: 0, section: nil,
        measures: measures.measures(of: current.map(\.contact)),
        trend: counts, change: history.change(counts),
        quotes: current.dropFirst().prefix(Self.quotes).map(\.contact.quote), wordsToAdd: [],
        sameIn: [], decision: nil, contacts: current.map(\.contact.id).sorted()))
  }
}
