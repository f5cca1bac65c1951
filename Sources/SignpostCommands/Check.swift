import ArgumentParser
import ContentParsing
import Diagnostics

/// `signpost check`: says everything that is wrong with the content.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Lists every fault in articles and configuration.")

  @Flag(name: .long, help: "Also list notes.")
  var notes = false

  @OptionGroup var content: ContentOptions

  func run() throws {
    let loaded = content.load()
    let findings = loaded.diagnostics.filter { notes || $0.severity != .note }
    guard !findings.isEmpty else {
      Terminal.answer("\(loaded.library.articles.count) articles, nothing to mend")
      return
    }
    Terminal.answer(DiagnosticFormatter().report(findings))
    if findings.contains(where: { $0.severity != .note }) { throw ExitCode(1) }
  }
}
