import ArgumentParser
import CivilCalendar
import ContentParsing
import Foundation
import GapAnalysis
import KnowledgeBase

/// `signpost gaps decide`: writes down what is to be done about a topic.
struct GapsDecide: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decide",
    abstract: "Writes down what is to be done about a topic, by whom and until when.",
    discussion: """
      Decisions stand in decisions.yml; later reviews show what became of them. Where the review \
      took two topics for one or one for two, --split and --merge put it right for good.
      """)

  @Argument(help: "The topic's id in the review.")
  var id: String

  @Option(name: .customLong("as"), help: "write, rename, fix, not-content, ignore or keep.")
  var action: ReviewDecision.Action?

  @Option(name: .long, help: "Who does it.")
  var owner: String?

  @Option(name: .long, help: "Until when: 2026-11-15.")
  var due: String?

  @Option(name: .long, help: "With 'ignore': the day from which it counts again.")
  var until: String?

  @Option(name: .long, help: "The day it was done.")
  var done: String?

  @Option(name: .long, help: "The article that answers, or will.")
  var article: String?

  @Option(name: .long, help: "Why.")
  var note: String?

  @Option(name: .long, help: "Count this other topic, also of another language, as a part of it.")
  var merge: String?

  @Option(name: .long, help: "Contacts with one of these words become a topic of their own.")
  var split: String?

  @OptionGroup var review: ReviewOptions

  func validate() throws {
    if merge == id { throw ValidationError("'\(id)' can't be merged with itself.") }
    for date in [due, until, done].compactMap(\.self) where !DecisionsFile.isDate(date) {
      let cure = MissingDay(date)?.cure ?? "write it as 2026-11-15"
      throw ValidationError("'\(date)' isn't a date; \(cure).")
    }
  }

  func run() throws {
    let file = try review.decisions()
    var entries = file.decisions
    var answer: [String] = []
    if file.decisions.contains(where: { $0.gap == id }), merge == nil, split == nil {
      try decide(in: &entries, topic: nil)
    } else {
      let outcome = try review.run()
      let topic = try outcome.topic(id)
      try decide(in: &entries, topic: topic)
      if let merge {
        let other = try outcome.topic(merge)
        var entry = Self.entry(of: other, in: entries)
        entry.into = id
        entries = entries.replacing(entry)
        answer.append("\(merge) counts as \(id)")
      }
      if let split { answer.append(try apart(topic, by: split, in: &entries)) }
    }
    let path = "\(review.content.content)/\(DecisionsFile.name)"
    try OutputFile.write(file.text(of: entries), to: path)
    let action = entries.first { $0.gap == id }?.action.rawValue ?? ""
    Terminal.answer((["\(path): \(id): \(action)"] + answer).joined(separator: "\n"))
  }

  /// Writes down what the options say about the topic itself.
  private func decide(
    in entries: inout [ReviewDecision], topic: GapReport.Topic?
  ) throws {
    var decision: ReviewDecision
    if let known = entries.first(where: { $0.gap == id }) {
      decision = known
    } else if let topic {
      guard action != nil || merge != nil || split != nil else {
        throw ValidationError("Say what to do about '\(id)': --as write, rename, fix, …")
      }
      decision = Self.entry(of: topic, in: entries)
      if let action, action != .write, action != .keep {
        decision.article = topic.article.map { ArticleID($0) }
      }
    } else {
      return
    }
    if let action { decision.action = action }
    decision.owner = owner ?? decision.owner
    decision.due = due ?? decision.due
    decision.until = until ?? decision.until
    decision.done = done ?? decision.done
    decision.article = article.map { ArticleID($0) } ?? decision.article
    decision.note = note ?? decision.note
    entries = entries.replacing(decision)
  }

  /// Takes the contacts with one of the words out of the topic.
  ///
  /// - Returns: What came of it, for the terminal.
  private func apart(
    _ topic: GapReport.Topic, by words: String, in entries: inout [ReviewDecision]
  ) throws -> String {
    let stems = TopicShapes.stems(of: words, language: topic.language)
    var entry = ReviewDecision(
      gap: TopicShapes.id(of: stems, from: topic.id), action: .keep, words: stems)
    entry.from = topic.id
    entry.decided = Today.iso
    let all = entries.replacing(entry)
    let topics = try review.run(deciding: all).review.report.topics
    guard !stems.isEmpty, let part = topics.first(where: { $0.id == entry.gap }),
      let rest = topics.first(where: { $0.id == topic.id })
    else {
      throw ValidationError(
        "'\(words)' doesn't part '\(topic.id)' into two topics of three contacts or more; "
          + "use words that stand in some of them, such as: "
          + topic.words.joined(separator: ", ") + ".")
    }
    entries = all
    return "\(part.id): \(part.measures.contacts) contacts; "
      + "\(rest.id): \(rest.measures.contacts) contacts"
  }

  /// What stands about the topic, or that it keeps its name.
  private static func entry(
    of topic: GapReport.Topic, in entries: [ReviewDecision]
  ) -> ReviewDecision {
    if let known = entries.first(where: { $0.gap == topic.id }) { return known }
    var entry = ReviewDecision(gap: topic.id, action: .keep, words: topic.stems)
    entry.decided = Today.iso
    return entry
  }
}

extension ReviewDecision.Action: ExpressibleByArgument {}
