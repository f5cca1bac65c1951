/// What customers did by themselves, as tables of the review.
struct SelfServiceTables {
  let selfService: GapReport.SelfService
  let report: GapReport
  let words: ReportWords

  /// Nil for a review without visits.
  init?(_ report: GapReport, words: ReportWords) {
    guard let selfService = report.selfService else { return nil }
    self.selfService = selfService
    self.report = report
    self.words = words
  }

  var all: [ReportTable] {
    [articles, unanswered, stickers].filter { !$0.rows.isEmpty }
  }

  private var articles: ReportTable {
    let totals = selfService.totals
    let perContact = Double(totals.views) / Double(max(1, report.contacts))
    return ReportTable(
      title: words(.sectionSelfService),
      intro: sentence(.introSelfService, totals) + " "
        + words(.viewsPerContact, words.decimal(perContact)),
      head: [
        words(.article), words(.views), words(.searches), words(.contacts),
        words(.contactsPerHundred),
      ],
      rows: selfService.articles.map { use in
        ReportTable.Row(
          title(use.titles) ?? use.article,
          cells: [
            words.count(use.views), words.count(use.searches), words.count(use.contacts),
            use.contactsPerHundredViews.map(words.decimal) ?? "–",
          ])
      }, notes: selfService.before.map { [sentence(.beforeSelfService, $0)] } ?? [])
  }

  private var unanswered: ReportTable {
    ReportTable(
      title: words(.sectionSearches), intro: words(.introSearches),
      head: [words(.search), words(.withoutResult), words(.searches), words(.contacts)],
      rows: selfService.unanswered.map { query in
        let topic = report.topics.first { $0.id == query.id }
        return ReportTable.Row(
          query.name, language: query.language,
          cells: [
            words.count(query.withoutResult), words.count(query.searches),
            topic.map { words.count($0.measures.contacts) } ?? "–",
          ], note: "\(words.verdict(query.verdict)) · \(advice(query, topic))")
      },
      notes: selfService.ungrouped > 0
        ? [words(.ungroupedSearches, words.count(selfService.ungrouped))] : [])
  }

  private var stickers: ReportTable {
    ReportTable(
      title: words(.sectionStickers), intro: words(.introStickers),
      head: [words(.place), words(.views)],
      rows: selfService.stickers.map { sticker in
        ReportTable.Row(
          sticker.place.isEmpty ? "–" : sticker.place, cells: [words.count(sticker.visits)],
          note: "\(title(sticker.titles) ?? words(.unknownCode)) · \(sticker.code)")
      })
  }

  private func advice(_ query: GapReport.QueryTopic, _ topic: GapReport.Topic?) -> String {
    if let topic { return words(.alsoContacts, topic.name, topic.id) }
    guard let title = query.articleTitle else { return words(.adviceMissing, query.name) }
    return words(.adviceNotFound, title, query.wordings.joined(separator: ", "))
  }

  /// In the review's language, else in the first of the alphabet that has one.
  private func title(_ titles: [String: String]) -> String? {
    titles[words.language.rawValue] ?? titles.min { $0.key < $1.key }?.value
  }

  private func sentence(_ key: ReportWords.Key, _ totals: GapReport.VisitTotals) -> String {
    words(
      key, words.count(totals.views), words.count(totals.searches),
      words.count(totals.withoutResult), words.percent(totals.withoutResultShare))
  }
}

extension ReportTheme {
  /// Reads, searches and searches without result of all its topics; nil where there are none.
  func selfService(_ words: ReportWords) -> String? {
    let uses = topics.compactMap(\.selfService)
    guard uses.contains(where: { $0.views + $0.searches + $0.withoutResult > 0 }) else {
      return nil
    }
    return words(
      .topicUse, words.count(uses.reduce(0) { $0 + $1.views }),
      words.count(uses.reduce(0) { $0 + $1.searches }),
      words.count(uses.reduce(0) { $0 + $1.withoutResult }))
  }
}
