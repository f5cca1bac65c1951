import Availability
import Foundation
import KnowledgeBase
import SiteGeneration
import Testing

/// What is said of states and due times, held to the phrases that the page's script is held to.
@Suite struct PhraseTests {
  private struct Phrases: Decodable {
    let states: [[Cell]]
    let dues: [[Cell]]
  }

  /// A text, or a number that only the script's cases have.
  private enum Cell: Decodable {
    case text(String)
    case other

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      self = (try? container.decode(String.self)).map(Cell.text) ?? .other
    }

    var text: String? {
      if case .text(let text) = self { text } else { nil }
    }
  }

  private let plan: ContactPlan
  private let phrases: Phrases

  init() throws {
    plan = try #require(try ContractTests.plans().first { $0.name == "riga" }?.read())
    phrases = try JSONDecoder().decode(
      Phrases.self,
      from: Data(contentsOf: ContractTests.folder.appending(path: "availability-phrases.json")))
  }

  private func words(_ code: String) throws -> ContactWords {
    let language = try #require(Language(code))
    return ContactWords(
      language: language, site: Site(title: [:], baseURL: "https://a.example", languages: []),
      strings: SiteStrings(language))
  }

  @Test func saysStatesAsTheScriptDoes() throws {
    var told = 0
    for row in phrases.states where row.dropFirst(3).first?.text == nil {
      // Only a browser knows the reader's own time.
      guard let expected = row[4].text, !expected.contains("(") else { continue }
      let channel = try #require(plan.channels.first { $0.id == row[1].text })
      let at = try #require(row[2].text.flatMap(ContractTests.instant))
      let state = try #require(plan.state(of: channel, at: at))
      let words = try words(try #require(row[0].text))
      #expect(words.state(state, at: at, in: plan.zone) == expected)
      told += 1
    }
    #expect(told > 20)
  }

  @Test func saysDueTimesAsTheScriptDoes() throws {
    for row in phrases.dues {
      let channel = try #require(plan.channels.first { $0.id == row[1].text })
      let at = try #require(row[2].text.flatMap(ContractTests.instant))
      let due = try #require(plan.answerDue(on: channel, after: at))
      let words = try words(try #require(row[0].text))
      #expect(words.due(due, at: at, in: plan.zone) == row[3].text)
    }
  }
}
