import KnowledgeBase
import TextAnalysis

/// Finds topics that ask for the same thing in different languages.
///
/// Five signs are taken: an article and its translations that all are asked about; the same article
/// that all lie near and none asks; the same loan word (`deposit`, `depozīts`, `депозит`) that an
/// article lacks, or asks for in one language alone; words that mean the same, where no article answers; the same days on which all
/// came. The last two hold within a language too: one outage is told in many ways.
struct TopicAlignment {
  private static let sharedBeginning = 4
  /// Below this no article can be named.
  private static let unclearShare = 0.2

  /// Sets `sameIn`, and lends the article of a topic to those with the same loan word that no
  /// article is clearly near to, and to those of other languages that speak of the same.
  ///
  /// - Parameters:
  ///   - meanings: what topics speak of, by their ids.
  ///   - decisions: those with `into` put topics of two languages together.
  static func aligned(
    _ topics: [GapReport.Topic], meanings: [String: SparseVector], in library: Library,
    decisions: [ReviewDecision] = []
  ) -> [GapReport.Topic] {
    var topics = topics
    lendArticles(&topics, library)
    let open = topics.indices.filter { topics[$0].verdict == .missing }
    let alike = TopicMeanings.together(
      open.map { (meanings[topics[$0].id] ?? [], topics[$0].measures.contacts) }
    ).map { $0.map { open[$0] } }
    // Several that ask for the same and find no article are sure that there is none.
    lendTranslations(&topics, except: Set(alike.joined()), meanings)
    var classes: [String: [Int]] = [:]
    for (number, topic) in topics.enumerated() {
      // Neighbouring days of two bursts may differ; the busiest is on both.
      for day in topic.reasons.filter({ $0.kind == .burst }).flatMap(\.words) {
        classes["burst \(day)", default: []].append(number)
      }
      guard let article = topic.article else { continue }
      switch topic.verdict {
      // Translated words alone tell what another language's article answers: of one or two contacts
      // they are too few.
      case .otherLanguageOnly where topic.measures.contacts < TopicBuilder.smallest: continue
      case .notFound, .foundYetAsked, .otherLanguageOnly, .outdatedTranslation:
        classes["answered \(article)", default: []].append(number)
      case .missing where topic.isNearArticle && topic.confidence == .likely:
        // Another topic of the language near the same article is another question.
        let key = "missing \(article)"
        if !(classes[key] ?? []).contains(where: { topics[$0].language == topic.language }) {
          classes[key, default: []].append(number)
        }
      case .missing, .notContent, .noise: continue
      }
    }
    let numbers = Dictionary(
      topics.indices.map { (topics[$0].id, $0) }, uniquingKeysWith: { first, _ in first })
    let decided = decisions.map { [$0.gap, $0.into].compactMap { $0.flatMap { numbers[$0] } } }
    for members in Array(classes.values) + alike + decided
    where members.count > 1 {
      let ids = Set(members.flatMap { [topics[$0].id] + topics[$0].sameIn })
      for id in ids {
        guard let number = numbers[id] else { continue }
        topics[number].sameIn = ids.subtracting([id]).sorted()
      }
    }
    return topics
  }

  private static func lendArticles(_ topics: inout [GapReport.Topic], _ library: Library) {
    let open = topics.indices.filter { topics[$0].verdict == .notFound }
    for number in open where !topics[number].isNearArticle {
      let lender = topics.indices.filter { other in
        topics[other].articleShare > topics[number].articleShare
          && topics[other].language != topics[number].language
          && isSame(loanable(topics[other]), topics[number].wordsToAdd)
      }.max { topics[$0].articleShare < topics[$1].articleShare }
      if lender == nil, topics[number].articleShare < unclearShare {
        topics[number].article = nil
        topics[number].articleTitle = nil
      }
      guard let id = lender.flatMap({ topics[$0].article }),
        let language = Language(topics[number].language),
        let article = library.article(ArticleID(id), in: language)
      else { continue }
      topics[number].article = id
      topics[number].articleTitle = article.title
      if library.isOutdated(article),
        let revised = library.source(of: article.id)?.frontMatter.updated
      {
        topics[number].reasons.append(GapReport.Reason(.sourceRevised, words: [revised]))
      }
    }
  }

  /// What may have no answer is not found where most contacts lie near an article that surely answers
  /// customers of another language who speak of the same.
  ///
  /// Neither is enough: a shared thing (`car`, `parcel`) is asked about in many ways, and an article
  /// may lie near for its words alone.
  private static func lendTranslations(
    _ topics: inout [GapReport.Topic], except joined: Set<Int>, _ meanings: [String: SparseVector]
  ) {
    let answered = Dictionary(
      grouping: topics.indices.filter {
        topics[$0].verdict.isAnswered && topics[$0].confidence == .likely
      }, by: { topics[$0].article })
    for number in topics.indices
    where topics[number].verdict == .missing && topics[number].confidence == .unsure
      && topics[number].articleShare >= TopicVerdict.meantShare && !joined.contains(number)
    {
      let topic = topics[number]
      let lenders = answered[topic.article, default: []].filter {
        topics[$0].language != topic.language
      }
      let closest = TopicMeanings.closest(
        to: meanings[topic.id] ?? [], among: lenders.map { meanings[topics[$0].id] ?? [] })
      guard let lender = closest.map({ lenders[$0] }) else { continue }
      topics[number].verdict = .notFound
      topics[number].wordsToAdd = Array(
        topic.reasons.first { $0.kind == .unknownWords }?.words.prefix(3) ?? [])
      topics[number].reasons.insert(
        GapReport.Reason(.askedElsewhere, words: [topics[lender].name]), at: 0)
    }
  }

  /// What its article lacks, though it answers, or surely asks for.
  private static func loanable(_ topic: GapReport.Topic) -> [String] {
    switch topic.verdict {
    case .notFound: topic.wordsToAdd
    case .foundYetAsked where topic.confidence == .likely:
      topic.reasons.first { $0.kind == .asked }?.words ?? []
    default: []
    }
  }

  private static func isSame(_ left: [String], _ right: [String]) -> Bool {
    left.contains { word in right.contains { isLoanWord(word, $0) } }
  }

  /// `depozīts` and `депозит`: the same beginning in Latin letters, and nearly as long.
  private static func isLoanWord(_ left: String, _ right: String) -> Bool {
    let words = [left, right].map { word in
      Transliteration.latin(Tokenizer.tokens(in: word).map(\.form).joined()).unicodeScalars
    }
    let shared = zip(words[0], words[1]).prefix { $0 == $1 }.count
    return shared >= sharedBeginning && abs(words[0].count - words[1].count) <= 2
  }
}
