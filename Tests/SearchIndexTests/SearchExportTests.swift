import Foundation
import Testing

@testable import SearchIndex

@Suite struct SearchExportTests {
  private func objects(_ text: String) throws -> [[String: Any]] {
    try text.split(separator: "\n").map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
  }

  @Test func openSearchTakesEveryDocumentBehindItsAction() throws {
    let index = try ContractCorpus.index("pl")
    let files = SearchExport(index, for: .opensearch).files
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
    let text = try SearchExport(ContractCorpus.index(code), for: .opensearch).files[0].text
    #expect(text.contains(#""type":"stemmer""#) == (stemmer != nil))
    if let stemmer { #expect(text.contains(#""language":"\#(stemmer)""#)) }
  }

  @Test func meilisearchGetsIdentifiersItAccepts() throws {
    let index = try ContractCorpus.index("ru")
    let files = SearchExport(index, for: .meilisearch).files
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
    let files = SearchExport(index, for: .typesense).files
    #expect(files.map(\.name) == ["en.schema.json", "en.documents.jsonl", "en.synonyms.jsonl"])
    let schema = try #require(try objects(files[0].text).first)
    let fields = try #require(schema["fields"] as? [[String: Any]]).compactMap {
      $0["name"] as? String
    }
    let document = try #require(try objects(files[1].text).first)
    #expect(Set(document.keys).subtracting(fields).subtracting(["id", "language"]).isEmpty)
    let synonyms = try objects(files[2].text)
    #expect(synonyms.contains { $0["root"] as? String == "tow truck" })
    #expect(Set(synonyms.compactMap { $0["id"] as? String }).count == synonyms.count)
  }

  @Test func customersWordsCannotBreakOutOfTheJSON() {
    let text = JSONText.string("a\"b\\c\nd\u{0}\u{1F}</script>я")
    let back = try? JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
    #expect(back as? String == "a\"b\\c\nd\u{0}\u{1F}</script>я")
  }
}
