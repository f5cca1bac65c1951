import ArgumentParser
import ContentChecks
import ContentParsing
import Diagnostics
import Foundation
import SiteGeneration

/// `signpost check`: says everything that is wrong with the content.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Lists every fault in articles and configuration.",
    discussion: """
      Exit code 1 when there are errors or warnings. How serious a rule is can be set in \
      signpost.yml: 'checks: {orphan: warning, missing-description: off}'.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, github, gitlab }

  @Option(name: .long, help: "text, json, github (annotations) or gitlab (code quality).")
  var format = Format.text

  @Flag(name: .long, help: "Also list notes.")
  var notes = false

  @Flag(name: .long, help: "Also check drafts.")
  var drafts = false

  @Flag(name: .long, help: "Mend what needs no thought: keys and values with an obvious slip.")
  var fix = false

  @Option(name: .long, help: "Only findings of this rule; may be repeated.")
  var rule: [String] = []

  @Option(name: .long, help: "Explain a rule.")
  var explain: String?

  @Flag(name: .long, help: "List all rules.")
  var list = false

  @Flag(name: .long, help: "Print the manual of all rules as Markdown.")
  var manual = false

  @OptionGroup var storing: StoreOptions
  @OptionGroup var content: ContentOptions

  func run() throws {
    if list { return Terminal.answer(RuleManual.list) }
    if manual { return FileHandle.standardOutput.write(Data(RuleManual.markdown.utf8)) }
    for name in rule + [explain].compactMap(\.self) where !RuleManual.names.contains(name) {
      let meant = didYouMean(name, among: RuleManual.names).map { " Did you mean '\($0)'?" }
      throw ValidationError("There is no rule '\(name)'.\(meant ?? " --list names all.")")
    }
    if let explain { return Terminal.answer(RuleManual.page(of: explain) ?? "") }
    var loaded = content.load(includesDrafts: drafts)
    if fix {
      let mended = Mender(loaded.diagnostics, shownRoot: content.content).mend()
      Terminal.say(mended == 1 ? "1 place mended" : "\(mended) places mended")
      loaded = content.load(includesDrafts: drafts)
    }
    let history = GitHistory(folder: content.content)
    let others =
      try PromiseFindings.diagnostics(of: loaded, storing: storing, content: content)
      + TemplateFaults(
        in: Templates.folder(content), languages: loaded.library.languages
      ).diagnostics
      + content.shortLinkFile.findings(in: loaded.library)
    let found = ContentChecker().check(
      loaded, and: others,
      root: content.content, today: Today.iso,
      pastSources: history.pastSources(of: loaded.library),
      pastAnswers: history.pastAnswers(of: loaded.library))
    let chosen = found.filter {
      (notes || !rule.isEmpty || $0.severity != .note) && (rule.isEmpty || rule.contains($0.rule))
    }
    try print(chosen, articles: loaded.library.articles.count, hidden: found.count - chosen.count)
    if chosen.contains(where: { $0.severity != .note }) { throw ExitCode(1) }
  }

  private func print(_ findings: [Diagnostic], articles: Int, hidden: Int) throws {
    switch format {
    case .text:
      let counted = articles == 1 ? "1 article" : "\(articles) articles"
      if findings.isEmpty { Terminal.answer("\(counted), nothing to mend") }
      if !findings.isEmpty { Terminal.answer(DiagnosticFormatter().report(findings)) }
      if hidden > 0, !notes, rule.isEmpty {
        Terminal.say(hidden == 1 ? "1 note more: --notes" : "\(hidden) notes more: --notes")
      }
    case .json: Terminal.answer(try FindingList(findings).json)
    case .github: Terminal.answer(FindingList(findings).gitHub)
    case .gitlab: Terminal.answer(try FindingList(findings).gitLab)
    }
  }
}
