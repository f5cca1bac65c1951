import ArgumentParser
import ContentChecks
import Foundation

/// `signpost translations`: what is missing in which language, and what is out of date.
struct Translations: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "translations",
    abstract: "Shows which translations are missing or out of date, and how far.",
    discussion: """
      Where the content lies in a Git repository, the source's text at the translation's last \
      change is compared with the text now; else the dates in 'updated' decide. Exit code 1 when a \
      translation is out of date by more than a note.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, html, json }

  @Option(name: .long, help: "text, html (a page for the editors) or json.")
  var format = Format.text

  @Option(name: .long, help: "The file to write to, instead of standard output.")
  var output: String?

  @OptionGroup var content: ContentOptions

  func run() throws {
    let loaded = try content.loadUsable()
    let past = GitHistory(folder: content.content).pastSources(of: loaded.library)
    let report = TranslationReport(
      CheckedContent(loaded, root: content.content, today: Today.iso, pastSources: past))
    let text =
      switch format {
      case .text: report.text
      case .html: report.html
      case .json: try report.json
      }
    if let output {
      try OutputFile.write(text, to: output)
      Terminal.say("wrote \(output)")
    } else {
      Terminal.answer(text)
    }
    if report.hasFindings { throw ExitCode(1) }
  }
}
