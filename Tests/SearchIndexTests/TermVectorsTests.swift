import KnowledgeBase
import Testing
import TextAnalysis

@testable import SearchIndex

@Suite struct TermVectorsTests {
  private func vectors(
    _ documents: some Sequence<SearchDocument>, _ language: Language
  ) -> TermVectors {
    var vectors = TermVectors(language: language)
    for document in documents { vectors.add(document) }
    return vectors
  }

  @Test(arguments: ContractCorpus.languages)
  func anIndexDoesNotDependOnWhereItsWordsWereCounted(code: String) throws {
    let language = try #require(Language(code))
    let documents = Array(try ContractCorpus.index(code).documents)
    let whole = IndexSnapshot(SearchIndex(documents, language: language)).index
    let half = documents.count / 2
    // The second holds the first half too, and is asked for the rest only.
    let parts = [vectors(documents[..<half], language), vectors(documents, language)]
    for runs in [
      [(0, 0..<half), (1, half..<documents.count)],
      [(1, 0..<3), (0, 3..<half), (1, half..<documents.count)],
    ] {
      let index = SearchIndex(documents, language: language, vectors: parts, runs: runs)
      #expect(IndexSnapshot(index).index == whole)
    }
  }

  @Test(arguments: ContractCorpus.languages)
  func countWordsByField(code: String) throws {
    let language = try #require(Language(code))
    let documents = Array(try ContractCorpus.index(code).documents)
    try expectCounts(of: documents, in: vectors(documents, language), code: language.code)
  }

  @Test(arguments: [1, 30, 31, 32, 33, 255, 256, 10_000])
  func countWordsThatABodyHoldsOften(count: Int) throws {
    let language = try #require(Language("en"))
    let body = Array(repeating: "card", count: count).joined(separator: " ")
    let documents = ["Card", "Pin"].flatMap { title in
      SearchDocument.documents(
        of: ContractCorpus.article(
          title, front: FrontMatter(title: title),
          sections: [Section(level: 0, anchor: "", title: "", text: body + " pin")], in: language),
        category: "", isPinned: false)
    }
    try expectCounts(of: documents, in: vectors(documents, language), code: language.code)
  }

  private func expectCounts(
    of documents: [SearchDocument], in vectors: TermVectors, code: String
  ) throws {
    for (number, document) in documents.enumerated() {
      var expected: [String: [Int: Int]] = [:]
      for (field, text) in document.fields {
        for form in Tokenizer.tokens(in: text).map(\.form) + Compounds.forms(in: text) {
          expected[form, default: [:]][field.rawValue, default: 0] += 1
        }
        guard field == .lead, let words = QuestionWords.words(for: code) else { continue }
        for sign in AnswerSign.signs(of: text, in: words) {
          expected[sign.rawValue] = [field.rawValue: 1]
        }
      }
      var counted: [String: [Int: Int]] = [:]
      var next = vectors.fields(of: number..<number + 1).lowerBound
      for entry in vectors.entries(of: number..<number + 1) {
        var fields: [Int: Int] = [:]
        let (inBody, counts) = (vectors.entryCounts[entry] >> 3, vectors.entryCounts[entry] & 7)
        if inBody > 0 { fields[SearchField.body.rawValue] = Int(inBody) }
        for _ in 0..<counts {
          fields[Int(vectors.fieldCounts[next] & 7)] = Int(vectors.fieldCounts[next] >> 3)
          next += 1
        }
        #expect(
          counted.updateValue(fields, forKey: vectors.words[Int(vectors.entryWords[entry])]) == nil)
      }
      #expect(next == vectors.fields(of: number..<number + 1).upperBound)
      #expect(counted == expected)
    }
  }

  @Test func theWordsOfAnArticleThatWentAreGone() throws {
    let language = try #require(Language("en"))
    let documents = Array(try ContractCorpus.index("en").documents)
    let rest = Array(documents.dropFirst())
    let index = SearchIndex(
      rest, language: language, vectors: [vectors(documents, language)],
      runs: [(0, 1..<documents.count)])
    #expect(
      IndexSnapshot(index).index == IndexSnapshot(SearchIndex(rest, language: language)).index)
  }

  @Test func areReadBackAsWritten() throws {
    let language = try #require(Language("pl"))
    let documents = Array(try ContractCorpus.index("pl").documents)
    var writer = RawArrayWriter()
    vectors(documents, language).write(to: &writer)
    var reader = RawArrayReader(writer.bytes)
    let read = try #require(TermVectors(&reader, language: language))
    let index = SearchIndex(
      documents, language: language, vectors: [read], runs: [(0, 0..<read.count)])
    #expect(
      IndexSnapshot(index).index
        == IndexSnapshot(SearchIndex(documents, language: language)).index)
    for length in [0, 7, writer.bytes.count / 2, writer.bytes.count - 1] {
      var reader = RawArrayReader(Array(writer.bytes[..<length]))
      #expect(TermVectors(&reader, language: language) == nil)
    }
  }
}
