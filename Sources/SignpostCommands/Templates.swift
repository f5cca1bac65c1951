import ArgumentParser
import Diagnostics
import Foundation
import SiteGeneration
import SiteTemplates

/// `signpost templates`: the site's templates, styles, scripts and strings, to be made one's own.
struct Templates: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "templates",
    abstract: "Lists or copies the site's templates, or says what they may show.",
    discussion: """
      A file in site-templates/ of the content folder wins over the command's own of that name; the \
      rules of its assets/own.css come after those of assets/site.css.
      """,
    subcommands: [List.self, Export.self, Reference.self])

  /// The folder of the user's own files.
  static func folder(_ content: ContentOptions) -> URL {
    URL(filePath: content.content).appending(path: "site-templates")
  }

  /// `signpost templates list`.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "Lists the files and whose they are.")

    @OptionGroup var content: ContentOptions

    func run() {
      let folder = Templates.folder(content)
      let lines = SiteTemplates.paths(in: "").map { path in
        let isOwn = FileManager.default.fileExists(atPath: folder.appending(path: path).path)
        return "\(path)\(isOwn ? "  yours" : "")"
      }
      Terminal.answer(lines.joined(separator: "\n"))
    }
  }

  /// `signpost templates export`.
  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "export",
      abstract: "Copies files into the content folder; what is there already stays.")

    @Argument(help: "Such as templates/home.mustache; all without any.")
    var files: [String] = []

    @OptionGroup var content: ContentOptions

    func run() throws {
      let all = SiteTemplates.paths(in: "")
      if let unknown = files.first(where: { !all.contains($0) }) {
        let meant = all.first { $0.hasSuffix("/\(unknown)") } ?? didYouMean(unknown, among: all)
        throw ValidationError(
          "No file '\(unknown)'; "
            + (meant.map { "did you mean '\($0)'?" } ?? "'signpost templates list' lists them."))
      }
      for path in files.isEmpty ? all : files {
        let target = Templates.folder(content).appending(path: path)
        guard !FileManager.default.fileExists(atPath: target.path) else {
          Terminal.say("\(target.relativePath) is there already and stays")
          continue
        }
        try FileManager.default.createDirectory(
          at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data((SiteTemplates.text(of: path) ?? "").utf8).write(to: target)
        Terminal.answer(target.relativePath)
      }
    }
  }

  /// `signpost templates reference`.
  struct Reference: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "reference",
      abstract: "Lists every variable of the templates with its meaning.")

    func run() {
      let width = TemplateReference.entries.map(\.name.count).max() ?? 0
      let lines = TemplateReference.entries.map { entry in
        entry.name.padding(toLength: width + 2, withPad: " ", startingAt: 0) + entry.meaning
      }
      Terminal.answer(
        (lines + ["", "s.KEY is a text of strings/<language>.json: {{s.home.title}}"])
          .joined(separator: "\n"))
    }
  }
}
