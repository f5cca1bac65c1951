import ArgumentParser
import ContactLog
import ContentParsing
import Diagnostics
import Foundation
import GapAnalysis
import KnowledgeBase

/// `signpost gaps`: reviews a log of contacts against the articles.
struct Gaps: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gaps",
    abstract: "Reviews a log of contacts: what is missing, what is not found.",
    discussion: """
      Without LOG, reviews the store of 'signpost contacts import'; without a store, every CSV and \
      JSON lines file in the content folder's contacts. The review names each topic by an id; the \
      other commands take it.
      """,
    subcommands: [
      GapsReview.self, GapsDraft.self, GapsAccept.self, GapsDecide.self, GapsEffect.self,
    ],
    defaultSubcommand: GapsReview.self)
}

/// `signpost gaps [review]`: the report.
struct GapsReview: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review", abstract: "Writes the review, as text if nothing else is asked for.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, markdown, html, csv, json }

  @OptionGroup var review: ReviewOptions

  @Option(name: .long, help: "text, markdown, html, csv or json.")
  var format = Format.text

  @Option(name: .long, help: "Write the review to this file.")
  var output: String?

  @Option(name: .long, help: "Write what each contact was matched with, as JSON lines.")
  var assignments: String?

  @Flag(
    name: .long,
    help: "Write contacts by article to volumes.yml in the content folder: the site's most asked.")
  var saveVolumes = false

  @Option(name: .long, help: "The language the review is written in: en, pl, lv or ru.")
  var language = ReportLanguage.english

  @Option(
    name: .long, parsing: .unconditional,
    help: "How many topics to show in each part of text and markdown.")
  var limit = 10

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit must be 1 or more.") }
  }

  func run() throws {
    let outcome = try review.run()
    let text = try rendered(outcome.review.report)
    if let output {
      try OutputFile.write(text, to: output)
      Terminal.say("wrote \(output)")
    } else {
      Terminal.answer(text)
    }
    if let assignments { try write(outcome.review.assignments, to: assignments) }
    if let lastDay = outcome.lastDay {
      var memory = outcome.memory
      memory.remember(outcome.review.report, until: lastDay)
    }
    // What is wrong in the log must not change the site.
    if outcome.hasFindings { throw ExitCode(1) }
    if saveVolumes {
      let path = "\(review.content.content)/volumes.yml"
      try OutputFile.write(outcome.review.report.volumes, to: path)
      Terminal.say("wrote \(path)")
    }
  }

  private func rendered(_ report: GapReport) throws -> String {
    switch format {
    case .text:
      return report.text(
        limit: limit, language: language, width: output == nil ? Terminal.width : 100)
    case .markdown: return report.markdown(limit: limit, language: language)
    case .html: return report.html(language: language)
    case .csv: return report.csv
    case .json:
      return try PrintedJSON.indented(report)
    }
  }

  private func write(_ assignments: [ContactAssignment], to path: String) throws {
    var lines: [UInt8] = []
    for assignment in assignments { assignment.appendLine(to: &lines) }
    try OutputFile.write(Data(lines), to: path)
  }
}

extension ReportLanguage: ExpressibleByArgument {}
