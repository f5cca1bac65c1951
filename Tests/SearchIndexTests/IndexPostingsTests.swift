import KnowledgeBase
import TestSupport
import Testing
import TextAnalysis

@testable import SearchIndex

/// After an edit an index is the one that is made anew.
@Suite struct IndexPostingsTests {
  private static let english = Language("en")

  private struct Text {
    var title: String
    var lead: String
    var body: String
  }

  private static func text(_ random: inout SeededGenerator, word: Int) -> Text {
    func words(_ count: Int) -> String {
      (0..<count).map { _ in "word\(Int.random(in: 0..<word, using: &random))" }
        .joined(separator: " ")
    }
    return Text(title: words(4), lead: words(9), body: words(20))
  }

  private static func documents(_ texts: [Text]) -> [SearchDocument] {
    texts.enumerated().map { number, text in
      SearchDocument(
        article: ArticleID("a\(number)"), title: text.title, url: "a\(number)/", section: "",
        summary: "", category: "", categoryPath: [], kind: .page, tags: [], isPinned: false,
        contacts: 0, text: text.body,
        fields: [(.title, text.title), (.lead, text.lead), (.body, text.body)])
    }
  }

  private static func vectors(_ documents: [SearchDocument], _ language: Language) -> TermVectors {
    var vectors = TermVectors(language: language)
    for document in documents { vectors.add(document) }
    return vectors
  }

  @Test(arguments: UInt64(1)...12)
  func exchangedDocumentsGiveTheIndexThatIsMadeAnew(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let language = try #require(Self.english)
    // Few words for many pairs that stand in several documents, many for words that come and go.
    let words = seed % 2 == 0 ? 12 : 300
    var texts = (0..<40).map { _ in Self.text(&random, word: words) }
    let old = Self.vectors(Self.documents(texts), language)
    let postings = IndexPostings([old], runs: [(0, 0..<old.count)])
    let edited = Array(0..<40).shuffled(using: &random).prefix(Int(seed)).sorted()
    // The fields keep their lengths all in all.
    let before = edited.map { texts[$0] }
    for (place, number) in edited.enumerated() {
      texts[number] = before[(place + 1) % before.count]
      let (word, other) = ("word\(place)", place % 2 == 0 ? "aaword\(place)" : "words\(place)")
      texts[number].title.replace(word + " ", with: other + " ")
      texts[number].body.replace(word + " ", with: other + " ")
    }
    let documents = Self.documents(texts)
    let new = Self.vectors(edited.reversed().map { documents[$0] }, language)
    let exchanged = try #require(
      postings.exchanging(
        edited, for: [new], runs: edited.indices.reversed().map { (0, $0..<$0 + 1) }))
    // Written down, read back and edited back.
    var writer = RawArrayWriter()
    exchanged.write(to: &writer)
    var reader = RawArrayReader(writer.bytes)
    let read = try #require(IndexPostings(&reader))
    let whole = SearchIndex(documents, language: language)
    let index = SearchIndex(documents, language: language, postings: read)
    #expect(IndexSnapshot(index).index == IndexSnapshot(whole).index, "seed \(seed)")
    let back = try #require(
      read.exchanging(edited, for: [old], runs: edited.map { (0, $0..<$0 + 1) }))
    let first = SearchIndex(documents, language: language, postings: back)
    let expected = SearchIndex(documents, language: language, postings: postings)
    #expect(IndexSnapshot(first).index == IndexSnapshot(expected).index, "seed \(seed)")
  }

  @Test func aTextThatChangesTheAverageIsNotExchanged() throws {
    var random = SeededGenerator(seed: 1)
    let language = try #require(Self.english)
    let texts = (0..<10).map { _ in Self.text(&random, word: 50) }
    let vectors = Self.vectors(Self.documents(texts), language)
    let postings = IndexPostings([vectors], runs: [(0, 0..<10)])
    var long = texts[3]
    long.body += String(repeating: " more", count: 20)
    let new = Self.vectors(Self.documents([long]), language)
    #expect(postings.exchanging([3], for: [new], runs: [(0, 0..<1)]) == nil)
    #expect(postings.exchanging([3], for: [vectors], runs: [(0, 3..<4)]) != nil)
  }

  @Test func averagesHaveTenBinaryDigits() {
    let fields = SearchField.allCases.count
    var lengths = [UInt32](repeating: 0, count: 3 * fields)
    lengths[0] = 1003
    lengths[fields] = 1
    #expect(IndexPostings.averages(of: lengths) == [502] + Array(repeating: 1, count: fields - 1))
    lengths[0] = 100_003
    #expect(IndexPostings.averages(of: lengths)[0] == 49_984)
  }
}
