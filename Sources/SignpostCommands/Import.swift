import ArgumentParser
import ContentImport
import Foundation

/// `signpost import`: turns what another system exported into articles.
struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Turns an export of another system into articles.",
    discussion: """
      Zendesk and Intercom: JSON as their APIs answer it, a file or a folder of files. Hugo, \
      Jekyll, Docusaurus and MkDocs: the project's folder. Former addresses become redirects. What \
      could not be carried is listed; files that exist are left alone.
      """)

  enum System: String, ExpressibleByArgument, CaseIterable {
    case zendesk, intercom, hugo, jekyll, docusaurus, mkdocs
  }

  @Argument(help: "zendesk, intercom, hugo, jekyll, docusaurus or mkdocs.")
  var system: System

  @Argument(help: "The export: a file or a folder.")
  var export: String

  @Flag(name: .long, help: "Say what would be written, and write nothing.")
  var dryRun = false

  @OptionGroup var content: ContentOptions

  func run() throws {
    let imported: ImportedContent
    do {
      imported = try read(URL(filePath: export))
    } catch let error as ImportError {
      Terminal.say(error.description)
      throw ExitCode(1)
    }
    var kept = 0
    for file in imported.files {
      let path = "\(content.content)/\(file.path)"
      if FileManager.default.fileExists(atPath: path) {
        kept += 1
        Terminal.say("\(path): warning: file exists and is left alone [import]")
      } else if !dryRun {
        try OutputFile.write(file.data, to: path)
      }
    }
    let wrote = try writeConfiguration(of: imported) ? 1 : 0
    for note in imported.notes { Terminal.say("\(note.source): note: \(note.text) [import]") }
    let languages = imported.languages.sorted().map(\.code).joined(separator: ", ")
    Terminal.answer(
      "\(dryRun ? "would write" : "wrote") \(imported.files.count - kept + wrote) files to \(content.content): "
        + "\(imported.articles) articles (\(languages)), \(imported.redirects) redirects, "
        + "\(imported.notes.count) notes")
    if !dryRun { Terminal.say("next: signpost check --content \(content.content)") }
    if kept > 0 { throw ExitCode(1) }
  }

  /// Writes `signpost.yml` where there is none.
  private func writeConfiguration(of imported: ImportedContent) throws -> Bool {
    let file = imported.configuration
    let path = "\(content.content)/\(file.path)"
    guard !FileManager.default.fileExists(atPath: path) else { return false }
    if !dryRun { try OutputFile.write(file.data, to: path) }
    return true
  }

  private func read(_ url: URL) throws -> ImportedContent {
    switch system {
    case .zendesk: try ZendeskImport.read(url)
    case .intercom: try IntercomImport.read(url)
    case .hugo: try GeneratorImport.read(url, from: .hugo)
    case .jekyll: try GeneratorImport.read(url, from: .jekyll)
    case .docusaurus: try GeneratorImport.read(url, from: .docusaurus)
    case .mkdocs: try GeneratorImport.read(url, from: .mkdocs)
    }
  }
}
