import Foundation
import KnowledgeBase
import Testing

@testable import SearchIndex

@Suite struct SearchExportTests {
  private func objects(_ text: String) throws -> [[String: Any]] {
    try text.split(separator: "\n").map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
  }

  private func export(
    _ index: SearchIndex, for server: SearchServer
  ) -> [(name: String, text: String)] {
    SearchExport(index, for: server, baseURL: "https://help.example").files
  }

  @Test func addressesAreWholeOnes() throws {
    let index = try ContractCorpus.index("pl")
    for server in SearchServer.allCases {
      let text = export(index, for: server)[1].text
      #expect(text.contains(#""url":"https://help.example/pl/"#), "\(server)")
      #expect(!text.contains(#""url":"pl/"#), "\(server)")
    }
  }

  @Test func aCommaOrAnArrowInASynonymSeparatesNothing() throws {
    let index = ContractCorpus.index(
      of: [], synonyms: Synonyms(twoWay: [["a, b", "c => d"]], oneWay: []),
      in: try #require(Language("en")))
    let settings = try #require(try objects(export(index, for: .opensearch)[0].text).first)
    let analysis = (settings["settings"] as? [String: Any])?["analysis"] as? [String: Any]
    let words = (analysis?["filter"] as? [String: Any])?["words"] as? [String: Any]
    #expect(words?["synonyms"] as? [String] == [#"a\, b, c \=> d"#])
  }

  @Test func openSearchTakesEveryDocumentBehindItsAction() throws {
    let index = try ContractCorpus.index("pl")
    let files = export(index, for: .opensearch)
    #expect(files.map(\.name) == ["pl.index.json", "pl.bulk.ndjson"])
    let lines = try objects(files[1].text)
    #expect(lines.count == index.documents.count * 2)
    for (action, document) in zip(
      stride(from: 0, to: lines.count, by: 2), stride(from: 1, to: lines.count, by: 2))
    {
      let target = try #require(lines[action]["index"] as? [String: String])
      #expect(target["_id"] == lines[document]["id"] as? String)
    }
    let settings = try #require(try objects(files[0].text).first)
    #expect(settings.keys.sorted() == ["mappings", "settings"])
    #expect(files[0].text.contains("paliwo, benzyna"), "two-way synonyms")
    #expect(files[0].text.contains("mandat => mandat, parkowanie"), "one-way synonyms")
  }

  @Test(arguments: [("en", "english"), ("lv", "latvian"), ("ru", "russian"), ("pl", nil)])
  func openSearchStemsWhereTheServerCan(code: String, stemmer: String?) throws {
    let text = try export(ContractCorpus.index(code), for: .opensearch)[0].text
    #expect(text.contains(#""type":"stemmer""#) == (stemmer != nil))
    let asked = #""filter":["lowercase","folding","words"]"#
    #expect(text.contains(asked) == (stemmer == nil), "a stemmer needs diacritics")
    if let stemmer { #expect(text.contains(#""language":"\#(stemmer)""#)) }
  }

  @Test(arguments: [("en", true), ("ru", true), ("pl", false), ("lv", false)])
  func typesenseStemsWhereTheServerCan(code: String, isStemmed: Bool) throws {
    let text = try export(ContractCorpus.index(code), for: .typesense)[0].text
    #expect(text.contains(#""stem":true"#) == isStemmed)
  }

  @Test func meilisearchGetsIdentifiersItAccepts() throws {
    let index = try ContractCorpus.index("ru")
    let files = export(index, for: .meilisearch)
    let documents = try #require(
      try JSONSerialization.jsonObject(with: Data(files[1].text.utf8)) as? [[String: Any]])
    let ids = documents.compactMap { $0["id"] as? String }
    #expect(Set(ids).count == index.documents.count)
    #expect(ids.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } && !$0.contains("/") })
    let settings = try #require(try objects(files[0].text).first)
    #expect((settings["stopWords"] as? [String])?.contains("как") == true)
    #expect((settings["synonyms"] as? [String: [String]])?["счёт"] == ["чек"])
    #expect((settings["searchableAttributes"] as? [String])?.first == "title")
  }

  @Test func typesenseGetsAFieldForEveryKey() throws {
    let index = try ContractCorpus.index("en")
    let files = export(index, for: .typesense)
    #expect(files.map(\.name) == ["en.schema.json", "en.documents.jsonl", "en.synonyms.json"])
    let schema = try #require(try objects(files[0].text).first)
    let fields = try #require(schema["fields"] as? [[String: Any]]).compactMap {
      $0["name"] as? String
    }
    let document = try #require(try objects(files[1].text).first)
    #expect(Set(document.keys).subtracting(fields).subtracting(["id", "language"]).isEmpty)
    let set = try #require(try objects(files[2].text).first)
    let synonyms = try #require(set["items"] as? [[String: Any]])
    #expect(synonyms.contains { $0["root"] as? String == "tow truck" })
    #expect(Set(synonyms.compactMap { $0["id"] as? String }).count == synonyms.count)
  }

  @Test func customersWordsCannotBreakOutOfTheJSON() {
    let text = JSONText.string("a\"b\\c\nd\u{0}\u{1F}</script>я")
    let back = try? JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
    #expect(back as? String == "a\"b\\c\nd\u{0}\u{1F}</script>я")
  }
}
