import ContactLog
import Foundation
import KnowledgeBase
import SearchIndex
import Testing

@testable import GapAnalysis

/// Small help centres and logs for the tests.
enum Fixture {
  static let english = language("en")
  static let polish = language("pl")

  static func language(_ code: String) -> Language {
    guard let language = Language(code) else { preconditionFailure("\(code) is no language") }
    return language
  }

  static func article(
    _ id: String, _ title: String, questions: [String] = [], text: String = "",
    sections: [Section] = [], updated: String? = nil, language: Language = english
  ) -> Article {
    var matter = FrontMatter(title: title)
    matter.questions = questions
    matter.updated = updated
    return Article(
      id: ArticleID(id), language: language, sourcePath: "content/\(language.code)/\(id).md",
      categoryPath: [], permalink: Permalink("\(language.code)/\(id)/"), frontMatter: matter,
      html: "", markdown: text,
      sections: [Section(level: 0, anchor: "", title: "", text: text)] + sections)
  }

  static func library(_ articles: [Article]) -> Library {
    let languages = Set(articles.map(\.language)).sorted()
    return Library(
      site: Site(
        title: [:], baseURL: "https://help.example",
        languages: languages.isEmpty ? [english] : languages),
      articles: articles, categories: [])
  }

  static func analyzer(
    _ library: Library, decisions: [ReviewDecision] = []
  ) -> GapAnalyzer {
    GapAnalyzer(library, indexes: indexes(library), decisions: decisions)
  }

  static func indexes(_ library: Library) -> [Language: SearchIndex] {
    let indexes = library.languages.map { language in
      (
        language,
        SearchIndex(SearchDocument.documents(of: library, in: language), language: language)
      )
    }
    return Dictionary(uniqueKeysWithValues: indexes)
  }

  static func contact(
    _ id: Int, _ reason: String, on date: String? = nil, customer: String? = nil,
    channel: String? = "chat", language: String? = "en", solved: Bool? = nil,
    escalated: Bool? = nil, minutes: Double? = nil, reply: Double? = nil, category: String? = nil
  ) -> Contact {
    Contact(
      id: "\(id)", time: Timestamp(date ?? "2026-10-\(String(id % 20 + 110).dropFirst())"),
      channel: channel, language: language,
      customer: customer, reason: reason, category: category, resolvedAtFirstContact: solved,
      escalated: escalated,
      handlingMinutes: minutes, firstReplyMinutes: reply, row: id)
  }

  static let carSharing = library([
    article(
      "refund", "How long does a refund take?",
      questions: ["When will I get my money back?"], text: "At most 10 working days."),
    article(
      "refuel", "Refuel the car", questions: ["How do I pay for petrol?"],
      text: "Take the fuel card from the holder under the sun visor.\nEnter the PIN."),
    article("park", "Where can I park?", text: "In the green zone of the app."),
    article(
      "hold", "What is the pre-authorisation on my card?",
      text: "A hold of 30 euro that ends with the rental."),
    article("unlock", "Unlock the car", text: "Stand near the car and tap Unlock."),
  ])

  static let carSharingInPolishToo = library(
    carSharing.articles + [article("refund", "Jak długo trwa zwrot?", language: polish)])
}
