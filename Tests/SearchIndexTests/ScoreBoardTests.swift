import KnowledgeBase
import TestSupport
import Testing
import TextAnalysis

@testable import SearchIndex

@Suite struct ScoreBoardTests {
  /// The obvious slow way: each term's score of each document, added, and all documents sorted.
  private func plain(
    _ terms: [QueryTerm], asking kind: QuestionKind? = nil, in index: SearchIndex
  ) -> [(number: Int, score: Int)] {
    var scores = [Int](repeating: 0, count: index.documents.count)
    let strong = terms.filter { !$0.isWeak }
    var units: Set<Int> = []
    for term in strong.isEmpty ? terms : strong where term.unit == nil {
      for (document, score) in index.score(term) { scores[document] += score }
    }
    for unit in strong.compactMap(\.unit) where units.insert(unit).inserted {
      let parts = strong.filter { $0.unit == unit }.map(index.score)
      for document in scores.indices {
        let own = parts.map { $0[document] ?? 0 }
        let isTyped = unit >= 0
        if isTyped && scores[document] > 0 || !own.contains(0) {
          scores[document] += own.reduce(0, +)
        }
      }
    }
    for term in strong.isEmpty ? [] : terms.filter(\.isWeak) {
      for (document, score) in index.score(term) where scores[document] > 0 {
        scores[document] += score
      }
    }
    for prior in index.priors { scores[prior.document] = prior.raised(scores[prior.document]) }
    for document in scores.indices {
      for share in kind.map({ index.shares(of: document, asking: $0) }) ?? [] {
        scores[document] += scores[document] * share / 256
      }
    }
    var seen: Set<UInt32> = []
    return scores.indices.filter { scores[$0] > 0 }
      .sorted { (-scores[$0], $0) < (-scores[$1], $1) }
      .filter { seen.insert(index.articleNumbers[$0]).inserted }
      .map { ($0, scores[$0]) }
  }

  @Test(arguments: ContractCorpus.languages)
  func ranksAsAllScoresSorted(code: String) throws {
    let index = try ContractCorpus.index(code)
    for query in try ContractQuery.read(code) {
      let terms = index.terms(of: query.text)
      let kind = index.questionWords?.kind(of: query.text)
      let all = plain(terms, asking: kind, in: index)
      let expected = all.filter { $0.score * 5 >= all[0].score }
      for limit in [1, 3, 100] {
        let hits = index.search(terms, asking: kind, limit: limit)
        #expect(hits.map(\.number) == expected.prefix(limit).map(\.number), "\(query.text)")
        #expect(hits.map { Int($0.score * 1024) } == expected.prefix(limit).map(\.score))
      }
    }
  }

  /// Words that stand in most documents are added last, and not everywhere; with an inflection that
  /// stands in as many, to all at once.
  @Test(arguments: [UInt64(1), 2, 3])
  func frequentWordsRankAsAllScoresSorted(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let language = try #require(Language("en"))
    let words = (0..<60).map { _ in random.word(of: "abdeiklmnorst", upTo: 6) + "om" }
    func draw(_ count: Int) -> [String] {
      (0..<count).map { _ in
        let word = words[60 * 60 / Int.random(in: 61...3600, using: &random)]
        return Bool.random(using: &random) ? word : word + "s"
      }
    }
    let articles = (0..<500).map { number in
      var front = FrontMatter(title: draw(2).joined(separator: " "))
      front.tags = [number % 3 == 0 ? "third" : "other"]
      return ContractCorpus.article(
        "\(number)", front: front,
        sections: [
          Section(level: 0, anchor: "", title: "", text: draw(30).joined(separator: " "))
        ], in: language)
    }
    let index = ContractCorpus.index(
      of: articles, pinned: [ArticleID("7"), ArticleID("300"), ArticleID("301")], in: language)
    for _ in 0..<200 {
      // Each third word with a mistake.
      let query = draw(4).map { word in
        Int.random(in: 0..<3, using: &random) == 0 ? "\(word.dropLast(2))mo" : word
      }.joined(separator: " ")
      let terms = index.terms(of: query)
      let expected = plain(terms, in: index)
      let third = expected.filter { index.documents[$0.number].tags == ["third"] }
      for (filter, expected) in [
        (SearchFilter(), expected), (SearchFilter(tags: ["third"]), third),
      ] {
        let hits = index.search(terms, limit: 10, filter: filter)
        #expect(hits.map(\.number) == expected.prefix(10).map(\.number), "\(query), seed \(seed)")
        #expect(hits.map { Int($0.score * 1024) } == expected.prefix(10).map(\.score))
      }
    }
  }

  @Test func aBoardIsLentClean() {
    let boards = ScoreBoards(documents: 3)
    let table = Impact.Table { Int32($0) }
    for _ in 0..<2 {
      boards.withBoard { board in
        let documents: [UInt32] = [0, 2]
        let impacts: [UInt8] = [5, 31]
        #expect(board.count(table, for: documents.span, impacts: impacts.span) == 2)
        #expect(board.count(table, for: documents.span, impacts: impacts.span) == 0)
        var counted: [Int] = []
        board.takeCounted { document, frequency, score in
          counted += [document, frequency]
          score += Int32(frequency)
        }
        #expect(counted == [0, 10, 2, 62])
        board.add(table, for: documents.span, impacts: impacts.span, mayFind: true)
        #expect(board.scores == [15, 0, 93])
      }
    }
  }
}
