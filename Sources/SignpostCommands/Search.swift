import ArgumentParser
import ContentParsing
import Foundation
import KnowledgeBase
import SearchIndex

/// `signpost search`: answers a question from the articles.
struct Search: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Answers a question from the articles.",
    discussion: """
      Without --lang, the language is the one whose articles match best.
      With --queries, each line is a JSON object {"id","text","lang"}; answers come one a line, each \
      as soon as its query is read.
      In a terminal, titles are links to their articles, unless FORCE_HYPERLINK is 0.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Argument(help: "The question, in the customer's own words.")
  var question: [String] = []

  @Option(name: .long, help: "The language of the articles to search, such as pl.")
  var lang: String?

  @Option(name: .long, parsing: .unconditional, help: "How many answers at most.")
  var limit = 5

  @Option(name: .long, help: "text or json.")
  var format = Format.text

  @Flag(name: .long, help: "Show what each word was taken for, and what it added.")
  var explain = false

  @Option(name: .long, help: "A file of queries as JSON lines; - reads standard input.")
  var queries: String?

  @Option(
    name: .long,
    help: "Only articles of this category, by its path such as account/security; repeatable.")
  var category: [String] = []

  @Option(name: .long, help: "Only articles of this kind; repeatable.")
  var kind: [ArticleKind] = []

  @Option(name: .long, help: "Only articles with this tag; repeatable.")
  var tag: [String] = []

  @OptionGroup var content: ContentOptions

  private var filter: SearchFilter {
    SearchFilter(
      categories: category.map { $0.split(separator: "/").map(String.init) }, kinds: kind,
      tags: tag)
  }

  func validate() throws {
    if question.isEmpty == (queries == nil) {
      throw ValidationError("Give a question, or a file of them with --queries.")
    }
    if limit < 1 { throw ValidationError("--limit must be 1 or more.") }
  }

  func run() throws {
    let sources = try sources()
    let service = AnswerService(sources)
    let language = try lang.map { try service.language($0) }
    try service.check(filter, in: language)
    if let queries {
      try answerAll(in: queries, with: service, language: language)
      return
    }
    let text = question.joined(separator: " ")
    let answer = service.answer(text, in: language, limit: limit, filter: filter)
    switch format {
    case .json: Terminal.answer(try answer.json(id: nil))
    case .text:
      let text = AnswerText(site: sources.site, hasLinks: Terminal.showsLinks())
      Terminal.answer(text.render(answer, explain: explain))
    }
  }

  /// The indexes as they were kept, else of the articles, which are then kept.
  private func sources() throws -> AnswerSources {
    let snapshot = SearchSnapshot(content: content.content, day: Self.today)
    let kept = snapshot.load(wanted: lang) { [content] language in
      AnswerSources(content.load(), strings: content.strings).index(for: language)
    }
    if let kept { return kept }
    let built = AnswerSources(try content.loadUsable(), strings: content.strings)
    snapshot.save(built)
    return built
  }

  private static var today: String {
    // Without Foundation's calendar, whose tables take longer to load than an answer to find.
    var now = time(nil)
    var local = tm()
    localtime_r(&now, &local)
    return "\(local.tm_year + 1900)-\(local.tm_mon + 1)-\(local.tm_mday)"
  }

  private struct Query: Decodable {
    let id: String
    let text: String
    let lang: String?
  }

  private func answerAll(
    in path: String, with service: AnswerService, language: Language?
  ) throws {
    guard let lines = LineReader(path: path) else {
      throw ValidationError(
        "\(path) can't be read; give a file of JSON lines, or - for standard input.")
    }
    let decoder = JSONDecoder()
    var isFaulty = false
    var number = 0
    while let line = lines.next() {
      number += 1
      if line.allSatisfy({ $0 <= 0x20 }) { continue }
      guard let query = try? decoder.decode(Query.self, from: line) else {
        Terminal.say(
          "\(path):\(number): error: not a query "
            + "[queries]\n  cure: write {\"id\":\"1\",\"text\":\"…\",\"lang\":\"en\"}")
        isFaulty = true
        continue
      }
      let asked = try language ?? query.lang.map { try service.language($0) }
      Terminal.answer(
        try service.answer(query.text, in: asked, limit: limit, filter: filter).json(id: query.id))
    }
    if isFaulty { throw ExitCode(1) }
  }
}
