import Foundation
import SearchIndex
import Testing

/// The same files are read by `Tests/ScriptTests/search.test.mjs`. `UPDATE_SNAPSHOTS=1` writes them
/// anew and fails.
@Suite struct ContractTests {
  private let isUpdating = ProcessInfo.processInfo.environment["UPDATE_SNAPSHOTS"] == "1"

  @Test(arguments: ContractCorpus.languages)
  func bundleIsTheOneBrowsersAreTestedWith(code: String) throws {
    let file = ContractCorpus.folder.appendingPathComponent("bundle.\(code).json")
    let bundle = try ContractCorpus.bundle(ContractCorpus.index(code))
    if isUpdating {
      try bundle.write(to: file)
      Issue.record("wrote \(file.lastPathComponent)")
    }
    let stored = try Data(contentsOf: file)
    #expect(bundle == stored, "run with UPDATE_SNAPSHOTS=1 if the change is meant")
  }

  @Test(arguments: ContractCorpus.languages)
  func everyQueryFindsItsArticleFirstWithTheExactScore(code: String) throws {
    let index = try ContractCorpus.index(code)
    let queries = try ContractQuery.read(code)
    #expect(queries.count >= 125)
    if isUpdating {
      let updated = queries.map {
        ContractQuery(
          text: $0.text, wanted: $0.wanted, results: ContractQuery.results(of: $0.text, in: index))
      }
      try ContractQuery.write(updated, code)
      Issue.record("wrote queries.\(code).tsv")
    }
    for query in queries {
      let results = ContractQuery.results(of: query.text, in: index)
      if !isUpdating { #expect(results == query.results, "\(query.text)") }
      let first = results.prefix { $0 != ":" && $0 != "#" }
      #expect(first == query.wanted, "\(query.text): \(results)")
    }
  }
}
