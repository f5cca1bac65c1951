import KnowledgeBase
import TestSupport
import Testing
import TextAnalysis

@testable import SearchIndex

@Suite struct IndexSnapshotTests {
  private func read(_ bytes: [UInt8], texts: [UInt8] = []) -> SearchIndex? {
    SearchIndex(snapshot: RawArrayReader(bytes)) { Array(texts[$0]) }
  }

  @Test(arguments: ContractCorpus.languages)
  func answersAsTheIndexItIsOf(code: String) throws {
    let index = try ContractCorpus.index(code)
    let snapshot = IndexSnapshot(index)
    let kept = try #require(read(snapshot.index, texts: snapshot.texts))
    #expect(kept.language == index.language)
    #expect(kept.synonyms == index.synonyms)
    for query in try ContractQuery.read(code) {
      let (own, other) = (index.terms(of: query.text), kept.terms(of: query.text))
      let (hits, others) = (index.search(own, limit: 3), kept.search(other, limit: 3))
      #expect(hits.map(\.number) == others.map(\.number), "\(query.text)")
      #expect(hits.map(\.score) == others.map(\.score))
      for (hit, twin) in zip(hits, others) {
        #expect(hit.document.url == twin.document.url && hit.document.tags == twin.document.tags)
        #expect(index.snippet(of: hit, terms: own) == kept.snippet(of: twin, terms: other))
      }
    }
  }

  @Test func anIndexWithoutSomePostingsIsKeptToo() throws {
    let index = try ContractCorpus.index("pl", copies: 3, keeping: 5)
    let kept = try #require(read(IndexSnapshot(index).index))
    #expect(!index.leftOut.isEmpty && kept.leftOut == index.leftOut)
  }

  @Test func damagedBytesAreRefused() throws {
    let bytes = try IndexSnapshot(ContractCorpus.index("en")).index
    #expect(read([]) == nil)
    for length in [1, 15, 16, 17, 1000, bytes.count - 1] {
      #expect(read(Array(bytes.prefix(length))) == nil)
    }
    var random = SeededGenerator(seed: 5)
    for _ in 0..<50 {
      var changed = bytes
      changed[Int.random(in: 0..<bytes.count, using: &random)] ^=
        1 << UInt8.random(in: 0..<8, using: &random)
      #expect(read(changed) == nil)
    }
  }

  @Test func anEmptyIndexIsKeptToo() throws {
    let snapshot = IndexSnapshot(SearchIndex([], language: try #require(Language("en"))))
    #expect(read(snapshot.index)?.search("anything").isEmpty == true)
  }
}
