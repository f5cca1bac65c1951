import ArgumentParser
import ContentParsing
import Foundation
import GapAnalysis
import KnowledgeBase

extension ReviewOptions.Outcome {
  /// The topic of that id, or a usage error that names those there are.
  func topic(_ id: String) throws -> GapReport.Topic {
    let topics = review.report.topics
    if let topic = topics.first(where: { $0.id == id }) { return topic }
    let likely = topics.filter { $0.verdict.isGap || $0.verdict == .foundYetAsked }.prefix(12)
    throw ValidationError(
      "The review has no topic '\(id)'; it has: \(likely.map(\.id).joined(separator: ", ")).")
  }
}

/// `signpost gaps draft`: the skeleton of the article that a topic lacks.
struct GapsDraft: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draft",
    abstract: "Writes the skeleton of the article that a topic lacks, with customers' wordings.",
    discussion: """
      One file for each language that asks, under the same name, so that they are translations of \
      each other. They are drafts: nothing is published before 'status: draft' is removed. Where it \
      was decided to write the article, it gets the name that was decided, or decisions.yml gets \
      its name.
      """)

  @Argument(help: "The topic's id in the review.")
  var id: String

  @Option(
    name: .long, help: "The folder below the language's, such as fuel; else the nearest article's.")
  var category: String?

  @Option(name: .long, help: "The file's name without .md; else made of the topic's.")
  var slug: String?

  @OptionGroup var review: ReviewOptions

  func run() throws {
    let outcome = try review.run()
    let topic = try outcome.topic(id)
    let topics = try [topic] + topic.sameIn.map(outcome.topic)
    let file = try review.decisions()
    let ids = Set(topics.map(\.id))
    let decided = file.decisions.first { $0.action == .write && ids.contains($0.gap) }
    var decidedPath = try decided?.article.map { article in
      try Self.parts(
        of: article.rawValue, "write 'article' in \(DecisionsFile.name) as fuel/no-card")
    }
    let decidedName = decidedPath?.popLast()
    let isDecided = category == nil && decidedName != nil
    let folder = try isDecided ? decidedPath ?? [] : categoryPath(topic, in: outcome.loaded.library)
    let naming = topics.first { $0.language == "en" } ?? topic
    let name = slug ?? decidedName ?? ArticleDraft.slug(of: naming.name)
    let drafts = ArticleDraft.drafts(of: topics, category: folder, slug: name)
    for draft in drafts {
      let path = "\(review.content.content)/\(draft.path)"
      guard !FileManager.default.fileExists(atPath: path) else {
        throw ValidationError("\(path) exists; name another file with --slug.")
      }
    }
    for draft in drafts {
      let path = "\(review.content.content)/\(draft.path)"
      try OutputFile.write(draft.text, to: path)
      Terminal.answer(path)
    }
    if var decided, decided.article == nil {
      let article = (folder + [name]).joined(separator: "/")
      decided.article = ArticleID(article)
      let path = "\(review.content.content)/\(DecisionsFile.name)"
      try OutputFile.write(file.text(of: file.decisions.replacing(decided)), to: path)
      Terminal.answer("\(path): \(decided.gap): write \(article)")
    }
  }

  private func categoryPath(_ topic: GapReport.Topic, in library: Library) throws -> [String] {
    let names = Set(library.categories.map { $0.path.joined(separator: "/") }).sorted()
    if let category {
      return try Self.parts(of: category, "use: \(names.joined(separator: ", "))")
    }
    if topic.isNearArticle, let article = topic.article.map({ ArticleID($0) }),
      let source = library.source(of: article)
    {
      return source.categoryPath
    }
    throw ValidationError(
      "No article is clearly near; say where it belongs: --category "
        + names.joined(separator: ", ") + ".")
  }

  /// The parts of a path that stays below the language's folder.
  private static func parts(of path: String, _ cure: String) throws -> [String] {
    let parts = path.split(separator: "/").map(String.init)
    guard !parts.isEmpty, parts.allSatisfy({ $0 != ".." && $0 != "." && !$0.contains("\\") })
    else { throw ValidationError("'\(path)' isn't a folder or file of articles; \(cure).") }
    return parts
  }
}

/// `signpost gaps accept`: customers' wordings become questions of the article that answers.
struct GapsAccept: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept",
    abstract: "Adds customers' wordings to the questions of the article that answers them.",
    discussion: "Shows what changed in the file; every other line stays as it is.")

  @Argument(help: "The topic's id in the review.")
  var id: String

  @Option(name: .long, help: "The article that answers, where the review names another or none.")
  var article: String?

  @Flag(name: .long, help: "Only show what would change.")
  var dryRun = false

  @OptionGroup var review: ReviewOptions

  func run() throws {
    let outcome = try review.run()
    let topic = try outcome.topic(id)
    let answer = article ?? (Self.isMissing(topic) ? nil : topic.article)
    guard let language = Language(topic.language),
      let source = answer.flatMap({
        outcome.loaded.library.article(ArticleID($0), in: language)
      })
    else {
      throw ValidationError(
        article.map { "There is no article '\($0)' in '\(topic.language)'." }
          ?? "No article in '\(topic.language)' answers '\(id)'; write one: signpost gaps draft "
          + "\(id); or name the one that does: --article payments/refund")
    }
    let path = source.sourcePath
    guard let text = try? String(contentsOfFile: path, encoding: .utf8),
      let edit = QuestionsEdit(
        text, adding: QuestionsEdit.wordings(of: topic), known: source.frontMatter.questions)
    else {
      Terminal.say(
        "\(path): error: 'questions' can't be extended [accept]\n"
          + "  cure: write them as a list, one '- …' a line")
      throw ExitCode(1)
    }
    guard !edit.added.isEmpty else {
      return Terminal.answer("\(path): has these questions already")
    }
    if !dryRun { try OutputFile.write(edit.text, to: path) }
    Terminal.answer("\(path)\n\(edit.diff)")
  }

  /// Whether the nearest article is surely no answer, or isn't clearly near.
  private static func isMissing(_ topic: GapReport.Topic) -> Bool {
    topic.verdict == .missing && (topic.confidence == .likely || !topic.isNearArticle)
  }
}

/// `signpost gaps effect`: whether revised articles are followed by fewer contacts.
struct GapsEffect: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "effect",
    abstract: "Compares contacts before and after articles were revised with all other contacts.")

  @Option(name: .long, help: "Only this article: payments/refund.")
  var article: String?

  @Option(name: .long, help: "The language the answer is written in: en, pl, lv or ru.")
  var language = ReportLanguage.english

  @OptionGroup var review: ReviewOptions

  func run() throws {
    let report = try review.run().review.report
    let effects = report.effects.filter { article == nil || $0.article == article }
    guard !effects.isEmpty else {
      Terminal.say(
        "error: nothing to compare: no article was revised within the log"
          + (article.map { ", or '\($0)' has too few contacts" } ?? "") + " [effect]")
      throw ExitCode(1)
    }
    Terminal.answer(report.text(of: effects, language: language, width: Terminal.width))
  }
}
